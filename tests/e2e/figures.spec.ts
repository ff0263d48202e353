/** Typing figures: a number, zero, not applicable, and back. What is typed is on the scorecard at once. */
import type { Locator, Page } from '@playwright/test';
import { monthName } from '../../shared/domain/format.ts';
import { civilOf } from '../../shared/domain/time.ts';
import { expect, test } from '../support/fixtures.ts';
import { closedMonth, go, newClient, scorecardLine } from '../support/person.ts';

const month = monthName(civilOf(closedMonth().first).month, 'en', 'short');

/** The cell of a KPI in the closed month. */
async function cellOf(page: Page, kpi: string): Promise<Locator> {
  const grid = page.getByRole('grid', { name: 'Figures by KPI and period' });
  const heads = await grid.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((head) => head.trim().startsWith(month));
  expect(at, heads.join(' | ')).toBeGreaterThan(0);
  const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kpi, exact: true }) });
  return row.getByRole('gridcell').or(row.getByRole('rowheader')).nth(at);
}

async function onScorecard(page: Page, kpi: string): Promise<Record<string, string>> {
  await go(page, 'Scorecard');
  return scorecardLine(page, kpi);
}

const value = (line: Record<string, string>): string | undefined => Object.values(line)[2];

async function monthly(page: Page): Promise<void> {
  await go(page, 'Figures');
  await page.getByRole('radiogroup', { name: 'Columns' }).getByText('Month', { exact: true }).click();
}

test.beforeEach(async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Link clicks', 'Video views']);
  await go(page, 'Figures');
  await page.getByRole('button', { name: 'Make channel' }).click();
  await monthly(page);
});

test('a number, zero and not applicable are three things, and each can be taken back', async ({
  app: { page },
}) => {
  const cell = await cellOf(page, 'Link clicks');

  await test.step('a number', async () => {
    await cell.click();
    await page.keyboard.type('1250');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText(/^1,250/);
    expect(await onScorecard(page, 'Link clicks')).toMatchObject({ Coverage: 'month' });
    expect(value(await onScorecard(page, 'Link clicks'))).toBe('1,250');
    // Nobody typed anything here: a gap, not a zero.
    const other = page.getByRole('row', { name: /^Video views / });
    await expect(other.getByRole('img', { name: 'Nothing recorded' })).toBeVisible();
  });

  await test.step('zero', async () => {
    await monthly(page);
    await cell.click();
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText(/^0(?!\d)/);
    expect(value(await onScorecard(page, 'Link clicks'))).toBe('0');
  });

  await test.step('not applicable', async () => {
    await monthly(page);
    await cell.click();
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText(/^n\/a/);
    const line = await onScorecard(page, 'Link clicks');
    expect(value(line)).toBe('n/a');
    expect(line['Status']).toBe('n/a');
  });

  await test.step('undo, key by key', async () => {
    await monthly(page);
    await expect(cell).toHaveText(/^n\/a/);
    await page.getByRole('button', { name: /^Undo: Link clicks/ }).click();
    await expect(cell).toHaveText(/^0(?!\d)/);
    await cell.click();
    await page.keyboard.press('Control+z');
    await expect(cell).toHaveText(/^1,250/);
    await page.keyboard.press('Control+Shift+z');
    await expect(cell).toHaveText(/^0(?!\d)/);
    expect(value(await onScorecard(page, 'Link clicks'))).toBe('0');
  });
});

test('what is no number is not taken, and says so', async ({ app: { page } }) => {
  const cell = await cellOf(page, 'Link clicks');
  await cell.click();
  await page.keyboard.type('12 or so');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/This is not a number\. Type one, N for not applicable/)).toBeVisible();
  await page.keyboard.press('Escape');
  await go(page, 'Scorecard');
  const row = page.getByRole('row', { name: /^Link clicks / });
  await expect(row.getByRole('img', { name: 'Nothing recorded' })).toBeVisible();
});

test('the keyboard alone: typed, filled, noted, copied, and taken back after a reload', async ({
  app: { page },
}) => {
  const cell = await cellOf(page, 'Link clicks');
  const other = await cellOf(page, 'Video views');
  await cell.click();

  await test.step('typed and filled down', async () => {
    await page.keyboard.type('90');
    await page.keyboard.press('Enter');
    await expect(cell).toHaveText(/^90/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect(other).toHaveText(/^90/);
    await expect(page.getByRole('button', { name: /^Undo: Video views/ })).toBeEnabled();
  });

  await test.step('a note', async () => {
    await page.keyboard.press('Shift+F2');
    await page.getByRole('textbox', { name: /^Note on/ }).fill('Counted by hand.');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: /^Undo: Note on/ })).toBeEnabled();
  });

  await test.step('undo after a reload, the note first', async () => {
    await page.reload();
    const undo = page.getByRole('button', { name: /^Undo: Note on/ });
    await undo.click();
    await page.getByRole('button', { name: /^Undo: Video views/ }).click();
    const again = await cellOf(page, 'Video views');
    await expect(again).not.toHaveText(/90/);
    await page.getByRole('button', { name: /^Redo: Video views/ }).click();
    await expect(again).toHaveText(/^90/);
  });

  await test.step('the history', async () => {
    await page.getByRole('button', { name: 'What was typed' }).click();
    const panel = page.getByRole('region', { name: 'What was typed' });
    await expect(panel.getByRole('listitem')).toHaveCount(3);
    await panel.getByRole('button', { name: 'Before the first of them' }).click();
    await expect(await cellOf(page, 'Link clicks')).not.toHaveText(/90/);
  });

  await test.step('by channel, for one month', async () => {
    await page.getByRole('radiogroup', { name: 'View' }).getByText('Channels', { exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Figures by KPI and channel' })).toBeVisible();
  });
});
