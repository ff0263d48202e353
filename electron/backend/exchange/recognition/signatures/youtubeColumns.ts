/**
 * What a person may choose in YouTube Studio's advanced mode: metrics and dimensions, in three languages (Spanish in
 * the wording of Spain and of Latin America).
 */
import { column, metric, telling } from '../reports/signature.ts';
import type { ColumnSpec, Names } from '../reports/signature.ts';

export const youtubeMetrics: readonly ColumnSpec[] = [
  metric('video_views', { en: 'Views', es: ['Visualizaciones', 'Vistas'], pt: 'Visualizações' }),
  // The stricter count beside the views, by its own key: an export may hold either, or both.
  metric(
    'engaged_views',
    {
      en: 'Engaged views',
      es: ['Visualizaciones con interacción', 'Vistas con interacción'],
      pt: 'Visualizações engajadas',
    },
    telling,
  ),
  metric(
    'watch_time',
    {
      en: 'Watch time (hours)',
      es: ['Tiempo de visualización (horas)', 'Tiempo de reproducción (horas)'],
      pt: ['Tempo de exibição (horas)', 'Tempo de visualização (horas)'],
    },
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
        'Duración media de visualización',
        'Duración promedio de las visualizaciones',
      ],
      pt: ['Duração média da visualização', 'Duração média das visualizações'],
    },
    { unit: 'clock', ...telling },
  ),
  // Called after the thumbnails since 2026.
  metric('impressions', {
    en: ['Impressions', 'Thumbnail impressions'],
    es: ['Impresiones', 'Impresiones de la miniatura', 'Impresiones de miniaturas'],
    pt: ['Impressões', 'Impressões da miniatura', 'Impressões de miniaturas'],
  }),
  metric(
    'impressions_click_through_rate',
    {
      en: ['Impressions click-through rate (%)', 'Thumbnail click-through rate (%)'],
      es: [
        'Porcentaje de clics de las impresiones (%)',
        'Tasa de clics de las impresiones (%)',
        'Porcentaje de clics de impresiones (%)',
        'Tasa de clics de impresiones (%)',
      ],
      pt: ['Taxa de cliques de impressões (%)', 'Taxa de cliques das impressões (%)'],
    },
    { unit: 'percent', ...telling },
  ),
  metric('viewers', {
    en: 'Unique viewers',
    es: ['Espectadores únicos', 'Usuarios únicos'],
    pt: 'Espectadores únicos',
  }),
  metric('new_viewers', {
    en: 'New viewers',
    es: ['Espectadores nuevos', 'Nuevos espectadores'],
    pt: ['Novos espectadores', 'Espectadores novos'],
  }),
  metric('returning_viewers', {
    en: 'Returning viewers',
    es: ['Espectadores recurrentes', 'Usuarios recurrentes'],
    pt: 'Espectadores recorrentes',
  }),
  metric('new_subscribers', { en: 'Subscribers', es: 'Suscriptores', pt: ['Inscritos', 'Subscritores'] }),
  metric(
    'subscribers_gained',
    {
      en: 'Subscribers gained',
      es: ['Suscriptores obtenidos', 'Suscriptores ganados', 'Suscriptores conseguidos'],
      pt: ['Inscritos ganhos', 'Novos inscritos', 'Inscrições obtidas'],
    },
    telling,
  ),
  metric(
    'average_percentage_viewed',
    {
      en: 'Average percentage viewed (%)',
      es: [
        'Porcentaje medio visto (%)',
        'Porcentaje medio reproducido (%)',
        'Porcentaje promedio reproducido (%)',
        'Porcentaje promedio visto (%)',
      ],
      pt: ['Porcentagem visualizada média (%)', 'Porcentagem média visualizada (%)'],
    },
    { unit: 'percent', ...telling },
  ),
  metric(
    'lost_subscribers',
    { en: 'Subscribers lost', es: 'Suscriptores perdidos', pt: 'Inscritos perdidos' },
    telling,
  ),
  metric('likes', { en: 'Likes', es: 'Me gusta', pt: ['Marcações "Gostei"', 'Gostei'] }),
  metric('dislikes', { en: 'Dislikes', es: 'No me gusta', pt: ['Marcações "Não gostei"', 'Não gostei'] }),
  metric(
    'comments',
    {
      en: 'Comments added',
      es: ['Comentarios añadidos', 'Comentarios agregados'],
      pt: 'Comentários adicionados',
    },
    telling,
  ),
  // Bare, as any sheet of anybody's own calls it: no proof of anything.
  metric('comments', { pt: 'Comentários' }),
  metric('shares', {
    en: 'Shares',
    es: ['Elementos compartidos', 'Veces compartido', 'Contenido compartido', 'Veces que se ha compartido'],
    pt: 'Compartilhamentos',
  }),
  metric(
    'revenue',
    {
      en: ['Estimated revenue', 'Your estimated revenue'],
      es: ['Ingresos estimados', 'Tus ingresos estimados'],
      pt: ['Receita estimada', 'Sua receita estimada'],
    },
    { unit: 'money' },
  ),
  metric(
    'audience_share',
    { en: 'Views (%)', es: ['Visualizaciones (%)', 'Vistas (%)'], pt: 'Visualizações (%)' },
    { unit: 'percent' },
  ),
  column('ignored', {
    en: [
      'Average views per viewer',
      'Likes (vs. dislikes) (%)',
      'Watch time (hours) (%)',
      'Stayed to watch (%)',
      'Unique reach',
      'Casual viewers',
      'Regular viewers',
      'Post subscribers',
      'Clicks per end screen element shown (%)',
      'End screen elements shown',
      'End screen element clicks',
      'RPM (USD)',
      'Videos published',
      'Hypes',
      'Hype points',
    ],
    es: ['Promedio de visualizaciones por espectador', 'Me gusta (frente a no me gusta) (%)'],
  }),
];

/** Dimensions of a table of the advanced mode. */
export const youtubeDimensions: readonly (readonly [string, Names])[] = [
  [
    'age',
    {
      en: 'Viewer age',
      es: ['Edad del espectador', 'Edad de los espectadores', 'Edad del usuario'],
      pt: 'Idade do espectador',
    },
  ],
  [
    'gender',
    {
      en: 'Viewer gender',
      es: ['Sexo del espectador', 'Género del espectador', 'Sexo del usuario'],
      pt: 'Gênero do espectador',
    },
  ],
  [
    'country',
    {
      en: 'Geography',
      es: ['Geografía', 'Ubicación geográfica', 'Zona geográfica'],
      pt: ['Região geográfica', 'Geografia', 'Localização geográfica'],
    },
  ],
  [
    'subscription_status',
    {
      en: 'Subscription status',
      es: ['Estado de la suscripción', 'Estado de suscripción'],
      pt: ['Status da inscrição', 'Status de inscrição'],
    },
  ],
  [
    'source',
    {
      en: 'Traffic source',
      es: ['Fuente de tráfico', 'Fuente del tráfico'],
      pt: ['Origem do tráfego', 'Origem de tráfego', 'Fonte de tráfego'],
    },
  ],
  ['device', { en: 'Device type', es: 'Tipo de dispositivo', pt: 'Tipo de dispositivo' }],
  ['operating_system', { en: 'Operating system', es: 'Sistema operativo', pt: 'Sistema operacional' }],
  ['content_type', { en: 'Content type', es: 'Tipo de contenido', pt: 'Tipo de conteúdo' }],
  [
    'new_and_returning',
    {
      en: ['New and returning viewers', 'Viewer type'],
      es: ['Espectadores nuevos y recurrentes', 'Usuarios nuevos y recurrentes'],
      pt: 'Espectadores novos e recorrentes',
    },
  ],
  ['youtube_product', { en: 'YouTube product', es: 'Producto de YouTube', pt: 'Produto do YouTube' }],
  [
    'playback_location',
    {
      en: 'Playback location',
      es: ['Ubicación de reproducción', 'Lugar de reproducción'],
      pt: 'Local de reprodução',
    },
  ],
  ['subtitles', { en: 'Subtitles and CC', es: 'Subtítulos', pt: 'Legendas' }],
  ['playlist', { en: 'Playlist', es: ['Lista de reproducción', 'Lista'], pt: 'Playlist' }],
  [
    'sharing_service',
    { en: 'Sharing service', es: 'Servicio para compartir', pt: 'Serviço de compartilhamento' },
  ],
  ['card', { en: ['Card', 'Card type'], es: ['Tarjeta', 'Tipo de tarjeta'] }],
  ['end_screen', { en: ['End screen element', 'End screen element type'] }],
];
