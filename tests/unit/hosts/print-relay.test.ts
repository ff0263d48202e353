/** A report asked for in the backend's thread is printed by the host: bytes, refusals and cancelling pass between them. */
import { MessageChannel } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { CallError } from '../../../electron/backend/errors.ts';
import type { Printer } from '../../../electron/backend/jobs/printer.ts';
import { printerOverPort, relayPrints } from '../../../electron/backend/threads/printRelay.ts';
import type { FromThread, ToThread } from '../../../electron/backend/threads/messages.ts';

/** The printer as the thread sees it, with `host` at the other end. */
function across(host: Printer): Printer {
  const { port1, port2 } = new MessageChannel();
  const relay = relayPrints(host);
  port1.on('message', (message: FromThread) => {
    if (message.kind !== 'print') return;
    relay(message.print, message.ask, (said) =>
      port1.postMessage({ kind: 'print', print: message.print, said } satisfies ToThread),
    );
  });
  onTestFinished(() => port1.close());
  return printerOverPort(port2);
}

const host = (print: Printer['print']): Printer => ({ print, close: () => Promise.resolve() });

it('every report gets its own answer, whichever is ready first', async () => {
  const slow = Promise.withResolvers<Uint8Array>();
  const printer = across(
    host((report) => (report === 'slow' ? slow.promise : Promise.resolve(Buffer.from(report)))),
  );
  const first = printer.print('slow');
  const second = await printer.print('quick');
  slow.resolve(Buffer.from('at last'));
  expect(Buffer.from(second).toString()).toBe('quick');
  expect(Buffer.from(await first).toString()).toBe('at last');
});

it('a refusal keeps its code, anything else is a report that could not be printed', async () => {
  const refusing = across(host(() => Promise.reject(new CallError('print-unavailable', 'no browser'))));
  await expect(refusing.print('x')).rejects.toMatchObject({
    code: 'print-unavailable',
    message: 'no browser',
  });
  const broken = across(host(() => Promise.reject(new Error('a pipe burst'))));
  await expect(broken.print('x')).rejects.toMatchObject({ code: 'print-failed', message: 'a pipe burst' });
});

it('cancelling reaches the host, also when it came before', async () => {
  const printer = across(
    host(
      (_report, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new CallError('cancelled', 'stopped')));
        }),
    ),
  );
  const stop = new AbortController();
  const printing = printer.print('x', stop.signal);
  stop.abort();
  await expect(printing).rejects.toMatchObject({ code: 'cancelled' });
  await expect(printer.print('x', AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
});
