/** Every screen, light and dark, in both languages and at twice the size: no violation of axe, no untranslated word. */
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { foreignTo, wordsOf } from '../support/otherLanguage.ts';
import { setLook, walk } from '../support/screens.ts';

test('the first start', async ({ app: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test.describe('with figures in it', () => {
  test.use({ demo: true });
  test.describe('at twice the size', () => {
    // What a window of 1280 by 800 shows at 200 %.
    test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    // Some forty screens, each looked at whole.
    test('every screen', async ({ app: { page } }) => {
      test.setTimeout(360_000);
      const seen: Record<string, readonly string[]> = {};
      await walk(page, 'en', 'Larkbed', async (screen) => {
        const found = await violations(page);
        if (found.length > 0) seen[screen] = found;
      });
      expect(seen).toEqual({});
    });
  });

  for (const { theme, language, client } of [
    { theme: 'light', language: 'en', client: 'Larkbed' },
    { theme: 'dark', language: 'es', client: 'Almazara Olivo Alto' },
  ] as const) {
    test(`every screen, ${theme}, ${language}`, async ({ app: { page } }) => {
      test.setTimeout(360_000);
      const foreign = foreignTo(language);
      await setLook(page, 'en', language, theme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const seen: Record<string, readonly string[]> = {};
      await walk(page, language, client, async (screen) => {
        const found = [...(await violations(page)), ...(await wordsOf(foreign, page, language))];
        if (found.length > 0) seen[screen] = found;
      });
      expect(seen).toEqual({});
    });
  }
});
