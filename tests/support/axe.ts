/** The rules of axe over the page that is open. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is wrong where, short enough to read in a failed test; nothing on a page that keeps the rules. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Everything in one page, which every host can do.
    .setLegacyMode(true)
    // To describe every element that passes takes as long again as to check it.
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}: ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`,
    ),
  );
}

/** The same in light and in dark, on one visit. Nothing fades meanwhile: a colour on its way is of neither. */
export async function violationsInBoth(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const wear = (theme: string): Promise<void> =>
    page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
  const now = (await page.locator('html').getAttribute('data-theme')) ?? 'light';
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    await wear(theme);
    found.push(...(await violations(page)).map((line) => `${theme}: ${line}`));
  }
  await wear(now);
  return found;
}
