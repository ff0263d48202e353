/**
 * Pictures of what a walk through the screens does not come across: the first start, how a number was made, how a sheet
 * is read, an import stored and taken back, reports of all clients made, a workbook that came back, a client about to be
 * deleted, the dark theme in Spanish, a book that cannot be opened. Each is reached as a person reaches it.
 */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { en } from '../../renderer/i18n/en/index.ts';
import { es } from '../../renderer/i18n/es/index.ts';
import { addDays, civilOf, isoOf } from '../../shared/domain/time.ts';
import { metaDaily } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { cellOf, typedOver } from '../support/editWorkbook.ts';
import { card, closedMonth, drop, dropBack, flat, go } from '../support/person.ts';
import { setLook } from '../support/screens.ts';

type Shot = (name: string) => Promise<void>;

const { first, days } = closedMonth();

/** The first start of an empty folder. */
export async function firstStart(page: Page, shot: Shot): Promise<void> {
  await expect(page.getByRole('button', { name: en.start.demo.action })).toBeVisible();
  await shot('first start');
}

/** In the demo workspace as it was just opened, in English; leaves it dark and in Spanish. */
export async function more(page: Page, client: string, shot: Shot): Promise<void> {
  await delivered(page, shot);
  const inside = await open(page, client);
  await made(page, shot);
  await imported(page, shot);
  await returned(page, client, shot);
  // An import that is being looked at would take the returned workbook in.
  await mapped(page, shot);
  await deleting(page, shot);
  await setLook(page, 'en', 'es', 'dark');
  const running = isoOf(addDays(first, days));
  await page.evaluate(
    `location.hash = ${JSON.stringify(`${inside}/dashboard?period=month:${running}&base=previous`)}`,
  );
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(es.app.nav.dashboard);
  await expect(page.getByRole('main')).toContainText(es.dashboard.kras.title);
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
  await shot('a running month dark in spanish');
}

/** Opens a client's dashboard; answers the client's own part of the address. */
async function open(page: Page, client: string): Promise<string> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${client}`) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.app.nav.dashboard);
  return /^#(\/c\/\d+)/.exec(new URL(page.url()).hash)?.[1] ?? '';
}

async function made(page: Page, shot: Shot): Promise<void> {
  await go(page, en.app.nav.scorecard);
  const line = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'Interactions', exact: true }) });
  await line.getByRole('button').first().click();
  await expect(page.getByRole('dialog', { name: 'How this number was made' })).toBeVisible();
  await shot('how a number was made');
  await page.keyboard.press('Escape');
}

async function imported(page: Page, shot: Shot): Promise<void> {
  await drop(page, metaDaily('Instagram link clicks', first, flat(3, days)));
  await page.getByRole('button', { name: /^Import \d+ figures/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(en.imports.preview);
  await go(page, en.app.nav.imports);
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shot('taking an import back');
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** A table of a client's own, with a title above, a total below and a column that is no KPI of the catalogue. */
function ownSheet(): ExportFile {
  const { year } = civilOf(first);
  const rows = ['jul', 'ago', 'sep', 'oct'].map(
    (month, i) => `${month}-${String(year - 1).slice(2)};${12 + i}.400;${31 + i};${4 + i},5 %;mucho público`,
  );
  const text = [
    'Panadería Sol: informe de redes',
    '',
    'Mes;Alcance;Hogazas encargadas;Tasa de interacción;Comentario',
    ...rows,
    'Total;;130;;',
  ].join('\r\n');
  return { name: 'Panadería Sol.csv', bytes: new TextEncoder().encode(`\uFEFF${text}\r\n`) };
}

async function mapped(page: Page, shot: Shot): Promise<void> {
  const { name, bytes } = ownSheet();
  await go(page, en.app.nav.imports);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });
  await expect(card(page, name)).toBeVisible();
  await card(page, name).getByRole('link', { name: 'How it is read' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await shot('how a sheet is read');
}

/** The workbook of the last month, with one figure typed over, dropped on the window. */
async function returned(page: Page, client: string, shot: Shot): Promise<void> {
  await go(page, en.app.nav.reports);
  await expect(page.getByRole('region', { name: 'Preview of the report' })).toContainText(client);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Make workbook/ }).click();
  const file = await download;
  const bytes = new Uint8Array(readFileSync(await file.path()));
  const cell = cellOf(bytes, 'Figures', 'Value', ['Satisfaction']);
  const edited = typedOver(bytes, [{ sheet: 'Figures', cell, value: 3.9 }]);
  await dropBack(page, { name: file.suggestedFilename(), bytes: edited });
  await expect(page.getByRole('grid').getByRole('row', { name: /Satisfaction/ })).toBeVisible();
  await shot('returned workbook');
}

async function delivered(page: Page, shot: Shot): Promise<void> {
  await go(page, en.deliveries.title);
  await expect(page.getByRole('table', { name: en.deliveries.columns.label })).toBeVisible();
  // Workbooks alone: the pictures show what one does, not how long it takes.
  for (const format of ['PDF', 'Slides']) await page.getByRole('checkbox', { name: format }).uncheck();
  await page.getByRole('button', { name: /^Make \d reports?/ }).click();
  await expect(page.getByRole('button', { name: /^Save (?:the file|all \d)/ })).toBeVisible({
    timeout: 120_000,
  });
  await shot('reports of all clients made');
  await page.getByRole('button', { name: 'Messages', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shot('message');
  await page.keyboard.press('Escape');
}

/** The question before a client is deleted. */
async function deleting(page: Page, shot: Shot): Promise<void> {
  await page.getByRole('link', { name: en.app.footer.settings, exact: true }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Larkbed/ })
    .click();
  await page.getByRole('navigation').getByRole('button', { name: 'Larkbed' }).click();
  await page.getByRole('menuitem', { name: en.app.nav.setup }).click();
  await page.getByRole('button', { name: en.deletion.open, exact: true }).click();
  await expect(page.getByRole('dialog').getByText(en.deletion.keep)).toBeVisible();
  await shot('deleting a client');
  await page.keyboard.press('Escape');
}

/** What stands in for the app when the book is damaged. */
export async function rescue(page: Page, shot: Shot): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.rescue.troubles['store-damaged'].title);
  await expect(page.getByRole('button', { name: en.rescue.put })).toBeVisible();
  await shot('the book cannot be opened');
}
