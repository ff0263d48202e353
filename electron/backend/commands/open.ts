/** Opening the book for a command: the folder must be ours for as long as the command runs. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OpenBackend } from '../createBackend.ts';
import { createBackend } from '../createBackend.ts';
import type { WriteContext } from '../context.ts';
import type { Printer } from '../jobs/printer.ts';
import { resourcesDir } from '../resources.ts';
import { createTransfers } from '../transfers.ts';
import { VERSION } from '../version.ts';
import { STORE_FILE } from '../../store/openStore.ts';
import { describeOwner, takeOwnership } from '../../store/owner.ts';
import { Refusal } from './command.ts';

/** Refuses a folder without a workbook: a mistyped one must not become an empty book that looks well kept. */
export function needBook(dataDir: string): void {
  if (!existsSync(path.join(dataDir, STORE_FILE))) throw new Refusal([`there is no workbook in ${dataDir}`]);
}

/** Runs `work` as the one owner of the data folder; with `printer` it can print reports. Refuses, naming the owner, when somebody else is. */
export async function withBook<T>(
  dataDir: string,
  work: (ctx: WriteContext, backend: OpenBackend) => T | Promise<T>,
  printer?: Printer,
): Promise<T> {
  needBook(dataDir);
  return withNewBook(dataDir, work, printer);
}

/** The same, for the one command that makes the book where there is none. */
export async function withNewBook<T>(
  dataDir: string,
  work: (ctx: WriteContext, backend: OpenBackend) => T | Promise<T>,
  printer?: Printer,
): Promise<T> {
  return await withFolder(dataDir, async () => {
    const backend = await openWhole(dataDir, printer);
    try {
      if (!backend.context) throw new Error('the backend has no writer');
      return await work(backend.context, backend);
    } finally {
      await backend.close();
    }
  });
}

/** Runs `work` as the one owner of the data folder, with no book open yet. Refuses, naming the owner, when somebody else is. */
export async function withFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const ownership = await takeOwnership(dataDir, { host: 'command-line', onKnock: null });
  if (!ownership.ok)
    throw new Refusal([
      `store-locked: ${dataDir} is in use by ${describeOwner(ownership.by)}; close it first`,
    ]);
  try {
    createTransfers(dataDir).sweep(true);
    return await work();
  } finally {
    ownership.owner.release();
  }
}

/** The whole backend in this thread. Throws `StoreError`. */
export async function openWhole(dataDir: string, printer?: Printer): Promise<OpenBackend> {
  return await createBackend({
    dataDir,
    resourcesDir: resourcesDir(),
    mode: 'both',
    version: VERSION,
    ...(printer !== undefined && { printer }),
  });
}
