/** Loaded before a program that deletes a client (`node --import`), kills it at the step that PULSEBOOK_DIE_AT names. */
import { isMainThread } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { beforeCalls } from './beforeCalls.ts';

const step = process.env['PULSEBOOK_DIE_AT'];
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};

let rewritten = 0;
beforeCalls(Database.prototype, ['backup'], () => {
  if (step === 'backup') die();
});
beforeCalls(Database.prototype, ['prepare'], (_name, sql) => {
  if (step === 'rows' && String(sql).startsWith('DELETE FROM "kpis"')) die();
});
beforeCalls(Database.prototype, ['exec'], (_name, sql) => {
  if (sql !== 'VACUUM') return;
  rewritten += 1;
  if (isMainThread ? step === 'rewrite' : step === ['backups', 'second backup'][rewritten - 1]) die();
});
beforeCalls(Database.prototype, ['pragma'], (_name, source) => {
  if (step === 'log' && String(source).startsWith('wal_checkpoint')) die();
});
const statement: object = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as object;
beforeCalls(statement, ['run'], (_name, key, value) => {
  if (key === 'purges' && step === (value === undefined ? 'note' : 'commit')) die();
});
