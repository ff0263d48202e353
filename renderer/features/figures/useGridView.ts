/** What of the grid is drawn, and bringing the active cell into view with the focus on it. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { HEAD, heightOf, leftOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import type { Sheet } from './plan.ts';
import type { GridControl } from './useGrid.ts';

/** The lines and columns to draw: those in view, a few around them, and the active ones. */
export function useVisible(
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
      const room = geometry.view - frozenRight(geometry);
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
export function useActiveInView(
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
    else if (bottom > view.scrollTop + view.clientHeight)
      view.scrollTo({ top: bottom - view.clientHeight + 1 });
    if (reach.col < sheet.periods && sheet.lines[line]?.kind === 'figures') {
      const left = leftOf(geometry, sheet.periods, reach.col);
      const room = view.clientWidth - frozenRight(geometry);
      if (left - geometry.left < view.scrollLeft) view.scrollTo({ left: left - geometry.left });
      else if (left + geometry.col > view.scrollLeft + room)
        view.scrollTo({ left: left + geometry.col - room });
    }
    view.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus({ preventScroll: true });
  }, [scroller, sheet, geometry, focusWish, selection, editing]);
}

function frozenRight(geometry: Geometry): number {
  return geometry.narrow ? 0 : geometry.right;
}
