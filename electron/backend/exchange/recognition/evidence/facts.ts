/**
 * Dates that stand outside the tables: in file names, `#` lines, titles, time stamps.
 */
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import type { DateReading } from '../../../../../shared/domain/cells/dates.ts';
import { addDays, dayOf, endOf, parseIso } from '../../../../../shared/domain/time.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import type { Span, TableEnv } from '../context.ts';
import { fold } from '../fold.ts';

const inName =
  /(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)|(?<![a-z])[a-z]{3,9}[-_ ]\d{1,2}[-_ ]\d{4}(?!\d)|(?<!\d)\d{1,2}[-_ ][a-z]{3,9}[-_ ]\d{4}(?!\d)/gi;

/** The whole dates that a file name carries, in order; where it has none, those of the archive that it came in. */
function daysInName(name: string): Day[] {
  for (const part of name.split('/').toReversed()) {
    if (part.length > 255) continue;
    const found: Day[] = [];
    for (const [text] of part.matchAll(inName)) {
      const reading = parseDate(text.replaceAll(/[_-]/g, /^\d{4}-/.test(text) ? '-' : ' '));
      if (reading?.kind === 'day') found.push(reading.day);
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** The range that `#` lines, titles or the file name state. */
export function statedSpan(
  comments: readonly string[],
  titles: readonly string[],
  fileName: string,
): Span | undefined {
  let first: Day | undefined;
  let last: Day | undefined;
  for (const comment of comments) {
    const folded = fold(comment);
    // "Start date: 20230424" and then the end, in the language of the screen.
    const day = /^\p{L}[\p{L} ]* (\d{8})$/u.exec(folded)?.[1];
    const reading = day === undefined ? undefined : parseDate(day);
    if (reading?.kind === 'day') {
      if (first === undefined || last !== undefined) [first, last] = [reading.day, undefined];
      else last = reading.day;
    }
    const range = spanOf(parseDate(comment.trim()));
    if (range) [first, last] = [range.first, range.last];
  }
  if (first !== undefined && last !== undefined && last >= first) return { first, last };
  for (const title of titles.toReversed()) {
    const range = spanOf(parseDate(title.split('|').at(-1)?.trim() ?? ''));
    if (range) return range;
  }
  const named = daysInName(fileName);
  const [a, b] = named;
  return named.length === 2 && a !== undefined && b !== undefined && b >= a
    ? { first: a, last: b }
    : undefined;
}

function spanOf(reading: DateReading | undefined): Span | undefined {
  if (reading?.kind === 'period') {
    const end = endOf({ cadence: reading.cadence, start: reading.start });
    return { first: reading.start, last: addDays(end, -1) };
  }
  if (reading?.kind !== 'range') return undefined;
  const { from, to } = reading;
  if (from.kind === 'day' && to.kind === 'day' && to.day >= from.day)
    return { first: from.day, last: to.day };
  if (from.kind === 'numeric' && to.kind === 'numeric') {
    // A month first unless a part says otherwise: the one platform that heads a sheet so is American.
    const dmy = from.a > 12 || to.a > 12;
    const order = dmy ? 'dmy' : 'mdy';
    const first = parseDate(isoText(from, order));
    const last = parseDate(isoText(to, order));
    if (first?.kind === 'day' && last?.kind === 'day' && last.day >= first.day)
      return { first: first.day, last: last.day };
  }
  return undefined;
}

function isoText(reading: { a: number; b: number; year: number }, order: 'mdy' | 'dmy'): string {
  const [month, date] = order === 'mdy' ? [reading.a, reading.b] : [reading.b, reading.a];
  return `${reading.year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Archives written without a clock stamp their files with 1980: no report is from before this day. */
const earliest = dayOf(2005, 1, 1);

/** The day of a time stamp, where it can be one. */
export function dayOfStamp(stamp: string | undefined): Day | undefined {
  const day = stamp === undefined ? undefined : parseIso(stamp.slice(0, 10));
  return day === undefined || day < earliest ? undefined : day;
}

/** The day an export was made, best evidence first; undefined when only a copied file's time stamp is left. */
export function exportDay(env: TableEnv, platform: string): Day | undefined {
  const inside = env.shared.exportDays.get(platform);
  if (inside !== undefined) return inside;
  const named = daysInName(env.file);
  const latest = named.length === 0 ? undefined : (Math.max(...named) as Day);
  if (latest !== undefined && latest <= env.context.today + 1) return latest;
  const stamped = env.archived ? dayOfStamp(env.modified) : undefined;
  return stamped !== undefined && stamped <= env.context.today + 1 ? stamped : undefined;
}

/** Creation day inside an id: TikTok keeps seconds in the upper 32 bits, X milliseconds since its own epoch. */
export function dayInId(id: string, kind: 'tiktok' | 'x'): Day | undefined {
  const digits = /(\d{15,20})(?!.*\d{15,20})/.exec(id.length > 400 ? id.slice(-400) : id)?.[1];
  if (digits === undefined) return undefined;
  const n = BigInt(digits);
  const seconds = kind === 'tiktok' ? Number(n >> 32n) : (Number(n >> 22n) + 1_288_834_974_657) / 1000;
  const day = Math.floor(seconds / 86_400);
  return day > 13_000 && day < 30_000 ? (day as Day) : undefined;
}
