/** A client deleted for good, by mouse and by keyboard: what is said before, the wrong turns, and what is left of it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { tracesIn } from '../support/traces.ts';

test.use({ demo: true });
// The whole book is written anew, and every file of it looked through.
test.describe.configure({ timeout: 120_000 });

const NAME = 'Larkbed';

async function toSetUp(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Client set-up' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Client set-up');
}

async function ask(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Delete…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${name} for good?` });
  await expect(dialog.getByText(/^[\d.,]+, .+ to .+ 20\d\d$/)).toBeVisible();
  return dialog;
}

const confirm = (dialog: Locator): Locator => dialog.getByRole('button', { name: 'Delete for good' });
const box = (dialog: Locator): Locator => dialog.getByRole('textbox', { name: `Type ${NAME} to confirm` });

test('deleted with its backups, a client is in no file of the data folder', async ({
  app: { page, data },
}) => {
  await toSetUp(page, NAME);
  const dialog = await ask(page, NAME);
  expect(await violationsInBoth(page)).toEqual([]);
  // Only its name lets it go, letter for letter.
  await expect(confirm(dialog)).toBeDisabled();
  await box(dialog).fill('larkbed');
  await expect(confirm(dialog)).toBeDisabled();
  await box(dialog).fill(NAME);
  await dialog.getByRole('radio', { name: /^Take it out of every backup too/ }).check();
  await expect(dialog.getByText('A backup that cannot be read is removed.')).toBeVisible();
  await confirm(dialog).click();

  await expect(page.getByText(`${NAME} is deleted`, { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All clients');
  // There is no way back, and none is offered.
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: NAME })).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Northline Labs' }).first()).toBeVisible();
  expect(tracesIn(data, [NAME])).toEqual([]);
  expect(readdirSync(path.join(data, 'backups')).length).toBeGreaterThan(0);
  // An address of it leads to nothing of anybody else.
  await page.goto(`${page.url().split('#', 1)[0]}#/c/3/dashboard`);
  await expect(page.getByText('This client is no longer here.')).toBeVisible();
});

test('by keyboard alone, with one more backup to have it back from', async ({ app: { page } }) => {
  await toSetUp(page, NAME);
  await page.getByRole('button', { name: 'Delete…', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Delete ${NAME} for good?` });
  await expect(dialog).toBeVisible();
  // Escape is not yes.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /^Keep them, and make one more now/ })).toBeChecked();
  // The two ways out, the choice, the name.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
  await expect(box(dialog)).toBeFocused();
  await page.keyboard.type(NAME);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(confirm(dialog)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${NAME} is deleted`, { exact: true })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('link', { name: 'Backups' }).click();
  await expect(page.getByRole('cell', { name: 'Before a client was deleted' })).toBeVisible({
    timeout: 20_000,
  });
});

test('the ways that are no deletion: archived, handed over; and deleted from the archive', async ({
  app: { page },
}) => {
  await toSetUp(page, NAME);
  await (await ask(page, NAME)).getByRole('button', { name: 'Hand it over first…' }).click();
  const handing = page.getByRole('dialog', { name: `Hand ${NAME} over` });
  await expect(handing).toBeVisible();
  await handing.getByRole('button', { name: 'Cancel' }).click();
  await (await ask(page, NAME)).getByRole('button', { name: 'Archive it' }).click();
  await expect(page.getByText(`${NAME} is archived`)).toBeVisible();

  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: `Delete ${NAME}…` }).click();
  const dialog = page.getByRole('dialog', { name: `Delete ${NAME} for good?` });
  await expect(dialog.getByRole('button', { name: 'Archive it' })).toHaveCount(0);
  await box(dialog).fill(NAME);
  await confirm(dialog).click();
  await expect(page.getByText(`${NAME} is deleted`, { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.getByRole('button', { name: `Delete ${NAME}…` })).toHaveCount(0);
});
