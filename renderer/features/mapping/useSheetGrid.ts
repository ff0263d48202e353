/** Which columns of the sheet are drawn and how wide, where the focus stands, and how keys move it. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import { parseNumber } from '../../../shared/domain/cells/numbers.ts';

const NUMBERS = 52;
const NARROW = 128;
const WIDE = 216;
/** Columns between the view and the focus that are still drawn. */
const FAR = 40;
/** Of a digit of the sheet's type, nearly. */
const DIGIT = 6.8;

interface Place {
  /** 0: the strips; from 1: rows of the sheet. */
  readonly row: number;
  /** -1: the row's number. */
  readonly col: number;
}

const placeOf = (element: EventTarget): Place | null => {
  if (!(element instanceof Element)) return null;
  const [row, col] = (element.closest('[data-place]')?.getAttribute('data-place') ?? '').split(':');
  return row && col ? { row: Number(row), col: Number(col) } : null;
};

export function useSheetGrid(view: TableView, scroller: RefObject<HTMLDivElement | null>) {
  const { columns, sample } = view;
  const [active, setActive] = useState<Place>({ row: 0, col: 0 });
  const moved = useRef(false);
  const wanted = useMemo(
    () =>
      columns.map((column) => {
        const longest = Math.max(
          column.header.length,
          ...sample.filter((row) => row.role !== 'above').map((row) => row.cells[column.index]?.length ?? 0),
        );
        return Math.round(Math.min(WIDE, Math.max(NARROW, longest * DIGIT + 20)));
      }),
    [columns, sample],
  );
  const room = useRoom(scroller);
  const widths = useMemo(() => stretched(wanted, room - NUMBERS), [wanted, room]);
  const numeric = useMemo(
    () =>
      columns.map((column) => {
        const cells = column.samples.filter((cell) => cell.trim() !== '');
        const numbers = cells.filter(
          (cell) => !Number.isNaN(parseNumber(cell, '.')) || !Number.isNaN(parseNumber(cell, ',')),
        );
        return cells.length > 0 && numbers.length >= cells.length * 0.6;
      }),
    [columns],
  );
  const col = Math.min(active.col, columns.length - 1);
  const row = Math.min(active.row, sample.length);
  // oxlint-disable-next-line react/incompatible-library -- it tells when to draw anew by itself
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => widths[at] ?? NARROW,
    overscan: 3,
    paddingStart: NUMBERS,
    scrollPaddingStart: NUMBERS,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const [first = 0, last = 0] = [shown[0], shown.at(-1)];
      // Drawn without a break, so that one gap before them is enough; with the cell in focus while it is near.
      if (col < first - FAR || col > last + FAR) return shown;
      const from = Math.min(first, Math.max(col, 0));
      return Array.from({ length: Math.max(last, col) - from + 1 }, (_, i) => from + i);
    },
  });
  const { measure, scrollToIndex } = virtual;
  useLayoutEffect(() => measure(), [widths, measure]);

  useEffect(() => {
    if (!moved.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${row}:${col}"]`);
    // Far away it is drawn once the sheet has scrolled there.
    if (!cell) {
      if (col >= 0) scrollToIndex(col);
      return;
    }
    moved.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = useCallback((to: Place): void => {
    moved.current = true;
    setActive(to);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = placeOf(event.target);
    if (at === null || event.altKey) return;
    const last = { row: sample.length, col: columns.length - 1 };
    const command = event.ctrlKey || event.metaKey;
    const to = keyTarget(event.key, command, at, last);
    if (to !== null) {
      event.preventDefault();
      if (to.row !== at.row || to.col !== at.col) go(to);
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && !command && at.row > 0 && at.col >= 0) {
      event.preventDefault();
      (event.target as HTMLElement).click();
    }
  };

  const items = virtual.getVirtualItems();
  const drawn = col < 0 || items.some((item) => item.index === col);
  // Scrolled out of what is drawn, the tab stop is the first column that is.
  const stop = drawn ? col : (items[0]?.index ?? 0);
  return {
    width: virtual.getTotalSize(),
    before: (items[0]?.start ?? NUMBERS) - NUMBERS,
    shown: items.map((item) => ({ at: item.index, width: item.size })),
    isActive: (r: number, c: number): boolean => r === row && c === stop,
    isNumeric: (at: number): boolean => numeric[at] ?? false,
    onKeyDown,
    onFocus: (event: FocusEvent): void => {
      const at = placeOf(event.target);
      if (at !== null && (at.row !== row || at.col !== col)) setActive(at);
    },
    /** Brings a column into view. */
    show: useCallback((at: number): void => scrollToIndex(at), [scrollToIndex]),
    toStrip: useCallback(
      (at: number): void => {
        const to = Math.max(0, at);
        moved.current = true;
        setActive({ row: 0, col: to });
        scroller.current?.querySelector<HTMLElement>(`[data-place="0:${to}"]`)?.focus();
      },
      [scroller],
    ),
  };
}

/** The width of what scrolls, as it is now. */
function useRoom(scroller: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const look = (): void => setRoom(box.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(box);
    look();
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

/** Few columns share the room there is. */
function stretched(widths: readonly number[], room: number): readonly number[] {
  const spare = room - widths.reduce((sum, width) => sum + width, 0);
  if (spare <= 0 || widths.length === 0) return widths;
  const more = Math.floor(spare / widths.length);
  return widths.map((width) => Math.max(width, Math.min(WIDE, width + more)));
}

function keyTarget(key: string, command: boolean, at: Place, last: Place): Place | null {
  const firstCol = at.row === 0 ? 0 : -1;
  switch (key) {
    case 'ArrowLeft':
      return { ...at, col: Math.max(firstCol, at.col - 1) };
    case 'ArrowRight':
      return { ...at, col: Math.min(last.col, at.col + 1) };
    case 'ArrowUp':
      // Above a row's number there is nothing to press.
      return { ...at, row: Math.max(at.col < 0 ? 1 : 0, at.row - 1) };
    case 'ArrowDown':
      return { ...at, row: Math.min(last.row, at.row + 1) };
    case 'Home':
      return command ? { row: 0, col: 0 } : { ...at, col: firstCol };
    case 'End':
      return command ? last : { ...at, col: last.col };
    default:
      return null;
  }
}
