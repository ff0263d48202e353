/**
 * A change, in ink: never green or red. A ringed dot before it says that a signal rule fired, the warning icon that
 * coverage is under 0.8. Where a number would lie, grey words stand.
 */
import type { Unit } from '../../shared/domain/kpi.ts';
import type { Change, Signal } from '../../shared/domain/results.ts';
import { useFormat } from '../i18n/format.tsx';
import { useT } from '../i18n/index.tsx';
import css from './ChangeText.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export interface ChangeTextProps {
  readonly change: Change;
  readonly unit: Unit;
  /** Given where the signal is to be marked. */
  readonly signal?: Signal;
  /** Grey words after it: `vs 1,200`. */
  readonly against?: string;
  readonly strong?: boolean;
}

/** The ringed dot of a signal. */
export function SignalMark({ label }: { readonly label?: string }) {
  return (
    <svg
      className={css['signal']}
      viewBox="0 0 12 12"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <circle className={css['ring']} cx="6" cy="6" r="4.9" />
      <circle cx="6" cy="6" r="2.1" />
    </svg>
  );
}

export function ChangeText({ change, unit, signal, against, strong }: ChangeTextProps) {
  const t = useT();
  const format = useFormat();
  const text = format.change(change, unit);
  const why =
    change.kind === 'baseZero'
      ? t.status.change.baseZero
      : change.kind === 'notComparable' && change.since !== undefined
        ? t.status.change.notComparable(format.date(change.since, 'medium'))
        : undefined;
  return (
    <span className={css['change']} title={why}>
      {signal?.rule !== undefined && <SignalMark label={t.status.change.signal} />}
      {change.warning && (
        <span className={css['warning']}>
          <Icon name="warning" title={t.status.change.warning} />
        </span>
      )}
      <span className={cx(text.number ? css['number'] : css['words'], strong && css['strong'])}>
        {text.text}
      </span>
      {text.detail !== undefined && (
        <span className={strong ? css['grey'] : css['number']}>{text.detail}</span>
      )}
      {against !== undefined && <span className={css['grey']}>{against}</span>}
    </span>
  );
}
