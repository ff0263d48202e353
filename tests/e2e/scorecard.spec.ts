/** The scorecard as a person reads it: by level, filtered by status, in an order of one's own, with a word on what is off. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { go } from '../support/person.ts';

test.use({ demo: true });

async function openScorecard(page: Page, client: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: new RegExp(`^${client}`) })
    .click();
  await go(page, 'Scorecard');
  await expect(page.getByRole('heading', { name: 'Scorecard', level: 1 })).toBeVisible();
}
const table = (page: Page): Locator => page.getByRole('table', { name: 'Scorecard' });

async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

test('groups by level, filters by status, and keeps grouping, order and columns over a reload', async ({
  app: { page },
}) => {
  await openScorecard(page, 'Northline Labs');
  await page.getByRole('radio', { name: 'Level' }).check({ force: true });
  const groups = table(page).getByRole('rowheader').getByRole('button', { expanded: true });
  await expect(groups.first()).toContainText('Strategic');
  await expect(groups.last()).toContainText('Operational');

  await test.step('the statuses are filters', async () => {
    const off = page.getByRole('group', { name: 'Show only these statuses' }).getByRole('button', {
      name: /^Off/,
    });
    const count = Number(/\d+/.exec((await off.textContent()) ?? '')?.[0]);
    await off.click();
    await expect(
      table(page)
        .getByRole('row')
        .filter({ has: page.getByRole('link') }),
    ).toHaveCount(count);
    await off.click();
  });

  await test.step('a head orders within the groups, a group folds away, a column joins', async () => {
    const head = table(page).getByRole('columnheader', { name: 'Score' });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await groups.first().click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Weight' }).check();
    await page.keyboard.press('Escape');
    await expect(table(page).getByRole('columnheader', { name: 'Weight' })).toBeVisible();
  });

  await page.reload();
  await expect(page.getByRole('radio', { name: 'Level' })).toBeChecked();
  await expect(table(page).getByRole('columnheader', { name: 'Weight' })).toBeVisible();
  await expect(table(page).getByRole('columnheader', { name: 'Score' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(table(page).getByRole('button', { name: /^Strategic \d/ })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
  await expectAccessible(page);
});

test('asks for a note where a KPI is off, one after another, by keyboard, and takes one back', async ({
  app: { page },
}) => {
  await openScorecard(page, 'Northline Labs');
  const chip = page.getByRole('button', { name: /notes? required$/ });
  const wanted = Number(/\d+/.exec((await chip.textContent()) ?? '')?.[0]);
  expect(wanted).toBeGreaterThan(1);
  await chip.press('Enter');
  await page.keyboard.type('The feed was down for a week.');
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('textbox', { name: /^Why / })).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(chip).toHaveText(wanted === 2 ? '1 note required' : `${wanted - 1} notes required`);
  await expect(table(page).getByRole('button', { name: /^Note on .*The feed was down/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(chip).toHaveText(`${wanted} notes required`);
});

test('arrow keys go from row to row, and Enter opens the explorer', async ({ app: { page } }) => {
  await openScorecard(page, 'Northline Labs');
  const names = table(page).getByRole('rowheader').getByRole('link');
  await names.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(names.nth(1)).toBeFocused();
  await page.keyboard.press('Home');
  const first = table(page).getByRole('rowheader').getByRole('button').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(first).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/explorer\?.*kpi=\d+/);
});

test('says why a vanity KPI is unconfirmed, and leads to both and to its counter', async ({
  app: { page },
}) => {
  await openScorecard(page, 'Almazara Olivo Alto');
  await table(page)
    .getByRole('button', { name: /unconfirmed\. Why\?$/ })
    .click();
  const sheet = page.getByRole('dialog', { name: /unconfirmed\. Why\?$/ });
  await expect(sheet).toContainText('Vanity KPI');
  await expect(sheet.getByRole('link', { name: 'See both together' })).toHaveAttribute(
    'href',
    /kpi=\d+&with=\d+/,
  );
  await sheet.getByRole('link', { name: 'Change the counter' }).click();
  await expect(page.getByRole('combobox', { name: /^Counter KPI: / })).toBeFocused();
});

test('is taken along as a CSV file', async ({ app: { page } }) => {
  await openScorecard(page, 'Northline Labs');
  await page.getByRole('button', { name: 'Take the table along' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Northline Labs - Scorecard - .*\.csv$/);
});
