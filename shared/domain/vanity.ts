/**
 * Vanity KPIs and the counter that keeps them honest.
 *
 * Rule: while its counter is off, missing, stale or without a target, a vanity KPI is at best *unconfirmed*: drawn
 * as at risk, its score at most 6.6.
 */
import { engineOf } from './aggregate.ts';
import { sidesOf } from './bases.ts';
import type { Book } from './book.ts';
import { currentOf } from './comparison.ts';
import { judge } from './judgement.ts';
import type { BaseKind } from './base.ts';
import type { Judgement, Status } from './results.ts';
import type { Period } from './time.ts';

/** Just under the score of a reached goal. */
const unconfirmedScore = 6.6;

/** A counter in one of these states confirms nothing. */
const unconfirming: ReadonlySet<Status> = new Set<Status>([
  'off',
  'wellBehind',
  'noData',
  'notApplicable',
  'incomplete',
  'noTarget',
]);

/** As `judge`, with a vanity KPI held back by its counter. */
export function judgeWithCounter(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  base: BaseKind = 'previous',
): Judgement {
  const own = judge(book, kpi, channel, period, base);
  const definition = book.definition(kpi);
  if (definition === undefined || !definition.vanity) return own;
  if (own.score === undefined) return own;
  const key = definition.counter;
  const counter = key === undefined ? null : counterOf(book, key, channel, period, base);
  if (counter !== null && !unconfirming.has(counter.status)) return own;
  const good = own.status === 'met' || own.status === 'onPace';
  return {
    ...own,
    status: good ? 'unconfirmed' : own.status,
    score: Math.min(own.score, unconfirmedScore),
    ...(counter === null ? {} : { counter }),
  };
}

/** The counter on the same channel; where it has no target there, over all channels. */
function counterOf(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  base: BaseKind,
): NonNullable<Judgement['counter']> {
  const own = judge(book, kpi, channel, period, base);
  const [on, judged] =
    channel !== null && own.status === 'noTarget'
      ? [null, judge(book, kpi, null, period, base)]
      : [channel, own];
  const sides = sidesOf(period, base, book.calendar);
  const { reading } = currentOf(engineOf(book), kpi, on, sides.now, sides.base);
  return {
    kpi,
    status: judged.status,
    value: reading.value,
    ...(judged.goal === undefined ? {} : { goal: judged.goal }),
  };
}
