/**
 * What was typed into a client's grid in this session: what is on its way, what was refused, what can be taken back
 * and put back. One log per client for as long as the window lives, so that undo works after leaving the screen.
 *
 * Calls of one client go out one after another: an undo never overtakes the edit it takes back.
 */
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
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

interface Pending {
  readonly value: Stated;
  readonly call: number;
  /** Milliseconds of the clock when the backend had it; `null` before. */
  readonly ackedAt: number | null;
}

export interface LogState {
  readonly pending: ReadonlyMap<string, Pending>;
  readonly kept: ReadonlyMap<string, Kept>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Calls on their way. */
  readonly working: number;
}

export interface Taken {
  readonly cells: number;
  readonly keptLater: number;
}

export interface EditLog {
  readonly get: () => LogState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Sends writes as one batch. Resolves to the error it met, which is told at the cells too. */
  readonly write: (writes: readonly Write[], label: string) => Promise<ErrorCode | null>;
  readonly note: (at: CellAt, text: string | null) => Promise<ErrorCode | null>;
  /** Says at the cells why their texts were not taken. */
  readonly refuse: (refused: readonly Refused[]) => void;
  readonly forget: (keys: Iterable<string>) => void;
  /** `null`: nothing to take back, or it had been taken back elsewhere. */
  readonly undo: () => Promise<Taken | null>;
  readonly redo: () => Promise<Taken | null>;
  /** Lets go of what the grid's own answer shows by now. `cell`: that answer's, `undefined` outside of it. */
  readonly settle: (cell: (key: string) => GridCell | undefined, answeredAt: number) => void;
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
  const undoable: number[] = [];
  const redoable: number[] = [];
  let pending = new Map<string, Pending>();
  let kept = new Map<string, Kept>();
  let working = 0;
  let calls = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let state = snapshot();

  function snapshot(): LogState {
    return { pending, kept, canUndo: undoable.length > 0, canRedo: redoable.length > 0, working };
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
      const { batch } = await inTurn(() =>
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
      if (batch !== null) {
        undoable.push(batch);
        redoable.length = 0;
      }
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

  async function step(
    call: 'imports.undo' | 'imports.redo',
    from: number[],
    to: number[],
  ): Promise<Taken | null> {
    return inTurn(async () => {
      const batch = from.pop();
      if (batch === undefined) return null;
      try {
        const { cells, keptLater } = await callOnce(call, { batch });
        to.push(batch);
        return { cells, keptLater };
      } catch (error) {
        const { code } = asCallError(error);
        if (code === 'batch-state' || code === 'batch-not-found') return null;
        from.push(batch);
        throw error;
      }
    });
  }

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    write,
    note: async (at, text) => {
      try {
        await inTurn(() => callOnce('figures.set', { client, edits: [{ ...at, note: text }] }));
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
    undo: () => step('imports.undo', undoable, redoable),
    redo: () => step('imports.redo', redoable, undoable),
    settle: (cell, answeredAt) => {
      const left = new Map(
        [...pending].filter(([key, one]) => {
          if (one.ackedAt === null) return true;
          return answeredAt < one.ackedAt && !says(cell(key), one.value);
        }),
      );
      if (left.size === pending.size) return;
      pending = left;
      tell();
    },
  };
}

function says(cell: GridCell | undefined, value: Stated): boolean {
  if (!cell) return false;
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
