/**
 * Files that are not as they should be: each says in the preview what is wrong and what to do, and nothing of it is
 * stored. And what came in can be taken back.
 */
import * as XLSX from 'xlsx';
import { damagedByExcel, metaDaily, tiktokOverviewCsv } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { startApp } from '../support/app.ts';
import { expect, test } from '../support/fixtures.ts';
import { card, choose, closedMonth, drop, flat, go, newClient, scorecardValue } from '../support/person.ts';

const { first, days } = closedMonth();
const text = (name: string, content: string): ExportFile => ({ name, bytes: new TextEncoder().encode(content) });

/** What Excel writes when a workbook gets a password: an OLE container with the workbook encrypted in it. */
function locked(): ExportFile {
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(200, 1));
  XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7));
  return { name: 'october.xlsx', bytes: new Uint8Array(XLSX.CFB.write(container, { type: 'buffer' }) as Buffer) };
}

test.describe('what cannot go in', () => {
  for (const { what, file, says } of [
    { what: 'a picture', file: text('photo.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'), says: /no spreadsheet\. Drop CSV/ },
    { what: 'an empty file', file: text('nothing.csv', ''), says: /empty\. Export it again/ },
    { what: 'a locked workbook', file: locked(), says: /locked with a password\. Open it, save a copy without one/ },
    { what: 'decimals turned into dates by Excel', file: damagedByExcel(), says: /Decimals were turned into dates \(“3\.abr”\).*Export it again and drop it here without opening it/ },
    { what: 'a sheet without figures', file: text('colours.csv', 'Name,Colour\nfoo,red\nbar,blue\n'), says: /No column holds figures/ },
  ]) {
    test(`${what} says so, and what to do; nothing is stored`, async ({ app: { page } }) => {
      await page.getByRole('button', { name: 'Start empty' }).click();
      await newClient(page, 'Larkbed', ['Link clicks']);
      await drop(page, file);
      await expect(card(page, file.name)).toContainText(says);
      await expect(card(page, file.name)).toContainText('Refused');
      await expect(page.getByRole('button', { name: /^Import \d/ })).toBeDisabled();
    });
  }
});

test('probe', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Link clicks']);
  const m = () => page.locator('body').ariaSnapshot().then(s => console.log(s.slice(s.indexOf('- banner'))));
  await drop(page, text('amb.csv', 'Date,Link clicks\n03/04/2026,10\n05/06/2026,20\n07/08/2026,30\n'), text('flurble.csv', 'Date,Flurble\n2026-10-01,3\n2026-10-02,5\n'), tiktokOverviewCsv(first, flat({ views: 1000, profileViews: 7, likes: 10, comments: 2, shares: 1 }, days)), damagedByExcel());
  await m();
});
