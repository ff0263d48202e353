/** Loaded before a program that deletes a client (`node --import`), kills it at the step that PULSEBOOK_DIE_AT names. */
import { isMainThread } from 'node:worker_threads';
import Database from 'better-sqlite3';

const step = process.env['PULSEBOOK_DIE_AT'];
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
};

type Call = (this: unknown, ...given: unknown[]) => unknown;
const put = (of: object, name: string, before: (...given: unknown[]) => void): void => {
  const table = of as Record<string, unknown>;
  const original = table[name] as Call;
  table[name] = function (this: unknown, ...given: unknown[]): unknown {
    before(...given);
    return original.apply(this, given);
  };
};

let rewritten = 0;
put(Database.prototype, 'backup', () => {
  if (step === 'backup') die();
});
put(Database.prototype, 'prepare', (sql) => {
  if (step === 'rows' && String(sql).startsWith('DELETE FROM "kpis"')) die();
});
put(Database.prototype, 'exec', (sql) => {
  if (sql !== 'VACUUM') return;
  rewritten += 1;
  if (isMainThread ? step === 'rewrite' : step === ['backups', 'second backup'][rewritten - 1]) die();
});
put(Database.prototype, 'pragma', (source) => {
  if (step === 'log' && String(source).startsWith('wal_checkpoint')) die();
});
const statement: object = Object.getPrototypeOf(new Database(':memory:').prepare('SELECT 1')) as object;
put(statement, 'run', (key, value) => {
  if (key === 'purges' && step === (value === undefined ? 'note' : 'commit')) die();
});
