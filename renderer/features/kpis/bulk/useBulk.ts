/** The draft of the bulk editor with its undo and redo, and the selection. */
import { useState } from 'react';
import { used } from './draft.ts';
import type { BulkRow, Draft, Selection, Tool } from './draft.ts';

const empty: Draft = new Map();
const deepest = 100;

interface Steps {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
}
const begin: Steps = { past: [], now: empty, future: [] };

export interface Corner {
  readonly row: number;
  readonly column: number;
}

export interface Bulk {
  readonly draft: Draft;
  readonly selection: Selection;
  /** Where the keyboard is. */
  readonly active: Corner;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly write: (next: Draft) => void;
  readonly use: (tool: Tool) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly clear: () => void;
  /** Goes there; `extend` keeps the other corner. */
  readonly go: (to: Corner, extend: boolean) => void;
}

export function useBulk(rows: readonly BulkRow[], columns: number): Bulk {
  const [steps, setSteps] = useState(begin);
  const [anchor, setAnchor] = useState<Corner>({ row: 0, column: 0 });
  const [active, setActive] = useState<Corner>({ row: 0, column: 0 });
  const held = (corner: Corner): Corner => ({
    row: Math.max(0, Math.min(corner.row, rows.length - 1)),
    column: Math.max(0, Math.min(corner.column, columns - 1)),
  });
  const [from, to] = [held(anchor), held(active)];
  const selection: Selection = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  const write = (next: Draft): void => {
    if (next === steps.now) return;
    setSteps({ past: [...steps.past, steps.now].slice(-deepest), now: next, future: [] });
  };
  return {
    draft: steps.now,
    selection,
    active: to,
    canUndo: steps.past.length > 0,
    canRedo: steps.future.length > 0,
    write,
    use: (tool) => write(used(rows, steps.now, selection, tool)),
    undo: () => {
      const last = steps.past.at(-1);
      if (last !== undefined)
        setSteps({ past: steps.past.slice(0, -1), now: last, future: [steps.now, ...steps.future] });
    },
    redo: () => {
      const [next, ...future] = steps.future;
      if (next !== undefined) setSteps({ past: [...steps.past, steps.now], now: next, future });
    },
    clear: () => setSteps(begin),
    go: (next, extend) => {
      const there = held(next);
      setActive(there);
      if (!extend) setAnchor(there);
    },
  };
}
