/** Places of video and streams: TikTok, YouTube, Twitch. */
import type { ExportGuide } from './guide.ts';

export const video: readonly ExportGuide[] = [
  {
    id: 'tiktok-overview',
    place: 'TikTok Studio',
    name: { en: 'Overview and followers', es: 'Resumen y seguidores' },
    address: 'tiktok.com/tiktokstudio/analytics',
    networks: ['tiktok'],
    reports: [
      'tiktok/overview',
      'tiktok/follower history',
      'tiktok/viewers',
      'tiktok/follower activity',
      'tiktok/follower gender',
      'tiktok/follower territories',
      'tiktok/business suite daily',
      'tiktok/business suite audience',
    ],
    usual: true,
    steps: {
      en: [
        'Analytics, on a computer',
        'Overview: set the dates > Download data > CSV',
        'The same on Viewers and Followers',
      ],
      es: [
        'Analíticas, en un ordenador',
        'Resumen: fija las fechas > Descargar datos > CSV',
        'Lo mismo en Espectadores y Seguidores',
      ],
    },
    note: {
      en: 'Up to 365 days a file. The newest two days are still corrected.',
      es: 'Hasta 365 días por archivo. Los dos últimos días aún se corrigen.',
    },
  },
  {
    id: 'tiktok-content',
    place: 'TikTok Studio',
    name: { en: 'Content', es: 'Contenido' },
    address: 'tiktok.com/tiktokstudio/analytics/content',
    networks: ['tiktok'],
    reports: ['tiktok/content', 'tiktok/business suite videos'],
    usual: true,
    steps: {
      en: ['Analytics > Content, on a computer', 'Set the dates', 'Download data > CSV'],
      es: ['Analíticas > Contenido, en un ordenador', 'Fija las fechas', 'Descargar datos > CSV'],
    },
  },
  {
    id: 'youtube-analytics',
    place: 'YouTube Studio',
    name: { en: 'Analytics, advanced mode', es: 'Analíticas, modo avanzado' },
    address: 'studio.youtube.com',
    networks: ['youtube'],
    reports: ['youtube/*'],
    usual: true,
    steps: {
      en: [
        'Analytics > Advanced mode (See more)',
        'Set the dates, and Day below the chart',
        'Choose Content (or Traffic source, Geography, Age…) at the top',
        'The arrow at the top right > Comma-separated values (.csv)',
      ],
      es: [
        'Analíticas > Modo avanzado (Ver más)',
        'Fija las fechas, y Día bajo el gráfico',
        'Elige Contenido (o Fuente de tráfico, Geografía, Edad…) arriba',
        'La flecha de arriba a la derecha > Valores separados por comas (.csv)',
      ],
    },
    note: {
      en: 'It comes as a ZIP of three files: drop the ZIP. Figures of the newest two days may be missing.',
      es: 'Llega como ZIP con tres archivos: suelta el ZIP. Pueden faltar los dos últimos días.',
    },
  },
  {
    id: 'twitch-analytics',
    place: 'Twitch',
    name: { en: 'Channel analytics', es: 'Estadísticas del canal' },
    address: 'dashboard.twitch.tv/analytics',
    networks: ['twitch'],
    reports: ['twitch/*'],
    usual: true,
    steps: {
      en: ['Creator Dashboard > Analytics > Channel Analytics', 'Set the dates', 'Export to CSV'],
      es: [
        'Panel de control del creador > Estadísticas > Estadísticas del canal',
        'Fija las fechas',
        'Exportar a CSV',
      ],
    },
  },
];
