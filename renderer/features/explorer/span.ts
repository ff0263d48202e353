/** Which days the explorer looks at: so many months back from the end of the chosen period. Pure. */
import { addDays, civilOf, dayOf, endOf, isoOf, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from '../../../shared/domain/time.ts';

/** Steps offered on screen; the finest last one that still reads. */
export const steps = ['day', 'week', 'month', 'quarter'] as const satisfies readonly Cadence[];
export type Step = (typeof steps)[number];

/** Months looked back, per step; the second is what a new step begins with. */
export const spans: Readonly<Record<Step, readonly number[]>> = {
  day: [1, 3, 6],
  week: [6, 12, 24],
  month: [12, 18, 24, 36],
  quarter: [24, 36, 60],
};

export function defaultSpan(step: Step): number {
  return spans[step][1] ?? 12;
}

export function isStep(text: string | undefined): text is Step {
  return (steps as readonly (string | undefined)[]).includes(text);
}

/** First and last day, inclusive, of whole steps that end with the period. */
export function spanOf(
  period: Period,
  step: Step,
  months: number,
  calendar: Calendar,
): { from: IsoDate; to: IsoDate } {
  const end = endOf(period);
  const last = addDays(end, -1);
  const { year, month } = civilOf(end);
  const at = year * 12 + (month - 1) - months;
  const first = dayOf(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1);
  return { from: isoOf(periodAt(step, first, calendar).start), to: isoOf(last) };
}

/** Beside the newest closed period stands what has begun since: its newest points, and the forecast of the running one. */
export function withRunning(
  span: { readonly from: IsoDate; readonly to: IsoDate },
  period: Period,
  step: Step,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): { from: IsoDate; to: IsoDate } {
  const next = shiftPeriod(period, 1);
  if (today < next.start || today >= endOf(next)) return span;
  return { from: span.from, to: isoOf(addDays(endOf(periodAt(step, today, calendar)), -1)) };
}
