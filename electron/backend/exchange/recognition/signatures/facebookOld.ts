/**
 * Facebook Page Insights as exported until about 2021: posts in seven sheets, page by day.
 *
 * Row 2 explains the columns; several headers occur twice (people first, counts second), and only row 2
 * tells them apart: the counts are taken.
 */
import { column, ignored, metric, must, part, telling } from '../reports/signature.ts';
import type { ColumnSpec, Signature } from '../reports/signature.ts';

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
  others: [/^lifetime /],
  columns: [
    ...post,
    metric('reach', 'Lifetime Post Total Reach', { ...telling, ...must }),
    metric('impressions', 'Lifetime Post Total Impressions'),
    metric('clicks', {
      en: ['Lifetime Matched Audience Targeting Consumptions on Post', 'Lifetime Post Consumptions'],
    }),
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
  example: {
    file: 'Facebook Insights Data Export (Post Level) - Larkbed.csv',
    text: 'Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,Lifetime Post Total Reach,Lifetime Post organic reach,Lifetime Post Total Impressions,Lifetime Matched Audience Targeting Consumptions on Post,Lifetime Organic views to 95%,Lifetime Organic views to 95%,Lifetime Average time video viewed\n,,,,,,,,"Lifetime: The total number of people your Page post was served to. (Unique Users)","Lifetime: The number of people who saw your post organically. (Unique Users)","Lifetime: The number of impressions of your Page post. (Total Count)","Lifetime: The number of times people clicked anywhere in your post. (Total Count)","Lifetime: Number of people who watched your video to 95%. (Unique Users)","Lifetime: Number of times your video was viewed to 95%. (Total Count)","Lifetime: Average time people viewed your video in milliseconds (Total Count)"\n9700_101000000000001,https://www.facebook.com/larkbed/posts/101000000000001,Hola,Link,,,09/22/2020 10:00 AM,,150,140,200,12,0,0,1500\n',
    sums: { reach: 150, impressions: 200, clicks: 12, average_view_duration: 1.5 },
    items: 1,
    network: 'facebook',
    language: 'en',
  },
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
  example: {
    file: 'Lifetime Post Stories by action.csv',
    text: 'Lifetime Post Stories by action type\n\nPost ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,share,like,comment\n9700_101000000000001,https://www.facebook.com/larkbed/posts/101000000000001,Hola,Link,,,09/22/2020 10:00 AM,,3,9,2\n',
    sums: { shares: 3, likes: 9, comments: 2 },
    items: 1,
    network: 'facebook',
    language: 'en',
  },
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
  example: {
    file: 'Lifetime Talking About This.csv',
    text: 'Lifetime Talking About This (Post) by action type\n\nPost ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,share,like,comment\n9700_101000000000001,https://www.facebook.com/larkbed/posts/101000000000001,Hola,Link,,,09/22/2020 10:00 AM,,3,8,2\n',
    sums: { talking_about: 13 },
    items: 1,
    network: 'facebook',
    language: 'en',
  },
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
  example: {
    file: 'Lifetime Post Consumptions by type.csv',
    text: 'Lifetime Post Consumptions by type\n\nPost ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,other clicks,photo view,link clicks\n9700_101000000000001,https://www.facebook.com/larkbed/posts/101000000000001,Hola,Link,,,09/22/2020 10:00 AM,,6,5,4\n',
    sums: { link_clicks: 4 },
    items: 1,
    network: 'facebook',
    language: 'en',
  },
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
  example: {
    file: 'Lifetime Post Consumers by type.csv',
    text: 'Lifetime Post Consumers by type\n\nPost ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,other clicks,photo view,link clicks\n9700_101000000000001,https://www.facebook.com/larkbed/posts/101000000000001,Hola,Link,,,09/22/2020 10:00 AM,,4,3,2\n',
    sums: {},
    items: 1,
    network: 'facebook',
    language: 'en',
  },
};

const negative: Signature = {
  ...common,
  report: 'posts: negative feedback by type',
  columns: [
    ...post,
    column('ignored', 'hide_all_clicks', must),
    ignored('hide_clicks', 'unlike_page_clicks', 'report_spam_clicks', 'xbutton_clicks'),
  ],
  example: {
    file: 'Lifetime Negative Feedback.csv',
    text: 'Post ID,Permalink,Post Message,Type,Countries,Languages,Posted,Audience Targeting,hide_all_clicks,hide_clicks\n9700_101000000000001,https://www.facebook.com/larkbed/posts/101000000000001,Hola,Link,,,09/22/2020 10:00 AM,,1,0\n',
    sums: {},
    items: 1,
    network: 'facebook',
    language: 'en',
  },
};

const page: Signature = {
  platform: 'facebook-insights',
  report: 'page by day',
  plain: true,
  // Some hundred more, each by day, week, 28 days or since the page began.
  others: [/^(?:daily|weekly|28 day|lifetime) /],
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
  example: {
    file: 'Facebook Insights Data Export - Larkbed - 2020-03-02.csv',
    text: 'Date,Lifetime Total Likes,Daily New Likes,Daily Unlikes,Daily Page Engaged Users,Weekly Page Engaged Users,28 Days Page Engaged Users,Daily Total Reach,Weekly Total Reach,Daily Total Impressions\n,"Lifetime: The total number of people who have liked your Page. (Unique Users)","Daily: The number of new people who have liked your Page (Unique Users)","Daily: The number of Unlikes of your Page (Unique Users)","Daily: The number of people who engaged with your Page. (Unique Users)","Weekly: The number of people who engaged with your Page. (Unique Users)","28 Days: The number of people who engaged with your Page. (Unique Users)","Daily: The number of people who had any content enter their screen. (Unique Users)","Weekly: The number of people who had any content enter their screen. (Unique Users)","Daily: The number of times any content entered a screen. (Total Count)"\n3/1/20,500,3,1,20,90,300,150,700,240\n3/2/20,504,4,0,25,95,305,160,720,260\n',
    sums: {
      page_likes: 1004,
      new_followers: 7,
      lost_followers: 1,
      interactions: 45,
      reach: 310,
      impressions: 500,
    },
    network: 'facebook',
    language: 'en',
  },
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
