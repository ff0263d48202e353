/** Hootsuite, post performance: two title rows (the report, its dates) above the columns. */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const posts: Signature = {
  platform: 'hootsuite',
  report: 'post performance',
  kind: 'content',
  network: 'other',
  confidence: 'fixture',
  columns: [
    column('date', { en: ['Date (GMT)', 'Date'] }, must),
    column('id', 'Post ID', must),
    column('title', 'Post Message', { ...must, ...telling }),
    column('link', 'Post Permalink', telling),
    column('type', 'Post Type'),
    column('channel', 'Social Network', must),
    column('accountName', { en: ['Social Profile', 'Account Name'] }),
    metric('impressions', 'Impressions'),
    metric('reach', 'Reach'),
    metric('interactions', { en: ['Engagement', 'Engagements'] }),
    metric('reactions', 'Reactions'),
    metric('likes', 'Likes'),
    metric('comments', 'Comments'),
    metric('shares', 'Shares'),
    metric('saves', 'Saves'),
    metric('link_clicks', { en: ['Post Link Clicks', 'Link Clicks'] }),
    metric('video_views', 'Video Views'),
    ignored('Engagement Rate', 'Tags', 'Author'),
  ],
  example: {
    file: 'Post performance.csv',
    text: `Post performance report,,,,,,,,,,,,,
"Oct 1, 2026 - Oct 31, 2026",,,,,,,,,,,,,
Date (GMT),Post ID,Post Message,Post Permalink,Post Type,Social Network,Impressions,Reach,Engagement,Likes,Comments,Shares,Post Link Clicks,Video Views
2026-10-05 09:00:00,1111111111111111_22,Autumn is here,https://www.facebook.com/acme/posts/22,Photo,Facebook Page,500,400,30,20,5,3,2,0
2026-10-19 18:00:00,1900000000000000003,Last days,https://x.com/acme/status/1900000000000000003,Post,X,300,,12,8,1,2,1,0
`,
    sums: {
      impressions: 800,
      reach: 400,
      interactions: 42,
      likes: 28,
      comments: 6,
      shares: 5,
      link_clicks: 3,
      video_views: 0,
    },
    items: 2,
    answers: { 'confirm:hootsuite:post performance': 'yes' },
    language: 'en',
  },
};

export const hootsuite: readonly Signature[] = [posts];
