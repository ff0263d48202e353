/** Every screen, light and dark, against the rules of axe: no violation. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/fixtures.ts';
import { setLook, walk } from '../support/screens.ts';

/** What is wrong where, short enough to read in a failed test. */
async function violations(page: Parameters<typeof walk>[0]): Promise<readonly string[]> {
  // Legacy mode: everything in one page, which every host can do.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}: ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`,
    ),
  );
}

test('the first start', async ({ app: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test.describe('with figures in it', () => {
  test.use({ demo: true });
  test.describe('at twice the size', () => {
    // What a window of 1280 by 800 shows at 200 %.
    test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    test('every screen', async ({ app: { page } }) => {
      test.setTimeout(180_000);
      const seen: Record<string, readonly string[]> = {};
      await walk(page, 'en', 'Larkbed', async (screen) => {
        const found = await violations(page);
        if (found.length > 0) seen[screen] = found;
      });
      expect(seen).toEqual({});
    });
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`every screen, ${theme}`, async ({ app: { page } }) => {
      test.setTimeout(180_000);
      await setLook(page, 'en', 'en', theme);
      const seen: Record<string, readonly string[]> = {};
      await walk(page, 'en', 'Larkbed', async (screen) => {
        const found = await violations(page);
        if (found.length > 0) seen[screen] = found;
      });
      expect(seen).toEqual({});
    });
  }
});
