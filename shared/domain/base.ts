/**
 * What a period is compared with, as one short text: it stands in addresses, in the contract and in what went out.
 *
 * `previous` and `lastYear`; `ago:3` three periods earlier; `rolling:3` the last three periods together against the three
 * before; `yearToDate` and `fiscalYearToDate` since the year began, against the same stretch a year earlier;
 * `custom:2026-01-01..2026-01-31` the period against those days; `none`. With `+weekdays` the base is moved to begin on
 * the same weekday and has as many days.
 */
import { parseIso } from './time.ts';
import type { Day, IsoDate } from './time.ts';

const plainBases = ['previous', 'lastYear', 'yearToDate', 'fiscalYearToDate', 'none'] as const;
type PlainBase = (typeof plainBases)[number];
type Unaligned = PlainBase | `ago:${number}` | `rolling:${number}` | `custom:${IsoDate}..${IsoDate}`;
export type BaseKind = Unaligned | `${Unaligned}+weekdays`;

export type ParsedBase = (
  | { readonly kind: PlainBase }
  | { readonly kind: 'ago' | 'rolling'; readonly n: number }
  /** First and last day, both included. */
  | { readonly kind: 'custom'; readonly from: Day; readonly to: Day }
) & { readonly weekdays: boolean };

/** Periods back, or together, that make sense of any cadence. */
const mostPeriods = 400;
const weekdaysMark = '+weekdays';

/** Reads a base; `null` when the text is none. What stands in a `BaseKind` is read once. */
export function parseBase(text: string): ParsedBase | null {
  const known = parsedBases.get(text);
  if (known !== undefined) return known;
  const parsed = readBase(text);
  if (parsed !== null) {
    if (parsedBases.size >= mostKept) parsedBases.clear();
    parsedBases.set(text, parsed);
  }
  return parsed;
}

const parsedBases = new Map<string, ParsedBase>();
const mostKept = 200;

function readBase(text: string): ParsedBase | null {
  const weekdays = text.endsWith(weekdaysMark);
  const bare = weekdays ? text.slice(0, -weekdaysMark.length) : text;
  const plain = plainBases.find((kind) => kind === bare);
  if (plain !== undefined) return plain === 'none' && weekdays ? null : { kind: plain, weekdays };
  const counted = /^(ago|rolling):([1-9]\d{0,2})$/.exec(bare);
  if (counted !== null) {
    const n = Number(counted[2]);
    return n > mostPeriods ? null : { kind: counted[1] === 'ago' ? 'ago' : 'rolling', n, weekdays };
  }
  const custom = /^custom:(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(bare);
  const from = parseIso(custom?.[1] ?? '');
  const to = parseIso(custom?.[2] ?? '');
  return from === undefined || to === undefined || to < from ? null : { kind: 'custom', from, to, weekdays };
}

export function isBase(text: string): text is BaseKind {
  return parseBase(text) !== null;
}

/** The base with or without weekday alignment; `none` has none. */
export function withWeekdays(base: BaseKind, on: boolean): BaseKind {
  const bare = base.endsWith(weekdaysMark)
    ? (base.slice(0, -weekdaysMark.length) as Unaligned)
    : (base as Unaligned);
  return on && bare !== 'none' ? `${bare}${weekdaysMark}` : bare;
}
