/**
 * Civil moments: what the clock on the client's wall said, to the minute, without a time zone.
 *
 * Differences are taken as written: a case that spans the night the clocks change is an hour off, as it would be for
 * whoever reads the two times in the log.
 */
import type { Moment } from '../book.ts';
import { civilOf, dayOf, daysInMonth } from '../time.ts';
import type { Day } from '../time.ts';

const secondsADay = 86_400;

/** The moment of `YYYY-MM-DDTHH:MM`, or `undefined` when it is not a real one. */
export function parseMoment(text: string): Moment | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(text);
  if (!m) return undefined;
  const [year, month, day, hour, minute] = [m[1], m[2], m[3], m[4], m[5]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59) return undefined;
  return dayOf(year, month, day) * secondsADay + hour * 3600 + minute * 60;
}

/** `YYYY-MM-DDTHH:MM`; seconds are dropped. */
export function momentText(moment: Moment): string {
  const { year, month, day } = civilOf(dayOfMoment(moment));
  const minutes = Math.floor((moment - dayOfMoment(moment) * secondsADay) / 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The civil day a moment lies on. */
export function dayOfMoment(moment: Moment): Day {
  return Math.floor(moment / secondsADay) as Day;
}
