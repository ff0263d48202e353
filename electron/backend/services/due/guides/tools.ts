/** Tools that report on several networks: Sprout Social, Hootsuite, Buffer, Metricool, Brandwatch. */
import type { ExportGuide } from './guide.ts';

const social = [
  'instagram',
  'facebook',
  'tiktok',
  'linkedin',
  'x',
  'youtube',
  'threads',
  'pinterest',
  'twitch',
  'other',
];

export const tools: readonly ExportGuide[] = [
  {
    id: 'sprout-reports',
    place: 'Sprout Social',
    name: { en: 'Profile and post performance', es: 'Rendimiento de perfiles y publicaciones' },
    address: 'app.sproutsocial.com/reports',
    networks: social,
    reports: ['sprout/*'],
    steps: {
      en: [
        'Reports > Profile Performance, then Post Performance',
        'Choose the client’s profiles and the dates',
        'Share > CSV',
      ],
      es: [
        'Informes > Rendimiento de perfiles, y después de publicaciones',
        'Elige los perfiles del cliente y las fechas',
        'Compartir > CSV',
      ],
    },
  },
  {
    id: 'hootsuite-posts',
    place: 'Hootsuite',
    name: { en: 'Post performance', es: 'Rendimiento de publicaciones' },
    address: 'hootsuite.com/dashboard',
    networks: social,
    reports: ['hootsuite/*'],
    steps: {
      en: ['Analytics > Post performance', 'Choose the client’s accounts and the dates', 'Export > CSV'],
      es: [
        'Análisis > Rendimiento de las publicaciones',
        'Elige las cuentas del cliente y las fechas',
        'Exportar > CSV',
      ],
    },
  },
  {
    id: 'buffer-posts',
    place: 'Buffer',
    name: { en: 'Posts', es: 'Publicaciones' },
    address: 'analyze.buffer.com',
    networks: social,
    reports: ['buffer/*'],
    steps: {
      en: ['Analyze > the channel > Posts', 'Set the dates', 'Export as CSV'],
      es: ['Analizar > el canal > Publicaciones', 'Fija las fechas', 'Exportar como CSV'],
    },
  },
  {
    id: 'metricool-account',
    place: 'Metricool',
    name: { en: 'Evolution and posts', es: 'Evolución y publicaciones' },
    address: 'app.metricool.com',
    networks: social,
    reports: ['metricool/*'],
    steps: {
      en: [
        'Choose the client’s brand',
        'Analytics > the network, and set the dates',
        'Export CSV, on the chart and on the list of posts',
      ],
      es: [
        'Elige la marca del cliente',
        'Analíticas > la red, y fija las fechas',
        'Exportar CSV, en el gráfico y en la lista de publicaciones',
      ],
    },
  },
  {
    id: 'brandwatch-mentions',
    place: 'Brandwatch',
    name: { en: 'Mentions', es: 'Menciones' },
    address: 'app.brandwatch.com',
    networks: social,
    reports: ['brandwatch/*'],
    steps: {
      en: ['The dashboard > Mentions', 'Set the dates', 'Export > CSV'],
      es: ['El panel > Menciones', 'Fija las fechas', 'Exportar > CSV'],
    },
  },
];
