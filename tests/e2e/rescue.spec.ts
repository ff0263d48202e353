/** A book that cannot be opened: what is said, in the system's language, and the ways on that lead to figures again. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { startApp } from '../support/app.ts';
import type { StartedApp } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { words } from '../support/screens.ts';
import { watch } from '../support/watch.ts';

test.skip(({ host }) => host !== 'loopback', 'the folder is prepared for a host of its own');

/** Threads end and start again, and the page is loaded anew. */
const restored = { timeout: 30_000 };

let data = '';
test.beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'pulsebook-rescue-'));
});
test.afterEach(() => rmSync(data, { recursive: true, force: true }));

const book = (): string => path.join(data, 'pulsebook.db');

/** The demo workspace with a backup of it, closed. */
async function leaveBook(browser: Browser): Promise<void> {
  const app = await startApp({ data, demo: true });
  const page = await browser.newPage();
  await page.goto(app.url);
  await page.getByRole('link', { name: /^Kept on this machine/ }).click();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('cell', { name: 'You asked for it' })).toBeVisible();
  await page.close();
  await app.stop();
}

/** Fifty bytes turned over in the middle of the file. */
function damage(): Buffer {
  const bytes = readFileSync(book());
  for (let i = 0; i < 50; i += 1) {
    const at = 100_000 + i * 997;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  }
  writeFileSync(book(), bytes);
  return bytes;
}

/** Opens the folder in a window of a system with this language and theme; nothing it logs may be an error. */
async function opened(
  browser: Browser,
  look: { readonly locale: string; readonly colorScheme: 'light' | 'dark' },
  visit: (page: Page, app: StartedApp) => Promise<void>,
): Promise<void> {
  const app = await startApp({ data });
  const context = await browser.newContext(look);
  const page = await context.newPage();
  const watched = watch(page);
  await page.goto(app.url);
  await visit(page, app);
  expect(watched.stop()).toEqual([]);
  await context.close();
  await app.stop();
}

const english = { locale: 'en-GB', colorScheme: 'light' } as const;
const spanish = { locale: 'es-ES', colorScheme: 'dark' } as const;

test('a damaged book: the newest whole backup is proposed, put back, and the figures are there', async ({
  browser,
}) => {
  await leaveBook(browser);
  const damaged = damage();
  await opened(browser, english, async (page) => {
    const t = words.en;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t.rescue.troubles['store-damaged'].title,
    );
    const proposed = page.getByRole('region', { name: t.rescue.newest });
    await expect(proposed.getByRole('row', { name: /^Larkbed/ })).toContainText(/\d,\d{3}/);
    expect(await violations(page)).toEqual([]);
    expect(readFileSync(book()).equals(damaged)).toBe(true);

    await proposed.getByRole('button', { name: t.rescue.put }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(t.backups.confirm.firstKept);
    await dialog.getByRole('button', { name: t.backups.confirm.run }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.app.nav.allClients, restored);
    await expect(page.getByRole('status', { name: t.common.messages })).toContainText('is back');
    await expect(page.getByRole('rowheader')).toHaveCount(3);
    const kept = readdirSync(data).find((name) => name.startsWith('pulsebook.damaged'));
    expect(readFileSync(path.join(data, kept ?? 'none')).equals(damaged)).toBe(true);
  });
});

test('a damaged newest backup is passed over for the one before it', async ({ browser }) => {
  await leaveBook(browser);
  const folder = path.join(data, 'backups');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .toSorted((a, b) => statSync(path.join(folder, b)).mtimeMs - statSync(path.join(folder, a)).mtimeMs);
  expect(names.length).toBeGreaterThan(1);
  const newest = path.join(folder, names.find((name) => name.includes('manual')) ?? '');
  writeFileSync(newest, readFileSync(newest).fill(0xa5, 30_000, 30_600));
  damage();
  await opened(browser, english, async (page) => {
    const t = words.en;
    const proposed = page.getByRole('region', { name: t.rescue.newest });
    await expect(proposed.getByRole('row', { name: /^Larkbed/ })).toBeVisible();
    await expect(proposed).not.toContainText(t.backups.kinds.manual);
    const others = page.getByRole('table', { name: t.backups.list, exact: true });
    await expect(
      others.getByRole('row').filter({ has: page.getByRole('cell', { name: t.backups.kinds.manual }) }),
    ).toContainText(t.backups.states.checked);
  });
});

test('a book of a newer version: its words, in Spanish and dark, and not a byte changed', async ({
  browser,
}) => {
  await leaveBook(browser);
  const db = new Database(book());
  db.pragma('user_version = 99');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(book());
  await opened(browser, spanish, async (page) => {
    const t = words.es;
    const { title, todo } = t.rescue.troubles['store-newer'];
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(todo)).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: t.rescue.again }).click();
    await expect(page.getByText(t.rescue.still)).toBeVisible();
  });
  expect(readFileSync(book()).equals(bytes)).toBe(true);
});

test('nothing to put back: a new book begins, and the file that was there is kept', async ({ browser }) => {
  const other = new Database(book());
  other.exec(
    "PRAGMA application_id = 42; CREATE TABLE plants (name TEXT); INSERT INTO plants VALUES ('fern')",
  );
  other.close();
  const foreign = readFileSync(book());
  await opened(browser, english, async (page) => {
    const t = words.en;
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t.rescue.troubles['store-foreign'].title,
    );
    await expect(page.getByRole('heading', { name: t.rescue.none })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // Asked, told, and left; then meant.
    await page.getByRole('button', { name: t.rescue.begin.action }).click();
    const dialog = page.getByRole('dialog', { name: t.rescue.begin.confirm });
    await expect(dialog).toContainText(t.rescue.begin.steps.file);
    await dialog.getByRole('button', { name: t.common.cancel }).click();
    expect(readFileSync(book()).equals(foreign)).toBe(true);
    await page.getByRole('button', { name: t.rescue.begin.action }).click();
    await dialog.getByRole('button', { name: t.rescue.begin.run }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.start.title, restored);
    const kept = readdirSync(data).find((name) => name.startsWith('pulsebook.foreign'));
    expect(readFileSync(path.join(data, kept ?? 'none')).equals(foreign)).toBe(true);
  });
});
