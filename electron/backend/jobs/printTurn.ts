/**
 * One report at a time, each with an end: what waits or runs is given up at once when it is cancelled, and what hangs
 * when its time is over.
 */
import { CallError } from '../errors.ts';

export interface PrintTurns {
  /**
   * Runs `work` when it is its turn. When it is given up while it runs, `stop` clears away after it, before the next turn
   * begins; nobody waits for the work itself any more. Throws `cancelled`, `print-failed` (the time is over), and what `work` throws.
   */
  run<T>(work: () => Promise<T>, stop: () => void | Promise<void>, signal?: AbortSignal): Promise<T>;
  /** Fulfilled when nothing runs or waits. */
  idle(): Promise<void>;
}

/** `limit`: of one turn, ms. */
export function createPrintTurns(limit: number): PrintTurns {
  let last: Promise<void> = Promise.resolve();
  return {
    idle: () => last,
    run: (work, stop, signal) => {
      const asked = giveUp(signal);
      const before = last;
      const turn = (async () => {
        await before;
        if (asked.given) return await asked.up;
        const timer = setTimeout(() => asked.now(new CallError('print-failed', tooLong(limit))), limit);
        try {
          return await Promise.race([work(), asked.up]);
        } finally {
          clearTimeout(timer);
          if (asked.given) await stop();
        }
      })();
      // Whoever gives up hears of it at once; whoever comes next waits until it is cleared away.
      last = turn.then(
        () => undefined,
        () => undefined,
      );
      return Promise.race([turn, asked.up]).finally(asked.end);
    },
  };
}

const tooLong = (limit: number): string => `not printed within ${limit / 1000} s`;

interface GiveUp {
  /** Only ever rejected: by the signal, or by `now`. */
  readonly up: Promise<never>;
  readonly given: boolean;
  readonly now: (error: CallError) => void;
  readonly end: () => void;
}

function giveUp(signal: AbortSignal | undefined): GiveUp {
  const { promise: up, reject } = Promise.withResolvers<never>();
  up.catch(() => undefined);
  let given = false;
  const now = (error: CallError): void => {
    given = true;
    reject(error);
  };
  const onAbort = (): void => now(new CallError('cancelled', 'printing was cancelled'));
  if (signal?.aborted === true) onAbort();
  else signal?.addEventListener('abort', onAbort, { once: true });
  return {
    up,
    get given() {
      return given;
    },
    now,
    end: () => signal?.removeEventListener('abort', onAbort),
  };
}
