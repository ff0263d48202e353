/**
 * YouTube Studio, advanced mode: `Table data.csv` by any dimension, `Totals.csv`, `Chart data.csv`.
 *
 * Metric columns are chosen by the user; the first row of a table is its total, which the rows need not add
 * up to. "(%)" is bare, watch time is in hours, average view duration is a clock, subscribers may be negative.
 * Spanish has two dialects (Spain and Latin America), and month names stay English in both.
 */
import { column, dimension, ignored, must, telling } from '../reports/signature.ts';
import type { ColumnSpec, Names, Signature } from '../reports/signature.ts';
import { youtubeDimensions, youtubeMetrics } from './youtubeColumns.ts';

const content: Names = {
  en: ['Content', 'Video'],
  es: ['Contenido', 'Vídeo', 'Video'],
  pt: ['Conteúdo', 'Vídeo'],
};
const date: Names = {
  en: ['Date', 'Day', 'Week', 'Month', 'Year'],
  es: ['Fecha', 'Día', 'Semana', 'Mes', 'Año'],
  pt: ['Data', 'Dia', 'Semana', 'Mês', 'Ano'],
};
const duration: Names = { en: 'Duration', es: 'Duración', pt: 'Duração' };
const videoTitle: Names = {
  en: 'Video title',
  es: ['Título del vídeo', 'Título del video'],
  pt: 'Título do vídeo',
};
const publishTime: Names = {
  en: 'Video publish time',
  es: [
    'Hora de publicación del vídeo',
    'Tiempo de publicación del video',
    'Hora de publicación del video',
    'Fecha de publicación del vídeo',
    'Fecha de publicación del video',
  ],
  pt: ['Horário de publicação do vídeo', 'Data de publicação do vídeo', 'Hora da publicação do vídeo'],
};

const video: readonly ColumnSpec[] = [
  column('title', videoTitle, must),
  column('date', publishTime, { ...must, ...telling }),
  column('ignored', duration),
];

const common = { platform: 'youtube', network: 'youtube', confidence: 'real', percent: 'bare' } as const;
const tableNames = /table data|datos de la tabla|dados da tabela/i;
const chartNames = /chart data|datos del gr[aá]fico|dados do gr[aá]fico/i;
const siblings = [tableNames, chartNames, /(^|\/)(?:totals?|totales|totais)\.csv$/i] as const;

const labels = ignored('City name', 'Country', 'Playlist title', 'Playlist publish time');

function englishOf(names: Names): string {
  return [names['en'] ?? ''].flat()[0] ?? '';
}

function table(name: string, names: Names): Signature {
  return {
    ...common,
    report: `table by ${name.replaceAll('_', ' ')}`,
    totalsHoldMore: true,
    kind: 'breakdown',
    plain: true,
    fileNames: [tableNames],
    siblings,
    columns: [dimension(name, names, must), labels, ...youtubeMetrics],
    example: {
      file: 'Table data.csv',
      text: `${englishOf(names)},Views,Watch time (hours),Average view duration\nTotal,35,1.5,0:02:34\nOne thing,20,1,0:03:00\nAnother,10,0.5,0:01:30\n`,
      sums: {
        [`video_views/${name}`]: 30,
        [`watch_time/${name}`]: 5400,
        [`average_view_duration/${name}`]: 270,
      },
      network: 'youtube',
      language: 'en',
    },
  };
}

function chart(name: string, names: Names): Signature {
  return {
    ...common,
    report: `chart by ${name.replaceAll('_', ' ')}`,
    kind: 'series',
    plain: true,
    fileNames: [chartNames],
    siblings,
    columns: [column('date', date, must), dimension(name, names, must), labels, ...youtubeMetrics],
    example: {
      file: 'Chart data.csv',
      text: `Date,${englishOf(names)},Views\n2026-03-01,One thing,4\n2026-03-01,Another,3\n2026-03-02,One thing,5\n`,
      sums: { [`video_views/${name}`]: 12 },
      network: 'youtube',
      language: 'en',
    },
  };
}

export const youtube: readonly Signature[] = [
  {
    ...common,
    report: 'table by content',
    totalsHoldMore: true,
    kind: 'content',
    // The id may have been cut off; the title and the day of publication tell a video too.
    columns: [column('id', content), ...video, ...youtubeMetrics],
    example: {
      file: 'Table data.csv',
      text: 'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%),Average view duration\nTotal,,,,120,6.5,4,900,3.1,0:03:10\nabcDEF12345,Beds,"Sep 30, 2025",95,70,4,,600,3.5,0:03:20\n -Klm67890AB,"March 27, 2021","Mar 27, 2025",60,40,2,-1,300,2.5,0:03:00\n',
      sums: {
        video_views: 110,
        watch_time: 21_600,
        new_subscribers: -1,
        impressions: 900,
        impressions_click_through_rate: 0.06,
        average_view_duration: 380,
      },
      items: 2,
      network: 'youtube',
      language: 'en',
    },
  },
  {
    ...common,
    report: 'chart by content',
    kind: 'series',
    columns: [
      column('date', date, must),
      dimension('video', content, must),
      column('ignored', videoTitle, must),
      column('ignored', publishTime, { ...must, ...telling }),
      column('ignored', duration),
      ...youtubeMetrics,
    ],
    example: {
      file: 'Datos del gráfico.csv',
      text: 'Fecha,Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones\n2026-03-01,abcDEF12345,Camas,"Sep 30, 2025",95,4\n2026-03-02,abcDEF12345,Camas,"Sep 30, 2025",95,3\n',
      sums: { 'video_views/video': 7 },
      network: 'youtube',
      language: 'es',
    },
  },
  {
    ...common,
    report: 'totals by day',
    kind: 'series',
    plain: true,
    fileNames: [/(^|[/_ -])(?:totals?|totales|totais)\b/i, tableNames],
    siblings,
    columns: [column('date', date, must), ...youtubeMetrics],
    example: {
      file: 'Totals.csv',
      text: 'Date,Views\n2026-03-01,0\n2026-03-02,7\n',
      sums: { video_views: 7 },
      network: 'youtube',
      language: 'en',
    },
  },
  ...youtubeDimensions.map(([name, names]) => table(name, names)),
  {
    ...table('city_id', { en: 'Cities', es: 'Ciudades', pt: 'Cidades' }),
    report: 'table by city',
    totalsHoldMore: true,
    columns: [
      column('ignored', { en: 'Cities', es: 'Ciudades', pt: 'Cidades' }, must),
      dimension(
        'city',
        { en: 'City name', es: ['Nombre de la ciudad', 'Nombre de ciudad'], pt: 'Nome da cidade' },
        must,
      ),
      ...youtubeMetrics,
    ],
    example: {
      file: 'Table data.csv',
      text: 'Cities,City name,Views,Watch time (hours)\n0x1a2b,Madrid,20,1\n0x3c4d,Bilbao,10,0.5\n',
      sums: { 'video_views/city': 30, 'watch_time/city': 5400 },
      network: 'youtube',
      language: 'en',
    },
  },
  ...youtubeDimensions.map(([name, names]) => chart(name, names)),
];
