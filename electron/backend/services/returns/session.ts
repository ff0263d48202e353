/** Workbooks that came back and are being looked at: each held in memory for an hour from its last use. */
import { randomUUID } from 'node:crypto';
import { CallError } from '../../errors.ts';
import { ticks } from '../../ticks.ts';
import type { Compared } from '../../exchange/returned/compare.ts';
import type { ReturnedBook } from '../../exchange/returned/found.ts';

export interface ReturnSession {
  readonly id: string;
  /** Empty for a file named on the command line. */
  readonly handle: string;
  readonly name: string;
  readonly sha256: string;
  readonly book: ReturnedBook;
  /** Whose it is here; `null`: nobody has said. */
  client: number | null;
  /** That client made it: it is known here by what the workbook calls it. */
  own: boolean;
  compared: Compared;
  /** What a person said of cells, by id; the others are taken as they usually are. */
  chosen: Map<string, boolean>;
  touched: number;
}

export interface ReturnSessions {
  open(session: Omit<ReturnSession, 'id' | 'touched' | 'chosen'>): ReturnSession;
  /** Throws `session-expired`. */
  get(id: string): ReturnSession;
  all(): readonly ReturnSession[];
  discard(id: string): void;
}

const LIFETIME_MS = 60 * 60_000;
/** A person looks at one; more than these are windows that were left. */
const MOST = 4;

export function createReturnSessions(now: () => number = ticks): ReturnSessions {
  const sessions = new Map<string, ReturnSession>();
  const sweep = (): void => {
    const limit = now() - LIFETIME_MS;
    for (const { id, touched } of sessions.values()) if (touched < limit) sessions.delete(id);
  };
  return {
    open(made) {
      sweep();
      const [oldest] = [...sessions.values()].toSorted((a, b) => a.touched - b.touched);
      if (sessions.size >= MOST && oldest !== undefined) sessions.delete(oldest.id);
      const session = { ...made, id: randomUUID(), chosen: new Map(), touched: now() };
      sessions.set(session.id, session);
      return session;
    },
    get(id) {
      sweep();
      const session = sessions.get(id);
      if (session === undefined) throw new CallError('session-expired', 'this workbook is no longer open');
      session.touched = now();
      return session;
    },
    all: () => [...sessions.values()],
    discard(id) {
      sessions.delete(id);
    },
  };
}
