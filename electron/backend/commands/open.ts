/** Opening the book for a command: the folder must be ours for as long as the command runs. */
import type { BackendOptions, OpenBackend } from '../createBackend.ts';
import { createBackend } from '../createBackend.ts';
import type { WriteContext } from '../context.ts';
import { resourcesDir } from '../resources.ts';
import { VERSION } from '../version.ts';
import { describeOwner, takeOwnership } from '../../store/owner.ts';
import { Refusal } from './command.ts';

/** Runs `work` as the one owner of the data folder. Refuses, naming the owner, when somebody else is. */
export async function withBook<T>(
  dataDir: string,
  work: (ctx: WriteContext, backend: OpenBackend) => T | Promise<T>,
): Promise<T> {
  const ownership = await takeOwnership(dataDir, { host: 'command-line', onKnock: null });
  if (!ownership.ok)
    throw new Refusal([
      `store-locked: ${dataDir} is in use by ${describeOwner(ownership.by)}; close it first`,
    ]);
  try {
    const options: BackendOptions = { dataDir, resourcesDir: resourcesDir(), mode: 'both', version: VERSION };
    const backend = await createBackend(options);
    try {
      if (!backend.context) throw new Error('the backend has no writer');
      return await work(backend.context, backend);
    } finally {
      await backend.close();
    }
  } finally {
    ownership.owner.release();
  }
}
