/**
 * Meta Ads Manager: the report table, by month, day, region, campaign. The second row is an unlabelled
 * total; the currency stands in the header ("Amount spent (UAH)"). Where the table is not broken down by time, the
 * reporting dates are its range; where it is, they are the row's day, week or month.
 */
import { column, dimension, ignored, metric, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

/** The report's own range, or the day, week or month of each row where the table is broken down by time. */
const from = {
  en: ['Reporting starts', 'Reporting start'],
  es: ['Inicio del informe', 'Inicio de los informes', 'Inicio del reporte'],
  pt: ['Início dos relatórios', 'Início do relatório'],
} as const;
const to = {
  en: ['Reporting ends', 'Reporting end'],
  es: ['Fin del informe', 'Fin de los informes', 'Finalización del informe', 'Fin del reporte'],
  pt: ['Término dos relatórios', 'Término do relatório', 'Fim dos relatórios'],
} as const;

const ads: Signature = {
  platform: 'meta-ads',
  report: 'ads report',
  kind: 'series',
  network: 'meta-ads',
  confidence: 'real',
  // Country, reach and clicks stand in anybody's sheet: only the reporting dates make it an ads report.
  plain: true,
  percent: 'bare',
  addsUp: true,
  rowRange: { from, to },
  enough: 2,
  columns: [
    column('date', {
      en: ['Day', 'Month', 'Week'],
      es: ['Día', 'Mes', 'Semana'],
      pt: ['Dia', 'Mês', 'Semana'],
    }),
    column('ignored', from, telling),
    column('ignored', to, telling),
    column('accountName', { en: 'Account name', es: 'Nombre de la cuenta', pt: 'Nome da conta' }),
    column('account', { en: 'Account ID', es: 'Identificador de la cuenta', pt: 'Identificação da conta' }),
    dimension('region', { en: 'Region', es: 'Región', pt: 'Região' }),
    dimension('country', { en: 'Country', es: 'País', pt: 'País' }),
    dimension('age', { en: 'Age', es: 'Edad', pt: 'Idade' }),
    dimension('gender', { en: 'Gender', es: ['Sexo', 'Género'], pt: ['Gênero', 'Género'] }),
    dimension('platform', { en: 'Platform', es: 'Plataforma', pt: 'Plataforma' }),
    dimension('placement', { en: 'Placement', es: 'Ubicación', pt: 'Posicionamento' }),
    dimension('device', {
      en: ['Impression device', 'Device platform'],
      es: ['Dispositivo de impresión', 'Plataforma del dispositivo'],
      pt: ['Dispositivo de impressão', 'Plataforma do dispositivo'],
    }),
    dimension('campaign', { en: 'Campaign name', es: 'Nombre de la campaña', pt: 'Nome da campanha' }),
    dimension(
      'ad_set',
      {
        en: 'Ad set name',
        es: 'Nombre del conjunto de anuncios',
        pt: 'Nome do conjunto de anúncios',
      },
      // Nobody else buys in ad sets: enough where the reporting dates were left out of the export.
      telling,
    ),
    dimension('ad', { en: 'Ad name', es: 'Nombre del anuncio', pt: 'Nome do anúncio' }),
    metric('reach', { en: 'Reach', es: 'Alcance', pt: 'Alcance' }),
    metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }),
    metric('frequency', { en: 'Frequency', es: 'Frecuencia', pt: 'Frequência' }, { unit: 'number' }),
    metric(
      'ad_spend',
      {
        en: 'Amount spent',
        es: ['Importe gastado', 'Cantidad gastada'],
        pt: ['Valor usado', 'Valor gasto', 'Montante gasto'],
      },
      { unit: 'money' },
    ),
    metric('ad_results', { en: 'Results', es: 'Resultados', pt: 'Resultados' }),
    metric(
      'cost_per_result',
      {
        en: ['Cost per result', 'Cost per results'],
        es: ['Coste por resultado', 'Costo por resultado', 'Coste por resultados', 'Costo por resultados'],
        pt: ['Custo por resultado', 'Custo por resultados'],
      },
      { unit: 'money' },
    ),
    metric('link_clicks', { en: 'Link clicks', es: 'Clics en el enlace', pt: 'Cliques no link' }),
    metric('clicks', { en: 'Clicks (all)', es: 'Clics (todos)', pt: 'Cliques (todos)' }),
    metric(
      'click_through_rate',
      {
        en: ['CTR (all)', 'CTR (link click-through rate)', 'CTR'],
        es: ['CTR (todos)', 'CTR (porcentaje de clics en el enlace)'],
        pt: ['CTR (todos)', 'CTR (taxa de cliques no link)'],
      },
      { unit: 'percent' },
    ),
    metric('leads', { en: 'Leads', es: 'Clientes potenciales', pt: ['Leads', 'Cadastros'] }),
    metric('new_followers', { es: 'Seguidores de Instagram', en: 'Instagram follows' }),
    metric(
      'cost_per_click',
      {
        en: ['CPC (all)', 'CPC (cost per link click)', 'CPC'],
        es: ['CPC (todos)', 'CPC (coste por clic en el enlace)', 'CPC (costo por clic en el enlace)'],
        pt: ['CPC (todos)', 'CPC (custo por clique no link)'],
      },
      { unit: 'money' },
    ),
    metric(
      'cost_per_thousand_impressions',
      {
        en: 'CPM (cost per 1,000 impressions)',
        es: [
          'CPM (coste por 1000 impresiones)',
          'CPM (costo por mil impresiones)',
          'CPM (costo por 1.000 impresiones)',
        ],
        pt: ['CPM (custo por 1.000 impressões)', 'CPM (custo por mil impressões)'],
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
        'Presupuesto del conjunto de anuncios',
        'Tipo de presupuesto del conjunto de anuncios',
        'Finalización',
        'Estado de la entrega',
      ],
      pt: [
        'Indicador de resultados',
        'Veiculação da campanha',
        'Orçamento do conjunto de anúncios',
        'Tipo de orçamento do conjunto de anúncios',
        'Configuração de atribuição',
        'Moeda',
        'Término',
        'Custo por 1.000 contas da Central de Contas alcançadas',
      ],
    }),
    ignored(
      'Ad delivery',
      'Ad set delivery',
      'Results (initial)',
      'Video plays at 25%',
      'Video plays at 50%',
      'Video plays at 75%',
      'Video plays at 100%',
      'Mobile app installs',
      'Desktop app installs',
      'Quality ranking',
      'Engagement rate ranking',
      'Conversion rate ranking',
    ),
  ],
  example: {
    file: 'Larkbed-Campaigns-Mar-1-2026-Mar-31-2026.csv',
    text: 'Campaign name,Campaign delivery,Results,Result indicator,Reach,Impressions,Cost per results,Amount spent (EUR),Reporting starts,Reporting ends\n,,30,,900,1500,0.5,15.5,2026-03-01,2026-03-31\nSpring,active,20,link_click,600,1000,0.5,10.25,2026-03-01,2026-03-31\nSale,inactive,10,link_click,400,500,0.525,5.25,2026-03-01,2026-03-31\n',
    sums: {
      ad_results: 30,
      impressions: 1500,
      ad_spend: 15.5,
      'ad_results/campaign': 30,
      'reach/campaign': 1000,
      'impressions/campaign': 1500,
      'cost_per_result/campaign': 1.025,
      'ad_spend/campaign': 15.5,
    },
    network: 'meta-ads',
    language: 'en',
  },
};

export const metaAds: readonly Signature[] = [ads];
