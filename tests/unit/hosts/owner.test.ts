import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { describeOwner, knock, takeOwnership } from '../../../electron/store/owner.ts';
import type { Owner } from '../../../electron/store/owner.ts';
import { temporaryFolder } from './support/folders.ts';

const script = fileURLToPath(new URL('./support/ownerProcess.ts', import.meta.url));

async function take(dataDir: string, onKnock: (() => { url?: string }) | null = () => ({})): Promise<Owner> {
  const taken = await takeOwnership(dataDir, { host: 'desktop', onKnock });
  if (!taken.ok) throw new Error('the folder has an owner');
  onTestFinished(() => taken.owner.release());
  return taken.owner;
}

/** Another process that takes the folder as the loopback host; `said` is what it made of it. */
async function otherProcess(dataDir: string): Promise<{ child: ChildProcess; said: unknown }> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said: JSON.parse(line) };
}

it('a second process is told who has the folder, and its knock is answered', async () => {
  const dataDir = temporaryFolder();
  const { child, said } = await otherProcess(dataDir);
  expect(said).toEqual({ ok: true });
  const taken = await takeOwnership(dataDir, { host: 'command-line', onKnock: null });
  expect(taken).toMatchObject({ ok: false, by: { host: 'loopback', pid: child.pid } });
  expect(taken.ok ? '' : describeOwner(taken.by)).toContain(`the app in the browser (process ${child.pid}`);
  expect(await knock(dataDir)).toEqual({ url: 'http://127.0.0.1:1/#code=fresh' });
});

it('the folder is free the moment its owner is killed', async () => {
  const dataDir = temporaryFolder();
  const { child } = await otherProcess(dataDir);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(existsSync(path.join(dataDir, 'owner.json'))).toBe(true);
  expect(await knock(dataDir)).toBeNull();
  const owner = await take(dataDir);
  expect(owner.info.pid).toBe(process.pid);
  expect((await otherProcess(dataDir)).said).toMatchObject({
    ok: false,
    by: { host: 'desktop', pid: process.pid },
  });
});

it('a released folder can be taken again, and an old release does not take it from the next owner', async () => {
  const dataDir = temporaryFolder();
  const first = await take(dataDir);
  first.release();
  expect(await knock(dataDir)).toBeNull();
  await take(dataDir, () => ({ url: 'second' }));
  first.release();
  expect(await knock(dataDir)).toEqual({ url: 'second' });
  expect((await takeOwnership(dataDir, { host: 'loopback', onKnock: null })).ok).toBe(false);
});

it('the workbook beside the lock stays readable and writable for its owner', async () => {
  const dataDir = temporaryFolder();
  await take(dataDir);
  const { default: Database } = await import('better-sqlite3');
  const db = new Database(path.join(dataDir, 'pulsebook.db'));
  db.exec('CREATE TABLE t (a)');
  expect(db.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0);
  db.close();
});

it('the folder and what is written into it are for one person only', async () => {
  const dataDir = path.join(temporaryFolder(), 'new', 'book');
  await take(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  for (const file of ['lock.db', 'owner.json'])
    expect(statSync(path.join(dataDir, file)).mode & 0o777, file).toBe(0o600);
  const open = temporaryFolder();
  chmodSync(open, 0o755);
  await take(open);
  expect(statSync(open).mode & 0o777).toBe(0o700);
});

it('a folder whose path is too long for a socket is knocked at all the same', async () => {
  const dataDir = path.join(temporaryFolder(), 'x'.repeat(120));
  await take(dataDir, () => ({ url: 'here' }));
  const { pipe } = JSON.parse(readFileSync(path.join(dataDir, 'owner.json'), 'utf8')) as { pipe: string };
  expect(Buffer.byteLength(pipe)).toBeLessThanOrEqual(103);
  expect(statSync(path.dirname(pipe)).mode & 0o777).toBe(0o700);
  expect(await knock(dataDir)).toEqual({ url: 'here' });
});

it('a knock without the secret is not answered', async () => {
  const dataDir = temporaryFolder();
  let knocks = 0;
  await take(dataDir, () => {
    knocks += 1;
    return { url: 'secret address' };
  });
  const { pipe } = JSON.parse(readFileSync(path.join(dataDir, 'owner.json'), 'utf8')) as { pipe: string };
  const socket = createConnection(pipe);
  let said = '';
  socket.on('data', (data) => (said += String(data)));
  socket.write(`${'0'.repeat(64)}\n`);
  await once(socket, 'close');
  expect({ said, knocks }).toEqual({ said: '', knocks: 0 });
});

it('an owner file that is not ours, or of a folder without owner, says nothing', async () => {
  const dataDir = temporaryFolder();
  expect(await knock(dataDir)).toBeNull();
  writeFileSync(path.join(dataDir, 'owner.json'), '{"host":"desktop","pid":"x"}');
  expect(await knock(dataDir)).toBeNull();
});

it('a folder that cannot be made fails with a code', async () => {
  const file = path.join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  await expect(takeOwnership(path.join(file, 'book'), { host: 'desktop', onKnock: null })).rejects.toThrow();
  const taken = path.join(temporaryFolder(), 'book');
  mkdirSync(path.join(taken, 'lock.db'), { recursive: true });
  await expect(takeOwnership(taken, { host: 'desktop', onKnock: null })).rejects.toMatchObject({
    code: 'read-only',
  });
});
