/**
 * Metricool: an account by day, and lists of posts. Semicolons, DD/MM/YYYY, points between thousands; the network
 * stands in the file's name or nowhere.
 */
import { column, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const networks = {
  oneOf: ['instagram', 'facebook', 'tiktok', 'linkedin', 'x', 'youtube', 'threads', 'pinterest', 'twitch'],
} as const;

const account: Signature = {
  platform: 'metricool',
  report: 'account',
  kind: 'series',
  network: networks,
  confidence: 'fixture',
  dateOrder: 'dmy',
  cadence: 'day',
  columns: [
    column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must),
    metric('followers', { en: 'Followers', es: 'Seguidores', pt: 'Seguidores' }),
    metric(
      'new_followers',
      { en: 'Gained followers', es: 'Seguidores ganados', pt: 'Seguidores ganhos' },
      { ...must, ...telling },
    ),
    metric(
      'lost_followers',
      { en: 'Lost followers', es: 'Seguidores perdidos', pt: 'Seguidores perdidos' },
      { ...must, ...telling },
    ),
    metric('posts_published', { en: 'Posts', es: 'Publicaciones', pt: 'Publicações' }),
    metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }),
    metric('reach', { en: 'Reach', es: 'Alcance', pt: 'Alcance' }),
    metric('interactions', { en: 'Interactions', es: 'Interacciones', pt: 'Interações' }),
    metric('views', { en: 'Views', es: 'Visualizaciones', pt: 'Visualizações' }),
    metric('profile_visits', { en: 'Profile views', es: 'Visitas al perfil', pt: 'Visitas ao perfil' }),
    column('ignored', { en: ['Following', 'Engagement'], es: ['Siguiendo', 'Engagement'] }),
  ],
  example: {
    file: 'metricool-instagram.csv',
    text: `Date;Followers;Gained followers;Lost followers;Posts;Impressions;Reach;Interactions
13/10/2026;1.200;12;3;1;2.500;1.800;140
14/10/2026;1.207;9;2;0;1.100;900;60
`,
    sums: {
      followers: 2407,
      new_followers: 21,
      lost_followers: 5,
      posts_published: 1,
      impressions: 3600,
      reach: 2700,
      interactions: 200,
    },
    answers: { 'confirm:metricool:account': 'yes' },
    network: 'instagram',
    language: 'en',
  },
};

const posts: Signature = {
  platform: 'metricool',
  report: 'posts',
  kind: 'content',
  network: networks,
  confidence: 'memory',
  dateOrder: 'dmy',
  columns: [
    column('title', { en: 'Content', es: 'Contenido', pt: 'Conteúdo' }, must),
    column('link', { en: ['URL', 'Link'], es: ['URL', 'Enlace'], pt: ['URL', 'Link'] }, must),
    column('date', { en: ['Date', 'Timestamp'], es: 'Fecha', pt: 'Data' }, must),
    column('type', { en: 'Type', es: 'Tipo', pt: 'Tipo' }),
    metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }),
    metric('views', { en: 'Views', es: 'Visualizaciones', pt: 'Visualizações' }),
    metric('reach', { en: 'Reach', es: 'Alcance', pt: 'Alcance' }),
    metric('likes', { en: 'Likes', es: ['Likes', 'Me gusta'], pt: 'Curtidas' }),
    metric('reactions', { en: 'Reactions', es: 'Reacciones', pt: 'Reações' }),
    metric('comments', { en: 'Comments', es: 'Comentarios', pt: 'Comentários' }),
    metric('shares', { en: 'Shares', es: ['Compartidos', 'Veces compartido'], pt: 'Compartilhamentos' }),
    metric('saves', { en: ['Saved', 'Saves'], es: 'Guardados', pt: 'Salvos' }),
    metric('clicks', { en: 'Clicks', es: 'Clics', pt: 'Cliques' }),
    metric('interactions', { en: 'Interactions', es: 'Interacciones', pt: 'Interações' }, must),
    column('ignored', { en: 'Engagement', es: 'Engagement', pt: 'Engajamento' }, { ...must, ...telling }),
    column('ignored', { en: ['Image', 'Time', 'Hour'], es: ['Imagen', 'Hora'], pt: ['Imagem', 'Hora'] }),
  ],
  example: {
    file: 'publicaciones-instagram.csv',
    text: `Contenido;URL;Tipo;Fecha;Impresiones;Alcance;Likes;Guardados;Comentarios;Interacciones;Engagement
Ya huele a otoño;https://www.instagram.com/p/oto1/;Imagen;05/10/2026;1.500;1.200;90;12;8;110;9,17
Nueva carta;https://www.instagram.com/p/oto2/;Carrusel;21/10/2026;2.100;1.700;130;30;15;175;10,29
`,
    sums: {
      impressions: 3600,
      reach: 2900,
      likes: 220,
      saves: 42,
      comments: 23,
      interactions: 285,
    },
    items: 2,
    answers: { 'confirm:metricool:posts': 'yes' },
    network: 'instagram',
    language: 'es',
  },
};

export const metricool: readonly Signature[] = [account, posts];
