/** Archives that were read and wait for the person's word: each a staging in the transfer folder, for an hour. */
import { randomBytes } from 'node:crypto';
import { CallError } from '../../errors.ts';
import { ticks } from '../../ticks.ts';
import type { Transfers } from '../../transfers.ts';

export interface ArchiveSession {
  readonly id: string;
  /** Of the staging. */
  readonly handle: string;
  readonly path: string;
}

export interface ArchiveSessions {
  open(staging: { readonly handle: string; readonly path: string }): ArchiveSession;
  /** Throws `session-expired`. */
  get(id: string): ArchiveSession;
  all(): readonly ArchiveSession[];
  discard(id: string): void;
}

const LIFETIME_MS = 60 * 60_000;
/** A person looks at one; more than these are windows that were left. */
const MOST = 4;

export function createArchiveSessions(transfers: Transfers, now: () => number = ticks): ArchiveSessions {
  const sessions = new Map<string, ArchiveSession & { touched: number }>();
  const discard = (id: string): void => {
    const session = sessions.get(id);
    if (session === undefined) return;
    sessions.delete(id);
    transfers.release(session.handle);
  };
  const sweep = (): void => {
    for (const { id, touched } of sessions.values()) if (now() - touched > LIFETIME_MS) discard(id);
  };
  return {
    open(staging) {
      sweep();
      const [oldest] = sessions.keys();
      if (sessions.size >= MOST && oldest !== undefined) discard(oldest);
      const session = { id: randomBytes(16).toString('hex'), ...staging, touched: now() };
      sessions.set(session.id, session);
      return session;
    },
    get(id) {
      sweep();
      const session = sessions.get(id);
      if (session === undefined) throw new CallError('session-expired', 'this archive is no longer open');
      session.touched = now();
      return session;
    },
    all: () => [...sessions.values()],
    discard,
  };
}
