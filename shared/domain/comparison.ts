/**
 * A period against its base: whole against whole, a running one like for like.
 *
 * Change = (now - base) / |base|. No base, a missing base and a base of zero are three different answers; none
 * of them is 0 % or infinite.
 */
import { engineOf } from './aggregate.ts';
import type { BaseKind } from './base.ts';
import { cutAt, cutLike, sidesOf, spanOfScope } from './bases.ts';
import type { Book } from './book.ts';
import { isMixed, rebased, withheldSince } from './breaks.ts';
import type { Engine, Scope } from './engine.ts';
import { countUnits, isRunning } from './period.ts';
import { absent, isThin, joinReasons, toMeasured } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Change, Measured, Span } from './results.ts';
import { reachOf, recordedOperands } from './running.ts';
import type { Reach } from './running.ts';
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

/** The newest comparable part of what is asked: what is judged, and what is compared. */
export interface Current {
  readonly reading: Reading;
  readonly scope: Scope;
  /** Channels that were read; `null`: all. */
  readonly channels: readonly string[] | null;
  /** How far a running period is recorded; `null` for a closed one. */
  readonly reach: Reach | null;
}

/**
 * The reading of a scope as far as it is comparable: a closed one whole, a running one over the first units of its last
 * period that every included channel has recorded (and the periods before it, where several stand together).
 */
export function currentOf(
  engine: Engine,
  kpi: string,
  channel: string | null,
  whole: Scope,
  base: Scope | null,
): Current {
  const asked = channel === null ? null : [channel];
  const { period } = whole;
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
  const together = engine.kindOf(kpi) === 'ratio';
  const reach = reachOf(engine, { kpis: operands, together }, asked, period, base);
  const behind = new Set(reach.left);
  const channels =
    behind.size === 0 ? asked : (asked ?? engine.channelsOf(kpi)).filter((name) => !behind.has(name));
  if (reach.done === 0 && !whole.many) {
    return { reading: absent(engine.kindOf(kpi)), scope: whole, channels, reach };
  }
  const scope = cutAt(whole, reach.to);
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
  const sides = sidesOf(period, base, book.calendar);
  const current = currentOf(engine, kpi, channel, sides.now, sides.base);
  const { reach, scope, channels } = current;
  const span = reach === null ? sides.span : runningSpan(scope, reach);
  const left = reach?.left ?? [];
  const now = measuredIn(engine, kpi, channels, current.reading, scope);
  if (sides.base === null) {
    const none = toMeasured(absent(engine.kindOf(kpi)), false);
    const kind = current.reading.state === 'value' ? 'noBase' : 'noValue';
    return { now, base: none, change: { kind }, span, baseSpan: null, left };
  }
  const partial = reach !== null && scope.to < sides.now.to;
  const baseScope = partial ? cutLike(sides.base, scope, reach, book.calendar) : sides.base;
  const recorded = engine.read(kpi, channels, baseScope);
  const broken = engine.breaksOf(kpi).length > 0;
  const since = broken ? withheldSince(engine, kpi, channels, baseScope, scope) : null;
  const inNow = (then: Reading, at: Scope): Reading =>
    broken && since === null ? rebased(engine, kpi, channels, then, at, scope) : then;
  const reading = inNow(recorded, baseScope);
  const change = changeOf(engine, { reading: current.reading, scope }, { reading, scope: baseScope });
  return {
    now,
    base: measuredIn(engine, kpi, channels, reading, baseScope),
    change: since !== null && change.difference !== undefined ? { kind: 'notComparable', since } : change,
    span,
    baseSpan: partial ? spanOfScope(baseScope) : sides.baseSpan,
    ...(partial
      ? { wholeBase: toMeasured(inNow(engine.read(kpi, channels, sides.base), sides.base), false) }
      : {}),
    left,
  };
}

/** What a comparison spans when every figure is there: the whole sides. */
export function wholeSpans(
  period: Period,
  base: BaseKind,
  book: Pick<Book, 'calendar'>,
): { readonly span: Span; readonly baseSpan: Span | null } {
  const { span, baseSpan } = sidesOf(period, base, book.calendar);
  return { span, baseSpan };
}

function measuredIn(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  reading: Reading,
  scope: Scope,
): Measured {
  const mixed =
    engine.breaksOf(kpi).length > 0 && reading.state === 'value' && isMixed(engine, kpi, channels, scope);
  return toMeasured(
    mixed ? { ...reading, reasons: joinReasons(reading.reasons, ['mixedDefinition']) } : reading,
    false,
  );
}

function runningSpan(scope: Scope, reach: Reach): Span {
  return { ...spanOfScope(scope), units: { done: reach.done, of: reach.of, cadence: reach.unit } };
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
  if (from === null) return { kind: wasDue(base.reading) ? 'baseMissing' : 'noBase' };
  if (from === 0) return { kind: 'baseZero', difference: value };
  const warning = [now.reading, base.reading].some((r) => isThin(r) || r.reasons.includes('partial'));
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

/** Nothing is due before the first figure, after the archiving, and where it was stated not to apply. */
function wasDue(reading: Reading): boolean {
  return !reading.absent && reading.state !== 'notApplicable';
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
