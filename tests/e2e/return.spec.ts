/** The way back: a workbook goes out, comes home typed over, is looked at cell by cell, taken, and taken back. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { monthName } from '../../shared/domain/format.ts';
import { civilOf } from '../../shared/domain/time.ts';
import { cellOf, cellSaying, typedOver } from '../support/editWorkbook.ts';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { closedMonth, dropBack, go, newClient, scorecardValue } from '../support/person.ts';

const month = monthName(civilOf(closedMonth().first).month, 'en', 'short');

/** A client with one monthly figure, 1,250 link clicks. */
async function aClient(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Link clicks']);
  await go(page, 'Figures');
  await page.getByRole('button', { name: 'Make channel' }).click();
  await page.getByRole('radiogroup', { name: 'Columns' }).getByText('Month', { exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Figures by KPI and period' });
  const heads = await grid.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((head) => head.trim().startsWith(month));
  const row = grid
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Link clicks', exact: true }) });
  await row.getByRole('gridcell').or(row.getByRole('rowheader')).nth(at).click();
  await page.keyboard.type('1250');
  await page.keyboard.press('Enter');
  await go(page, 'Scorecard');
  await expect.poll(() => scorecardValue(page, 'Link clicks')).toBe('1,250');
}

/** The workbook of the closed month, as the client gets it. */
async function workbook(
  page: Page,
  client: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  await go(page, 'Reports');
  await expect(page.getByRole('region', { name: 'Preview of the report' })).toContainText(client);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Make workbook/ }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

test('a figure that the client corrected is seen, taken, and taken back', async ({ app: { page } }) => {
  test.setTimeout(90_000);
  await aClient(page);
  const { name, bytes } = await workbook(page, 'Larkbed');

  await test.step('unchanged, it says so', async () => {
    await dropBack(page, { name, bytes });
    await expect(page.getByRole('heading', { name: 'Nothing was changed' })).toBeVisible();
    await page.getByRole('link', { name: 'Back to imports' }).click();
    await expect(page.getByText('Nothing imported yet')).toBeVisible();
  });

  const cell = cellOf(bytes, 'Figures', 'Value', ['Link clicks', 1250]);
  const edited = typedOver(bytes, [{ sheet: 'Figures', cell, value: 1300 }]);
  await test.step('changed, the cell is seen with what went out, what came back and what is here', async () => {
    await dropBack(page, { name: 'Larkbed, corrected.xlsx', bytes: edited });
    const row = page.getByRole('grid').getByRole('row', { name: /Link clicks/ });
    await expect(row).toContainText(/1,250\s*1,300\s*1,250/);
    await expect(row).toContainText(cell);
    expect(await violationsInBoth(page)).toEqual([]);
  });

  await test.step('taken with the keyboard, it is in the book', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('status').getByText('Taken: 1 figure.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Import \d+$/);
    await go(page, 'Scorecard');
    await expect.poll(() => scorecardValue(page, 'Link clicks')).toBe('1,300');
  });

  await test.step('the same file again says that it came in before', async () => {
    await dropBack(page, { name: 'Larkbed, corrected.xlsx', bytes: edited });
    await expect(page.getByRole('region', { name: 'What came back' })).toContainText('came in before');
    await page.getByRole('link', { name: /^See import \d+$/ }).click();
  });

  await test.step('taken back, it is as it was', async () => {
    await page.getByRole('button', { name: /^Take back/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('status').getByText(/taken back/)).toBeVisible();
    await go(page, 'Scorecard');
    await expect.poll(() => scorecardValue(page, 'Link clicks')).toBe('1,250');
  });
});

test.describe('with words in it', () => {
  test.use({ demo: true });
  test('a note and commentary come back word by word; what is computed is never taken', async ({
    app: { page },
  }) => {
    test.setTimeout(150_000);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Northline Labs/ })
      .click();
    const { name, bytes } = await workbook(page, 'Northline Labs');
    const words = cellSaying(bytes, 'Summary', 'Members are at');
    const note = cellOf(bytes, 'Scorecard', 'Note', ['Active member rate']);
    const computed = cellOf(bytes, 'Scorecard', 'Status', ['Active member rate']);
    const edited = typedOver(bytes, [
      { sheet: 'Summary', cell: words.cell, value: words.text.replace('Members are', 'Our members are') },
      { sheet: 'Scorecard', cell: note, value: 'Two channels went quiet.' },
      { sheet: 'Scorecard', cell: computed, value: 'Met' },
    ]);
    await dropBack(page, { name, bytes: edited });
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row', { name: /Two channels went quiet/ })).toContainText(
      'Active member rate',
    );
    await expect(grid.locator('ins').filter({ hasText: 'Our members' })).toBeVisible();
    await page.getByText('1 computed cell was overwritten').click();
    await expect(page.getByText(`Scorecard, ${computed}`)).toBeVisible();
    await page.getByRole('button', { name: /^Take 2 cells/ }).click();
    await expect(page.getByRole('status').getByText('Taken: 1 note and 1 paragraph.')).toBeVisible();

    const brought = page.getByRole('region', { name: 'Notes' });
    await expect(brought).toContainText('Two channels went quiet.');
    await expect(page.getByRole('region', { name: 'Texts of reports' })).toContainText('Summary');

    const paper = page.getByRole('region', { name: 'Preview of the report' });
    await go(page, 'Reports');
    await expect(paper).toContainText('Our members are at');
    await page.goBack();
    await page.getByRole('button', { name: /^Take back/ }).click();
    const settle = page.getByRole('dialog');
    await expect(settle).toContainText('1 note and 1 text of a report');
    await settle.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByRole('status').getByText(/taken back/)).toBeVisible();
    await go(page, 'Reports');
    await expect(paper).toContainText('Members are at');
    await expect(paper).not.toContainText('Our members are at');
  });
});
