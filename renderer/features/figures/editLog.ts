/**
 * What was typed into a client's grid: what is on its way, and what was refused. One log per client for as long as the
 * window lives. What was stored can be taken back by the backend at any later day, so nothing of that is kept here.
 *
 * Calls of one client go out one after another: an undo never overtakes the edit it takes back.
 */
import type { Output } from '../../../shared/contract/api.ts';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import { cellKey } from './lines.ts';
import type { CellAt } from './lines.ts';
import type { Refused, Write } from './plan.ts';
import type { Refusal, Stated } from './typed.ts';

/** A text that was not taken, kept at its cell with the reason. */
export interface Kept {
  readonly text: string;
  readonly why: Refusal | { readonly code: ErrorCode };
}

export interface Pending {
  readonly value: Stated;
  readonly call: number;
  /** Milliseconds of the clock when the backend had it; `null` before. */
  readonly ackedAt: number | null;
}

export interface LogState {
  readonly pending: ReadonlyMap<string, Pending>;
  readonly kept: ReadonlyMap<string, Kept>;
  /** Calls on their way. */
  readonly working: number;
}

export type Travelled = Output<'figures.undo'>;

export interface EditLog {
  readonly get: () => LogState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends writes as one batch. Resolves to the error it met, which is told at the cells too. */
  readonly write: (writes: readonly Write[], label: string) => Promise<ErrorCode | null>;
  readonly note: (at: CellAt, text: string | null, label: string) => Promise<ErrorCode | null>;
  /** Says at the cells why their texts were not taken. */
  readonly refuse: (refused: readonly Refused[]) => void;
  readonly forget: (keys: Iterable<string>) => void;
  /** Takes back, puts back, or goes to a step of the history (`null`: before the first). */
  readonly undo: () => Promise<Travelled>;
  readonly redo: () => Promise<Travelled>;
  readonly backTo: (batch: number | null) => Promise<Travelled>;
  /** Lets go of what an answer shows by now. `askedAt`: when it was asked for, in milliseconds of the clock. */
  readonly settle: (
    line: { readonly kpi: number; readonly channel: number },
    cadence: Cadence,
    starts: readonly IsoDate[],
    cells: readonly GridCell[],
    askedAt: number,
  ) => void;
}

const logs = new Map<number, EditLog>();

export function editLogOf(client: number): EditLog {
  const known = logs.get(client);
  if (known) return known;
  const made = createEditLog(client);
  logs.set(client, made);
  return made;
}

function createEditLog(client: number): EditLog {
  const listeners = new Set<() => void>();
  let pending = new Map<string, Pending>();
  let kept = new Map<string, Kept>();
  let working = 0;
  let calls = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let state = snapshot();

  function snapshot(): LogState {
    return { pending, kept, working };
  }
  function tell(): void {
    state = snapshot();
    for (const listener of listeners) listener();
  }
  async function inTurn<T>(run: () => Promise<T>): Promise<T> {
    working += 1;
    tell();
    const turn = queue.then(run);
    queue = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      working -= 1;
      tell();
    }
  }

  async function write(writes: readonly Write[], label: string): Promise<ErrorCode | null> {
    if (writes.length === 0) return null;
    calls += 1;
    const call = calls;
    pending = new Map(pending);
    kept = new Map(kept);
    for (const one of writes) {
      pending.set(cellKey(one), { value: one.value, call, ackedAt: null });
      kept.delete(cellKey(one));
    }
    try {
      await inTurn(() =>
        callOnce('figures.set', {
          client,
          label: label.slice(0, 120),
          edits: writes.map(({ kpi, channel, cadence, start, value }) => ({
            kpi,
            channel,
            cadence,
            start,
            value,
          })),
        }),
      );
      pending = new Map(pending);
      for (const [key, one] of pending)
        if (one.call === call) pending.set(key, { ...one, ackedAt: Date.now() });
      tell();
      return null;
    } catch (error) {
      const { code } = asCallError(error);
      pending = new Map([...pending].filter(([, one]) => one.call !== call));
      kept = new Map(kept);
      for (const one of writes)
        if (!pending.has(cellKey(one))) kept.set(cellKey(one), { text: one.text, why: { code } });
      tell();
      return code;
    }
  }

  async function travel(call: () => Promise<Travelled>): Promise<Travelled> {
    const travelled = await inTurn(call);
    // What was stored shows what it shows now; nothing of it is on its way any more.
    pending = new Map([...pending].filter(([, one]) => one.ackedAt === null));
    tell();
    return travelled;
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    write,
    note: async (at, text, label) => {
      try {
        await inTurn(() =>
          callOnce('figures.set', { client, label: label.slice(0, 120), edits: [{ ...at, note: text }] }),
        );
        return null;
      } catch (error) {
        return asCallError(error).code;
      }
    },
    refuse: (refused) => {
      if (refused.length === 0) return;
      kept = new Map(kept);
      for (const { key, text, ...why } of refused) kept.set(key, { text, why });
      tell();
    },
    forget: (keys) => {
      const left = new Map(kept);
      for (const key of keys) left.delete(key);
      if (left.size === kept.size) return;
      kept = left;
      tell();
    },
    undo: () => travel(() => callOnce('figures.undo', { client })),
    redo: () => travel(() => callOnce('figures.redo', { client })),
    backTo: (batch) => travel(() => callOnce('figures.backTo', { client, batch })),
    settle: (line, cadence, starts, cells, askedAt) => {
      if (pending.size === 0) return;
      const left = new Map(pending);
      for (const [i, start] of starts.entries()) {
        const key = cellKey({ ...line, cadence, start });
        const one = left.get(key);
        const cell = cells[i];
        if (one && one.ackedAt !== null && (askedAt >= one.ackedAt || (cell && says(cell, one.value))))
          left.delete(key);
      }
      if (left.size === pending.size) return;
      pending = left;
      tell();
    },
  };
}

function says(cell: GridCell, value: Stated): boolean {
  if (value === null) return cell.state !== 'recorded' && cell.state !== 'notApplicable';
  if (value === 'na') return cell.state === 'notApplicable';
  return cell.state === 'recorded' && cell.value === value;
}

/** A cell as it will be once the backend has it. */
export function foreseen(cell: GridCell, value: Stated): GridCell {
  const note = cell.note ? { note: true } : {};
  if (value === 'na') return { value: null, state: 'notApplicable', ...note };
  if (value === null) return { value: null, state: 'missing', ...note };
  return { value, state: 'recorded', ...note };
}
