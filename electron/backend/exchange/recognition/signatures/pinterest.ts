/**
 * Pinterest: analytics by day, and ads. What Pinterest calls saves are pins put on a board of one's own; an outbound
 * click leaves Pinterest, a pin click may not. The total audience are people who saw a pin, the engaged audience
 * those who did something.
 */
import { column, dimension, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const organic: Signature = {
  platform: 'pinterest',
  report: 'analytics',
  kind: 'series',
  network: 'pinterest',
  confidence: 'memory',
  cadence: 'day',
  columns: [
    column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must),
    metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }, must),
    metric('interactions', { en: 'Engagements', es: 'Interacciones', pt: 'Engajamentos' }),
    metric(
      'clicks',
      { en: 'Pin clicks', es: ['Clics en el Pin', 'Clics en Pins'], pt: 'Cliques no Pin' },
      telling,
    ),
    metric(
      'link_clicks',
      { en: 'Outbound clicks', es: ['Clics salientes', 'Clics de salida'], pt: 'Cliques de saída' },
      { ...must, ...telling },
    ),
    metric('pins', { en: 'Saves', es: ['Guardados', 'Veces guardado'], pt: 'Salvamentos' }),
    metric('video_views', { en: 'Video views', es: 'Reproducciones de vídeo' }),
    metric('reach', { en: 'Total audience', es: 'Audiencia total', pt: 'Público total' }),
    metric('talking_about', {
      en: 'Engaged audience',
      es: ['Audiencia con interacción', 'Audiencia que ha interactuado'],
      pt: 'Público engajado',
    }),
    column('ignored', {
      en: ['Engagement rate', 'Pin click rate', 'Outbound click rate', 'Save rate'],
      es: ['Tasa de interacción', 'Porcentaje de clics en el Pin', 'Porcentaje de clics salientes'],
    }),
  ],
  example: {
    file: 'analytics_overview.csv',
    text: `Date,Impressions,Engagements,Pin clicks,Outbound clicks,Saves,Total audience,Engaged audience
2026-10-13,500,30,20,6,10,400,25
2026-10-14,700,40,25,9,15,520,30
`,
    sums: {
      impressions: 1200,
      interactions: 70,
      clicks: 45,
      link_clicks: 15,
      pins: 25,
      reach: 920,
      talking_about: 55,
    },
    answers: { 'confirm:pinterest:analytics': 'yes' },
    network: 'pinterest',
    language: 'en',
  },
};

const ads: Signature = {
  platform: 'pinterest-ads',
  report: 'ads report',
  kind: 'series',
  network: 'pinterest-ads',
  confidence: 'fixture',
  addsUp: true,
  columns: [
    column('date', { en: ['Date', 'Day'], es: ['Fecha', 'Día'] }, must),
    dimension('campaign', { en: 'Campaign name', es: 'Nombre de la campaña' }),
    dimension('ad_group', { en: 'Ad group name', es: 'Nombre del grupo de anuncios' }),
    dimension('ad', { en: ['Ad name', 'Promoted pin name'], es: 'Nombre del anuncio' }),
    metric(
      'ad_spend',
      { en: 'Spend in account currency', es: 'Gasto en la moneda de la cuenta' },
      { unit: 'money', ...must, ...telling },
    ),
    metric('impressions', { en: ['Impressions', 'Paid impressions'], es: 'Impresiones' }),
    metric('reach', { en: 'Reach', es: 'Alcance' }),
    metric('clicks', { en: 'Pin clicks', es: 'Clics en el Pin' }, telling),
    metric('link_clicks', { en: 'Outbound clicks', es: 'Clics salientes' }, telling),
    metric('pins', { en: 'Saves', es: 'Guardados' }),
    column('ignored', {
      en: [
        'CTR',
        'CPC',
        'CPM',
        'eCPC',
        'eCTR',
        'Frequency',
        'Campaign ID',
        'Ad group ID',
        'Ad ID',
        'Currency',
        'Status',
        'Result',
        'Results',
        'Cost per result',
      ],
    }),
  ],
  example: {
    file: 'pinterest-ads.csv',
    text: `Date,Campaign name,Ad group name,Spend in account currency,Impressions,Pin clicks,Outbound clicks,CTR
2026-10-13,Autumn,Home,12.50,1000,40,22,2.2%
2026-10-13,Autumn,Garden,7.50,800,20,11,1.4%
2026-10-14,Autumn,Home,10.00,900,35,18,2%
`,
    sums: {
      ad_spend: 30,
      impressions: 2700,
      clicks: 95,
      link_clicks: 51,
      'ad_spend/campaign+ad_group': 30,
      'impressions/campaign+ad_group': 2700,
      'clicks/campaign+ad_group': 95,
      'link_clicks/campaign+ad_group': 51,
    },
    answers: { 'confirm:pinterest-ads:ads report': 'yes' },
    network: 'pinterest-ads',
    language: 'en',
  },
};

export const pinterest: readonly Signature[] = [organic, ads];
