/** Steps of one person on one table, to be taken back and made again. Pure; plain data, kept while the session lives. */
import type { TableMapping } from '../../../shared/contract/imports/mapping.ts';

/** `null`: as the session reads the table. */
export type Reading = TableMapping | null;

export interface History {
  readonly past: readonly Reading[];
  readonly now: Reading;
  readonly future: readonly Reading[];
}

const steps = 60;

export const unchanged: History = { past: [], now: null, future: [] };

export function pushed(history: History, next: Reading): History {
  if (JSON.stringify(next) === JSON.stringify(history.now)) return history;
  return { past: [...history.past, history.now].slice(-steps), now: next, future: [] };
}

export function undone(history: History): History {
  const now = history.past.at(-1);
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] };
}

export function redone(history: History): History {
  const [now, ...future] = history.future;
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future };
}
