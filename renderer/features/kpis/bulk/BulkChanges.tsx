/** What saving will do, cell by cell: old to new. */
import type { TargetGrid } from '../../../../shared/contract/api/targetSets.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, Icon, Popover } from '../../../ui/index.ts';
import css from './bulk.module.css';
import { shownAsk } from './cell.ts';
import type { BulkRow, Change } from './draft.ts';

const most = 200;

export interface BulkChangesProps {
  readonly changes: readonly Change[];
  readonly rows: readonly BulkRow[];
  readonly grid: TargetGrid;
  readonly cadence: Cadence;
  readonly channelName: (channel: number | null) => string;
}

export function BulkChanges({ changes, rows, grid, cadence, channelName }: BulkChangesProps) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.bulk.changes;
  if (changes.length === 0) return <span className={css['note']}>{words.none}</span>;
  const count = (test: (change: Change) => boolean): number => changes.filter(test).length;
  const parts = [
    words.fresh(count((one) => one.before === null)),
    words.other(count((one) => one.before !== null && one.after !== null)),
    words.gone(count((one) => one.after === null)),
  ].filter((part) => part !== '');
  return (
    <span className={css['note']}>
      {parts.join(', ')}{' '}
      <Popover
        side="top"
        label={words.title}
        trigger={
          <Button kind="link" size="small">
            {words.show}
          </Button>
        }
      >
        <div className={css['changes']}>
          <h2>{words.title}</h2>
          <ul>
            {changes.slice(0, most).map(({ row, column, before, after }) => {
              const line = rows[row];
              const period = grid.periods[column];
              if (line === undefined || period === undefined) return null;
              const { definition } = line.kpi;
              return (
                <li key={`${row} ${column}`}>
                  <span>
                    {format.local(definition.name)}
                    <span className={css['meta']}>
                      {' '}
                      {channelName(line.row.channel)},{' '}
                      {format.period({ cadence, start: period.start }, 'medium')}
                    </span>
                  </span>
                  <span className={css['from']}>
                    {before === null ? words.nothing : shownAsk(before, definition, format, t)}
                  </span>
                  <Icon name="arrowRight" />
                  <strong>{after === null ? words.nothing : shownAsk(after, definition, format, t)}</strong>
                </li>
              );
            })}
          </ul>
          {changes.length > most && <p>{words.more(changes.length - most)}</p>}
        </div>
      </Popover>
    </span>
  );
}
