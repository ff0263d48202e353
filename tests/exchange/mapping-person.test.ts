/** What a person says of a table wins over the report's signature and the guess. */
import { expect, test } from 'vitest';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import type { ColumnMapping, TableMapping } from '../../shared/contract/imports/mapping.ts';
import { figuresOf, inspectOwn } from '../support/ownContext.ts';

function only(inspection: Inspection): { name: string; mapping: TableMapping } {
  const [table] = inspection.tables;
  if (!table?.mapping) throw new Error('the table has a mapping');
  return { name: table.name, mapping: table.mapping };
}

type Change = Partial<Omit<TableMapping, 'columns'>> & {
  readonly columns?: Readonly<Record<string, Partial<ColumnMapping>>>;
};

/** The guess with changes, columns by their header. */
function read(name: string, text: string, { columns = {}, ...change }: Change): Inspection {
  const { name: table, mapping } = only(inspectOwn(name, text));
  const said = {
    ...mapping,
    ...change,
    columns: mapping.columns.map((column) => ({ ...column, ...columns[column.header] })),
  };
  return inspectOwn(name, text, { mappings: { [table]: said } });
}

test('a table of which nothing was known is mapped by hand: roles, KPIs, a period', () => {
  const inspection = read('a.csv', 'country,population,area\nSpain,47,505\nFrance,67,551\n', {
    columns: {
      population: { role: 'metric', kpi: 'own_people' },
      country: { role: 'dimension', dimension: 'country' },
    },
    period: { cadence: 'year', start: '2025-01-01' },
  });
  expect(inspection).toMatchObject({ status: 'mapped', questions: [] });
  expect(figuresOf(inspection.tables)).toEqual({
    'own_people/other/year/2025-01-01#Spain': 47,
    'own_people/other/year/2025-01-01#France': 67,
  });
});

test('another KPI, another unit, a network of its own, a column left out', () => {
  const inspection = read('a.csv', 'Mes,Alcance,Likes,Tiempo\nene-26,5,6,90\nfeb-26,7,8,30\n', {
    columns: {
      Alcance: { kpi: 'impressions', network: 'tiktok' },
      Likes: { role: 'ignored', kpi: null },
      Tiempo: { role: 'metric', kpi: 'watch_time', unit: 'minutes' },
    },
    network: 'instagram',
  });
  expect(figuresOf(inspection.tables)).toEqual({
    'impressions/tiktok/month/2026-01-01': 5,
    'impressions/tiktok/month/2026-02-01': 7,
    'watch_time/instagram/month/2026-01-01': 5400,
    'watch_time/instagram/month/2026-02-01': 1800,
  });
  expect(inspection.tables[0]?.columns[1]?.reasons?.[0]).toEqual({ code: 'person' });
});

test('date order, decimal sign and percentages are not asked once said', () => {
  const text = 'Fecha,Tasa de interacción,Ingresos\n03/04/2026,"0,250","1,234"\n09/06/2026,"0,500","2,345"\n';
  const inspection = read('a.csv', text, { dateOrder: 'mdy', decimal: ',', percent: 'bare' });
  expect(inspection.questions).toEqual([]);
  expect(figuresOf(inspection.tables)).toEqual({
    'engagement_rate/other/day/2026-03-04': 0.0025,
    'engagement_rate/other/day/2026-09-06': 0.005,
    'revenue/other/day/2026-03-04': 1.234,
    'revenue/other/day/2026-09-06': 2.345,
  });
});

test('a row covers a month although the sheet writes a day', () => {
  const inspection = read('a.csv', 'Fecha,Alcance\n2026-01-15,5\n2026-02-17,6\n', { cadence: 'month' });
  expect(figuresOf(inspection.tables)).toEqual({
    'reach/other/month/2026-01-01': 5,
    'reach/other/month/2026-02-01': 6,
  });
});

test('this is not a total', () => {
  const text =
    'Fecha,Tienda,Alcance\n2026-01-01,Norte,5\n2026-01-01,Total,6\n2026-01-02,Norte,7\n2026-01-02,Total,8\n';
  expect(Object.keys(figuresOf(inspectOwn('a.csv', text).tables))).toEqual([
    'reach/other/day/2026-01-01',
    'reach/other/day/2026-01-02',
  ]);
  expect(figuresOf(read('a.csv', text, { notTotals: ['Total'] }).tables)).toMatchObject({
    'reach/other/day/2026-01-01#Norte': 5,
    'reach/other/day/2026-01-01#Total': 6,
  });
  const wide = 'KPI,ene-26,feb-26\nSeguidores Instagram,1,2\nTotal seguidores,3,4\n';
  expect(figuresOf(inspectOwn('a.csv', wide).tables)).not.toHaveProperty('followers/other/month/2026-01-01');
  expect(figuresOf(read('a.csv', wide, { notTotals: ['Total seguidores'] }).tables)).toHaveProperty(
    'followers/other/month/2026-01-01',
    3,
  );
});

test('labels: one is another KPI, one stays out, one is written in minutes', () => {
  const text = 'KPI,ene-26,feb-26\nKarma,1,2\nAlcance,3,4\nEspera,5,6\n';
  const inspection = read('a.csv', text, {
    labels: [
      { label: 'Karma', kpi: 'likes' },
      { label: 'Alcance', kpi: null },
      { label: 'Espera', kpi: 'first_response_time', unit: 'minutes' },
    ],
  });
  expect(inspection).toMatchObject({ status: 'mapped', questions: [] });
  expect(figuresOf(inspection.tables)).toEqual({
    'likes/other/month/2026-01-01': 1,
    'likes/other/month/2026-02-01': 2,
    'first_response_time/other/month/2026-01-01': 300,
    'first_response_time/other/month/2026-02-01': 360,
  });
});

test('two columns of one KPI: the second figure of a day is refused, never counted beside the first', () => {
  const inspection = read('a.csv', 'Mes,Alcance,Otro\nene-26,5,6\n', {
    columns: { Otro: { role: 'metric', kpi: 'reach' } },
  });
  expect(figuresOf(inspection.tables)).toEqual({ 'reach/other/month/2026-01-01': 5 });
  expect(inspection.tables[0]?.refused).toMatchObject([{ code: 'duplicate-row', text: '6' }]);
});

test('no row names the columns: the first one is figures too', () => {
  const text = '2026-01-01,5\n2026-01-02,6\n2026-01-03,7\n';
  const { name, mapping } = only(inspectOwn('a.csv', text, { answers: { 'kpi:a:B': 'likes' } }));
  const said: TableMapping = {
    ...mapping,
    headerLine: 0,
    columns: mapping.columns.map((column) =>
      column.index === 1
        ? { ...column, header: '', role: 'metric', kpi: 'likes' }
        : { ...column, header: '', role: 'date' },
    ),
  };
  expect(figuresOf(inspectOwn('a.csv', text, { mappings: { [name]: said } }).tables)).toEqual({
    'likes/other/day/2026-01-01': 5,
    'likes/other/day/2026-01-02': 6,
    'likes/other/day/2026-01-03': 7,
  });
});

test('a known report is read otherwise where the person says so; its own rules stay', () => {
  const text =
    'Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n"Thu, Sep 11, 2025",100,5,6,0,0,1,0,0,0,3,1,2,2\n';
  const known = inspectOwn('x.csv', text);
  expect(known).toMatchObject({ status: 'recognised', platform: 'x' });
  const { name, mapping } = only(known);
  const said = {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.header === 'Likes' ? { ...column, kpi: 'own_hearts' } : column,
    ),
  };
  const changed = inspectOwn('x.csv', text, { mappings: { [name]: said } });
  expect(changed).toMatchObject({ status: 'recognised', platform: 'x', questions: [] });
  const figures = figuresOf(changed.tables);
  expect(figures).toMatchObject({ 'own_hearts/x/day/2025-09-11': 5, 'impressions/x/day/2025-09-11': 100 });
  expect(figures).not.toHaveProperty('likes/x/day/2025-09-11');
});
