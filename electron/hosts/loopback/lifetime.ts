/**
 * When the loopback host ends by itself: a while after its last window is gone, once nothing is running any more.
 * A reload closes a window and opens it again at once; the while is there for that, and for a slow first start.
 */
export const AFTER_LAST_WINDOW_MS = 30_000;
/** Time for a person to open the address the first time, or after a second start asked for a new one. */
export const FOR_FIRST_WINDOW_MS = 5 * 60_000;

export interface Lifetime {
  /** The number of open windows changed. */
  windows(open: number): void;
  /** Runs `work` as something that keeps the host alive. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** A new address was handed out: someone is about to come. */
  expectWindow(): void;
  stop(): void;
}

export function createLifetime(
  end: () => void,
  wait: { readonly first: number; readonly last: number } = {
    first: FOR_FIRST_WINDOW_MS,
    last: AFTER_LAST_WINDOW_MS,
  },
): Lifetime {
  let open = 0;
  let running = 0;
  let patience = wait.first;
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  const reconsider = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!stopped && open === 0 && running === 0) timer = setTimeout(end, patience);
  };
  reconsider();
  return {
    windows: (count) => {
      open = count;
      if (count > 0) patience = wait.last;
      reconsider();
    },
    during: async (work) => {
      running += 1;
      reconsider();
      try {
        return await work();
      } finally {
        running -= 1;
        reconsider();
      }
    },
    expectWindow: () => {
      if (open === 0) patience = wait.first;
      reconsider();
    },
    stop: () => {
      stopped = true;
      reconsider();
    },
  };
}
