/**
 * Google Search Console, performance export: a ZIP of Queries, Pages, Countries, Devices, Chart, Search
 * appearance, and Filters, which alone says which range the tables cover. CTR keeps its dot in Spanish too.
 */
import { column, dimension, metric, must, telling } from '../signature.ts';
import type { ColumnSpec, Names, Signature } from '../signature.ts';

const metrics: readonly ColumnSpec[] = [
  metric('clicks', { en: 'Clicks', es: 'Clics', pt: 'Cliques' }, must),
  metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }, must),
  metric('click_through_rate', { en: 'CTR' }, { ...must, unit: 'percent' }),
  metric('search_position', { en: 'Position', es: 'Posición', pt: 'Posição' }, { ...must, unit: 'number' }),
];

const common = {
  platform: 'google-search-console',
  network: 'google-search',
  confidence: 'real',
  percent: 'fraction',
} as const;

function by(name: string, names: Names): Signature {
  return {
    ...common,
    report: `by ${name.replaceAll('_', ' ')}`,
    kind: 'breakdown',
    columns: [dimension(name, names, { ...must, ...telling }), ...metrics],
  };
}

export const searchConsole: readonly Signature[] = [
  by('query', {
    en: ['Top queries', 'Query'],
    es: ['Consultas principales', 'Consulta'],
    pt: ['Principais consultas', 'Consultas principais'],
  }),
  by('page', {
    en: ['Top pages', 'Page'],
    es: ['Páginas principales', 'Página'],
    pt: ['Principais páginas', 'Páginas principais'],
  }),
  by('country', { en: 'Country', es: 'País', pt: 'País' }),
  by('device', { en: 'Device', es: 'Dispositivo', pt: 'Dispositivo' }),
  by('search_appearance', {
    en: 'Search Appearance',
    es: ['Aparición en búsquedas', 'Aspecto en las búsquedas'],
    pt: 'Aspecto da pesquisa',
  }),
  {
    ...common,
    report: 'chart',
    kind: 'series',
    provisional: 3,
    columns: [
      column(
        'date',
        { en: ['Date', 'Period'], es: ['Fecha', 'Periodo', 'Período'], pt: ['Data', 'Período'] },
        must,
      ),
      ...metrics,
    ],
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
  },
];
