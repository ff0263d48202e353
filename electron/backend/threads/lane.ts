/**
 * One backend thread as the host's thread sees it: starts it, matches replies to calls, starts it again once when it
 * dies.
 *
 * Invariants: every call gets exactly one reply, also when the thread dies under it (`internal`); nothing here
 * rejects but `start`.
 */
import { Worker } from 'node:worker_threads';
import type { BackendEvent, Problem, Reply } from '../../../shared/contract/reply.ts';
import type {
  FromThread,
  ParserAsk,
  ParserSaid,
  PrintAsk,
  PrintSaid,
  ThreadOptions,
  ToThread,
} from './messages.ts';

/** A backend that could not start. `code` is the store's code where it has one. */
export class BackendStartError extends Error {
  readonly code: string | null;
  constructor(code: string | null, message: string) {
    super(message);
    this.code = code;
  }
}

export interface LaneHooks {
  readonly onEvent: (event: BackendEvent) => void;
  /** The thread asks for a parser process; `tell` answers it. */
  readonly onParser: (parser: number, ask: ParserAsk, tell: (said: ParserSaid) => void) => void;
  /** The thread asks for a report to be printed, or that to be given up; `tell` answers it. */
  readonly onPrint: (print: number, ask: PrintAsk, tell: (said: PrintSaid) => void) => void;
  /** The thread ended unasked; `again` says whether it is started anew. */
  readonly onCrash: (error: Error, again: boolean) => void;
}

export interface Lane {
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  close(): Promise<void>;
}

interface Running {
  readonly worker: Worker;
  /** Fulfilled when the thread is gone. */
  readonly ended: Promise<void>;
}

/** How long a thread may take to finish its running calls when it is closed, in ms. */
const CLOSE_TIMEOUT = 15_000;

const failure = (code: Problem['code'], message: string): Reply<never> => ({
  ok: false,
  error: { code, message },
});

/** Starts `entry` as a thread and waits until its store is open. Throws `BackendStartError`. */
export async function startLane(entry: string, options: ThreadOptions, hooks: LaneHooks): Promise<Lane> {
  const pending = new Map<number, (reply: Reply<unknown>) => void>();
  let next = 1;
  let restarts = 1;
  let closing = false;
  let current: Promise<Running | null> = start();

  function start(): Promise<Running> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(entry, { workerData: options });
      const ended = new Promise<void>((done) => worker.once('exit', () => done()));
      let why = new Error('the thread ended');
      let ready = false;
      worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') {
          ready = true;
          resolve({ worker, ended });
        } else if (message.kind === 'failed') {
          reject(new BackendStartError(message.code, message.message));
        } else {
          receive(worker, message);
        }
      });
      worker.on('error', (error) => {
        why = error instanceof Error ? error : new Error(String(error));
      });
      worker.on('exit', () => {
        if (ready) crashed(why);
        else reject(new BackendStartError(null, why.message));
      });
    });
  }

  function receive(worker: Worker, message: Exclude<FromThread, { kind: 'ready' | 'failed' }>): void {
    switch (message.kind) {
      case 'reply':
        pending.get(message.id)?.(message.reply);
        break;
      case 'event':
        hooks.onEvent(message.event);
        break;
      case 'parser':
        hooks.onParser(message.parser, message.ask, (said) =>
          worker.postMessage({ kind: 'parser', parser: message.parser, said } satisfies ToThread),
        );
        break;
      case 'print':
        hooks.onPrint(message.print, message.ask, (said) =>
          worker.postMessage({ kind: 'print', print: message.print, said } satisfies ToThread),
        );
        break;
      case 'closed':
        void worker.terminate();
        break;
    }
  }

  function crashed(why: Error): void {
    for (const answer of pending.values())
      answer(failure('internal', `the ${options.mode} thread ended: ${why.message}`));
    if (closing) return;
    const again = restarts > 0;
    restarts -= 1;
    current = again ? start().catch(() => null) : Promise.resolve(null);
    hooks.onCrash(why, again);
  }

  await current;

  return {
    call: async (name, input) => {
      if (closing) return failure('stopping', 'Pulsebook is closing');
      const running = await current;
      if (running === null) return failure('internal', `the ${options.mode} thread is gone`);
      const id = next;
      next += 1;
      return await new Promise<Reply<unknown>>((resolve) => {
        pending.set(id, (reply) => {
          pending.delete(id);
          resolve(reply);
        });
        try {
          running.worker.postMessage({ kind: 'call', id, name, input } satisfies ToThread);
        } catch (error) {
          // A value that cannot be copied between threads is no JSON and so no valid input.
          pending.get(id)?.(failure('invalid-input', String(error)));
        }
      });
    },
    close: async () => {
      closing = true;
      const running = await current;
      if (running === null) return;
      running.worker.postMessage({ kind: 'close' } satisfies ToThread);
      const timer = setTimeout(() => void running.worker.terminate(), CLOSE_TIMEOUT);
      await running.ended;
      clearTimeout(timer);
    },
  };
}
