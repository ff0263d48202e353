/** Substack's export: the list of posts. Subscribers are people's data and no report. */
import { column, ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const posts: Signature = {
  platform: 'substack',
  report: 'posts',
  kind: 'content',
  network: 'mail',
  confidence: 'memory',
  columns: [
    column('id', 'post_id', must),
    column('date', 'post_date', must),
    column('title', 'title', must),
    column('type', 'type'),
    column('ignored', 'podcast_url', telling),
    column('ignored', 'email_sent_at', telling),
    ignored('is_published', 'inbox_sent_at', 'audience', 'subtitle'),
  ],
  example: {
    file: 'posts.csv',
    text: `post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
1001.first-letter,2026-09-01T08:00:00.000Z,true,2026-09-01T08:00:05.000Z,,newsletter,everyone,First letter,Why we write,
1002.second-letter,2026-10-01T08:00:00.000Z,true,2026-10-01T08:00:05.000Z,,newsletter,everyone,Second letter,,
`,
    sums: {},
    items: 2,
    answers: { 'confirm:substack:posts': 'yes' },
    network: 'mail',
    language: 'en',
  },
};

export const substack: readonly Signature[] = [posts];
