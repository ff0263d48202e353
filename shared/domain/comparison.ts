/**
 * A period against its base: whole against whole, a running one like for like.
 *
 * Change = (now - base) / |base|. No base, a missing base and a base of zero are three different answers; none
 * of them is 0 % or infinite.
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { scopeUntil, wholeScope } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import { basePeriod, countUnits, firstUnitsEnd, isRunning, spanOf } from './period.ts';
import { absent, calendarShare, coverageShare, enoughCoverage, toMeasured } from './reading.ts';
import type { Reading } from './reading.ts';
import type { BaseKind, Change, Measured, Span } from './results.ts';
import { reachOf, recordedOperands } from './running.ts';
import type { Reach } from './running.ts';
import { addDays, endOf, isoOf } from './time.ts';
import type { Period } from './time.ts';

export interface Comparison {
  readonly now: Measured;
  readonly base: Measured;
  readonly change: Change;
  /** What `now` is over: the period, or its first units while it is running. */
  readonly span: Span;
  /** What `base` is over; `null` when there is no base period. */
  readonly baseSpan: Span | null;
  /** The whole base period, where `base` is only its first units. Shown beside, never mixed in. */
  readonly wholeBase?: Measured;
  /** Channels more than 7 days behind the others: in neither side. */
  readonly left: readonly string[];
}

/** The newest comparable part of a period: what is judged, and what is compared. */
export interface Current {
  readonly reading: Reading;
  readonly scope: Scope;
  /** Channels that were read; `null`: all. */
  readonly channels: readonly string[] | null;
  /** How far a running period is recorded; `null` for a closed one. */
  readonly reach: Reach | null;
}

/**
 * The reading of a period as far as it is comparable: a closed period whole, a running one over its first units
 * that every included channel has recorded.
 */
export function currentOf(
  engine: Engine,
  kpi: string,
  channel: string | null,
  period: Period,
  base: Period | null,
): Current {
  const asked = channel === null ? null : [channel];
  const whole = wholeScope(period);
  if (!isRunning(period, engine.book.today)) {
    return { reading: engine.read(kpi, asked, whole), scope: whole, channels: asked, reach: null };
  }
  const operands = recordedOperands(engine, kpi);
  if (operands.some((key) => engine.book.definition(key)?.timeAggregation === 'none')) {
    // Not additive: there are no parts to compare, only what was recorded for the whole period.
    const reading = engine.read(kpi, asked, whole);
    const done = reading.state === 'value' ? 1 : 0;
    const reach: Reach = { unit: period.cadence, done, of: 1, to: whole.to, left: [] };
    return { reading, scope: whole, channels: asked, reach };
  }
  const reach = reachOf(engine, operands, asked, period, base);
  const behind = new Set(reach.left);
  const channels =
    behind.size === 0 ? asked : (asked ?? engine.channelsOf(kpi)).filter((name) => !behind.has(name));
  if (reach.done === 0) {
    return { reading: absent(engine.kindOf(kpi)), scope: whole, channels, reach };
  }
  const scope = scopeUntil(period, reach.to);
  return { reading: engine.read(kpi, channels, scope), scope, channels, reach };
}

/**
 * Compares a KPI on a channel (`null`: all channels) in a period with a base. Values and the change's
 * difference are in the KPI's unit (percentages as fractions), the ratio is a fraction.
 */
export function compare(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  base: BaseKind,
): Comparison {
  const engine = engineOf(book);
  const at = basePeriod(period, base);
  const current = currentOf(engine, kpi, channel, period, at);
  const { reach, scope, channels } = current;
  const span = spanOfScope(scope, reach);
  const now = toMeasured(current.reading, false);
  const left = reach?.left ?? [];
  if (at === null) {
    const none = toMeasured(absent(engine.kindOf(kpi)), false);
    const kind = current.reading.state === 'value' ? 'noBase' : 'noValue';
    return { now, base: none, change: { kind }, span, baseSpan: null, left };
  }
  const partial = reach !== null && reach.done > 0 && reach.done < reach.of;
  const baseTo = partial ? firstUnitsEnd(at, reach.unit, reach.done, book.calendar) : endOf(at);
  const baseScope = scopeUntil(at, baseTo);
  const baseReading = engine.read(kpi, channels, baseScope);
  return {
    now,
    base: toMeasured(baseReading, false),
    change: changeOf(engine, { reading: current.reading, scope }, { reading: baseReading, scope: baseScope }),
    span,
    baseSpan: spanOfScope(baseScope, null),
    ...(reach !== null && !baseScope.whole
      ? { wholeBase: toMeasured(engine.read(kpi, channels, wholeScope(at)), false) }
      : {}),
    left,
  };
}

function spanOfScope(scope: Scope, reach: Reach | null): Span {
  const units = reach === null ? {} : { units: { done: reach.done, of: reach.of, cadence: reach.unit } };
  if (scope.whole) return { ...spanOf(scope.period), ...units };
  return {
    cadence: scope.period.cadence,
    from: isoOf(scope.from),
    to: isoOf(addDays(scope.to, -1)),
    ...units,
  };
}

interface Side {
  readonly reading: Reading;
  readonly scope: Scope;
}

/** The change from one reading to another. */
function changeOf(engine: Engine, now: Side, base: Side): Change {
  const { value } = now.reading;
  const { value: from } = base.reading;
  if (value === null) return { kind: 'noValue' };
  if (from === null) return { kind: base.reading.absent ? 'noBase' : 'baseMissing' };
  if (from === 0) return { kind: 'baseZero', difference: value };
  const warning = isThin(now.reading) || isThin(base.reading);
  const warned = warning ? { warning } : {};
  const weeks = weeksOf(engine, now, base);
  if (weeks !== null) {
    const perWeek = { now: value / weeks.now, base: from / weeks.base };
    const difference = perWeek.now - perWeek.base;
    return { kind: 'change', difference, ratio: difference / Math.abs(perWeek.base), perWeek, ...warned };
  }
  const difference = value - from;
  return { kind: 'change', difference, ratio: difference / Math.abs(from), ...warned };
}

/** True when a reading stands on less than 0.8 of its span, by gaps, a late start or a stale stock. */
function isThin(reading: Reading): boolean {
  return (
    coverageShare(reading.cover) < enoughCoverage ||
    calendarShare(reading.cover) < enoughCoverage ||
    reading.reasons.includes('staleStock')
  );
}

/** Weeks on both sides, where a flow recorded by week is compared over different numbers of them. */
function weeksOf(engine: Engine, now: Side, base: Side): { now: number; base: number } | null {
  if (now.reading.kind !== 'flow') return null;
  if (now.reading.cover?.cadence !== 'week' || base.reading.cover?.cadence !== 'week') return null;
  const { calendar } = engine.book;
  const weeks = {
    now: countUnits('week', now.scope, calendar),
    base: countUnits('week', base.scope, calendar),
  };
  return weeks.now === weeks.base || weeks.now === 0 || weeks.base === 0 ? null : weeks;
}
