/** Long work the person can see and stop: progress events out, a cancel signal in. */
import type { BackendEvent } from '../../../shared/contract/reply.ts';

type Progress = Omit<Extract<BackendEvent, { type: 'progress' }>, 'type' | 'job'>;

export interface Job {
  readonly signal: AbortSignal;
  progress(step: Progress): void;
}

export interface Jobs {
  /** Runs `work` under a name the caller chose; a second job of that name replaces nothing, both are stopped by `cancel`. */
  run<T>(job: string, work: (job: Job) => Promise<T>): Promise<T>;
  cancel(job: string): boolean;
  /** Whether anything but `job` is running. */
  othersThan(job: string): boolean;
  cancelAll(): void;
}

export function createJobs(emit: (event: BackendEvent) => void): Jobs {
  const running = new Map<string, Set<AbortController>>();
  return {
    async run(job, work) {
      const controller = new AbortController();
      const others = running.get(job) ?? new Set();
      running.set(job, others.add(controller));
      try {
        return await work({
          signal: controller.signal,
          progress: (step) => emit({ type: 'progress', job, ...step }),
        });
      } finally {
        others.delete(controller);
        if (others.size === 0) running.delete(job);
        emit({ type: 'progress', job, phase: 'done', done: 1, total: 1 });
      }
    },
    cancel(job) {
      const controllers = running.get(job);
      for (const controller of controllers ?? []) controller.abort();
      return controllers !== undefined;
    },
    othersThan: (job) => [...running.keys()].some((one) => one !== job),
    cancelAll() {
      for (const controllers of running.values()) for (const controller of controllers) controller.abort();
    },
  };
}
