/** One value of one KPI for one period: the entry to the calculation for everyone outside the domain. */
import { engineOf } from './aggregate.ts';
import { scopeOfSpan } from './bases.ts';
import type { Book } from './book.ts';
import { isMixed } from './breaks.ts';
import { isCut, wholeScope } from './engine.ts';
import { daysOfSpan, isRunning } from './period.ts';
import { joinReasons, toMeasured } from './reading.ts';
import type { Measured, Span } from './results.ts';
import type { Period } from './time.ts';

/**
 * The value of a KPI on a channel (`null`: all channels) for a period, with how well it is known.
 *
 * `span`: the days that `compare` reports instead of the whole period: its first units, several periods that end with
 * it, or free days. Without it a running period gives what is there so far, marked `partial`. The value is in the KPI's
 * own unit (percentages as fractions, durations in seconds) and never rounded. Never throws on missing or odd figures:
 * the state and reasons tell.
 */
export function measure(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  span?: Span,
): Measured {
  const days = span === undefined ? null : daysOfSpan(span);
  const scope = days === null ? wholeScope(period) : scopeOfSpan(period, days.from, days.to);
  const engine = engineOf(book);
  const channels = channel === null ? null : [channel];
  const reading = engine.read(kpi, channels, scope);
  const mixed = reading.state === 'value' && isMixed(engine, kpi, channels, scope);
  return toMeasured(
    mixed ? { ...reading, reasons: joinReasons(reading.reasons, ['mixedDefinition']) } : reading,
    !isCut(scope) && isRunning(scope.period, book.today),
  );
}
