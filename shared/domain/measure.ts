/** One value of one KPI for one period: the entry to the calculation for everyone outside the domain. */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { scopeUntil, wholeScope } from './engine.ts';
import { daysOfSpan, isRunning } from './period.ts';
import { toMeasured } from './reading.ts';
import type { Measured, Span } from './results.ts';
import type { Period } from './time.ts';

/**
 * The value of a KPI on a channel (`null`: all channels) for a period, with how well it is known.
 *
 * `span`: only the period's first units, as `compare` reports them; it must start with the period. Without it a
 * running period gives what is there so far, marked `partial`. The value is in the KPI's own unit (percentages
 * as fractions, durations in seconds) and never rounded. Never throws on missing or odd figures: the state and
 * reasons tell.
 */
export function measure(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  span?: Span,
): Measured {
  const scope = span === undefined ? wholeScope(period) : scopeUntil(period, daysOfSpan(span).to);
  const reading = engineOf(book).read(kpi, channel === null ? null : [channel], scope);
  return toMeasured(reading, scope.whole && isRunning(period, book.today));
}
