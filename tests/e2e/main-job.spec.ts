/** The main job as a user does it: a client, its KPIs, three exports of three platforms, a target, the client's workbook. */
import { readFileSync } from 'node:fs';
import * as XLSX from 'xlsx';
import { metaDaily, tiktokOverviewZip, xOverview } from '../fixtures/exports.ts';
import { expect, test } from '../support/fixtures.ts';
import { card, choose, closedMonth, drop, flat, go, pick, scorecardLine } from '../support/person.ts';
import { compareRecalculated, convert, soffice } from '../support/recalculate.ts';

const { first, days } = closedMonth();
const exports = [
  metaDaily('Instagram link clicks', first, flat(3, days)),
  tiktokOverviewZip(first, flat({ views: 1000, profileViews: 7, likes: 10, comments: 2, shares: 1 }, days)),
  xOverview(first, flat({ impressions: 500, likes: 5, engagements: 9, newFollows: 2, unfollows: 1 }, days)),
] as const;
const thousands = (n: number): string => n.toLocaleString('en');

test('from an empty book to the client’s workbook', async ({ app: { page } }) => {
  test.setTimeout(180_000);

  await test.step('the first start offers an empty book', async () => {
    await page.getByRole('button', { name: 'Start empty' }).click();
    await expect(page.getByRole('heading', { name: 'New client', level: 1 })).toBeVisible();
  });

  await test.step('a client, with its colour, language, currency and a channel', async () => {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Larkbed');
    await page.getByRole('textbox', { name: /What the client does/ }).fill('Mattress maker');
    await page.getByRole('textbox', { name: 'Brand colour' }).last().fill('#83397A');
    await page.getByRole('radiogroup', { name: 'Language of reports' }).getByText('English').click();
    await choose(page, page.getByRole('combobox', { name: /^Currency/ }), 'GBP');
    await page.getByRole('button', { name: 'Create client' }).click();
    await expect(page.getByRole('status').getByText(/^Larkbed is here/)).toBeVisible();
  });

  await test.step('its KPIs, from the catalogue', async () => {
    await expect(page.getByRole('heading', { name: 'Catalogue', level: 1 })).toBeVisible();
    for (const kpi of ['Link clicks', 'Video views', 'Impressions']) await pick(page, kpi);
  });

  await test.step('three exports of three platforms, dropped on the window', async () => {
    await drop(page, ...exports);
    const [meta, tiktok, x] = [
      card(page, 'Instagram link clicks.csv'),
      card(page, 'Overview.zip/Overview.csv'),
      card(page, 'account_overview_analytics.csv'),
    ];
    await expect(meta).toContainText(/Meta Business Suite, .*English/);
    await expect(tiktok).toContainText(/TikTok, .*Spanish/);
    await expect(x).toContainText(/X, .*English/);
    for (const file of [meta, tiktok, x]) await expect(file).toContainText('Ready');
    // Rows and figures, as the file itself has them: days by columns.
    for (const [file, columns] of [
      [meta, 1],
      [tiktok, 5],
      [x, 13],
    ] as const) {
      await expect(file.getByRole('definition').nth(0)).toHaveText(String(days));
      await expect(file.getByRole('definition').nth(1)).toHaveText(String(days * columns));
    }
    const does = page.getByRole('region', { name: 'What this import does' });
    await expect(does.getByRole('definition').first()).toHaveText(thousands(days * 19));
    await expect(does).toContainText('New channels: Instagram, TikTok, X');
  });

  await test.step('imported, and said so', async () => {
    await page.getByRole('button', { name: `Import ${thousands(days * 19)} figures` }).click();
    await expect(page.getByRole('status').getByText(/^Import 1 is in the book/)).toBeVisible();
    const line = page.getByRole('region', { name: 'What came in' }).getByRole('row').nth(1);
    await expect(line).toContainText('in the book');
  });

  await test.step('a target', async () => {
    await go(page, 'KPIs & targets');
    await page.getByRole('button', { name: 'Video views', exact: true }).click();
    const panel = page.getByRole('complementary');
    await panel.getByRole('link', { name: 'Set a target' }).click();
    await expect(page.getByRole('heading', { name: 'Target', level: 1 })).toBeVisible();
    await choose(page, panel.getByRole('combobox', { name: 'Kind' }), 'At least');
    await panel.getByRole('textbox', { name: 'Goal' }).fill('20000');
    await choose(page, panel.getByRole('combobox', { name: 'Judged per' }), 'Month');
    const lights = page.getByRole('region', { name: 'SMART check' });
    await expect(lights.getByRole('listitem').filter({ hasText: 'Relevant' })).toContainText('Yes');
    await page.getByRole('button', { name: 'Set target' }).click();
    const history = page.getByRole('region', { name: 'Targets so far' });
    await expect(history.getByRole('rowheader')).toContainText('20,000');
  });

  const screen = await test.step('the scorecard has the sums and the status', async () => {
    await go(page, 'Scorecard');
    await expect(page.getByText('Overall score')).toBeVisible();
    const lines = {
      'Link clicks': await scorecardLine(page, 'Link clicks'),
      'Video views': await scorecardLine(page, 'Video views'),
      Impressions: await scorecardLine(page, 'Impressions'),
    };
    expect(valueIn(lines['Link clicks'])).toBe(thousands(3 * days));
    expect(valueIn(lines['Video views'])).toBe(thousands(1000 * days));
    expect(valueIn(lines.Impressions)).toBe(thousands(500 * days));
    expect(lines['Link clicks']).toMatchObject({ Channel: 'Instagram', Status: 'No target' });
    expect(lines['Video views']).toMatchObject({ Goal: '≥ 20,000', Status: 'Met', Change: 'no base' });
    return lines;
  });

  await test.step('the dashboard draws them', async () => {
    await go(page, 'Dashboard');
    const headlines = page.getByRole('list', { name: 'Headline figures' });
    await expect(headlines.getByRole('listitem').filter({ hasText: 'Video views' })).toContainText(
      thousands(1000 * days),
    );
    const chart = page.getByRole('region', { name: 'Video views by channel' });
    await expect(chart.getByRole('img', { name: 'Video views by channel' })).toBeVisible();
    await page.getByRole('button', { name: 'Card: Main KPI by channel' }).click();
    await page.getByRole('menuitem', { name: 'Show as a table' }).click();
    await expect(chart.getByRole('row').last()).toContainText(thousands(1000 * days));
  });

  await test.step('the workbook says what the screen says', async () => {
    await page.getByRole('link', { name: 'Deliver…' }).click();
    await expect(page.getByRole('region', { name: 'Preview of the report' })).toContainText('Larkbed');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Make workbook/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Larkbed.*\.xlsx$/);
    await expect(page.getByRole('status').getByText(`Saved: ${file.suggestedFilename()}`)).toBeVisible();
    const bytes = readFileSync(await file.path());
    const sheet = XLSX.read(bytes).Sheets['Scorecard'];
    if (sheet === undefined) throw new Error('the workbook has no scorecard');
    const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null });
    const head = rows.find((row) => row.includes('KPI') && row.includes('Status')) ?? [];
    const at = (name: string): number => head.indexOf(name);
    for (const [kpi, line] of Object.entries(screen)) {
      const row = rows.find((one) => one[at('KPI')] === kpi) ?? [];
      // The value stands right of the channel, as on the screen.
      expect(Number(row[at('Channel') + 1]).toLocaleString('en')).toBe(valueIn(line));
      expect(row[at('Status')]).toBe(line['Status']);
      expect(typeof row[at('Score')] === 'number' ? Number(row[at('Score')]).toFixed(1) : '–').toBe(
        line['Score'],
      );
    }
    if (soffice === null) {
      process.stdout.write('LibreOffice is not here: the workbook was not recalculated.\n');
      return;
    }
    expect(compareRecalculated(bytes).differences).toEqual([]);
    expect(convert(bytes, 'pdf').subarray(0, 5).toString()).toBe('%PDF-');
  });
});

/** The value of the period on screen: the third column, whatever the month is called. */
function valueIn(line: Readonly<Record<string, string>>): string {
  return Object.values(line)[2] ?? '';
}
