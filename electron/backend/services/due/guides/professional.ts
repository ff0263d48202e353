/** LinkedIn (pages, one's own profile, ads) and X. */
import type { ExportGuide } from './guide.ts';

const page = 'linkedin.com/company/<page>/admin/analytics';

export const professional: readonly ExportGuide[] = [
  {
    id: 'linkedin-content',
    place: 'LinkedIn',
    name: { en: 'Page: content', es: 'Página: contenido' },
    address: `${page}/updates`,
    networks: ['linkedin'],
    reports: ['linkedin/content metrics', 'linkedin/posts'],
    usual: true,
    steps: {
      en: [
        'On the page as an admin: Analytics > Content',
        'Export, at the top right',
        'Set the dates > Export',
      ],
      es: [
        'En la página, como administrador: Análisis > Contenido',
        'Exportar, arriba a la derecha',
        'Fija las fechas > Exportar',
      ],
    },
    note: { en: 'Up to 365 days a file.', es: 'Hasta 365 días por archivo.' },
  },
  {
    id: 'linkedin-followers',
    place: 'LinkedIn',
    name: { en: 'Page: followers', es: 'Página: seguidores' },
    address: `${page}/followers`,
    networks: ['linkedin'],
    reports: [
      'linkedin/new followers',
      'linkedin/followers by location',
      'linkedin/followers by job function',
      'linkedin/followers by seniority',
      'linkedin/followers by industry',
      'linkedin/followers by company size',
    ],
    usual: true,
    steps: {
      en: [
        'On the page as an admin: Analytics > Followers',
        'Export, at the top right',
        'Set the dates > Export',
      ],
      es: [
        'En la página, como administrador: Análisis > Seguidores',
        'Exportar, arriba a la derecha',
        'Fija las fechas > Exportar',
      ],
    },
  },
  {
    id: 'linkedin-visitors',
    place: 'LinkedIn',
    name: { en: 'Page: visitors', es: 'Página: visitantes' },
    address: `${page}/visitors`,
    networks: ['linkedin'],
    reports: [
      'linkedin/visitors',
      'linkedin/visitors by location',
      'linkedin/visitors by job function',
      'linkedin/visitors by seniority',
      'linkedin/visitors by industry',
      'linkedin/visitors by company size',
    ],
    steps: {
      en: [
        'On the page as an admin: Analytics > Visitors',
        'Export, at the top right',
        'Set the dates > Export',
      ],
      es: [
        'En la página, como administrador: Análisis > Visitantes',
        'Exportar, arriba a la derecha',
        'Fija las fechas > Exportar',
      ],
    },
  },
  {
    id: 'linkedin-competitors',
    place: 'LinkedIn',
    name: { en: 'Page: competitors', es: 'Página: competidores' },
    address: `${page}/competitors`,
    networks: ['linkedin'],
    reports: ['linkedin/competitors'],
    steps: {
      en: ['On the page as an admin: Analytics > Competitors', 'Set the dates', 'Export, at the top right'],
      es: [
        'En la página, como administrador: Análisis > Competidores',
        'Fija las fechas',
        'Exportar, arriba a la derecha',
      ],
    },
  },
  {
    id: 'linkedin-creator',
    place: 'LinkedIn',
    name: { en: 'One’s own profile', es: 'Perfil propio' },
    address: 'linkedin.com/analytics/creator/content',
    networks: ['linkedin'],
    reports: ['linkedin-creator/*'],
    steps: {
      en: ['On the profile: Analytics > Post impressions', 'Set the dates', 'Export, at the top right'],
      es: [
        'En el perfil: Análisis > Impresiones de publicaciones',
        'Fija las fechas',
        'Exportar, arriba a la derecha',
      ],
    },
  },
  {
    id: 'linkedin-ads',
    place: 'LinkedIn Campaign Manager',
    name: { en: 'Campaigns by day', es: 'Campañas por día' },
    address: 'linkedin.com/campaignmanager',
    networks: ['linkedin-ads'],
    reports: ['linkedin-ads/*'],
    usual: true,
    steps: {
      en: [
        'Choose the client’s account and the dates',
        'Export > Campaign performance',
        'Time breakdown: Daily > Export',
      ],
      es: [
        'Elige la cuenta del cliente y las fechas',
        'Exportar > Rendimiento de las campañas',
        'Desglose temporal: Diario > Exportar',
      ],
    },
  },
  {
    id: 'x-overview',
    place: 'X',
    name: { en: 'Account overview', es: 'Resumen de la cuenta' },
    address: 'x.com/i/account_analytics',
    networks: ['x'],
    reports: ['x/account overview', 'x/video overview', 'x/by day (to 2023)'],
    usual: true,
    steps: {
      en: [
        'Premium > Analytics > Overview',
        'Set the dates',
        'The download arrow at the top right of the chart',
      ],
      es: [
        'Premium > Analíticas > Resumen',
        'Fija las fechas',
        'La flecha de descarga arriba a la derecha del gráfico',
      ],
    },
    note: { en: 'Takes X Premium on that account.', es: 'Requiere X Premium en esa cuenta.' },
  },
  {
    id: 'x-content',
    place: 'X',
    name: { en: 'Content', es: 'Contenido' },
    address: 'x.com/i/account_analytics/content',
    networks: ['x'],
    reports: ['x/content', 'x/by tweet (to 2023)'],
    steps: {
      en: ['Premium > Analytics > Content', 'Set the dates', 'The download arrow at the top right'],
      es: [
        'Premium > Analíticas > Contenido',
        'Fija las fechas',
        'La flecha de descarga arriba a la derecha',
      ],
    },
    note: { en: 'Takes X Premium on that account.', es: 'Requiere X Premium en esa cuenta.' },
  },
];
