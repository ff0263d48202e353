/** Content: exports of posts on several days, compared at equal age, found, sorted and copied from. */
import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addDays, dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { instagramPosts } from '../fixtures/exports.ts';
import type { MetaPost } from '../fixtures/exports.ts';
import { expect, test } from '../support/fixtures.ts';
import { choose, go, newClient } from '../support/person.ts';

const now = new Date();
const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** Imports an export of the posts as they were on a day. */
async function take(page: Page, on: Day, posts: readonly MetaPost[]): Promise<void> {
  const { name, bytes } = instagramPosts(posts, `posts ${isoOf(on)}.csv`);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'pulsebook-posts-')), name);
  writeFileSync(file, bytes);
  const noon = new Date(`${isoOf(on)}T12:00:00`);
  utimesSync(file, noon, noon);
  await go(page, 'Content');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^Import \d+ figures/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Import preview');
}

const row = (page: Page, title: string) =>
  page.getByRole('table', { name: 'Posts and videos' }).getByRole('row').filter({ hasText: title });

test('no posts: the screen says which exports bring them, and leads to imports', async ({
  app: { page },
}) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Reach']);
  await go(page, 'Content');
  await expect(page.getByRole('heading', { name: 'No posts or videos yet' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Meta Business Suite');
  await page.getByRole('link', { name: 'Go to imports' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Imports');
});

test('the same posts, exported twice, at equal age', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Reach']);
  const old = addDays(today, -60);
  const posts = (growth: number): MetaPost[] =>
    [100, 200, 300, 400, 500].map((reach, i) => ({
      id: `old${i}`,
      published: old,
      title: `Old post ${i}`,
      reach: reach * growth,
    }));
  await take(page, addDays(old, 20), posts(1));
  await take(page, addDays(old, 40), [
    ...posts(2),
    { id: 'young', published: addDays(old, 31), title: 'Young post', reach: 9000 },
  ]);
  await go(page, 'Content');

  await test.step('old ones are compared, the young one is provisional', async () => {
    // Eight of twenty days from 500 to 1,000.
    await expect(row(page, 'Old post 4')).toContainText('700');
    await expect(row(page, 'Old post 4')).toContainText('between days 20 and 40');
    await expect(row(page, 'Old post 4')).toContainText('1.7×');
    await expect(row(page, 'Old post 4')).toContainText('1 of 5');
    await expect(row(page, 'Young post')).toContainText('9,000');
    await expect(row(page, 'Young post')).toContainText('at 9 days');
    await expect(row(page, 'Young post')).toContainText('not compared yet');
  });

  await test.step('sorted by value, at another age', async () => {
    await page.getByRole('button', { name: 'Sort by: Reach at 28 days' }).click();
    await expect(page.getByRole('row').nth(1)).toContainText('Young post');
    await page.getByText('7 days', { exact: true }).click();
    await expect(row(page, 'Old post 4')).toContainText('first read at 20 days');
    await expect(page).toHaveURL(/age=7/);
  });

  await test.step('the link is copied', async () => {
    await page.getByRole('button', { name: 'Copy the link of Young post' }).click();
    await expect(page.getByRole('status').getByText('Link copied')).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+v');
    await expect(page.getByRole('combobox', { name: 'Search or go to' })).toHaveValue(
      'https://www.instagram.com/p/young/',
    );
  });
});

test.describe('the demo', () => {
  test.use({ demo: true });

  test('the period against its base, and filters', async ({ app: { page } }) => {
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name: /^Larkbed/ })
      .click();
    await go(page, 'Content');
    const strip = page.getByRole('region', { name: 'Reach of the median item at 28 days' });
    await expect(strip).toContainText('Instagram');
    await expect(strip).toContainText(/vs [\d,]+ of 7 items/);
    await choose(page, page.getByRole('combobox', { name: /^Channel: / }), 'Facebook');
    await expect(page.getByRole('status').getByText(/^4 of \d+ items$/)).toBeVisible();
    await expect(row(page, 'the long cut')).toContainText('of 5 needed to compare');
    await choose(page, page.getByRole('combobox', { name: /^Metric: / }), 'Engagement rate', 'engagement');
    await expect(page.getByRole('region', { name: /^Engagement rate of the median item/ })).toBeVisible();
  });
});
