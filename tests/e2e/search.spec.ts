/** Ctrl+K: every place and action by typing, and what the clients hold. */
import { expect, test } from '../support/fixtures.ts';
import type { Page } from '@playwright/test';

test.use({ demo: true });

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Search or go to' });
  await expect(box).toBeFocused();
  await box.fill(text);
}
const options = (page: Page) => page.getByRole('option');
const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

test('the screens of a client are found from anywhere, by its name', async ({ app: { page } }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await type(page, 'larkbed score');
  await expect(options(page).first()).toContainText('Scorecard');
  await expect(options(page).first()).toContainText('Larkbed');
  await page.keyboard.press('Enter');
  await title(page, 'Scorecard');
  await expect(page.getByRole('button', { name: 'Larkbed', exact: true })).toBeVisible();
  // Before anything is typed: where one was.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Where you were' }).getByRole('option').first()).toContainText(
    'Settings',
  );
  await page.keyboard.press('Escape');
});

test('a month typed is the period of the screen, or the report of that month', async ({ app: { page } }) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Northline Labs/ })
    .click();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await title(page, 'Scorecard');
  await type(page, 'sept 2026');
  await expect(options(page).first()).toHaveText(/September 2026 as period/);
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toContain('/scorecard?period=month:2026-09-01');
  await type(page, 'report aug 2026');
  await expect(options(page).first()).toHaveText(/Report, August 2026/);
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toContain('/reports?period=month:2026-08-01');
  // From within a text field, too, and in the other language.
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await type(page, 'último trimestre');
  await expect(options(page).first()).toContainText('as period');
  await page.keyboard.press('Escape');
});

test('what clients hold is found by any word, leads to its place, and says whose it is', async ({
  app: { page },
}) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Northline Labs/ })
    .click();
  await type(page, 'sleep');
  const found = page.getByRole('group', { name: 'Found in your clients' });
  await expect(found.getByRole('option').first()).toContainText('Larkbed');
  await expect(found.getByRole('option').first()).toContainText('content');
  await found.getByRole('option').first().click();
  await title(page, 'Content');
  await expect(page.getByRole('button', { name: 'Larkbed', exact: true })).toBeVisible();
  await type(page, 'zzyzx');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found for “zzyzx”.' })).toContainText(
    'Try a client',
  );
  await page.keyboard.press('Escape');
});

test('things are done from it: theme, language, help', async ({ app: { page } }) => {
  await title(page, 'All clients');
  await type(page, 'dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await type(page, 'help targets');
  await page.keyboard.press('Enter');
  await title(page, 'Help');
  await expect(page.getByRole('heading', { level: 2, name: 'Targets and statuses' })).toBeVisible();
  await type(page, 'español');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});
