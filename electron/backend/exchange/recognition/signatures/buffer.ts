/** Buffer, posts: what Buffer calls an update, on the network of the column Service. */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const posts: Signature = {
  platform: 'buffer',
  report: 'posts',
  kind: 'content',
  network: 'other',
  confidence: 'fixture',
  columns: [
    column('date', { en: ['Date', 'Date Sent'] }, must),
    column('title', { en: ['Update', 'Update Text'] }, { ...must, ...telling }),
    column('channel', 'Service', must),
    column('link', 'Service Link', telling),
    column('accountName', { en: ['Profile', 'Channel Name'] }),
    column('type', 'Type'),
    metric('impressions', 'Impressions'),
    metric('reach', 'Reach'),
    metric('interactions', 'Engagements'),
    metric('likes', 'Likes'),
    metric('comments', 'Comments'),
    metric('shares', 'Shares'),
    metric('saves', 'Saves'),
    metric('clicks', 'Clicks'),
    ignored('Engagement Rate', 'Campaign', 'Tags'),
  ],
  example: {
    file: 'buffer-posts.csv',
    text: `Date,Update,Service,Service Link,Type,Impressions,Reach,Engagements,Likes,Comments,Shares,Clicks
2026-10-03 10:00,Open late tonight,Instagram,https://www.instagram.com/p/xyz1/,Image,210,180,15,12,2,1,0
2026-10-17 10:00,Our new site,LinkedIn,https://www.linkedin.com/feed/update/urn:li:share:7000000000000000009,Link,90,,9,4,1,0,4
`,
    sums: { impressions: 300, reach: 180, interactions: 24, likes: 16, comments: 3, shares: 1, clicks: 4 },
    items: 2,
    answers: { 'confirm:buffer:posts': 'yes' },
    language: 'en',
  },
};

export const buffer: readonly Signature[] = [posts];
