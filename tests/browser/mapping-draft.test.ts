/** What one change does to a reading, without a screen. */
import { expect, test } from 'vitest';
import type { ColumnMapping, TableMapping } from '../../shared/contract/imports/mapping.ts';
import {
  headedBy,
  openLabels,
  unitFor,
  wholeOf,
  withColumn,
  withLabel,
  withoutRest,
  withTotal,
} from '../../renderer/features/mapping/draft.ts';
import { pushed, redone, unchanged, undone } from '../../renderer/features/mapping/history.ts';
import { reshaped } from '../../renderer/features/mapping/reshape.ts';

const column = (
  index: number,
  header: string,
  role: ColumnMapping['role'],
  more: Partial<ColumnMapping> = {},
): ColumnMapping => ({ index, header, role, kpi: null, unit: null, dimension: null, network: null, ...more });

const series: TableMapping = {
  shape: 'series',
  headerLine: null,
  columns: [
    column(0, 'Fecha', 'date'),
    column(1, 'Alcance', 'metric', { kpi: 'reach', unit: 'count', network: 'instagram' }),
    column(2, 'País', 'dimension', { dimension: 'country' }),
  ],
  labels: [],
  dateOrder: null,
  decimal: null,
  percent: null,
  cadence: null,
  period: null,
  network: null,
  notTotals: [],
};
const seen = (index: number, header: string, samples: readonly string[]) => ({
  index,
  header,
  samples: [...samples],
  filled: samples.length,
});
const meant = (name: string) =>
  ({ Alcance: { kpi: 'reach', unit: 'count' }, Seguidores: { kpi: 'followers', unit: 'count' } } as const)[
    name
  ];

test('a table has one date: naming another column so leaves the first one out', () => {
  const next = withColumn(series, 1, 'Alcance', { role: 'date' });
  expect(next.columns.map((one) => one.role)).toEqual(['ignored', 'date', 'dimension']);
  // What only figures have is gone with them.
  expect(next.columns[1]).toEqual(column(1, 'Alcance', 'date'));
});

test('a breakdown is named by its column until somebody names it', () => {
  expect(withColumn(series, 3, 'Tipo de público', { role: 'dimension' }).columns[3]?.dimension).toBe(
    'tipo_de_publico',
  );
});

test('of a column that is not mentioned, the guess holds', () => {
  const said = { ...series, columns: [column(1, 'Alcance', 'ignored')] };
  expect(wholeOf(said, series).columns.map((one) => one.role)).toEqual(['date', 'ignored', 'dimension']);
});

test('named by another row, columns are guessed anew', () => {
  expect(headedBy(series, 4)).toEqual({ ...series, headerLine: 4, columns: [] });
  expect(headedBy(series, null)).toBe(series);
});

test('names in the rows are said one by one, the rest at once', () => {
  const one = withLabel(withLabel(series, 'Likes', 'likes'), 'Fans', 'followers');
  expect(withoutRest(one, ['Humor', 'Tiempo']).labels).toEqual([
    { label: 'Likes', kpi: 'likes' },
    { label: 'Fans', kpi: 'followers' },
    { label: 'Humor', kpi: null },
    { label: 'Tiempo', kpi: null },
  ]);
  expect(withLabel(one, 'Likes', null).labels[0]).toEqual({ label: 'Likes', kpi: null });
});

test('names nobody knows are open until they are left out', () => {
  const guessed = {
    ...series,
    labels: [
      { label: 'Likes', kpi: 'likes' },
      { label: 'Humor', kpi: null },
    ],
  };
  expect(openLabels(guessed).labels).toEqual([{ label: 'Likes', kpi: 'likes' }]);
});

test('no total, and a total after all', () => {
  const said = withTotal(series, 'Total web', false);
  expect(said.notTotals).toEqual(['Total web']);
  expect(withTotal(said, 'Total web', true).notTotals).toEqual([]);
});

test('a duration is written as its name says', () => {
  expect(unitFor('duration', 'Tiempo de visualización (horas)')).toBe('hours');
  expect(unitFor('duration', 'Average view duration')).toBe('clock');
});

test('laid out with dates across: dated columns hold figures, the words name KPIs', () => {
  const columns = [
    seen(0, 'Indicador', ['Alcance', 'Seguidores']),
    seen(1, 'Red', ['Instagram', 'Instagram']),
    seen(2, 'ene-26', ['1.200', '300']),
    seen(3, 'feb-26', ['1.310', '312']),
    seen(4, 'Notas', ['campaña', '']),
  ];
  const before = { ...series, columns: [column(1, 'Red', 'channel')] };
  const next = reshaped(before, 'wide', columns, meant);
  expect(next.shape).toBe('wide');
  expect(next.columns.map((one) => one.role)).toEqual(['kpi', 'channel', 'value', 'value', 'ignored']);
});

test('laid out with one figure a row: date, names, the last numbers', () => {
  const columns = [
    seen(0, 'Fecha', ['2026-01-01', '2026-01-02']),
    seen(1, 'Métrica', ['Alcance', 'Seguidores']),
    seen(2, 'Objetivo', ['100', '100']),
    seen(3, 'Valor', ['120', '90']),
    seen(4, 'Correo', ['a@b.es', 'a@b.es']),
  ];
  const before = { ...series, columns: [column(0, 'Fecha', 'date'), column(4, 'Correo', 'personal')] };
  expect(reshaped(before, 'long', columns, meant).columns.map((one) => one.role)).toEqual([
    'date',
    'kpi',
    'ignored',
    'value',
    'personal',
  ]);
});

test('laid out with dates down: columns get the KPI of their name, others stay out', () => {
  const columns = [
    seen(0, 'Mes', ['ene-26', 'feb-26']),
    seen(1, 'Alcance', ['1.200', '1.310']),
    seen(2, 'Humor', ['7', '8']),
  ];
  const next = reshaped({ ...series, shape: 'long', columns: [] }, 'series', columns, meant);
  expect(next.columns.map(({ role, kpi, unit }) => [role, kpi, unit])).toEqual([
    ['date', null, null],
    ['metric', 'reach', 'count'],
    ['ignored', null, null],
  ]);
});

test('steps go back and forth; a new one ends the way forth; the same again is no step', () => {
  const one = pushed(unchanged, series);
  const two = pushed(one, { ...series, decimal: ',' });
  expect(pushed(two, { ...series, decimal: ',' })).toBe(two);
  expect(undone(two)).toEqual({ past: [null], now: series, future: [{ ...series, decimal: ',' }] });
  expect(redone(undone(two))).toEqual(two);
  expect(redone(pushed(undone(two), null)).now).toBeNull();
  expect(undone(unchanged)).toBe(unchanged);
});
