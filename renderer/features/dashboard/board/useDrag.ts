/**
 * Moving a card with the pointer: taken at its grip, dropped before or after the card under the pointer. Escape puts it
 * back. Nothing moves until it is dropped; a line shows where it will stand.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent as ReactPointerEvent, RefObject } from 'react';

export interface DropPlace {
  readonly target: string;
  readonly after: boolean;
  /** The edge of the target that the line stands at. */
  readonly edge: 'top' | 'bottom' | 'left' | 'right';
}

export interface Drag {
  readonly dragged: string | null;
  readonly drop: DropPlace | null;
  readonly take: (id: string, event: ReactPointerEvent) => void;
}

/** Nearer to an edge of what scrolls than this, it scrolls. */
const EDGE = 56;
const STEP = 14;

export function useDrag(
  board: RefObject<HTMLElement | null>,
  onDrop: (id: string, drop: DropPlace) => void,
  onCancel: () => void,
): Drag {
  const [dragged, setDragged] = useState<string | null>(null);
  const [drop, setDrop] = useState<DropPlace | null>(null);
  const place = useRef<DropPlace | null>(null);
  const ended = useRef({ onDrop, onCancel });
  useEffect(() => {
    ended.current = { onDrop, onCancel };
  });

  const take = useCallback((id: string, event: ReactPointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    place.current = null;
    setDragged(id);
  }, []);

  useEffect(() => {
    const root = board.current;
    if (dragged === null || root === null) return undefined;
    const scroller = root.closest('main');
    let pull = 0;
    let frame = 0;
    const scroll = (): void => {
      if (pull !== 0) scroller?.scrollBy(0, pull);
      frame = requestAnimationFrame(scroll);
    };
    frame = requestAnimationFrame(scroll);
    const stop = (): void => {
      setDragged(null);
      setDrop(null);
    };
    const onMove = (event: PointerEvent): void => {
      const view = scroller?.getBoundingClientRect();
      pull =
        view === undefined
          ? 0
          : event.clientY > view.bottom - EDGE
            ? STEP
            : event.clientY < view.top + EDGE
              ? -STEP
              : 0;
      place.current = placeAt(root, dragged, event.clientX, event.clientY);
      setDrop(place.current);
    };
    const onUp = (): void => {
      stop();
      if (place.current !== null) ended.current.onDrop(dragged, place.current);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      stop();
      ended.current.onCancel();
    };
    const onLost = (): void => {
      stop();
      ended.current.onCancel();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onLost);
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onLost);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [board, dragged]);
  return { dragged, drop, take };
}

/** The card under the pointer, and which of its sides is nearer, measured by its own width and height. */
function placeAt(root: HTMLElement, dragged: string, x: number, y: number): DropPlace | null {
  for (const card of root.querySelectorAll<HTMLElement>('[data-card]')) {
    const id = card.dataset['card'];
    const { left, right, top, bottom, width, height } = card.getBoundingClientRect();
    if (id === undefined || x < left - 6 || x > right + 6 || y < top - 6 || y > bottom + 6) continue;
    if (id === dragged) return null;
    const across = (x - (left + right) / 2) / width;
    const down = (y - (top + bottom) / 2) / height;
    // A card as wide as the board has neighbours above and below only.
    const sideways = Math.abs(across) > Math.abs(down) && width < root.clientWidth * 0.9;
    const after = (sideways ? across : down) > 0;
    return { target: id, after, edge: sideways ? (after ? 'right' : 'left') : after ? 'bottom' : 'top' };
  }
  return null;
}
