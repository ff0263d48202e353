/** A whole backend in the test's own thread, on a data folder of its own, with a fixed today. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { BackendEvent, Reply } from '../../shared/contract/reply.ts';
import { createBackend } from '../../electron/backend/createBackend.ts';
import { keepBook } from '../../electron/backend/rescue/keepBook.ts';
import { createRescue } from '../../electron/backend/rescue/createRescue.ts';
import { createTransfers } from '../../electron/backend/transfers.ts';
import type { Printer } from '../../electron/backend/jobs/printer.ts';
import type { WriteContext } from '../../electron/backend/context.ts';
import type { ExportFile } from '../fixtures/exports.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface TestBackend {
  readonly dir: string;
  /** Of the book that is open now. */
  readonly ctx: WriteContext;
  readonly events: readonly BackendEvent[];
  /** The answer of a call; a refusal fails the test. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** The reply as it is. */
  reply(name: string, input: unknown): Promise<Reply<unknown>>;
  /** Hands a file over as a window does; answers its handle. */
  upload(file: ExportFile): Promise<{ handle: string; name: string }>;
  /** Closes it; the folder stays. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

/** Tuesday 10 November 2026, noon. */
export const today = (): Date => new Date(2026, 10, 10, 12);

/** `printer`: nothing can print where absent. */
export async function testBackend(now: () => Date = today, printer?: Printer): Promise<TestBackend> {
  return openedBackend(mkdtempSync(path.join(tmpdir(), 'pulsebook-test-')), now, printer);
}

/** On a data folder that is there, which `stop` removes. */
export async function openedBackend(
  dir: string,
  now: () => Date = today,
  printer?: Printer,
): Promise<TestBackend> {
  let context: WriteContext | null = null;
  const backend = await keepBook({
    dataDir: dir,
    version: '0.0.0',
    open: async () => {
      const opened = await createBackend({
        dataDir: dir,
        resourcesDir: path.join(root, 'resources'),
        mode: 'both',
        version: '0.0.0',
        now,
        ...(printer !== undefined && { printer }),
      });
      ({ context } = opened);
      return opened;
    },
    rescue: () => Promise.resolve(createRescue({ dataDir: dir, now })),
  });
  const events: BackendEvent[] = [];
  backend.subscribe((event) => events.push(event));
  const reply = (name: string, input: unknown): Promise<Reply<unknown>> => backend.invoke(name, input);
  return {
    dir,
    get ctx() {
      if (context === null) throw new Error('the book is not open');
      return context;
    },
    events,
    reply,
    async call<N extends CallName>(name: N, input: Input<N>) {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
      return answer.data as Output<N>;
    },
    async upload(file) {
      const place = path.join(dir, `upload-${file.name}`);
      writeFileSync(place, file.bytes);
      const { handle } = await createTransfers(dir).adopt(place);
      return { handle, name: file.name };
    },
    close: () => backend.close(),
    async stop() {
      await backend.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
