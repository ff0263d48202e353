/** The main job as a user does it: a client, its KPIs, three exports of three platforms, a target, the client's workbook. */
import { metaDaily, tiktokOverviewZip, xOverview } from '../fixtures/exports.ts';
import { expect, test } from '../support/fixtures.ts';
import { card, choose, closedMonth, drop, flat, go, pick, scorecardLine } from '../support/person.ts';

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
    await expect(meta).toContainText('Meta Business Suite, daily metric, English');
    await expect(tiktok).toContainText('TikTok, overview, Spanish');
    await expect(x).toContainText('X, account overview, English');
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
    await expect(panel.getByRole('combobox', { name: 'Kind' })).toHaveText('At least');
    await panel.getByRole('textbox', { name: 'Goal' }).fill('30000');
    await choose(page, panel.getByRole('combobox', { name: 'Judged per' }), 'Month');
    await panel.getByRole('button', { name: 'Set target' }).click();
    await expect(panel.getByRole('listitem').first()).toContainText('30,000');
  });

  await test.step('the scorecard has the sums and the status', async () => {
    await go(page, 'Scorecard');
    console.log(await scorecardLine(page, 'Video views'), await scorecardLine(page, 'Link clicks'));
  });

  await test.step('the dashboard draws them', async () => {
    await go(page, 'Dashboard');
    console.log(await page.getByRole('main').ariaSnapshot());
  });

  await test.step('the report', async () => {
    await go(page, 'Reports');
    console.log(await page.getByRole('main').ariaSnapshot());
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Make workbook/ }).click();
    const file = await download;
    console.log(file.suggestedFilename(), await file.path());
    await file.saveAs('/tmp/e2e.try/book.xlsx');
    console.log(await page.getByRole('status').allInnerTexts());
  });
});
