/** Places of a community's own: Discord, Slack, Discourse, Reddit, Pinterest. */
import type { ExportGuide } from './guide.ts';

export const community: readonly ExportGuide[] = [
  {
    id: 'discord-insights',
    place: 'Discord',
    name: { en: 'Server insights', es: 'Estadísticas del servidor' },
    address: 'discord.com/developers/servers',
    networks: ['discord'],
    reports: ['discord/*'],
    usual: true,
    steps: {
      en: [
        'Server settings > Server Insights > View in the developer portal',
        'Set the dates and Daily',
        'On each chart (growth, activation, engagement): the download arrow > CSV',
      ],
      es: [
        'Ajustes del servidor > Estadísticas del servidor > Ver en el portal de desarrolladores',
        'Fija las fechas y Diario',
        'En cada gráfico (crecimiento, activación, interacción): la flecha de descarga > CSV',
      ],
    },
    note: {
      en: 'From 500 members on, with the right to see insights. One file a chart: drop them all at once.',
      es: 'Desde 500 miembros y con permiso para ver estadísticas. Un archivo por gráfico: suéltalos todos a la vez.',
    },
  },
  {
    id: 'slack-analytics',
    place: 'Slack',
    name: { en: 'Workspace analytics', es: 'Análisis del espacio de trabajo' },
    address: '<workspace>.slack.com/stats',
    networks: ['slack'],
    reports: ['slack/*'],
    usual: true,
    steps: {
      en: [
        'Workspace name > Tools & settings > Analytics',
        'Overview, then Channels: set the dates',
        'Export CSV',
      ],
      es: [
        'Nombre del espacio > Herramientas y ajustes > Análisis',
        'Resumen, y después Canales: fija las fechas',
        'Exportar CSV',
      ],
    },
  },
  {
    id: 'discourse-reports',
    place: 'Discourse',
    name: { en: 'Admin reports', es: 'Informes de administración' },
    address: '<forum>/admin/reports',
    networks: ['discourse'],
    reports: ['discourse/*'],
    usual: true,
    steps: {
      en: [
        'Admin > Reports: open a report (Posts, Topics, Sign-ups…)',
        'Set the dates',
        'Export: the file comes as a message',
      ],
      es: [
        'Administración > Informes: abre uno (Publicaciones, Temas, Registros…)',
        'Fija las fechas',
        'Exportar: el archivo llega como mensaje',
      ],
    },
    note: {
      en: 'One file a report, zipped: keep its name, it says which report it is.',
      es: 'Un archivo por informe, comprimido: no cambies su nombre, dice qué informe es.',
    },
  },
  {
    id: 'reddit-data',
    place: 'Reddit',
    name: { en: 'The account’s posts and comments', es: 'Publicaciones y comentarios de la cuenta' },
    address: 'reddit.com/settings/data-request',
    networks: ['reddit'],
    reports: ['reddit/*'],
    steps: {
      en: [
        'Request your data: the range you need',
        'Wait for the message with the link (up to 30 days)',
        'Download the ZIP',
      ],
      es: [
        'Solicita tus datos: el periodo que necesitas',
        'Espera el mensaje con el enlace (hasta 30 días)',
        'Descarga el ZIP',
      ],
    },
    note: {
      en: 'Reddit exports no figures of a community: members and views are typed.',
      es: 'Reddit no exporta cifras de una comunidad: miembros y vistas se escriben.',
    },
  },
  {
    id: 'pinterest-analytics',
    place: 'Pinterest',
    name: { en: 'Analytics overview', es: 'Resumen de estadísticas' },
    address: 'analytics.pinterest.com',
    networks: ['pinterest'],
    reports: ['pinterest/*'],
    usual: true,
    steps: {
      en: ['Analytics > Overview', 'Set the dates', 'Export, at the top right > CSV'],
      es: ['Estadísticas > Resumen', 'Fija las fechas', 'Exportar, arriba a la derecha > CSV'],
    },
  },
];
