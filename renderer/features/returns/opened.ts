/**
 * Workbooks of ours among dropped files, each opened once, one after another, and what became of them while the window
 * lives. The backend holds what is in them.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { asCallError, callOnce, newJob } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';

export type Opened =
  | { readonly state: 'reading'; readonly job: string }
  | { readonly state: 'failed'; readonly error: CallError }
  | { readonly state: 'open'; readonly returned: Returned }
  | { readonly state: 'taken'; readonly returned: Returned; readonly client: number; readonly batch: number };

const known = new Map<string, Opened>();
const listeners = new Set<() => void>();
let turn: Promise<void> = Promise.resolve();

function set(handle: string, opened: Opened): void {
  known.set(handle, opened);
  for (const listener of listeners) listener();
}

function open(handle: string): void {
  if (known.has(handle)) return;
  const job = newJob();
  set(handle, { state: 'reading', job });
  turn = turn.then(async () => {
    try {
      set(handle, { state: 'open', returned: await callOnce('returns.open', { handle, job }) });
    } catch (thrown) {
      set(handle, { state: 'failed', error: asCallError(thrown) });
    }
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The workbook behind a handle, opened if it is not yet. */
export function useOpened(handle: string): Opened | undefined {
  useEffect(() => open(handle), [handle]);
  return useSyncExternalStore(subscribe, () => known.get(handle));
}

/** Opens again what was open as `session` and is no more; `null`: it is not at hand either. */
export async function openAgain(session: string): Promise<Returned | null> {
  for (const [handle, opened] of known) {
    if (opened.state !== 'open' || opened.returned.session !== session) continue;
    const returned = await callOnce('returns.open', { handle, job: newJob() });
    set(handle, { state: 'open', returned });
    return returned;
  }
  return null;
}

/** What was opened as `session` is in the book now. */
export function markTaken(session: string, client: number, batch: number): void {
  for (const [handle, opened] of known)
    if (opened.state === 'open' && opened.returned.session === session)
      set(handle, { state: 'taken', returned: opened.returned, client, batch });
}
