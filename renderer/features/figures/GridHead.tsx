/** The heads over the columns; those over the selection are strong. */
import { FlexRender } from '@tanstack/react-table';
import { cx } from '../../ui/index.ts';
import { leftOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import css from './grid.module.css';
import type { Block } from './selection.ts';
import type { FigureTable } from './useFigureTable.tsx';

export interface GridHeadProps {
  readonly table: FigureTable;
  readonly geometry: Geometry;
  readonly periods: number;
  /** Period columns in view. */
  readonly cols: readonly number[];
  readonly block: Block | null;
}

export function GridHead({ table, geometry, periods, cols, block }: GridHeadProps) {
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const widths = [geometry.kpi, geometry.channel, geometry.unit];
  return (
    <div role="row" aria-rowindex={1} className={css['heads']} style={{ width: geometry.width }}>
      <div role="presentation" className={css['start']} style={{ width: geometry.left }}>
        {heads.slice(0, 3).map((head, i) => (
          <div
            key={head.id}
            role="columnheader"
            aria-colindex={i + 1}
            className={cx(css['head'], css[head.column.id])}
            style={{ width: widths[i] }}
          >
            <FlexRender header={head} />
          </div>
        ))}
      </div>
      {cols.map((col) => {
        const head = heads[col + 3];
        return (
          head && (
            <div
              key={head.id}
              role="columnheader"
              aria-colindex={col + 4}
              className={cx(
                css['periodHead'],
                block && col >= block.left && col <= block.right && css['pickedHead'],
              )}
              style={{ left: leftOf(geometry, periods, col), width: geometry.col }}
            >
              <FlexRender header={head} />
            </div>
          )
        );
      })}
      <div
        role="presentation"
        className={cx(css['end'], geometry.narrow && css['loose'])}
        style={{ width: geometry.right }}
      >
        {heads.slice(-2).map((head, i) => (
          <div
            key={head.id}
            role="columnheader"
            aria-colindex={periods + 4 + i}
            className={css['endHead']}
            style={{ width: i === 0 ? geometry.total : geometry.cover }}
          >
            <FlexRender header={head} />
          </div>
        ))}
      </div>
    </div>
  );
}
