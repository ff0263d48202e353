/** Twitch, channel analytics by day: who watched, who wrote in the chat, who followed. */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const analytics: Signature = {
  platform: 'twitch',
  report: 'channel analytics',
  kind: 'series',
  network: 'twitch',
  confidence: 'memory',
  columns: [
    column('date', 'Date', must),
    metric('messages', 'Chat Messages', telling),
    metric('communicators', 'Chatters', telling),
    metric('new_followers', 'Follows', must),
    metric('video_views', 'Live Views', telling),
    metric('watch_time', 'Minutes Watched', { unit: 'minutes', ...must, ...telling }),
    metric('viewers', 'Unique Viewers'),
    ignored(
      'Average Viewers',
      'Max Viewers',
      'Minutes Streamed',
      'Clips Created',
      'Clip Views',
      'Ad Breaks (Minutes)',
      'Ad Time (Seconds) Per Hour',
      'Hosts and Raids Viewers (%)',
      'Followers %',
      'Notification Engagements',
      'Total Revenue',
      'Sub Revenue',
      'Prime Revenue',
      'Bits Revenue',
      'Ad Revenue',
    ),
  ],
  example: {
    file: 'channel-analytics-2026-10.csv',
    text: `Date,Average Viewers,Max Viewers,Minutes Streamed,Minutes Watched,Live Views,Unique Viewers,Chat Messages,Chatters,Follows
2026-10-13,25,60,180,4500,400,210,900,70,12
2026-10-14,30,55,120,3600,350,190,600,64,8
`,
    sums: {
      watch_time: 486_000,
      video_views: 750,
      viewers: 400,
      messages: 1500,
      communicators: 134,
      new_followers: 20,
    },
    answers: { 'confirm:twitch:channel analytics': 'yes' },
    network: 'twitch',
    language: 'en',
  },
};

export const twitch: readonly Signature[] = [analytics];
