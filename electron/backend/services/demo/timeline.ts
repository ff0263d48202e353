/** The demo's months around today: 0 is the newest whole month, 1 the running one. */
import { addDays, civilOf, endOf, periodAt, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Calendar, Day, Period } from '../../../../shared/domain/time.ts';
import { WHOLE_MONTHS } from './inputs.ts';
import type { Curve, DemoEvent } from './inputs.ts';

export type Recorded = 'day' | 'week' | 'month';

export interface Timeline {
  readonly today: Day;
  readonly month: (offset: number) => Period;
  /** First days of a month's units, those still to come included. A week belongs to the month of its fourth day. */
  readonly units: (cadence: Recorded, offset: number) => readonly Day[];
  /**
   * Whether a unit's figure can be there today: nothing is from the future, daily figures arrive `lag` days late
   * (whole months are complete), and a week or month of the running month is recorded once it is over.
   */
  readonly isRecorded: (cadence: Recorded, offset: number, start: Day, lag: number) => boolean;
  /** The days an event covers, both included; the day of month is held within its month. */
  readonly daysOf: (event: DemoEvent) => { readonly from: Day; readonly to: Day };
}

/** Every month that has figures, oldest first. */
export const offsets: readonly number[] = Array.from(
  { length: WHOLE_MONTHS + 1 },
  (_, i) => i + 1 - WHOLE_MONTHS,
);

export function timelineOf(today: Day, calendar: Calendar): Timeline {
  const newest = shiftPeriod(periodAt('month', today, calendar), -1);
  const month = (offset: number): Period => shiftPeriod(newest, offset);
  return {
    today,
    month,
    units: (cadence, offset) => unitsIn(cadence, month(offset), calendar),
    isRecorded(cadence, offset, start, lag) {
      if (start >= today) return false;
      if (offset <= 0) return true;
      return cadence === 'day' ? start <= today - lag : endOf({ cadence, start }) <= today;
    },
    daysOf(event) {
      const at = month(event.month);
      const from = Math.min(at.start + event.day - 1, endOf(at) - 1) as Day;
      return { from, to: addDays(from, event.days - 1) };
    },
  };
}

function unitsIn(cadence: Recorded, month: Period, calendar: Calendar): Day[] {
  if (cadence === 'month') return [month.start];
  const end = endOf(month);
  if (cadence === 'day') return Array.from({ length: end - month.start }, (_, i) => addDays(month.start, i));
  const weeks: Day[] = [];
  let { start } = periodAt('week', month.start, calendar);
  for (; start + 3 < end; start = addDays(start, 7)) if (start + 3 >= month.start) weeks.push(start);
  return weeks;
}

/** January is 0. */
export function calendarMonth(period: Period): number {
  return civilOf(period.start).month - 1;
}

/** The curve's value in a month. Before its first and after its last point it stays as it was there. */
export function valueAt(curve: Curve, offset: number): number {
  const [first] = curve;
  if (first === undefined) return 0;
  const at = curve.findIndex(([month]) => month >= offset);
  const to = curve[at];
  const from = curve[at - 1];
  if (to === undefined) return curve.at(-1)?.[1] ?? first[1];
  if (from === undefined) return to[1];
  return from[1] + ((to[1] - from[1]) * (offset - from[0])) / (to[0] - from[0]);
}

/** As `valueAt`, but outside its points the curve goes on as between the two nearest: a stock keeps growing. */
export function trendAt(curve: Curve, offset: number): number {
  const inside = Math.min(Math.max(offset, curve[0]?.[0] ?? 0), curve.at(-1)?.[0] ?? 0);
  if (inside === offset) return valueAt(curve, offset);
  const inward = inside < offset ? inside - 1 : inside + 1;
  const slope = valueAt(curve, inside) - valueAt(curve, inward);
  return valueAt(curve, inside) + slope * Math.abs(offset - inside);
}

/** Whether the curve states this month, rather than passing through it. */
export function isStated(curve: Curve, offset: number): boolean {
  return curve.some(([at]) => at === offset);
}
