/**
 * TikTok Studio and TikTok Business Suite. Headers stay English; dates follow the language of the screen
 * and carry no year. "undefined", "NAN" and "--" are missing. The newest days are provisional.
 */
import { column, dimension, ignored, metric, must, telling } from '../signature.ts';
import type { Signature } from '../signature.ts';

const common = { platform: 'tiktok', network: 'tiktok', confidence: 'real' } as const;
const day = { ...common, kind: 'series', cadence: 'day', provisional: 2 } as const;
const name = (stem: string): readonly RegExp[] => [new RegExp(`(^|[^a-z])${stem}`, 'i')];

export const tiktok: readonly Signature[] = [
  {
    ...day,
    report: 'overview',
    fileNames: name('overview'),
    columns: [
      column('date', 'Date', must),
      metric('video_views', 'Video Views', { ...must, ...telling }),
      metric('profile_visits', 'Profile Views', must),
      metric('likes', 'Likes'),
      metric('comments', 'Comments'),
      metric('shares', 'Shares'),
      metric('new_followers', 'New followers'),
      metric('viewers', 'Unique viewers'),
    ],
  },
  {
    ...day,
    report: 'follower history',
    fileNames: name('followerhistory'),
    columns: [
      column('date', 'Date', must),
      metric('followers', 'Followers', must),
      // Where the followers are `undefined` the difference is written as 0, and is not known.
      metric('net_follower_growth', 'Difference in followers from previous day', {
        ...must,
        ...telling,
        from: 'followers',
      }),
    ],
  },
  {
    ...day,
    report: 'viewers',
    fileNames: name('viewers'),
    columns: [
      column('date', 'Date', must),
      metric('viewers', 'Total Viewers', { ...must, ...telling }),
      metric('new_viewers', 'New Viewers', must),
      metric('returning_viewers', 'Returning Viewers'),
    ],
  },
  {
    ...day,
    report: 'follower activity',
    fileNames: name('followeractivity'),
    columns: [
      column('date', 'Date', must),
      dimension('hour', 'Hour', must),
      metric('active_followers', 'Active followers', { ...must, ...telling }),
    ],
  },
  {
    ...common,
    report: 'follower gender',
    kind: 'breakdown',
    fileNames: name('followergender'),
    percent: 'fraction',
    columns: [
      dimension('gender', 'Gender', must),
      metric('audience_share', 'Distribution', { ...must, ...telling, unit: 'percent' }),
    ],
  },
  {
    ...common,
    report: 'follower territories',
    kind: 'breakdown',
    fileNames: name('followertopterritories'),
    percent: 'fraction',
    columns: [
      dimension('country', 'Top territories', { ...must, ...telling }),
      metric('audience_share', 'Distribution', { ...must, unit: 'percent' }),
    ],
  },
  {
    ...common,
    report: 'content',
    kind: 'content',
    fileNames: name('content'),
    idTime: 'tiktok',
    columns: [
      column('total', 'Time'),
      column('title', 'Video title', must),
      column('link', 'Video link', must),
      column('date', 'Post time', must),
      metric('likes', 'Total likes', telling),
      metric('comments', 'Total comments'),
      metric('shares', 'Total shares'),
      metric('video_views', 'Total views', telling),
    ],
  },
  {
    ...day,
    report: 'business suite daily',
    columns: [
      column('date', 'Date', must),
      metric('video_views', 'Video views', must),
      metric('reach', 'Reached audience', { ...must, ...telling }),
      metric('profile_visits', 'Profile views'),
      metric('likes', 'Likes'),
      metric('shares', 'Shares'),
      metric('comments', 'Comments'),
      metric('phone_clicks', 'Phone number clicks'),
      metric('leads', 'Leads submission'),
      metric('net_follower_growth', 'Net growth'),
      metric('new_followers', 'New followers'),
      metric('lost_followers', 'Lost followers'),
      ignored('Website clicks', 'App download link clicks', 'Email clicks', 'Address clicks'),
    ],
  },
  {
    ...day,
    report: 'business suite audience',
    columns: [
      column('date', 'Date', must),
      metric('new_followers', 'New followers'),
      metric('followers', 'Total followers', must),
      metric('reach', 'Reached audience', { ...must, ...telling }),
      metric('interactions', 'Engaged audience', telling),
    ],
  },
  {
    ...common,
    report: 'business suite videos',
    kind: 'content',
    idTime: 'tiktok',
    columns: [
      column('title', 'Video title', must),
      column('link', 'Video link', must),
      column('date', 'Post time', must),
      metric('video_views', 'Video views'),
      metric('likes', 'Likes'),
      metric('comments', 'Comments'),
      metric('shares', 'Shares'),
      metric('saves', 'Add to Favorites', telling),
    ],
  },
];
