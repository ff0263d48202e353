/** A reading said back unchanged changes nothing, and holds for next month's file of the same shape. */
import { describe, expect, test } from 'vitest';
import type { Inspection, Mappings } from '../../electron/backend/exchange/model.ts';
import { matchMappings, shapeKey } from '../../electron/backend/exchange/recognition/sheets/shape.ts';
import { tableMappingSchema } from '../../shared/contract/imports/mapping.ts';
import { figuresOf, inspectOwn } from '../support/ownContext.ts';
import { layouts, ownSheet, workbookOf } from '../support/ownSheets.ts';

/** As it comes back over the contract. */
function mappingsOf(inspection: Inspection): Mappings {
  return Object.fromEntries(
    inspection.tables.flatMap((table) =>
      table.mapping
        ? [[table.name, tableMappingSchema.parse(JSON.parse(JSON.stringify(table.mapping)))] as const]
        : [],
    ),
  );
}

const open = (inspection: Inspection): string[] =>
  inspection.questions.filter((question) => question.answer === undefined).map((question) => question.code);

test.each(layouts.map((layout, i) => [layout, i] as const))('said back: %s', (_layout, i) => {
  for (let seed = i + 7000; seed < 7000 + layouts.length * 8; seed += layouts.length) {
    const { name, bytes } = ownSheet(seed);
    const guessed = inspectOwn(name, bytes);
    const mappings = mappingsOf(guessed);
    expect(Object.keys(mappings)).toEqual(guessed.tables.map((table) => table.name));
    const again = inspectOwn(name, bytes, { mappings });
    expect({ seed, figures: figuresOf(again.tables) }).toEqual({ seed, figures: figuresOf(guessed.tables) });
    expect(open(again)).toEqual([]);
    expect(again.tables.map((table) => table.refused)).toEqual(guessed.tables.map((table) => table.refused));
    expect(mappingsOf(again)).toEqual(mappings);
  }
});

test('answers become part of the reading: nothing is asked a second time', () => {
  const text = 'Mes;Karma;Alcance\n03/04/2026;1,234;5\n09/06/2026;2,5;6\n';
  const answers = { 'kpi:a:Karma': 'watch_time', 'dateOrder:a': 'dmy' };
  const first = inspectOwn('a.csv', text, { answers });
  expect(open(first)).toEqual([]);
  const mapping = mappingsOf(first)['a'];
  if (!mapping) throw new Error('a table of one’s own has a mapping');
  const again = inspectOwn('a.csv', text, { mappings: { a: { ...mapping, dateOrder: 'dmy' } } });
  expect(again.questions).toEqual([]);
  expect(figuresOf(again.tables)).toEqual(figuresOf(first.tables));
});

describe('next month', () => {
  /** The mapping of one file, kept as a recipe and laid over the next. */
  function next(first: Inspection, name: string, content: Uint8Array | string): Inspection {
    const fresh = inspectOwn(name, content);
    expect(shapeKey(fresh)).toBe(shapeKey(first));
    return inspectOwn(name, content, { mappings: matchMappings(mappingsOf(first), fresh.tables) });
  }
  function mapped(
    name: string,
    content: Uint8Array | string,
    change: (mappings: Mappings) => Mappings,
  ): Inspection {
    const mappings = change(mappingsOf(inspectOwn(name, content)));
    return inspectOwn(name, content, { mappings });
  }
  const withLabel =
    (label: string, kpi: string | null) =>
    (mappings: Mappings): Mappings =>
      Object.fromEntries(
        Object.entries(mappings).map(([name, mapping]) => [
          name,
          { ...mapping, labels: mapping.labels.map((one) => (one.label === label ? { label, kpi } : one)) },
        ]),
      );

  test('other months over the columns, one more of them, columns in another order', () => {
    const first = mapped(
      'enero.csv',
      'Tema,ene-26,feb-26\nKarma,1,2\nAlcance,3,4\n',
      withLabel('Karma', 'likes'),
    );
    expect(figuresOf(first.tables)['likes/other/month/2026-01-01']).toBe(1);
    const later = next(first, 'febrero.csv', 'feb-26,mar-26,abr-26,Tema\n2,3,4,Karma\n4,5,6,Alcance\n');
    expect(figuresOf(later.tables)).toEqual({
      'likes/other/month/2026-02-01': 2,
      'likes/other/month/2026-03-01': 3,
      'likes/other/month/2026-04-01': 4,
      'reach/other/month/2026-02-01': 4,
      'reach/other/month/2026-03-01': 5,
      'reach/other/month/2026-04-01': 6,
    });
    expect(open(later)).toEqual([]);
  });

  test('tabs called after months take the mapping, and their own period', () => {
    const tab = (name: string, n: number) => ({
      name,
      rows: [
        ['Tema', 'Valor'],
        ['Alcance', n],
        ['Karma', n + 1],
      ],
    });
    const first = mapped('Informe 2026.xlsx', workbookOf([tab('Enero', 1)]), withLabel('Karma', 'likes'));
    const later = next(first, 'Informe 2026.xlsx', workbookOf([tab('Febrero', 5), tab('Marzo', 7)]));
    expect(figuresOf(later.tables)).toEqual({
      'reach/other/month/2026-02-01': 5,
      'likes/other/month/2026-02-01': 6,
      'reach/other/month/2026-03-01': 7,
      'likes/other/month/2026-03-01': 8,
    });
  });

  test('months over KPIs: each column by the KPI beside its month', () => {
    const table = (a: string, b: string) =>
      `,${a},,${b},\nCanal,Karma,Alcance,Karma,Alcance\nInstagram,1,2,3,4\n`;
    const karma = (mappings: Mappings): Mappings =>
      Object.fromEntries(
        Object.entries(mappings).map(([name, mapping]) => [
          name,
          {
            ...mapping,
            columns: mapping.columns.map((column) =>
              column.header.endsWith('Karma') ? { ...column, role: 'value' as const, kpi: 'likes' } : column,
            ),
          },
        ]),
      );
    const first = mapped('a.csv', table('ene-26', 'feb-26'), karma);
    const later = next(first, 'b.csv', table('mar-26', 'abr-26'));
    expect(figuresOf(later.tables)).toEqual({
      'likes/instagram/month/2026-03-01': 1,
      'reach/instagram/month/2026-03-01': 2,
      'likes/instagram/month/2026-04-01': 3,
      'reach/instagram/month/2026-04-01': 4,
    });
  });

  test('a new column is asked about, a new label too; a period typed for one file is not kept', () => {
    const first = mapped('a.csv', 'Mes,Karma\nene-26,1\n', (mappings) => {
      const [name = '', mapping] = Object.entries(mappings)[0] ?? [];
      if (!mapping) throw new Error('there is a table');
      const columns = mapping.columns.map((column) =>
        column.header === 'Karma' ? { ...column, role: 'metric' as const, kpi: 'likes' } : column,
      );
      return { [name]: { ...mapping, columns } };
    });
    const fresh = inspectOwn('b.csv', 'Mes,Puntos,Karma\nfeb-26,9,2\n');
    const later = inspectOwn('b.csv', 'Mes,Puntos,Karma\nfeb-26,9,2\n', {
      mappings: matchMappings(mappingsOf(first), fresh.tables),
    });
    expect(open(later)).toEqual(['kpi']);
    expect(figuresOf(later.tables)).toEqual({ 'likes/other/month/2026-02-01': 2 });
    const undated = inspectOwn('c.csv', 'KPI,Valor\nAlcance,5\n');
    const [table] = undated.tables;
    if (!table?.mapping) throw new Error('there is a mapping');
    const dated = { ...table.mapping, period: { cadence: 'month' as const, start: '2026-01-01' } };
    expect(matchMappings({ [table.name]: dated }, undated.tables)[table.name]?.period).toBeNull();
  });

  test('names that moved down a few rows are found again', () => {
    const odd = (above: string) => `${above}nota,1,2\nFecha,Uno,Dos\n2026-01-01,5,6\n2026-01-02,7,8\n`;
    const first = mapped('a.csv', odd(''), (mappings) =>
      Object.fromEntries(
        Object.entries(mappings).map(([name, mapping]) => [
          name,
          {
            ...mapping,
            headerLine: 2,
            columns: [
              {
                index: 0,
                header: 'Fecha',
                role: 'date' as const,
                kpi: null,
                unit: null,
                dimension: null,
                network: null,
              },
              {
                index: 1,
                header: 'Uno',
                role: 'metric' as const,
                kpi: 'likes',
                unit: null,
                dimension: null,
                network: null,
              },
              {
                index: 2,
                header: 'Dos',
                role: 'ignored' as const,
                kpi: null,
                unit: null,
                dimension: null,
                network: null,
              },
            ],
          },
        ]),
      ),
    );
    expect(figuresOf(first.tables)).toEqual({
      'likes/other/day/2026-01-01': 5,
      'likes/other/day/2026-01-02': 7,
    });
    const [mapping] = Object.values(mappingsOf(first));
    const moved = odd('nota,3,4\n');
    const [name = ''] = inspectOwn('a.csv', moved).tables.map((table) => table.name);
    const later = inspectOwn('a.csv', moved, { mappings: mapping ? { [name]: mapping } : {} });
    expect(figuresOf(later.tables)).toEqual(figuresOf(first.tables));
  });
});
