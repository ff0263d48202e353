/**
 * A long table as an agency's own tool writes it: date, metric, channel, value, one figure a row, by day.
 * Made from a counter, so that the same call gives the same bytes.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { addDays, dayOf, isoOf } from '../../shared/domain/time.ts';

export const longMetrics = [
  'Reach',
  'Impressions',
  'Likes',
  'Comments',
  'Shares',
  'Saves',
  'Reactions',
  'Profile visits',
  'New followers',
  'Lost followers',
  'Link clicks',
  'Clicks',
  'Messages',
  'Video views',
  'Viewers',
  'Replies',
  'Mentions',
  'Reposts',
  'Visits',
  'Posts published',
] as const;

export const longChannels = [
  'Instagram',
  'Facebook',
  'TikTok',
  'LinkedIn',
  'YouTube',
  'X',
  'Pinterest',
  'Threads',
  'Reddit',
  'Discord',
] as const;

/** Writes at least one day of every series, in whole days; tells how many rows it wrote and what they add up to. */
export function longCsv(file: string, atLeast: number): { readonly rows: number; readonly sum: number } {
  const perDay = longMetrics.length * longChannels.length;
  const first = dayOf(2013, 1, 1);
  let rows = 0;
  let sum = 0;
  const fd = openSync(file, 'w');
  try {
    writeSync(fd, 'date,metric,channel,value\n');
    for (let d = 0; d * perDay < atLeast; d += 1) {
      const iso = isoOf(addDays(first, d));
      let text = '';
      for (const metric of longMetrics) {
        for (const channel of longChannels) {
          const value = (d * 7919 + rows * 31) % 9973;
          text += `${iso},${metric},${channel},${value}\n`;
          rows += 1;
          sum += value;
        }
      }
      writeSync(fd, text);
    }
  } finally {
    closeSync(fd);
  }
  return { rows, sum };
}
