/**
 * Posts and videos of Meta Business Suite, Instagram and Facebook: one row a post, figures since publication.
 *
 * Dates are MM/DD/YYYY in every language; the column `Date` of a post says "Lifetime". Columns change order
 * and number between exports (a video report has some two hundred), and one Facebook header has "Views" twice: the
 * first counts.
 */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

const publish: readonly ColumnSpec[] = [
  column('id', {
    en: 'Post ID',
    es: ['Identificador de la publicación', 'ID de la publicación'],
    pt: ['Identificação do post', 'ID do post', 'Identificação da publicação'],
  }),
  column(
    'date',
    {
      en: ['Publish time', 'Published time'],
      es: ['Hora de publicación', 'Fecha y hora de publicación'],
      pt: ['Horário da publicação', 'Horário de publicação', 'Hora da publicação'],
    },
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
    pt: [
      'Duração (segundos)',
      'Duração (s)',
      'Comentário de dados',
      'Comentário dos dados',
      'Tipo de legenda',
      'É crosspost',
      'É publicação cruzada',
      'É compartilhamento',
      'Idiomas',
      'Rótulos personalizados',
      'Status do conteúdo financiado',
    ],
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
  others: [/./],
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
    metric('video_views', {
      en: ['Plays', 'Initial plays'],
      es: ['Reproducciones', 'Reproducciones iniciales'],
      pt: 'Reproduções',
    }),
    metric('saves', {
      en: 'Saves',
      es: ['Veces que se guardó', 'Guardados', 'Veces guardado'],
      pt: 'Salvamentos',
    }),
    metric('new_followers', { en: 'Follows', es: 'Seguimientos', pt: 'Seguimentos' }),
    metric('replies', { en: 'Replies', es: 'Respuestas', pt: 'Respostas' }),
    metric('profile_visits', { en: 'Profile visits', es: 'Visitas al perfil', pt: 'Visitas ao perfil' }),
    column('ignored', {
      en: ['Sticker taps', 'Navigation', 'Replays', 'Average watch time', 'Watch time'],
      es: ['Toques en stickers', 'Navegación', 'Reproducciones repetidas'],
      pt: ['Toques em figurinhas', 'Navegação'],
    }),
  ],
  example: {
    file: 'Mar-01-2026_Mar-31-2026_1019826950000000.csv',
    text: 'Post ID,Account ID,Account username,Account name,Description,"Duration (sec)","Publish time",Permalink,"Post type","Data comment",Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n17900000000000001,17841400000000001,larkbed,"Larkbed","Two\nlines",0,"03/04/2026 09:48",https://www.instagram.com/p/AAA/,"IG image",,Lifetime,52,37,3,0,1,2,4\n17900000000000002,17841400000000001,larkbed,"Larkbed","One line",12,"03/24/2026 18:00",https://www.instagram.com/p/BBB/,"IG reel",,Lifetime,90,60,8,1,,0,5\n',
    sums: { views: 142, reach: 97, likes: 11, shares: 1, new_followers: 1, comments: 2, saves: 9 },
    items: 2,
    network: 'instagram',
    language: 'en',
  },
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
    es: [
      'Reacciones, comentarios y veces que se compartió',
      'Reacciones, comentarios y contenido compartido',
    ],
    pt: 'Reações, comentários e compartilhamentos',
  }),
  metric('reactions', { en: 'Reactions', es: 'Reacciones', pt: 'Reações' }),
  metric('clicks', { en: 'Total clicks', es: 'Total de clics', pt: 'Total de cliques' }),
  metric('video_views', {
    en: '3-second video views',
    es: ['Reproducciones de video de 3 segundos', 'Reproducciones de vídeo de 3 segundos'],
    pt: 'Visualizações de vídeo de 3 segundos',
  }),
  metric(
    'watch_time',
    { en: 'Seconds viewed', es: 'Segundos reproducidos', pt: 'Segundos visualizados' },
    { unit: 'seconds' },
  ),
  metric(
    'average_view_duration',
    {
      en: 'Average Seconds viewed',
      es: ['Segundos en promedio reproducidos', 'Promedio de segundos reproducidos'],
      pt: 'Média de segundos visualizados',
    },
    { unit: 'seconds' },
  ),
  metric(
    'revenue',
    { en: ['Estimated earnings', 'Approximate earnings'], es: 'Ingresos estimados', pt: 'Ganhos estimados' },
    { unit: 'money' },
  ),
  metric('negative_feedback', {
    en: 'Negative feedback from users',
    es: 'Comentarios negativos de usuarios',
    pt: 'Feedback negativo dos usuários',
  }),
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
  others: [/./],
  columns: facebookColumns,
  example: {
    file: 'Mar-01-2026_Mar-31-2026_1019826950000001.csv',
    text: 'Identificador de la publicación,Identificador de la página,Nombre de la página,Título,Descripción,Duración (segundos),Hora de publicación,Enlace permanente,Tipo de publicación,Comentario sobre los datos,Fecha,Visualizaciones,Alcance,"Reacciones, comentarios y veces que se compartió",Reacciones,Comentarios,Veces que se compartió,Total de clics,Clics de otro tipo,Clics en el enlace\n122100000000000001,100090000000001,Larkbed,,Hola,0,"03/14/2026 09:48",https://www.facebook.com/1/posts/1,Fotos,,Total,80,61,9,6,2,1,7,3,4\n',
    sums: {
      views: 80,
      reach: 61,
      interactions: 9,
      reactions: 6,
      comments: 2,
      shares: 1,
      clicks: 7,
      link_clicks: 4,
    },
    items: 1,
    network: 'facebook',
    language: 'es',
  },
};

const facebookVideos: Signature = {
  platform: 'meta',
  report: 'facebook videos',
  kind: 'content',
  network: 'facebook',
  confidence: 'real',
  dateOrder: 'mdy',
  others: [/./],
  columns: [
    ...facebookColumns.filter((spec) => spec.role !== 'id'),
    column('id', 'Video asset ID', { ...must, ...telling }),
    column('ignored', 'Universal video ID', telling),
  ],
  example: {
    file: 'Mar-01-2026_Mar-31-2026_1019826950000002.csv',
    text: 'Video asset ID,Universal video ID,Page ID,Page name,Title,Duration (sec),Publish time,Custom labels,Data comment,Date,Reach,3-second video views,1-minute video views,Seconds viewed,Average Seconds viewed,Live viewers at the peak\n5001,6001,100090000000001,Larkbed,Beds,30,03/14/2026 09:48,,,Lifetime,61,40,5,900,15,0\n',
    sums: { reach: 61, video_views: 40, watch_time: 900, average_view_duration: 15 },
    items: 1,
    network: 'facebook',
    language: 'en',
  },
};

export const metaPosts: readonly Signature[] = [instagramPosts, facebookPosts, facebookVideos];
