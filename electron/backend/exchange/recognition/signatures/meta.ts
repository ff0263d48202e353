/**
 * Meta Business Suite: daily metrics (one a file), audience, content formats; posts in `metaPosts.ts`.
 *
 * The daily file's title alone says what it counts, and often not on which network.
 */
import { column, dimension, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { metaPosts } from './metaPosts.ts';
import { metaTitles } from './metaTitles.ts';

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
  // Instagram counts its people as reach.
  networkWords: {
    facebook: [
      /^viewer$/,
      /^espectadore?$/,
      /^visualizadore$/,
      /^persona que vieron$/,
      /\bpage (?:visit|like|follow|reach|new like|unfollow)\b/,
      /\bpagina\b/,
      /^3 second /,
      /earning$/,
    ],
    instagram: [
      /^(?:profile visit|visita (?:al|del|ao|do) perfil)$/,
      /^(?:account reached|cuenta alcanzada)$/,
    ],
  },
  columns: [
    column('date', { en: 'Date', es: 'Fecha', pt: 'Data', fr: 'Date', it: 'Data', de: 'Datum' }, must),
    column(
      'metric',
      {
        en: 'Primary',
        es: ['Principal', 'Primario'],
        pt: 'Primário',
        fr: 'Principal',
        it: 'Principale',
        de: 'Primär',
      },
      { ...must, ...telling },
    ),
    column('ignored', { en: ['content_monetization', 'stars', 'subscriptions'] }),
  ],
  titleMetrics: metaTitles,
  example: {
    file: 'Seguidores.csv',
    text: 'sep=,\n"Seguidores de Instagram"\n"Fecha","Primary"\n"2026-03-01T00:00:00","5"\n"2026-03-04T00:00:00","2"\n',
    sums: { new_followers: 7 },
    network: 'instagram',
    language: 'es',
  },
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
        en: ['Age & gender', 'Followers by gender and age', 'Followers by age and gender', 'Gender and age'],
        es: [
          'Edad y sexo',
          'Edad y género',
          'Seguidores por sexo y edad',
          'Seguidores por edad y sexo',
          'Sexo y edad',
        ],
        pt: ['Faixa etária e gênero', 'Idade e gênero', 'Seguidores por gênero e faixa etária'],
      },
    },
    {
      dimension: 'city',
      names: {
        en: [
          'Top cities',
          'Top towns/cities',
          'Followers by top cities',
          'Followers by top towns/cities',
          'Cities',
        ],
        es: [
          'Principales ciudades',
          'Ciudades principales',
          'Seguidores por principales ciudades',
          'Mejores ciudades',
        ],
        pt: ['Principais cidades', 'Seguidores por principais cidades'],
      },
    },
    {
      dimension: 'country',
      names: {
        en: ['Top countries', 'Followers by top countries', 'Countries'],
        es: [
          'Principales países',
          'Países principales',
          'Seguidores por principales países',
          'Mejores países',
        ],
        pt: ['Principais países', 'Seguidores por principais países'],
      },
    },
    { dimension: 'page', names: { en: 'Top pages', es: 'Principales páginas', pt: 'Principais Páginas' } },
  ],
  example: {
    file: 'Audience.csv',
    text: 'sep=,\n"Instagram followers by gender and age"\n"","Women","Men"\n"18-24","21.5","10.5"\n"25-34","40","28"\n\n"Instagram followers by top cities"\n"Madrid","Cape Town, South Africa"\n"12.5","7.5"\n',
    sums: { 'audience_share/age_gender': 1, 'audience_share/city': 0.2 },
    network: 'instagram',
    language: 'en',
  },
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
  titleMetrics: metaTitles,
  networkWords: {
    facebook: [/^multi photo$/, /^link$/, /^enlace$/, /^text$/, /^texto$/],
    instagram: [/^carousel$/],
  },
  example: {
    file: 'Top content formats.csv',
    text: '"Views"\n"Reels","Multi-photo","Links"\n"100","50","20"\n\n"Published content"\n"Multi-photo","Reels"\n"3","2"\n',
    sums: { 'views/content_type': 170, 'posts_published/content_type': 5 },
    network: 'facebook',
    language: 'en',
  },
};

export const meta: readonly Signature[] = [daily, ...metaPosts, audience, formats];
