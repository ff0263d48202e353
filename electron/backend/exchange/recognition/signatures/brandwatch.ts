/**
 * Brandwatch, mentions: one row a mention, under a preamble that names the query and its dates. Counted by day; the
 * sentiment is a machine's guess and makes no figure, for comments count as favourable only when somebody read them.
 */
import { column, ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const mentions: Signature = {
  platform: 'brandwatch',
  report: 'mentions',
  kind: 'counted',
  network: 'other',
  confidence: 'memory',
  counts: 'mentions',
  columns: [
    column('date', 'Date', must),
    column('ignored', 'Query Id', telling),
    column('ignored', 'Query Name', { ...must, ...telling }),
    column('ignored', 'Snippet', must),
    column('ignored', 'Sentiment', must),
    column('personal', { en: ['Author', 'Full Name', 'Twitter Author ID', 'Gender'] }),
    ignored(
      'Title',
      'Url',
      'Domain',
      'Page Type',
      'Language',
      'Country Code',
      'Continent Code',
      'Continent',
      'Country',
      'City',
      'City Code',
      'Account Type',
      'Added',
      'Assignment',
      'Avatar',
      'Category Details',
      'Checked',
      'Expanded URLs',
      'Impact',
      'Impressions',
      'Interest',
      'Location Name',
      'Media URLs',
      'Original Url',
      'Priority',
      'Professions',
      'Reach (new)',
      'Region',
      'Starred',
      'Status',
      'Subtype',
      'Thread Id',
      'Emotion',
    ),
  ],
  example: {
    file: 'mentions.csv',
    text: `Report:,Bulk Mentions Download
Brand:,Acme
From:,Thu Oct 01 00:00:00 UTC 2026
To:,Sat Oct 31 23:59:59 UTC 2026
Label:,Acme

Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Country Code,Author
2000,Acme,2026-10-03 10:15:00.0,Oil tasting,We went to Acme,https://example.com/a,example.com,positive,blog,en,GBR,ann
2000,Acme,2026-10-03 18:40:00.0,,Acme again,https://example.org/b,example.org,neutral,forum,en,GBR,bob
2000,Acme,2026-10-20 08:00:00.0,News,Acme opens,https://example.net/c,example.net,neutral,news,en,GBR,cy
`,
    sums: { mentions: 3 },
    answers: { 'confirm:brandwatch:mentions': 'yes' },
    network: 'other',
    language: 'en',
  },
};

export const brandwatch: readonly Signature[] = [mentions];
