/**
 * Which report of a client goes out next, and by when.
 *
 * A report is over one closed period of the client's report cadence and is due so many days after the period's last day.
 * Owed is what closed since the newest report that went out: a period passed over by a later report is not asked for
 * again. Before the first report, what is owed begins with the period that had just closed when the client was made,
 * and never before there are figures: history brought along is not late, and the first report has its days from then on.
 */
import { rankOf } from './period.ts';
import { addDays, endOf, periodAt, shiftPeriod, weekdayOf } from './time.ts';
import type { Cadence, Calendar, Day, Period } from './time.ts';

export const reportCadences = ['week', 'month', 'quarter', 'year'] as const;
export type ReportCadence = (typeof reportCadences)[number];

export interface Schedule {
  readonly cadence: ReportCadence;
  /** Days after the period's last day. */
  readonly after: number;
}

export interface ReportHistory {
  /** The day the client was made. */
  readonly made: Day;
  /** First day of the first figure; `null`: there is none. */
  readonly first: Day | null;
  /** Periods whose report went out; those of another cadence say nothing. */
  readonly out: readonly Period[];
}

export interface NextReport {
  readonly period: Period;
  readonly due: Day;
  /** True once the period's last day has passed. */
  readonly closed: boolean;
  /** Closed periods without a report, this one included; 0 while it runs. */
  readonly owed: number;
}

/** The day by which the report over a period is due. */
export function dueDay(schedule: Schedule, period: Period): Day {
  return addDays(endOf(period), schedule.after - 1);
}

/** The report that is to be made next; `null` while the client has no figures. */
export function nextReport(
  schedule: Schedule,
  calendar: Calendar,
  history: ReportHistory,
  today: Day,
): NextReport | null {
  if (history.first === null) return null;
  const at = (day: Day): Period => periodAt(schedule.cadence, day, calendar);
  const begun = at(history.first);
  const newest = newestOut(schedule.cadence, history.out);
  const asked = newest ? shiftPeriod(newest, 1) : shiftPeriod(at(history.made), -1);
  const period = asked.start >= begun.start ? asked : begun;
  const closed = endOf(period) <= today;
  let owed = 0;
  for (let one = period; endOf(one) <= today; one = shiftPeriod(one, 1)) owed += 1;
  // Nobody is late with a report that was due before the client was there.
  const due = Math.max(dueDay(schedule, period), addDays(history.made, schedule.after)) as Day;
  return { period, due, closed, owed };
}

function newestOut(cadence: Cadence, out: readonly Period[]): Period | null {
  return out.reduce<Period | null>(
    (newest, one) =>
      rankOf(one.cadence) === rankOf(cadence) && (newest === null || one.start > newest.start) ? one : newest,
    null,
  );
}

/** Friday of the working week at hand; on a weekend that of the next. */
export function fridayOf(today: Day): Day {
  return addDays(today, (5 - weekdayOf(today) + 7) % 7);
}
