/**
 * LinkedIn: company page workbooks (visitors, followers, updates, content) and the creator's workbook.
 *
 * Dates are MM/DD/YYYY text in every language, posts' "Created date" turned up as bare serials. Rates are
 * fractions. "Shares" became "Reposts": one KPI. "Total followers" of New followers is that day's new ones.
 */
import { column, dimension, ignored, metric, must, part, telling } from '../signature.ts';
import type { ColumnSpec, Names, Signature } from '../signature.ts';

const common = {
  platform: 'linkedin',
  network: 'linkedin',
  confidence: 'real',
  dateOrder: 'mdy',
  percent: 'fraction',
  serials: true,
} as const;
const day = { ...common, kind: 'series', cadence: 'day', provisional: 2 } as const;

const sections = ['Overview', 'Life', 'Jobs', 'Total'] as const;

function visitors(): ColumnSpec[] {
  const out: ColumnSpec[] = [];
  const counted: readonly (readonly [string, string])[] = [
    ['page views', 'page_views'],
    ['unique visitors', 'unique_visitors'],
  ];
  for (const section of sections) {
    for (const [words, kpi] of counted) {
      for (const device of ['desktop', 'mobile', 'total'] as const) {
        const name = `${section} ${words} (${device})`;
        if (section === 'Total' && device === 'total') out.push(metric(kpi, name, { ...must, ...telling }));
        else if (section === 'Total') out.push(part(kpi, 'device', device, name));
        else if (device === 'total') out.push(part(kpi, 'page_section', section.toLowerCase(), name));
        else out.push(ignored(name));
      }
    }
  }
  return out;
}

/** A metric of the content sheet with its organic and sponsored parts. */
function split(kpi: string, total: Names, organic: Names, sponsored: Names, options = {}): ColumnSpec[] {
  return [
    metric(kpi, total, options),
    part(kpi, 'distribution', 'organic', organic, options),
    part(kpi, 'distribution', 'sponsored', sponsored, options),
  ];
}

const content: readonly ColumnSpec[] = [
  column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must),
  ...split(
    'impressions',
    { en: 'Impressions (total)', es: ['Impresiones totales', 'Impresiones (totales)'] },
    { en: 'Impressions (organic)', es: 'Impresiones (orgánicas)' },
    { en: 'Impressions (sponsored)', es: 'Impresiones (patrocinadas)' },
    telling,
  ),
  metric('reach', { en: 'Unique impressions (organic)', es: 'Impresiones únicas (orgánicas)' }, telling),
  ...split(
    'clicks',
    { en: 'Clicks (total)', es: ['Clics (Totales)', 'Clics totales'] },
    { en: 'Clicks (organic)', es: 'Clics (orgánicos)' },
    { en: 'Clicks (sponsored)', es: 'Clics (patrocinados)' },
  ),
  // The organic column is called "generales" in Spanish.
  ...split(
    'reactions',
    { en: 'Reactions (total)', es: ['Reacciones (total)', 'Reacciones (totales)'] },
    { en: 'Reactions (organic)', es: ['Reacciones (generales)', 'Reacciones (orgánicas)'] },
    { en: 'Reactions (sponsored)', es: 'Reacciones (patrocinadas)' },
  ),
  ...split(
    'comments',
    { en: 'Comments (total)', es: ['Comentarios (totales)', 'Comentarios (total)'] },
    { en: 'Comments (organic)', es: 'Comentarios (orgánicos)' },
    { en: 'Comments (sponsored)', es: 'Comentarios (patrocinados)' },
  ),
  ...split(
    'shares',
    {
      en: ['Shares (total)', 'Reposts (total)'],
      es: ['Veces compartido (total)', 'Veces compartido (totales)'],
    },
    { en: ['Shares (organic)', 'Reposts (organic)'], es: 'Veces compartido (orgánico)' },
    { en: ['Shares (sponsored)', 'Reposts (sponsored)'], es: 'Veces compartido (patrocinado)' },
  ),
  ...split(
    'engagement_rate',
    { en: 'Engagement rate (total)', es: 'Tasa de interacción (total)' },
    { en: 'Engagement rate (organic)', es: 'Tasa de interacción (orgánica)' },
    { en: 'Engagement rate (sponsored)', es: 'Tasa de interacción (patrocinada)' },
    { unit: 'percent' },
  ),
];

const posts: readonly ColumnSpec[] = [
  column('title', { en: ['Post title', 'Update title'], es: 'Título de la publicación' }, must),
  column('link', { en: ['Post link', 'Update link'], es: 'Enlace de la publicación' }, must),
  column('type', { en: ['Content Type'], es: 'Tipo de contenido' }),
  column('ignored', {
    en: [
      'Post type',
      'Update type',
      'Campaign name',
      'Campaign start date',
      'Campaign end date',
      'Audience',
      'Offsite Views',
    ],
    es: [
      'Tipo de publicación',
      'Nombre de la campaña',
      'Fecha de inicio de campaña',
      'Fecha de finalización de campaña',
      'Público',
      'Visualizaciones fuera del sitio',
    ],
  }),
  column('personal', { en: 'Posted by', es: ['Anunciado por', 'Publicado por'] }, telling),
  column('date', { en: 'Created date', es: 'Fecha de creación' }, { ...must, ...telling }),
  metric('impressions', { en: 'Impressions', es: 'Impresiones' }),
  metric('video_views', { en: ['Views', 'Video views'], es: 'Visualizaciones' }),
  metric('clicks', { en: 'Clicks', es: 'Clics' }),
  metric(
    'click_through_rate',
    { en: 'Click through rate (CTR)', es: ['Porcentaje de clics', 'Porcentaje de clics (CTR)'] },
    { unit: 'percent', ...telling },
  ),
  metric('likes', { en: 'Likes', es: 'Recomendaciones' }),
  metric('comments', { en: 'Comments', es: 'Comentarios' }),
  metric('shares', { en: ['Shares', 'Reposts'], es: 'Veces compartido' }),
  metric('new_followers', { en: 'Follows', es: ['Seguidores', 'Seguimientos'] }),
  metric('engagement_rate', { en: 'Engagement rate', es: 'Tasa de interacción' }, { unit: 'percent' }),
];

function demographic(name: string, names: Names): Signature[] {
  return [
    {
      ...common,
      report: `visitors by ${name.replaceAll('_', ' ')}`,
      kind: 'breakdown',
      columns: [
        dimension(name, names, must),
        metric(
          'page_views',
          { en: 'Total views', es: ['Visualizaciones totales', 'Total de visualizaciones'] },
          { ...must, ...telling },
        ),
      ],
    },
    {
      ...common,
      report: `followers by ${name.replaceAll('_', ' ')}`,
      kind: 'breakdown',
      confidence: 'documented',
      columns: [
        dimension(name, names, must),
        metric(
          'followers',
          { en: 'Total followers', es: ['Total de seguidores', 'Seguidores totales'] },
          { ...must, ...telling },
        ),
      ],
    },
  ];
}

export const linkedin: readonly Signature[] = [
  { ...day, report: 'visitors', columns: [column('date', { en: 'Date', es: 'Fecha' }, must), ...visitors()] },
  { ...day, report: 'content metrics', columns: content },
  { ...common, report: 'posts', kind: 'content', columns: posts },
  {
    ...day,
    report: 'new followers',
    confidence: 'documented',
    columns: [
      column('date', { en: 'Date', es: 'Fecha' }, must),
      metric(
        'new_followers',
        { en: 'Total followers', es: ['Total de seguidores', 'Seguidores totales'] },
        must,
      ),
      part(
        'new_followers',
        'distribution',
        'sponsored',
        {
          en: 'Sponsored followers',
          es: ['Seguidores patrocinados', 'Seguidores por contenido patrocinado'],
        },
        telling,
      ),
      part(
        'new_followers',
        'distribution',
        'organic',
        { en: 'Organic followers', es: 'Seguidores orgánicos' },
        telling,
      ),
      part('new_followers', 'distribution', 'invited', {
        en: 'Auto-invited followers',
        es: ['Seguidores invitados automáticamente'],
      }),
    ],
  },
  ...demographic('location', { en: 'Location', es: ['Ubicación', 'Localización'] }),
  ...demographic('job_function', { en: 'Job function', es: ['Función laboral', 'Función'] }),
  ...demographic('seniority', {
    en: 'Seniority',
    es: ['Nivel de responsabilidad', 'Nivel de experiencia', 'Antigüedad'],
  }),
  ...demographic('industry', { en: 'Industry', es: 'Sector' }),
  ...demographic('company_size', { en: 'Company size', es: ['Tamaño de la empresa', 'Tamaño de empresa'] }),
  {
    ...common,
    platform: 'linkedin-creator',
    report: 'engagement',
    confidence: 'documented',
    kind: 'series',
    cadence: 'day',
    plain: true,
    titles: [/^engagement$/],
    siblings: [/^top post/, /^discovery$/, /demographic/],
    columns: [
      column('date', 'Date', must),
      metric('impressions', 'Impressions', must),
      metric('interactions', 'Engagements', must),
    ],
  },
  {
    ...common,
    platform: 'linkedin-creator',
    report: 'followers',
    confidence: 'documented',
    kind: 'series',
    cadence: 'day',
    plain: true,
    titles: [/^total follower on/, /^follower$/],
    siblings: [/^top post/, /^discovery$/, /demographic/],
    columns: [column('date', 'Date', must), metric('new_followers', 'New followers', must)],
  },
  {
    ...common,
    platform: 'linkedin-creator',
    report: 'top posts',
    confidence: 'documented',
    kind: 'content',
    columns: [
      column('link', 'Post URL', { ...must, ...telling }),
      column('date', 'Post publish date', { ...must, ...telling }),
      metric('interactions', 'Engagements'),
      metric('impressions', 'Impressions'),
    ],
  },
  {
    ...common,
    platform: 'linkedin-creator',
    report: 'demographics',
    confidence: 'documented',
    kind: 'breakdown',
    percent: 'bare',
    columns: [
      dimension('demographic', 'Top Demographics', { ...must, ...telling }),
      dimension('demographic_value', 'Value', must),
      metric('audience_share', 'Percentage', { ...must, unit: 'percent' }),
    ],
  },
];
