/** The explorer as a person works in it: kinds of chart, zoom, annotations on the chart, limits started anew, kept charts, files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { choose, closedMonth, go } from '../support/person.ts';

test.use({ demo: true });

async function openExplorer(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Northline Labs/ })
    .click();
  await go(page, 'Explorer');
  await expect(points(page)).toBeVisible();
}

const points = (page: Page): Locator => page.getByRole('slider', { name: /^Points of: Interactions/ });
const tools = (page: Page): Locator => page.getByRole('region', { name: 'Tools of this screen' });
const panel = (page: Page): Locator => page.getByRole('complementary');

async function kind(page: Page, name: string | RegExp): Promise<void> {
  await tools(page)
    .getByRole('button', { name: /^Chart: / })
    .click();
  await page.getByRole('radio', { name }).click();
}

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

test('one KPI in every kind of chart, each by its address, and none that makes no sense', async ({
  app: { page },
}) => {
  await openExplorer(page);
  await tools(page)
    .getByRole('button', { name: /^Chart: / })
    .click();
  await expect(page.getByRole('radio', { name: /^Stacked/ })).toHaveAttribute('aria-disabled', 'true');
  await clean(page);
  await page.getByRole('radio', { name: /^Bars/ }).click();
  await expect(page).toHaveURL(/kind=bar/);

  await choose(page, tools(page).getByRole('combobox', { name: /^Second KPI/ }), 'Engagement rate', 'engag');
  await expect(page.getByText('Engagement rate, right axis')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Show as a table' }).click();
  const table = page.getByRole('table', { name: /^Interactions/ });
  await expect(table.getByRole('columnheader', { name: 'Engagement rate' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Show as a chart' }).click();

  await choose(page, page.getByRole('combobox', { name: /^Channel: / }), 'Each channel');
  await expect(tools(page).getByRole('button', { name: 'Chart: Stacked' })).toBeVisible();
  await page.getByText('Share', { exact: true }).click();
  await expect(page).toHaveURL(/share=1/);
  await expect(points(page)).toHaveAttribute('aria-valuetext', /Discord \d+(?:\.\d+)?\s%/);

  await kind(page, /^Heat map/);
  await expect(page.getByRole('img', { name: 'From least to most' })).toBeVisible();
  await clean(page);
  await kind(page, /^Small multiples/);
  await expect(page.getByRole('img', { name: 'Discord', exact: true })).toBeVisible();
  await page.getByText('Own scales', { exact: true }).click();
  await expect(page).toHaveURL(/scale=own/);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Own scales' })).toBeChecked();
});

test('zoomed by keyboard and by pointer, and back', async ({ app: { page } }) => {
  await openExplorer(page);
  const zoom = tools(page).getByRole('group', { name: 'Zoom' });
  await points(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/zoom=\d{4}-\d{2}-\d{2}\.\./);
  await expect(zoom.getByText(/ to /)).toBeVisible();
  await page.keyboard.press('0');
  await expect(page).not.toHaveURL(/zoom=/);
  const box = await points(page).boundingBox();
  if (box === null) throw new Error('no chart');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, y, { steps: 3 });
  await page.mouse.move(box.x + box.width * 0.7, y, { steps: 3 });
  await page.mouse.up();
  await expect(page).toHaveURL(/zoom=/);
  await zoom.getByRole('button', { name: 'Show all of the span' }).click();
  await expect(page).not.toHaveURL(/zoom=/);

  await tools(page)
    .getByRole('button', { name: /^Span: / })
    .click();
  await page.getByRole('button', { name: '13 weeks' }).click();
  await expect(page).toHaveURL(/span=13w/);
});

test('an annotation is written on the chart, changed, taken out and put back', async ({ app: { page } }) => {
  await openExplorer(page);
  await points(page).focus();
  for (const key of ['End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Enter'])
    await page.keyboard.press(key);
  const sheet = page.getByRole('dialog', { name: /^At / });
  await expect(sheet.getByRole('textbox', { name: 'What happened' })).toBeFocused();
  await clean(page);
  await page.keyboard.type('Ambassadors invited');
  await page.keyboard.press('Enter');
  const notes = panel(page).getByRole('region', { name: 'Annotations' });
  await expect(notes.getByText('Ambassadors invited')).toBeVisible();

  await notes.getByRole('button', { name: 'Edit: Ambassadors invited' }).click();
  await notes.getByRole('textbox', { name: 'What happened' }).fill('12 ambassadors invited');
  await notes.getByRole('button', { name: 'Save' }).click();
  await expect(notes.getByText('12 ambassadors invited')).toBeVisible();
  await notes.getByRole('button', { name: 'Remove: 12 ambassadors invited' }).click();
  await expect(notes.getByText('12 ambassadors invited')).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(notes.getByText('12 ambassadors invited')).toBeVisible();

  // The same point again: what was written there, and how its number was made.
  await points(page).focus();
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'How it was made' }).click();
  await expect(panel(page).getByRole('button', { name: /^Back to / })).toBeVisible();
  await expect(page).toHaveURL(/at=\d{4}/);
  await panel(page)
    .getByRole('button', { name: /^Back to / })
    .click();
  await expect(page).not.toHaveURL(/at=/);
});

test('limits are started anew at a point, and put back', async ({ app: { page } }) => {
  await openExplorer(page);
  const range = panel(page);
  await points(page).focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog', { name: /^At / })
    .getByRole('button', { name: 'Start new limits here' })
    .click();
  await expect(range.getByText(/^Limits were started anew on /)).toBeVisible();
  await expect(range.getByText(/^Limits start on .*, where you started them anew\.$/)).toBeVisible();
  await range.getByRole('button', { name: 'Take back' }).click();
  await expect(range.getByText(/^Limits were started anew on /)).toHaveCount(0);
});

test('a chart is kept under a name, opened, renamed, taken out and put back', async ({ app: { page } }) => {
  await openExplorer(page);
  await kind(page, /^Bars/);
  const kept = tools(page).getByRole('button', { name: 'Kept charts' });
  await kept.click();
  await clean(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('Monday bars');
  await page.getByRole('button', { name: 'Keep this chart' }).click();
  await expect(page.getByText('Kept as Monday bars')).toBeVisible();
  await kind(page, /^Line/);
  await kept.click();
  await page.getByRole('button', { name: 'Monday bars', exact: true }).click();
  await expect(page).toHaveURL(/kind=bar/);
  await kept.click();
  await page.getByRole('button', { name: 'Rename Monday bars' }).click();
  await page.getByRole('textbox', { name: 'Name' }).first().fill('Bars');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove Bars' }).click();
  await expect(page.getByRole('button', { name: 'Bars', exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await kept.click();
  await expect(page.getByRole('button', { name: 'Bars', exact: true })).toBeVisible();
});

test('a KPI is split by country, in parts and with what is not broken down', async ({
  app: { page, data },
}) => {
  // What an import with a column of countries leaves behind, instead of the countries of the demo.
  const { first, days } = closedMonth();
  const db = new Database(path.join(data, 'pulsebook.db'));
  db.prepare("DELETE FROM breakdowns WHERE client = 1 AND dimension = 'country'").run();
  const insert = db.prepare(
    `INSERT INTO breakdowns (client, kpi, channel, cadence, day, dimension, member, value, batch)
     SELECT f.client, f.kpi, f.channel, 0, f.day, 'country', @member, round(f.value * @part), f.batch FROM figures f
     JOIN kpis k ON k.id = f.kpi AND k.key = 'impressions' AND k.client = 1
     WHERE f.cadence = 0 AND f.day >= @first AND f.day < @end`,
  );
  for (const [member, part] of [
    ['Spain', 0.5],
    ['Francia', 0.3],
  ] as const)
    insert.run({ member, part, first, end: first + days });
  db.close();
  await openExplorer(page);
  await choose(page, page.getByRole('combobox', { name: /^KPI: / }), 'Impressions', 'impres');
  await choose(page, tools(page).getByRole('combobox', { name: /^Split: / }), 'By country');
  await page.getByText('Month', { exact: true }).click();
  const members = page.getByRole('region', { name: 'By country' });
  await expect(members.getByText('Spain')).toBeVisible();
  await expect(members.getByText('France')).toBeVisible();
  await expect(members.getByText(/not broken down [\d,]+, 20\s%\./)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Show as a table' }).click();
  await expect(page.getByRole('columnheader', { name: 'not broken down' })).toBeVisible();
  await clean(page);
});

test('the chart leaves as a picture and as figures', async ({ app: { page } }) => {
  await openExplorer(page);
  const menu = page.getByRole('main').getByRole('button', { name: 'Chart: Interactions' });
  for (const [item, ending, begins] of [
    ['Save as PNG (2x)', '.png', '\u0089PNG'],
    ['Save as SVG', '.svg', '<svg'],
    ['Save data as CSV', '.csv', ''],
  ] as const) {
    await menu.click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`Interactions.*\\${ending}$`));
    const bytes = readFileSync(await download.path());
    expect(bytes.length).toBeGreaterThan(200);
    expect(bytes.toString('latin1').includes(begins)).toBe(true);
  }
});
