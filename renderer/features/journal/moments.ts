/** Civil moments as people type and read them: a date and a time of the clock on the wall. Pure. */
import { formatDate } from '../../../shared/domain/format.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { parseMoment } from '../../../shared/domain/logs/moment.ts';

/** A moment in its two parts; either may be empty while it is being typed. */
export interface MomentParts {
  readonly date: string;
  readonly time: string;
}

/** `14:05` from `14:05`, `14.05`, `1405`, `9` or `9h`; `undefined` for anything else. */
export function parseTime(text: string): string | undefined {
  const bare = text.trim().toLowerCase();
  const match = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*h?$/.exec(bare) ?? /^(\d{1,2})(\d{2})$/.exec(bare);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** What the clock of this machine says, to the minute. */
export function momentNow(now: Date = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const date = `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${date}T${two(now.getHours())}:${two(now.getMinutes())}`;
}

export function partsOf(moment: string): MomentParts {
  const [date = '', time = ''] = moment.split('T');
  return { date, time };
}

/** The moment of two parts; `null` while one of them is none. */
export function momentOf({ date, time }: MomentParts): string | null {
  const moment = `${date}T${time}`;
  return parseMoment(moment) === undefined ? null : moment;
}

/** `3 Oct 2026 09:12`; without the year where it is that of `today`. */
export function shownMoment(moment: string, today: string, language: Language): string {
  const { date, time } = partsOf(moment);
  return `${formatDate(date, language, date.slice(0, 4) === today.slice(0, 4) ? 'short' : 'medium')} ${time}`;
}

/** Seconds from one moment to another; `null` where either is none. */
export function secondsBetween(from: string, to: string): number | null {
  const [a, b] = [parseMoment(from), parseMoment(to)];
  return a === undefined || b === undefined ? null : b - a;
}
