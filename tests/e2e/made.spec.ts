/** "How was this made?": from a number to the import behind it in two presses, deeper and back, and with the keys alone. */
import type { Locator, Page } from '@playwright/test';
import { metaDaily } from '../fixtures/exports.ts';
import { expect, test } from '../support/fixtures.ts';
import { closedMonth, drop, flat, go, newClient } from '../support/person.ts';

const { first, days } = closedMonth();

function line(page: Page, kpi: string): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kpi, exact: true }) });
}

test.describe('from an empty book', () => {
  test('two presses lead from a figure on the scorecard to the import it came with', async ({
    app: { page },
  }) => {
    await page.getByRole('button', { name: 'Start empty' }).click();
    await newClient(page, 'Larkbed', ['Link clicks']);
    await drop(page, metaDaily('Instagram link clicks', first, flat(3, days)));
    await page.getByRole('button', { name: /^Import \d+ figures/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Import preview');
    await go(page, 'Scorecard');
    await line(page, 'Link clicks')
      .getByRole('button', { name: String(3 * days), exact: true })
      .click();
    const made = page.getByRole('dialog', { name: 'How this number was made' });
    await expect(made).toContainText(`${days} of ${days} days recorded.`);
    await expect(made.getByRole('table', { name: /^Made of/ })).toContainText(`${days}/${days}`);
    await made.getByRole('link', { name: 'Import 1' }).click();
    await expect(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/batch=1\b/);
    await expect(page.getByRole('row').filter({ hasText: 'Instagram link clicks.csv' })).toBeVisible();
    await expect(made).toBeHidden();
  });
});

test.describe('in the demo', () => {
  test.use({ demo: true });
  test.beforeEach(async ({ app: { page } }) => {
    await page.getByRole('link', { name: 'Northline Labs' }).first().click();
    await go(page, 'Scorecard');
  });

  test('a channel is gone into and left again; Escape gives the focus back to the figure', async ({
    app: { page },
  }) => {
    const figure = line(page, 'Interactions').getByRole('button').first();
    await figure.focus();
    await page.keyboard.press('Enter');
    const made = page.getByRole('dialog', { name: 'How this number was made' });
    await expect(made.getByRole('heading', { name: 'How this number was made' })).toBeFocused();
    const discord = made.getByRole('button', { name: 'Discord', exact: true });
    await discord.click();
    await expect(made).toContainText('Interactions, Discord');
    await made.getByRole('button', { name: 'Back to Interactions' }).click();
    await expect(discord).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(made).toBeHidden();
    await expect(figure).toBeFocused();
  });

  test('base, change and goal of a line are reached with the arrow keys', async ({ app: { page } }) => {
    const figures = line(page, 'Interactions').getByRole('button');
    await figures.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(figures.nth(1)).toBeFocused();
    const base = await figures.nth(1).innerText();
    await page.keyboard.press('Enter');
    const made = page.getByRole('dialog', { name: 'How this number was made' });
    await expect(made).toContainText(base);
    await expect(made.getByRole('heading', { name: 'Goal' })).toHaveCount(0);
  });

  test('a score leads to the KPIs it is the mean of, and they to their figures', async ({
    app: { page },
  }) => {
    await page.getByRole('button', { name: /^Community engagement, .*how was this made/ }).click();
    const score = page.getByRole('dialog', { name: 'How this score was made' });
    await score.getByRole('button', { name: 'Interactions' }).click();
    await expect(page.getByRole('dialog', { name: 'How this number was made' })).toContainText(
      'Interactions',
    );
  });
});
