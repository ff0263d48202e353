/**
 * Google Ads: tables of campaigns, ad groups and keywords, by day or for the range in the title, and its time series
 * charts. Total rows are labelled "Total: Account"; clicks of a video or app campaign count among interactions.
 */
import { column, dimension, metric, must, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

const figures: readonly ColumnSpec[] = [
  // The tool's own short form; spelt out in the charts.
  metric('impressions', { en: 'Impr.', es: 'Impr.', pt: 'Impr.' }, telling),
  metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }),
  metric('clicks', { en: 'Clicks', es: 'Clics', pt: 'Cliques' }),
  metric('ad_spend', { en: 'Cost', es: ['Coste', 'Costo'], pt: 'Custo' }, { unit: 'money', ...must }),
  metric('ad_results', { en: 'Conversions', es: 'Conversiones', pt: 'Conversões' }),
  metric(
    'cost_per_click',
    { en: 'Avg. CPC', es: ['CPC medio', 'CPC prom.'], pt: 'CPC méd.' },
    { unit: 'money', ...telling },
  ),
  metric('click_through_rate', { en: 'CTR', es: 'CTR', pt: 'CTR' }, { unit: 'percent' }),
];

const others = column('ignored', {
  en: [
    'Currency code',
    'Currency',
    'Interactions',
    'Interaction rate',
    'Avg. cost',
    'Conv. rate',
    'Cost / conv.',
    'Budget',
    'Budget name',
    'Budget type',
    'Status',
    'Status reasons',
    'Bid strategy type',
    'Ad group type',
    'Default max. CPC',
    'Ad group status',
    'View-through conv.',
    'Impr. (Top) %',
    'Optimization score',
    'Avg. CPM',
    'TrueView avg. CPV',
    'Search impr. share',
    'Search lost IS (budget)',
    'Search lost IS (rank)',
    'Conv. (Platform Comparable)',
    'Cost / Conv. (Platform Comparable)',
    'Conv. value / Cost (Platform Comparable)',
    'Impr. (Abs. Top) %',
  ],
  es: [
    'Código de moneda',
    'Interacciones',
    'Tasa de interacción',
    'Coste medio',
    'Costo prom.',
    'Tasa de conv.',
    'Coste/conv.',
    'Costo/conv.',
    'Presupuesto',
    'Nombre del presupuesto',
    'Tipo de presupuesto',
    'Estado',
    'Motivos del estado',
    'Nivel de optimización',
    'Tipo de estrategia de puja',
    'Tipo de estrategia de oferta',
  ],
  pt: [
    'Código da moeda',
    'Interações',
    'Taxa de interação',
    'Custo médio',
    'Taxa de conv.',
    'Custo / conv.',
    'Orçamento',
  ],
});

const campaigns: Signature = {
  platform: 'google-ads',
  report: 'ads report',
  kind: 'series',
  network: 'google-ads',
  confidence: 'real',
  addsUp: true,
  percent: 'bare',
  columns: [
    column('date', {
      en: ['Day', 'Week', 'Month'],
      es: ['Día', 'Semana', 'Mes'],
      pt: ['Dia', 'Semana', 'Mês'],
    }),
    dimension('campaign', { en: 'Campaign', es: 'Campaña', pt: 'Campanha' }, must),
    dimension('ad_group', { en: 'Ad group', es: 'Grupo de anuncios', pt: 'Grupo de anúncios' }),
    dimension('keyword', {
      en: ['Keyword', 'Search keyword'],
      es: ['Palabra clave', 'Palabra clave de búsqueda'],
      pt: 'Palavra-chave',
    }),
    dimension('device', { en: 'Device', es: 'Dispositivo', pt: 'Dispositivo' }),
    column(
      'ignored',
      {
        en: ['Campaign status', 'Campaign state'],
        es: 'Estado de la campaña',
        pt: ['Status da campanha', 'Estado da campanha'],
      },
      telling,
    ),
    column('ignored', { en: 'Campaign type', es: 'Tipo de campaña', pt: 'Tipo de campanha' }, telling),
    ...figures,
    others,
  ],
  plain: true,
  titles: [
    /^(?:campaign|ad group|(?:search )?keywords?|search terms|ad|landing page|audience|location|device) (?:report|performance)$/,
    /^(?:informe|rendimiento) de (?:la |las |los )?(?:campana|grupo de anuncio|palabra clave|termino de busqueda|anuncio)s?/,
  ],
  example: {
    file: 'Campaign report.csv',
    text: `Campaign report
"October 1, 2026 - October 31, 2026"
Campaign status,Campaign,Budget,Budget type,Status,Campaign type,Currency code,Impr.,Interactions,Avg. cost,Cost,Clicks,CTR,Avg. CPC,Conversions,Cost / conv.
Enabled,Brand,10.00,Daily,Eligible,Search,EUR,"4,000",300,0.20,60.00,300,7.50%,0.20,12.00,5.00
Enabled,Autumn,20.00,Daily,Eligible,Search,EUR,"6,000",200,0.70,140.00,200,3.33%,0.70,8.00,17.50
Total: Campaigns, --, --, --, --, --,EUR,"10,000",500,0.40,200.00,500,5.00%,0.40,20.00,10.00
Total: Account, --,30.00, --, --, --,EUR,"10,000",500,0.40,200.00,500,5.00%,0.40,20.00,10.00
`,
    sums: {
      impressions: 10_000,
      clicks: 500,
      ad_spend: 200,
      ad_results: 20,
      'impressions/campaign': 10_000,
      'clicks/campaign': 500,
      'ad_spend/campaign': 200,
      'ad_results/campaign': 20,
      'click_through_rate/campaign': 0.1083,
      'cost_per_click/campaign': 0.9,
    },
    network: 'google-ads',
    language: 'en',
  },
};

const chart: Signature = {
  platform: 'google-ads',
  report: 'chart',
  kind: 'series',
  network: 'google-ads',
  confidence: 'memory',
  percent: 'bare',
  plain: true,
  fileNames: [/time[_ ]series|series[_ ]temporales|gr[aá]fico[_ ]de[_ ]series/i],
  columns: [
    column(
      'date',
      { en: ['Date', 'Day', 'Week', 'Month'], es: ['Fecha', 'Día', 'Semana', 'Mes'], pt: ['Data', 'Dia'] },
      must,
    ),
    ...figures,
    others,
  ],
  example: {
    file: 'Time_series_chart(2026.10.13-2026.10.14).csv',
    text: `Date,Clicks,Impressions,Avg. CPC,Cost
"Tue, Oct 13, 2026",12,340,0.25,3.00
"Wed, Oct 14, 2026",18,410,0.30,5.40
`,
    sums: { clicks: 30, impressions: 750, cost_per_click: 0.55, ad_spend: 8.4 },
    answers: { 'confirm:google-ads:chart': 'yes' },
    network: 'google-ads',
    language: 'en',
  },
};

export const googleAds: readonly Signature[] = [campaigns, chart];
