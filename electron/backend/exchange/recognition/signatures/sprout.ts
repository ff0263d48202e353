/** Sprout Social: posts and profiles of several networks in one file; the columns Network and Profile say whose. */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const others = [
  'Organic Impressions',
  'Viral Impressions',
  'Non-viral Impressions',
  'Paid Impressions',
  'Organic Reach',
  'Viral Reach',
  'Non-viral Reach',
  'Paid Reach',
  'Potential Reach',
  'Engagement Rate (per Impression)',
  'Engagement Rate (per Reach)',
  'Engagement Rate (per Follower)',
  'Other Engagements',
  'Post Clicks (All)',
  'Other Post Clicks',
  'Post Photo View Clicks',
  'Post Video Play Clicks',
  'Click-Through Rate',
  'Full Video Views',
  'Partial Video Views',
  'Organic Video Views',
  'Paid Video Views',
  'Tags',
];

const posts: Signature = {
  platform: 'sprout',
  report: 'post performance',
  kind: 'content',
  network: 'other',
  confidence: 'fixture',
  columns: [
    column('date', 'Date', must),
    column('id', 'Post ID', must),
    column('channel', 'Network', must),
    column('accountName', 'Profile', telling),
    column('type', 'Post Type'),
    column('link', 'Link'),
    column('title', 'Post', must),
    column('ignored', 'Sent by', telling),
    metric('impressions', 'Impressions'),
    metric('reach', 'Reach'),
    metric('interactions', 'Engagements'),
    metric('reactions', 'Reactions'),
    metric('likes', 'Likes'),
    metric('comments', 'Comments'),
    metric('shares', 'Shares'),
    metric('saves', 'Saves'),
    metric('link_clicks', 'Post Link Clicks', telling),
    metric('video_views', 'Video Views'),
    ignored('Content Type', 'Linked Content', ...others),
  ],
  example: {
    file: 'Post Performance (Acme) October 1, 2026 - October 31, 2026.csv',
    text: `Date,Post ID,Network,Post Type,Content Type,Profile,Sent by,Link,Post,Impressions,Reach,Engagements,Engagement Rate (per Impression),Reactions,Comments,Shares,Saves,Post Link Clicks,Video Views
10/02/2026 09:00 am,17900000000000001,Instagram,Post,Photo,acme.cafe,Ana,https://www.instagram.com/p/abc/,New menu,"1,200",900,80,6.67%,60,10,4,6,,
10/15/2026 06:30 pm,7200000000000000002,LinkedIn,Post,Link,Acme Café,Ana,https://www.linkedin.com/feed/update/urn:li:activity:7200000000000000002/,We are hiring,800,,40,5%,25,5,2,,8,
`,
    sums: {
      impressions: 2000,
      reach: 900,
      interactions: 120,
      reactions: 85,
      comments: 15,
      shares: 6,
      saves: 6,
      link_clicks: 8,
    },
    items: 2,
    answers: { 'confirm:sprout:post performance': 'yes' },
    language: 'en',
  },
};

const profiles: Signature = {
  platform: 'sprout',
  report: 'profile performance',
  kind: 'series',
  network: 'other',
  confidence: 'fixture',
  cadence: 'day',
  columns: [
    column('date', 'Date', must),
    column('channel', 'Network', must),
    column('accountName', 'Profile', must),
    metric('followers', { en: ['Audience', 'Followers'] }),
    metric('net_follower_growth', { en: ['Net Audience Growth', 'Net Follower Growth'] }, telling),
    metric('new_followers', { en: ['Audience Gained', 'Followers Gained'] }, telling),
    metric('lost_followers', { en: ['Audience Lost', 'Followers Lost'] }, telling),
    metric('impressions', 'Impressions'),
    metric('reach', 'Reach'),
    metric('interactions', 'Engagements'),
    metric('reactions', 'Reactions'),
    metric('comments', 'Comments'),
    metric('shares', 'Shares'),
    metric('saves', 'Saves'),
    metric('link_clicks', 'Post Link Clicks'),
    metric('video_views', 'Video Views'),
    metric('posts_published', 'Published Posts', telling),
    ignored('Organic Followers Gained', 'Paid Followers Gained', 'Following', ...others),
  ],
  example: {
    file: 'Profile Performance (Acme).csv',
    text: `Date,Profile,Network,Audience,Net Audience Growth,Audience Gained,Audience Lost,Impressions,Engagements,Post Link Clicks,Published Posts
10/13/2026,acme.cafe,Instagram,1000,5,7,2,400,40,0,1
10/14/2026,acme.cafe,Instagram,1004,4,4,0,300,30,0,0
10/13/2026,Acme Café,Facebook,500,1,1,0,200,10,3,1
10/14/2026,Acme Café,Facebook,499,-1,1,2,100,5,1,1
`,
    sums: {
      followers: 3003,
      net_follower_growth: 9,
      new_followers: 13,
      lost_followers: 4,
      impressions: 1000,
      interactions: 85,
      link_clicks: 4,
      posts_published: 3,
    },
    answers: { 'confirm:sprout:profile performance': 'yes' },
    language: 'en',
  },
};

export const sprout: readonly Signature[] = [posts, profiles];
