/**
 * What a person does with the window, in the window's own words: drop files on it, make a client, go to a screen,
 * read a line of the scorecard. Everything goes by role and name; English unless a spec says otherwise.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { civilOf, dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import type { ExportFile } from '../fixtures/exports.ts';

/** The last month that has ended: what every screen of a client shows first. */
interface ClosedMonth {
  readonly first: Day;
  readonly days: number;
  /** As the command line takes it: `2026-10`. */
  readonly name: string;
}

export function closedMonth(now: Date = new Date()): ClosedMonth {
  const end = dayOf(now.getFullYear(), now.getMonth() + 1, 1);
  const { year, month } = civilOf((end - 1) as Day);
  const first = dayOf(year, month, 1);
  return { first, days: end - first, name: isoOf(first).slice(0, 7) };
}

/** The same value for each of `n` days. */
export const flat = <T>(value: T, n: number): T[] => Array.from({ length: n }, () => value);

/** Drops real files from the disk on the middle of the window, as a file manager does, and waits for the preview. */
export function drop(page: Page, ...files: readonly ExportFile[]): Promise<void> {
  return dropped(page, files, /^(?:Import preview|Vista previa)$/);
}

/** Drops a workbook that Pulsebook made: it has a screen of its own. */
export async function dropBack(page: Page, workbook: ExportFile): Promise<void> {
  await dropped(page, [workbook], /^(?:Returned workbook|Libro devuelto)$/);
  // It is there once it is opened, which has an address.
  await expect(page).toHaveURL(/\/returned\//);
}

async function dropped(page: Page, files: readonly ExportFile[], heading: RegExp): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-drop-'));
  const paths = files.map(({ name, bytes }) => {
    const place = path.join(folder, name);
    writeFileSync(place, bytes);
    return place;
  });
  const devtools = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  const at = { x: width / 2, y: height / 2, data: { items: [], files: paths, dragOperationsMask: 1 } };
  await devtools.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at });
  await devtools.send('Input.dispatchDragEvent', { type: 'dragOver', ...at });
  await expect(page.getByText(/^(?:Drop to import|Suelta para importar)$/)).toBeVisible();
  await devtools.send('Input.dispatchDragEvent', { type: 'drop', ...at });
  await devtools.detach();
  // The window reads the files when it sends them: they stay until it has.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  rmSync(folder, { recursive: true, force: true });
}

/** The card of one file in the preview. */
export function card(page: Page, file: string): Locator {
  return page.getByRole('article', { name: file, exact: true });
}

/** Opens a screen of the client at hand from the navigation. */
export async function go(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: screen, exact: true })
    .click();
}

/** A value from a list that opens under a button; `typed` narrows a list that can be searched. */
export async function choose(page: Page, list: Locator, option: string, typed?: string): Promise<void> {
  await list.click();
  if (typed !== undefined) await page.getByPlaceholder('Search', { exact: true }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

/** Makes a client without a template and picks KPIs from the catalogue by their names. */
export async function newClient(page: Page, name: string, kpis: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create client' }).click();
  await expect(page.getByRole('heading', { name: 'Catalogue', level: 1 })).toBeVisible();
  for (const kpi of kpis) await pick(page, kpi);
}

/** Picks one KPI on the catalogue screen. */
export async function pick(page: Page, kpi: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search in English and Spanish' }).fill(kpi);
  await page.getByRole('button', { name: `Add: ${kpi}`, exact: true }).click();
  await expect(page.getByRole('status').getByText(`${kpi} added`)).toBeVisible();
}

/** The texts of a KPI's line on the scorecard that is open, by column. */
export async function scorecardLine(page: Page, kpi: string): Promise<Record<string, string>> {
  const table = page.getByRole('table').first();
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: kpi, exact: true }) });
  await expect(row).toBeVisible();
  const heads = await table.getByRole('columnheader').allInnerTexts();
  const cells = await row.locator('th, td').allInnerTexts();
  return Object.fromEntries(heads.map((head, i) => [tidy(head), tidy(cells[i] ?? '')]));
}

/** Figures are written with no-break spaces; to the eye they are spaces. */
function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The value of the period on screen in a KPI's line: the third column, whatever the month is called. */
export async function scorecardValue(page: Page, kpi: string): Promise<string> {
  return Object.values(await scorecardLine(page, kpi))[2] ?? '';
}
