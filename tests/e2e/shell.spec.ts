/** The window around the screens: keys, places that come back, settings, messages, files that are none. */
import { expect, test } from '../support/fixtures.ts';
import { startApp } from '../support/app.ts';
import type { Page } from '@playwright/test';

test.use({ demo: true });

const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const open = (page: Page, client: string) =>
  page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: new RegExp(`^${client}`) })
    .click();
const scrolled = (page: Page): Promise<unknown> =>
  page.evaluate("document.querySelector('#content').scrollTop");
const hash = (page: Page): string => decodeURIComponent(new URL(page.url()).hash);

test('keys lead to screens, periods and clients, and wait while something is typed', async ({
  app: { page },
}) => {
  await open(page, 'Larkbed');
  await title(page, 'Dashboard');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await title(page, 'Scorecard');
  await page.keyboard.press('[');
  await expect.poll(() => hash(page)).toMatch(/period=month:/);
  const month = hash(page);
  await page.keyboard.press(']');
  await expect.poll(() => hash(page)).not.toBe(month);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => hash(page)).toBe(month);
  await page.keyboard.press('g');
  await page.keyboard.press('[');
  await expect(page.getByRole('button', { name: 'Almazara Olivo Alto', exact: true })).toBeVisible();
  // The next client is on the same screen, in the same month.
  await title(page, 'Scorecard');
  expect(hash(page).split('?')[1]).toBe(month.split('?')[1]);

  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await title(page, 'KPIs & targets');
  const field = page.getByRole('main').getByRole('searchbox').or(page.getByRole('textbox')).first();
  if (await field.isVisible()) {
    await field.click();
    await page.keyboard.type('gd?');
    await expect(field).toHaveValue('gd?');
    await title(page, 'KPIs & targets');
  }
});

test('the sheet shows every key, and single keys can be switched off', async ({ app: { page } }) => {
  await title(page, 'All clients');
  await page.locator('body').press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const group of ['Everywhere', 'Go to', 'Figures grid', 'Forms and pop-ups'])
    await expect(sheet.getByRole('heading', { name: group })).toBeVisible();
  await expect(sheet.getByText('Search or go to')).toBeVisible();
  await sheet.getByRole('button', { name: 'Switch them off' }).click();
  await expect(sheet.getByText('Single keys are switched off.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(sheet).toBeHidden();
  await title(page, 'All clients');
  // With Ctrl they always work.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search or go to' })).toBeFocused();
  await page.keyboard.press('Escape');
});

test('a window opened anew is where the last one was; going back comes to where one had scrolled', async ({
  browser,
}) => {
  const app = await startApp({ demo: true });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 480 });
  await page.goto(app.url);
  await open(page, 'Larkbed');
  await title(page, 'Dashboard');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await title(page, 'Scorecard');
  await page.keyboard.press('[');
  await expect.poll(() => hash(page)).toMatch(/period=/);
  const left = hash(page);
  await expect(page.getByRole('table').getByRole('rowheader').first()).toBeVisible();
  // The app remembers a position when the browser tells of it, a frame later: nobody leaves before that by hand.
  await page.evaluate(`new Promise((told) => {
    const content = document.querySelector('#content');
    content.addEventListener('scroll', () => requestAnimationFrame(told), { once: true });
    content.scrollTo(0, 120);
  })`);
  await expect.poll(() => scrolled(page)).toBe(120);
  // From outside of a client one comes back to where one left it.
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await title(page, 'All clients');
  await page.goBack();
  await title(page, 'Scorecard');
  await expect.poll(() => scrolled(page)).toBe(120);
  await page.goForward();
  await open(page, 'Larkbed');
  await expect.poll(() => hash(page)).toBe(left);
  await page.waitForResponse((response) => response.request().postData()?.includes('app.setPlace') === true);
  await context.close();

  // Another start: another port, another storage.
  const second = await startApp({ data: app.data }).catch(() => null);
  const again = await browser.newContext();
  const next = await again.newPage();
  await next.goto(second?.url ?? app.url);
  await title(next, 'Scorecard');
  expect(hash(next)).toBe(left);
  await again.close();
  await second?.stop();
  await app.stop();
});

test('settings: rows, backups that can be seen, and a message that waits under the pointer', async ({
  app: { page },
}) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await title(page, 'Settings');
  await page.getByText('Comfortable', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'comfortable');
  await page
    .getByRole('navigation', { name: 'Rooms of the settings' })
    .getByRole('link', { name: 'Backups' })
    .click();
  await title(page, 'Backups');
  const list = page.getByRole('table', { name: 'Backups' });
  // The one of the day is made beside the start; what a person asks for comes on top of it.
  await expect(list.getByRole('cell', { name: 'Daily' })).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(list.getByRole('row')).toHaveCount(3);
  await expect(list.getByRole('row').nth(1)).toContainText('You asked for it');
  await expect(page.getByText('/backups')).toBeVisible();
  const message = page.getByRole('status', { name: 'Messages' });
  await expect(message).toContainText('Backed up and checked');
  await page.keyboard.press('F6');
  await expect(message.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(message).toBeEmpty();
});

test('what is dropped and is no file changes nothing', async ({ app: { page } }) => {
  await title(page, 'All clients');
  const devtools = await page.context().newCDPSession(page);
  const at = {
    x: 600,
    y: 400,
    data: { items: [{ mimeType: 'text/plain', data: 'some words' }], files: [], dragOperationsMask: 1 },
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, ...at });
  await expect(page.getByText('Drop to import')).toBeHidden();
  await title(page, 'All clients');
});
