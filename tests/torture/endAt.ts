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

const endAt = Number(process.env['PULSEBOOK_END_AT'] ?? 0);
const log = process.env['PULSEBOOK_END_LOG'] ?? '';
let calls = 0;
const { appendFileSync } = fs;

type Call = (...given: unknown[]) => unknown;

function watched(of: object, names: readonly string[]): void {
  const table = of as Record<string, unknown>;
  for (const name of names) {
    const original = table[name];
    if (typeof original !== 'function') continue;
    const call = original as Call;
    table[name] = function (this: unknown, ...given: unknown[]): unknown {
      calls += 1;
      if (calls === endAt) process.kill(process.pid, 'SIGKILL');
      return call.apply(this, given);
    };
  }
}

if (isMainThread || threadId > 0) {
  watched(Database.prototype, ['exec', 'pragma', 'backup', 'close']);
  const statement: object = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as object;
  watched(statement, ['run']);
  watched(fs, [
    'openSync',
    'writeFileSync',
    'writeSync',
    'fsyncSync',
    'renameSync',
    'rmSync',
    'unlinkSync',
    'copyFileSync',
    'mkdirSync',
  ]);
  watched(promises, ['open', 'rename', 'rm', 'copyFile', 'writeFile']);
  syncBuiltinESMExports();
}
if (isMainThread && log !== '') process.on('exit', () => appendFileSync(log, `${calls}\n`));
