/**
 * Civil time: days, cadences and periods.
 *
 * Figures sit on civil dates (no time zone, no clock), so every calculation is done on day numbers.
 * A period is a cadence plus its first day; week start and fiscal-year start belong to the client.
 */

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number & { readonly __brand: 'Day' };

/** An ISO civil date, `YYYY-MM-DD`: how days travel over the contract and into files. */
export type IsoDate = string;

export const cadences = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** How often a KPI is recorded; from finest to coarsest. */
export type Cadence = (typeof cadences)[number];

/** The client's own calendar. */
export interface Calendar {
  /** First weekday: 1 Monday to 7 Sunday. */
  readonly weekStart: number;
  /** Month (1 to 12) whose first day opens the fiscal year; quarters and years follow it. */
  readonly fiscalYearStart: number;
}

/** A period is known by its cadence and first day; its length follows from the calendar. */
export interface Period {
  readonly cadence: Cadence;
  readonly start: Day;
}

export const defaultCalendar: Calendar = { weekStart: 1, fiscalYearStart: 1 };

/** The day number of a civil date. Months are 1 to 12. Algorithm: Howard Hinnant, "days_from_civil". */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return (era * 146_097 + doe - 719_468) as Day;
}

/** Year, month (1 to 12) and day of month of a day number. Algorithm: Howard Hinnant, "civil_from_days". */
export function civilOf(day: Day): { year: number; month: number; day: number } {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** Days as text, remembered: the same few thousand are written over and over. */
const isoTexts = new Map<Day, IsoDate>();
const mostKept = 20_000;

/** `YYYY-MM-DD` of a day. */
export function isoOf(day: Day): IsoDate {
  const known = isoTexts.get(day);
  if (known !== undefined) return known;
  const c = civilOf(day);
  const text = `${String(c.year).padStart(4, '0')}-${String(c.month).padStart(2, '0')}-${String(c.day).padStart(2, '0')}`;
  if (isoTexts.size >= mostKept) isoTexts.clear();
  isoTexts.set(day, text);
  return text;
}

/** The day of an ISO civil date, or `undefined` when it is not a real one. */
export function parseIso(iso: string): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!m) return undefined;
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

export function daysInMonth(year: number, month: number): number {
  return dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - dayOf(year, month, 1);
}

/** ISO weekday, 1 Monday to 7 Sunday. (1970-01-01 was a Thursday.) */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function addDays(day: Day, n: number): Day {
  return (day + n) as Day;
}

/** The period of a cadence that holds a day. */
export function periodAt(cadence: Cadence, day: Day, calendar: Calendar): Period {
  const { year, month } = civilOf(day);
  switch (cadence) {
    case 'day':
      return { cadence, start: day };
    case 'week':
      return { cadence, start: addDays(day, -((weekdayOf(day) - calendar.weekStart + 7) % 7)) };
    case 'month':
      return { cadence, start: dayOf(year, month, 1) };
    case 'quarter':
      return { cadence, start: monthsBack(year, month, (month - calendar.fiscalYearStart + 12) % 3) };
    case 'year':
      return { cadence, start: monthsBack(year, month, (month - calendar.fiscalYearStart + 12) % 12) };
  }
}

function monthsBack(year: number, month: number, n: number): Day {
  const at = year * 12 + (month - 1) - n;
  return dayOf(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1);
}

/** The period `n` steps later (earlier when negative) of the same cadence. */
export function shiftPeriod(period: Period, n: number): Period {
  const { year, month } = civilOf(period.start);
  switch (period.cadence) {
    case 'day':
      return { cadence: 'day', start: addDays(period.start, n) };
    case 'week':
      return { cadence: 'week', start: addDays(period.start, 7 * n) };
    case 'month':
      return { cadence: 'month', start: monthsBack(year, month, -n) };
    case 'quarter':
      return { cadence: 'quarter', start: monthsBack(year, month, -3 * n) };
    case 'year':
      return { cadence: 'year', start: monthsBack(year, month, -12 * n) };
  }
}

/** The first day after a period. */
export function endOf(period: Period): Day {
  if (period.cadence === 'day') return addDays(period.start, 1);
  if (period.cadence === 'week') return addDays(period.start, 7);
  const key = period.start * 3 + (period.cadence === 'month' ? 0 : period.cadence === 'quarter' ? 1 : 2);
  const known = ends.get(key);
  if (known !== undefined) return known;
  const end = shiftPeriod(period, 1).start;
  if (ends.size >= mostKept) ends.clear();
  ends.set(key, end);
  return end;
}

/** Ends of months, quarters and years, remembered: every rule asks for them. */
const ends = new Map<number, Day>();

/** How many days a period has. */
export function lengthOf(period: Period): number {
  return endOf(period) - period.start;
}
