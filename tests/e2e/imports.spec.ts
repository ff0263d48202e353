/**
 * Files that are not as they should be: each says in the preview what is wrong and what to do, and nothing of it is
 * stored. And what came in can be taken back.
 */
import type { Page } from '@playwright/test';
import * as XLSX from 'xlsx';
import { civilOf } from '../../shared/domain/time.ts';
import { damagedByExcel, metaDaily, tiktokOverviewCsv } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { startApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { card, choose, closedMonth, drop, flat, go, newClient, scorecardValue } from '../support/person.ts';
import { temporaryFolder } from '../support/store.ts';

const { first, days } = closedMonth();
const text = (name: string, content: string): ExportFile => ({
  name,
  bytes: new TextEncoder().encode(content),
});

/** What Excel writes when a workbook gets a password: an OLE container with the workbook encrypted in it. */
function locked(): ExportFile {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200, 1));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7));
  return {
    name: 'october.xlsx',
    bytes: new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer),
  };
}

const clicks = metaDaily('Instagram link clicks', first, flat(3, days));
const ambiguous = text('clics.csv', 'Date,Link clicks\n03/04/2026,10\n05/06/2026,20\n08/09/2026,30\n');

/** A client with nothing in its book, on its import screen. */
async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Link clicks', 'Video views']);
}

const importButton = (page: Page) =>
  page.getByRole('button', { name: /^Import(?: [\d,]+ figures?)?\s*(?:Ctrl|⌘)/ });
const log = (page: Page) => page.getByRole('region', { name: 'What came in' });

/** On the scorecard: the figure is missing, which is not zero. */
async function expectNoFigure(page: Page): Promise<void> {
  const row = page.getByRole('row', { name: /^Link clicks / });
  await expect(row.getByRole('img', { name: 'Nothing recorded' })).toBeVisible();
}

async function expectNothingStored(page: Page): Promise<void> {
  await expect(log(page)).toContainText('Nothing imported yet');
  await go(page, 'Scorecard');
  await expectNoFigure(page);
  await go(page, 'Imports');
}

test('a file that cannot go in says why and what to do, and nothing of it is stored', async ({
  app: { page },
}) => {
  test.setTimeout(120_000);
  await begin(page);
  const png = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ]);
  for (const { file, says } of [
    {
      file: { name: 'photo.csv', bytes: png },
      says: /a picture \(PNG\), not a spreadsheet\. Drop CSV, TSV, Excel/,
    },
    { file: text('nothing.csv', ''), says: /file is empty\. Export it again/ },
    { file: locked(), says: /locked with a password\. Open it, save a copy without one and drop the copy/ },
    { file: damagedByExcel(), says: /“3\.abr”.*Export it again and drop it here without opening it.*row 2/ },
    {
      file: text('colours.csv', 'Name,Colour\nfoo,red\nbar,blue\n'),
      says: /no row of column names with figures under it/,
    },
    { file: text('tail.csv', 'Date,Link clicks\n'), says: /column names but no rows\. Export it again/ },
  ]) {
    await test.step(file.name, async () => {
      await drop(page, file);
      await expect(card(page, file.name)).toContainText(says);
      await expect(card(page, file.name)).toContainText('Refused');
      await expect(importButton(page)).toBeDisabled();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expectNothingStored(page);
    });
  }
});

test('beside a refused file the others go in', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, damagedByExcel(), clicks);
  await expect(page.getByRole('contentinfo')).toContainText('1 of 2 files can go in');
  await expect(page.getByRole('contentinfo')).toContainText('Refused files stay out.');
  await importButton(page).click();
  await go(page, 'Scorecard');
  expect(await scorecardValue(page, 'Link clicks')).toBe(String(3 * days));
});

test('what only the person knows is asked, and read as answered', async ({ app: { page } }) => {
  await begin(page);

  await test.step('dates that can be read two ways', async () => {
    await drop(page, ambiguous);
    await expect(importButton(page)).toBeDisabled();
    const question = card(page, ambiguous.name).getByRole('group', { name: /day or month/ });
    await question.getByRole('radio', { name: 'Day first: 3 Apr 2026' }).check();
    await expect(card(page, ambiguous.name)).toContainText('3 Apr to 8 Sep 2026');
    await expect(page.getByRole('row', { name: /Link clicks .*5 Jun 2026 .*20/ })).toBeVisible();
    await expect(importButton(page)).toHaveText(/Import 3 figures/);
  });

  await test.step('and the answer is changed in place', async () => {
    const file = card(page, ambiguous.name);
    await expect(file).toContainText('Dates: Day first: 3 Apr 2026');
    await file.getByRole('button', { name: /^Change: Which comes first/ }).click();
    const question = file.getByRole('group', { name: /day or month/ });
    await expect(question.getByRole('radio', { name: /^Day first/ })).toBeChecked();
    await question.getByRole('radio', { name: 'Month first: 4 Mar 2026' }).click();
    await expect(file).toContainText('4 Mar to 9 Aug 2026');
    await expect(page.getByRole('row', { name: /Link clicks .*6 May 2026 .*20/ })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('a column nobody knows', async () => {
    const file = text('flurble.csv', 'Date,Flurble\n2026-04-01,3\n2026-04-02,5\n');
    await drop(page, file);
    await expect(card(page, file.name)).toContainText('Which KPI is “Flurble”?');
    await expect(importButton(page)).toBeDisabled();
    await choose(
      page,
      card(page, file.name).getByRole('combobox', { name: /Flurble/ }),
      'Link clicks',
      'link cl',
    );
    await expect(page.getByRole('row', { name: /Link clicks .*2 Apr 2026 .*5/ })).toBeVisible();
    await expect(importButton(page)).toHaveText(/Import 2 figures/);
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('a year nobody wrote', async () => {
    const file = tiktokOverviewCsv(
      first,
      flat({ views: 1000, profileViews: 7, likes: 10, comments: 2, shares: 1 }, days),
    );
    await drop(page, file);
    const question = card(page, file.name).getByRole('group', { name: /Which year/ });
    const years = question.getByRole('radio');
    await expect(years.first()).toHaveAccessibleName(new RegExp(String(civilOf(first).year)));
    await expect(importButton(page)).toBeDisabled();
    await years.first().check();
    await expect(card(page, file.name)).toContainText('Ready');
    await importButton(page).click();
    await go(page, 'Scorecard');
    expect(await scorecardValue(page, 'Video views')).toBe((1000 * days).toLocaleString('en'));
  });
});

test('the same file again says so and stores nothing twice', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, clicks);
  await importButton(page).click();
  await expect(log(page).getByRole('row')).toHaveCount(2);
  await drop(page, clicks);
  await expect(card(page, clicks.name)).toContainText(
    /This file came in on .* with import 1\. It brings nothing new\./,
  );
  await expect(page.getByRole('contentinfo')).toContainText(
    'Everything in these files is in the book already.',
  );
  await expect(importButton(page)).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(log(page).getByRole('row')).toHaveCount(2);
});

test('an import is taken back from the toast and from the log, and put back', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, clicks);
  await importButton(page).click();
  const toast = page.getByRole('status').filter({ hasText: 'Import 1 is in the book' });
  await toast.getByRole('button', { name: 'Undo' }).last().click();
  const line = log(page).getByRole('row').nth(1);
  await expect(line).toContainText('taken back');
  await go(page, 'Scorecard');
  await expectNoFigure(page);

  await go(page, 'Imports');
  await line.getByRole('button', { name: /^Put back/ }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(`${days} figures come back.`);
  await sheet.getByRole('button', { name: 'Put it back' }).click();
  await expect(line).toContainText('in the book');
  await go(page, 'Scorecard');
  await expect.poll(() => scorecardValue(page, 'Link clicks')).toBe(String(3 * days));

  await go(page, 'Imports');
  await line.getByRole('button', { name: /^Take back/ }).click();
  await expect(sheet).toContainText(`${days} figures leave the book`);
  await sheet.getByRole('button', { name: 'Take it back' }).click();
  await expect(line).toContainText('taken back');
  await go(page, 'Scorecard');
  await expectNoFigure(page);
});

test('an import has its page: what came with it, what it wrote and made', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, clicks);
  await importButton(page).click();
  await log(page).getByRole('link', { name: clicks.name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import 1');
  await expect(
    page.getByRole('row', { name: /^Instagram link clicks\.csv Meta Business Suite/ }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Figures' }).getByRole('row').last()).toContainText(
    new RegExp(`Link clicks\\s*Instagram\\s*day.*${days}\\s*${days}$`),
  );
  await expect(page.getByRole('region', { name: 'It made' })).toContainText('Instagram');
  await page.getByRole('button', { name: /^Take back/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('banner')).toContainText('taken back');
});

test('what was typed is kept over a file, until the file’s is taken', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, clicks);
  await importButton(page).click();
  await expect(log(page).getByRole('row')).toHaveCount(2);
  await go(page, 'Figures');
  await page.getByRole('radiogroup', { name: 'Columns' }).getByText('Day', { exact: true }).click();
  const cell = page.getByRole('gridcell', { name: '3', exact: true }).first();
  await cell.click();
  await page.keyboard.type('41');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: '41' })).toBeVisible();

  await drop(page, metaDaily('Instagram link clicks', first, flat(5, days)));
  const show = page.getByRole('radiogroup', { name: 'Show' });
  await show.getByText('Kept').click();
  await expect(page.getByRole('row', { name: /^Kept Link clicks .* 41 5/ })).toContainText(
    'You typed it: kept',
  );
  await expect(importButton(page)).toHaveText(new RegExp(`Import ${days - 1} figures`));
  await page.getByRole('button', { name: /^Take the file’s: Link clicks/ }).click();
  await expect(importButton(page)).toHaveText(new RegExp(`Import ${days} figures`));
  await show.getByText('Changed').click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('row', { name: /^Changed Link clicks .* 41 5/ })).toContainText(
    'You took the file’s',
  );
});

test('files dropped outside of a client go to the clients they are said to be of', async ({
  app: { page },
}) => {
  test.setTimeout(90_000);
  await begin(page);
  await page.getByRole('link', { name: 'New client' }).click();
  await newClient(page, 'Bramble', ['Link clicks']);
  await page.getByRole('link', { name: 'All clients' }).click();
  const other = metaDaily('Facebook link clicks', first, flat(4, days));
  await drop(page, clicks, other);
  const whose = page.getByRole('region', { name: 'Whose are these files?' });
  await expect(importButton(page)).toBeDisabled();
  await whose.getByRole('checkbox', { name: new RegExp(other.name) }).uncheck();
  await whose.getByRole('button', { name: 'Larkbed' }).click();
  await expect(page.getByRole('region', { name: 'Of Larkbed' })).toContainText(clicks.name);
  await page
    .getByRole('region', { name: 'Whose is this file?' })
    .getByRole('button', { name: 'Bramble' })
    .click();
  await expect(page.getByRole('region', { name: 'Of Bramble' })).toContainText('you said so');
  await importButton(page).click();
  await expect(page.getByRole('status').getByText(/^Imported for 2 clients/)).toBeVisible();
  const made = page.getByRole('region', { name: 'Just imported' });
  await expect(made.getByRole('listitem').filter({ hasText: 'Bramble' })).toContainText(`${days} figures`);
  await made.getByRole('link', { name: 'Look at Bramble' }).click();
  await go(page, 'Scorecard');
  expect(await scorecardValue(page, 'Link clicks')).toBe(String(4 * days));
});

test('a preview that is left, or cancelled, is not lost', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, clicks);
  await go(page, 'Scorecard');
  await go(page, 'Imports');
  await expect(page.getByText(/^1 file dropped .* is not imported yet$/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the preview' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Import set aside' })
    .getByRole('button', { name: 'Undo' })
    .last()
    .click();
  await expect(card(page, clicks.name)).toContainText('Ready');
  await importButton(page).click();
  await go(page, 'Scorecard');
  expect(await scorecardValue(page, 'Link clicks')).toBe(String(3 * days));
});

test('a reload in the middle of a preview loses nothing', async ({ app: { page } }) => {
  await begin(page);
  await drop(page, clicks);
  await expect(card(page, clicks.name)).toContainText('Ready');
  await page.reload();
  await expect(card(page, clicks.name)).toContainText('Ready');
  await importButton(page).click();
  await go(page, 'Scorecard');
  expect(await scorecardValue(page, 'Link clicks')).toBe(String(3 * days));
});

test('closed in the middle of a preview and opened again: nothing half stored', async ({ browser }) => {
  const { dir: data, dispose } = temporaryFolder();
  const opened = await startApp({ data });
  const page = await browser.newPage();
  await page.goto(opened.url);
  await begin(page);
  await drop(page, clicks);
  await expect(card(page, clicks.name)).toContainText('Ready');
  await page.close();
  await opened.stop();

  const again = await startApp({ data });
  const next = await browser.newPage();
  await next.goto(again.url);
  await next
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /Larkbed/ })
    .click();
  await go(next, 'Imports');
  await expectNothingStored(next);
  await next.close();
  await again.stop();
  dispose();
});
