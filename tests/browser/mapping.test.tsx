/** A sheet put right by the person who has it: column by column, with the figures following. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { makeBook, Screen } from './mappingBook.tsx';
import type { Book } from './mappingBook.tsx';

beforeEach(async () => {
  sessionStorage.clear();
  location.hash = '#/c/1/imports/map?session=s1&file=1&table=Hoja1';
  await page.viewport(1280, 800);
});

const grid = () => page.getByRole('grid');
const strip = (name: RegExp | string) => grid().getByRole('columnheader').getByRole('button', { name });
const aside = () => page.getByRole('complementary');
const preview = () => page.getByRole('region', { name: 'As it would go in' });

async function open(book: Book = makeBook()): Promise<Book> {
  await render(<Screen />);
  await expect.element(grid()).toBeVisible();
  return book;
}

async function choose(field: RegExp, option: string | RegExp): Promise<void> {
  await userEvent.click(aside().getByRole('combobox', { name: field }));
  await userEvent.click(page.getByRole('option', { name: option }).first());
}

test('every column says what becomes of it and why, in words', async () => {
  await open();
  await expect.element(strip('Mes: Date, 97\u202f% of the cells are dates')).toBeVisible();
  await expect.element(strip('Alcance: Reach, “Alcance” is a name of Reach')).toBeVisible();
  await expect.element(strip('Reservas web: Left out, No KPI has this name')).toBeVisible();
  await expect.element(strip(/^Interacción \(%\): Engagement rate, %/)).toBeVisible();
  await expect.element(strip('Correo: Personal: left out, Looks like people’s data')).toBeVisible();
  await expect.element(grid().getByRole('button', { name: 'Row 3, names of the columns' })).toBeVisible();
  await expect
    .element(grid().getByRole('button', { name: 'Row 7, taken for a total, a check only' }))
    .toBeVisible();
});

test('figures are shown as they would go in, written as the client writes them', async () => {
  await open();
  await expect
    .element(preview().getByRole('row', { name: 'Reach Instagram Jan 2026 12.400 4' }))
    .toBeVisible();
  await expect
    .element(preview().getByRole('row', { name: /^Engagement rate Instagram Jan 2026 4,2.% 4$/ }))
    .toBeVisible();
});

test('a column nobody knows becomes a KPI, found in either language; the preview follows', async () => {
  const book = await open();
  // The screen opens on the column that only the person can know.
  await expect.element(aside().getByRole('region', { name: 'Reservas web' })).toBeVisible();
  await userEvent.click(aside().getByRole('combobox', { name: /^KPI/ }));
  await page.getByPlaceholder('Search').fill('seguid');
  await userEvent.keyboard('{Enter}');
  await expect.element(strip('Reservas web: Followers, You said so')).toBeVisible();
  await expect
    .element(preview().getByRole('row', { name: 'Followers Instagram Mar 2026 40 6' }))
    .toBeVisible();
  // Answered, it stays open.
  await expect.element(aside().getByRole('region', { name: 'Reservas web' })).toBeVisible();
  expect(book.applied).toEqual([]);
});

test('a KPI the client lacks is made here, and the column is of it', async () => {
  const book = await open();
  await userEvent.click(strip(/^Reservas web/));
  await choose(/^This column is/, /^KPI/);
  await userEvent.click(aside().getByRole('button', { name: 'New KPI…' }));
  const name = aside().getByRole('textbox', { name: 'Name in English' });
  await expect.element(name).toHaveValue('Reservas web');
  await name.fill('Web bookings');
  await choose(/^A longer period/, 'Takes the last one');
  await userEvent.keyboard('{Tab}');
  await userEvent.click(aside().getByRole('button', { name: 'Make it' }));
  await expect.element(strip('Reservas web: Web bookings, You said so')).toBeVisible();
  expect(book.drafts).toEqual([
    {
      key: 'own_bookings',
      name: { en: 'Web bookings', es: 'Web bookings' },
      unit: { kind: 'count' },
      direction: 'up',
      timeAggregation: 'last',
      channelAggregation: 'sum',
      kra: 'community_engagement',
    },
  ]);
  await expect
    .element(preview().getByRole('row', { name: 'Web bookings Instagram Feb 2026 28 5' }))
    .toBeVisible();
});

test('a new KPI needs a name no other has', async () => {
  const book = await open();
  await userEvent.click(strip(/^Alcance/));
  await userEvent.click(aside().getByRole('button', { name: 'New KPI…' }));
  const name = aside().getByRole('textbox', { name: 'Name in English' });
  await name.fill('Reach');
  await userEvent.click(aside().getByRole('button', { name: 'Make it' }));
  await expect.element(aside().getByText('There is a KPI of this name')).toBeVisible();
  expect(book.drafts).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(aside().getByRole('combobox', { name: /^This column is/ })).toBeVisible();
});

test('a row taken for a total is read as figures once the person says it is none', async () => {
  await open();
  await userEvent.click(aside().getByText(/^Rows/));
  await userEvent.click(aside().getByRole('button', { name: 'Not a total: Total' }));
  await expect.element(grid().getByRole('button', { name: 'Row 7', exact: true })).toBeVisible();
  // The other way, on the row itself.
  await userEvent.click(grid().getByRole('button', { name: 'Row 7', exact: true }));
  await userEvent.click(page.getByRole('menuitem', { name: 'This is a total after all' }));
  await expect.element(grid().getByRole('button', { name: /^Row 7, taken for a total/ })).toBeVisible();
});

test('another row can name the columns', async () => {
  const book = await open();
  await userEvent.click(grid().getByRole('button', { name: 'Row 4', exact: true }));
  await userEvent.click(page.getByRole('menuitem', { name: 'The names stand in this row' }));
  await expect.element(grid().getByRole('button', { name: 'Row 4, names of the columns' })).toBeVisible();
  await expect.element(strip(/^12\.400: Left out/)).toBeVisible();
  // What was said of other names is not said of these.
  expect(book.asked.at(-1)).toMatchObject({ headerLine: 4, columns: [] });
  await userEvent.click(aside().getByText('Sheet', { exact: true }));
  await choose(/^The names stand in/, /^As found/);
  await expect.element(strip(/^Alcance/)).toBeVisible();
});

test('dates and decimals are chosen by what they would read as', async () => {
  const book = await open();
  await userEvent.click(aside().getByText('Sheet', { exact: true }));
  const dates = aside().getByRole('group', { name: 'Dates read' });
  await expect.element(dates.getByRole('row', { name: '03/04/2025 3 Apr 2025 4 Mar 2025' })).toBeVisible();
  await userEvent.click(dates.getByRole('radio', { name: 'Month first' }));
  const decimals = aside().getByRole('group', { name: 'Decimals are written with' });
  await expect.element(decimals.getByRole('row', { name: '12.400 12,4 12.400' })).toBeVisible();
  await userEvent.click(decimals.getByRole('radio', { name: 'A point' }));
  await expect.poll(() => book.asked.at(-1)?.decimal).toBe('.');
  expect(book.asked.at(-1)?.dateOrder).toBe('mdy');
  await expect
    .element(preview().getByRole('row', { name: /^Reach Instagram Jan 2026 12,4 4$/ }))
    .toBeVisible();
});

test('laid out another way, columns are proposed anew; names of rows get their KPIs', async () => {
  const book = await open();
  await userEvent.click(aside().getByText('Sheet', { exact: true }));
  await userEvent.click(aside().getByText('One figure a row'));
  await expect.element(strip(/^Mes: Date/)).toBeVisible();
  await expect.element(strip(/: Figures/)).toBeVisible();
  await userEvent.click(aside().getByText(/^Rows/));
  const likes = aside().getByRole('combobox', { name: /^KPI of Likes: Not known/ });
  await expect.element(likes).toBeVisible();
  await userEvent.click(aside().getByRole('button', { name: 'Leave out the rest (1)' }));
  await expect.element(aside().getByRole('combobox', { name: 'KPI of Likes: Left out' })).toBeVisible();
  await expect.poll(() => book.asked.at(-1)?.labels).toEqual([{ label: 'Likes', kpi: null }]);
});

test('a step is taken back and made again, and a reload loses none', async () => {
  const book = await open();
  await userEvent.click(strip(/^Correo/));
  await choose(/^This column is/, /^Left out/);
  await expect.element(strip('Correo: Left out, You said so')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(strip(/^Correo: Personal/)).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await expect.element(strip('Correo: Left out, You said so')).toBeVisible();
  await render(<Screen />, { container: document.body.appendChild(document.createElement('div')) });
  await expect.poll(() => strip('Correo: Left out, You said so').elements().length).toBe(2);
  expect(book.applied).toEqual([]);
});

test('used, the reading is applied and the import is open again', async () => {
  const book = await open();
  await userEvent.click(strip(/^Alcance/));
  await choose(/^Its figures are of/, /^TikTok/);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => book.applied.length).toBe(1);
  expect(book.applied[0]?.mapping?.columns[1]).toMatchObject({ kpi: 'reach', network: 'tiktok' });
  expect(location.hash).toBe('#/c/1/imports?session=s1');
});

test('what was said of the file’s other tables goes with it', async () => {
  const book = makeBook();
  book.tables.push('Hoja2');
  await open(book);
  await userEvent.click(strip(/^Correo/));
  await choose(/^This column is/, /^Left out/);
  await userEvent.click(page.getByRole('combobox', { name: 'Table: Hoja1' }));
  await userEvent.click(page.getByRole('option', { name: 'Hoja2' }));
  await expect.element(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  await expect.element(strip(/^Correo: Personal/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /^Use this reading/ }));
  await expect
    .poll(() => book.applied.map((one) => [one.table, one.mapping?.columns[4]?.role]))
    .toEqual([
      ['Hoja1', 'ignored'],
      ['Hoja2', 'personal'],
    ]);
});

test('read as guessed again; the reading left can be had back', async () => {
  const book = await open();
  await userEvent.click(strip(/^Alcance/));
  await choose(/^This column is/, /^Left out/);
  await userEvent.click(page.getByRole('button', { name: 'Read as guessed' }));
  await expect.element(strip(/^Alcance: Reach/)).toBeVisible();
  expect(book.applied).toEqual([{ table: 'Hoja1', mapping: null }]);
  await expect.element(page.getByRole('button', { name: 'Read as guessed' })).toBeDisabled();
  await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
  await expect.element(strip('Alcance: Left out, You said so')).toBeVisible();
});

test('the whole of it by keyboard: over the strips, into the editor and back', async () => {
  await open();
  expect(grid().element().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  (grid().element().querySelector('[tabindex="0"]') as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Reservas web/);
  await userEvent.keyboard('{Enter}');
  await expect.element(aside().getByRole('region', { name: 'Reservas web' })).toBeVisible();
  await expect.poll(() => aside().element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/^Reservas web/);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Home}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Row 4');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'The names stand in this row' })).toBeVisible();
});

test('what cannot be read so is said', async () => {
  await open();
  await userEvent.click(strip(/^Mes/));
  await choose(/^This column is/, /^Left out/);
  await expect.element(preview().getByText(/^No figure yet/)).toBeVisible();
  await expect.element(page.getByText('Read so, no figure would go in.')).toBeVisible();
  await userEvent.click(aside().getByText('Sheet', { exact: true }));
  await expect.element(aside().getByRole('group', { name: /^No column holds dates/ })).toBeVisible();
});

test('files no longer at hand are said so', async () => {
  makeBook({ expired: true });
  await render(<Screen />);
  await expect.element(page.getByText('These files are no longer at hand')).toBeVisible();
});

test('in Spanish', async () => {
  makeBook();
  await render(<Screen language="es" />);
  await expect.element(strip('Mes: Fecha, El 97\u202f% de las celdas son fechas')).toBeVisible();
  await expect.element(strip('Alcance: Alcance, Lo dice su nombre')).toBeVisible();
});
