/**
 * The growth a target asks for, beside what the client did over stretches of the same length.
 *
 * Length: growth targets ask over one period or over a year. A way from a baseline, and a stock with an end, have until
 * the target's last period; everything else must hold from the first period it is asked of. Growth is told as
 * improvement: where less is better, a fall of 20 % is 0.2. Usual: the median; most: the 95th percentile (type 7).
 */
import { engineOf } from '../aggregate.ts';
import type { Book } from '../book.ts';
import { historyOf } from '../history.ts';
import { periodsBack } from '../period.ts';
import { median, quantile } from '../statistics.ts';
import type { Target } from '../target.ts';
import { addDays, periodAt, shiftPeriod } from '../time.ts';
import type { Cadence, Period } from '../time.ts';

export interface GrowthAsked {
  /** From the newest closed period, as improvement; 0 or less: already there. */
  readonly asked: number;
  /** Periods it is asked over. */
  readonly periods: number;
  /** The newest closed period's value, and the goal it is to come to; growth targets: `null`. */
  readonly value: number | null;
  readonly goal: number | null;
  /** The client's own growth over as many periods; `null` under 3 samples. */
  readonly usual: number | null;
  readonly most: number | null;
  readonly samples: number;
}

/** Fewer stretches of the same length tell nothing about what is usual. */
export const leastSamples = 3;
const looked: Readonly<Record<Cadence, number>> = { day: 400, week: 156, month: 48, quarter: 20, year: 10 };
const year: Readonly<Record<Cadence, number>> = { day: 364, week: 52, month: 12, quarter: 4, year: 1 };
const mostPeriods = 800;

/** What a target asks; a text where that cannot be said. */
export function growthAsked(book: Book, target: Target): GrowthAsked | 'noValue' | 'baseZero' {
  const last = periodsBack(periodAt(target.cadence, book.today, book.calendar), 1);
  const asked = askedOf(book, target, last);
  if (typeof asked === 'string') return asked;
  const { periods, sign } = asked;
  const values = historyOf(book, target.kpi, target.channel, last, looked[target.cadence] + periods);
  const byStart = new Map(values.map((one) => [one.period.start, one.value]));
  const grown = values.flatMap(({ period, value }) => {
    if (value === null || value === 0) return [];
    const then = byStart.get(shiftPeriod(period, periods).start) ?? null;
    return then === null ? [] : [(sign * (then - value)) / Math.abs(value)];
  });
  const known = grown.length >= leastSamples;
  return {
    asked: asked.asked,
    periods,
    value: asked.value,
    goal: asked.goal,
    usual: known ? median(grown) : null,
    most: known ? quantile(grown, 0.95) : null,
    samples: grown.length,
  };
}

interface Asked extends Pick<GrowthAsked, 'asked' | 'periods' | 'value' | 'goal'> {
  /** 1 where more is better, -1 where less is. */
  readonly sign: 1 | -1;
}

function askedOf(book: Book, target: Target, last: Period): Asked | 'noValue' | 'baseZero' {
  if (target.kind === 'growPrevious' || target.kind === 'growLastYear') {
    const sign = book.definition(target.kpi)?.direction === 'down' ? -1 : 1;
    const periods = target.kind === 'growPrevious' ? 1 : year[target.cadence];
    return { asked: sign * target.goal + 0, periods, value: null, goal: null, sign };
  }
  const value = historyOf(book, target.kpi, target.channel, last, 1)[0]?.value ?? null;
  if (value === null) return 'noValue';
  const { goal, sign } = edgeOf(target, value);
  const periods = lengthTo(book, target, last);
  if (value === 0 && goal !== 0) return 'baseZero';
  const asked = value === 0 ? 0 : (sign * (goal - value)) / Math.abs(value);
  return { asked: asked + 0, periods, value, goal, sign };
}

/** The goal in question, and which way it lies: of a range the nearer edge. */
function edgeOf(target: Target, value: number): { goal: number; sign: 1 | -1 } {
  switch (target.kind) {
    case 'atMost':
      return { goal: target.goal, sign: -1 };
    case 'between': {
      const upper = target.goalTo ?? target.goal;
      return value > upper ? { goal: upper, sign: -1 } : { goal: target.goal, sign: 1 };
    }
    case 'baseline':
      return { goal: target.goal, sign: target.goal < (target.baseline ?? value) ? -1 : 1 };
    case 'atLeast':
    case 'growPrevious':
    case 'growLastYear':
      return { goal: target.goal, sign: 1 };
  }
}

/** Periods from the newest closed one to the one that must have reached the goal; 1 at least. */
function lengthTo(book: Book, target: Target, last: Period): number {
  const { calendar } = book;
  const byEnd = target.kind === 'baseline' || engineOf(book).kindOf(target.kpi) === 'stock';
  const day = byEnd && target.to !== null ? addDays(target.to, -1) : target.from;
  const due = periodAt(target.cadence, day, calendar).start;
  let periods = 1;
  while (periods < mostPeriods && shiftPeriod(last, periods).start < due) periods += 1;
  return periods;
}
