/**
 * Starts the thread that resolves the reports of a batch and matches its answers to what was asked.
 *
 * Invariants: every question is answered once, also when the thread ends under it (`internal`) or is closed
 * (`cancelled`).
 */
import { Worker } from 'node:worker_threads';
import { CallError } from '../errors.ts';
import { entryFile } from '../resources.ts';
import type { ReadContext } from '../context.ts';
import type { KeptReport } from '../services/reports/kept.ts';
import type { ReportOf } from '../services/reports/model.ts';
import type { ResolveAsk, ResolveOptions, ResolveReply } from './resolveWorker.ts';

export interface Resolver {
  /** `print`: what a PDF is drawn from too. Throws `report-empty`, `client-not-found`, `period-invalid`, codes of the store. */
  resolve(report: ReportOf, print: boolean): Promise<KeptReport>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (kept: KeptReport) => void;
  readonly reject: (error: CallError) => void;
}

export function openResolver(ctx: ReadContext): Resolver {
  const options: ResolveOptions = {
    dataDir: ctx.dataDir,
    catalogue: ctx.catalogue,
    version: ctx.version,
    now: ctx.now().getTime(),
  };
  const worker = new Worker(entryFile('resolveWorker'), { workerData: options });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let over: CallError | null = null;
  const end = (error: CallError): void => {
    over ??= error;
    for (const one of waiting.values()) one.reject(over);
    waiting.clear();
  };
  worker.on('message', (reply: ResolveReply) => {
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.ok) one?.resolve(reply.kept);
    else one?.reject(new CallError(reply.code, reply.message));
  });
  worker.on('error', (error) =>
    end(
      new CallError(
        'internal',
        `the resolving thread failed: ${error instanceof Error ? error.message : String(error)}`,
      ),
    ),
  );
  worker.on('exit', (code) => end(new CallError('internal', `the resolving thread ended with code ${code}`)));
  return {
    resolve: (report, print) =>
      new Promise((resolve, reject) => {
        if (over !== null) {
          reject(over);
          return;
        }
        const id = next;
        next += 1;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, report, print } satisfies ResolveAsk);
      }),
    close: async () => {
      end(new CallError('cancelled', 'the batch is over'));
      await worker.terminate();
    },
  };
}
