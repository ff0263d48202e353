/** A table as the mapping screen shows it, by itself and through the parser process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { tableView } from '../../electron/backend/exchange/recognition/sheets/tableView.ts';
import type { TableSight } from '../../electron/backend/exchange/recognition/sheets/tableView.ts';
import { createParser } from '../../electron/backend/jobs/runParser.ts';
import { tableMappingSchema, type TableMapping } from '../../shared/contract/imports/mapping.ts';
import { tableViewSchema } from '../../shared/contract/imports/table.ts';
import { zipOf } from '../support/crafted.ts';
import { ownContext } from '../support/ownContext.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-view-'));
const parser = createParser();
afterAll(() => {
  parser.close();
  rmSync(folder, { recursive: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function see(text: string, mapping: TableMapping | null = null, table = 'a'): TableSight {
  const view = tableView(readBytes('a.csv', bytes(text)), 'a.csv', table, mapping, ownContext);
  if (!view) throw new Error('there is such a table');
  // What crosses the contract is valid there.
  tableViewSchema.parse({ file: 1, ...view });
  return view;
}

const sheet =
  'Informe de redes,,,,\n\nFecha,Alcance,Ingresos,Karma,E-mail\n03/04/2026,"1.234","1.234,50",7,a@example.com\n09/06/2026,"2.345","10,00",,b@example.com\n13/06/2026,900,"3,25",9,c@example.com\nTotal,"4.479","1.247,75",16,\n';

describe('the view', () => {
  test('rows as they stand, with their roles', () => {
    const { sample, table, mapping } = see(sheet, null, 'Informe de redes');
    expect(table).toBe('Informe de redes');
    expect(sample.map(({ line, role }) => [line, role])).toEqual([
      [1, 'above'],
      [3, 'header'],
      [4, 'data'],
      [5, 'data'],
      [6, 'data'],
      [7, 'total'],
    ]);
    expect(sample[2]?.cells).toEqual(['03/04/2026', '1.234', '1.234,50', '7', 'a@example.com']);
    expect(tableMappingSchema.parse(mapping)).toEqual(mapping);
  });

  test('columns with samples and reasons, both readings of dates and numbers, totals among the labels', () => {
    const view = see(sheet, null, 'Informe de redes');
    expect(
      view.columns.map(({ header, role, kpi, filled, distinct }) => [header, role, kpi, filled, distinct]),
    ).toEqual([
      ['Fecha', 'date', null, 4, 4],
      ['Alcance', 'metric', 'reach', 4, 4],
      ['Ingresos', 'metric', 'revenue', 4, 4],
      ['Karma', 'ignored', null, 3, 3],
      ['E-mail', 'personal', null, 3, 3],
    ]);
    expect(view.columns[1]?.reasons[0]).toEqual({ code: 'alias', params: { alias: 'Alcance' } });
    expect(view.dates).toEqual({
      order: 'dmy',
      examples: [
        { text: '03/04/2026', dmy: '2026-04-03', mdy: '2026-03-04' },
        { text: '09/06/2026', dmy: '2026-06-09', mdy: '2026-09-06' },
        { text: '13/06/2026', dmy: '2026-06-13', mdy: null },
      ],
    });
    expect(view.numbers?.decimal).toBe(',');
    expect(view.numbers?.examples[0]).toEqual({ text: '1.234', point: 1.234, comma: 1234 });
    expect(view.labels).toEqual([{ label: 'Total', rows: 1, kpi: null, total: true }]);
  });

  test('the first figures of a mapping, with the rows they come from, and what it refuses', () => {
    const guessed = see(sheet, null, 'Informe de redes');
    expect(guessed.preview[0]).toEqual({
      kpi: 'reach',
      network: 'other',
      account: null,
      cadence: 'day',
      start: '2026-04-03',
      detail: null,
      value: 1234,
      line: 4,
    });
    expect(guessed.figures).toBe(6);
    const columns = guessed.mapping.columns.map((column) =>
      column.header === 'Karma' ? { ...column, role: 'metric' as const, kpi: 'likes' } : column,
    );
    const open = sheet.replace('13/06', '06/07').replace(',9,', ',mucho,');
    const mapped = see(open, { ...guessed.mapping, columns, dateOrder: 'mdy' }, 'Informe de redes');
    expect(mapped.mapping.dateOrder).toBe('mdy');
    expect(mapped.preview.map(({ kpi, start }) => `${kpi} ${start}`)).toContain('likes 2026-03-04');
    expect(mapped.refused).toMatchObject([{ code: 'value-unreadable', text: 'mucho' }]);
    expect(mapped.refusedTotal).toBe(1);
  });

  test('labels of the rows: how often, which KPI, which of them are totals', () => {
    const { labels } = see(
      'KPI,Canal,ene-26,feb-26\nAlcance,Instagram,1,2\nAlcance,Facebook,3,4\nKarma,Instagram,5,6\nMedia,,3,4\n',
    );
    expect(labels).toEqual([
      { label: 'Alcance', rows: 2, kpi: 'reach', total: false },
      { label: 'Karma', rows: 1, kpi: null, total: false },
      { label: 'Media', rows: 1, kpi: null, total: true },
    ]);
  });

  test('another row of names, and none', () => {
    const odd = 'uno,dos,tres\nFecha,Alcance,Likes\n2026-01-01,5,6\n2026-01-02,7,8\n';
    const { mapping } = see(odd, null, 'uno dos tres');
    const second = see(odd, { ...mapping, headerLine: 2 }, 'uno dos tres');
    expect(second.sample.filter(({ role }) => role === 'header').map(({ line }) => line)).toEqual([2]);
    const none = see(odd, { ...mapping, headerLine: 0 }, 'uno dos tres');
    expect(none.sample.some(({ role }) => role === 'header')).toBe(false);
    expect(none.columns.map((column) => column.header)).toEqual(['', '', '']);
  });

  test('posts, and a table inside an archive', () => {
    const posts =
      'Fecha,Título,Enlace,Alcance\n2026-01-01,Hola,https://www.instagram.com/p/abc,5\n2026-01-02,Adiós,https://www.instagram.com/p/abd,7\n';
    const read = readBytes(
      'todo.zip',
      zipOf({ 'posts.csv': posts, 'otro.csv': 'Fecha,Alcance\n2026-01-01,5\n' }),
    );
    const view = tableView(read, 'todo.zip/posts.csv', 'posts', null, ownContext);
    expect(view?.preview[0]).toMatchObject({
      kpi: 'reach',
      network: 'instagram',
      start: '2026-01-01',
      detail: 'Hola',
      value: 5,
    });
    expect(tableView(read, 'todo.zip/posts.csv', 'otro', null, ownContext)).toBeNull();
    expect(tableView(read, 'todo.zip/none.csv', 'posts', null, ownContext)).toBeNull();
  });
});

describe('in the parser process', () => {
  test('a view crosses the process, a missing table is null, cancelling answers', async () => {
    const file = path.join(folder, 'a.csv');
    writeFileSync(file, 'Mes,Alcance\nene-26,5\n');
    const at = { path: file, name: 'a.csv' };
    const seen = await parser.table(at, { file: 'a.csv', table: 'a', mapping: null }, ownContext);
    expect(seen).toMatchObject({ ok: true, value: { figures: 1, preview: [{ kpi: 'reach', value: 5 }] } });
    expect(await parser.table(at, { file: 'a.csv', table: 'b', mapping: null }, ownContext)).toEqual({
      ok: true,
      value: null,
    });
    // The same file with other bytes is read again.
    writeFileSync(file, 'Mes,Alcance\nene-26,5\nfeb-26,6\n');
    const again = await parser.table(at, { file: 'a.csv', table: 'a', mapping: null }, ownContext);
    expect(again).toMatchObject({ ok: true, value: { figures: 2 } });
    const cancelled = await parser.table(at, { file: 'a.csv', table: 'a', mapping: null }, ownContext, {
      signal: AbortSignal.abort(),
    });
    expect(cancelled).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  }, 30_000);
});
