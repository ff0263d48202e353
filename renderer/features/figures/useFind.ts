/** What is found in the grid for some words, and the way from one hit to the next. */
import { useCallback, useMemo, useState } from 'react';
import type { RefObject } from 'react';
import { matches, plain, wordsOf } from './lines.ts';
import type { FigureLine } from './lines.ts';
import type { Sheet } from './plan.ts';
import { at } from './selection.ts';
import type { Spot } from './selection.ts';
import { shownText } from './typed.ts';
import type { GridControl } from './useGrid.ts';
import type { InView } from './useGridView.ts';

/** Hits that are counted; a person narrows the words long before. */
const MOST = 10_000;

export function useFind(sheet: Sheet, control: GridControl, seen: RefObject<InView>) {
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(-1);
  const col = control.selection?.active.col ?? 0;
  const hits = useMemo(
    () => {
      if (!open || words.trim() === '') return [];
      const { left, right } = seen.current;
      return hitsOf(sheet, words, Math.max(left, Math.min(col, Math.max(left, right - 3))));
    },
    // The column one stands in when the search begins stays that of names found.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [open, words, sheet.lines, sheet.starts],
  );
  const { select } = control;
  const step = useCallback(
    (by: 1 | -1) => {
      if (hits.length === 0) return;
      const next = (place + by + hits.length) % hits.length;
      const hit = hits[next];
      setPlace(next);
      // The words keep the focus: one goes on with Enter.
      if (hit) select(at(hit), 'view');
    },
    [hits, place, select],
  );
  return {
    open,
    words,
    at: place,
    hits: hits.length,
    show: useCallback(() => setOpen(true), []),
    close: useCallback(() => {
      setOpen(false);
      setPlace(-1);
    }, []),
    setWords: useCallback((next: string) => {
      setWords(next);
      setPlace(-1);
    }, []),
    step,
  };
}

function hitsOf(sheet: Sheet, text: string, col: number): readonly Spot[] {
  const words = wordsOf(text);
  const digits = /\d/.test(text) ? plain(text.trim()) : null;
  const found: Spot[] = [];
  for (const line of sheet.lines) {
    if (found.length >= MOST) break;
    if (line.kind === 'group') continue;
    if (matches(line, words)) found.push({ line: line.id, col });
    else if (digits !== null) found.push(...figuresLike(sheet, line, digits));
  }
  return found;
}

function figuresLike(sheet: Sheet, line: FigureLine, digits: string): Spot[] {
  return sheet
    .row(line)
    .cells.flatMap((cell, col) =>
      cell && cell.value !== null && plain(shownText(cell.value, line.unit, sheet.style)).includes(digits)
        ? [{ line: line.id, col }]
        : [],
    );
}
