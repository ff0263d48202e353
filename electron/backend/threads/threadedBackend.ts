/**
 * The backend behind threads, for hosts whose own thread must never wait for SQLite.
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
import { keepBook } from '../rescue/keepBook.ts';
import type { Lane } from './lane.ts';
import { startLane } from './lane.ts';
import { relayParsers } from './parserRelay.ts';
import { relayPrints } from './printRelay.ts';
import type { LaneName, ThreadOptions } from './messages.ts';

export interface ThreadedOptions extends Omit<ThreadOptions, 'mode' | 'parserByHost' | 'printerByHost'> {
  /** How this host starts parser processes; without it the writer thread forks Node itself. */
  readonly parser?: ParserLauncher;
  /** How this host prints reports; without it nothing can. */
  readonly printer?: Printer;
  /** As the keeper's (`rescue/keepBook.ts`). */
  readonly own?: () => Promise<void>;
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

/**
 * Starts the threads of the book, the writer making or migrating the store; that of the rescue starts when it is first
 * needed. A book that cannot be opened is no failure (`rescue/keepBook.ts`). Throws `BackendStartError` for anything else.
 */
export async function startThreadedBackend(options: ThreadedOptions): Promise<Backend> {
  const { dataDir, version } = options;
  return await keepBook({
    dataDir,
    version,
    own: options.own,
    open: async () => await openLanes(options),
    rescue: async () => {
      const { lane, subscribe } = lanesOf(options);
      const rescue = await lane('rescue');
      return {
        invoke: async (name, input) => await rescue.call(name, input),
        subscribe,
        close: async () => await rescue.close(),
      };
    },
  });
}

async function openLanes(options: ThreadedOptions): Promise<Backend> {
  const { lane, subscribe } = lanesOf(options);
  // Beside the writer where nothing is to be made, mended or migrated.
  const early = readableNow(options.dataDir) ? lane('reader').catch(() => null) : null;
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
    invoke: async (name, input) =>
      await (isCallName(name) && api[name].kind === 'query' ? reader : writer).call(name, input),
    subscribe,
    close: async () => {
      // The writer last: it is the one that checkpoints.
      await reader.close();
      await writer.close();
    },
  };
}

interface Lanes {
  readonly lane: (mode: LaneName) => Promise<Lane>;
  readonly subscribe: Backend['subscribe'];
}

function lanesOf(options: ThreadedOptions): Lanes {
  const { dataDir, resourcesDir, version, parser, printer, entry = entryFile('backendThread') } = options;
  const listeners = new Set<(event: BackendEvent) => void>();
  return {
    lane: (mode) =>
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
      ),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
