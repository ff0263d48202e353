/** What went out to a client, newest first. */
import type { Deliverable } from '../../../../shared/contract/api/reports.ts';
import { momentText } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Icon } from '../../../ui/index.ts';
import { formatIcons } from '../../deliveries/formats.ts';
import css from '../reports.module.css';

export interface DeliveriesProps {
  readonly list: readonly Deliverable[];
  readonly open: number | null;
  readonly onOpen: (id: number) => void;
}

export function Deliveries({ list, open, onOpen }: DeliveriesProps) {
  const t = useT();
  const format = useFormat();
  const words = t.reports.out;
  return (
    <section className={css['out']} aria-label={words.title}>
      <h2>{words.title}</h2>
      {list.length === 0 && <p>{words.none}</p>}
      <ul>
        {list.map((one) => {
          const period = format.period(one.period, 'medium');
          const date = momentText(one.at, format.language);
          return (
            <li key={one.id}>
              <button
                type="button"
                className={cx(css['outRow'], open === one.id && css['outOpen'])}
                aria-current={open === one.id}
                aria-label={words.open(`${period}, .${one.format}, ${one.language}`, date)}
                onClick={() => onOpen(one.id)}
              >
                <Icon name={formatIcons[one.format]} />
                <span className={css['outWords']}>
                  <span>
                    {period}{' '}
                    <span className={css['grey']}>
                      .{one.format}, {one.language}
                    </span>
                  </span>
                  <span className={css['grey']}>{date}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
