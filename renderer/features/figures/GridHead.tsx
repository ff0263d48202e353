/** The heads over the columns; those over the selection are strong. A press on one selects its column. */
import { memo } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { cx } from '../../ui/index.ts';
import type { TotalLabel } from './cellText.tsx';
import { leftOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import css from './grid.module.css';
import type { Sheet } from './plan.ts';
import { columnHead } from './span.ts';

export interface GridHeadProps {
  readonly starts: Sheet['starts'];
  readonly channelNames: Sheet['channelNames'];
  readonly cadence: Sheet['cadence'];
  readonly geometry: Geometry;
  /** Columns in view. */
  readonly cols: readonly number[];
  /** Selected columns; -1 for none. */
  readonly from: number;
  readonly to: number;
  readonly totalLabel: TotalLabel;
}

export const GridHead = memo(function GridHead({
  starts,
  channelNames,
  cadence,
  geometry,
  cols,
  from,
  to,
  totalLabel,
}: GridHeadProps) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const { columns } = t.figures;
  const names = [
    ['kpi', geometry.kpi],
    ...(geometry.channel > 0 ? ([['channel', geometry.channel]] as const) : []),
    ['unit', geometry.unit],
  ] as const;
  const periods = starts.length;
  const headOf = (col: number): readonly [string, string] => {
    const channel = channelNames?.[col];
    if (channel !== undefined) return [channel, ''];
    const start = starts[col];
    return start === undefined
      ? ['', '']
      : columnHead(toPeriod({ cadence, start }), format.calendar, language);
  };
  return (
    <div role="row" aria-rowindex={1} className={css['heads']} style={{ width: geometry.width }}>
      <div role="presentation" className={css['start']} style={{ width: geometry.left }}>
        {names.map(([name, width], i) => (
          <div
            key={name}
            role="columnheader"
            aria-colindex={i + 1}
            className={cx(css['head'], css[name])}
            style={{ width }}
          >
            {columns[name]}
          </div>
        ))}
      </div>
      {cols.map((col) => {
        const [name, date] = headOf(col);
        return (
          <div
            key={col}
            role="columnheader"
            aria-colindex={col + names.length + 1}
            data-column={col}
            className={cx(
              css['periodHead'],
              channelNames !== null && css['nameHead'],
              col >= from && col <= to && css['pickedHead'],
            )}
            style={{ left: leftOf(geometry, periods, col), width: geometry.col }}
          >
            <span className={css['headName']} title={name}>
              {name}
            </span>{' '}
            {date !== '' && <span>{date}</span>}
          </div>
        );
      })}
      <div
        role="presentation"
        className={cx(css['end'], geometry.narrow && css['loose'])}
        style={{ width: geometry.right }}
      >
        <div
          role="columnheader"
          aria-colindex={periods + names.length + 1}
          className={css['endHead']}
          style={{ width: geometry.total }}
        >
          <span className={css['headStrong']}>{totalLabel.name}</span> <span>{totalLabel.detail}</span>
        </div>
        <div
          role="columnheader"
          aria-colindex={periods + names.length + 2}
          className={css['endHead']}
          style={{ width: geometry.cover }}
        >
          <span>{columns.cover}</span> <span>{columns.coverDetail}</span>
        </div>
      </div>
    </div>
  );
});
