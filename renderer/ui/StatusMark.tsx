/**
 * The shape of a status, and the word beside it.
 *
 * Circle met, triangle at risk, diamond off: solid for a closed period, outline for a running one; the
 * half-filled triangle is unconfirmed, a dashed ring no data, a slash n/a. Shapes mean KPI status and nothing else.
 */
import type { ReactNode } from 'react';
import type { Status } from '../../shared/domain/results.ts';
import { useT } from '../i18n/index.tsx';
import { cx } from './cx.ts';
import css from './StatusMark.module.css';

type Tone = 'met' | 'risk' | 'off' | 'none';
const tones: Readonly<Record<Status, Tone>> = {
  met: 'met',
  onPace: 'met',
  atRisk: 'risk',
  unconfirmed: 'risk',
  behind: 'risk',
  off: 'off',
  wellBehind: 'off',
  tooEarly: 'none',
  incomplete: 'none',
  noData: 'none',
  notApplicable: 'none',
  noTarget: 'none',
};

const triangle = 'M6 1.2L11.4 10.8H0.6z';
const diamond = 'M6 0.6L11.4 6L6 11.4L0.6 6z';

function shape(status: Status): ReactNode {
  switch (status) {
    case 'met':
      return <circle cx="6" cy="6" r="5" />;
    case 'atRisk':
      return <path d={triangle} />;
    case 'off':
      return <path d={diamond} />;
    case 'unconfirmed':
      return (
        <>
          <path d="M6 1.2V10.8H0.6z" />
          <path className={css['outline']} d="M6 2.4L10.4 10.1H1.6z" />
        </>
      );
    case 'onPace':
      return <circle className={css['outline']} cx="6" cy="6" r="4.2" />;
    case 'behind':
      return <path className={css['outline']} d="M6 2.2L10.5 10H1.5z" />;
    case 'wellBehind':
      return <path className={css['outline']} d="M6 1.6L10.4 6L6 10.4L1.6 6z" />;
    case 'noData':
    case 'incomplete':
      return <circle className={css['dashed']} cx="6" cy="6" r="4.6" />;
    case 'notApplicable':
      return <path className={css['thin']} d="M2.2 9.6L9.8 2.4" />;
    case 'noTarget':
      return <path className={css['thin']} d="M2.5 6h7" />;
    case 'tooEarly':
      return <circle className={css['thin']} cx="6" cy="6" r="4.4" />;
  }
}

/** The shape alone: only where a label or a header says what it is. `faint` marks a count of none. */
export function StatusMark({ status, faint }: { readonly status: Status; readonly faint?: boolean }) {
  return (
    <svg
      className={cx(css['mark'], css[tones[status]], faint && css['faint'])}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      {shape(status)}
    </svg>
  );
}

/** Shape and word together. */
export function StatusWord({ status, children }: { readonly status: Status; readonly children?: ReactNode }) {
  const t = useT();
  return (
    <span className={css['word']}>
      <StatusMark status={status} />
      <span className={css[`${tones[status]}Text`]}>{children ?? t.status.words[status]}</span>
    </span>
  );
}

/** The token that fills a bar of this status. */
export function statusFill(status: Status): string {
  return `var(--${tones[status]}-fill)`;
}
