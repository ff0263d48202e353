/** Mailings: Mailchimp, Klaviyo, Substack. */
import type { ExportGuide } from './guide.ts';

export const mail: readonly ExportGuide[] = [
  {
    id: 'mailchimp-campaigns',
    place: 'Mailchimp',
    name: { en: 'Campaign reports', es: 'Informes de campañas' },
    address: 'mailchimp.com',
    networks: ['mail'],
    reports: ['mailchimp/*'],
    steps: {
      en: [
        'Analytics > Reports',
        'Export reports, or a single campaign: View report > Export',
        'Download the CSV',
      ],
      es: [
        'Analítica > Informes',
        'Exportar informes, o una sola campaña: Ver informe > Exportar',
        'Descarga el CSV',
      ],
    },
  },
  {
    id: 'klaviyo-reports',
    place: 'Klaviyo',
    name: { en: 'Campaigns and flows', es: 'Campañas y flujos' },
    address: 'klaviyo.com',
    networks: ['mail'],
    reports: ['klaviyo/*'],
    steps: {
      en: ['Analytics > Custom reports > Campaign (then Flow) performance', 'Set the dates', 'Export > CSV'],
      es: [
        'Analítica > Informes personalizados > Rendimiento de campañas (y de flujos)',
        'Fija las fechas',
        'Exportar > CSV',
      ],
    },
  },
  {
    id: 'substack-posts',
    place: 'Substack',
    name: { en: 'Posts', es: 'Entradas' },
    address: '<name>.substack.com/publish/stats',
    networks: ['mail'],
    reports: ['substack/*'],
    steps: {
      en: ['Dashboard > Stats > Posts', 'Download, above the table'],
      es: ['Panel > Estadísticas > Entradas', 'Descargar, encima de la tabla'],
    },
  },
];
