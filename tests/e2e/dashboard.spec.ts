/** The dashboard: arranged by keyboard and by pointer, kept over a reload, taken along as pictures and figures. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';

test.use({ demo: true });

async function openDemo(page: Page, client = /^Northline Labs/): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: client }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await expect(menus(page).first()).toBeVisible();
}

const menus = (page: Page): Locator => page.getByRole('main').getByRole('button', { name: /^Card: / });
const menuOf = (page: Page, card: string): Locator =>
  page.getByRole('main').getByRole('button', { name: `Card: ${card}`, exact: true });

/** The cards in their order. */
async function cards(page: Page): Promise<string[]> {
  const found = await menus(page).all();
  const labels = await Promise.all(found.map((button) => button.getAttribute('aria-label')));
  return labels.map((label) => (label ?? '').replace('Card: ', ''));
}

/** Goes there with the Tab key, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const here = target.and(page.locator(':focus'));
  for (let i = 0; i < 120; i += 1) {
    if ((await here.count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key never came there');
}

async function clean(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

test('arranged by keyboard alone: moved, sized, taken off, added; a reload changes nothing', async ({
  app: { page },
}) => {
  // Goes everywhere with the Tab key, as many times as it takes.
  test.setTimeout(120_000);
  await openDemo(page);
  const said = page.getByRole('main').getByRole('status');
  expect((await cards(page)).slice(0, 4)).toEqual([
    'Headline figures',
    'Main chart',
    'What moved',
    'Key result areas',
  ]);

  await test.step('moved: what happened is told, and the focus stays with the card', async () => {
    await tabTo(page, menuOf(page, 'Key result areas'));
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(said).toHaveText(/^Key result areas: place \d of \d+$/);
    await expect(menuOf(page, 'Key result areas')).toBeFocused();
    const order = await cards(page);
    expect(order.indexOf('Key result areas')).toBeLessThan(order.indexOf('Main chart'));
  });

  await test.step('sized', async () => {
    await page.keyboard.press('3');
    await expect(said).toHaveText('Key result areas: large');
    await expect(menuOf(page, 'Key result areas')).toBeFocused();
  });

  await test.step('taken off, and put back by the toast', async () => {
    await tabTo(page, menuOf(page, 'Actions'));
    await page.keyboard.press('Delete');
    await expect(menuOf(page, 'Actions')).toHaveCount(0);
    await expect(menus(page).and(page.locator(':focus'))).toHaveCount(1);
    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(menuOf(page, 'Actions')).toBeVisible();
  });

  await test.step('added: a KPI on one channel, and words of one’s own', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Add a card' }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a card' });
    await tabTo(page, dialog.getByRole('combobox'));
    await page.keyboard.press('Enter');
    await page.keyboard.type('impress');
    await expect(page.getByRole('option')).not.toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/ in \w+ \d{4}$/)).toBeVisible();
    await clean(page);
    await tabTo(page, dialog.getByRole('button', { name: 'Add', exact: true }));
    await page.keyboard.press('Enter');
    await expect(menuOf(page, 'Impressions, all channels, figure')).toBeVisible();

    await page.getByRole('button', { name: 'Add a card' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Add a text' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('textbox', { name: 'Text of the card' }));
    await page.keyboard.type('Lead with the forum move');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Lead with the forum move')).toBeVisible();
  });

  await test.step('kept', async () => {
    const before = await cards(page);
    expect(before.slice(-2)).toEqual(['Impressions, all channels, figure', 'Lead with the forum move']);
    await page.reload();
    await expect(menus(page).first()).toBeVisible();
    await expect.poll(() => cards(page)).toEqual(before);
  });

  await test.step('back to the standard, and back again', async () => {
    await page.getByRole('button', { name: 'Back to the standard dashboard' }).click();
    await expect(page.getByText('Lead with the forum move')).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(page.getByText('Lead with the forum move')).toBeVisible();
  });
});

test('a card is dragged by its grip to where it should stand', async ({ app: { page } }) => {
  await openDemo(page);
  await page.getByRole('heading', { level: 2, name: 'Key result areas' }).hover();
  const grip = page.getByTitle('Drag to another place');
  const at = (await cards(page)).indexOf('Key result areas');
  const from = await grip.nth(at).boundingBox();
  const to = await page.getByRole('list', { name: 'Headline figures' }).boundingBox();
  if (from === null || to === null) throw new Error('not on screen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 20, { steps: 8 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect((await cards(page))[0]).toBe('Headline figures');

  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 12, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => (await cards(page))[0]).toBe('Key result areas');
});

test('a chart leaves as a picture and as figures, and is read point by point', async ({ app: { page } }) => {
  await openDemo(page);
  const menu = menuOf(page, 'Main chart');
  for (const [item, begins] of [
    ['Save as PNG (2x)', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['Save as SVG', Buffer.from('<svg ')],
    ['Save data as CSV', Buffer.from('\ufeffPeriod,Interactions,')],
  ] as const) {
    await menu.click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Northline Labs - Interactions and /);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, begins.length).equals(begins)).toBe(true);
  }
  const points = page.getByRole('slider', { name: /^Points of: Interactions and / });
  await tabTo(page, points);
  await page.keyboard.press('ArrowLeft');
  await expect(points).toHaveAttribute('aria-valuetext', /^\w+ \d{4}: Interactions [\d,]+; /);
});

test('a running month: its forecast stands in the table, and the screen keeps the rules of axe', async ({
  app: { page },
}) => {
  await openDemo(page, /^Almazara/);
  await page.getByRole('button', { name: 'Next period' }).click();
  await expect(page.getByText(/\d+ of \d+ days/).first()).toBeVisible();
  await clean(page);
  await page.getByRole('button', { name: /^Card: Main chart/ }).click();
  await page.getByRole('menuitem', { name: 'Show as a table' }).click();
  const table = page.getByRole('region', { name: 'Orders from social' }).getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'Sum so far' })).toBeVisible();
  await expect(table.getByRole('columnheader', { name: 'Forecast', exact: true })).toBeVisible();
  // Nothing fades meanwhile: a colour on its way is of neither theme.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await clean(page);
});
