/**
 * A client's own sheet, that no report knows: said once what it is, with a KPI nobody had; the next month's sheet of
 * that shape comes in by itself.
 */
import type { Page } from '@playwright/test';
import { monthName } from '../../shared/domain/format.ts';
import { civilOf, dayOf } from '../../shared/domain/time.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { violationsInBoth } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { card, choose, closedMonth, go, newClient } from '../support/person.ts';

const { first } = closedMonth();

/** `ene-26`, as people write it in Spanish; `back` months before the last closed one. */
function month(back: number): string {
  const { year, month: at } = civilOf(first);
  const day = civilOf(dayOf(year, at - back, 1));
  return `${monthName(day.month, 'es', 'short').slice(0, 3)}-${String(day.year).slice(2)}`;
}

/** Months of a bakery, with a title above, a total below, and a column that is no KPI of any catalogue. */
function sheet(name: string, months: readonly number[]): ExportFile {
  const rows = months.map(
    (back, i) => `${month(back)};${12 + i}.400;${31 + i};${4 + i},5 %;mucho público;ana@panaderia.es`,
  );
  const orders = months.reduce((sum, _, i) => sum + 31 + i, 0);
  const text = [
    'Panadería Sol: informe de redes',
    '',
    'Mes;Alcance;Hogazas encargadas;Tasa de interacción;Comentario;Correo',
    ...rows,
    `Total;;${orders};;;`,
  ].join('\r\n');
  return { name, bytes: new TextEncoder().encode(`\uFEFF${text}\r\n`) };
}

const strip = (page: Page, name: RegExp | string) =>
  page.getByRole('grid').getByRole('columnheader').getByRole('button', { name });
const aside = (page: Page) => page.getByRole('complementary');
const figures = (page: Page) => page.getByRole('region', { name: 'As it would go in' });
const importButton = (page: Page) => page.getByRole('button', { name: /^Import \d/ });

/** Picks a file on the import screen and waits for its card. */
async function bring(page: Page, { name, bytes }: ExportFile): Promise<void> {
  await go(page, 'Imports');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
  await expect(card(page, name)).toBeVisible({ timeout: 15_000 });
}

/** The mapping screen of a file, by its card. */
async function openMapping(page: Page, file: string): Promise<void> {
  await card(page, file).getByRole('link', { name: 'How it is read' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How this sheet is read');
  await expect(page.getByRole('grid')).toBeVisible();
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Panadería Sol', ['Reach']);
  await go(page, 'Figures');
  await page.getByRole('button', { name: 'Make channel' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

test('a client’s own sheet, mapped with a new KPI; the next of its shape comes in by itself', async ({
  app: { page },
}) => {
  test.setTimeout(120_000);
  await begin(page);
  const before = sheet('sol primer trimestre.csv', [3, 2, 1]);
  await bring(page, before);

  await test.step('the column nobody knows gets a KPI made for it', async () => {
    await openMapping(page, before.name);
    await expect(strip(page, /^Mes: Date/)).toBeVisible();
    await expect(strip(page, /^Alcance: Reach/)).toBeVisible();
    await expect(strip(page, /^Correo: Personal: left out/)).toBeVisible();
    await strip(page, /^Hogazas encargadas: Left out/).click();
    await choose(page, aside(page).getByRole('combobox', { name: /^This column is/ }), 'KPI');
    await aside(page).getByRole('button', { name: 'New KPI…' }).click();
    await expect(aside(page).getByLabel('Name in English')).toHaveValue('Hogazas encargadas');
    await aside(page).getByLabel('Name in English').fill('Loaves ordered');
    await aside(page).getByRole('button', { name: 'Make it' }).click();
    await expect(strip(page, /^Hogazas encargadas: Loaves ordered/)).toBeVisible();
    await expect(figures(page).getByRole('row', { name: /^Loaves ordered .* 32 5$/ })).toBeVisible();
  });

  await test.step('a reload loses nothing of it', async () => {
    await page.reload();
    await expect(strip(page, /^Hogazas encargadas: Loaves ordered/)).toBeVisible();
  });

  await test.step('used, it is what the import shows', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import preview');
    await expect(page.getByRole('row', { name: /Loaves ordered .*33/ })).toBeVisible();
    await importButton(page).click();
    await expect(page.getByRole('status').filter({ hasText: /Import 1 / })).toBeVisible();
  });

  await test.step('next month’s sheet asks nothing', async () => {
    const next = sheet('sol cuatrimestre.csv', [3, 2, 1, 0]);
    await bring(page, next);
    await expect(card(page, next.name)).not.toContainText('Which KPI');
    await expect(page.getByRole('row', { name: /Loaves ordered .*34/ })).toBeVisible();
    await expect(importButton(page)).toBeEnabled();
    await openMapping(page, next.name);
    await expect(strip(page, /^Hogazas encargadas: Loaves ordered, .*You said so last time/)).toBeVisible();
    await page.getByRole('contentinfo').getByRole('button', { name: 'Back' }).click();
    await importButton(page).click();
    await expect(page.getByRole('status').filter({ hasText: /Import 2 / })).toBeVisible();
  });
});

test('the screen breaks no rule of axe, light and dark', async ({ app: { page } }) => {
  await begin(page);
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /Panadería Sol/ })
    .click();
  const file = sheet('sol.csv', [2, 1]);
  await bring(page, file);
  await openMapping(page, file.name);
  const seen: Record<string, readonly string[]> = {};
  for (const tab of ['Column', 'Sheet', /^Rows/]) {
    await aside(page).getByText(tab, { exact: true }).first().click();
    const found = await violationsInBoth(page);
    if (found.length > 0) seen[String(tab)] = found;
  }
  expect(seen).toEqual({});
});
