/** One line of the grid: the frozen names, the periods in view, total and coverage; or a group that folds. */
import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import { cx, gapClass, Icon } from '../../ui/index.ts';
import type { Geometry } from './geometry.ts';
import { heightOf, leftOf } from './geometry.ts';
import css from './grid.module.css';
import type { FigureLine } from './lines.ts';
import type { TableRow } from './useFigureTable.tsx';

export interface GridRowProps {
  readonly row: TableRow;
  /** Place among the lines. */
  readonly index: number;
  readonly top: number;
  readonly periods: number;
  /** Period columns in view, and the active one. */
  readonly cols: readonly number[];
  readonly geometry: Geometry;
  /** Selected columns; -1 for none. */
  readonly from: number;
  readonly to: number;
  /** The active column; -1 when the active cell is elsewhere. */
  readonly active: number;
  /** Columns whose text was refused, with that text. */
  readonly kept: ReadonlyMap<number, string> | undefined;
}

const readOnly = { 'aria-readonly': true } as const;

export const GridRow = memo(FigureRowView, (a, b) => {
  for (const key of Object.keys(a) as (keyof GridRowProps)[]) {
    // A table makes its rows anew with each answer; the line itself is the same object while nothing in it changed.
    if (key === 'row' ? a.row.original !== b.row.original : a[key] !== b[key]) return false;
  }
  return true;
});

function FigureRowView({ row, index, top, periods, cols, geometry, from, to, active, kept }: GridRowProps) {
  const line = row.original;
  if (line.kind === 'group') return null;
  const cells = row.getAllCells();
  const [kpi, channel, unit] = cells;
  const ends = cells.slice(-2);
  const frozen = (cell: typeof kpi, name: string, width: number, col: number) =>
    cell && (
      // A unit names no row, and many rows have none.
      <div
        role={name === 'unit' ? 'gridcell' : 'rowheader'}
        aria-colindex={col}
        className={cx(css['head'], css[name])}
        style={{ width }}
      >
        <FlexRender cell={cell} />
      </div>
    );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(css['row'], !line.editable && css['computedRow'])}
      style={{ top, width: geometry.width, height: heightOf(line) }}
    >
      <div role="presentation" className={css['start']} style={{ width: geometry.left }}>
        {frozen(kpi, 'kpi', geometry.kpi, 1)}
        {frozen(channel, 'channel', geometry.channel, 2)}
        {frozen(unit, 'unit', geometry.unit, 3)}
      </div>
      {cols.map((col) => {
        const cell = cells[col + 3];
        return (
          cell && (
            <div
              key={cell.id}
              role="gridcell"
              aria-colindex={col + 4}
              aria-selected={col >= from && col <= to}
              {...(!line.editable && readOnly)}
              aria-invalid={kept?.has(col) || undefined}
              tabIndex={col === active ? 0 : -1}
              data-line={line.id}
              data-col={col}
              className={cx(cellClass(line, line.cells[col]), picked(col), kept?.has(col) && css['kept'])}
              style={{ left: leftOf(geometry, periods, col), width: geometry.col }}
            >
              {kept?.get(col) ?? <FlexRender cell={cell} />}
            </div>
          )
        );
      })}
      <div
        role="presentation"
        className={cx(css['end'], geometry.narrow && css['loose'])}
        style={{ width: geometry.right }}
      >
        {ends.map((cell, i) => (
          <div
            key={cell.id}
            role="gridcell"
            aria-colindex={periods + 4 + i}
            aria-selected={periods + i >= from && periods + i <= to}
            {...readOnly}
            tabIndex={periods + i === active ? 0 : -1}
            data-line={line.id}
            data-col={periods + i}
            className={cx(css['cell'], css[i === 0 ? 'total' : 'cover'], picked(periods + i))}
            style={{ width: i === 0 ? geometry.total : geometry.cover }}
          >
            <FlexRender cell={cell} />
          </div>
        ))}
      </div>
    </div>
  );

  function picked(col: number): string {
    return cx(col >= from && col <= to && css['picked'], col === active && css['active']);
  }
}

function cellClass(line: FigureLine, cell: GridCell | undefined): string {
  if (!cell) return css['cell'] ?? '';
  return cx(
    css['cell'],
    cell.state === 'missing' && gapClass,
    (cell.state === 'notApplicable' || cell.state === 'notComputable') && css['centred'],
    cell.state === 'rolled' && css['rolled'],
    !line.editable && css['computed'],
    cell.provisional && css['provisional'],
    cell.note && css['note'],
    cell.changed && css['changed'],
  );
}

export interface GroupRowProps {
  readonly row: TableRow;
  readonly index: number;
  readonly top: number;
  readonly geometry: Geometry;
  readonly columns: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly onToggle: (id: string) => void;
}

export const GroupRow = memo(function GroupRow({
  row,
  index,
  top,
  geometry,
  columns,
  active,
  open,
  onToggle,
}: GroupRowProps) {
  const line = row.original;
  if (line.kind !== 'group') return null;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(css['row'], css['group'])}
      style={{ top, width: geometry.width, height: heightOf(line) }}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns}
        className={css['groupCell']}
        style={{ minWidth: geometry.left }}
      >
        <button
          type="button"
          className={css['fold']}
          aria-expanded={open}
          tabIndex={active ? 0 : -1}
          data-line={line.id}
          data-col={-1}
          onClick={() => onToggle(line.id)}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} />
          {line.name}
          {!open && <span className={css['folded']}>{line.rows.length}</span>}
        </button>
      </div>
      {!geometry.narrow && (
        <div role="presentation" className={css['groupEnd']} style={{ width: geometry.right }} />
      )}
    </div>
  );
});
