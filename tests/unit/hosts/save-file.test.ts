import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { safeFileName, saveFile } from '../../../electron/backend/saveFile.ts';
import { temporaryFolder } from './support/folders.ts';

function made(content = 'new'): string {
  const file = path.join(temporaryFolder(), 'made');
  writeFileSync(file, content);
  return file;
}

it('replaces what was there, whole, and leaves nothing beside it', async () => {
  const folder = temporaryFolder();
  const target = path.join(folder, 'Informe.xlsx');
  writeFileSync(target, 'old and longer');
  await saveFile(made(), target, temporaryFolder());
  expect(readFileSync(target, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['Informe.xlsx']);
});

it.each([
  ['a folder that is not there', (folder: string) => path.join(folder, 'gone', 'a.xlsx')],
  [
    'a file as a folder',
    (folder: string) => (writeFileSync(path.join(folder, 'f'), ''), path.join(folder, 'f', 'a.xlsx')),
  ],
  [
    'a folder of that name',
    (folder: string) => (
      mkdirSync(path.join(folder, 'd', 'inside'), { recursive: true }),
      path.join(folder, 'd')
    ),
  ],
  ['a name that is too long', (folder: string) => path.join(folder, 'x'.repeat(300))],
])('%s is a bad path', async (_what, target) => {
  const folder = temporaryFolder();
  const to = target(folder);
  await expect(saveFile(made(), to, temporaryFolder())).rejects.toMatchObject({ code: 'path-invalid' });
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});

it('a full disk leaves the old file as it was', async ({ skip }) => {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    skip('a small disk can be made by root on Linux only');
  }
  try {
    const target = path.join(folder, 'a.xlsx');
    writeFileSync(target, 'old');
    await expect(saveFile(made('x'.repeat(200_000)), target, temporaryFolder())).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  } finally {
    execFileSync('umount', [folder]);
  }
});

it.each([
  ['EBUSY', 'file-open-elsewhere'],
  ['EPERM', 'file-open-elsewhere'],
  ['EACCES', 'file-open-elsewhere'],
  ['EROFS', 'read-only'],
  ['ENOSPC', 'disk-full'],
])('a target that answers %s ends as %s, with the old file kept', async (system, code) => {
  vi.resetModules();
  vi.doMock('node:fs/promises', async (original) => ({
    ...(await original<typeof import('node:fs/promises')>()),
    rename: () => Promise.reject(Object.assign(new Error(system), { code: system })),
  }));
  try {
    const { saveFile: save } = await import('../../../electron/backend/saveFile.ts');
    const folder = temporaryFolder();
    const target = path.join(folder, 'a.xlsx');
    writeFileSync(target, 'old');
    await expect(save(made(), target, temporaryFolder())).rejects.toMatchObject({ code });
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  } finally {
    vi.doUnmock('node:fs/promises');
  }
});

it.each(['EACCES', 'EPERM'])('a folder nobody may write to (%s) is read-only', async (system) => {
  vi.resetModules();
  vi.doMock('node:fs/promises', async (original) => ({
    ...(await original<typeof import('node:fs/promises')>()),
    copyFile: () => Promise.reject(Object.assign(new Error(system), { code: system })),
  }));
  try {
    const { saveFile: save } = await import('../../../electron/backend/saveFile.ts');
    await expect(
      save(made(), path.join(temporaryFolder(), 'a.xlsx'), temporaryFolder()),
    ).rejects.toMatchObject({
      code: 'read-only',
    });
  } finally {
    vi.doUnmock('node:fs/promises');
  }
});

it.each([
  ['Informe marzo 2026 – Colchones «Luna».xlsx', 'Informe marzo 2026 – Colchones «Luna».xlsx'],
  ['a/b\\c: d?.xlsx', 'c_ d_.xlsx'],
  ['CON.xlsx', '_CON.xlsx'],
  ['lpt1', '_lpt1'],
  ['..', 'Pulsebook'],
  ['.hidden.csv', 'hidden.csv'],
  ['trailing. . ', 'trailing'],
  [`${'x'.repeat(300)}.xlsx`, `${'x'.repeat(195)}.xlsx`],
])('%j is offered as %j', (given, offered) => {
  expect(safeFileName(given)).toBe(offered);
});
