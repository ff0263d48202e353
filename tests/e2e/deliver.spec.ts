/** Reports of all clients in one go: chosen, made, saved together, with a message each; cancelled and taken up again. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import * as XLSX from 'xlsx';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { setLook, words } from '../support/screens.ts';

test.use({ demo: true });

const clients = ['Northline Labs', 'Almazara Olivo Alto', 'Larkbed'];
const table = (page: Page): Locator => page.getByRole('table', { name: 'Reports of all clients' });
const line = (page: Page, client: string): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: client }) });

async function openDeliver(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Deliver…', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Deliver', level: 1 })).toBeVisible();
}

async function only(page: Page, ...formats: readonly string[]): Promise<void> {
  const group = page.getByRole('group', { name: 'Make' });
  for (const format of ['Workbook', 'PDF', 'Slides'])
    await group.getByRole('checkbox', { name: format }).setChecked(formats.includes(format));
}

/** What a paste into the dialog's own field brings: what stands on the clipboard. */
async function pasted(page: Page, field: Locator): Promise<string> {
  await field.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  return await field.inputValue();
}

test('one button makes the reports of all clients; they are saved together, each with its message', async ({
  app: { page },
}) => {
  test.setTimeout(180_000);
  await openDeliver(page);
  await expect(line(page, 'Larkbed')).toContainText(/\d+ of \d+ KPIs/);
  await expect(line(page, 'Larkbed')).toContainText('Not yet');
  const make = page.getByRole('button', { name: /^Make (\d )?reports?/ });
  await expect(make).toHaveText(/^Make 3 reports/);
  await expect(page.getByText('9 files', { exact: true })).toBeVisible();
  // What is to be looked at leads to where it is mended.
  await expect(
    line(page, 'Larkbed').getByRole('link', { name: /KPIs are off without a note/ }),
  ).toHaveAttribute('href', /#\/c\/3\/scorecard\?/);

  await test.step('made', async () => {
    await make.click();
    await expect(page.getByRole('button', { name: 'Save all 9 files' })).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole('status').getByText('9 files made, for 3 clients')).toBeVisible();
    for (const client of clients)
      await expect(line(page, client).getByText('Made', { exact: true })).toBeVisible();
  });

  await test.step('saved in one .zip, whole', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save all 9 files' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Reports .* \d{4}\.zip$/);
    await expect(
      page.getByRole('status').getByText(`9 files saved: ${file.suggestedFilename()}`),
    ).toBeVisible();
    const held = unzipSync(new Uint8Array(readFileSync(await file.path())));
    const names = Object.keys(held);
    expect(names.filter((name) => name.endsWith('.xlsx'))).toHaveLength(3);
    for (const [name, bytes] of Object.entries(held)) {
      if (name.endsWith('.xlsx')) {
        const client = clients.find((one) => name.startsWith(one)) ?? '';
        expect(JSON.stringify(XLSX.read(bytes).Sheets)).toContain(client);
      } else if (name.endsWith('.pdf')) expect(strFromU8(bytes.subarray(0, 5))).toBe('%PDF-');
      else expect(Object.keys(unzipSync(bytes))).toContain('ppt/presentation.xml');
    }
  });

  await test.step('a message for each, the next one after it is copied', async () => {
    await page.getByRole('button', { name: 'Messages', exact: true }).click();
    const first = page.getByRole('dialog', { name: 'Message for Northline Labs' });
    const body = first.getByRole('textbox', { name: 'Message' });
    await expect(body).toHaveValue(/report/);
    const text = await body.inputValue();
    await body.fill(`${text}\nBest, Ana`);
    await first.getByRole('button', { name: 'Copy message' }).click();
    await expect(first.getByRole('status')).toContainText('Message copied');
    expect(await pasted(page, first.getByRole('textbox', { name: 'Subject' }))).toContain('Best, Ana');
    await first.getByRole('button', { name: /^Next: / }).click();
    const second = page.getByRole('dialog', { name: 'Message for Almazara Olivo Alto' });
    // In the client's own language.
    await expect(second.getByRole('textbox', { name: 'Message' })).toHaveValue(/informe/i);
    await second.getByRole('button', { name: 'Previous' }).click();
    await expect(first.getByRole('textbox', { name: 'Message' })).toHaveValue(/Best, Ana$/);
    await page.keyboard.press('Escape');
  });

  await test.step('what went out is told, opens, and is not made again unasked', async () => {
    await page.getByRole('button', { name: 'Back to all clients' }).click();
    await expect(page.getByText('Choose at least one client.')).toBeVisible();
    await expect(make).toBeDisabled();
    await line(page, 'Larkbed')
      .getByRole('link', { name: /^Larkbed: Workbook of .*, as it went out$/ })
      .click();
    await expect(page.getByRole('complementary', { name: 'What went out' })).toContainText('.xlsx');
  });
});

test('it goes on elsewhere, is cancelled, and what is missing is made later', async ({ app: { page } }) => {
  test.setTimeout(180_000);
  await openDeliver(page);
  await expect(page.getByRole('button', { name: /^Make 3 reports/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(table(page).getByText('Making', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'All clients', level: 1 })).toBeVisible();
  await openDeliver(page);
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('status').getByText('Cancelled.')).toBeVisible({ timeout: 60_000 });
  await expect(table(page).getByText('Cancelled before it was made').first()).toBeVisible();
  await page.getByRole('button', { name: /^Try \d files? again$/ }).click();
  await expect(page.getByRole('button', { name: 'Save all 9 files' })).toBeVisible({ timeout: 120_000 });
});

test('whoever has nothing to report cannot be chosen, and the reason leads on', async ({ app: { page } }) => {
  test.setTimeout(90_000);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'New client' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Casa Nueva');
  await page.getByRole('button', { name: 'Create client' }).click();
  await expect(page.getByRole('heading', { name: 'Catalogue', level: 1 })).toBeVisible();
  const nav = page.getByRole('navigation', { name: 'Screens' });
  await nav.getByRole('link', { name: 'All clients' }).click();
  await expect(page.getByRole('heading', { name: 'All clients', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  const row = line(page, 'Casa Nueva');
  await expect(row.getByRole('checkbox')).toBeDisabled();
  await expect(row).toContainText('No KPI on its scorecard.');
  await expect(page.getByRole('button', { name: /^Make 3 reports/ })).toBeVisible();
  await line(page, 'Larkbed').getByRole('checkbox').uncheck();
  await only(page, 'Workbook');
  await expect(page.getByText('2 files', { exact: true })).toBeVisible();
  await only(page);
  await expect(page.getByText('Choose at least one of workbook, PDF and slides.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Make 2 reports/ })).toBeDisabled();
  // What was chosen stays as it was left.
  await row.getByRole('link', { name: /^Pick KPIs/ }).click();
  await page.goBack();
  await expect(line(page, 'Larkbed').getByRole('checkbox')).not.toBeChecked();
});

test('no violation of axe: choosing, what came of it, message, in Spanish, light and dark', async ({
  app: { page },
}) => {
  test.setTimeout(120_000);
  const t = words.es;
  const w = t.deliveries;
  await setLook(page, 'en', 'es', 'light');
  await page
    .getByRole('navigation', { name: t.app.nav.label })
    .getByRole('link', { name: w.title, exact: true })
    .click();
  await expect(page.getByRole('button', { name: w.make(3) })).toBeEnabled();
  expect(await violationsInBoth(page)).toEqual([]);
  const formats = page.getByRole('group', { name: w.formats });
  await formats.getByRole('checkbox', { name: t.reports.formats.pdf.name }).uncheck();
  await formats.getByRole('checkbox', { name: t.reports.formats.pptx.name }).uncheck();
  await page.getByRole('button', { name: w.make(3) }).click();
  await expect(page.getByRole('button', { name: w.after.saveAll(3) })).toBeVisible({ timeout: 60_000 });
  expect(await violationsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: w.after.messages, exact: true }).click();
  await expect(page.getByRole('textbox', { name: w.message.body })).not.toHaveValue('');
  expect(await violationsInBoth(page)).toEqual([]);
});
