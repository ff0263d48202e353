/**
 * The sheet as it stands, with a strip over each column that says what becomes of it. One grid: arrows move, Enter on a
 * strip or a cell opens the column, Enter on a row's number what can be said of the row. Only the columns in view are drawn.
 */
import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type { ColumnMapping, TableMapping } from '../../../shared/contract/imports/mapping.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import type { Change } from './Aside.tsx';
import { columnOf } from './draft.ts';
import { labelOf } from './RowsEditor.tsx';
import { RowMenu } from './RowMenu.tsx';
import css from './sheet.module.css';
import { useSheetGrid } from './useSheetGrid.ts';
import type { Kpis } from './useKpis.ts';
import { columnName, stripOf } from './words.ts';

export interface SheetProps {
  readonly view: TableView;
  readonly mapping: TableMapping;
  readonly kpis: Kpis;
  /** The column whose editor is open. */
  readonly picked: number | null;
  readonly reasonsOf: (column: ColumnMapping) => TableView['columns'][number]['reasons'];
  readonly onPick: (index: number) => void;
  /** Another row names the columns. */
  readonly onHeader: (line: number) => void;
  readonly onChange: Change;
  readonly ref: Ref<SheetHandle>;
}

export interface SheetHandle {
  /** Puts the focus on the strip of a column. */
  readonly toStrip: (index: number) => void;
}

export function Sheet(props: SheetProps) {
  const { view, picked, onPick, ref } = props;
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useSheetGrid(view, scroller);
  const { toStrip, show } = grid;
  const pickedAt = view.columns.findIndex((one) => one.index === picked);
  useEffect(() => {
    if (pickedAt >= 0) show(pickedAt);
  }, [pickedAt, show]);
  useImperativeHandle(
    ref,
    () => ({ toStrip: (index) => toStrip(view.columns.findIndex((one) => one.index === index)) }),
    [toStrip, view.columns],
  );
  return (
    <div ref={scroller} className={css['scroller']}>
      {/* The one tab stop is a cell of it. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        role="grid"
        aria-label={t.mapping.sheet.label}
        aria-rowcount={view.sample.length + 1}
        aria-colcount={view.columns.length + 1}
        className={css['grid']}
        style={{ width: grid.width }}
        onKeyDown={grid.onKeyDown}
        onFocus={grid.onFocus}
      >
        <div role="row" aria-rowindex={1} className={cx(css['row'], css['strips'])}>
          <div role="columnheader" aria-colindex={1} className={css['corner']}>
            <span className="visually-hidden">{t.mapping.sheet.rows}</span>
          </div>
          <div className={css['gap']} style={{ width: grid.before }} />
          {grid.shown.map(({ at, width }) => (
            <Strip
              key={at}
              {...props}
              at={at}
              width={width}
              active={grid.isActive(0, at)}
              picked={view.columns[at]?.index === picked}
            />
          ))}
        </div>
        {view.sample.map((row, i) => (
          <div
            key={row.line}
            role="row"
            aria-rowindex={i + 2}
            className={cx(css['row'], css['line'], css[row.role])}
          >
            <RowMenu
              line={row.line}
              role={row.role}
              label={labelOf(row.cells)}
              counted={props.mapping.notTotals.includes(labelOf(row.cells))}
              place={`${i + 1}:-1`}
              active={grid.isActive(i + 1, -1)}
              onHeader={() => props.onHeader(row.line)}
              onChange={props.onChange}
            />
            <div className={css['gap']} style={{ width: grid.before }} />
            {grid.shown.map(({ at, width }) => {
              const column = view.columns[at];
              if (column === undefined) return null;
              const text = row.cells[column.index] ?? '';
              return (
                // The grid answers keys for all of its cells.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={at}
                  role="gridcell"
                  aria-colindex={at + 2}
                  data-place={`${i + 1}:${at}`}
                  tabIndex={grid.isActive(i + 1, at) ? 0 : -1}
                  className={cx(
                    css['cell'],
                    grid.isNumeric(at) && row.role !== 'above' && css['figure'],
                    column.index === picked && css['picked'],
                    isOut(props.mapping, column) && row.role !== 'above' && css['out'],
                  )}
                  style={{ width }}
                  title={text.length > 24 ? text : undefined}
                  onClick={() => onPick(column.index)}
                >
                  {text}
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function isOut(mapping: TableMapping, column: TableView['columns'][number]): boolean {
  const { role } = columnOf(mapping, column.index, column.header);
  return role === 'ignored' || role === 'personal';
}

interface StripProps extends SheetProps {
  readonly at: number;
  readonly width: number;
  readonly active: boolean;
}

function Strip({
  view,
  mapping,
  kpis,
  at,
  width,
  active,
  picked,
  reasonsOf,
  onPick,
}: Omit<StripProps, 'picked'> & { readonly picked: boolean }) {
  const t = useT();
  const format = useFormat();
  const seen = view.columns[at];
  if (seen === undefined) return null;
  const column = columnOf(mapping, seen.index, seen.header);
  const words = stripOf(t, format, kpis, column, reasonsOf(column));
  return (
    <div role="columnheader" aria-colindex={at + 2} className={css['stripCell']} style={{ width }}>
      <button
        type="button"
        data-place={`0:${at}`}
        tabIndex={active ? 0 : -1}
        aria-current={picked ? 'true' : undefined}
        aria-label={t.mapping.sheet.strip(
          columnName(t, seen.header, seen.index),
          [words.title, words.detail, words.reason].filter(Boolean).join(', '),
        )}
        className={cx(css['strip'], css[words.tone])}
        onClick={() => onPick(seen.index)}
      >
        <span className={css['becomes']}>
          <Icon name={words.icon} />
          <span>
            {words.title}
            {words.detail !== '' && <span className={css['detail']}> {words.detail}</span>}
          </span>
        </span>
        {/* Between words that stand under each other, for whoever listens. */ ' '}
        <span className={css['reason']}>{words.reason}</span>
      </button>
    </div>
  );
}
