/**
 * YouTube Studio, advanced mode: `Table data.csv` by any dimension, `Totals.csv`, `Chart data.csv`.
 *
 * Metric columns are chosen by the user; the first row of a table is its total, which the rows need not add
 * up to. "(%)" is bare, watch time is in hours, average view duration is a clock, subscribers may be negative.
 * Spanish has two dialects (Spain and Latin America), and month names stay English in both.
 */
import { column, dimension, ignored, metric, must, telling } from '../signature.ts';
import type { ColumnSpec, Names, Signature } from '../signature.ts';

const metrics: readonly ColumnSpec[] = [
  metric('video_views', { en: 'Views', es: ['Visualizaciones', 'Vistas'] }),
  // The stricter count beside the views, by its own key: an export may hold either, or both.
  metric(
    'engaged_views',
    { en: 'Engaged views', es: ['Visualizaciones con interacción', 'Vistas con interacción'] },
    telling,
  ),
  metric(
    'watch_time',
    { en: 'Watch time (hours)', es: ['Tiempo de visualización (horas)', 'Tiempo de reproducción (horas)'] },
    { unit: 'hours', ...telling },
  ),
  metric(
    'average_view_duration',
    {
      en: 'Average view duration',
      es: [
        'Duración media de las visualizaciones',
        'Duración promedio de vistas',
        'Duración promedio de las vistas',
      ],
    },
    { unit: 'clock', ...telling },
  ),
  metric('impressions', { en: 'Impressions', es: 'Impresiones' }),
  metric(
    'impressions_click_through_rate',
    {
      en: 'Impressions click-through rate (%)',
      es: ['Porcentaje de clics de las impresiones (%)', 'Tasa de clics de las impresiones (%)'],
    },
    { unit: 'percent', ...telling },
  ),
  metric('viewers', { en: 'Unique viewers', es: ['Espectadores únicos', 'Usuarios únicos'] }),
  metric('new_viewers', { en: 'New viewers', es: ['Espectadores nuevos', 'Nuevos espectadores'] }),
  metric('returning_viewers', {
    en: 'Returning viewers',
    es: ['Espectadores recurrentes', 'Usuarios recurrentes'],
  }),
  metric('new_subscribers', { en: 'Subscribers', es: 'Suscriptores' }),
  metric(
    'subscribers_gained',
    { en: 'Subscribers gained', es: ['Suscriptores obtenidos', 'Suscriptores ganados'] },
    telling,
  ),
  metric(
    'average_percentage_viewed',
    {
      en: 'Average percentage viewed (%)',
      es: ['Porcentaje medio visto (%)', 'Porcentaje promedio reproducido (%)'],
    },
    { unit: 'percent', ...telling },
  ),
  metric('lost_subscribers', { en: 'Subscribers lost', es: 'Suscriptores perdidos' }, telling),
  metric('likes', { en: 'Likes', es: 'Me gusta' }),
  metric('dislikes', { en: 'Dislikes', es: 'No me gusta' }),
  metric(
    'comments',
    { en: 'Comments added', es: ['Comentarios añadidos', 'Comentarios agregados'] },
    telling,
  ),
  metric('shares', {
    en: 'Shares',
    es: ['Elementos compartidos', 'Veces compartido', 'Contenido compartido'],
  }),
  metric('revenue', { en: 'Estimated revenue', es: 'Ingresos estimados' }, { unit: 'money' }),
  metric(
    'audience_share',
    { en: 'Views (%)', es: ['Visualizaciones (%)', 'Vistas (%)'] },
    { unit: 'percent' },
  ),
  column('ignored', {
    en: [
      'Average views per viewer',
      'Likes (vs. dislikes) (%)',
      'Watch time (hours) (%)',
      'Stayed to watch (%)',
      'RPM (USD)',
      'Videos published',
      'Hypes',
      'Hype points',
    ],
    es: ['Promedio de visualizaciones por espectador', 'Me gusta (frente a no me gusta) (%)'],
  }),
];

const video: readonly ColumnSpec[] = [
  column('title', { en: 'Video title', es: ['Título del vídeo', 'Título del video'] }, must),
  column(
    'date',
    {
      en: 'Video publish time',
      es: [
        'Hora de publicación del vídeo',
        'Tiempo de publicación del video',
        'Hora de publicación del video',
      ],
    },
    { ...must, ...telling },
  ),
  column('ignored', { en: 'Duration', es: 'Duración' }),
];

const common = { platform: 'youtube', network: 'youtube', confidence: 'real', percent: 'bare' } as const;
const siblings = [
  /table data/i,
  /chart data/i,
  /datos de la tabla/i,
  /datos del gr[aá]fico/i,
  /(^|\/)totals?\.csv$/i,
] as const;

function table(name: string, names: Names): Signature {
  return {
    ...common,
    report: `table by ${name.replaceAll('_', ' ')}`,
    kind: 'breakdown',
    plain: true,
    fileNames: [/table data|datos de la tabla/i],
    siblings,
    columns: [dimension(name, names, must), ignored('City name', 'Country', 'Playlist title'), ...metrics],
  };
}

export const youtube: readonly Signature[] = [
  {
    ...common,
    report: 'table by content',
    kind: 'content',
    columns: [
      column('id', { en: ['Content', 'Video'], es: ['Contenido', 'Vídeo', 'Video'] }, must),
      ...video,
      ...metrics,
    ],
  },
  {
    ...common,
    report: 'chart by content',
    kind: 'series',
    columns: [
      column('date', { en: 'Date', es: 'Fecha' }, must),
      dimension('video', { en: ['Content', 'Video'], es: ['Contenido', 'Vídeo', 'Video'] }, must),
      column('ignored', { en: 'Video title', es: ['Título del vídeo', 'Título del video'] }, must),
      column(
        'ignored',
        {
          en: 'Video publish time',
          es: [
            'Hora de publicación del vídeo',
            'Tiempo de publicación del video',
            'Hora de publicación del video',
          ],
        },
        { ...must, ...telling },
      ),
      column('ignored', { en: 'Duration', es: 'Duración' }),
      ...metrics,
    ],
  },
  {
    ...common,
    report: 'totals by day',
    kind: 'series',
    plain: true,
    fileNames: [/(^|[/_ -])totals?\b|(^|[/_ -])totales\b|table data|datos de la tabla/i],
    siblings,
    columns: [column('date', { en: 'Date', es: 'Fecha' }, must), ...metrics],
  },
  table('age', { en: 'Viewer age', es: ['Edad del espectador', 'Edad de los espectadores'] }),
  table('gender', { en: 'Viewer gender', es: ['Sexo del espectador', 'Género del espectador'] }),
  table('country', { en: 'Geography', es: ['Geografía', 'Ubicación geográfica'] }),
  {
    ...table('city_id', { en: 'Cities', es: 'Ciudades' }),
    report: 'table by city',
    columns: [
      column('ignored', { en: 'Cities', es: 'Ciudades' }, must),
      dimension('city', { en: 'City name', es: ['Nombre de la ciudad', 'Nombre de ciudad'] }, must),
      ...metrics,
    ],
  },
  table('subscription_status', {
    en: 'Subscription status',
    es: ['Estado de la suscripción', 'Estado de suscripción'],
  }),
  table('source', { en: 'Traffic source', es: ['Fuente de tráfico', 'Fuente del tráfico'] }),
  table('device', { en: 'Device type', es: 'Tipo de dispositivo' }),
  table('operating_system', { en: 'Operating system', es: 'Sistema operativo' }),
  table('content_type', { en: 'Content type', es: 'Tipo de contenido' }),
  table('new_and_returning', {
    en: ['New and returning viewers', 'Viewer type'],
    es: 'Espectadores nuevos y recurrentes',
  }),
];
