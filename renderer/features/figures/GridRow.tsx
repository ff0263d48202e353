/** One line of the grid: the frozen names, the columns in view, total and coverage; or a group that folds. */
import { memo } from 'react';
import type { Style } from '../../../shared/domain/format.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon, StatusMark } from '../../ui/index.ts';
import { cellClass, figureIn } from './cellText.tsx';
import type { Geometry } from './geometry.ts';
import { leftOf } from './geometry.ts';
import css from './grid.module.css';
import type { FigureLine, GroupLine } from './lines.ts';
import type { RowData } from './source.ts';
import { shownText } from './typed.ts';

export interface GridRowProps {
  readonly line: FigureLine;
  readonly data: RowData;
  readonly style: Style;
  /** Place among the lines. */
  readonly index: number;
  readonly top: number;
  readonly columns: number;
  /** Columns in view, and the active one. */
  readonly cols: readonly number[];
  readonly geometry: Geometry;
  /** Selected columns; -1 for none. */
  readonly from: number;
  readonly to: number;
  /** The active column; -1 when the active cell is elsewhere. */
  readonly active: number;
  /** Columns whose text was refused, with that text. */
  readonly kept: ReadonlyMap<number, string> | undefined;
  /** Off in the closed period: why is asked for (`open`), or was written. */
  readonly off: 'open' | 'written' | undefined;
  /** The total's period is still running. */
  readonly running: boolean;
}

const readOnly = { 'aria-readonly': true } as const;
/** The grid is one tab stop: its active cell. */
const stop = { tabIndex: 0 } as const;

export const GridRow = memo(function GridRow({
  line,
  data,
  style,
  index,
  top,
  columns,
  cols,
  geometry,
  from,
  to,
  active,
  kept,
  off,
  running,
}: GridRowProps) {
  const t = useT();
  const frozen = geometry.channel > 0 ? 3 : 2;
  const { total } = data;
  const low = total && !running && total.recorded < 0.8 * total.expected;
  const picked = (col: number): string =>
    cx(col >= from && col <= to && css['picked'], col === active && css['active']);
  const offWords = off && (off === 'open' ? t.figures.owed.open : t.figures.owed.written);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(css['row'], !line.editable && css['computedRow'])}
      style={{ top, width: geometry.width, height: geometry.row }}
    >
      <div role="presentation" className={css['start']} style={{ width: geometry.left }} data-row={line.id}>
        <div
          role="rowheader"
          aria-colindex={1}
          className={cx(css['head'], css['kpi'])}
          style={{ width: geometry.kpi }}
        >
          {!line.editable && <Icon name="formula" />}
          <span className={css['clip']} title={line.name}>
            {line.name}
          </span>
          {offWords && (
            <span className={css['off']} title={offWords} data-owed={line.id}>
              <StatusMark status="off" faint={off === 'written'} />
              <span className="visually-hidden">{offWords}</span>
            </span>
          )}
        </div>
        {frozen === 3 && (
          <div
            role="rowheader"
            aria-colindex={2}
            className={cx(css['head'], css['channel'])}
            style={{ width: geometry.channel }}
          >
            <span className={css['clip']} title={line.channel}>
              {line.channel}
            </span>
          </div>
        )}
        {/* A unit names no row, and many rows have none. */}
        <div
          role="gridcell"
          aria-colindex={frozen}
          className={cx(css['head'], css['unit'])}
          style={{ width: geometry.unit }}
        >
          {line.unitText}
        </div>
      </div>
      {cols.map((col) => {
        const cell = data.cells[col];
        const text = kept?.get(col);
        return (
          <div
            key={col}
            role="gridcell"
            aria-colindex={col + frozen + 1}
            aria-selected={col >= from && col <= to}
            {...(!line.editable && readOnly)}
            aria-invalid={text === undefined ? undefined : true}
            {...(col === active && stop)}
            data-line={line.id}
            data-col={col}
            className={cx(cellClass(cell, line.editable), picked(col), text !== undefined && css['kept'])}
            style={{ left: leftOf(geometry, columns, col) }}
          >
            {text ?? figureIn(cell, line.unit, style, t)}
          </div>
        );
      })}
      <div
        role="presentation"
        className={cx(css['end'], geometry.narrow && css['loose'])}
        style={{ width: geometry.right }}
      >
        {[columns, columns + 1].map((col, i) => (
          <div
            key={col}
            role="gridcell"
            aria-colindex={col + frozen + 1}
            aria-selected={col >= from && col <= to}
            {...readOnly}
            {...(col === active && stop)}
            data-line={line.id}
            data-col={col}
            className={cx(css['cell'], css[i === 0 ? 'total' : 'cover'], picked(col))}
            style={{ width: i === 0 ? geometry.total : geometry.cover }}
          >
            {i === 0
              ? total && total.value !== null && shownText(total.value, line.unit, style)
              : total &&
                total.expected > 0 && (
                  <span className={cx(low && css['low'])} title={low ? t.status.change.warning : undefined}>
                    {t.figures.coverage(total.recorded, total.expected)}
                  </span>
                )}
          </div>
        ))}
      </div>
    </div>
  );
});

export interface GroupRowProps {
  readonly line: GroupLine;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly geometry: Geometry;
  readonly columns: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly onToggle: (id: string) => void;
}

export const GroupRow = memo(function GroupRow({
  line,
  index,
  top,
  height,
  geometry,
  columns,
  active,
  open,
  onToggle,
}: GroupRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cx(css['row'], css['group'])}
      style={{ top, width: geometry.width, height }}
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
