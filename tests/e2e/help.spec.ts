/** Help without a network: pages in both languages, and the page of the screen beside it. */
import { expect, test } from '../support/fixtures.ts';
import { setLook, words } from '../support/screens.ts';

test.use({ demo: true });

test('F1 shows the page of the screen beside it, and gives the focus back', async ({ app: { page } }) => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Larkbed/ })
    .click();
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Scorecard');
  const search = page.getByRole('button', { name: /Search or go to/ });
  await search.focus();
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Targets and statuses' });
  await expect(sheet).toBeFocused();
  // The app's own marks stand in it.
  for (const status of ['Met', 'At risk', 'Off', 'Unconfirmed'])
    await expect(sheet.getByText(status, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(search).toBeFocused();
  await page.keyboard.press('F1');
  await sheet.getByRole('link', { name: 'All help pages' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help');
});

test('every page is there in both languages, one after the other', async ({ app: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const language of ['en', 'es'] as const) {
    if (language === 'es') await setLook(page, 'en', 'es', 'dark');
    const { help } = words[language];
    await page.keyboard.press('F1');
    await page.getByRole('link', { name: help.all }).click();
    const contents = page.getByRole('navigation', { name: help.contents });
    for (const name of Object.values(help.pages)) {
      await contents.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
      await expect(page.getByRole('article', { name })).not.toBeEmpty();
    }
  }
});
