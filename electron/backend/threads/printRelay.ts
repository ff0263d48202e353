/**
 * Printing, which only a host can do, offered to the backend thread over its port: `relayPrints` is the host's side,
 * `printerOverPort` the thread's. Neither looks into what passes.
 */
import type { MessagePort } from 'node:worker_threads';
import { CallError } from '../errors.ts';
import type { Printer } from '../jobs/printer.ts';
import type { LaneHooks } from './lane.ts';
import type { FromThread, PrintAsk, ToThread } from './messages.ts';

/** The host's side. */
export function relayPrints(printer: Printer): LaneHooks['onPrint'] {
  const running = new Map<number, AbortController>();
  return (id, ask, tell) => {
    if (ask.do === 'cancel') {
      running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    printer
      .print(ask.report, controller.signal)
      .then(
        (pdf) => tell({ event: 'printed', pdf }),
        (error: unknown) =>
          tell({
            event: 'failed',
            code: error instanceof CallError ? error.code : 'print-failed',
            message: error instanceof Error ? error.message : String(error),
          }),
      )
      .finally(() => running.delete(id));
  };
}

/** The thread's side: a printer that lives with the host, which also ends it. */
export function printerOverPort(port: MessagePort): Printer {
  let next = 1;
  return {
    print: (report, signal) => {
      const id = next;
      next += 1;
      const ask = (what: PrintAsk): void =>
        port.postMessage({ kind: 'print', print: id, ask: what } satisfies FromThread);
      const cancel = (): void => ask({ do: 'cancel' });
      return new Promise<Uint8Array>((resolve, reject) => {
        const hear = (message: ToThread): void => {
          if (message.kind !== 'print' || message.print !== id) return;
          port.off('message', hear);
          signal?.removeEventListener('abort', cancel);
          const { said } = message;
          if (said.event === 'printed') resolve(said.pdf);
          else reject(new CallError(said.code, said.message));
        };
        port.on('message', hear);
        ask({ do: 'print', report });
        if (signal?.aborted === true) cancel();
        else signal?.addEventListener('abort', cancel, { once: true });
      });
    },
    close: () => Promise.resolve(),
  };
}
