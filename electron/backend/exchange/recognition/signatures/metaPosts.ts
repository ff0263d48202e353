/**
 * Posts and videos of Meta Business Suite, Instagram and Facebook: one row a post, figures since publication.
 *
 * Dates are MM/DD/YYYY in every language; the column `Date` of a post says "Lifetime". Columns change order
 * and number between exports, and one Facebook header has "Views" twice: the first counts.
 */
import { column, ignored, metric, must, telling } from '../signature.ts';
import type { ColumnSpec, Signature } from '../signature.ts';

const publish: readonly ColumnSpec[] = [
  column('id', {
    en: 'Post ID',
    es: 'Identificador de la publicación',
    pt: ['Identificação do post', 'ID do post'],
  }),
  column(
    'date',
    { en: 'Publish time', es: 'Hora de publicación', pt: ['Horário da publicação', 'Horário de publicação'] },
    must,
  ),
  column('link', { en: 'Permalink', es: 'Enlace permanente', pt: 'Link permanente' }),
  column('type', { en: 'Post type', es: 'Tipo de publicación', pt: ['Tipo de post', 'Tipo de publicação'] }),
  column('title', { en: 'Title', es: 'Título', pt: 'Título' }),
  column('title', { en: 'Description', es: 'Descripción', pt: 'Descrição' }),
  column('ignored', {
    en: [
      'Duration (sec)',
      'Data comment',
      'Caption type',
      'Is crosspost',
      'Is share',
      'Languages',
      'Custom labels',
      'Funded content status',
      'IMPRESSION:UNIQUE_USERS',
    ],
    es: [
      'Duración (segundos)',
      'Comentario sobre los datos',
      'Tipo de subtítulo',
      'Es una publicación cruzada',
      'Es una publicación compartida',
      'Idiomas',
      'Etiquetas personalizadas',
      'Estado de contenido financiado',
    ],
    pt: ['Duração (segundos)', 'Comentário de dados'],
  }),
  // "Lifetime", or a day in story files: tells the total row of a post from its daily ones.
  column('total', { en: 'Date', es: 'Fecha', pt: 'Data' }),
  metric('views', { en: 'Views', es: 'Visualizaciones', pt: 'Visualizações' }),
  metric('reach', { en: 'Reach', es: 'Alcance', pt: 'Alcance' }),
  metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }),
  metric('comments', { en: 'Comments', es: 'Comentarios', pt: 'Comentários' }),
  metric('shares', {
    en: 'Shares',
    es: ['Veces que se compartió', 'Veces compartido'],
    pt: 'Compartilhamentos',
  }),
  metric('link_clicks', { en: 'Link Clicks', es: 'Clics en el enlace', pt: 'Cliques no link' }),
];

const instagramPosts: Signature = {
  platform: 'meta',
  report: 'instagram posts',
  kind: 'content',
  network: 'instagram',
  confidence: 'real',
  dateOrder: 'mdy',
  columns: [
    ...publish,
    column(
      'account',
      { en: 'Account ID', es: 'Identificador de la cuenta', pt: ['Identificação da conta', 'ID da conta'] },
      { ...must, ...telling },
    ),
    column(
      'accountName',
      { en: 'Account username', es: 'Nombre de usuario de la cuenta', pt: 'Nome de usuário da conta' },
      telling,
    ),
    column('ignored', { en: 'Account name', es: 'Nombre de la cuenta', pt: 'Nome da conta' }),
    metric('likes', { en: 'Likes', es: 'Me gusta', pt: 'Curtidas' }),
    metric('saves', { en: 'Saves', es: ['Veces que se guardó', 'Guardados'], pt: 'Salvamentos' }),
    metric('new_followers', { en: 'Follows', es: 'Seguimientos', pt: 'Seguimentos' }),
    metric('replies', { en: 'Replies', es: 'Respuestas', pt: 'Respostas' }),
    metric('profile_visits', { en: 'Profile visits', es: 'Visitas al perfil', pt: 'Visitas ao perfil' }),
    column('ignored', { en: ['Sticker taps', 'Navigation'], es: ['Toques en stickers', 'Navegación'] }),
  ],
};

const facebookColumns: readonly ColumnSpec[] = [
  ...publish,
  column(
    'account',
    { en: 'Page ID', es: 'Identificador de la página', pt: ['Identificação da Página', 'ID da Página'] },
    { ...must, ...telling },
  ),
  column('accountName', { en: 'Page name', es: 'Nombre de la página', pt: 'Nome da Página' }),
  metric('interactions', {
    en: 'Reactions, Comments and Shares',
    es: 'Reacciones, comentarios y veces que se compartió',
    pt: 'Reações, comentários e compartilhamentos',
  }),
  metric('reactions', { en: 'Reactions', es: 'Reacciones', pt: 'Reações' }),
  metric('clicks', { en: 'Total clicks', es: 'Total de clics', pt: 'Total de cliques' }),
  metric('video_views', {
    en: '3-second video views',
    es: ['Reproducciones de video de 3 segundos', 'Reproducciones de vídeo de 3 segundos'],
  }),
  metric('watch_time', { en: 'Seconds viewed', es: 'Segundos reproducidos' }, { unit: 'seconds' }),
  metric(
    'average_view_duration',
    { en: 'Average Seconds viewed', es: 'Segundos en promedio reproducidos' },
    { unit: 'seconds' },
  ),
  metric('revenue', { en: 'Estimated earnings', es: 'Ingresos estimados' }, { unit: 'money' }),
  metric('negative_feedback', { en: 'Negative feedback from users' }),
  ignored(
    'Other Clicks',
    'Matched Audience Targeting Consumption (Photo Click)',
    'Matched Audience Targeting Consumption (Video Click)',
    'Unique negative feedback from users',
    'Negative feedback from users: Hide all',
    'Reach from Organic posts',
    'Reach from Boosted posts',
    '1-minute video views',
    '3-Second viewers',
    '1-minute viewers',
    '3-second video views from Boosted posts',
    '3-second video views from Organic posts',
    'Ad impressions',
    'Ad CPM',
  ),
  column('ignored', {
    es: ['Clics de otro tipo', 'Consumo de segmentación del público coincidente (Photo Click)'],
  }),
];

const facebookPosts: Signature = {
  platform: 'meta',
  report: 'facebook posts',
  kind: 'content',
  network: 'facebook',
  confidence: 'real',
  dateOrder: 'mdy',
  columns: facebookColumns,
};

const facebookVideos: Signature = {
  platform: 'meta',
  report: 'facebook videos',
  kind: 'content',
  network: 'facebook',
  confidence: 'real',
  dateOrder: 'mdy',
  columns: [
    ...facebookColumns.filter((spec) => spec.role !== 'id'),
    column('id', 'Video asset ID', { ...must, ...telling }),
    column('ignored', 'Universal video ID', telling),
  ],
};

export const metaPosts: readonly Signature[] = [instagramPosts, facebookPosts, facebookVideos];
