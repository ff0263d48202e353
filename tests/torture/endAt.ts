/**
 * Loaded before a program (`node --import`), ends it with `kill -9` as its n-th call reaches the disk.
 *
 * Calls are those of the database (exec, prepare's run, pragma, backup, a transaction's parts) and those of Node that
 * make, fill, flush, rename or remove a file. `PULSEBOOK_END_AT` says which call, `PULSEBOOK_END_LOG` where to write how
 * many there were in a run that came to its end.
 */
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread, threadId } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { beforeCalls } from '../support/beforeCalls.ts';

const endAt = Number(process.env['PULSEBOOK_END_AT'] ?? 0);
const log = process.env['PULSEBOOK_END_LOG'] ?? '';
let calls = 0;
const { appendFileSync } = fs;

const count = (): void => {
  calls += 1;
  if (calls === endAt) process.kill(process.pid, 'SIGKILL');
};

if (isMainThread || threadId > 0) {
  beforeCalls(Database.prototype, ['exec', 'pragma', 'backup', 'close'], count);
  const statement: object = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as object;
  beforeCalls(statement, ['run'], count);
  beforeCalls(
    fs,
    [
      'openSync',
      'writeFileSync',
      'writeSync',
      'fsyncSync',
      'renameSync',
      'rmSync',
      'unlinkSync',
      'copyFileSync',
      'mkdirSync',
    ],
    count,
  );
  beforeCalls(promises, ['open', 'rename', 'rm', 'copyFile', 'writeFile'], count);
  syncBuiltinESMExports();
}
if (isMainThread && log !== '') process.on('exit', () => appendFileSync(log, `${calls}\n`));
