/** Meta: Business Suite for Facebook and Instagram, the ads manager, groups. */
import type { ExportGuide } from './guide.ts';

export const meta: readonly ExportGuide[] = [
  {
    id: 'meta-content',
    place: 'Meta Business Suite',
    name: { en: 'Content', es: 'Contenido' },
    address: 'business.facebook.com/latest/insights',
    networks: ['instagram', 'facebook'],
    reports: ['meta/instagram posts', 'meta/facebook posts', 'meta/facebook videos'],
    usual: true,
    steps: {
      en: [
        'Choose the client’s account at the top left',
        'Insights > Content',
        'Set the dates at the top right: whole months',
        'Export data > Posts (then again for Videos and Stories) > Generate, and download the CSV',
      ],
      es: [
        'Elige la cuenta del cliente arriba a la izquierda',
        'Estadísticas > Contenido',
        'Fija las fechas arriba a la derecha: meses enteros',
        'Exportar datos > Publicaciones (y otra vez para Vídeos e Historias) > Generar, y descarga el CSV',
      ],
    },
    note: {
      en: 'Stories are kept for a short time only: export them every month.',
      es: 'Las historias se guardan poco tiempo: expórtalas cada mes.',
    },
  },
  {
    id: 'meta-results',
    place: 'Meta Business Suite',
    name: { en: 'Results by day', es: 'Resultados por día' },
    address: 'business.facebook.com/latest/insights/results',
    networks: ['instagram', 'facebook'],
    reports: ['meta/daily metric'],
    usual: true,
    steps: {
      en: [
        'Choose the client’s account at the top left',
        'Insights > Results, and set the dates',
        'On each chart (views, reach, interactions, link clicks, visits, follows): Export > CSV',
      ],
      es: [
        'Elige la cuenta del cliente arriba a la izquierda',
        'Estadísticas > Resultados, y fija las fechas',
        'En cada gráfico (visualizaciones, alcance, interacciones, clics en el enlace, visitas, seguidores): Exportar > CSV',
      ],
    },
    note: {
      en: 'One file a chart; Facebook and Instagram apart. Drop them all at once.',
      es: 'Un archivo por gráfico; Facebook e Instagram por separado. Suéltalos todos a la vez.',
    },
  },
  {
    id: 'meta-audience',
    place: 'Meta Business Suite',
    name: { en: 'Audience', es: 'Público' },
    address: 'business.facebook.com/latest/insights/people',
    networks: ['instagram', 'facebook'],
    reports: ['meta/audience', 'meta/content formats'],
    steps: {
      en: [
        'Choose the client’s account at the top left',
        'Insights > Audience > Demographics',
        'Export > CSV; change between Facebook and Instagram and export again',
      ],
      es: [
        'Elige la cuenta del cliente arriba a la izquierda',
        'Estadísticas > Público > Datos demográficos',
        'Exportar > CSV; cambia entre Facebook e Instagram y exporta otra vez',
      ],
    },
    note: {
      en: 'It tells of the day of the download: take it on the same day of each month.',
      es: 'Dice cómo está el día de la descarga: sácalo el mismo día de cada mes.',
    },
  },
  {
    id: 'meta-ads',
    place: 'Meta Ads Manager',
    name: { en: 'Campaigns by day', es: 'Campañas por día' },
    address: 'adsmanager.facebook.com',
    networks: ['meta-ads'],
    reports: ['meta-ads/*'],
    usual: true,
    steps: {
      en: [
        'Choose the client’s ad account and the dates',
        'Breakdown > By time > Day',
        'Reports > Export table data > CSV',
      ],
      es: [
        'Elige la cuenta publicitaria del cliente y las fechas',
        'Desglose > Por tiempo > Día',
        'Informes > Exportar datos de la tabla > CSV',
      ],
    },
  },
  {
    id: 'facebook-insights',
    place: 'Facebook',
    name: { en: 'Page and posts, old layout', es: 'Página y publicaciones, formato antiguo' },
    address: 'facebook.com/<page>/insights',
    networks: ['facebook'],
    reports: ['facebook-insights/*'],
    steps: {
      en: [
        'On the page: Insights > Overview',
        'Export data > Page data or Post data',
        'Set the dates > Export data',
      ],
      es: [
        'En la página: Estadísticas > Información general',
        'Exportar datos > Datos de la página o de las publicaciones',
        'Fija las fechas > Exportar datos',
      ],
    },
    note: {
      en: 'Meta no longer offers it on most pages: Business Suite has taken its place.',
      es: 'Meta ya no lo ofrece en la mayoría de páginas: lo sustituye Business Suite.',
    },
  },
  {
    id: 'facebook-group',
    place: 'Facebook',
    name: { en: 'Group details', es: 'Detalles del grupo' },
    address: 'facebook.com/groups/<group>/insights',
    networks: ['facebook-group'],
    reports: ['facebook-group/*'],
    usual: true,
    steps: {
      en: ['In the group: Insights > Growth or Engagement', 'Set the dates', 'Download details'],
      es: ['En el grupo: Estadísticas > Crecimiento o Interacción', 'Fija las fechas', 'Descargar detalles'],
    },
    note: {
      en: 'Only admins of the group see it.',
      es: 'Solo lo ven los administradores del grupo.',
    },
  },
];
