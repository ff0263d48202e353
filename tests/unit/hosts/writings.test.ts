/** What a killed program left half-written beside people's files, and what the next start takes away of it. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { saveFile } from '../../../electron/backend/saveFile.ts';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { noteWriting, sweepWritings, temporaryBeside } from '../../../electron/backend/writings.ts';
import { temporaryFolder } from './support/folders.ts';

it('the next start removes the files that were being written, several at once, and nothing else', () => {
  const dataDir = temporaryFolder();
  const folder = temporaryFolder();
  const begun = [1, 2, 3].map(() => temporaryBeside(path.join(folder, 'Informe.xlsx')));
  const ends = begun.map((file) => noteWriting(dataDir, file));
  for (const file of begun) writeFileSync(file, 'half');
  // One of them was finished.
  renameSync(begun[0] ?? '', path.join(folder, 'Informe.xlsx'));
  ends[0]?.();
  // Not ours: a name like ours that no note tells of.
  writeFileSync(path.join(folder, '.pulsebook-0123456789ab.tmp'), 'of another book');
  createTransfers(dataDir).sweep(true);
  expect(readdirSync(folder).toSorted()).toEqual(['.pulsebook-0123456789ab.tmp', 'Informe.xlsx']);
  expect(readdirSync(path.join(dataDir, 'writing'))).toEqual([]);
});

it('a note removes no file of another name, no folder, and nothing behind a link', () => {
  const dataDir = temporaryFolder();
  const folder = temporaryFolder();
  mkdirSync(path.join(dataDir, 'writing'), { recursive: true });
  const precious = path.join(folder, 'taxes.xlsx');
  const link = path.join(folder, '.pulsebook-aaaaaaaaaaaa.tmp');
  const nested = path.join(folder, '.pulsebook-bbbbbbbbbbbb.tmp');
  writeFileSync(precious, 'mine');
  symlinkSync(precious, link);
  mkdirSync(nested);
  for (const [i, file] of [precious, link, nested, 'relative/.pulsebook-cccccccccccc.tmp'].entries())
    writeFileSync(path.join(dataDir, 'writing', `${String(i).repeat(16)}.json`), JSON.stringify({ file }));
  writeFileSync(path.join(dataDir, 'writing', `${'9'.repeat(16)}.json`), '{"file":');
  sweepWritings(dataDir);
  expect(readdirSync(folder)).toHaveLength(3);
  expect(readFileSync(precious, 'utf8')).toBe('mine');
  expect(readdirSync(path.join(dataDir, 'writing'))).toEqual([]);
});

it('a drive that is not there keeps its note until it is', () => {
  const dataDir = temporaryFolder();
  const drive = path.join(temporaryFolder(), 'drive');
  mkdirSync(drive);
  const file = temporaryBeside(path.join(drive, 'a.xlsx'));
  noteWriting(dataDir, file);
  writeFileSync(file, 'half');
  renameSync(drive, `${drive}-out`);
  sweepWritings(dataDir);
  renameSync(`${drive}-out`, drive);
  expect(existsSync(file)).toBe(true);
  sweepWritings(dataDir);
  expect(existsSync(file)).toBe(false);
});

it('a data folder that cannot be written is no reason not to save elsewhere', async () => {
  const folder = temporaryFolder();
  const made = path.join(temporaryFolder(), 'made');
  writeFileSync(made, 'new');
  const noFolder = path.join(temporaryFolder(), 'a-file');
  writeFileSync(noFolder, '');
  await saveFile(made, path.join(folder, 'a.csv'), noFolder);
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

it.skipIf(process.platform === 'win32')(
  'a target that is no file is refused, and a link keeps pointing',
  async () => {
    const folder = temporaryFolder();
    const dataDir = temporaryFolder();
    const made = path.join(temporaryFolder(), 'made');
    writeFileSync(made, 'new');
    const at = (name: string): string => path.join(folder, name);
    expect(spawnSync('mkfifo', [at('pipe')]).status).toBe(0);
    symlinkSync(at('nothing'), at('dangling'));
    for (const target of [at('pipe'), at('dangling'), '/dev/null', '/proc/self/mem', '/proc/new.csv', folder])
      await expect(saveFile(made, target, dataDir), target).rejects.toMatchObject({
        code: /path-invalid|read-only/,
      });
    writeFileSync(at('real.csv'), 'old');
    symlinkSync(at('real.csv'), at('link.csv'));
    await saveFile(made, at('link.csv'), dataDir);
    expect(readFileSync(at('real.csv'), 'utf8')).toBe('new');
    expect(readdirSync(folder).toSorted()).toEqual(['dangling', 'link.csv', 'pipe', 'real.csv']);
    expect(readdirSync(path.join(dataDir, 'writing'))).toEqual([]);
  },
);
