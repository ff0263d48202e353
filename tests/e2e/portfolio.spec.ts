/** Monday: what is due, where to click for it, what goes out next; a client put away and brought back. */
import type { Page } from '@playwright/test';
import { endOf, isoOf, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { closedMonth, drop, flat, newClient } from '../support/person.ts';

async function accessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

/** The first day of the month before the one that has closed. */
function monthBefore(): { first: Day; days: number } {
  const calendar = { weekStart: 1, fiscalYearStart: 1 };
  const month = shiftPeriod(periodAt('month', closedMonth().first, calendar), -1);
  return { first: month.start, days: endOf(month) - month.start };
}

test('an export that is due, from the queue to its steps, and out of the list again', async ({
  app: { page },
}) => {
  test.setTimeout(90_000);
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Link clicks']);
  const { first, days } = monthBefore();
  await drop(page, metaDaily('Instagram link clicks', first, flat(3, days)));
  await page.getByRole('button', { name: /^Import / }).click();
  await page.getByRole('link', { name: 'All clients' }).first().click();
  const row = page.getByRole('main').getByRole('row').filter({ hasText: 'Larkbed' });
  await expect(row).toContainText('1 export due');
  await expect(row).toContainText('Waiting');

  const queue = page.getByRole('list', { name: 'What needs you' });
  await expect(queue.getByRole('listitem').first()).toContainText('Instagram: 1 export due');
  await accessible(page);
  await queue.getByRole('link', { name: /^Import.*Larkbed/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exports due');
  const due = page.getByRole('table', { name: 'Due from Meta Business Suite' });
  await expect(due.getByRole('row')).toHaveCount(2);
  const steps = page.getByRole('region', { name: 'Steps for Results by day' });
  await expect(steps.getByRole('listitem')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Where to click' }).click();
  await expect(steps).toHaveCount(0);
  await accessible(page);

  await due.getByRole('button', { name: /^More for Instagram, Meta Business Suite/ }).click();
  await page.getByRole('menuitem', { name: 'It has none, or not any more' }).click();
  await expect(page.getByText('No export is due')).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
  await expect(due).toBeVisible();

  const waiting = isoOf(closedMonth().first);
  const chooser = page.waitForEvent('filechooser');
  await due.getByRole('button', { name: /^Import Instagram/ }).click();
  const file = metaDaily('Instagram link clicks', closedMonth().first, flat(4, closedMonth().days));
  await (
    await chooser
  ).setFiles([{ name: `clicks-${waiting}.csv`, mimeType: 'text/csv', buffer: Buffer.from(file.bytes) }]);
  await page.getByRole('button', { name: /^Import / }).click();
  await page.getByRole('link', { name: 'All clients' }).first().click();
  await expect(row).not.toContainText('export due');
});

test.describe('with the demo', () => {
  test.use({ demo: true });

  test('every line of the queue leads to its place; clients are sorted, put away and brought back', async ({
    app: { page },
  }) => {
    test.setTimeout(60_000);
    const main = page.getByRole('main');
    const names = main.getByRole('table').getByRole('rowheader');
    await expect(names).toHaveCount(3);
    const links = main.getByRole('list', { name: 'What needs you' }).getByRole('link');
    await expect(links.first()).toBeVisible();
    const all = main.getByRole('button', { name: /^All \d+$/ });
    if (await all.isVisible()) await all.click();
    const hrefs = new Set<string>();
    for (const link of await links.all()) hrefs.add((await link.getAttribute('href')) ?? '');
    const goto = (href: string) => page.goto(`${page.url().split('#')[0]}${href.replace(/^#?/, '#')}`);
    for (const href of hrefs) {
      await goto(href);
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/All clients|Nothing here/);
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    await goto('/');

    await main.getByRole('button', { name: 'Client', exact: true }).click();
    await expect(names.first()).toContainText('Almazara');
    await expect(main.getByRole('columnheader', { name: 'Client' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );

    // By the keyboard alone: the menu of a row, put away, taken back.
    await main.getByRole('button', { name: 'More for Larkbed' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Archive' }).focus();
    await page.keyboard.press('Enter');
    await expect(names).toHaveCount(2);
    await main.getByRole('button', { name: 'Archived (1)' }).click();
    await accessible(page);
    await main.getByRole('button', { name: 'Bring back: Larkbed' }).click();
    await expect(names).toHaveCount(3);
    await expect(main.getByRole('button', { name: /^Archived/ })).toHaveCount(0);
    await main
      .getByText(/^Exports due/)
      .first()
      .click();
    await expect(main.getByRole('heading', { name: 'Exports due' })).toBeVisible();
    await accessible(page);
  });
});
