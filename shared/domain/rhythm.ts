/**
 * When the next export of a report is due.
 *
 * What counts is how far the exports reached, not when they were brought: six months brought on one evening are six
 * months. The rhythm is the middle gap between the days they reached, once there are two gaps; before that it is the
 * cadence of the KPIs recorded from it, where an export carries its days with it: daily KPIs alone follow the reports.
 *
 * Due is the first day after one more such stretch, or after the report period it must cover has closed, if that is
 * sooner. Nothing is due of a channel that ended, nor of an export that was left out three times when others of its
 * channel were brought.
 */
import { rankOf } from './period.ts';
import { addDays, civilOf, dayOf, daysInMonth, endOf, periodAt } from './time.ts';
import type { Cadence, Calendar, Day } from './time.ts';

/** One import of an export: the day it was brought, the last day it told of. */
export interface Sighting {
  readonly day: Day;
  readonly last: Day;
}

export interface ExportHistory {
  readonly sightings: readonly Sighting[];
  /** Cadences of the KPIs recorded on the channel. */
  readonly kpis: readonly Cadence[];
  /** Cadence of the client's reports; `null`: none. */
  readonly reports: Cadence | null;
  readonly calendar: Calendar;
  /** Last day of the channel; `null`: it goes on. */
  readonly activeTo: Day | null;
  /** Days on which other exports of the channel were brought. */
  readonly others: readonly Day[];
}

export interface Rhythm {
  readonly cadence: Cadence;
  /** What it was read from. */
  readonly from: 'imports' | 'kpis';
}

export interface DueExport extends Rhythm {
  /** The last day that is covered. */
  readonly covered: Day;
  /** The first day on which the next is due: today or earlier, it is due. */
  readonly since: Day;
}

/** Gaps, in days, up to which exports are of a cadence; longer ones are yearly. */
const longest: readonly (readonly [Cadence, number])[] = [
  ['day', 2],
  ['week', 10],
  ['month', 45],
  ['quarter', 135],
];
const gapsNeeded = 2;
const reachesLookedAt = 13;
const leftOutEnough = 3;

export function rhythmOf({
  sightings,
  kpis,
  reports,
}: Pick<ExportHistory, 'sightings' | 'kpis' | 'reports'>): Rhythm {
  const reaches = [...new Set(sightings.map((one) => one.last))]
    .toSorted((a, b) => a - b)
    .slice(-reachesLookedAt);
  const gaps = reaches
    .slice(1)
    .map((day, i) => day - (reaches[i] ?? day))
    .toSorted((a, b) => a - b);
  const middle = gaps[Math.floor(gaps.length / 2)];
  if (middle !== undefined && gaps.length >= gapsNeeded)
    return { cadence: longest.find(([, days]) => middle <= days)?.[0] ?? 'year', from: 'imports' };
  const [finest] = kpis.filter((one) => one !== 'day').toSorted((a, b) => rankOf(a) - rankOf(b));
  if (finest !== undefined) return { cadence: finest, from: 'kpis' };
  return { cadence: reports ?? (kpis.length > 0 ? 'week' : 'month'), from: 'kpis' };
}

/** `null`: nothing more is to come. */
export function dueExport(history: ExportHistory): DueExport | null {
  const { sightings, reports, calendar, activeTo, others } = history;
  if (sightings.length === 0) return null;
  const covered = Math.max(...sightings.map((one) => one.last)) as Day;
  if (activeTo !== null && activeTo <= covered) return null;
  const rhythm = rhythmOf(history);
  const from = addDays(covered, 1);
  const ends = [oneMore(from, rhythm.cadence)];
  if (reports !== null) ends.push(endOf(periodAt(reports, from, calendar)));
  if (activeTo !== null) ends.push(addDays(activeTo, 1));
  const since = Math.min(...ends) as Day;
  const brought = Math.max(...sightings.map((one) => one.day)) as Day;
  const without = new Set(others.filter((day) => day > brought && day >= since));
  return without.size >= leftOutEnough ? null : { ...rhythm, covered, since };
}

/** The day one unit of a cadence later; of months, the same day or the month's last. */
function oneMore(day: Day, cadence: Cadence): Day {
  if (cadence === 'day') return addDays(day, 1);
  if (cadence === 'week') return addDays(day, 7);
  const months = { month: 1, quarter: 3, year: 12 }[cadence];
  const civil = civilOf(day);
  const at = civil.year * 12 + civil.month - 1 + months;
  const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
  return dayOf(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

/** When the next figure of a KPI that is typed by hand is due: once the period after the last one has closed. */
export function dueTyped(
  last: Day,
  cadence: Cadence,
  calendar: Calendar,
  activeTo: Day | null,
): { readonly covered: Day; readonly since: Day } | null {
  const from = endOf(periodAt(cadence, last, calendar));
  if (activeTo !== null && activeTo < from) return null;
  return { covered: addDays(from, -1), since: endOf(periodAt(cadence, from, calendar)) };
}
