/**
 * The main job without a mouse: from an empty book to the client's workbook with keys alone. Nothing here is pressed,
 * filled or focused but by `page.keyboard`; files come by the chooser that Enter on its button opens.
 */
import { readFileSync } from 'node:fs';
import type { FileChooser, Locator, Page } from '@playwright/test';
import * as XLSX from 'xlsx';
import { monthName } from '../../shared/domain/format.ts';
import { civilOf, dayOf } from '../../shared/domain/time.ts';
import { metaDaily, tiktokOverviewCsv } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { expect, test } from '../support/fixtures.ts';
import { card, closedMonth, flat, scorecardLine } from '../support/person.ts';

const { first, days } = closedMonth();
const thousands = (n: number): string => n.toLocaleString('en');
const clicks = metaDaily('Instagram link clicks', first, flat(3, days));
const views = tiktokOverviewCsv(
  first,
  flat({ views: 1000, profileViews: 7, likes: 10, comments: 2, shares: 1 }, days),
);

const focused = (page: Page): Locator => page.locator(':focus');
const title = (page: Page, name: string): Promise<void> =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

/** Presses Tab until the focus is on the target, or on one of them. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target.first()).toBeAttached();
  const here = target.and(focused(page));
  for (let i = 0; i < 60; i += 1) {
    if ((await here.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${String(target)}`);
}

/** Goes to a control, which shows that it has the focus, and presses Enter on it. */
async function press(page: Page, target: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await tabTo(page, target, key);
  await expect(target.and(focused(page))).not.toHaveCSS('outline-style', 'none');
  await page.keyboard.press('Enter');
}

/** Goes to a text field and types over what is in it. */
async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

/** One of a group of radio buttons: Tab enters the group, arrows choose in it. */
async function turnTo(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  await tabTo(page, group.getByRole('radio'));
  const wanted = group.getByRole('radio', { name });
  if ((await wanted.and(focused(page)).count()) > 0) await page.keyboard.press('Space');
  for (let i = 0; i < 8 && (await wanted.and(focused(page)).count()) === 0; i += 1)
    await page.keyboard.press('ArrowRight');
  await expect(wanted).toBeChecked();
}

/** A value of a list that opens under a button, found by typing. */
async function choose(page: Page, list: Locator, option: string, typed = option): Promise<void> {
  await press(page, list);
  const wanted = page.getByRole('option', { name: option }).first();
  await expect(wanted).toBeVisible();
  await page.keyboard.type(typed);
  await expect(wanted).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(wanted).toBeHidden();
}

/** `G` and a letter: to another screen. */
async function go(page: Page, letter: string, screen: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(letter);
  await title(page, screen);
}

/** A file of another program, as the chooser gives it. */
const chosen = ({ name, bytes }: ExportFile): Parameters<FileChooser['setFiles']>[0] => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(bytes),
});

async function choosing(page: Page, button: Locator, file: ExportFile): Promise<void> {
  await tabTo(page, button);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(chosen(file));
  await expect(card(page, file.name)).toContainText(/Ready|1 question/);
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Figures by KPI and period' });
const lineOf = (page: Page, kpi: string): Locator =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: kpi, exact: true }) });
const indexOf = async (one: Locator, side: 'row' | 'col'): Promise<number> =>
  Number(await one.getAttribute(`aria-${side}index`));

async function cellOf(page: Page, kpi: string, month: string): Promise<Locator> {
  const head = grid(page).getByRole('columnheader', { name: new RegExp(`^${month}`) });
  return lineOf(page, kpi).locator(`[aria-colindex="${await indexOf(head, 'col')}"]`);
}

/** Goes with the arrow keys to the cell of a KPI in a month. */
async function arrowTo(page: Page, kpi: string, month: string): Promise<Locator> {
  const cell = await cellOf(page, kpi, month);
  const line = await indexOf(lineOf(page, kpi), 'row');
  const column = await indexOf(cell, 'col');
  // The one stop of the grid: a cell, or the head of a group of lines.
  const cells = grid(page).getByRole('gridcell');
  await tabTo(page, cells.or(cells.getByRole('button')));
  const here = grid(page)
    .getByRole('row')
    .filter({ has: focused(page) });
  for (let now = await indexOf(here, 'row'); now !== line; now = await indexOf(here, 'row'))
    await page.keyboard.press(now < line ? 'ArrowDown' : 'ArrowUp');
  for (
    let now = await indexOf(focused(page), 'col');
    now !== column;
    now = await indexOf(focused(page), 'col')
  )
    await page.keyboard.press(now < column ? 'ArrowRight' : 'ArrowLeft');
  await expect(cell).toBeFocused();
  return cell;
}

test('from an empty book to the client’s workbook with keys alone', async ({ app: { page } }) => {
  test.setTimeout(240_000);
  // Choosers are given to the test from the first one on: a listener that comes and goes can be late for a key.
  page.on('filechooser', () => undefined);

  await test.step('an empty book and a client', async () => {
    await press(page, page.getByRole('button', { name: 'Start empty' }));
    await title(page, 'New client');
    await write(page, page.getByRole('textbox', { name: 'Name', exact: true }), 'Larkbed');
    await turnTo(page, page.getByRole('radiogroup', { name: 'Language of reports' }), 'English');
    await press(page, page.getByRole('button', { name: 'Create client' }));
    await expect(page.getByRole('status').getByText(/^Larkbed is here/)).toBeVisible();
  });

  await test.step('its KPIs: searched for, reached with the arrows, added', async () => {
    await title(page, 'Catalogue');
    const search = page.getByRole('searchbox', { name: 'Search in English and Spanish' });
    await expect(search).toBeFocused();
    for (const kpi of ['Link clicks', 'Video views']) {
      await tabTo(page, search, 'Shift+Tab');
      await page.keyboard.press('Control+a');
      await page.keyboard.type(kpi);
      await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(kpi);
      await page.keyboard.press('ArrowDown');
      await press(page, page.getByRole('button', { name: `Add: ${kpi}`, exact: true }));
      await expect(page.getByRole('button', { name: `Added: ${kpi}`, exact: true })).toBeFocused();
    }
  });

  await test.step('what was done last is taken back from its message, and done again', async () => {
    const said = page.getByRole('status').getByText('Video views added');
    await expect(said).toBeVisible();
    await page.keyboard.press('F6');
    await expect(page.getByRole('button', { name: 'Undo', exact: true }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    const add = page.getByRole('button', { name: 'Add: Video views', exact: true });
    await expect(add).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Added: Video views', exact: true })).toBeFocused();
  });

  await test.step('two exports, one of which asks', async () => {
    await go(page, 'i', 'Imports');
    await choosing(page, page.getByRole('main').getByRole('button', { name: 'Choose files' }), clicks);
    await expect(card(page, clicks.name)).toContainText('Ready');
    await choosing(page, page.getByRole('button', { name: 'Add files' }), views);
    const year = String(civilOf(first).year);
    const asks = card(page, views.name).getByRole('group', { name: /Which year/ });
    await tabTo(page, asks.getByRole('radio', { name: new RegExp(year) }));
    await page.keyboard.press('Space');
    // The answer stays on the card, with the focus on the way to change it.
    await expect(card(page, views.name).getByRole('button', { name: /^Change: Which year/ })).toBeFocused();
    await expect(card(page, views.name)).toContainText('Ready');
    await press(page, page.getByRole('button', { name: /^Import [\d,]+ figures/ }));
    await expect(page.getByRole('status').getByText(/^Import 1 is in the book/)).toBeVisible();
  });

  const [month = '', ...before] = [0, -1, -2, -3, -4].map(monthOf);
  const [last = '', earlier = '', third = '', fourth = ''] = before;
  await test.step('figures typed and pasted in the grid, and taken back', async () => {
    await go(page, 'f', 'Figures');
    await turnTo(page, page.getByRole('radiogroup', { name: 'Columns' }), 'Month');
    const typed: Locator[] = [];
    for (const [at, figure] of [
      [last, '80'],
      [earlier, '1250'],
    ] as const) {
      const cell = await arrowTo(page, 'Link clicks', at);
      await page.keyboard.type(figure);
      await page.keyboard.press('Enter');
      await expect(cell).toHaveText(new RegExp(`^${thousands(Number(figure))}`));
      typed.push(cell);
    }
    await arrowTo(page, 'Link clicks', earlier);
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    await arrowTo(page, 'Link clicks', fourth);
    await page.keyboard.press('Control+v');
    const pasted = [await cellOf(page, 'Link clicks', fourth), await cellOf(page, 'Link clicks', third)];
    const both = async (cells: readonly Locator[], ...texts: readonly RegExp[]): Promise<void> => {
      for (const [i, text] of texts.entries())
        await expect(cells[i] ?? page.locator('none')).toHaveText(text);
    };
    await both(pasted, /^1,250/, /^80/);
    await page.keyboard.press('Control+z');
    await both(pasted, /^\D*$/, /^\D*$/);
    await both(typed, /^80/, /^1,250/);
    await page.keyboard.press('Control+Shift+z');
    await both(pasted, /^1,250/, /^80/);
    await page.keyboard.press('Control+z');
    await both(pasted, /^\D*$/, /^\D*$/);
    // A letter on a cell begins a figure: out of the grid first.
    await page.keyboard.press('Shift+Tab');
  });

  await test.step('a target', async () => {
    await go(page, 'k', 'KPIs & targets');
    await press(page, page.getByRole('button', { name: 'Video views', exact: true }));
    const panel = page.getByRole('complementary');
    await press(page, panel.getByRole('link', { name: 'Set a target' }));
    await title(page, 'Target');
    await choose(page, panel.getByRole('combobox', { name: 'Kind' }), 'At least');
    await write(page, panel.getByRole('textbox', { name: 'Goal' }), '20000');
    await choose(page, panel.getByRole('combobox', { name: 'Judged per' }), 'Month');
    await press(page, page.getByRole('button', { name: 'Set target' }));
    const history = page.getByRole('region', { name: 'Targets so far' });
    await expect(history.getByRole('rowheader')).toContainText('20,000');
  });

  await test.step('the scorecard and the dashboard say what came of it', async () => {
    await go(page, 's', 'Scorecard');
    const line = await scorecardLine(page, 'Video views');
    expect(Object.values(line)[2]).toBe(thousands(1000 * days));
    expect(line).toMatchObject({ Goal: '≥ 20,000', Status: 'Met' });
    // From a line to how its number was made, and back to it.
    const made = page
      .getByRole('row', { name: /Video views/ })
      .getByRole('button', { name: thousands(1000 * days) });
    await press(page, made);
    const sheet = page.getByRole('dialog');
    await expect(sheet).toContainText('Import 1');
    await page.keyboard.press('Escape');
    await expect(made).toBeFocused();
    await go(page, 'd', 'Dashboard');
    const headlines = page.getByRole('list', { name: 'Headline figures' });
    await expect(headlines.getByRole('listitem').filter({ hasText: 'Link clicks' })).toContainText(
      thousands(3 * days),
    );
  });

  await test.step('an annotation on the chart', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await tabTo(page, page.getByRole('slider', { name: /^Points of: Link clicks/ }));
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: /^At / });
    await expect(sheet.getByRole('textbox', { name: 'What happened' })).toBeFocused();
    await page.keyboard.type('Summer sale began');
    await page.keyboard.press('Enter');
    const notes = page.getByRole('complementary').getByRole('region', { name: 'Annotations' });
    await expect(notes.getByText('Summer sale began')).toBeVisible();
  });

  const says = `${month} brought ${thousands(3 * days)} clicks.`;
  await test.step('commentary with a live figure', async () => {
    await go(page, 'r', 'Report');
    await press(page, page.getByRole('button', { name: 'Write: Summary' }));
    const editor = page.getByRole('complementary', { name: 'Commentary: Summary' });
    const text = editor.getByRole('textbox', { name: 'Text' });
    await expect(text).toBeFocused();
    await page.keyboard.type(`${month} brought @`);
    const picker = editor.getByRole('group', { name: 'Insert a figure' });
    const kpi = picker.getByRole('combobox', { name: /^KPI/ });
    await expect(kpi).toBeFocused();
    await choose(page, kpi, 'Link clicks', 'link clicks');
    await expect(picker).toContainText(`It says: ${thousands(3 * days)}`);
    await press(page, picker.getByRole('button', { name: 'Insert' }));
    await expect(text).toBeFocused();
    await page.keyboard.type(' clicks.');
    await expect(editor.getByText('Saved as you write')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Preview of the report' })).toContainText(says);
  });

  await test.step('the workbook, with what was written', async () => {
    await page.keyboard.press('Control+Enter');
    // The focus is where the text was begun, not lost.
    await expect(page.getByRole('button', { name: 'Write: Summary' })).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: /^Make workbook/ }));
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Larkbed.*\.xlsx$/);
    await expect(page.getByRole('status').getByText(`Saved: ${file.suggestedFilename()}`)).toBeVisible();
    const summary = XLSX.read(readFileSync(await file.path())).Sheets['Summary'];
    if (summary === undefined) throw new Error('the workbook has no summary');
    const cells = Object.values(summary).flatMap((cell: XLSX.CellObject) => cell.v ?? []);
    expect(cells).toContain(says);
  });

  await test.step('and back, by the command palette', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search or go to' })).toBeFocused();
    await page.keyboard.type('larkbed dash');
    await expect(page.getByRole('option').first()).toContainText('Dashboard');
    await page.keyboard.press('Enter');
    await title(page, 'Dashboard');
  });
});

/** A month as the head of its column begins, counted from the closed one. */
function monthOf(n: number): string {
  const { year, month } = civilOf(first);
  return monthName(civilOf(dayOf(year, month + n, 1)).month, 'en', 'short');
}
