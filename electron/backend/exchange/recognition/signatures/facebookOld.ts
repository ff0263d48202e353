/**
 * Facebook Page Insights as exported until about 2021: posts in seven sheets, page by day.
 *
 * Row 2 explains the columns; several headers occur twice (people first, counts second), and only row 2
 * tells them apart: the counts are taken.
 */
import { column, ignored, metric, must, part, telling } from '../signature.ts';
import type { ColumnSpec, Signature } from '../signature.ts';

const post: readonly ColumnSpec[] = [
  column('id', 'Post ID', must),
  column('link', 'Permalink'),
  column('title', 'Post Message', telling),
  column('type', 'Type'),
  column('date', 'Posted', { ...must, ...telling }),
  ignored('Countries', 'Languages', 'Audience Targeting', 'Description'),
];

const common = {
  platform: 'facebook-insights',
  kind: 'content',
  network: 'facebook',
  confidence: 'real',
  dateOrder: 'mdy',
  serials: true,
} as const;

const keyMetrics: Signature = {
  ...common,
  report: 'posts: key metrics',
  columns: [
    ...post,
    metric('reach', 'Lifetime Post Total Reach', { ...telling, ...must }),
    metric('impressions', 'Lifetime Post Total Impressions'),
    metric('clicks', 'Lifetime Matched Audience Targeting Consumptions on Post'),
    metric('negative_feedback', 'Lifetime Negative Feedback'),
    part('video_views', 'distribution', 'organic', 'Lifetime Organic Video Views'),
    part('video_views', 'distribution', 'paid', 'Lifetime Paid Video Views'),
    metric('average_view_duration', 'Lifetime Average time video viewed', { unit: 'ms' }),
    ignored(
      'Lifetime Post organic reach',
      'Lifetime Post Paid Reach',
      'Lifetime Post Organic Impressions',
      'Lifetime Post Paid Impressions',
      'Lifetime Engaged Users',
      'Lifetime Matched Audience Targeting Consumers on Post',
      'Lifetime Negative Feedback from Users',
      'Lifetime Post Impressions by people who have liked your Page',
      'Lifetime Post reach by people who like your Page',
      'Lifetime Post Paid Impressions by people who have liked your Page',
      'Lifetime Paid reach of a post by people who like your Page',
      'Lifetime People who have liked your Page and engaged with your post',
      'Lifetime Organic views to 95%',
      'Lifetime Paid views to 95%',

      'Lifetime Video length',
    ),
  ],
};

const stories: Signature = {
  ...common,
  report: 'posts: stories by action',
  titles: [/stories by act/],
  columns: [
    ...post,
    metric('shares', 'share', must),
    metric('likes', 'like'),
    metric('comments', 'comment', must),
  ],
};

const talking: Signature = {
  ...common,
  report: 'posts: people talking',
  titles: [/talking about thi/],
  // People by what they did; who did two things is counted under both.
  columns: [
    ...post,
    part('talking_about', 'action', 'share', 'share', must),
    part('talking_about', 'action', 'like', 'like'),
    part('talking_about', 'action', 'comment', 'comment', must),
  ],
};

const consumptions: Signature = {
  ...common,
  report: 'posts: clicks by type',
  titles: [/consumptions? b/],
  columns: [
    ...post,
    metric('link_clicks', 'link clicks'),
    ignored('photo view', 'video play'),
    column('ignored', 'other clicks', must),
  ],
};

const consumers: Signature = {
  ...common,
  report: 'posts: people who clicked by type',
  titles: [/consumer by/],
  columns: [
    ...post,
    ignored('link clicks', 'photo view', 'video play'),
    column('ignored', 'other clicks', must),
  ],
};

const negative: Signature = {
  ...common,
  report: 'posts: negative feedback by type',
  columns: [
    ...post,
    column('ignored', 'hide_all_clicks', must),
    ignored('hide_clicks', 'unlike_page_clicks', 'report_spam_clicks', 'xbutton_clicks'),
  ],
};

const page: Signature = {
  platform: 'facebook-insights',
  report: 'page by day',
  kind: 'series',
  network: 'facebook',
  confidence: 'documented',
  dateOrder: 'mdy',
  serials: true,
  cadence: 'day',
  columns: [
    column('date', 'Date', must),
    metric('talking_about', 'Daily People Talking About This'),
    metric('new_followers', 'Daily New Likes', telling),
    metric('lost_followers', 'Daily Unlikes'),
    metric('page_likes', 'Lifetime Total Likes', telling),
    metric('reach', 'Daily Total Reach', telling),
    metric('impressions', 'Daily Total Impressions', telling),
    metric('interactions', 'Daily Page Engaged Users'),
    metric('page_views', 'Daily Page Views'),
    metric('video_views', 'Daily Total Video Views'),
    metric('negative_feedback', 'Daily Negative Feedback'),
    ignored(
      'Weekly Page Engaged Users',
      '28 Days Page Engaged Users',
      'Weekly Total Reach',
      '28 Days Total Reach',
      'Weekly Total Impressions',
      '28 Days Total Impressions',
      'Daily Organic Reach',
      'Weekly Organic Reach',
      '28 Days Organic Reach',
      'Weekly People Talking About This',
      '28 Days People Talking About This',
    ),
  ],
};

export const facebookOld: readonly Signature[] = [
  keyMetrics,
  stories,
  talking,
  consumptions,
  consumers,
  negative,
  page,
];
