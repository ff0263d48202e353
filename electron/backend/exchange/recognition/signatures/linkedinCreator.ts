/**
 * LinkedIn for creators: one workbook with sheets of days, top posts (two tables side by side), followers and
 * demographics. Dates are M/D/YYYY text.
 */
import { column, dimension, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const common = {
  platform: 'linkedin-creator',
  network: 'linkedin',
  confidence: 'real',
  dateOrder: 'mdy',
  percent: 'fraction',
  serials: true,
} as const;

export const linkedinCreator: readonly Signature[] = [
  {
    ...common,
    report: 'discovery',
    confidence: 'documented',
    // Sums of the days beside it, and the people reached in all of them, which no shorter period has.
    kind: 'facts',
    columns: [
      column(
        'ignored',
        { en: 'Overall Performance', es: 'Rendimiento general', pt: 'Desempenho geral' },
        { ...must, ...telling },
      ),
    ],
    example: {
      file: 'DISCOVERY.csv',
      text: 'Overall Performance,3/1/2026 - 3/31/2026\nImpressions,1600\nMembers reached,400\n',
      sums: {},
    },
  },
  {
    ...common,
    report: 'engagement',
    confidence: 'documented',
    kind: 'series',
    cadence: 'day',
    plain: true,
    titles: [/^engagement$/, /^interacci/],
    siblings: [/^top post/, /^discovery$/, /demographic/, /^principale publicac/],
    columns: [
      column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must),
      metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }, must),
      metric('interactions', { en: 'Engagements', es: 'Interacciones', pt: 'Engajamentos' }, must),
    ],
    example: {
      file: 'engagement.csv',
      text: 'ENGAGEMENT\n\nDate,Impressions,Engagements\n3/1/2026,40,3\n3/2/2026,60,5\n',
      sums: { impressions: 100, interactions: 8 },
      network: 'linkedin',
      language: 'en',
    },
  },
  {
    ...common,
    report: 'followers',
    confidence: 'documented',
    kind: 'series',
    cadence: 'day',
    plain: true,
    titles: [/^total follower on/, /^follower$/, /^seguidore$/, /^total de seguidore/],
    siblings: [/^top post/, /^discovery$/, /demographic/, /^principale publicac/],
    columns: [
      column('date', { en: 'Date', es: 'Fecha', pt: 'Data' }, must),
      metric(
        'new_followers',
        { en: 'New followers', es: ['Nuevos seguidores', 'Seguidores nuevos'], pt: 'Novos seguidores' },
        must,
      ),
    ],
    example: {
      file: 'followers.csv',
      text: 'Total followers on 4/1/2026,900\n\nDate,New followers\n3/1/2026,2\n3/2/2026,4\n',
      sums: { new_followers: 6 },
      network: 'linkedin',
      language: 'en',
    },
  },
  {
    ...common,
    report: 'top posts',
    confidence: 'documented',
    kind: 'content',
    listsUpTo: 50,
    columns: [
      column(
        'link',
        { en: 'Post URL', es: 'URL de la publicación', pt: 'URL da publicação' },
        { ...must, ...telling },
      ),
      column(
        'date',
        {
          en: 'Post publish date',
          es: 'Fecha de publicación',
          pt: 'Data de publicação',
        },
        { ...must, ...telling },
      ),
      metric('interactions', { en: 'Engagements', es: 'Interacciones', pt: 'Engajamentos' }),
      metric('impressions', { en: 'Impressions', es: 'Impresiones', pt: 'Impressões' }),
    ],
    example: {
      file: 'top posts.csv',
      text: 'Maximum of 50 posts available to include in this list,,,,,,\n,,,,,,\nPost URL,Post publish date,Engagements,,Post URL,Post publish date,Impressions\nhttps://www.linkedin.com/feed/update/urn:li:activity:7180000000000000001,3/5/2026,30,,https://www.linkedin.com/feed/update/urn:li:activity:7180000000000000002,3/9/2026,900\n',
      sums: { interactions: 30, impressions: 900 },
      items: 2,
      network: 'linkedin',
      language: 'en',
    },
  },
  {
    ...common,
    report: 'demographics',
    confidence: 'documented',
    kind: 'breakdown',
    percent: 'bare',
    columns: [
      dimension('demographic', 'Top Demographics', { ...must, ...telling }),
      dimension('demographic_value', 'Value', must),
      metric('audience_share', 'Percentage', { ...must, unit: 'percent' }),
    ],
    example: {
      file: 'demographics.csv',
      text: 'Top Demographics,Value,Percentage\nJob titles,Founder,7%\nJob titles,Owner,2%\nLocations,Madrid,10%\n',
      sums: { 'audience_share/demographic+demographic_value': 0.19 },
      network: 'linkedin',
      language: 'en',
    },
  },
];
