/** Backups as a person uses them: made, looked into, put back, undone by that, saved and brought; and the wrong turns. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { words } from '../support/screens.ts';

test.use({ demo: true });

/** Threads end and start again, and the page is loaded anew. */
const restored = { timeout: 30_000 };

const rooms = (page: Page): Locator => page.getByRole('navigation', { name: 'Rooms of the settings' });
const list = (page: Page): Locator => page.getByRole('table', { name: 'Backups', exact: true });

async function toBackups(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await rooms(page).getByRole('link', { name: 'Backups' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backups');
}

/** The line of the newest backup made for a reason. */
const line = (page: Page, why: string): Locator =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: why, exact: true }) })
    .first();

async function makeOne(page: Page): Promise<void> {
  await toBackups(page);
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(line(page, 'You asked for it')).toBeVisible();
}

async function open(page: Page, why: string): Promise<Locator> {
  const toggle = line(page, why).getByRole('button');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  return page.getByRole('table', { name: /^Clients in the backup of / });
}

async function addClient(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'New client' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create client' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Catalogue');
}

const client = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: new RegExp(`^${name}`) });

async function pick(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bring a backup…' }).click();
  await (await chooser).setFiles(file);
}

test('a backup is put back, and putting back what was before undoes it', async ({ app: { page } }) => {
  await makeOne(page);
  await addClient(page, 'Kiosko');
  await toBackups(page);
  const inside = await open(page, 'You asked for it');
  await expect(line(page, 'You asked for it')).toContainText('whole, just checked');
  await expect(inside.getByRole('row', { name: /^Larkbed/ })).toContainText('the same number');
  await expect(inside.getByRole('row', { name: /^Kiosko/ })).toContainText('would be gone');

  // Asked, told what happens, and left.
  await page.getByRole('button', { name: 'Put back…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Put back the book of / });
  await expect(dialog).toContainText('The book as it is now is backed up');
  await expect(dialog).toContainText('Not in it, and gone from the book: Kiosko.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(client(page, 'Kiosko')).toBeVisible();

  await page.getByRole('button', { name: 'Put back…' }).click();
  await dialog.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(
    /^The book of .+ is back/,
    restored,
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All clients');
  await expect(client(page, 'Larkbed')).toBeVisible();
  await expect(client(page, 'Kiosko')).toHaveCount(0);

  await page.getByRole('button', { name: 'See the backups' }).click();
  const before = await open(page, 'Before another was put back');
  await expect(before.getByRole('row', { name: /^Kiosko/ })).toContainText('comes back');
  await page.getByRole('button', { name: 'Put back…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All clients', restored);
  await expect(client(page, 'Kiosko')).toBeVisible();
});

test('a copy saved elsewhere is brought back after the backup is gone', async ({ app: { page } }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-copy-'));
  await makeOne(page);
  await open(page, 'You asked for it');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a copy…' }).click();
  const saved = await download;
  const copy = path.join(folder, saved.suggestedFilename());
  await saved.saveAs(copy);
  expect(copy).toMatch(/\.db$/);

  await page.getByRole('button', { name: 'Remove…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Remove the backup of / });
  await expect(dialog).toContainText('This cannot be undone.');
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(line(page, 'You asked for it')).toHaveCount(0);

  await pick(page, copy);
  await expect(page.getByText('Added to the backups.')).toBeVisible();
  // It is open at once, so that one sees what came.
  const inside = page.getByRole('table', { name: /^Clients in the backup of / });
  await expect(inside.getByRole('row', { name: /^Larkbed/ })).toContainText('the same number');
  await expect(line(page, 'Brought from elsewhere')).toContainText('whole, just checked');
  rmSync(folder, { recursive: true, force: true });
});

test('a damaged backup says so and cannot be put back; the book stays as it is', async ({
  app: { page, data },
}) => {
  await makeOne(page);
  const backups = path.join(data, 'backups');
  const name = readdirSync(backups).find((file) => file.includes('manual')) ?? '';
  const bytes = readFileSync(path.join(backups, name));
  bytes.fill(0xa5, 20_000, 20_400);
  writeFileSync(path.join(backups, name), bytes);
  await line(page, 'You asked for it').getByRole('button').click();
  await expect(line(page, 'You asked for it')).toContainText('damaged');
  await expect(page.getByText('It cannot be put back.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put back…' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove…' })).toBeVisible();
  await expect(client(page, 'Larkbed')).toBeVisible();
});

test('a file that is no book is named and left out', async ({ app: { page, data } }) => {
  await makeOne(page);
  const rows = await list(page).getByRole('row').count();
  const foreign = path.join(data, 'notes.db');
  writeFileSync(foreign, 'Monday: water the plants\n'.repeat(200));
  await pick(page, foreign);
  const refused = page.getByRole('alert').filter({ hasText: 'notes.db was not added.' });
  await expect(refused).toContainText('It is no book of Pulsebook.');
  await expect(list(page).getByRole('row')).toHaveCount(rows);
});

test('backups are found from the search in both languages, and from the foot of the navigation', async ({
  app: { page },
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All clients');
  for (const typed of ['restore', 'copias de seg']) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: words.en.app.palette.label }).fill(typed);
    await page.getByRole('option', { name: 'Backups', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backups');
    await page.getByRole('link', { name: 'All clients', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All clients');
  }
  await page.getByRole('link', { name: /^Kept on this machine/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backups');
});

test('putting back by the keyboard alone', async ({ app: { page } }) => {
  await makeOne(page);
  await line(page, 'You asked for it').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: /^Clients in the backup of / })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Put back…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Messages' })).toContainText(/is back/, restored);
});
