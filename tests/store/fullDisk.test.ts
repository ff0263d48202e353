/** A disk that runs full: said with a code, nothing answered is lost, and with room again it goes on without a restart. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { createTransfers } from '../../electron/backend/transfers.ts';
import { openStore } from '../../electron/store/openStore.ts';
import { asStoreError } from '../../electron/store/storeError.ts';
import { claimFigure } from '../../electron/store/queries/claims.ts';
import { takeOwnership } from '../../electron/store/owner.ts';
import { transact } from '../../electron/store/rows.ts';
import { smallDisk } from '../torture/disk.ts';
import { seedBatch, seedClient, temporaryFolder } from '../support/store.ts';

it(
  'keeps what was committed, says disk-full, and goes on once there is room',
  { timeout: 20_000 },
  async ({ skip }) => {
    const folder = temporaryFolder();
    const disk = smallDisk(path.join(folder.dir, 'disk'), '4m');
    if (disk === null) {
      folder.dispose();
      skip('a small disk can be made by root on Linux only');
      return;
    }
    try {
      const data = path.join(disk.folder, 'data');
      const store = await openStore(data);
      const ids = seedClient(store);
      const write = (from: number): void =>
        transact(store, () => {
          const batch = seedBatch(store, ids.client, 'edit');
          for (let day = from; day < from + 500; day += 1)
            claimFigure(store, batch, { ...ids, cadence: 0, day }, day, 0);
        });
      const count = (): number => Number(store.db.prepare('SELECT count(*) FROM figures').pluck().get());
      let kept = 0;
      let said: unknown = null;
      for (let n = 0; n < 500 && said === null; n += 1) {
        try {
          write(n * 500);
          kept += 500;
        } catch (error) {
          said = asStoreError(error);
        }
      }
      expect(said).toMatchObject({ code: 'disk-full' });
      expect(count()).toBe(kept);
      disk.fill();
      expect(() => createTransfers(data).createUpload({ name: 'a', size: 9, modified: 0 })).toThrow(
        expect.objectContaining({ code: 'disk-full' }),
      );
      const beside = await takeOwnership(path.join(disk.folder, 'data'), {
        host: 'desktop',
        onKnock: null,
      }).catch((error: unknown) => error);
      expect(beside).toSatisfy((one: object) => ('ok' in one && one.ok === true) || 'code' in one);
      if (typeof beside === 'object' && beside !== null && 'owner' in beside)
        (beside.owner as { release: () => void }).release();
      disk.room();
      write(1_000_000);
      expect(count()).toBe(kept + 500);
      expect(store.db.pragma('integrity_check(1)', { simple: true })).toBe('ok');
      store.close();
    } finally {
      disk.release();
      folder.dispose();
    }
  },
);
