/**
 * Meta Ads Manager: the report table, by month, day, region, campaign. The second row is an unlabelled
 * total; the currency stands in the header ("Amount spent (UAH)").
 */
import { column, dimension, ignored, metric, telling } from '../signature.ts';
import type { Signature } from '../signature.ts';

const ads: Signature = {
  platform: 'meta-ads',
  report: 'ads report',
  kind: 'series',
  network: 'meta-ads',
  confidence: 'real',
  // Country, reach and clicks stand in anybody's sheet: only the reporting dates or the spend make it an ads report.
  plain: true,
  percent: 'bare',
  columns: [
    column('date', { en: ['Month', 'Day', 'Week'], es: ['Mes', 'Día', 'Semana'] }),
    column('ignored', { en: ['Reporting starts'], es: ['Inicio del informe'] }, telling),
    column('ignored', { en: ['Reporting ends'], es: ['Fin del informe'] }, telling),
    column('accountName', { en: 'Account name', es: 'Nombre de la cuenta' }),
    column('account', { en: 'Account ID', es: 'Identificador de la cuenta' }),
    dimension('region', { en: 'Region', es: 'Región' }),
    dimension('country', { en: 'Country', es: 'País' }),
    dimension('age', { en: 'Age', es: 'Edad' }),
    dimension('gender', { en: 'Gender', es: ['Sexo', 'Género'] }),
    dimension('platform', { en: 'Platform', es: 'Plataforma' }),
    dimension('placement', { en: 'Placement', es: 'Ubicación' }),
    dimension('device', { en: ['Impression device', 'Device platform'], es: 'Dispositivo de impresión' }),
    dimension('campaign', { en: 'Campaign name', es: 'Nombre de la campaña' }),
    dimension('ad_set', { en: 'Ad set name', es: 'Nombre del conjunto de anuncios' }),
    dimension('ad', { en: 'Ad name', es: 'Nombre del anuncio' }),
    metric('reach', { en: 'Reach', es: 'Alcance' }),
    metric('impressions', { en: 'Impressions', es: 'Impresiones' }),
    metric('frequency', { en: 'Frequency', es: 'Frecuencia' }, { unit: 'number' }),
    metric(
      'ad_spend',
      { en: 'Amount spent', es: ['Importe gastado', 'Inversión'] },
      { unit: 'money', ...telling },
    ),
    metric('ad_results', { en: 'Results', es: 'Resultados' }),
    metric(
      'cost_per_result',
      { en: ['Cost per result', 'Cost per results'], es: ['Coste por resultado', 'Costo por resultado'] },
      { unit: 'money' },
    ),
    metric('link_clicks', { en: 'Link clicks', es: 'Clics en el enlace' }),
    metric('clicks', { en: 'Clicks (all)', es: 'Clics (todos)' }),
    metric(
      'click_through_rate',
      {
        en: ['CTR (all)', 'CTR (link click-through rate)'],
        es: ['CTR (todos)', 'CTR (porcentaje de clics en el enlace)'],
      },
      { unit: 'percent' },
    ),
    metric('leads', { en: 'Leads', es: 'Clientes potenciales' }),
    metric('new_followers', { es: 'Seguidores de Instagram', en: 'Instagram follows' }),
    metric(
      'cost_per_click',
      {
        en: ['CPC (all)', 'CPC (cost per link click)'],
        es: ['CPC (todos)', 'CPC (coste por clic en el enlace)'],
      },
      { unit: 'money' },
    ),
    metric(
      'cost_per_thousand_impressions',
      {
        en: 'CPM (cost per 1,000 impressions)',
        es: ['CPM (coste por 1000 impresiones)', 'CPM (costo por mil impresiones)'],
      },
      { unit: 'money' },
    ),
    column('ignored', {
      en: [
        'Currency',
        'Attribution setting',
        'Result indicator',
        'Result type',
        'Campaign delivery',
        'Delivery status',
        'Delivery level',
        'Ad set budget',
        'Ad set budget type',
        'Ends',
        'Starts',
        'Cost per 1,000 Accounts Center accounts reached',
        'Objective',
      ],
      es: [
        'Indicador de resultado',
        'Entrega de la campaña',
        'ACOS',
        'Coste por 1000 cuentas de Meta alcanzadas',
        'Divisa',
        'Moneda',
        'Configuración de atribución',
      ],
    }),
    ignored('Quality ranking', 'Engagement rate ranking', 'Conversion rate ranking'),
  ],
};

export const metaAds: readonly Signature[] = [ads];
