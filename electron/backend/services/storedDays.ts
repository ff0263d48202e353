/**
 * A daily series that stays in the store: months are fetched put together, days only where single days are asked for.
 *
 * What has been fetched is kept for as long as the book lives, and a book lives until the store changes.
 */
import { civilOf, dayOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { lowerBound, rollOf } from '../../../shared/domain/tracks.ts';
import type { Roll, Slice, Track } from '../../../shared/domain/tracks.ts';
import type { SilentSpan } from '../../../shared/domain/book.ts';
import type { ReadStore } from '../../store/openStore.ts';
import { closingsOf, monthsOf, nearestFigure, pairsOf } from '../../store/queries/figures.ts';
import type { SeriesKey } from '../../store/queries/figures.ts';

/** Months (year x 12 + month - 1) that a view is going to look at, fetched at once where any of them is asked for. */
export interface MonthWindow {
  from: number;
  to: number;
}

const empty: Roll = { recorded: 0, notApplicable: 0, sum: 0, min: Infinity, max: -Infinity };
/** Single days are fetched by quarters of a year. */
const block = 3;
const yearBlock = 12;

export function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

function firstOf(month: number): Day {
  return dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1);
}

/** What a KPI's aggregation asks of its daily series: sums, sums and extremes, or the newest figure. */
export type Asked = 'sums' | 'extremes' | 'newest';

export interface StoredDaysParts {
  readonly store: ReadStore;
  readonly series: SeriesKey;
  /** First day of the first figure in the store. */
  readonly first: Day;
  readonly asked: Asked;
  readonly window: MonthWindow;
  /** Days over which silence means zero: sorted, apart from each other, both ends included. */
  readonly silent: readonly SilentSpan[];
}

/** The track of a daily series. `first` counts silent zeros too. */
export function storedDays({ store, series, first, asked, window, silent }: StoredDaysParts): Track {
  const months = new Map<number, Roll>();
  const days = new Map<number, Slice>();

  const loadMonths = (month: number): void => {
    const [from, to] =
      month >= window.from && month <= window.to
        ? [window.from, window.to]
        : [month - (month % yearBlock), month - (month % yearBlock) + yearBlock - 1];
    for (let i = from; i <= to; i += 1) if (!months.has(i)) months.set(i, empty);
    for (const [i, all, recorded, sum, min, max] of monthsOf(store, series, from, to, asked === 'extremes')) {
      months.set(i, {
        recorded,
        notApplicable: all - recorded,
        sum: sum ?? 0,
        min: min ?? Infinity,
        max: max ?? -Infinity,
      });
    }
  };

  const monthRoll = (month: number): Roll => {
    if (!months.has(month)) loadMonths(month);
    return months.get(month) ?? empty;
  };

  const blockOf = (at: number): Slice => {
    const known = days.get(at);
    if (known !== undefined) return known;
    const pairs = pairsOf(store, series, firstOf(at * block), firstOf((at + 1) * block));
    const slice = withSilence(
      { starts: pairs.map(([day]) => day as Day), values: pairs.map(([, value]) => value) },
      silent,
      firstOf(at * block),
      firstOf((at + 1) * block),
    );
    days.set(at, slice);
    return slice;
  };

  const slice = (from: Day, to: Day): Slice => {
    if (to <= from) return { starts: [], values: [] };
    const [a, b] = [Math.floor(monthOf(from) / block), Math.floor(monthOf((to - 1) as Day) / block)];
    const parts: Slice[] = [];
    for (let at = a; at <= b; at += 1) {
      const whole = blockOf(at);
      const [i, j] = [lowerBound(whole.starts, from), lowerBound(whole.starts, to)];
      parts.push({ starts: whole.starts.slice(i, j), values: whole.values.slice(i, j) });
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined
      ? only
      : { starts: parts.flatMap((p) => p.starts), values: parts.flatMap((p) => p.values) };
  };

  const wholeMonths = (from: Day, to: Day): Roll => {
    let sum = empty;
    for (let month = monthOf(from); firstOf(month) < to; month += 1) sum = plus(sum, monthRoll(month));
    return sum;
  };

  const roll = (from: Day, to: Day): Roll => {
    if (to <= from) return empty;
    const head = monthOf(from);
    // By far the most asked for: one whole month of a source that never falls silent.
    if (silent.length === 0 && firstOf(head) === from && firstOf(head + 1) === to) return monthRoll(head);
    const begin = firstOf(head) === from ? from : firstOf(head + 1);
    const end = firstOf(monthOf(to));
    if (begin >= end) return rollOf(slice(from, to).values);
    const silence = silenceIn(silent, begin, end);
    // Silence over a part of it: only the days themselves tell which of them are zeros.
    if (silence === 'some') return rollOf(slice(from, to).values);
    const recorded = wholeMonths(begin, end);
    const zeros = silence === 'all' ? end - begin - recorded.recorded - recorded.notApplicable : 0;
    const middle = zeros > 0 ? plus(recorded, { ...empty, recorded: zeros, min: 0, max: 0 }) : recorded;
    const [before, after] = [slice(from, begin), slice(end, to)];
    if (before.values.length === 0 && after.values.length === 0) return middle;
    return plus(plus(rollOf(before.values), middle), rollOf(after.values));
  };

  /** Values that came along with a search, so that a stock's newest figure costs one seek. */
  const found = new Map<number, number | null>();
  const near = (day: Day, side: 'before' | 'after'): Day | undefined => {
    const figure = nearestFigure(store, series, day, side);
    if (figure !== undefined) found.set(figure[0], figure[1]);
    const stored = figure?.[0];
    const silentDay = nearestSilence(silent, day, side);
    if (stored === undefined || silentDay === undefined) return (stored ?? silentDay) as Day | undefined;
    return (side === 'before' ? Math.max(stored, silentDay) : Math.min(stored, silentDay)) as Day;
  };
  const nearest = new Map<number, Day | undefined>();
  /** Stocks are asked for at month ends: those of the window come together. */
  const loadClosings = (): void => {
    closed = true;
    for (const [until, day, value] of closingsOf(store, series, window.from, window.to)) {
      found.set(day, value);
      nearest.set(until, day as Day);
    }
  };
  let closed = asked !== 'newest' || silent.length > 0;
  const before = (day: Day): Day | undefined => {
    if (!closed && window.to >= window.from) loadClosings();
    if (!nearest.has(day)) nearest.set(day, near(day, 'before'));
    return nearest.get(day);
  };

  return {
    cadence: 'day',
    first: Math.min(first, silent[0]?.from ?? first) as Day,
    at: (start) => {
      const known = found.get(start);
      if (known !== undefined) return known;
      const whole = blockOf(Math.floor(monthOf(start) / block));
      const i = lowerBound(whole.starts, start);
      return whole.starts[i] === start ? whole.values[i] : undefined;
    },
    before,
    after: (day) => near(day, 'after'),
    slice,
    roll,
  };
}

function plus(a: Roll, b: Roll): Roll {
  if (a === empty) return b;
  return {
    recorded: a.recorded + b.recorded,
    notApplicable: a.notApplicable + b.notApplicable,
    sum: a.sum + b.sum,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/** The figures of [from, to) with the zeros that silence means. */
function withSilence(slice: Slice, silent: readonly SilentSpan[], from: Day, to: Day): Slice {
  if (!silent.some((span) => span.from < to && span.to >= from)) return slice;
  const values = new Map(slice.starts.map((start, i) => [start, slice.values[i] ?? null]));
  for (const span of silent) {
    for (let day = Math.max(span.from, from); day <= span.to && day < to; day += 1)
      if (!values.has(day as Day)) values.set(day as Day, 0);
  }
  const starts = [...values.keys()].toSorted((a, b) => a - b);
  return { starts, values: starts.map((start) => values.get(start) ?? null) };
}

function silenceIn(silent: readonly SilentSpan[], from: Day, to: Day): 'none' | 'some' | 'all' {
  const within = silent.filter((span) => span.from < to && span.to >= from);
  if (within.length === 0) return 'none';
  return within.some((span) => span.from <= from && span.to >= to - 1) ? 'all' : 'some';
}

function nearestSilence(
  silent: readonly SilentSpan[],
  day: Day,
  side: 'before' | 'after',
): number | undefined {
  if (side === 'before') {
    const last = silent.findLast((span) => span.from < day);
    return last === undefined ? undefined : Math.min(last.to, day - 1);
  }
  const next = silent.find((span) => span.to >= day);
  return next === undefined ? undefined : Math.max(next.from, day);
}
