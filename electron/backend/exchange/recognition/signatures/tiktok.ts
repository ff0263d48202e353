/**
 * TikTok Studio and TikTok Business Suite. Headers stay English; dates follow the language of the screen
 * and carry no year. "undefined", "NAN" and "--" are missing. The newest days are provisional.
 */
import { column, dimension, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

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
    example: {
      file: 'Overview.csv',
      text: '"Date","Video Views","Profile Views","Likes","Comments","Shares"\n"28 de febrero","120","4","9","1","0"\n"1 de marzo","80","2","5","undefined","1"',
      sums: { video_views: 200, profile_visits: 6, likes: 14, comments: 1, shares: 1 },
      network: 'tiktok',
      language: 'es',
      answers: { year: '2026' },
    },
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
    example: {
      file: 'FollowerHistory.csv',
      text: '"Date","Followers","Difference in followers from previous day"\n"April 11","undefined","0"\n"April 12","900","0"\n"April 13","904","4"',
      sums: { followers: 1804, net_follower_growth: 4 },
      network: 'tiktok',
      answers: { year: '2026' },
    },
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
    example: {
      file: 'Viewers.csv',
      text: '"Date","Total Viewers","New Viewers","Returning Viewers"\n"April 12","40","30","10"\n"April 13","50","35","15"',
      sums: { viewers: 90, new_viewers: 65, returning_viewers: 25 },
      network: 'tiktok',
      answers: { year: '2026' },
    },
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
    example: {
      file: 'FollowerActivity.csv',
      text: '"Date","Hour","Active followers"\n"April 12","0","7"\n"April 12","1","3"\n"April 13","0","5"',
      sums: { 'active_followers/hour': 15 },
      network: 'tiktok',
      answers: { year: '2026' },
    },
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
    example: {
      file: 'FollowerGender.csv',
      text: '"Gender","Distribution"\n"Female","0.56"\n"Male","0.44"\n"Other","0"',
      sums: { 'audience_share/gender': 1 },
      network: 'tiktok',
    },
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
    example: {
      file: 'FollowerTopTerritories.csv',
      text: '"Top territories","Distribution"\n"ES","0.5"\n"MX","0.25"',
      sums: { 'audience_share/country': 0.75 },
      network: 'tiktok',
    },
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
      metric('saves', 'Add to Favorites'),
      ignored('Total play time', 'Average watch time', 'Watched full video'),
    ],
    example: {
      file: 'Content.csv',
      // The number in the link keeps the second in which the video was made: 24 December 2025.
      text: '"Time","Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"\n"2 de enero","Cama","https://www.tiktok.com/@larkbed/video/7587433178800128077","24 de diciembre","5","1","0","100"',
      sums: { likes: 5, comments: 1, shares: 0, video_views: 100 },
      items: 1,
      network: 'tiktok',
    },
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
    example: {
      file: 'TIKTOK_RAW.csv',
      text: 'Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number clicks ,Leads submission,Net growth,New followers,Lost followers\n2026/03/01,700,NAN,25,26,4,7,0,0,9,10,1\n2026/03/02,100,90,1,1,1,--,1,2,-1,1,2\n',
      sums: {
        video_views: 800,
        reach: 90,
        profile_visits: 26,
        likes: 27,
        shares: 5,
        comments: 7,
        phone_clicks: 1,
        leads: 2,
        net_follower_growth: 8,
        new_followers: 11,
        lost_followers: 3,
      },
      network: 'tiktok',
    },
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
    example: {
      file: 'audience.csv',
      text: 'Date,New followers,Total followers,Reached audience,Engaged audience\n2026/03/01,5,900,120,14\n2026/03/02,3,903,80,6\n',
      sums: { new_followers: 8, followers: 1803, reach: 200, interactions: 20 },
      network: 'tiktok',
    },
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
    example: {
      file: 'videos.csv',
      text: 'Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\nCama,https://www.tiktok.com/@larkbed/video/7587433178800128077,2025/12/24 18:30:00,100,5,1,0,2\n',
      sums: { video_views: 100, likes: 5, comments: 1, shares: 0, saves: 2 },
      items: 1,
      network: 'tiktok',
    },
  },
];
