/** Selecting and filling with the pointer: from the cell under the press to the one under the pointer. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';
import { commandKey } from '../../app/index.ts';
import type { Sheet } from './plan.ts';
import { blockOf } from './selection.ts';
import type { Block, Spot } from './selection.ts';
import type { GridControl } from './useGrid.ts';

/** How near the edge the pointer makes the grid scroll, and by how much, in pixels. */
const EDGE = 24;

export function spotOf(target: EventTarget | null): Spot | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  const { line, col } = cell?.dataset ?? {};
  return line === undefined || Number(col) < 0 ? null : { line, col: Number(col) };
}

/** How long the pointer rests on a noted cell before its note is shown, in milliseconds. */
const REST = 300;

/** The cell the pointer rests on; `null` while it moves about or is elsewhere. */
export function useHover() {
  const [hovered, setHovered] = useState<Spot | null>(null);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onPointerOver = useCallback((event: ReactPointerEvent) => {
    clearTimeout(timer.current);
    const spot = spotOf(event.target);
    setHovered(null);
    timer.current = window.setTimeout(() => setHovered(spot), REST);
  }, []);
  const onPointerLeave = useCallback(() => {
    clearTimeout(timer.current);
    setHovered(null);
  }, []);
  return { hovered, onPointerOver, onPointerLeave };
}

export function useDrag(scroller: RefObject<HTMLElement | null>, control: GridControl, sheet: Sheet) {
  /** The block that a fill by its handle would reach. */
  const [fillTo, setFillTo] = useState<Block | null>(null);
  const now = useRef({ control, sheet, fillTo });
  useLayoutEffect(() => {
    now.current = { control, sheet, fillTo };
  });
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const follow = useCallback(
    (move: (spot: Spot) => void, end: (up: PointerEvent) => void) => {
      const onMove = (event: PointerEvent): void => {
        const box = scroller.current?.getBoundingClientRect();
        if (box) {
          const by = (at: number, from: number, to: number): number =>
            at < from + EDGE ? -EDGE : at > to - EDGE ? EDGE : 0;
          scroller.current?.scrollBy(
            by(event.clientX, box.left, box.right),
            by(event.clientY, box.top, box.bottom),
          );
        }
        const spot = spotOf(document.elementFromPoint(event.clientX, event.clientY));
        if (spot) move(spot);
      };
      const finish = (): void => {
        removeEventListener('pointermove', onMove);
        removeEventListener('pointerup', onUp);
        removeEventListener('pointercancel', finish);
        stop.current = null;
      };
      const onUp = (event: PointerEvent): void => {
        finish();
        end(event);
      };
      addEventListener('pointermove', onMove);
      addEventListener('pointerup', onUp);
      addEventListener('pointercancel', finish);
      stop.current = finish;
    },
    [scroller],
  );

  const onPointerDown = useCallback(
    (event: ReactPointerEvent) => {
      const { control: grid } = now.current;
      if (event.button !== 0) return;
      const head =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
      if (head) return grid.selectColumn(Number(head.dataset['column']), event.shiftKey);
      const name = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      if (name) return grid.selectRow(name.dataset['row'], event.shiftKey);
      const spot = spotOf(event.target);
      if (!spot) return;
      if (event.shiftKey && grid.selection) grid.select({ active: grid.selection.active, reach: spot });
      else grid.select({ active: spot, reach: spot });
      // The pressed cell stays the active one: the block grows from it.
      follow(
        (over) => {
          const { selection } = now.current.control;
          if (selection && (over.line !== selection.reach.line || over.col !== selection.reach.col))
            now.current.control.select({ active: selection.active, reach: over });
        },
        () => undefined,
      );
    },
    [follow],
  );

  const onHandleDown = useCallback(
    (event: ReactPointerEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const source = now.current.control.block;
      if (!source) return;
      follow(
        (over) => setFillTo(reach(now.current.sheet, source, over)),
        (up) => {
          const target = now.current.fillTo;
          setFillTo(null);
          // Two figures or more go on in their steps, as in a spreadsheet; with Ctrl they are repeated.
          if (target) now.current.control.fillOver(source, target, !commandKey(up));
        },
      );
    },
    [follow],
  );

  return { onPointerDown, onHandleDown, fillTo };
}

/** The source grown in one direction, the one the pointer is farther out in. */
function reach(sheet: Sheet, source: Block, over: Spot): Block | null {
  const place = blockOf(sheet, { active: over, reach: over });
  if (!place) return null;
  const col = Math.min(place.left, sheet.periods - 1);
  const down = Math.max(place.top - source.bottom, source.top - place.top, 0);
  const across = Math.max(col - source.right, source.left - col, 0);
  if (down === 0 && across === 0) return null;
  return down >= across
    ? { ...source, top: Math.min(source.top, place.top), bottom: Math.max(source.bottom, place.top) }
    : { ...source, left: Math.min(source.left, col), right: Math.max(source.right, col) };
}
