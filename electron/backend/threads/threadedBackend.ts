/**
 * The backend behind two threads, for hosts whose own thread must never wait for SQLite.
 *
 * Commands go to the writer, queries to the reader, by the kind the contract declares. A query that is asked after a
 * command was answered sees what the command wrote: the write is committed before the reply, and each query of the
 * reader begins a new WAL snapshot.
 */
import { api, isCallName } from '../../../shared/contract/api.ts';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import { isReadable } from '../../store/openStore.ts';
import type { Backend } from '../backend.ts';
import { entryFile } from '../resources.ts';
import type { Printer } from '../jobs/printer.ts';
import type { ParserLauncher } from '../jobs/protocol.ts';
import type { Lane } from './lane.ts';
import { startLane } from './lane.ts';
import { relayParsers } from './parserRelay.ts';
import { relayPrints } from './printRelay.ts';
import type { ThreadOptions } from './messages.ts';

export interface ThreadedOptions extends Omit<ThreadOptions, 'mode' | 'parserByHost' | 'printerByHost'> {
  /** How this host starts parser processes; without it the writer thread forks Node itself. */
  readonly parser?: ParserLauncher;
  /** How this host prints reports; without it nothing can. */
  readonly printer?: Printer;
  /** Told when a thread ended unasked. */
  readonly onCrash?: (message: string) => void;
  /** The thread's script; other than the default only in tests. */
  readonly entry?: string;
}

function readableNow(dataDir: string): boolean {
  try {
    return isReadable(dataDir);
  } catch {
    return false;
  }
}

/** Starts both threads; the writer makes or migrates the store. Throws `BackendStartError`. */
export async function startThreadedBackend(options: ThreadedOptions): Promise<Backend> {
  const { dataDir, resourcesDir, version, parser, printer, entry = entryFile('backendThread') } = options;
  const listeners = new Set<(event: BackendEvent) => void>();
  const lane = (mode: ThreadOptions['mode']): Promise<Lane> =>
    startLane(
      entry,
      {
        dataDir,
        resourcesDir,
        version,
        mode,
        parserByHost: parser !== undefined,
        printerByHost: printer !== undefined,
      },
      {
        onEvent: (event) => {
          for (const listener of listeners) listener(event);
        },
        onParser: parser === undefined ? () => undefined : relayParsers(parser),
        onPrint: printer === undefined ? () => undefined : relayPrints(printer),
        onCrash: (error, again) =>
          options.onCrash?.(`${mode} thread ended (${error.message})${again ? ', started again' : ''}`),
      },
    );

  // Beside the writer where nothing is to be made, mended or migrated.
  const early = readableNow(dataDir) ? lane('reader').catch(() => null) : null;
  const writer = await lane('writer').catch(async (error: unknown) => {
    await (await early)?.close();
    throw error;
  });
  const reader =
    (await early) ??
    (await lane('reader').catch(async (error: unknown) => {
      await writer.close();
      throw error;
    }));

  return {
    invoke: (name, input) => {
      if (!isCallName(name)) {
        return Promise.resolve({ ok: false, error: { code: 'unknown-call', message: 'no such call' } });
      }
      return (api[name].kind === 'query' ? reader : writer).call(name, input);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      // The writer last: it is the one that checkpoints.
      await reader.close();
      await writer.close();
      listeners.clear();
    },
  };
}
