/**
 * What a KPI did before: values of closed periods that stand on enough, since its definition last broke.
 *
 * The advising rules share it, so that a trend, a usual growth and a judged run mean the same periods: whole ones with
 * coverage of 0.8, no stale stock, never across a break (a factor that rebases older values is the person's estimate, good
 * for a comparison, not for a test).
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { breaksOf } from './breaks.ts';
import { wholeScope } from './engine.ts';
import { isRunning, periodsBack } from './period.ts';
import { isThin } from './reading.ts';
import { endOf, periodAt } from './time.ts';
import type { Period } from './time.ts';

export interface Closed {
  readonly period: Period;
  /** `null`: missing, not applicable, or standing on too little. */
  readonly value: number | null;
}

/** The newest closed period up to the given one; of a day the week, since single days follow the weekdays. */
export function newestClosed(book: Book, period: Period): Period {
  let last: Period = period.cadence === 'day' ? periodAt('week', period.start, book.calendar) : period;
  // A period far ahead is as good as the one that runs now.
  if (last.start > book.today) last = periodAt(last.cadence, book.today, book.calendar);
  while (isRunning(last, book.today)) last = periodsBack(last, 1);
  return last;
}

/** The value of a closed period where it stands on enough. */
export function closedValue(book: Book, kpi: string, channel: string | null, period: Period): number | null {
  const reading = engineOf(book).read(kpi, channel === null ? null : [channel], wholeScope(period));
  return isThin(reading) ? null : reading.value;
}

/**
 * The `length` periods up to a closed one, oldest first, from the newest definition break on: the period that contains the
 * break is mixed and left out.
 */
export function historyOf(
  book: Book,
  kpi: string,
  channel: string | null,
  last: Period,
  length: number,
): readonly Closed[] {
  const breaks = breaksOf(engineOf(book), kpi, channel === null ? null : [channel]);
  const broken = breaks.findLast((one) => one.day < endOf(last))?.day ?? -Infinity;
  return Array.from({ length }, (_, i) => periodsBack(last, length - 1 - i))
    .filter((at) => at.start >= broken)
    .map((at) => ({ period: at, value: closedValue(book, kpi, channel, at) }));
}
