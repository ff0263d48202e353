/**
 * Figures from shapes: months from a curve, split over days by weekday, season and chance.
 *
 * Invariants: the same inputs and the same day give the same figures; a month that a flow's curve states adds up
 * to exactly that (unless an event takes days out of it); counts are whole, never negative; nothing is from today on.
 */
import type { Day } from '../../../../shared/domain/time.ts';
import { addDays, lengthOf, weekdayOf } from '../../../../shared/domain/time.ts';
import type { DemoClient, DemoEvent, DemoSeries, Patterns } from './inputs.ts';
import { diceOf } from './random.ts';
import type { Dice } from './random.ts';
import { calendarMonth, isStated, offsets, trendAt, valueAt } from './timeline.ts';
import type { Recorded, Timeline } from './timeline.ts';

export interface MadeSeries {
  readonly kpi: string;
  readonly channel: string;
  readonly cadence: Recorded;
  /** By first day, oldest first; `null`: not applicable. */
  readonly figures: ReadonlyMap<Day, number | null>;
  readonly notes: readonly { readonly day: Day; readonly text: string }[];
}

interface Maker {
  readonly patterns: Patterns;
  readonly timeline: Timeline;
  readonly lag: number;
  /** First day without daily figures; `null`: none. */
  readonly stopped: Day | null;
  readonly dice: Dice;
  readonly made: readonly MadeSeries[];
}

type Shape<S extends DemoSeries['shape']> = Extract<DemoSeries, { shape: S }>;
type Figures = Map<Day, number | null>;

const EVERYDAY_NOISE = 0.05;
const DAY_TO_DAY = 0.16;
const WEEKS_A_MONTH = 365.25 / 12 / 7;

/** All series of a client, in the order of its file; several where a shape brings its companions. */
export function makeSeries(
  client: DemoClient,
  patterns: Patterns,
  timeline: Timeline,
): readonly MadeSeries[] {
  const made: MadeSeries[] = [];
  for (const series of client.series) {
    const channel = client.channels.find((one) => one.key === series.channel);
    if (!channel) throw new Error(`${client.client.name} has no channel ${series.channel}`);
    const newest = timeline.month(0);
    const maker: Maker = {
      patterns,
      timeline,
      lag: channel.lag,
      stopped:
        series.stopsAfter === undefined
          ? null
          : addDays(newest.start, Math.floor(lengthOf(newest) * series.stopsAfter)),
      dice: diceOf(`${client.client.name}|${series.channel}|${series.kpi}`),
      made,
    };
    made.push(...seriesOf(maker, series));
  }
  return made;
}

function seriesOf(maker: Maker, series: DemoSeries): MadeSeries[] {
  switch (series.shape) {
    case 'flow':
      return [finish(maker, series, series.kpi, series.cadence, flow(maker, series))];
    case 'stock':
      return stock(maker, series);
    case 'unique':
      return unique(maker, series);
    case 'level':
      return [finish(maker, series, series.kpi, series.cadence, level(maker, series))];
    case 'share':
      return [finish(maker, series, series.kpi, series.cadence, share(maker, series))];
    case 'months':
      return [finish(maker, series, series.kpi, 'month', rare(maker, series))];
  }
}

/** Leaves out what is not there yet, and what the events say; keeps their notes. */
function finish(
  maker: Maker,
  series: DemoSeries,
  kpi: string,
  cadence: Recorded,
  figures: Figures,
): MadeSeries {
  const { timeline } = maker;
  const notes: { day: Day; text: string }[] = [];
  for (const offset of offsets) {
    for (const start of timeline.units(cadence, offset)) {
      const stopped = cadence === 'day' && maker.stopped !== null && start >= maker.stopped;
      const begun = offset >= (series.from ?? offset);
      if (stopped || !begun || !timeline.isRecorded(cadence, offset, start, maker.lag)) figures.delete(start);
    }
  }
  for (const event of series.events ?? []) {
    const hit = [...figures.keys()].filter((day) => isHit(maker, event, day));
    for (const day of hit) {
      if (event.what === 'missing') figures.delete(day);
      if (event.what === 'notApplicable') figures.set(day, null);
    }
    const [first] = hit;
    if (first !== undefined && event.note !== undefined) notes.push({ day: first, text: event.note });
  }
  return { kpi, channel: series.channel, cadence, figures, notes };
}

function isHit(maker: Maker, event: DemoEvent, day: Day): boolean {
  const { from, to } = maker.timeline.daysOf(event);
  return day >= from && day <= to;
}

/** What is left of a day's usual figure: 0 on a day on which nothing happened. */
function remainder(maker: Maker, series: DemoSeries, day: Day): number {
  let left = 1;
  for (const event of series.events ?? []) {
    if (typeof event.what === 'string' && event.what !== 'zero') continue;
    if (isHit(maker, event, day)) left *= event.what === 'zero' ? 0 : event.what;
  }
  return left;
}

/** The season's factor, held against the newest whole month so that this one and last year's are as the curve says. */
function season(maker: Maker, name: string | undefined, offset: number): number {
  if (name === undefined) return 1;
  const factors = maker.patterns.seasons[name];
  if (!factors) throw new Error(`there is no season ${name}`);
  const at = (month: number): number => factors[calendarMonth(maker.timeline.month(month))] ?? 1;
  return at(offset) / at(0);
}

function weekday(maker: Maker, name: string | undefined, day: Day): number {
  if (name === undefined) return 1;
  const factors = maker.patterns.weeks[name];
  if (!factors) throw new Error(`there is no week ${name}`);
  return factors[weekdayOf(day) - 1] ?? 1;
}

function flow(maker: Maker, series: Shape<'flow'>): Figures {
  const figures: Figures = new Map();
  for (const offset of offsets) {
    const days = maker.timeline.units(series.cadence, offset);
    const stated = isStated(series.curve, offset);
    const noise = 1 + (series.noise ?? EVERYDAY_NOISE) * maker.dice.normal();
    const usual = valueAt(series.curve, offset) * (stated ? 1 : season(maker, series.season, offset) * noise);
    const weeks = series.cadence === 'week' && !stated ? days.length / WEEKS_A_MONTH : 1;
    const byDay = series.cadence === 'day' ? series.week : undefined;
    const before = weightsOf(maker, days, byDay, usual);
    const weights = before.map((weight, i) => weight * remainder(maker, series, days[i] ?? days[0]!));
    const kept = stated ? 1 : total(weights) / (total(before) || 1);
    split(maker, days, weights, usual * weeks * kept, series.money === true, figures);
  }
  return figures;
}

/** How much of a month falls on each of its units. Small counts scatter more. */
function weightsOf(maker: Maker, days: readonly Day[], week: string | undefined, sum: number): number[] {
  const each = Math.max(sum, 1) / days.length;
  const scatter = Math.min(0.8, Math.max(DAY_TO_DAY, 0.9 / Math.sqrt(each)));
  return days.map((day) => weekday(maker, week, day) * Math.max(0.02, 1 + scatter * maker.dice.normal()));
}

/** Splits a sum over units so that whole numbers (or cents) add up to it exactly. */
function split(
  maker: Maker,
  days: readonly Day[],
  weights: readonly number[],
  sum: number,
  money: boolean,
  into: Figures,
): void {
  const scale = money ? 100 : 1;
  const whole = Math.round(Math.max(0, sum) * scale);
  const all = total(weights) || 1;
  const offset = maker.dice.even();
  let cumulated = 0;
  let given = 0;
  days.forEach((day, i) => {
    cumulated += (weights[i] ?? 0) / all;
    const upTo = i === days.length - 1 ? whole : Math.min(whole, Math.floor(whole * cumulated + offset));
    into.set(day, Math.max(0, upTo - given) / scale);
    given = Math.max(given, upTo);
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** A stock by month as the curve has it; by day from those who came and went, so that the three agree. */
function stock(maker: Maker, series: Shape<'stock'>): MadeSeries[] {
  const standing: Figures = new Map();
  const gained: Figures = new Map();
  const lost: Figures = new Map();
  let now = Math.round(trendAt(series.curve, (offsets[0] ?? 0) - 1));
  for (const offset of offsets) {
    const noise = isStated(series.curve, offset) ? 1 : 1 + (series.noise ?? 0) * maker.dice.normal();
    const end = Math.round(trendAt(series.curve, offset) * noise);
    const days = maker.timeline.units(series.cadence, offset);
    const net = end - now;
    const churned = Math.round(now * (series.churn ?? 0.01) * (1 + 0.1 * maker.dice.normal()));
    const gone = Math.max(churned, -net);
    split(maker, days, weightsOf(maker, days, series.week, net + gone), net + gone, false, gained);
    split(maker, days, weightsOf(maker, days, undefined, gone), gone, false, lost);
    for (const day of days) {
      now += (gained.get(day) ?? 0) - (lost.get(day) ?? 0);
      standing.set(day, now);
    }
  }
  const also = (kpi: string | undefined, figures: Figures): MadeSeries[] =>
    kpi === undefined ? [] : [finish(maker, series, kpi, series.cadence, figures)];
  return [
    finish(maker, series, series.kpi, series.cadence, standing),
    ...also(series.gained, gained),
    ...also(series.lost, lost),
  ];
}

function unique(maker: Maker, series: Shape<'unique'>): MadeSeries[] {
  const months: Figures = new Map();
  const days: Figures = new Map();
  for (const offset of offsets) {
    const { start } = maker.timeline.month(offset);
    const noise = 1 + (series.noise ?? EVERYDAY_NOISE) * maker.dice.normal();
    const usual = season(maker, series.season, offset) * noise;
    const people = Math.round(valueAt(series.curve, offset) * (isStated(series.curve, offset) ? 1 : usual));
    months.set(start, people);
    for (const day of maker.timeline.units('day', offset)) {
      const part = (series.daily ?? 0) * weekday(maker, series.week, day) * remainder(maker, series, day);
      days.set(day, Math.round(people * part * Math.max(0, 1 + DAY_TO_DAY * maker.dice.normal())));
    }
  }
  return [
    finish(maker, { ...series, events: [] }, series.kpi, 'month', months),
    ...(series.daily === undefined ? [] : [finish(maker, series, series.kpi, 'day', days)]),
  ];
}

function level(maker: Maker, series: Shape<'level'>): Figures {
  const figures: Figures = new Map();
  for (const offset of offsets) {
    const exact = series.cadence === 'month' && isStated(series.curve, offset);
    for (const start of maker.timeline.units(series.cadence, offset)) {
      const noise = exact ? 1 : 1 + (series.noise ?? EVERYDAY_NOISE) * maker.dice.normal();
      const steps = Math.round((valueAt(series.curve, offset) * noise) / series.step);
      // Through a decimal text, so that 32 tenths are 3.2 and not 3.2000000000000002.
      figures.set(start, Number((steps * series.step).toFixed(6)));
    }
  }
  return figures;
}

/** Where the whole is missing or not applicable, so is the part; a part below 1 is never more than the whole. */
function share(maker: Maker, series: Shape<'share'>): Figures {
  const whole = maker.made.find(
    (one) => one.kpi === series.of && one.channel === series.channel && one.cadence === series.cadence,
  );
  if (!whole)
    throw new Error(`${series.kpi} is a share of ${series.of}, which is not there by ${series.cadence}`);
  const figures: Figures = new Map();
  for (const offset of offsets) {
    const part = valueAt(series.curve, offset);
    for (const start of maker.timeline.units(series.cadence, offset)) {
      const value = whole.figures.get(start);
      if (value === undefined) continue;
      const noisy = part * (1 + (series.noise ?? 0) * maker.dice.normal());
      const scale = series.money === true ? 100 : 1;
      const made = value === null ? null : Math.max(0, Math.round(value * noisy * scale) / scale);
      figures.set(start, made === null || value === null || part > 1 ? made : Math.min(made, value));
    }
  }
  return figures;
}

/** Values as stated, the last of them for the newest whole month. */
function rare(maker: Maker, series: Shape<'months'>): Figures {
  return new Map(
    series.values.map((value, i): [Day, number | null] => [
      maker.timeline.month(i + 1 - series.values.length).start,
      value,
    ]),
  );
}
