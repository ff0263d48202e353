/**
 * What a whole period will come to on one channel, from what was recorded of it at a point in time.
 *
 * Flows: what is recorded, plus the mean of the last 28 recorded days for every day without a figure. Figures recorded by
 * week take the last 4 weeks, by month the last 3 months, by quarter the last 4 quarters (one figure would be no mean). A
 * missing day inside the elapsed part is expected like a coming one: taking it for zero would invent a zero.
 * Means: recorded and coming units together, weighted as they are. Stocks: from the newest figure along the Theil-Sen
 * slope of the figures of the last 28 days, or of the newest 8 where those are fewer. Nothing looks across a definition
 * break.
 */
import { breaksOf } from './breaks.ts';
import { scopeUntil, wholeScope } from './engine.ts';
import type { Engine } from './engine.ts';
import type { ForecastReason } from './forecastReasons.ts';
import type { KpiDefinition } from './kpi.ts';
import { anchorOf, periodsBack, subPeriods } from './period.ts';
import type { Reading } from './reading.ts';
import { meanOf, theilSen } from './statistics.ts';
import type { Point } from './statistics.ts';
import { addDays, endOf, lengthOf, shiftPeriod } from './time.ts';
import type { Cadence, Day, Period } from './time.ts';
import { lastUnitBefore } from './tracks.ts';

export type Estimate =
  | { readonly value: number; readonly points: number }
  | { readonly value: null; readonly points: number; readonly reason: ForecastReason };

/** From when an estimate is made: from everything recorded, or from the first part of the period only. */
export interface Standpoint {
  readonly period: Period;
  /** Share of the period that had elapsed; `null`: everything recorded counts. */
  readonly share: number | null;
}

export const leastPoints = 8;
const meanOver: Readonly<Record<Cadence, number>> = { day: 28, week: 4, month: 3, quarter: 4, year: 3 };
/** How far back figures still speak for the coming ones, in units. */
const lookBack: Readonly<Record<Cadence, number>> = { day: 92, week: 26, month: 24, quarter: 12, year: 10 };
const stockDays = 28;
const stockLookBack = 1100;
/** Levels read of one cadence: more than 28 days have. */
const mostPoints = 40;

export function none(reason: ForecastReason, points = 0): Estimate {
  return { value: null, points, reason };
}

/** The estimate of a recorded KPI on one channel. */
export function estimateChannel(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  at: Standpoint,
): Estimate {
  switch (definition.timeAggregation) {
    case 'last':
      return ofStock(engine, definition.key, channel, at);
    case 'sum':
    case 'mean':
    case 'weightedMean':
      return ofUnits(engine, definition, channel, at);
    case 'min':
    case 'max':
    case 'none':
    case 'formula':
      return none('noMethod');
  }
}

/** First day of the newest definition that holds within the first part of the period. */
function brokenOn(engine: Engine, kpi: string, channel: string, before: Day): Day | null {
  return breaksOf(engine, kpi, [channel]).findLast((one) => one.day < before)?.day ?? null;
}

/** The units that a KPI's figures of a period are recorded in. */
interface Units {
  readonly all: readonly Period[];
  /** How many of them had ended. */
  readonly done: number;
}

/** One unit's value with its weight (1 but in weighted means). */
interface Weighed {
  readonly value: number;
  readonly weight: number;
}

function ofUnits(engine: Engine, definition: KpiDefinition, channel: string, at: Standpoint): Estimate {
  const { key } = definition;
  const { period } = at;
  const cadence = cadenceOf(engine, key, channel, period);
  if (cadence === null) return none('notBegun');
  const units = unitsOf(engine, key, channel, cadence, at);
  const last = units.all[units.done - 1];
  const known = last === undefined ? period.start : endOf(last);
  const broken = brokenOn(engine, key, channel, endOf(period));
  if (broken !== null && broken > period.start && broken < Math.max(known, engine.book.today + 1))
    return none('definitionBreak');
  const { past, coming } = partsOf(engine, definition, channel, units, known, at);
  const recent = recentUnits(
    engine,
    definition,
    channel,
    last ?? periodsBack(units.all[0] ?? period, 1),
    broken,
  );
  if (coming === 0) return finished(definition, past, recent.length);
  if (recent.length < leastPoints) return none('tooFew', recent.length);
  const usual = recent.slice(0, meanOver[cadence]);
  const sum = past.sum + coming * meanOf(usual.map((unit) => unit.value * unit.weight));
  if (definition.timeAggregation === 'sum') return { value: sum, points: recent.length };
  const weight = past.weight + coming * meanOf(usual.map((unit) => unit.weight));
  return weight === 0 ? none('notComputable', recent.length) : { value: sum / weight, points: recent.length };
}

function finished(definition: KpiDefinition, past: Past, points: number): Estimate {
  if (definition.timeAggregation === 'sum') return { value: past.sum, points };
  return past.weight === 0 ? none('notComputable', points) : { value: past.sum / past.weight, points };
}

/** The cadence of the figures of a period; before its first figure that of the periods before. */
function cadenceOf(engine: Engine, kpi: string, channel: string, period: Period): Cadence | null {
  for (let back = 0; back <= 3; back++) {
    const { cover } = engine.read(kpi, [channel], wholeScope(periodsBack(period, back)));
    if (cover !== null && cover.recorded > 0) return cover.cadence;
  }
  return null;
}

function unitsOf(engine: Engine, kpi: string, channel: string, cadence: Cadence, at: Standpoint): Units {
  const all =
    cadence === at.period.cadence ? [at.period] : subPeriods(at.period, cadence, engine.book.calendar);
  // Whole units only: a period recorded by one figure is not known before it is over.
  if (at.share !== null) return { all, done: Math.floor(at.share * all.length + 1e-9) };
  const done =
    all.findLastIndex((unit) => engine.read(kpi, [channel], wholeScope(unit)).state !== 'missing') + 1;
  return { all, done };
}

interface Past {
  /** Sum of what is recorded; in means of value times weight. */
  readonly sum: number;
  readonly weight: number;
}

/** What is recorded of the period, and for how many units a figure is still to come. */
function partsOf(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  units: Units,
  known: Day,
  { period }: Standpoint,
): { past: Past; coming: number } {
  const { all, done } = units;
  const ends = engine.book.channels.find((one) => one.id === channel)?.activeTo ?? null;
  const ahead = all.slice(done).filter((unit) => ends === null || anchorOf(unit) <= ends).length;
  if (done === 0) return { past: { sum: 0, weight: 0 }, coming: ahead };
  const reading = engine.read(definition.key, [channel], scopeUntil(period, known));
  const coming = ahead + missingIn(reading, all[0]?.cadence ?? period.cadence, lengthOf(period) / all.length);
  if (definition.timeAggregation === 'sum') return { past: { sum: reading.value ?? 0, weight: 1 }, coming };
  const weighed = all.slice(0, done).flatMap((unit) => weighedUnit(engine, definition, channel, unit) ?? []);
  return {
    past: {
      sum: weighed.reduce((sum, unit) => sum + unit.value * unit.weight, 0),
      weight: weighed.reduce((sum, unit) => sum + unit.weight, 0),
    },
    coming,
  };
}

/** Units of the elapsed part that were due and are not there. */
function missingIn({ cover }: Reading, cadence: Cadence, days: number): number {
  if (cover === null) return 0;
  if (cover.cadence === cadence) return Math.max(0, cover.expected - cover.recorded);
  return Math.max(0, (cover.expectedDays - cover.recordedDays) / days);
}

function weighedUnit(
  engine: Engine,
  { key, timeAggregation, weightBy }: KpiDefinition,
  channel: string,
  unit: Period,
): Weighed | null {
  const { value } = engine.read(key, [channel], wholeScope(unit));
  if (value === null) return null;
  if (timeAggregation !== 'weightedMean') return { value, weight: 1 };
  const weight = weightBy === undefined ? null : engine.read(weightBy, [channel], wholeScope(unit)).value;
  return weight === null ? null : { value, weight };
}

/** The newest recorded units up to one, newest first, back to a break: as many as the mean takes, 8 at least. */
function recentUnits(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  newest: Period,
  broken: Day | null,
): readonly Weighed[] {
  const wanted = Math.max(meanOver[newest.cadence], leastPoints);
  const found: Weighed[] = [];
  for (let back = 0; back < lookBack[newest.cadence] && found.length < wanted; back++) {
    const unit = shiftPeriod(newest, -back);
    if (broken !== null && unit.start < broken) break;
    const weighed = weighedUnit(engine, definition, channel, unit);
    if (weighed !== null) found.push(weighed);
  }
  return found;
}

function ofStock(engine: Engine, kpi: string, channel: string, { period, share }: Standpoint): Estimate {
  const last = addDays(endOf(period), -1);
  const end =
    share === null ? endOf(period) : addDays(period.start, Math.floor(share * lengthOf(period) + 1e-9));
  const points = stockPoints(engine, kpi, channel, end);
  const [newest] = points;
  if (newest === undefined) return none('tooFew');
  const ahead = last - newest.x;
  if (ahead <= 0) return { value: newest.y, points: points.length };
  const slope = points.length < leastPoints ? null : theilSen(points);
  if (slope === null) return none('tooFew', points.length);
  return { value: newest.y + slope * ahead, points: points.length };
}

/** Recorded levels whose unit ends by a day, newest first: those of the last 28 days, or the newest 8. */
function stockPoints(engine: Engine, kpi: string, channel: string, end: Day): readonly Point[] {
  const broken = brokenOn(engine, kpi, channel, end);
  const from = Math.max(end - stockLookBack, broken ?? -Infinity);
  const byDay = new Map<number, number>();
  // Finest first, so that of two levels of one day the coarser stays: it was recorded as such.
  for (const track of engine.tracks(kpi).get(channel)?.tracks ?? []) {
    let last = lastUnitBefore(track, end);
    for (let taken = 0; last !== undefined && last.start >= from && taken <= mostPoints; taken++) {
      const level = endOf(last) <= end ? (track.at(last.start) ?? null) : null;
      if (level !== null) byDay.set(endOf(last) - 1, level);
      last = lastUnitBefore(track, last.start);
    }
  }
  const points = [...byDay].map(([x, y]) => ({ x, y })).toSorted((a, b) => b.x - a.x);
  const newest = points[0]?.x ?? 0;
  return points.filter((point, i) => i < leastPoints || newest - point.x < stockDays);
}
