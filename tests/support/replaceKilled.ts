/**
 * A process that puts a file in the place of a book and is killed before its n-th change of the folder: `node
 * replaceKilled.ts DIR FILE KEPT keep|drop N`, as of `replaceBook`. Says `done` when it came to the end.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { beforeCalls } from './beforeCalls.ts';

const [dataDir = '', from = '', kept = '', keep = '', at = ''] = process.argv.slice(2);
let left = Number(at);

/** Signals to oneself are there before the call returns. */
function countDown(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

beforeCalls(fs, ['copyFileSync', 'renameSync', 'rmSync', 'writeSync'], countDown);
syncBuiltinESMExports();

const { replaceBook } = await import('../../electron/store/replaceBook.ts');
const { openStore, STORE_FILE } = await import('../../electron/store/openStore.ts');
replaceBook(path.join(dataDir, STORE_FILE), { from, kept, keep: keep === 'keep' });
(await openStore(dataDir)).close();
process.stdout.write('done');
