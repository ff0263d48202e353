/**
 * How a number came about: an outline from the number over its channels or its formula down to the recorded figures.
 *
 * Rule: nothing is computed here that the calculation does not compute: the outline is read off the same engine, with the
 * operands as they were paired and the channels that were really included.
 */
import { engineOf } from './aggregate.ts';
import type { BaseKind } from './base.ts';
import { scopeOfSpan, sidesOf } from './bases.ts';
import type { Book } from './book.ts';
import { compare, currentOf } from './comparison.ts';
import { scopeUntil, wholeScope } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import { figuresBehind } from './figuresBehind.ts';
import { evaluateFormula } from './formula/evaluate.ts';
import { pieceOf } from './formula/explain.ts';
import { textOf } from './formula/text.ts';
import type { Traced } from './formula/trace.ts';
import type { KpiDefinition } from './kpi.ts';
import { logOver } from './logs/explain.ts';
import { readLog } from './logs/reading.ts';
import { hasLog } from './logs/tally.ts';
import { bare, outlineOf } from './making.ts';
import type { Making } from './making.ts';
import { addsChannelsFirst } from './peaks.ts';
import { daysOfSpan, unitsIn } from './period.ts';
import { exactValue, finerPieces } from './pieces.ts';
import { isComplete, valued } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Span } from './results.ts';
import type { ExplainedStep } from './steps.ts';
import { addDays, periodAt } from './time.ts';
import type { Calendar, Period } from './time.ts';

export type { ExplainedStep } from './steps.ts';

/**
 * The making of a KPI's value on a channel (`null`: all channels) in a period, as `compare` shows it: the side `now`, or
 * the base. Empty for a side that is not there. Never throws on missing or odd figures.
 */
export function explain(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  base: BaseKind,
  side: 'now' | 'base' = 'now',
): readonly ExplainedStep[] {
  const engine = engineOf(book);
  const sides = sidesOf(period, base, book.calendar);
  const current = currentOf(engine, kpi, channel, sides.now, sides.base);
  const { channels } = current;
  if (side === 'now') {
    const making = rootOf(engine, kpi, channel, channels, current.scope);
    // A running period of which nothing is comparable yet has no value, whatever is there.
    const shown = current.reach?.done !== 0 || making.reading === current.reading;
    return outlineOf(
      engine,
      shown ? making : bare('number', current.reading, { kpi, channels, scope: making.scope }),
    );
  }
  const { base: shown, baseSpan } = compare(book, kpi, channel, period, base);
  if (baseSpan === null) return [];
  const making = rootOf(engine, kpi, channel, channels, scopeOf(baseSpan, book.calendar));
  return outlineOf(engine, rebasedTo(making, shown.value));
}

/** Where all channels were asked about and only one is included, the outline still names it. */
function rootOf(
  engine: Engine,
  kpi: string,
  asked: string | null,
  channels: readonly string[] | null,
  scope: Scope,
): Making {
  const making = makingOf(engine, kpi, channels, scope, true);
  const [only] = channels ?? [];
  const definition = engine.book.definition(kpi);
  if (asked !== null || channels?.length !== 1 || only === undefined || definition === undefined)
    return making;
  if (definition.timeAggregation === 'formula') return making;
  return overChannels(engine, definition, [only], { ...making, figures: [], parts: [] });
}

/**
 * The making of a KPI's value over exactly the days of a step's span and its channels (`null`: all of them): what is
 * asked when someone goes deeper into a step.
 */
export function explainAt(
  book: Book,
  kpi: string,
  channels: readonly string[] | null,
  span: Span,
): readonly ExplainedStep[] {
  const engine = engineOf(book);
  return outlineOf(engine, makingOf(engine, kpi, channels, scopeOf(span, book.calendar), true));
}

/** The days a span names, as the calculation asks for them. */
function scopeOf(span: Span, calendar: Calendar): Scope {
  const { from, to } = daysOfSpan(span);
  return scopeOfSpan(periodAt(span.cadence, addDays(to, -1), calendar), from, to);
}

function rebasedTo(making: Making, value: number | null): Making {
  const recorded = making.reading.value;
  if (recorded === null || value === null || recorded === value || recorded === 0) return making;
  const { kpi, channels, scope, reading } = making;
  const turned = valued(value, reading.kind, { ...reading, value });
  const over = { kind: 'rebased', factor: value / recorded } as const;
  return bare('number', turned, { kpi, channels, scope }, { over, parts: [{ ...making, kind: 'operand' }] });
}

/** `deep`: open up the KPI's own formula. */
function makingOf(
  engine: Engine,
  kpi: string,
  channels: readonly string[] | null,
  scope: Scope,
  deep: boolean,
): Making {
  const definition = engine.book.definition(kpi);
  const plain = bare('number', engine.read(kpi, channels, scope), { kpi, channels, scope });
  if (definition === undefined) return plain;
  return definition.timeAggregation === 'formula'
    ? ofFormula(engine, definition, plain, deep)
    : ofRecorded(engine, definition, plain);
}

function ofRecorded(engine: Engine, definition: KpiDefinition, plain: Making): Making {
  const { channels, scope, reading } = plain;
  const logged = logOver(engine, definition, plain);
  if (logged !== null) return { ...plain, over: logged };
  const [only] = channels ?? [];
  if (only !== undefined && channels?.length === 1) {
    const behind = figuresBehind(engine, definition, only, scope, reading);
    const weight = weightOverTime(engine, definition, only, plain);
    return { ...plain, ...behind, parts: weight === null ? [] : [weight] };
  }
  if (hasLog(definition)) {
    const beside = besideLog(engine, definition, plain);
    if (beside !== null) return beside;
  }
  const names = (channels ?? [...engine.tracks(definition.key).keys()]).toSorted();
  if (addsChannelsFirst(definition)) {
    const peak = atPeak(engine, definition, names, plain);
    if (peak !== null) return peak;
  }
  return overChannels(engine, definition, names, plain);
}

/** Channels with figures of their own, and what the log says of the others; `null` where the log says nothing. */
function besideLog(engine: Engine, definition: KpiDefinition, plain: Making): Making | null {
  const { channels, scope, kpi } = plain;
  if (readLog(engine, definition, channels, scope) === null) return null;
  const names = channels ?? engine.recordedOn(definition.key);
  if (definition.channelAggregation !== 'sum') return overChannels(engine, definition, names, plain);
  const own = names.map((channel) => channelPart(engine, definition, channel, scope));
  const figures = own.filter((part) => part.over?.kind !== 'log' && !part.reading.absent);
  const others = names.filter((name) => !figures.some((part) => part.channel === name));
  const asked = channels === null ? [...others, null] : others;
  const rest = readLog(engine, definition, asked, scope);
  const logged =
    rest === null || rest.absent
      ? []
      : [
          bare(
            'channel',
            rest,
            { kpi, channels: others, scope },
            { over: logOver(engine, definition, { channels: asked, scope, reading: rest }) },
          ),
        ];
  const parts = [...figures, ...logged];
  const counted = parts.filter((part) => part.used !== null).length;
  return { ...plain, over: { kind: 'channels', how: 'sum', channels: counted }, parts };
}

function channelPart(engine: Engine, definition: KpiDefinition, channel: string, scope: Scope): Making {
  return { ...makingOf(engine, definition.key, [channel], scope, false), kind: 'channel', channel };
}

/** The channels that were put together; those of which nothing was expected are left out. */
function overChannels(
  engine: Engine,
  definition: KpiDefinition,
  names: readonly string[],
  plain: Making,
): Making {
  const own = names
    .map((channel) => channelPart(engine, definition, channel, plain.scope))
    .filter(({ reading }) => !reading.absent || reading.reasons.includes('partial'));
  const several = own.filter(({ reading }) => !reading.absent).length > 1;
  const parts = several ? own.map((part) => weighed(engine, definition, part)) : own;
  if (parts.length === 0) return plain;
  const counted = parts.filter((part) => part.used !== null).length;
  return {
    ...plain,
    over: { kind: 'channels', how: definition.channelAggregation, channels: counted },
    parts,
  };
}

/** A channel of a weighted mean, with what it weighs; without a weight it hands up nothing. */
function weighed(engine: Engine, definition: KpiDefinition, part: Making): Making {
  const { weightBy } = definition;
  if (definition.channelAggregation !== 'weightedMean' || weightBy === undefined) return part;
  const { channel, channels, scope } = part;
  const weight: Making = {
    ...makingOf(engine, weightBy, channels, scope, false),
    kind: 'weight',
    channel,
    parts: [],
  };
  return {
    ...part,
    used: weight.reading.value === null ? null : part.used,
    parts: [...part.parts, weight],
  };
}

/** What a weighted mean over time weighs by: the weights of the pairs it used, added up. */
function weightOverTime(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  { scope, reading }: Making,
): Making | null {
  const { weightBy } = definition;
  const tracks = engine.tracks(definition.key).get(channel);
  if (definition.timeAggregation !== 'weightedMean' || weightBy === undefined || tracks === undefined)
    return null;
  if (exactValue(tracks, scope) !== undefined || reading.value === null) return null;
  const pieces = finerPieces(tracks, scope, engine.book.calendar, false);
  if (pieces === null) return null;
  const units = pieces.units();
  const weights = units.starts.flatMap((start, i) =>
    units.values[i] === null
      ? []
      : (engine.read(weightBy, [channel], wholeScope({ cadence: pieces.cover.cadence, start })).value ?? []),
  );
  const sum = valued(
    weights.reduce((a, b) => a + b, 0),
    'flow',
    { cover: reading.cover },
  );
  return bare('weight', sum, { kpi: weightBy, channels: [channel], scope }, { channel, used: null });
}

/** The unit in which the channels together held the least or the most. */
function atPeak(
  engine: Engine,
  definition: KpiDefinition,
  names: readonly string[],
  plain: Making,
): Making | null {
  const { scope, reading } = plain;
  const expected = names.filter((name) => !engine.read(definition.key, [name], scope).absent);
  const how = definition.timeAggregation === 'min' ? 'min' : 'max';
  const cadence = reading.cover?.cadence;
  if (expected.length < 2 || reading.value === null || cadence === undefined) return null;
  const units =
    cadence === scope.period.cadence && !scope.many
      ? [scope.period]
      : unitsIn(cadence, scope, engine.book.calendar);
  for (const unit of units) {
    const part = unit.start === scope.period.start && cadence === scope.period.cadence;
    const at = part ? scopeUntil(unit, scope.to) : wholeScope(unit);
    const readings = expected.map((name) => ({ name, value: engine.read(definition.key, [name], at) }));
    const numbers = readings.filter(({ value }) => !value.absent && value.state !== 'notApplicable');
    const sum = numbers.reduce((all, { value }) => all + (value.value ?? 0), 0);
    if (numbers.length === 0 || !numbers.every(({ value }) => isComplete(value)) || sum !== reading.value)
      continue;
    const parts = numbers.map(({ name }) => channelPart(engine, definition, name, at));
    return { ...plain, over: { kind: 'peak', how, cadence }, parts };
  }
  return null;
}

function ofFormula(engine: Engine, definition: KpiDefinition, plain: Making, deep: boolean): Making {
  const { channels, scope, reading } = plain;
  const formula = engine.formulaOf(definition);
  const named = { ...plain, text: formula === null ? '' : textOf(formula) };
  const names = channels ?? engine.channelsOf(definition.key);
  const [only] = names;
  if (formula === null || only === undefined) return named;
  if (names.length === 1) {
    const tracks = engine.tracks(definition.key).get(only);
    if (tracks !== undefined && exactValue(tracks, scope) !== undefined) {
      const { cadence, start } = scope.period;
      const figures = [{ kpi: definition.key, channel: only, cadence, day: start }];
      return { ...named, over: { kind: 'exact' }, figures };
    }
    return deep ? evaluated(engine, formula, named, [only]) : { ...named, over: { kind: 'formula' } };
  }
  if (definition.channelAggregation !== 'formula') return overChannels(engine, definition, names, named);
  if (!deep) return { ...named, over: { kind: 'formula' } };
  const total = evaluated(engine, formula, named, channels);
  return sameValue(total, reading) ? total : overChannels(engine, definition, names, named);
}

function sameValue(making: Making, reading: Reading): boolean {
  return making.used === (reading.value ?? reading.carried);
}

/** The formula's top piece in the place of the number itself. */
function evaluated(
  engine: Engine,
  formula: NonNullable<ReturnType<Engine['formulaOf']>>,
  named: Making,
  channels: readonly string[] | null,
): Making {
  const trace: Traced[] = [];
  const reading = evaluateFormula(engine, formula, channels, named.scope, trace);
  const [top] = trace;
  if (top === undefined) return named;
  const piece = pieceOf(engine, top, ({ kpi, channels: on, scope }) =>
    makingOf(engine, kpi, on, scope, false),
  );
  const used = reading.value ?? reading.carried;
  return piece.kind === 'part'
    ? { ...named, used, over: piece.over, parts: piece.parts }
    : { ...named, used, over: { kind: 'formula' }, parts: [piece] };
}
