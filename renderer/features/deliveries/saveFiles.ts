/** Made files leave the window: one through its own dialog or download, several with one dialog or as one .zip. */
import { errorCodes } from '../../../shared/contract/codes.ts';
import type { FileToSave, SaveAllResult } from '../../../shared/contract/transport.ts';
import { CallError, getTransport } from '../../api/index.ts';

/** `together`: what several are called together, without extension. */
export async function saveFiles(files: readonly FileToSave[], together: string): Promise<SaveAllResult> {
  const [only] = files;
  if (only === undefined) return { outcome: 'cancelled', files: [] };
  if (files.length > 1)
    return await getTransport().saveAll(
      files.map(({ handle, name }) => ({ handle, name })),
      together,
    );
  const result = await getTransport().save(only.handle, only.name);
  return result.outcome === 'cancelled'
    ? { outcome: 'cancelled', files: [] }
    : { outcome: 'saved', files: [result] };
}

/** A host's answer that something could not be saved, as an error with words. */
export function saveError(code: string | undefined): CallError {
  return new CallError({ code: errorCodes.find((one) => one === code) ?? 'internal', message: code ?? '' });
}
