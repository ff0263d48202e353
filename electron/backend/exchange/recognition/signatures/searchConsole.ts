/**
 * Google Search Console, performance export: a ZIP of Queries, Pages, Countries, Devices, Chart, Search
 * appearance, and Filters, which alone says which range the tables cover. CTR keeps its dot in Spanish too.
 */
import { column, dimension, metric, must, telling } from '../reports/signature.ts';
import type { ColumnSpec, Names, Signature } from '../reports/signature.ts';

const metrics: readonly ColumnSpec[] = [
  metric('clicks', { en: 'Clicks', es: 'Clics', pt: 'Cliques', fr: 'Clics', de: 'Klicks', it: 'Clic' }, must),
  metric(
    'impressions',
    { en: 'Impressions', es: 'Impresiones', pt: 'Impressões', de: 'Impressionen', it: 'Impressioni' },
    must,
  ),
  metric('click_through_rate', { en: 'CTR', de: 'Klickrate' }, { ...must, unit: 'percent' }),
  metric(
    'search_position',
    {
      en: ['Position', 'Average position'],
      es: ['Posición', 'Posición media', 'Posición promedio'],
      pt: ['Posição', 'Posição média'],
      fr: 'Position moyenne',
      de: 'Durchschnittliche Position',
      it: ['Posizione', 'Posizione media'],
    },
    { ...must, unit: 'number' },
  ),
];

const common = {
  platform: 'google-search-console',
  network: 'google-search',
  confidence: 'real',
  percent: 'fraction',
  // A comparison names the range before each metric, the current one first.
  prefixes: [
    /^(?:last|previous|past) (?:\d+ )?(?:hour|day|week|month|year)?s? ?/,
    /^(?:ultimo|anterior|anteriore)s? (?:\d+ )?\p{L}+ /u,
    /^\d+ \p{L}+ (?:anterior|anteriore) /u,
    /^(?:\d{1,2} \d{1,2} \d{2,4} ){2}/,
    /^(?:\d{4} \d{1,2} \d{1,2} ){2}/,
  ],
} as const;

const query: Names = {
  en: ['Top queries', 'Query'],
  es: ['Consultas principales', 'Consulta'],
  pt: ['Principais consultas', 'Consultas principais'],
  fr: 'Requêtes les plus fréquentes',
  de: ['Häufigste Suchanfragen', 'Top-Suchanfragen'],
  it: ['Query principali', 'Query più frequenti'],
};
const page: Names = {
  en: ['Top pages', 'Page'],
  es: ['Páginas principales', 'Página'],
  pt: ['Principais páginas', 'Páginas principais'],
  fr: ['Pages les plus populaires', 'Pages principales'],
  de: ['Häufigste Seiten', 'Top-Seiten'],
  it: ['Pagine principali', 'Pagine più visitate'],
};
const country: Names = { en: 'Country', es: 'País', pt: 'País', fr: 'Pays', de: 'Land', it: 'Paese' };
const device: Names = { en: 'Device', es: 'Dispositivo', pt: 'Dispositivo', fr: 'Appareil', de: 'Gerät' };

/** What a file may break its rows down by beside its own dimension: two of them tell what one row is. */
const dimensions: readonly (readonly [string, Names])[] = [
  ['query', query],
  ['page', page],
  ['country', country],
  ['device', device],
];

/** `header` and `members` are those of its example. */
function by(name: string, names: Names, header: string, members: readonly [string, string]): Signature {
  return {
    ...common,
    report: `by ${name.replaceAll('_', ' ')}`,
    kind: 'breakdown',
    columns: [
      dimension(name, names, { ...must, ...telling }),
      ...dimensions.filter(([other]) => other !== name).map((other) => dimension(...other)),
      ...metrics,
    ],
    example: {
      file: `${header}.csv`,
      text: `${header},Clicks,Impressions,CTR,Position\n${members[0]},9,200,4.5%,3.4\n${members[1]},1,100,1%,8.1\n`,
      sums: {
        [`clicks/${name}`]: 10,
        [`impressions/${name}`]: 300,
        [`click_through_rate/${name}`]: 0.055,
        [`search_position/${name}`]: 11.5,
      },
      network: 'google-search',
      language: 'en',
    },
  };
}

export const searchConsole: readonly Signature[] = [
  by('query', query, 'Top queries', ['"bed, single"', 'vat']),
  by('page', page, 'Top pages', ['https://larkbed.com/', 'https://larkbed.com/beds']),
  by('country', country, 'Country', ['Spain', 'Mexico']),
  by('device', device, 'Device', ['Mobile', 'Desktop']),
  by(
    'search_appearance',
    {
      en: 'Search Appearance',
      es: ['Aparición en búsquedas', 'Aspecto en las búsquedas'],
      pt: 'Aspecto da pesquisa',
    },
    'Search Appearance',
    ['Videos', 'Product snippets'],
  ),
  {
    ...common,
    report: 'chart',
    kind: 'series',
    provisional: 3,
    columns: [
      column(
        'date',
        { en: ['Date', 'Period'], es: ['Fecha', 'Periodo', 'Período'], pt: ['Data', 'Período'], de: 'Datum' },
        must,
      ),
      // As its programming interface gives it: a row a day and query, page, country or device.
      ...dimensions.map((one) => dimension(...one)),
      ...metrics,
    ],
    example: {
      file: 'Gráfico.csv',
      text: 'Fecha,Clics,Impresiones,CTR,Posición\n2026-03-01,4,100,4%,12.5\n2026-03-02,0,0,,\n2026-03-03,2,50,4%,11.5\n',
      sums: { clicks: 6, impressions: 150, click_through_rate: 0.08, search_position: 24 },
      network: 'google-search',
      language: 'es',
    },
  },
  {
    ...common,
    report: 'filters',
    kind: 'facts',
    plain: true,
    fileNames: [/filter|filtro/i],
    columns: [
      column('ignored', { en: 'Filter', es: 'Filtrar', pt: 'Filtro' }, must),
      column('ignored', { en: 'Value', es: 'Valor', pt: 'Valor' }, must),
    ],
    example: {
      file: 'Filters.csv',
      text: 'Filter,Value\nSearch type,Web\nDate,Last 3 months\n',
      sums: {},
    },
  },
];
