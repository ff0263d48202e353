/** Commentary with live figures: written with the picker, asked where a figure is from, marked when it changes, accepted. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { monthName } from '../../shared/domain/format.ts';
import { civilOf } from '../../shared/domain/time.ts';
import * as XLSX from 'xlsx';
import { metaDaily } from '../fixtures/exports.ts';
import { expect, test } from '../support/fixtures.ts';
import { choose, closedMonth, drop, flat, go, newClient } from '../support/person.ts';

const { first, days } = closedMonth();
const month = monthName(civilOf(first).month, 'en', 'short');
const clicks = (3 * days).toLocaleString('en');

/** Types a figure for the whole month: it wins over the days. */
async function typeMonth(page: Page, value: string): Promise<void> {
  await go(page, 'Figures');
  await page.getByRole('radiogroup').getByText('Month', { exact: true }).first().click();
  const grid = page.getByRole('grid', { name: 'Figures by KPI and period' });
  const heads = await grid.getByRole('columnheader').allInnerTexts();
  const at = heads.findIndex((head) => head.trim().startsWith(month));
  const row = grid
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Link clicks', exact: true }) });
  const cell = row.getByRole('gridcell').or(row.getByRole('rowheader')).nth(at);
  await cell.click();
  await page.keyboard.type(value);
  await page.keyboard.press('Enter');
  await expect(cell).toContainText(Number(value).toLocaleString('en'));
}

const paper = (page: Page): Locator => page.getByRole('region', { name: 'Preview of the report' });
const editor = (page: Page): Locator => page.getByRole('complementary', { name: 'Commentary: Summary' });
const section = (page: Page): Locator => page.getByRole('button', { name: 'Write: Summary' });

test('a figure in a text is live, says where it is from, and is marked when it changes', async ({
  app: { page },
}) => {
  test.setTimeout(120_000);
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Link clicks']);
  await drop(page, metaDaily('Instagram link clicks', first, flat(3, days)));
  await page.getByRole('button', { name: /^Import \d+ figures/ }).click();
  await expect(page.getByRole('status').getByText(/^Import 1 is in the book/)).toBeVisible();

  await test.step('written with the picker, and with a slip that is named and mended', async () => {
    await go(page, 'Reports');
    await section(page).click();
    const text = editor(page).getByRole('textbox', { name: 'Text' });
    await text.fill('We had ');
    await page.keyboard.type('@');
    const picker = editor(page).getByRole('group', { name: 'Insert a figure' });
    const kpi = picker.getByRole('combobox', { name: /^KPI/ });
    await expect(kpi).toBeFocused();
    await choose(page, kpi, 'Link clicks', 'clicks');
    await expect(picker).toContainText(`It says: ${clicks}`);
    await picker.getByRole('button', { name: 'Insert' }).focus();
    await page.keyboard.press('Enter');
    await expect(text).toHaveValue('We had {{link_clicks}}');
    await expect(text).toBeFocused();
    await page.keyboard.type(' clicks, goal {{link_cliks.goal}}.');
    const problems = editor(page).getByRole('alert', { name: 'What cannot be read' });
    await expect(problems).toContainText('Unknown KPI link_cliks');
    await expect(editor(page).getByText('Not saved yet: a figure cannot be read')).toBeVisible();
    // What cannot be saved yet survives a reload.
    await page.reload();
    await expect(text).toHaveValue('We had {{link_clicks}} clicks, goal {{link_cliks.goal}}.');
    await problems.getByRole('button', { name: 'Did you mean link_clicks?' }).click();
    await expect(text).toHaveValue('We had {{link_clicks}} clicks, goal {{link_clicks.goal}}.');
    await expect(editor(page).getByRole('region', { name: 'As it reads' })).toContainText(
      `We had ${clicks} clicks, goal no target.`,
    );
    await expect(editor(page).getByText('Saved as you write')).toBeVisible();
    await expect(paper(page)).toContainText(`We had ${clicks} clicks, goal no target.`);
  });

  await test.step('asked where it is from, by keyboard too', async () => {
    const figure = paper(page)
      .getByRole('paragraph')
      .filter({ hasText: 'We had' })
      .getByRole('button', { name: clicks, exact: true });
    const sheet = page.getByRole('dialog', { name: 'Link clicks' });
    await figure.hover();
    await expect(sheet).toContainText(`${days}/${days} days`);
    await expect(sheet).toContainText(/import 1, \d+ \w{3}/);
    await page.mouse.move(0, 0);
    await expect(sheet).toBeHidden();
    await editor(page).getByRole('textbox', { name: 'Text' }).focus();
    await page.keyboard.press('Tab');
    const own = editor(page).getByRole('button', { name: clicks, exact: true });
    for (let i = 0; i < 8 && (await own.and(page.locator(':focus')).count()) === 0; i += 1) {
      await page.keyboard.press('Tab');
    }
    await expect(own).toBeFocused();
    await expect(sheet).toContainText('up to date');
  });

  await test.step('marked when it changes, before delivery too', async () => {
    await typeMonth(page, '1500');
    await go(page, 'Reports');
    const checks = page.getByRole('listitem').filter({ hasText: '1 figure in the text has changed' });
    await checks.getByRole('link', { name: 'See' }).click();
    const stale = editor(page).getByRole('region', { name: 'A figure in the text has changed' });
    await expect(stale.getByRole('deletion')).toHaveText(clicks);
    await expect(stale.getByRole('insertion')).toHaveText('1,500');
    await editor(page).getByRole('button', { name: 'Close' }).click();
  });

  await test.step('asked about before it goes out', async () => {
    await page.getByRole('button', { name: /^Make workbook/ }).click();
    const asked = page.getByRole('dialog', { name: '1 figure in the text has changed' });
    await expect(asked.getByRole('deletion')).toHaveText(clicks);
    await asked.getByRole('button', { name: 'Look first' }).click();
    const stale = editor(page).getByRole('region', { name: 'A figure in the text has changed' });
    await stale.getByRole('button', { name: 'Keep with its date' }).click();
    await expect(paper(page)).toContainText(new RegExp(`We had ${clicks} \\(as of .* \\d{4}\\) clicks`));
    await page
      .getByRole('status')
      .getByText('The figure stays, with its date')
      .locator('..')
      .getByRole('button', { name: 'Undo' })
      .click();
    await stale.getByRole('button', { name: 'Update' }).click();
    await expect(stale).toBeHidden();
    await editor(page).getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('1 figure in the text has changed')).toHaveCount(0);
  });

  await test.step('the workbook says the same', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Make workbook/ }).click();
    const sheet = XLSX.read(readFileSync(await (await download).path())).Sheets['Summary'];
    if (sheet === undefined) throw new Error('the workbook has no summary');
    const cells = Object.values(sheet).flatMap((cell: XLSX.CellObject) =>
      typeof cell.v === 'string' ? [cell.v] : [],
    );
    expect(cells).toContain('We had 1,500 clicks, goal no target.');
  });
});
