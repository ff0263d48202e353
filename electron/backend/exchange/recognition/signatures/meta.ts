/**
 * Meta Business Suite: daily metrics (one a file), audience, content formats; posts in `metaPosts.ts`.
 *
 * The daily file's title alone says what it counts, and often not on which network.
 */
import { column, dimension, metric, must, telling } from '../signature.ts';
import type { Signature } from '../signature.ts';
import { metaPosts } from './metaPosts.ts';

const either = { oneOf: ['instagram', 'facebook'] } as const;

const daily: Signature = {
  platform: 'meta',
  report: 'daily metric',
  kind: 'series',
  network: either,
  confidence: 'real',
  cadence: 'day',
  provisional: 2,
  absentMeansZero: ['new_followers', 'lost_followers'],
  columns: [
    column('date', { en: 'Date', es: 'Fecha', pt: 'Data', fr: 'Date', it: 'Data', de: 'Datum' }, must),
    column('metric', { en: 'Primary', es: 'Principal' }, { ...must, ...telling }),
    column('ignored', { en: ['content_monetization', 'stars', 'subscriptions'] }),
  ],
  titleMetrics: [
    { kpi: 'reach', names: { en: ['Reach', 'Accounts reached'], es: 'Alcance', pt: 'Alcance' } },
    { kpi: 'views', names: { en: 'Views', es: 'Visualizaciones', pt: 'Visualizações' } },
    {
      kpi: 'viewers',
      names: {
        en: 'Viewers',
        es: ['Espectadores', 'Personas que vieron'],
        pt: ['Visualizadores', 'Espectadores'],
      },
    },
    { kpi: 'impressions', names: { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' } },
    {
      kpi: 'interactions',
      names: {
        en: ['Content interactions', 'Interactions'],
        es: ['Interacciones con el contenido', 'Interacciones'],
        pt: ['Interações com o conteúdo', 'Interações'],
      },
    },
    {
      kpi: 'link_clicks',
      names: {
        en: 'Link clicks',
        es: ['Clics en el enlace', 'Clics en enlaces'],
        pt: ['Cliques no link', 'Cliques em links'],
      },
    },
    {
      kpi: 'profile_visits',
      names: {
        en: 'Profile visits',
        es: ['Visitas al perfil', 'Visitas del perfil'],
        pt: 'Visitas ao perfil',
      },
    },
    {
      kpi: 'visits',
      kpiOn: { instagram: 'profile_visits' },
      names: {
        en: ['Visits', 'Page visits', 'Page and profile visits'],
        es: ['Visitas', 'Visitas a la página'],
        pt: ['Visitas', 'Visitas à Página'],
      },
    },
    {
      kpi: 'new_followers',
      names: {
        en: ['Follows', 'New follows', 'New followers', 'New likes and follows', 'New Page likes'],
        es: ['Seguidores', 'Seguimientos', 'Nuevos seguidores'],
        pt: ['Seguidores', 'Novos seguidores'],
      },
    },
    { kpi: 'lost_followers', names: { en: 'Unfollows', es: 'Dejaron de seguir', pt: 'Deixaram de seguir' } },
    {
      kpi: 'net_follower_growth',
      names: { en: ['Net follows', 'Net follower growth'], es: 'Seguidores netos' },
    },
    {
      kpi: 'watch_time',
      unit: 'seconds',
      names: { en: ['Watch time', 'View time'], es: 'Tiempo de visualización' },
    },
    {
      kpi: 'video_views',
      names: { en: ['3-second views', '3-second video views'], es: 'Reproducciones de 3 segundos' },
    },
    { kpi: 'posts_published', names: { en: 'Published content', es: 'Contenido publicado' } },
  ],
};

const audience: Signature = {
  platform: 'meta',
  report: 'audience',
  kind: 'audience',
  network: either,
  confidence: 'real',
  percent: 'bare',
  columns: [
    dimension('age_gender', {
      en: ['Women', 'Men', '18-24', '25-34'],
      es: ['Mujeres', 'Hombres'],
      pt: ['Mulheres', 'Homens'],
    }),
    metric('audience_share', { en: 'Value', es: 'Valor', pt: 'Valor' }, { unit: 'percent' }),
  ],
  titleDimensions: [
    {
      dimension: 'age_gender',
      names: {
        en: ['Age & gender', 'Followers by gender and age', 'Gender and age'],
        es: ['Edad y sexo', 'Edad y género', 'Seguidores por sexo y edad'],
        pt: ['Faixa etária e gênero', 'Idade e gênero'],
      },
    },
    {
      dimension: 'city',
      names: {
        en: ['Top cities', 'Top towns/cities', 'Followers by top cities', 'Cities'],
        es: ['Principales ciudades', 'Ciudades principales'],
        pt: ['Principais cidades'],
      },
    },
    {
      dimension: 'country',
      names: {
        en: ['Top countries', 'Followers by top countries', 'Countries'],
        es: ['Principales países', 'Países principales'],
        pt: ['Principais países'],
      },
    },
    { dimension: 'page', names: { en: 'Top pages', es: 'Principales páginas', pt: 'Principais Páginas' } },
  ],
};

/** Cards of the content overview: a title that names a metric, kinds of post under it, their figures below. */
const formats: Signature = {
  platform: 'meta',
  report: 'content formats',
  kind: 'audience',
  network: either,
  confidence: 'real',
  columns: [
    dimension('content_type', {
      en: [
        'Reels',
        'Multi-photo',
        'Multi photo',
        'Links',
        'Photos',
        'Stories',
        'Text',
        'Others',
        'Videos',
        'Live',
        'Images',
        'Carousels',
        'Posts',
        'Ads',
      ],
      es: ['Reels', 'Enlaces', 'Fotos', 'Historias', 'Texto', 'Otros', 'Vídeos', 'Videos'],
      pt: ['Reels', 'Links', 'Fotos', 'Stories', 'Texto', 'Outros', 'Vídeos'],
    }),
  ],
  titleMetrics: daily.titleMetrics ?? [],
};

export const meta: readonly Signature[] = [daily, ...metaPosts, audience, formats];
