/** The built desktop entry and preload, against the double of `electron`: what ships is what was tried. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

test('the built main opens a hardened window whose preload reaches the backend, and closes', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'pulsebook-desktop-'));
  const said = execFileSync(
    process.execPath,
    [
      path.join(root, 'tests/support/electron-double/run-main.ts'),
      path.join(root, 'out/main/main.js'),
      path.join(root, 'out/preload/preload.cjs'),
    ],
    { encoding: 'utf8', timeout: 50_000, env: { ...process.env, PULSEBOOK_DATA: data } },
  );
  rmSync(data, { recursive: true, force: true });
  const seen = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect(seen).toMatchObject({
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      preload: path.join(root, 'out/preload/preload.cjs'),
    },
    url: 'app://pulsebook/',
    title: 'Pulsebook',
    script: 200,
    state: { ok: true },
    stranger: { ok: false, error: { code: 'forbidden' } },
    exitCode: 0,
  });
});
