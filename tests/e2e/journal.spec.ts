/** The journal: cases and evidence written down, what they yield, and zero only where somebody confirmed it. */
import type { Page } from '@playwright/test';
import { addDays, isoOf } from '../../shared/domain/time.ts';
import { expect, test } from '../support/fixtures.ts';
import { choose, closedMonth, go, newClient, scorecardLine, scorecardValue } from '../support/person.ts';

const { first, days } = closedMonth();
const third = isoOf(addDays(first, 2));

const caseRow = (page: Page, cause: string) =>
  page.getByRole('table', { name: 'Cases' }).getByRole('row').filter({ hasText: cause });

/** Writes a case of the third day of the closed month. */
async function write(page: Page, time: string, cause: string): Promise<void> {
  const line = page.getByRole('form', { name: 'New case' });
  await line.getByLabel('Opened on').fill(third);
  await line.getByLabel('Time', { exact: true }).fill(time);
  await line.getByRole('combobox', { name: 'Cause' }).fill(cause);
  await page.keyboard.press('Tab');
  await line.getByRole('button', { name: 'Add case' }).click();
  await expect(caseRow(page, cause)).toContainText('Query');
}

test.beforeEach(async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
});

test('a case, from the line it is written in to the scorecard', async ({ app: { page } }) => {
  await newClient(page, 'Larkbed', ['Queries received', 'Median first response time', 'Complaints']);
  await go(page, 'Journal');
  await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible();

  await test.step('written', async () => {
    await write(page, '9:12', 'Late delivery');
    await expect(page.getByRole('status').getByText('Query added')).toBeVisible();
  });

  await test.step('answered now, and the time corrected', async () => {
    const row = caseRow(page, 'Late delivery');
    await row.getByRole('button', { name: /^First reply now: Query of / }).click();
    await row.getByRole('button', { name: /^First reply: .* Change the time$/ }).click();
    const editor = page.getByRole('dialog', { name: 'First reply: date and time' });
    await editor.getByLabel('First reply').fill(third);
    await editor.getByLabel('Time', { exact: true }).fill('9:42');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(row.getByRole('button', { name: /^First reply: / })).toHaveText('30 min');
    const strip = page.getByRole('region', { name: /^What the cases of / });
    await expect(strip).toContainText('30 min');
    await expect(strip).toContainText('Log not confirmed as complete');
  });

  await test.step('counted on the scorecard; what was not logged is no zero', async () => {
    await go(page, 'Scorecard');
    expect(await scorecardValue(page, 'Queries received')).toBe('1');
    expect(await scorecardValue(page, 'Median first response time')).toBe('30 min');
    const complaints = page.getByRole('row', { name: /^Complaints / });
    await expect(complaints).toBeVisible();
    expect(await scorecardValue(page, 'Complaints')).not.toBe('0');
  });

  await test.step('until the log is said to be complete', async () => {
    await go(page, 'Journal');
    await page.getByRole('button', { name: 'Confirm…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Confirm that the log is complete' });
    await sheet.getByLabel('From').fill(isoOf(first));
    await sheet.getByLabel('Complete until').fill(isoOf(addDays(first, days - 1)));
    await sheet.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(page.getByRole('region', { name: /^What the cases of / })).toContainText(
      'Log complete until',
    );
    await go(page, 'Scorecard');
    await expect.poll(async () => scorecardValue(page, 'Complaints')).toBe('0');
    expect(await scorecardLine(page, 'Queries received')).toMatchObject({ Coverage: `${days}/${days} days` });
  });
});

test('cases are found, changed and removed, and come back', async ({ app: { page } }) => {
  await newClient(page, 'Larkbed', ['Queries received']);
  await go(page, 'Journal');
  await write(page, '10:00', 'Late delivery');
  await write(page, '11:00', 'Opening hours');

  await page.getByRole('searchbox', { name: 'Cause, note or link' }).fill('DELIVERY');
  await expect(caseRow(page, 'Opening hours')).toHaveCount(0);
  await expect(page.getByText('1 of 2 cases')).toBeVisible();

  const row = caseRow(page, 'Late delivery');
  await row.getByRole('button', { name: /^Escalated: / }).click();
  await expect(row.getByRole('button', { name: /^Escalated: / })).toHaveAttribute('aria-pressed', 'true');

  await row.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Edit case' });
  await sheet.getByLabel('Note').fill('Second delivery in a row');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Second delivery in a row');

  await row.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'No case fits these filters' })).toBeVisible();
  await page
    .getByRole('status')
    .filter({ hasText: 'Case removed' })
    .getByRole('button', { name: 'Undo' })
    .last()
    .click();
  await expect(row).toContainText('Second delivery in a row');
});

test('evidence makes a count, and goes and comes back', async ({ app: { page } }) => {
  await newClient(page, 'Larkbed', ['Trends identified']);
  await go(page, 'Journal');
  await page.getByRole('link', { name: 'Evidence' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing noted for this KPI' })).toBeVisible();
  const line = page.getByRole('form', { name: 'New entry' });
  await line.getByLabel('Date').fill(third);
  await line.getByLabel('What happened').fill('Short videos are shared twice as often');
  await line.getByRole('button', { name: 'Add entry' }).click();
  const table = page.getByRole('table', { name: 'Evidence' });
  await expect(table.getByRole('row', { name: /Short videos/ })).toBeVisible();
  const counts = page.getByRole('table', { name: 'Count per period' }).getByRole('cell');
  await expect(counts.last()).toHaveText('1');

  await table.getByRole('button', { name: 'Remove Short videos are shared twice as often' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing noted for this KPI' })).toBeVisible();
  await page
    .getByRole('status')
    .filter({ hasText: 'Entry removed' })
    .getByRole('button', { name: 'Undo' })
    .last()
    .click();
  await expect(counts.last()).toHaveText('1');
  await go(page, 'Scorecard');
  expect(await scorecardValue(page, 'Trends identified')).toBe('1');
});

test('what happened and what was decided is written, found, corrected and taken back', async ({
  app: { page },
}) => {
  await newClient(page, 'Larkbed', ['Queries received']);
  await go(page, 'Journal');
  const views = page.getByRole('navigation', { name: 'Views of the journal' });

  await test.step('an annotation on a KPI, corrected and undone', async () => {
    await views.getByRole('link', { name: 'Annotations' }).click();
    const line = page.getByRole('form', { name: 'New annotation' });
    await line.getByLabel('What happened').fill('Support line cloesd');
    await choose(page, line.getByRole('combobox', { name: /^KPI/ }), 'Queries received', 'quer');
    await page.keyboard.press('Escape');
    await line.getByRole('button', { name: 'Add' }).click();
    const row = page.getByRole('table', { name: 'Annotations' }).getByRole('row').nth(1);
    await expect(row).toContainText('Support line cloesd');
    await expect(row.getByRole('link', { name: 'Queries received' })).toBeVisible();
    await row.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Edit…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit annotation' });
    await dialog.getByLabel('What happened').fill('Support line closed');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('Support line closed');
    await row.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await expect(page.getByRole('heading', { name: 'No annotations yet' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(row).toContainText('Support line closed');
  });

  await test.step('an action, done', async () => {
    await views.getByRole('link', { name: 'Actions' }).click();
    const line = page.getByRole('form', { name: 'New action' });
    await line.getByLabel('What to do').fill('Answer within the hour');
    await page.keyboard.press('Enter');
    const row = page.getByRole('row').filter({ hasText: 'Answer within the hour' });
    await choose(page, row.getByRole('combobox', { name: /^State of/ }), 'Done');
    await expect(page.getByText('No open action', { exact: true })).toBeVisible();
  });

  await test.step('a tag made at a case, and the way from the tag to what bears it', async () => {
    await views.getByRole('link', { name: 'Cases' }).click();
    await write(page, '9:12', 'Late delivery');
    await write(page, '10:12', 'Which size');
    await caseRow(page, 'Late delivery')
      .getByRole('button', { name: /^Tags of/ })
      .click();
    await page.getByRole('textbox', { name: 'Find or make a tag' }).fill('Delivery');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Delivery' })).toBeChecked();
    await page.keyboard.press('Escape');
    await views.getByRole('link', { name: 'Tags' }).click();
    await page.getByRole('link', { name: '1 case with Delivery' }).click();
    await expect(caseRow(page, 'Late delivery')).toBeVisible();
    await expect(caseRow(page, 'Which size')).toHaveCount(0);
  });
});
