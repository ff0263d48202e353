/** Choosing what counts: the catalogue, the list changed in place, own KPIs, and the targets of a year. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { go } from '../support/person.ts';

test.use({ demo: true });

async function openKpis(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Northline Labs/ })
    .click();
  await go(page, 'KPIs & targets');
  await expect(page.getByRole('heading', { name: 'KPIs & targets', level: 1 })).toBeVisible();
}
const undo = (page: Page): Locator => page.getByRole('button', { name: 'Undo', exact: true }).last();

async function expectAccessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

test('finds KPIs in two languages and with a letter wrong, and adds several with what they need', async ({
  app: { page },
}) => {
  await openKpis(page);
  await page.getByRole('link', { name: 'Add KPIs' }).click();
  const search = page.getByRole('searchbox', { name: 'Search in English and Spanish' });
  await expect(page.getByRole('heading', { name: 'What counts for this client?' })).toBeVisible();
  await search.fill('tasa de rebote');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.first()).toContainText('Bounce rate');
  await expectAccessible(page);
  await search.fill('bounse rate');
  await expect(page.getByRole('heading', { name: /^Nothing is called “bounse rate”/ })).toBeVisible();
  await expect(rows.first()).toContainText('Bounce rate');

  await test.step('from the search into the list by keyboard', async () => {
    await search.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary')).toContainText('Exports that bring it');
  });

  await test.step('ticked ones are added in one step, and taken back', async () => {
    await search.fill('click-through rate');
    await page.getByRole('checkbox', { name: 'Tick Click-through rate', exact: true }).check();
    await search.fill('cost per click');
    await page.getByRole('checkbox', { name: 'Tick Cost per click', exact: true }).check();
    await expect(page.getByText(/^2 KPIs ticked\./)).toBeVisible();
    await page.getByRole('button', { name: 'Add 2 KPIs' }).click();
    await expect(page.getByRole('status').getByText(/^2 KPIs added/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Added: Cost per click' })).toBeVisible();
    await undo(page).click();
    await expect(page.getByRole('button', { name: 'Add: Cost per click', exact: true })).toBeVisible();
  });
});

test('the list is changed where it stands, one KPI or several, with a way back', async ({
  app: { page },
}) => {
  await openKpis(page);
  const weight = page.getByRole('textbox', { name: 'Weight of Interactions' });
  const before = await weight.inputValue();
  await weight.fill('7');
  await weight.press('Enter');
  await expect(page.getByRole('status').getByText('Interactions weighs 7 now')).toBeVisible();
  await undo(page).click();
  await expect(weight).toHaveValue(before);

  await page.getByRole('checkbox', { name: 'Tick Interactions' }).check();
  await page.getByRole('checkbox', { name: 'Tick Impressions' }).check();
  const tools = page.getByRole('toolbar', { name: 'With the ticked KPIs' });
  await tools.getByRole('button', { name: 'Level' }).click();
  await page.getByRole('menuitem', { name: 'Strategic' }).click();
  await expect(page.getByRole('status').getByText('2 KPIs changed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Level of Impressions: Strategic' })).toBeVisible();
  await undo(page).click();
  await expect(page.getByRole('button', { name: 'Level of Impressions: Operational' })).toBeVisible();
  await expectAccessible(page);

  await test.step('a weak target says so, and why', async () => {
    await page.getByRole('button', { name: /^SMART check of the target of Interactions/ }).click();
    await expect(page.getByRole('dialog', { name: /^SMART check/ })).toContainText('Time-bound');
  });
});

test('an own KPI: a formula by names, a draft that outlives a reload, and a duplicate', async ({
  app: { page },
}) => {
  await openKpis(page);
  await page.getByRole('link', { name: 'Own KPI' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).fill('Clicks per post');
  await page.getByRole('radio', { name: 'Computed' }).check({ force: true });
  const formula = page.getByRole('textbox', { name: 'Formula' });
  await formula.click();
  await page.keyboard.type('link cl');
  await page.keyboard.press('Enter');
  await expect(formula).toHaveValue('[Link clicks]');
  await page.reload();
  await expect(page.getByText('Your draft from before is here again.')).toBeVisible();
  await expect(formula).toHaveValue('[Link clicks]');
  await expect(page.getByText('Can be computed')).toBeVisible();
  await page.getByRole('button', { name: 'Create KPI' }).click();
  await expect(page.getByRole('heading', { name: 'Clicks per post', level: 2 })).toBeVisible();
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: 'Name in English' })).toHaveValue('Clicks per post (own)');
  await expect(formula).toHaveValue('[Link clicks]');
});

test('the targets of a year: typed and pasted, looked over, saved in one step and taken back', async ({
  app: { page },
}) => {
  await openKpis(page);
  await page.getByRole('link', { name: 'Targets', exact: true }).click();
  const grid = page.getByRole('grid', { name: 'Targets by KPI and period' });
  await expect(grid).toBeVisible();
  await page.getByRole('button', { name: 'The year after' }).click();
  await expect(grid).toHaveAttribute('aria-busy', 'false');
  const row = grid.getByRole('row', { name: /^Interactions/ });
  const cell = row.getByRole('gridcell').first();
  const before = await cell.textContent();
  await cell.click();
  await page.keyboard.type('2,000');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2,100 / 1,900');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^(?:2 new targets|2 changed|1 new target, 1 changed)/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'What saving does' })).toContainText('2,100');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save targets' }).click();
  await expect(page.getByRole('status').getByText('2 targets saved')).toBeVisible();
  await expect(cell).toContainText('2,000');
  await undo(page).click();
  await expect(cell).toHaveText(before ?? '');
});
