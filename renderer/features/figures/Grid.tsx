/**
 * The grid itself: virtualised both ways, an ARIA grid with one tab stop. Lines and columns out of view are not in
 * the document, but for the active cell, which always is, so that the focus never falls out.
 */
import { FlexRender } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { commandKey } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import type { LogState } from './editLog.ts';
import { HEAD, heightOf, leftOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import css from './grid.module.css';
import { GridRow, GroupRow } from './GridRow.tsx';
import { pressKey } from './keys.ts';
import { Overlay } from './Overlay.tsx';
import { keyAt } from './plan.ts';
import type { Sheet } from './plan.ts';
import { useDrag } from './useDrag.ts';
import type { FigureTable } from './useFigureTable.tsx';
import type { GridControl } from './useGrid.ts';

export interface GridProps {
  readonly table: FigureTable;
  readonly sheet: Sheet;
  readonly control: GridControl;
  readonly geometry: Geometry;
  readonly log: LogState;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (group: string) => void;
  readonly dimmed: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly attach: (element: HTMLDivElement | null) => void;
}

export function Grid({ table, sheet, control, geometry, log, folded, onFold, dimmed, scroller, attach }: GridProps) {
  const t = useT();
  const { rows } = table.getRowModel();
  const { lines, periods } = sheet;
  const { selection, block } = control;
  const activeLine = selection ? sheet.indexOf(selection.active.line) : -1;
  const activeCol = selection?.active.col ?? -1;
  const { visibleRows, cols } = useVisible(sheet, geometry, scroller, activeLine, activeCol);
  const drag = useDrag(scroller, control, sheet);
  useActiveInView(scroller, sheet, geometry, control);

  const keptIn = useMemo(() => keptByLine(sheet, log), [sheet, log]);
  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined) return;
    const line = lines[activeLine];
    const handled = pressKey(
      { key: event.key, shiftKey: event.shiftKey, altKey: event.altKey, command: commandKey(event) },
      {
        control,
        page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - HEAD) / 24) - 1),
        lastLine: lines.length - 1,
        lastCol: periods + 1,
        fold: (want) => {
          if (line?.kind !== 'group') return false;
          const open = !folded.has(line.id);
          if (want === 'toggle' || (want === 'open') !== open) onFold(line.id);
          return true;
        },
      },
    );
    if (handled) event.preventDefault();
  };
  const onGroup = useCallback(
    (id: string) => {
      control.select({ active: { line: id, col: 0 }, reach: { line: id, col: 0 } });
      onFold(id);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `select` never changes
    [onFold],
  );
  const clip = (event: ClipboardEvent, cut: boolean): void => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', control.copy());
    if (cut) control.state(null);
  };
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    // Listens for the cells in it, which are what has a role.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={attach}
      className={cx(css['scroller'], dimmed && css['dimmed'])}
      onPointerDown={drag.onPointerDown}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && event.target.closest('[role="gridcell"]')) control.open();
      }}
      onKeyDown={press}
      onCopy={(event) => clip(event, false)}
      onCut={(event) => clip(event, true)}
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        control.paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <div className={css['area']} style={{ width: geometry.width, height: geometry.height }}>
        <div
          role="grid"
          className={css['grid']}
          aria-label={t.figures.grid}
          aria-rowcount={lines.length + 1}
          aria-colcount={periods + 5}
          aria-multiselectable
          aria-busy={dimmed}
        >
          <div role="rowgroup">
            <div role="row" aria-rowindex={1} className={css['heads']} style={{ width: geometry.width }}>
              <div role="presentation" className={css['start']} style={{ width: geometry.left }}>
                {heads.slice(0, 3).map((head, i) => (
                  <div
                    key={head.id}
                    role="columnheader"
                    aria-colindex={i + 1}
                    className={cx(css['head'], css[head.column.id])}
                    style={{ width: geometry[head.column.id === 'kpi' ? 'kpi' : head.column.id === 'channel' ? 'channel' : 'unit'] }}
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
                      className={cx(css['periodHead'], block && col >= block.left && col <= block.right && css['pickedHead'])}
                      style={{ left: leftOf(geometry, periods, col), width: geometry.col }}
                    >
                      <FlexRender header={head} />
                    </div>
                  )
                );
              })}
              <div role="presentation" className={css['end']} style={{ width: geometry.right }}>
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
          </div>
          <div role="rowgroup">
            {visibleRows.map((index) => {
              const row = rows[index];
              if (!row) return null;
              const top = geometry.tops[index] ?? 0;
              const selected = block !== null && index >= block.top && index <= block.bottom;
              return row.original.kind === 'group' ? (
                <GroupRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={top}
                  geometry={geometry}
                  columns={periods + 5}
                  active={index === activeLine}
                  open={!folded.has(row.id)}
                  onToggle={onGroup}
                />
              ) : (
                <GridRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={top}
                  periods={periods}
                  cols={cols}
                  geometry={geometry}
                  from={selected ? block.left : -1}
                  to={selected ? block.right : -1}
                  active={index === activeLine ? activeCol : -1}
                  kept={keptIn.get(row.id)}
                />
              );
            })}
          </div>
        </div>
        <Overlay
          sheet={sheet}
          control={control}
          geometry={geometry}
          log={log}
          fillTo={drag.fillTo}
          onHandleDown={drag.onHandleDown}
          scroller={scroller}
        />
      </div>
    </div>
  );
}

/** The lines and columns to draw: those in view, a few around them, and the active ones. */
function useVisible(
  { lines, periods }: Sheet,
  geometry: Geometry,
  scroller: RefObject<HTMLDivElement | null>,
  activeLine: number,
  activeCol: number,
) {
  const rowVirtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index]),
    getItemKey: useCallback((index: number) => lines[index]?.id ?? index, [lines]),
    overscan: 6,
    paddingStart: HEAD,
    rangeExtractor: (range) => withActive(range, activeLine),
  });
  const colVirtual = useVirtualizer({
    horizontal: true,
    count: periods,
    getScrollElement: () => scroller.current,
    estimateSize: () => geometry.col,
    overscan: 2,
    paddingStart: geometry.left,
    paddingEnd: geometry.right,
    // Opens with the active column, the newest one, as the last in view.
    initialOffset: () => {
      const room = (scroller.current?.clientWidth ?? 0) - geometry.right;
      return Math.max(0, leftOf(geometry, periods, activeCol + 1) - room);
    },
    rangeExtractor: (range) => withActive(range, activeCol < periods ? activeCol : -1),
  });
  // Sizes are kept by the virtualizer until it is told that they changed.
  useLayoutEffect(() => colVirtual.measure(), [colVirtual, geometry.col, geometry.left]);
  useLayoutEffect(() => rowVirtual.measure(), [rowVirtual, lines]);
  const shownCols = colVirtual.getVirtualItems().map((item) => item.index);
  const colsKey = shownCols.join();
  // The same array while the same columns are in view: rows are compared by it.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const cols = useMemo(() => shownCols, [colsKey]);
  return { visibleRows: rowVirtual.getVirtualItems().map((item) => item.index), cols };
}

function withActive(range: Range, active: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (active < 0 || active >= range.count || shown.includes(active)) return shown;
  return [...shown, active].toSorted((a, b) => a - b);
}

/** Brings the active cell into view and focuses it, whenever that is wished for. */
function useActiveInView(
  scroller: RefObject<HTMLDivElement | null>,
  sheet: Sheet,
  geometry: Geometry,
  control: GridControl,
): void {
  const done = useRef(0);
  const { focusWish, selection, editing } = control;
  useEffect(() => {
    const view = scroller.current;
    if (!view || !selection || focusWish === done.current || editing) return;
    done.current = focusWish;
    const { reach } = selection;
    const line = sheet.indexOf(reach.line);
    const top = geometry.tops[line] ?? HEAD;
    const bottom = top + heightOf(sheet.lines[line]);
    // The first group's line comes into view with the first row.
    if (top - HEAD < view.scrollTop) view.scrollTo({ top: line <= 1 ? 0 : top - HEAD });
    else if (bottom > view.scrollTop + view.clientHeight) view.scrollTo({ top: bottom - view.clientHeight + 1 });
    if (reach.col < sheet.periods && sheet.lines[line]?.kind === 'figures') {
      const left = leftOf(geometry, sheet.periods, reach.col);
      const room = view.clientWidth - geometry.right;
      if (left - geometry.left < view.scrollLeft) view.scrollTo({ left: left - geometry.left });
      else if (left + geometry.col > view.scrollLeft + room) view.scrollTo({ left: left + geometry.col - room });
    }
    view.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus({ preventScroll: true });
  }, [scroller, sheet, geometry, focusWish, selection, editing]);
}

function keptByLine(sheet: Sheet, log: LogState): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const found = new Map<string, Map<number, string>>();
  if (log.kept.size === 0) return found;
  for (const line of sheet.lines) {
    if (line.kind === 'group') continue;
    for (let col = 0; col < sheet.periods; col += 1) {
      const kept = log.kept.get(keyAt(sheet, line, col));
      if (kept) found.set(line.id, (found.get(line.id) ?? new Map<number, string>()).set(col, kept.text));
    }
  }
  return found;
}
