/**
 * What the rules look at: one KPI on one channel, in its newest closed period, the one before, and the one that runs.
 *
 * Facts are worked out when a rule first asks, and once.
 */
import type { BaseKind } from '../base.ts';
import type { Book } from '../book.ts';
import { outlookOf } from '../forecast.ts';
import type { Outlook } from '../forecast.ts';
import { newestClosed } from '../history.ts';
import { judge } from '../judgement.ts';
import type { KpiDefinition } from '../kpi.ts';
import { measure } from '../measure.ts';
import { isRunning, periodsBack } from '../period.ts';
import type { Judgement, Measured, Signal } from '../results.ts';
import { signalOf } from '../signal.ts';
import { addDays, endOf, isoOf, parseIso, periodAt } from '../time.ts';
import type { Period } from '../time.ts';
import { trendOf } from '../trend.ts';
import type { Trend } from '../trend.ts';
import { judgeWithCounter } from '../vanity.ts';
import { valuesOf } from './reason.ts';
import type { ReasonValues } from './reason.ts';

/** A KPI as it is shown: on one channel, or all together (`null`). */
export interface ShownScope {
  readonly kpi: string;
  readonly channel: string | null;
}

/** Where the person looks: everything of a proposal follows from it. */
export interface View {
  readonly period: Period;
  readonly base: BaseKind;
}

export interface Facts extends ShownScope {
  readonly book: Book;
  readonly view: View;
  readonly definition: KpiDefinition;
  /** The newest closed period up to the view's. */
  readonly closed: Period;
  /** The view's period where it is running. */
  readonly running: Period | null;
  /** All scopes looked at together. */
  readonly scopes: readonly ShownScope[];
  readonly measured: Measured;
  /** The closed period without, and with, its counter KPI. */
  readonly own: Judgement;
  readonly judged: Judgement;
  readonly before: Judgement;
  readonly signal: Signal;
  readonly trend: Trend;
  /** `null` where nothing is running. */
  readonly outlook: Outlook | null;
}

export function factsOf(
  book: Book,
  scope: ShownScope,
  definition: KpiDefinition,
  view: View,
  scopes: readonly ShownScope[],
): Facts {
  const { kpi, channel } = scope;
  const running = isRunning(view.period, book.today) && view.period.start <= book.today ? view.period : null;
  const closed =
    view.period.cadence === 'day' && running === null ? view.period : closedBefore(book, view.period);
  const measured = once(() => measure(book, kpi, channel, closed));
  const own = once(() => judge(book, kpi, channel, closed));
  const judged = once(() => judgeWithCounter(book, kpi, channel, closed));
  const before = once(() => judge(book, kpi, channel, periodsBack(closed, 1)));
  const signal = once(() => signalOf(book, kpi, channel, closed));
  const trend = once(() => trendOf(book, kpi, channel, closed));
  const outlook = once(() => (running === null ? null : outlookOf(book, kpi, channel, running)));
  return {
    kpi,
    channel,
    book,
    view,
    definition,
    closed,
    running,
    scopes,
    get measured() {
      return measured();
    },
    get own() {
      return own();
    },
    get judged() {
      return judged();
    },
    get before() {
      return before();
    },
    get signal() {
      return signal();
    },
    get trend() {
      return trend();
    },
    get outlook() {
      return outlook();
    },
  };
}

/** The newest closed period of the view's own cadence: of a running day the day before. */
function closedBefore(book: Book, period: Period): Period {
  if (period.cadence !== 'day') return newestClosed(book, period);
  return { cadence: 'day', start: addDays(period.start > book.today ? book.today : period.start, -1) };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** True for a goal that a closed period did not reach. */
export function isMissed({ status }: Judgement): boolean {
  return status === 'off' || status === 'atRisk';
}

/** True for a closed period that reached its goal, a vanity KPI's unconfirmed one too. */
export function isMet({ status }: Judgement): boolean {
  return status === 'met' || status === 'unconfirmed';
}

/** Where a signal points, by what is better: a range is worse on the side its value left it to. */
export function sideOf(facts: Facts): 'good' | 'bad' | null {
  const { rule, side } = facts.signal;
  if (rule === undefined || side === undefined) return null;
  switch (facts.definition.direction) {
    case 'up':
      return side === 'above' ? 'good' : 'bad';
    case 'down':
      return side === 'below' ? 'good' : 'bad';
    case 'range': {
      const { goal, goalTo = goal } = facts.own;
      const { value } = facts.measured;
      if (value === null || goal === undefined || goalTo === undefined) return null;
      const out = value > goalTo ? 'above' : value < goal ? 'below' : null;
      return out === side ? 'bad' : null;
    }
  }
}

/** Value and goal of a period, for its words. */
export function goalValues(judgement: Judgement, value: number | null, period: Period): ReasonValues {
  const { goal, goalTo, sense, status } = judgement;
  return { ...valuesOf({ value, goal, goalTo, sense, status }), ...periodValues(period) };
}

export function periodValues(period: Period): ReasonValues {
  return { start: isoOf(period.start), cadence: period.cadence };
}

/** What fired in the signal, over the period it was tested in. */
export function signalValues(facts: Facts): ReasonValues {
  const { rule, side, value, centre, lower, upper, run, cadence, baseline } = facts.signal;
  const last = parseIso(baseline?.to ?? '') ?? addDays(endOf(facts.closed), -1);
  const tested = periodAt(cadence ?? facts.closed.cadence, last, facts.book.calendar);
  const net = facts.measured.kind === 'stock' ? 1 : undefined;
  return { ...valuesOf({ rule, side, value, centre, lower, upper, run, net }), ...periodValues(tested) };
}
