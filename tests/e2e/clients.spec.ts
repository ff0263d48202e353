/** A client made from a template, set up, given another one's set-up, handed over in a file and taken in again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ demo: true });

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-clients-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clientMenu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name });

async function openClient(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
}

/** Drops one file on the middle of the window, as a file manager does. */
async function dropFile(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const at = { x: 640, y: 400, data: { items: [], files: [file], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at });
  await devtools.detach();
}

/** Hands the client at hand over; answers where the file is. */
async function handOver(page: Page, name: string): Promise<string> {
  await clientMenu(page, name).click();
  await page.getByRole('menuitem', { name: 'Hand over…' }).click();
  const dialog = page.getByRole('dialog', { name: `Hand ${name} over` });
  await expect(dialog.getByText('not encrypted')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Make the file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${name} \\d{4}-\\d{2}-\\d{2}\\.pulsebook$`));
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await expect(dialog).toBeHidden();
  return file;
}

test('a client from a template says what it brings first, and begins with that', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'New client' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Aula Abierta');
  await page.getByRole('radio', { name: /^School, course or academy/ }).check();
  await expect(page.getByText('Enrolments: what a term lives from.')).toBeVisible();
  await page.getByRole('button', { name: 'YouTube' }).click();
  await expect(page.getByText(/^The report on .+ is due on \w+day /)).toBeVisible();
  await page.getByRole('button', { name: 'Create client' }).click();
  await expect(page.getByText('Aula Abierta is here.')).toBeVisible();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Scorecard' }).click();
  await expect(page.getByRole('main').getByText('Registrations').first()).toBeVisible();
});

test('a set-up: when reports are due, what areas are called, and what another client has', async ({
  app: { page },
}) => {
  await openClient(page, 'Northline Labs');
  await clientMenu(page, 'Northline Labs').click();
  await page.getByRole('menuitem', { name: 'Client set-up' }).click();
  const days = page.getByRole('textbox', { name: 'After its last day' });
  const told = page.getByText(/^The report on /);
  const before = await told.textContent();
  await days.fill('15');
  await days.press('Tab');
  await expect(told).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  const area = page.getByRole('textbox', { name: 'Name of Community growth, English' });
  await area.fill('Our people');
  await area.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of Our people, English' })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(area).toHaveValue('Community growth');

  const shop = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect(shop).toHaveCount(8);
  await page.getByRole('button', { name: 'Copy from…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy a set-up to Northline Labs' });
  await expect(dialog.getByText('are here and stay as they are').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(shop).not.toHaveCount(8);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(shop).toHaveCount(8);
});

test('a client handed over is looked at before it is taken in, and a damaged file says so', async ({
  app: { page },
}) => {
  await openClient(page, 'Larkbed');
  const file = await handOver(page, 'Larkbed');

  await dropFile(page, file);
  await expect(page.getByRole('heading', { name: 'Take a client in', level: 1 })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByText('This client is here already')).toBeVisible();
  await expect(main.getByText(/^[\d,]+ figures$/)).toBeVisible();
  const name = main.getByRole('textbox', { name: 'Name here' });
  await expect(name).toHaveValue('Larkbed');
  await main.getByRole('radio', { name: 'Beside it, under another name' }).check();
  await expect(name).toHaveValue('Larkbed (2)');
  await name.fill('Northline Labs');
  await expect(page.getByRole('button', { name: 'Take in', exact: true })).toBeDisabled();
  await name.fill('Larkbed again');
  await page.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(page.getByText(/^Larkbed again is here: [\d,]+ figures$/)).toBeVisible();
  await expect(clientMenu(page, 'Larkbed again')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();

  const damaged = path.join(folder, 'damaged.pulsebook');
  const bytes = readFileSync(file);
  writeFileSync(damaged, bytes.subarray(0, bytes.length - 200));
  await dropFile(page, damaged);
  await expect(main.getByText('archive-damaged')).toBeVisible();
  await expect(main.getByRole('button', { name: 'Choose another file' })).toBeVisible();
});

test('no violation of axe, light and dark', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await openClient(page, 'Larkbed');
  const file = await handOver(page, 'Larkbed');
  const seen: Record<string, readonly string[]> = {};
  const look = async (what: string): Promise<void> => {
    const found = await violationsInBoth(page);
    if (found.length > 0) seen[what] = found;
  };
  await look('set-up');
  await page
    .getByRole('button', { name: /^Handle, dates and accounts of/ })
    .first()
    .click();
  await look('a channel');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy from…' }).click();
  await expect(page.getByRole('dialog').getByRole('switch').first()).toBeVisible();
  await look('copy');
  await page.keyboard.press('Escape');
  await page.getByRole('main').getByRole('button', { name: 'Hand over…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('hand over');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'New client' }).click();
  await page.getByRole('radio', { name: 'Like another client' }).check();
  await look('new client');
  await dropFile(page, file);
  await expect(page.getByRole('button', { name: 'Take in', exact: true })).toBeVisible();
  await look('take in');
  expect(seen).toEqual({});
});
