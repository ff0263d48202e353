/** The rules of axe over the page that is open. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What is wrong where, short enough to read in a failed test; nothing on a page that keeps the rules. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    // Everything in one page, which every host can do.
    .setLegacyMode(true)
    // To describe every element that passes takes several times as long as to check it.
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}: ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`,
    ),
  );
}
