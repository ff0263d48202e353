/** Google: Analytics, Search Console, Business Profile, Ads, Play. */
import type { ExportGuide } from './guide.ts';

export const google: readonly ExportGuide[] = [
  {
    id: 'ga4-report',
    place: 'Google Analytics',
    name: { en: 'Report by date', es: 'Informe por fecha' },
    address: 'analytics.google.com',
    networks: ['web'],
    reports: ['ga4/*'],
    usual: true,
    steps: {
      en: [
        'Explore > Free form: rows Date, values as your KPIs (users, sessions, key events…)',
        'Set the dates',
        'Export data, at the top right > CSV',
      ],
      es: [
        'Explorar > Formato libre: filas Fecha, valores como tus KPI (usuarios, sesiones, eventos clave…)',
        'Fija las fechas',
        'Exportar datos, arriba a la derecha > CSV',
      ],
    },
    note: {
      en: 'A saved exploration keeps its columns: next time only the dates change.',
      es: 'Una exploración guardada conserva sus columnas: la próxima vez solo cambian las fechas.',
    },
  },
  {
    id: 'search-console',
    place: 'Google Search Console',
    name: { en: 'Search results', es: 'Resultados de búsqueda' },
    address: 'search.google.com/search-console',
    networks: ['google-search'],
    reports: ['google-search-console/*'],
    usual: true,
    steps: {
      en: [
        'Performance > Search results',
        'Date: the month, as a custom range',
        'Export, at the top right > Download CSV',
      ],
      es: [
        'Rendimiento > Resultados de búsqueda',
        'Fecha: el mes, como intervalo personalizado',
        'Exportar, arriba a la derecha > Descargar CSV',
      ],
    },
    note: {
      en: 'It comes as a ZIP: drop the ZIP. The newest two or three days are not final.',
      es: 'Llega como ZIP: suelta el ZIP. Los dos o tres últimos días no son definitivos.',
    },
  },
  {
    id: 'google-business',
    place: 'Google Business Profile',
    name: { en: 'Performance', es: 'Rendimiento' },
    address: 'business.google.com/locations',
    networks: ['google-business'],
    reports: ['google-business-profile/*'],
    usual: true,
    steps: {
      en: [
        'Businesses: tick the client’s locations',
        'Actions > Performance (Insights)',
        'Choose the month > Download report',
      ],
      es: [
        'Negocios: marca las fichas del cliente',
        'Acciones > Rendimiento (Estadísticas)',
        'Elige el mes > Descargar informe',
      ],
    },
    note: {
      en: 'The file holds no date: the importer asks which month it is.',
      es: 'El archivo no lleva fecha: al importarlo se te pregunta de qué mes es.',
    },
  },
  {
    id: 'google-ads',
    place: 'Google Ads',
    name: { en: 'Campaigns by day', es: 'Campañas por día' },
    address: 'ads.google.com',
    networks: ['google-ads'],
    reports: ['google-ads/*'],
    usual: true,
    steps: {
      en: ['Campaigns > Campaigns, and set the dates', 'Segment > Time > Day', 'Download > .csv'],
      es: ['Campañas > Campañas, y fija las fechas', 'Segmentar > Tiempo > Día', 'Descargar > .csv'],
    },
  },
  {
    id: 'google-play',
    place: 'Google Play Console',
    name: { en: 'Reviews', es: 'Reseñas' },
    address: 'play.google.com/console',
    networks: ['reviews'],
    reports: ['google-play/*'],
    steps: {
      en: ['Download reports > Reviews', 'Choose the app and the month', 'Download the CSV'],
      es: ['Descargar informes > Reseñas', 'Elige la aplicación y el mes', 'Descarga el CSV'],
    },
  },
];
