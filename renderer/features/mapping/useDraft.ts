/**
 * The reading being worked on and the way back from it. It lives in the window's own storage beside the session, so
 * that neither a reload nor a look at another table loses a step.
 */
import { useCallback, useEffect, useState } from 'react';
import { tableMappingSchema } from '../../../shared/contract/imports/mapping.ts';
import { pushed, redone, undone, unchanged } from './history.ts';
import type { History, Reading } from './history.ts';

export interface Table {
  readonly session: string;
  readonly file: number;
  readonly table: string;
}

const keyOf = ({ session, file, table }: Table): string => `mapping ${session} ${file} ${table}`;

/** What was kept of a table; nothing where it is not of this shape. */
export function keptOf(table: Table): History {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(table)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return unchanged;
    const { past, now, future } = kept as Record<string, unknown>;
    const reading = tableMappingSchema.nullable();
    const list = reading.array();
    return { past: list.parse(past), now: reading.parse(now), future: list.parse(future) };
  } catch {
    return unchanged;
  }
}

export function forget(table: Table): void {
  sessionStorage.removeItem(keyOf(table));
}

export interface Draft {
  /** `null`: as the session reads it. */
  readonly now: Reading;
  readonly push: (next: Reading) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** One component instance works on one table: remount it for another. */
export function useDraft(table: Table): Draft {
  const [history, setHistory] = useState(() => keptOf(table));
  const key = keyOf(table);
  useEffect(() => {
    try {
      if (history.past.length + history.future.length === 0 && history.now === null)
        sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(history));
    } catch {
      // The storage is full: the steps live on as long as the screen does.
    }
  }, [key, history]);
  const push = useCallback((next: Reading) => setHistory((before) => pushed(before, next)), []);
  const undo = useCallback(() => setHistory(undone), []);
  const redo = useCallback(() => setHistory(redone), []);
  return {
    now: history.now,
    push,
    undo: history.past.length > 0 ? undo : null,
    redo: history.future.length > 0 ? redo : null,
  };
}
