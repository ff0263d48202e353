/**
 * LinkedIn: company page workbooks (visitors, followers, updates, content) and the creator's workbook.
 *
 * Dates are MM/DD/YYYY text in every language, posts' "Created date" turned up as bare serials. Rates are
 * fractions. "Shares" became "Reposts": one KPI. "Total followers" of New followers is that day's new ones.
 */
import { column, dimension, ignored, metric, must, part, telling } from '../reports/signature.ts';
import type { ColumnSpec, Names, Signature } from '../reports/signature.ts';
import { linkedinCreator } from './linkedinCreator.ts';

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

/** The totals of the page in other languages, whose wording has changed more than once. */
const visitorTotals: Readonly<Record<string, Names>> = {
  page_views: {
    es: [
      'Total de visualizaciones de la página (total)',
      'Total de visualizaciones de página (total)',
      'Visualizaciones totales de la página (total)',
      'Visualizaciones de página totales (total)',
      'Visualizaciones totales de páginas (total)',
    ],
    pt: ['Total de visualizações da página (total)', 'Total de exibições da página (total)'],
  },
  unique_visitors: {
    es: [
      'Total de visitantes únicos (total)',
      'Visitantes únicos totales (total)',
      'Total de visitantes exclusivos (total)',
    ],
    pt: ['Total de visitantes únicos (total)', 'Total de visitantes exclusivos (total)'],
  },
};

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
        if (section === 'Total' && device === 'total')
          out.push(metric(kpi, { en: name, ...visitorTotals[kpi] }, { ...must, ...telling }));
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
  const header = [names['en'] ?? ''].flat()[0] ?? '';
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
      example: {
        file: `${header}.csv`,
        text: `${header},Total views\nOne,7\n2-10,3\n`,
        sums: { [`page_views/${name}`]: 10 },
        network: 'linkedin',
        language: 'en',
      },
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
      example: {
        file: `${header}.csv`,
        text: `${header},Total followers\nOne,70\n2-10,30\n`,
        sums: { [`followers/${name}`]: 100 },
        network: 'linkedin',
        language: 'en',
      },
    },
  ];
}

/** Figures of other pages, compared over a range that the first row states. */
const competitors: Signature = {
  ...common,
  report: 'competitors',
  kind: 'breakdown',
  confidence: 'documented',
  columns: [
    dimension('competitor', { en: 'Page', es: 'Página', pt: 'Página' }, must),
    metric(
      'followers',
      { en: 'Total Followers', es: ['Total de seguidores', 'Seguidores totales'], pt: 'Total de seguidores' },
      must,
    ),
    metric(
      'new_followers',
      { en: 'New Followers', es: ['Nuevos seguidores', 'Seguidores nuevos'], pt: 'Novos seguidores' },
      must,
    ),
    metric(
      'interactions',
      {
        en: ['Total post engagements', 'Total engagements', 'Total update engagements'],
        es: [
          'Total de interacciones en publicaciones',
          'Interacciones totales en publicaciones',
          'Total de interacciones',
        ],
        pt: 'Total de engajamentos nas publicações',
      },
      telling,
    ),
    metric(
      'posts_published',
      {
        en: ['Total posts', 'Total updates'],
        es: ['Total de publicaciones', 'Publicaciones totales'],
        pt: 'Total de publicações',
      },
      telling,
    ),
  ],
  example: {
    file: 'larkbed_competitor_analytics.csv',
    text: '"Dec 1, 2025 - Dec 31, 2025"\nPage,Total Followers,New Followers,Total post engagements,Total posts\nLarkbed,900,12,80,9\nAnother Bed,700,4,20,3\n',
    sums: {
      'followers/competitor': 1600,
      'new_followers/competitor': 16,
      'interactions/competitor': 100,
      'posts_published/competitor': 12,
    },
    network: 'linkedin',
    language: 'en',
  },
};

export const linkedin: readonly Signature[] = [
  competitors,
  {
    ...day,
    report: 'visitors',
    columns: [column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must), ...visitors()],
    others: [/visualizac|exibic|visitante|page view|unique visitor/],
    example: {
      file: 'larkbed_visitors.csv',
      text: 'Date,Overview page views (desktop),Overview page views (mobile),Overview page views (total),Overview unique visitors (desktop),Overview unique visitors (mobile),Overview unique visitors (total),Life page views (desktop),Life page views (mobile),Life page views (total),Life unique visitors (desktop),Life unique visitors (mobile),Life unique visitors (total),Jobs page views (desktop),Jobs page views (mobile),Jobs page views (total),Jobs unique visitors (desktop),Jobs unique visitors (mobile),Jobs unique visitors (total),Total page views (desktop),Total page views (mobile),Total page views (total),Total unique visitors (desktop),Total unique visitors (mobile),Total unique visitors (total)\n03/01/2026,5,2,7,3,1,4,0,0,0,0,0,0,1,0,1,1,0,1,6,2,8,4,1,5\n03/02/2026,10,4,14,6,2,8,0,0,0,0,0,0,2,0,2,2,0,2,12,4,16,8,2,10\n',
      sums: {
        page_views: 24,
        'page_views/page_section': 24,
        'page_views/device': 24,
        unique_visitors: 15,
        'unique_visitors/page_section': 15,
        'unique_visitors/device': 15,
      },
      network: 'linkedin',
      language: 'en',
    },
  },
  {
    ...day,
    report: 'content metrics',
    columns: content,
    example: {
      file: 'larkbed_content.csv',
      text: '"Aggregated organic and sponsored metrics for your posts, by day (UTC time). Metrics are updated every 24 hours.",,,\nDate,Impressions (organic),Impressions (sponsored),Impressions (total),Unique impressions (organic),Clicks (organic),Clicks (sponsored),Clicks (total),Reactions (organic),Reactions (sponsored),Reactions (total),Engagement rate (organic),Engagement rate (sponsored),Engagement rate (total)\n03/01/2026,90,10,100,70,4,1,5,2,0,2,0.05,0.1,0.07\n03/02/2026,50,0,50,40,1,0,1,1,0,1,0.04,,0.04\n',
      sums: {
        impressions: 150,
        'impressions/distribution': 150,
        reach: 110,
        clicks: 6,
        'clicks/distribution': 6,
        reactions: 3,
        'reactions/distribution': 3,
        engagement_rate: 0.11,
        'engagement_rate/distribution': 0.19,
      },
      network: 'linkedin',
      language: 'en',
    },
  },
  {
    ...common,
    report: 'posts',
    kind: 'content',
    columns: posts,
    example: {
      file: 'publicaciones.csv',
      text: 'Título de la publicación,Enlace de la publicación,Tipo de publicación,Nombre de la campaña,Anunciado por,Fecha de creación,Público,Impresiones,Visualizaciones,Clics,Porcentaje de clics,Recomendaciones,Comentarios,Veces compartido,Seguidores,Tasa de interacción,Tipo de contenido\nBuscamos almacén,https://www.linkedin.com/feed/update/urn:li:activity:7160000000000000001,Orgánico,,Ana Gil,03/14/2026,Todos los seguidores,400,,8,0.02,12,1,2,,0.06,Imagen\n',
      sums: {
        impressions: 400,
        clicks: 8,
        click_through_rate: 0.02,
        likes: 12,
        comments: 1,
        shares: 2,
        engagement_rate: 0.06,
      },
      items: 1,
      network: 'linkedin',
      language: 'es',
    },
  },
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
    example: {
      file: 'larkbed_followers.csv',
      text: 'Date,Sponsored followers,Organic followers,Auto-invited followers,Total followers\n03/01/2026,0,4,1,5\n03/02/2026,1,2,0,3\n',
      sums: { new_followers: 8, 'new_followers/distribution': 8 },
      network: 'linkedin',
      language: 'en',
    },
  },
  ...demographic('location', { en: 'Location', es: ['Ubicación', 'Localización'] }),
  ...demographic('job_function', { en: 'Job function', es: ['Función laboral', 'Función'] }),
  ...demographic('seniority', {
    en: 'Seniority',
    es: ['Nivel de responsabilidad', 'Nivel de experiencia', 'Antigüedad'],
  }),
  ...demographic('industry', { en: 'Industry', es: 'Sector' }),
  ...demographic('company_size', { en: 'Company size', es: ['Tamaño de la empresa', 'Tamaño de empresa'] }),
  ...linkedinCreator,
];
