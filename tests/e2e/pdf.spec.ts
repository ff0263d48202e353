/** Reports as PDF from the running app: from the report's screen and from the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromiumPath } from '../support/browser-path.ts';
import { expect, test } from '../support/fixtures.ts';
import { bookmarksOf } from '../support/pdf.ts';
import { closedMonth, go } from '../support/person.ts';
import { startApp } from '../support/app.ts';
import { temporaryFolder } from '../support/store.ts';

const cli = path.resolve(import.meta.dirname, '../../out/main/cli.js');
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;

test.describe('in the window', () => {
  test.use({ demo: true });

  test('a report is made as PDF with the pages of its preview, and once more', async ({ app: { page } }) => {
    test.setTimeout(90_000);
    await page.getByRole('link', { name: 'Larkbed' }).first().click();
    await go(page, 'Reports');
    const preview = page.getByRole('region', { name: 'Preview of the report' }).getByRole('article');
    await expect(preview.first()).toBeVisible();
    const count = await preview.count();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Make PDF/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Larkbed, report \d{4}-\d{2}\.pdf$/);
    const pdf = readFileSync(await file.path());
    expect(pagesOf(pdf)).toBe(count);
    expect(bookmarksOf(pdf).map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Summary', 'Scorecard', 'Definitions']),
    );

    const out = page.getByRole('region', { name: 'Deliveries' });
    await out.getByRole('button', { name: /\.pdf, en, delivered/ }).click();
    const again = page.waitForEvent('download');
    await page
      .getByRole('complementary', { name: 'What went out' })
      .getByRole('button', { name: 'Get the file again' })
      .click();
    expect(Buffer.compare(readFileSync(await (await again).path()), pdf)).toBe(0);
  });
});

test('the command line prints too, and says so where nothing can', async () => {
  test.setTimeout(90_000);
  const folder = temporaryFolder();
  try {
    const data = path.join(folder.dir, 'book');
    await (await startApp({ data, demo: true })).stop();
    const out = path.join(folder.dir, 'report.pdf');
    const line = ['report', '--data', data, '--client', 'Larkbed', '--period', closedMonth().name];
    const run = (env: NodeJS.ProcessEnv, ...more: readonly string[]) =>
      spawnSync(process.execPath, [cli, ...line, ...more], { encoding: 'utf8', timeout: 60_000, env });
    const browser = await chromiumPath();
    const made = run({ ...process.env, CHROMIUM: browser }, '--lang', 'es', '--out', out);
    expect({ code: made.status, err: made.stderr }).toEqual({ code: 0, err: '' });
    const pdf = readFileSync(out);
    expect(pdf.toString('latin1')).toContain('/Creator (Pulsebook)');
    expect(pagesOf(pdf)).toBeGreaterThan(5);

    // A program that is no browser stands for a machine without one.
    const none = run({ ...process.env, CHROMIUM: process.execPath }, '--out', out);
    expect(none.status).toBe(1);
    expect(none.stderr).toMatch(/^print-unavailable: /);
    expect(Buffer.compare(readFileSync(out), pdf)).toBe(0);
  } finally {
    folder.dispose();
  }
});
