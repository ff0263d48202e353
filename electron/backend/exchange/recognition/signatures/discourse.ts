/**
 * Discourse: one report a file, `date,value` (newer: `Day,Count`); only the file's name says which. Arrives zipped.
 *
 * Reports that no KPI means (trust levels, time to the first answer of any topic) are not claimed: they are asked like
 * any other sheet.
 */
import { column, must } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

/** Names that only Discourse gives a file of dates and values; the plain ones need its stamp, `likes-261101-101500`. */
const own =
  'signups|daily[-_ ]engaged[-_ ]users|consolidated[-_ ]page[-_ ]views|page[-_ ]view[-_ ]total[-_ ]reqs';
const plain = 'topics|posts|likes|visits|bookmarks';

const report: Signature = {
  platform: 'discourse',
  report: 'admin report',
  kind: 'series',
  network: 'discourse',
  confidence: 'documented',
  plain: true,
  cadence: 'day',
  fileNames: [
    new RegExp(`(?:^|/)(?:report[-_ ])?(?:${own})(?:[-_ .]\\d[\\d-]*)*\\.csv$`, 'i'),
    new RegExp(`(?:^|/)(?:report[-_ ])?(?:${plain})-\\d{6}[\\d-]*\\.csv$`, 'i'),
  ],
  columns: [
    column('date', { en: ['date', 'Day'] }, must),
    { role: 'metric', names: { en: ['value', 'Count'] }, required: true },
  ],
  titleMetrics: [
    { names: { en: 'signups' }, kpi: 'new_members' },
    { names: { en: 'topics' }, kpi: 'user_generated_content' },
    { names: { en: 'posts' }, kpi: 'messages' },
    { names: { en: 'likes' }, kpi: 'likes' },
    { names: { en: 'visits' }, kpi: 'active_members' },
    { names: { en: 'daily engaged users' }, kpi: 'participants' },
    { names: { en: ['consolidated page views', 'page view total reqs'] }, kpi: 'page_views' },
    { names: { en: 'bookmarks' }, kpi: 'saves' },
  ],
  example: {
    file: 'signups-261101-101500.csv',
    text: 'date,value\n2026-10-01,3\n2026-10-02,5\n2026-10-04,2\n',
    sums: { new_members: 10 },
    network: 'discourse',
    language: 'en',
  },
};

export const discourse: readonly Signature[] = [report];
