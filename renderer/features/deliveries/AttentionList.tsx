/** What to look at before a client's report goes out: each in words that lead to where it is mended. */
import { Link } from 'wouter';
import type { Attention } from '../../../shared/domain/attention.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Icon } from '../../ui/index.ts';
import { attentionText, mendHref } from './attention.ts';
import type { ReportPlace } from './attention.ts';
import css from './deliveries.module.css';

export interface AttentionListProps {
  readonly attention: readonly Attention[];
  readonly place: ReportPlace;
  readonly clientName: string;
}

export function AttentionList({ attention, place, clientName }: AttentionListProps) {
  const t = useT();
  const reader = useLanguage();
  if (attention.length === 0) return <span className={css['grey']}>{t.deliveries.nothingToSee}</span>;
  return (
    <ul className={css['attention']}>
      {attention.map((one) => {
        const text = attentionText(one, place.language, t, reader);
        const to = mendHref(one, place);
        return (
          <li key={one.kind}>
            <Icon name={one.kind === 'running' ? 'clock' : 'warning'} />
            {to === null ? (
              <span>{text}</span>
            ) : (
              <Link href={to}>
                {text}
                <span className="visually-hidden">{t.deliveries.attention.mend(clientName)}</span>
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
