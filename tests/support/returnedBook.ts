/**
 * A client with figures, a note, a text with a live number and a sheet to fill in; its workbook as the app makes it; and
 * what others do to workbooks. Cells are named by their row's key, whatever row that is.
 */
import * as XLSX from 'xlsx';
import { clientInput } from './clientInput.ts';
import type { TestBackend } from './backend.ts';
import { importClicks } from './importClicks.ts';

export const october = { cadence: 'month', start: '2026-10-01' } as const;

export interface ReturnClient {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
}

export const reportOf = (client: number) =>
  ({ client, period: october, base: 'previous', language: 'en' }) as const;

/** Instagram link clicks of October, 3 a day; sales and hours of training that nobody has recorded. */
export async function returnClient(app: TestBackend): Promise<ReturnClient> {
  const { id: client } = await app.call(
    'clients.create',
    clientInput({
      name: 'Larkbed',
      kpis: ['link_clicks', 'video_views', 'sales', 'training_hours'],
    }),
  );
  const { kpi, channel } = await importClicks(app, client);
  await app.call('layouts.set', {
    client,
    layout: { screen: 'report', pages: 'kra', sections: [{ section: 'entry', shown: true }] },
  });
  await app.call('statusNotes.set', { client, kpi, channel, period: october, text: 'Ads were paused.' });
  const body = 'Clicks came to {{link_clicks}} in October.\nThe team is pleased.';
  await app.call('texts.set', { ...reportOf(client), section: 'summary', body });
  return { client, kpi, channel };
}

export async function makeWorkbook(app: TestBackend, client: number): Promise<Uint8Array> {
  const { handle } = await app.call('reports.make', { ...reportOf(client), format: 'xlsx', job: 'make' });
  const file = await app.ctx.transfers.resolveHandle(handle);
  const { readFileSync } = await import('node:fs');
  return new Uint8Array(readFileSync(file.path));
}

/** The workbook with changes, saved by another library. */
export function edited(bytes: Uint8Array, change: (book: XLSX.WorkBook) => void): Uint8Array {
  const book = XLSX.read(bytes, { cellFormula: true });
  change(book);
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** Where a key stands. Throws where it does not. */
export function rowOfKey(
  book: XLSX.WorkBook,
  key: string,
): { readonly sheet: XLSX.WorkSheet; readonly row: number } {
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name];
    if (sheet === undefined || name === 'manifest') continue;
    for (const [address, cell] of Object.entries(sheet))
      if (!address.startsWith('!') && (cell as XLSX.CellObject).v === key)
        return { sheet, row: XLSX.utils.decode_cell(address).r };
  }
  throw new Error(`no row ${key}`);
}

/** Types into a cell of a key's row; `null` empties it. */
export function type(book: XLSX.WorkBook, key: string, col: string, value: number | string | null): void {
  const { sheet, row } = rowOfKey(book, key);
  const address = `${col}${row + 1}`;
  if (value === null) delete sheet[address];
  else sheet[address] = { t: typeof value === 'number' ? 'n' : 's', v: value } satisfies XLSX.CellObject;
}

/** The rows of a sheet from one row on, in another order; formulas are dropped. */
export function sortRows(
  sheet: XLSX.WorkSheet,
  from: number,
  order: (rows: (string | number | null)[][]) => (string | number | null)[][],
): void {
  const range = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  const rows = Array.from({ length: range.e.r - from + 1 }, (_, i) =>
    Array.from({ length: range.e.c + 1 }, (_cell, c) => {
      const cell = sheet[XLSX.utils.encode_cell({ r: from + i, c })] as XLSX.CellObject | undefined;
      return (cell?.v ?? null) as string | number | null;
    }),
  );
  for (const [i, row] of order(rows).entries())
    for (const [c, v] of row.entries()) {
      const address = XLSX.utils.encode_cell({ r: from + i, c });
      if (v === null) delete sheet[address];
      else sheet[address] = { t: typeof v === 'number' ? 'n' : 's', v };
    }
}
