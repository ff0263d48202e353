/** Makes one backup of a folder's book, or puts one in its place: a process of its own, to be ended meanwhile. */
import path from 'node:path';
import { backupNow } from '../../electron/store/backup.ts';
import { openStore, STORE_FILE } from '../../electron/store/openStore.ts';
import { replaceBook } from '../../electron/store/replaceBook.ts';

const [, , dataDir = '', from = ''] = process.argv;
if (from === '') {
  const store = await openStore(dataDir);
  await backupNow(store.db, dataDir, 'manual', new Date());
  store.close();
} else {
  replaceBook(path.join(dataDir, STORE_FILE), { from, kept: 'pulsebook.kept.db', keep: true });
  (await openStore(dataDir)).close();
}
