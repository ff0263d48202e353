/**
 * Keeps a book open where it can be, and says why where it cannot: one backend over the one of the open book, which may be
 * missing, and the rescue, which is always there.
 *
 * Invariants:
 * - a book that is damaged, newer, foreign, or on a disk that is full or read-only never ends the app: its calls answer
 *   why, those about backups work;
 * - putting another book in place is the same path for a healthy and for a damaged one: what runs ends in order, as when
 *   the app is closed (nobody who has lost figures must wait for a job that hangs, and nothing that is stored is ever
 *   half), the files change places, the book is opened, everything is asked for anew;
 * - meanwhile queries wait for the new book; a command answers `busy`, because it was meant for the old one.
 */
import { api, isCallName } from '../../../shared/contract/api.ts';
import type { Parsed } from '../../../shared/contract/api.ts';
import { bookTroubles } from '../../../shared/contract/api/backups.ts';
import type { BackupContents, BookState, BookTrouble } from '../../../shared/contract/api/backups.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import { areas } from '../../../shared/contract/reply.ts';
import type { BackendEvent, Reply } from '../../../shared/contract/reply.ts';
import { backupsFolder } from '../../store/backup.ts';
import type { Backend } from '../backend.ts';
import { isKeeperCall, isRescueCall, REPLACE } from './calls.ts';
import type { KeeperCall } from './calls.ts';
import type { ReplaceAsk } from './replace.ts';

export interface KeeperParts {
  readonly dataDir: string;
  readonly version: string;
  /**
   * Called each time before the book is opened or replaced; rejects with the store's code where the folder cannot be had.
   * Absent where whoever calls has it already.
   */
  readonly own?: (() => Promise<void>) | undefined;
  /** Opens the book; asked again after another one was put in its place. Rejects with the store's `code`. */
  readonly open: () => Promise<Backend>;
  /** Starts the rescue; asked once, when it is first needed. */
  readonly rescue: () => Promise<Backend>;
}

type State =
  | { readonly book: 'open'; readonly backend: Backend }
  | { readonly book: BookTrouble; readonly code: ErrorCode; readonly message: string };

/** Rejects as `open` does where the reason is no trouble of the book: somebody else has it, or the app itself is broken. */
export async function keepBook(parts: KeeperParts): Promise<Backend> {
  const listeners = new Set<(event: BackendEvent) => void>();
  const tell = (event: BackendEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let state = await start();
  /** Fulfilled when the book that is being put in place is there, or the old one again. */
  let replacing: Promise<unknown> | null = null;
  let rescue: Promise<Backend> | null = null;
  let closing = false;

  async function start(): Promise<State> {
    try {
      await parts.own?.();
      const backend = await parts.open();
      backend.subscribe(tell);
      return { book: 'open', backend };
    } catch (error) {
      const book = troubleOf(error);
      if (book === null) throw error;
      return { book, code: book, message: messageOf(error) };
    }
  }

  /** After the book was closed there must be a state, whatever happens. */
  async function startAgain(): Promise<State> {
    return await start().catch((error: unknown) => ({
      book: 'store-damaged' as const,
      code: 'internal' as const,
      message: messageOf(error),
    }));
  }

  async function askRescue(name: string, input: unknown): Promise<Reply<unknown>> {
    rescue ??= parts.rescue().then((started) => {
      started.subscribe(tell);
      return started;
    });
    try {
      return await (await rescue).invoke(name, input);
    } catch (error) {
      rescue = null;
      return refuse('internal', messageOf(error));
    }
  }

  async function answerKeeper(name: KeeperCall, input: unknown): Promise<Reply<unknown>> {
    const parsed = api[name].input.safeParse(input);
    if (!parsed.success) return refuse('invalid-input', `${name}: ${parsed.error.message}`);
    if (name === 'backups.state') {
      return answer({ book: state.book, folder: backupsFolder(parts.dataDir), version: parts.version });
    }
    if (replacing !== null) return refuse('busy', 'another book is being put in place');
    if (name === 'backups.tryAgain') return await alone(tryAgain());
    if (name === 'backups.beginNew') {
      if (state.book === 'open') return refuse('busy', 'the book is open');
      return await alone(replace({ backup: null, trouble: state.book }));
    }
    const { id } = parsed.data as Parsed<'backups.restore'>;
    return await alone(restore(id));
  }

  async function alone(work: Promise<Reply<unknown>>): Promise<Reply<unknown>> {
    replacing = work;
    try {
      return await work;
    } finally {
      replacing = null;
    }
  }

  async function tryAgain(): Promise<Reply<{ book: BookState }>> {
    if (state.book !== 'open') {
      state = await startAgain();
      if (state.book === 'open') tell({ type: 'changed', client: null, areas: [...areas] });
    }
    return answer({ book: state.book });
  }

  async function restore(id: string): Promise<Reply<unknown>> {
    const looked = await askRescue('backups.look', { id });
    if (!looked.ok) return looked;
    const { state: found } = looked.data as BackupContents;
    if (found !== 'whole') return refuse(`backup-${found}`, `the backup ${id} is ${found}`);
    return await replace({ backup: id, trouble: state.book === 'open' ? null : state.book });
  }

  async function replace(ask: ReplaceAsk): Promise<Reply<unknown>> {
    try {
      await parts.own?.();
    } catch (error) {
      return refuse(troubleOf(error) ?? 'restore-failed', messageOf(error));
    }
    if (state.book === 'open') await state.backend.close().catch(() => undefined);
    const replaced = await askRescue(REPLACE, ask);
    state = await startAgain();
    const opened = state.book === 'open';
    // What could not be opened gave its place back to what was there.
    if (replaced.ok && !opened) {
      const { message } = state as { message: string };
      state = await startAgain();
      tell({ type: 'changed', client: null, areas: [...areas] });
      return refuse('restore-failed', message);
    }
    tell({ type: 'changed', client: null, areas: [...areas] });
    return replaced;
  }

  return {
    async invoke(name, input) {
      if (!isCallName(name)) return refuse('unknown-call', `there is no call ${JSON.stringify(name)}`);
      if (closing) return refuse('stopping', 'Pulsebook is closing');
      if (isKeeperCall(name)) return await answerKeeper(name, input);
      if (isRescueCall(name)) return await askRescue(name, input);
      if (replacing !== null) {
        if (api[name].kind === 'command') return refuse('busy', 'another book is being put in place');
        await replacing;
      }
      return state.book === 'open'
        ? await state.backend.invoke(name, input)
        : refuse(state.code, state.message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing = true;
      await replacing;
      const started = await rescue?.catch(() => null);
      await started?.close();
      if (state.book === 'open') await state.backend.close();
      listeners.clear();
    },
  };
}

function troubleOf(error: unknown): BookTrouble | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return bookTroubles.find((one) => one === code) ?? null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function answer<T>(data: T): Reply<T> {
  return { ok: true, data };
}

function refuse(code: ErrorCode, message: string): Reply<never> {
  return { ok: false, error: { code, message } };
}
