/**
 * What of the grid is drawn, and bringing the active cell into view with the focus on it. Heights and widths are known,
 * so the part in view is counted from where the grid is scrolled to; it is drawn in the same frame.
 */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { HEAD, heightAt, leftOf, lineAt } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import type { Sheet } from './plan.ts';
import type { GridControl } from './useGrid.ts';

/** Line and column indexes in view, both ends included. */
export interface InView {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Lines drawn beyond those in view: one turn of the wheel. */
const OVER = 6;
/** Columns are drawn in runs of this many: a step aside draws nothing anew. */
const RUN = 4;

function inView(view: HTMLElement, geometry: Geometry, lines: number, periods: number): InView {
  const top = lineAt(geometry, view.scrollTop + HEAD);
  const bottom = Math.min(lines - 1, lineAt(geometry, view.scrollTop + view.clientHeight));
  const room = view.clientWidth - frozenRight(geometry);
  const left = Math.floor(view.scrollLeft / geometry.col);
  const right = Math.ceil((view.scrollLeft + room - geometry.left) / geometry.col) - 1;
  const last = Math.max(0, periods - 1);
  return {
    top,
    bottom,
    left: Math.min(last, Math.floor(left / RUN) * RUN),
    right: Math.max(0, Math.min(last, Math.ceil((right + 1) / RUN) * RUN - 1)),
  };
}

const same = (a: InView, b: InView): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

/** What is in view, the lines and columns to draw: a few more, and the active ones, so that the focus never falls out. */
export function useVisible(
  { lines, periods }: Sheet,
  geometry: Geometry,
  scroller: RefObject<HTMLDivElement | null>,
  activeLine: number,
  activeCol: number,
) {
  const [seen, setSeen] = useState<InView>({ top: 0, bottom: 40, left: 0, right: 20 });
  const now = useRef({ geometry, lines: lines.length, periods });
  useLayoutEffect(() => {
    now.current = { geometry, lines: lines.length, periods };
    const view = scroller.current;
    if (!view) return;
    const next = inView(view, geometry, lines.length, periods);
    // Only measuring tells what is in view; nothing else follows from it.
    // oxlint-disable-next-line react/set-state-in-effect
    setSeen((old) => (same(old, next) ? old : next));
  }, [scroller, geometry, lines.length, periods]);
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    const look = (): void => {
      const { geometry: shape, lines: count, periods: cols } = now.current;
      const next = inView(view, shape, count, cols);
      // In this frame: what comes into view must not be blank first.
      flushSync(() => setSeen((old) => (same(old, next) ? old : next)));
    };
    view.addEventListener('scroll', look, { passive: true });
    return () => view.removeEventListener('scroll', look);
  }, [scroller]);
  // Opens with the active column, the newest one, as the last in view.
  const opened = useRef(false);
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view || opened.current || geometry.view === 0) return;
    opened.current = true;
    const room = geometry.view - frozenRight(geometry);
    view.scrollTo({ left: Math.max(0, leftOf(geometry, periods, Math.min(activeCol + 1, periods)) - room) });
  }, [scroller, geometry, periods, activeCol]);

  const count = lines.length;
  const visibleRows = useMemo(
    () => runOf(seen.top - OVER, seen.bottom + OVER, count, activeLine),
    [seen.top, seen.bottom, count, activeLine],
  );
  const active = activeCol < periods ? activeCol : -1;
  // The same array while the same columns are in view: rows are compared by it.
  const cols = useMemo(
    () => runOf(seen.left - 1, seen.right + 1, periods, active),
    [seen.left, seen.right, periods, active],
  );
  return { seen, visibleRows, cols };
}

function runOf(from: number, to: number, count: number, extra: number): readonly number[] {
  const found: number[] = [];
  const [first, last] = [Math.max(0, from), Math.min(count - 1, to)];
  if (extra >= 0 && extra < first) found.push(extra);
  for (let i = first; i <= last; i += 1) found.push(i);
  if (extra > last && extra < count) found.push(extra);
  return found;
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
    if (!view || !selection || focusWish.n === done.current || editing) return;
    done.current = focusWish.n;
    const focus = (): void => {
      if (focusWish.focus)
        view.querySelector<HTMLElement>('[data-line][tabindex="0"]')?.focus({ preventScroll: true });
    };
    if (!focusWish.view) return focus();
    const { reach } = selection;
    const line = sheet.indexOf(reach.line);
    const top = geometry.tops[line] ?? HEAD;
    const bottom = top + heightAt(geometry, line);
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
    focus();
  }, [scroller, sheet, geometry, focusWish, selection, editing]);
}

function frozenRight(geometry: Geometry): number {
  return geometry.narrow ? 0 : geometry.right;
}
