/**
 * The data folder as a windowed host has it: owned, or, on a disk that is full or read-only, not yet. Then the window opens
 * all the same and says why, and nothing is opened or replaced before the folder is owned.
 */
import { asStoreError, StoreError } from '../../store/storeError.ts';
import { describeOwner, takeOwnership } from '../../store/owner.ts';
import type { Owner, OwnerInfo, OwnerOptions } from '../../store/owner.ts';

export type OwnFolder =
  | {
      readonly ok: true;
      /** Takes the folder where it is not owned yet. Rejects with a `StoreError`. */
      readonly own: () => Promise<void>;
      readonly release: () => void;
    }
  | { readonly ok: false; readonly by: OwnerInfo | null };

/** `onOwned` is called once, when the folder is. Rejects with what is neither an owner nor a trouble of the disk. */
export async function ownFolder(
  dataDir: string,
  options: OwnerOptions,
  onOwned: () => void,
): Promise<OwnFolder> {
  let owner: Owner | null = null;
  const take = async (): Promise<OwnFolder | null> => {
    const ownership = await takeOwnership(dataDir, options);
    if (!ownership.ok) return ownership;
    ({ owner } = ownership);
    onOwned();
    return null;
  };
  try {
    const other = await take();
    if (other !== null) return other;
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (!(error instanceof StoreError) || (error.code !== 'read-only' && error.code !== 'disk-full'))
      throw error;
  }
  return {
    ok: true,
    own: async () => {
      if (owner !== null) return;
      const other = await take();
      if (other?.ok === false)
        throw new StoreError('store-locked', `${describeOwner(other.by)} has ${dataDir}`);
    },
    release: () => owner?.release(),
  };
}
