/** The report screen: its sections by keyboard, its pages as they print, what is asked before delivery, and what went out. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { setLook, words } from '../support/screens.ts';
import { choose, go } from '../support/person.ts';

test.use({ demo: true });

const list = (page: Page): Locator => page.getByRole('region', { name: 'Sections', exact: true });
const paper = (page: Page): Locator => page.getByRole('region', { name: 'Preview of the report' });
const pages = (page: Page): Locator => paper(page).getByRole('article');

async function openReport(page: Page, client: string): Promise<void> {
  await page
    .getByRole('link', { name: client })
    .or(page.getByRole('rowheader', { name: client }).getByRole('link'))
    .first()
    .click();
  await go(page, 'Reports');
  await expect(pages(page).first()).toBeVisible();
}

const names = async (page: Page): Promise<string[]> =>
  (
    await list(page)
      .getByRole('button', { name: /^Move / })
      .all()
  ).length === 0
    ? []
    : Promise.all(
        (
          await list(page)
            .getByRole('button', { name: /^Move / })
            .all()
        ).map(async (handle) => (await handle.getAttribute('aria-label'))?.replace('Move ', '') ?? ''),
      );

/** Pages on which something reaches beyond the room between head and foot, or beside it. */
const beyond = `[...document.querySelectorAll('[role="region"] article')].flatMap((article) => {
  const room = article.querySelector('footer')?.previousElementSibling;
  if (!room) return [];
  const box = room.getBoundingClientRect();
  const bad = [...room.querySelectorAll('*')].find((element) => {
    const own = element.getBoundingClientRect();
    return own.height > 0 && (own.bottom > box.bottom + 1 || own.right > box.right + 12);
  });
  return bad ? [article.getAttribute('aria-label') + ': ' + bad.outerHTML.slice(0, 90)] : [];
})`;

const overflowing = (page: Page): Promise<readonly string[]> => page.evaluate(beyond);

test('sections are ordered and switched by keyboard, undone, and kept', async ({ app: { page } }) => {
  test.setTimeout(90_000);
  await openReport(page, 'Larkbed');
  const before = await names(page);
  expect(before.slice(0, 3)).toEqual(['Cover', 'Summary', 'Scorecard']);
  const handle = list(page).getByRole('button', { name: 'Move Scorecard' });
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => names(page)).toEqual(['Cover', 'Scorecard', 'Summary', ...before.slice(3)]);
  await expect(handle).toBeFocused();
  await expect(list(page).getByText('Scorecard: 2 of')).toBeAttached();
  await expect(pages(page).nth(1)).toHaveAccessibleName(/Scorecard$/);

  const cover = list(page).getByRole('switch', { name: 'Print Cover' });
  await cover.focus();
  await page.keyboard.press('Space');
  await expect(pages(page).first()).toHaveAccessibleName(/^Page 1 of \d+: Scorecard$/);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(pages(page).first()).toHaveAccessibleName(/: Cover$/);

  await page.reload();
  await expect.poll(() => names(page)).toEqual(['Cover', 'Scorecard', 'Summary', ...before.slice(3)]);
  await list(page).getByRole('button', { name: 'As for another client' }).click();
  await page.getByRole('menuitem', { name: 'As usual' }).click();
  await expect.poll(() => names(page)).toEqual(before);
});

test('a free text has its page once it is written, and goes with a way back', async ({ app: { page } }) => {
  test.setTimeout(90_000);
  await openReport(page, 'Larkbed');
  const count = await pages(page).count();
  await list(page).getByRole('button', { name: 'Add section' }).click();
  await page.getByRole('textbox', { name: 'Title of the section' }).fill('Outlook');
  await page.keyboard.press('Enter');
  const editor = page.getByRole('complementary', { name: 'Commentary: Outlook' });
  await expect(list(page).getByText('No text yet, not printed')).toBeVisible();
  await editor.getByRole('textbox', { name: 'Text' }).fill('November brings the sale.');
  await expect(pages(page)).toHaveCount(count + 1);
  await expect(paper(page)).toContainText('November brings the sale.');
  await editor.getByRole('button', { name: 'Remove section' }).click();
  await expect(pages(page)).toHaveCount(count);
  await page
    .getByRole('status')
    .getByText('Outlook removed')
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(pages(page)).toHaveCount(count + 1);
});

test('no page holds more than an A4 page does, in both languages and groupings', async ({
  app: { page },
}) => {
  test.setTimeout(120_000);
  for (const client of ['Larkbed', 'Northline Labs', 'Almazara Olivo Alto']) {
    await openReport(page, client);
    for (const language of ['English', 'Español']) {
      await page
        .getByRole('radiogroup', { name: 'Language of the report' })
        .getByText(language, { exact: true })
        .click();
      await expect(paper(page).locator('[data-paper]')).toHaveAttribute(
        'lang',
        language === 'English' ? 'en' : 'es',
      );
      expect(await overflowing(page), `${client}, ${language}`).toEqual([]);
    }
    await page.getByRole('radiogroup', { name: 'Pages of' }).getByText('Key areas', { exact: true }).click();
    await expect(list(page).getByText(/^\d+ of 1[3-9]$|^\d+ of 2\d$/)).toBeVisible();
    expect(await overflowing(page), `${client}, key areas`).toEqual([]);
  }
});

test('pages are turned by keyboard, zoomed, and read as the client does', async ({ app: { page } }) => {
  await openReport(page, 'Larkbed');
  const at = page.getByText(/^Page \d+ of \d+$/);
  await expect(at).toHaveText(/^Page 1 of/);
  await paper(page).focus();
  await page.keyboard.press('PageDown');
  await expect(at).toHaveText(/^Page 2 of/);
  await page.keyboard.press('End');
  await expect(page.getByRole('button', { name: 'Next page' })).toBeDisabled();
  await page.keyboard.press('Home');
  await expect(at).toHaveText(/^Page 1 of/);
  await choose(page, page.getByRole('combobox', { name: /^Zoom/ }), '100 %');
  await expect.poll(async () => Math.round((await pages(page).first().boundingBox())?.width ?? 0)).toBe(794);

  await page.getByRole('button', { name: 'As the client' }).click();
  const reading = page.getByRole('dialog', { name: 'The report as the client reads it' });
  await expect(reading.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(reading).toBeHidden();
  await expect(page.getByRole('button', { name: 'As the client' })).toBeFocused();
});

test('what went out opens as it was and is held against today', async ({ app: { page } }) => {
  test.setTimeout(90_000);
  await openReport(page, 'Larkbed');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Make figures/ }).click();
  await download;
  await expect(page.getByText(/^Went out at \d\d:\d\d: Larkbed, figures/)).toBeVisible();
  const out = page.getByRole('region', { name: 'Deliveries' });
  await out.getByRole('button', { name: /delivered .*: open$/ }).click();
  const facts = page.getByRole('complementary', { name: 'What went out' });
  await expect(facts).toContainText('Larkbed, figures');
  await expect(facts).toContainText(/All \d+ rows are as they were\./);
  await expect(pages(page).first()).toBeVisible();
  const again = page.waitForEvent('download');
  await facts.getByRole('button', { name: 'Get the file again' }).click();
  await again;
  await page.getByRole('button', { name: 'Back to the draft' }).click();
  await expect(list(page)).toBeVisible();
});

test('the three files leave together, each says what it is, and the message goes with them', async ({
  app: { page },
}) => {
  test.setTimeout(150_000);
  await openReport(page, 'Larkbed');
  const count = await pages(page).count();
  await expect(
    page.getByRole('button', { name: `Make PDF: ${count} pages, A4, with bookmarks` }),
  ).toBeVisible();
  await list(page).getByRole('switch', { name: 'Put into the workbook: Data entry' }).click();
  await expect(page.getByRole('button', { name: /^Make workbook: .*a sheet to fill in$/ })).toBeVisible();
  // It has no page: the paper stays as it is.
  await expect(pages(page)).toHaveCount(count);

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Larkbed, report \d{4}-\d{2}\.zip$/);
  await expect(
    page.getByText(`: Workbook, PDF, Slides, in ${file.suggestedFilename()}`, { exact: false }),
  ).toBeVisible();
  const held = unzipSync(new Uint8Array(readFileSync(await file.path())));
  expect(Object.keys(held).map((name) => name.slice(name.lastIndexOf('.')))).toEqual([
    '.xlsx',
    '.pdf',
    '.pptx',
  ]);

  await page.getByRole('button', { name: 'The message to go with it' }).click();
  const dialog = page.getByRole('dialog', { name: 'Message for Larkbed' });
  await expect(dialog.getByRole('textbox', { name: 'Message' })).toHaveValue(/workbook/i);
  await dialog.getByText('Español', { exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Message' })).toHaveValue(/informe/i);
  await page.keyboard.press('Escape');

  const out = page.getByRole('region', { name: 'Deliveries' });
  await expect(out.getByRole('button', { name: /: open$/ })).toHaveCount(3);
  await out.getByRole('button', { name: /\.pdf, en, delivered/ }).click();
  const facts = page.getByRole('complementary', { name: 'What went out' });
  const again = page.waitForEvent('download');
  await facts.getByRole('button', { name: 'Get the file again' }).click();
  expect((await again).suggestedFilename()).toMatch(/\.pdf$/);
});

test('a text that only one language has leads to where the other is written', async ({ app: { page } }) => {
  await openReport(page, 'Northline Labs');
  const panel = page.getByRole('complementary', { name: 'Deliver' });
  await expect(panel.getByText('In Spanish 1 text is missing.')).toBeVisible();
  await panel.getByRole('button', { name: '1 text' }).click();
  await expect(page.getByRole('complementary', { name: /^Commentary: / })).toBeVisible();
  await expect(paper(page).locator('[data-paper]')).toHaveAttribute('lang', 'es');
});

test('no violation of axe: draft, editor and picker, in Spanish, light and dark', async ({
  app: { page },
}) => {
  test.setTimeout(120_000);
  const t = words.es;
  await setLook(page, 'en', 'es', 'light');
  const nav = page.getByRole('navigation', { name: t.app.nav.label });
  await nav.getByRole('link', { name: /^Almazara Olivo Alto/ }).click();
  await nav.getByRole('link', { name: t.app.nav.reports, exact: true }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
  const { summary } = t.reports.sections.kinds;
  await page.getByRole('button', { name: t.reports.sections.write(summary), exact: true }).click();
  await page.getByRole('textbox', { name: t.texts.text }).press('Control+End');
  await page.keyboard.type(' @');
  await expect(page.getByRole('group', { name: t.texts.insert.title })).toBeVisible();
  expect(await violationsInBoth(page)).toEqual([]);
});
