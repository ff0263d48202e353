/**
 * Wires the backend: store, catalogue, jobs, imports and the gate, behind `{ invoke, subscribe, close }`.
 *
 * `writer` serves commands, `reader` queries over a read-only connection, `both` everything in one thread (tests,
 * command line). Whoever calls it must own the data folder (store/owner.ts).
 */
import type { CallName } from '../../shared/contract/api.ts';
import { api } from '../../shared/contract/api.ts';
import type { BackendEvent } from '../../shared/contract/reply.ts';
import { doubtStore, openReader, openStore } from '../store/openStore.ts';
import { asStoreError, StoreError } from '../store/storeError.ts';
import type { ReadStore, WriteStore } from '../store/openStore.ts';
import type { Backend } from './backend.ts';
import { loadCatalogue } from './catalogue.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { createDispatch } from './dispatch.ts';
import type { AnyHandler } from './dispatch.ts';
import { readTogether } from '../store/rows.ts';
import { handlers } from './handlers/index.ts';
import { createParser } from './jobs/runParser.ts';
import { noPrinter } from './jobs/printer.ts';
import type { Printer } from './jobs/printer.ts';
import type { ParserLauncher } from './jobs/protocol.ts';
import { openLog } from './log.ts';
import { isRescueCall } from './rescue/calls.ts';
import { scheduleBackups } from './services/backups.ts';
import { createPurger } from './services/deletion/purger.ts';
import { createSearchKeeper } from './services/search.ts';
import { createArchiveSessions } from './services/archive/sessions.ts';
import { createImportSessions } from './services/imports/session.ts';
import { createJobs } from './services/jobs.ts';
import { createReturnSessions } from './services/returns/session.ts';
import { createTransfers } from './transfers.ts';

export interface BackendOptions {
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly mode: 'writer' | 'reader' | 'both';
  readonly version: string;
  /** How the parser process is started; Node's fork where absent. */
  readonly parser?: ParserLauncher;
  /** Prints reports; nothing can where absent. Whoever made it ends it. */
  readonly printer?: Printer;
  readonly now?: () => Date;
}

export interface OpenBackend extends Backend {
  /** The writer's context, for the command line; `null` in a reader. */
  readonly context: WriteContext | null;
}

const SWEEP_MS = 3_600_000;

/** Opens the backend. Throws `StoreError` when the store cannot be used. */
export async function createBackend(options: BackendOptions): Promise<OpenBackend> {
  const now = options.now ?? (() => new Date());
  const listeners = new Set<(event: BackendEvent) => void>();
  const emit = (event: BackendEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const log = openLog(options.dataDir, now);
  const catalogue = loadCatalogue(options.resourcesDir);
  const read = { catalogue, dataDir: options.dataDir, version: options.version, now };
  const store: ReadStore | WriteStore =
    options.mode === 'reader' ? openReader(options.dataDir) : await openStore(options.dataDir);
  const jobs = createJobs(emit);
  const parser =
    options.mode === 'reader' ? null : createParser(options.parser ? { launcher: options.parser } : {});
  const transfers = createTransfers(options.dataDir);
  const context: WriteContext | null = parser
    ? {
        ...read,
        store: store as WriteStore,
        emit,
        jobs,
        parser,
        printer: options.printer ?? noPrinter,
        transfers,
        archives: createArchiveSessions(transfers),
        imports: createImportSessions(),
        returns: createReturnSessions(),
        purges: createPurger({ store: store as WriteStore, dataDir: options.dataDir, transfers }, log),
      }
    : null;
  const reader: ReadContext = { ...read, store };

  const search =
    context === null
      ? null
      : createSearchKeeper(context, (thrown) => {
          const error = asStoreError(thrown);
          if (error instanceof StoreError && error.code === 'store-damaged') doubtStore(options.dataDir);
          log.write('search-failed', { error: error instanceof Error ? error.message : String(error) });
        });
  search?.look();
  const dispatch = createDispatch({
    handlers: (name) => handlerOf(name, reader, context),
    log,
    onDamage: () => doubtStore(options.dataDir),
  });
  const running = new Set<Promise<unknown>>();
  // Before a backup is made of what a deleted client left in the file.
  context?.purges.resume();
  // The command line does one thing and ends: it makes backups when told to.
  const stopBackups = context !== null && options.mode === 'writer' ? scheduleBackups(context, log) : null;
  // What nobody fetched would otherwise lie there until the next start.
  const sweeping = options.mode === 'writer' ? setInterval(() => transfers.sweep(), SWEEP_MS).unref() : null;
  let closing = false;

  return {
    context,
    invoke(name, input) {
      if (closing)
        return Promise.resolve({ ok: false, error: { code: 'stopping', message: 'Pulsebook is closing' } });
      const reply = dispatch(name, input).then((answer) => {
        if (!closing) search?.look();
        return answer;
      });
      running.add(reply);
      void reply.finally(() => running.delete(reply));
      return reply;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing = true;
      if (sweeping !== null) clearInterval(sweeping);
      search?.stop();
      jobs.cancelAll();
      await context?.purges.stop();
      await Promise.allSettled(running);
      await stopBackups?.();
      parser?.close();
      store.close();
    },
  };
}

/** Query handlers get a context that cannot write; commands exist only where there is a writer. */
function handlerOf(name: CallName, reader: ReadContext, writer: WriteContext | null): AnyHandler {
  if (isRescueCall(name)) throw new Error(`${name} is asked of the rescue`);
  const handler = handlers[name] as (ctx: ReadContext | WriteContext, input: unknown) => unknown;
  if (api[name].kind === 'query') return (input) => readTogether(reader.store, () => handler(reader, input));
  if (!writer) throw new Error(`${name} is a command: ask the writer`);
  return (input) => handler(writer, input);
}
