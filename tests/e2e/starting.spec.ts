/** Starting, starting again, and being killed: one owner of the data folder, and always a way in. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startHost } from '../../scripts/loopback.mjs';
import { startApp } from '../support/app.ts';
import { temporaryFolder } from '../support/store.ts';

const root = path.resolve(import.meta.dirname, '../..');
const serve = path.join(root, 'out/main/serve.js');

test('a second start opens another window of the first, and leaves', async ({ browser }) => {
  const app = await startApp();
  const second = startHost(serve, { ...process.env, PULSEBOOK_DATA: app.data });
  const { url } = await second.said;
  expect(await second.ended).toBe(0);
  expect(new URL(url ?? '').origin).toBe(new URL(app.url).origin);
  expect(url).not.toBe(app.url);
  for (const address of [app.url, url ?? '']) {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByRole('main').first().waitFor();
    // The code has left the address, so that it is in no history and no bookmark.
    expect(new URL(page.url()).hash).toBe('');
    await page.close();
  }
  await app.stop();
});

test('a command that would write is refused and names the owner; after the app it may', async () => {
  const folder = temporaryFolder();
  try {
    const app = await startApp({ data: folder.dir });
    const demo = () =>
      spawnSync(process.execPath, [path.join(root, 'out/main/cli.js'), 'demo', '--data', folder.dir], {
        encoding: 'utf8',
      });
    const refused = demo();
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('the app in the browser');
    await app.stop();
    expect(demo()).toMatchObject({ status: 0, stderr: '' });
  } finally {
    folder.dispose();
  }
});

test('a host that was killed leaves nothing that stops the next one', async ({ page }) => {
  const app = await startApp();
  const { pid } = JSON.parse(readFileSync(path.join(app.data, 'owner.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  const next = await startApp({ data: app.data });
  await page.goto(next.url);
  await page.getByRole('main').first().waitFor();
  await next.stop();
  await app.stop();
});

test('a book that is gone while its backups lie there is not taken for a first start', async ({ page }) => {
  const folder = temporaryFolder();
  try {
    const before = await startApp({ data: folder.dir, demo: true });
    await page.goto(before.url);
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('link', { name: 'Backups', exact: true }).click();
    await page.getByRole('button', { name: 'Back up now' }).click();
    const backups = page.getByRole('table', { name: 'Backups', exact: true });
    await expect(backups.getByRole('cell', { name: 'You asked for it' })).toBeVisible();
    await before.stop();
    for (const name of readdirSync(folder.dir))
      if (name.startsWith('pulsebook.db')) rmSync(path.join(folder.dir, name));

    const after = await startApp({ data: folder.dir });
    await page.goto(after.url);
    await expect(page.getByText('The data folder holds no book, but')).toBeVisible();
    await page.getByRole('button', { name: 'Put back a backup…' }).click();
    await expect(page.getByRole('heading', { name: 'Backups', level: 1 })).toBeVisible();
    await expect(backups.getByRole('cell', { name: 'You asked for it' })).toBeVisible();
    await after.stop();
  } finally {
    folder.dispose();
  }
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
