/** What a period is compared with: chosen in the bar, told by the days it comes to; a change of definition withholds growth. */
import type { Locator, Page } from '@playwright/test';
import { monthName } from '../../shared/domain/format.ts';
import { addDays, civilOf, dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { expect, test } from '../support/fixtures.ts';
import { go } from '../support/person.ts';

test.use({ demo: true });

/** The month that closed last, and others by how many months back they lie. */
function monthsBack(n: number): { readonly first: Day; readonly short: string; readonly year: number } {
  const now = new Date();
  const at = now.getFullYear() * 12 + now.getMonth() - 1 - n;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  return { first: dayOf(year, month, 1), short: monthName(month, 'en', 'short'), year };
}

/** `Aug–Oct 2026`, `Nov 2025 – Jan 2026`: from so many months back to so many. */
function together(from: number, to: number): string {
  const [a, b] = [monthsBack(from), monthsBack(to)];
  return a.year === b.year
    ? `${a.short}–${b.short} ${b.year}`
    : `${a.short} ${a.year} – ${b.short} ${b.year}`;
}

const picker = (page: Page): Locator => page.getByRole('button', { name: /^Compare with: / });
const head = (page: Page, name: string): Locator => page.getByRole('columnheader', { name, exact: true });

async function openDemo(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Northline Labs/ })
    .click();
  await go(page, screen);
}

async function compareWith(page: Page, line: string): Promise<void> {
  await picker(page).click();
  await page.getByRole('group', { name: 'Compare with' }).getByRole('button', { name: line }).click();
}

test('the base is chosen in the bar, and every head says the days it comes to', async ({ app: { page } }) => {
  await openDemo(page, 'Scorecard');
  await expect(picker(page)).toHaveText('same period last year');

  await compareWith(page, 'Rolling months');
  await expect(picker(page)).toHaveText('rolling 3 months');
  await expect(head(page, together(2, 0))).toBeVisible();
  await expect(head(page, together(5, 3))).toBeVisible();

  // It asks for a number, so the list stays; typing applies with Enter.
  await page.getByRole('textbox', { name: 'How many' }).fill('2');
  await page.keyboard.press('Enter');
  await expect(picker(page)).toHaveText('rolling 2 months');
  await expect(head(page, together(1, 0))).toBeVisible();
  await page.keyboard.press('Escape');

  await compareWith(page, 'Previous month');
  await expect(picker(page)).toHaveText('previous month');
  await expect(page.getByRole('group', { name: 'Compare with' })).toHaveCount(0);
  const before = monthsBack(1);
  await expect(head(page, `${before.short} ${before.year}`)).toBeVisible();

  await compareWith(page, 'Year to date');
  await expect(picker(page)).toHaveText('year to date');
  const closed = civilOf(monthsBack(0).first);
  const year = closed.year - 1;
  const expected =
    closed.month === 1
      ? `Jan ${year}`
      : closed.month === 12
        ? String(year)
        : `Jan–${monthsBack(0).short} ${year}`;
  await expect(head(page, expected)).toBeVisible();

  await compareWith(page, 'Nothing');
  await expect(head(page, 'Change')).toHaveCount(0);
});

test('chosen days are compared as they are, in the wrong order they are refused', async ({
  app: { page },
}) => {
  await openDemo(page, 'Scorecard');
  await compareWith(page, 'Chosen days');
  const { first } = monthsBack(3);
  const last = addDays(first, 9);
  await page.getByRole('textbox', { name: 'Last day' }).fill(isoOf(addDays(first, -1)));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'First day' }).fill(isoOf(first));
  await page.keyboard.press('Enter');
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Last day' }).fill(isoOf(last));
  await page.keyboard.press('Enter');
  const { year, month } = civilOf(first);
  await expect(picker(page)).toHaveText(`1–10 ${monthName(month, 'en', 'short')} ${year}`);
  await expect(page.getByText(/days against 10: sums are not alike\./)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`base=custom:${isoOf(first)}\\.\\.${isoOf(last)}`));
  // A reload leads to what was on screen.
  await page.reload();
  await expect(picker(page)).toHaveText(`1–10 ${monthName(month, 'en', 'short')} ${year}`);
});

test('a change of definition withholds growth until it is taken out', async ({ app: { page } }) => {
  await openDemo(page, 'Explorer');
  const panel = page.getByRole('region', { name: 'Definition' });
  await expect(panel.getByText('The same over all of its history.')).toBeVisible();
  await panel.getByRole('button', { name: 'Add a change of definition' }).click();
  const form = page.getByRole('form', { name: 'Change of definition' });
  await form
    .getByRole('textbox', { name: 'First day of the new definition' })
    .fill(isoOf(monthsBack(4).first));
  await form.getByRole('textbox', { name: 'What changed' }).fill('Replies count as interactions');
  await form.getByRole('textbox', { name: /^Conversion factor/ }).fill('1.25');
  await expect(form.getByText(/× 1\.25 = /)).toBeVisible();
  await form.getByRole('textbox', { name: /^Conversion factor/ }).fill('');
  await form.getByRole('button', { name: 'Save' }).click();

  await expect(panel.getByText('Replies count as interactions')).toBeVisible();
  await expect(panel.getByText(/^Not comparable: the definition changed on 1 /)).toBeVisible();
  await go(page, 'Dashboard');
  await expect(page.getByRole('listitem').filter({ hasText: 'Interactions' }).first()).toContainText(
    'not comparable',
  );

  await go(page, 'Explorer');
  await panel.getByRole('button', { name: 'Remove this change of definition' }).click();
  await expect(panel.getByText('The same over all of its history.')).toBeVisible();
  await expect(panel.getByText(/^Not comparable/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText(/^Not comparable: the definition changed on 1 /)).toBeVisible();
});
