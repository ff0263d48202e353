/**
 * The one place that answers "what is this KPI's value": time first per channel, then channels, or the KPI's
 * formula on aggregated inputs. Everything is remembered per book, since a book never changes.
 */
import type { Book } from './book.ts';
import { collectBreaks } from './breaks.ts';
import type { Engine, Scope } from './engine.ts';
import { kpisIn } from './formula/ast.ts';
import type { Formula } from './formula/ast.ts';
import { evaluateFormula } from './formula/evaluate.ts';
import { inferKind, kindOfDefinition, operandKind } from './formula/infer.ts';
import { parseFormula } from './formula/parse.ts';
import type { KpiDefinition } from './kpi.ts';
import { logChannels, readLog } from './logs/reading.ts';
import { hasLog } from './logs/tally.ts';
import { readOverChannels } from './over-channels.ts';
import { readOverTime } from './over-time.ts';
import { addsChannelsFirst, readPeak } from './peaks.ts';
import { exactCover, exactValue } from './pieces.ts';
import { absent, disagree, joinReasons, valued, without } from './reading.ts';
import type { Reading } from './reading.ts';
import type { ValueKind } from './results.ts';
import { cadences } from './time.ts';
import { indexTracks } from './tracks.ts';
import type { ChannelTracks } from './tracks.ts';

const engines = new WeakMap<Book, Engine>();

/** A recorded ratio is usually rounded by its source; it disagrees with the formula only beyond that. */
const roundedTolerance = 0.005;

/** The calculation over a book; the same book always has the same one. */
export function engineOf(book: Book): Engine {
  const known = engines.get(book);
  if (known !== undefined) return known;
  const engine = makeEngine(book);
  engines.set(book, engine);
  return engine;
}

function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key);
    if (value !== undefined) return value;
    const made = compute(key);
    known.set(key, made);
    return made;
  };
}

function childOf<K, V>(parent: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = parent.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, V>();
  parent.set(key, made);
  return made;
}

/** A scope as one number: cadence, first day and length (under 2,800 years) are all that tells scopes apart. */
function keyOf({ period, from, to }: Scope): number {
  return (from * 0x10_00_00 + (to - from)) * cadences.length + cadences.indexOf(period.cadence);
}

function makeEngine(book: Book): Engine {
  const readings = new Map<string, Map<string, Map<number, Reading>>>();
  const formulas = new Map<KpiDefinition, Formula | null>();
  /** Formula KPIs being evaluated; meeting one again means that it needs itself. */
  const open = new Set<string>();
  const kindsOpen = new Set<string>();

  const formulaOf = (definition: KpiDefinition): Formula | null => {
    if (definition.timeAggregation !== 'formula' || definition.formula === undefined) return null;
    const known = formulas.get(definition);
    if (known !== undefined) return known;
    const parsed = parseFormula(definition.formula);
    const formula = parsed.ok ? parsed.formula : null;
    formulas.set(definition, formula);
    return formula;
  };

  const kindOf = (kpi: string): ValueKind => {
    const definition = book.definition(kpi);
    if (definition === undefined || kindsOpen.has(kpi)) return 'ratio';
    return kindOfDefinition(definition, () => {
      const formula = formulaOf(definition);
      if (formula === null) return 'ratio';
      kindsOpen.add(kpi);
      const kind = inferKind(formula, engine.operandKindOf);
      kindsOpen.delete(kpi);
      return kind;
    });
  };

  const operandKindOf = (kpi: string): ValueKind => {
    const definition = book.definition(kpi);
    const kind = engine.kindOf(kpi);
    return definition === undefined ? kind : operandKind(definition, kind);
  };

  const recordedOn = (kpi: string): readonly string[] => {
    const definition = book.definition(kpi);
    const logged = definition === undefined ? [] : logChannels(book, definition);
    return [...new Set([...engine.tracks(kpi).keys(), ...logged])].toSorted();
  };

  const channelsOf = (kpi: string): readonly string[] => {
    const found = new Set<string>();
    const visited = new Set<string>();
    const walk = (key: string): void => {
      if (visited.has(key)) return;
      visited.add(key);
      for (const channel of engine.recordedOn(key)) found.add(channel);
      const definition = book.definition(key);
      const formula = definition === undefined ? null : formulaOf(definition);
      if (formula === null) return;
      for (const operand of kpisIn(formula).keys()) walk(operand);
    };
    walk(kpi);
    return [...found].toSorted();
  };

  const rememberedReadings = (kpi: string, channels: readonly string[] | null): Map<number, Reading> => {
    const ofKpi = childOf(readings, kpi);
    // No channel id is empty, so "all channels" cannot be taken for one.
    return childOf(
      ofKpi,
      channels === null ? '' : channels.length === 1 ? (channels[0] ?? '') : channels.join('\u0000'),
    );
  };

  const read = (kpi: string, channels: readonly string[] | null, scope: Scope): Reading => {
    const known = rememberedReadings(kpi, channels);
    const key = keyOf(scope);
    const reading = known.get(key);
    if (reading !== undefined) return reading;
    const definition = book.definition(kpi);
    if (definition === undefined) return without('notComputable', 'ratio', ['unknownKpi']);
    if (definition.timeAggregation !== 'formula') {
      const made = readRecorded(engine, definition, channels, scope);
      known.set(key, made);
      return made;
    }
    if (open.has(kpi)) return without('notComputable', 'ratio', ['cycle']);
    open.add(kpi);
    try {
      const made = readFormula(engine, definition, channels, scope);
      // What was read while another formula was open may rest on "cycle": keep only what stands by itself.
      if (open.size === 1 || !made.reasons.includes('cycle')) known.set(key, made);
      return made;
    } finally {
      open.delete(kpi);
    }
  };

  const engine: Engine = {
    book,
    tracks: remembered((kpi: string) => indexTracks(book, kpi)),
    recordedOn: remembered(recordedOn),
    channelsOf: remembered(channelsOf),
    formulaOf,
    kindOf: remembered(kindOf),
    operandKindOf: remembered(operandKindOf),
    breaksOf: remembered((kpi: string) => collectBreaks(engine, kpi)),
    read,
  };
  return engine;
}

/** Recorded figures or the KPI's log: of the two the one that knows more days of the scope, figures first. */
function readRecorded(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[] | null,
  scope: Scope,
): Reading {
  const logged = hasLog(definition) ? readLog(engine, definition, channels, scope) : null;
  const figures = readFigures(engine, definition, channels, scope);
  if (logged === null || figures.state === 'notApplicable') return figures;
  const known = (reading: Reading): number => (reading.absent ? -1 : (reading.cover?.recordedDays ?? 0));
  return known(logged) > known(figures) ? logged : figures;
}

function readFigures(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[] | null,
  scope: Scope,
): Reading {
  const kind = engine.kindOf(definition.key);
  const tracks = engine.tracks(definition.key);
  const names = channels ?? [...tracks.keys()];
  const [only] = names;
  if (only === undefined) return absent(kind);
  if (names.length === 1) {
    const own: ChannelTracks | undefined = tracks.get(only);
    return own === undefined ? absent(kind) : readOverTime(engine, definition, own, scope);
  }
  if (addsChannelsFirst(definition)) return readPeak(engine, definition, names.toSorted(), scope);
  const all = names.toSorted().map((channel) => ({
    channel,
    // What a log says of the channel is not what its figures say.
    reading: hasLog(definition)
      ? readFigures(engine, definition, [channel], scope)
      : engine.read(definition.key, [channel], scope),
  }));
  return readOverChannels(engine, definition, kind, all, scope);
}

function readFormula(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[] | null,
  scope: Scope,
): Reading {
  const kind = engine.kindOf(definition.key);
  const formula = engine.formulaOf(definition);
  const names = channels ?? engine.channelsOf(definition.key);
  const [only] = names;
  if (only === undefined) return absent(kind);
  const computed = (on: readonly string[] | null): Reading =>
    formula === null
      ? without('notComputable', kind, ['missingInput'])
      : { ...evaluateFormula(engine, formula, on, scope), kind };
  if (names.length === 1) return recordedOr(engine, definition, only, scope, computed([only]));
  const perChannel = (): { channel: string; reading: Reading }[] =>
    names.map((channel) => ({
      channel,
      reading: recordedOr(engine, definition, channel, scope, computed([channel])),
    }));
  if (definition.channelAggregation !== 'formula') {
    return readOverChannels(engine, definition, kind, perChannel(), scope);
  }
  const total = computed(channels);
  if (total.state === 'value' || engine.tracks(definition.key).size === 0) return total;
  // Recorded as such on one channel only, inputs nowhere: that one value is the total. Ratios are never averaged.
  const valuedOnes = perChannel().filter((c) => c.reading.state === 'value');
  const [single] = valuedOnes;
  return valuedOnes.length === 1 && single !== undefined ? single.reading : total;
}

/** A value recorded for exactly the period wins over the computed one; a difference is told. */
function recordedOr(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  scope: Scope,
  computed: Reading,
): Reading {
  const tracks = engine.tracks(definition.key).get(channel);
  const exact = tracks === undefined ? undefined : exactValue(tracks, scope);
  if (exact === undefined) return computed;
  if (exact === null) return without('notApplicable', computed.kind, []);
  const differs = computed.value !== null && disagree(exact, computed.value, roundedTolerance);
  const reasons = differs ? joinReasons(['disagreement']) : [];
  return valued(exact, computed.kind, { cover: exactCover(scope), reasons });
}
