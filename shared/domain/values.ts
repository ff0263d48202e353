/**
 * One KPI's value over channels and a scope: what was recorded (figures, or the KPI's log), or its formula on aggregated
 * inputs. Time first per channel, then channels; for extremes of what adds up over channels the other way round.
 */
import type { Engine, Scope } from './engine.ts';
import { operandsOf } from './formula/ast.ts';
import type { Formula } from './formula/ast.ts';
import { evaluateFormula } from './formula/evaluate.ts';
import type { KpiDefinition } from './kpi.ts';
import { readLog } from './logs/reading.ts';
import { hasLog, tallyOf } from './logs/tally.ts';
import { readOverChannels } from './over-channels.ts';
import { readOverTime } from './over-time.ts';
import { addsChannelsFirst, readPeak } from './peaks.ts';
import { exactCover, exactValue } from './pieces.ts';
import { absent, coverageShare, disagree, joinReasons, valued, without } from './reading.ts';
import type { Reading } from './reading.ts';
import type { ChannelTracks } from './tracks.ts';

/** A recorded ratio is usually rounded by its source; it disagrees with the formula only beyond that. */
const roundedTolerance = 0.005;

/** Recorded figures, and the KPI's log where it has one. */
export function readRecorded(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[] | null,
  scope: Scope,
): Reading {
  if (!hasLog(definition)) return readFigures(engine, definition, channels, scope);
  const logged = readLog(engine, definition, channels, scope);
  if (logged === null) return readFigures(engine, definition, channels, scope);
  const names = channels ?? engine.recordedOn(definition.key);
  const figures = names.flatMap((channel) => {
    const reading = readFigures(engine, definition, [channel], scope);
    return figuresWin(engine, definition, channel, scope, reading) ? [{ channel, reading }] : [];
  });
  if (figures.length === 0 && (names.length < 2 || !standsApart(definition))) return logged;
  const [only] = figures;
  if (names.length === 1 && channels !== null && only !== undefined) return only.reading;
  const others = names.filter((name) => !figures.some((one) => one.channel === name));
  const kind = engine.kindOf(definition.key);
  if (definition.channelAggregation === 'sum') {
    // What is logged on no channel belongs to the total alone.
    const rest = readLog(engine, definition, channels === null ? [...others, null] : others, scope);
    const all = rest === null ? figures : [...figures, { channel: '', reading: rest }];
    return readOverChannels(engine, definition, kind, all, scope);
  }
  const rest = others.flatMap((channel) => {
    const reading = readLog(engine, definition, [channel], scope);
    return reading === null ? [] : [{ channel, reading }];
  });
  return readOverChannels(engine, definition, kind, [...figures, ...rest], scope);
}

/** Content items of two networks are not one kind of thing: the middle one is told channel by channel. */
function standsApart({ source, channelAggregation }: KpiDefinition): boolean {
  return source?.log === 'content' && channelAggregation !== 'sum';
}

function speaksInLog(engine: Engine, definition: KpiDefinition): boolean {
  return hasLog(definition) && tallyOf(engine.book, definition) !== null;
}

/** On one channel a figure of exactly the period counts; else whichever knows more of it, figures first. */
function figuresWin(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  scope: Scope,
  figures: Reading,
): boolean {
  const tracks = engine.tracks(definition.key).get(channel);
  if (tracks === undefined || figures.absent) return false;
  if (exactValue(tracks, scope) !== undefined) return true;
  const logged = readLog(engine, definition, [channel], scope);
  if (logged === null || logged.absent) return true;
  return figures.value !== null && coverageShare(figures.cover) >= coverageShare(logged.cover);
}

function readFigures(
  engine: Engine,
  definition: KpiDefinition,
  channels: readonly string[] | null,
  scope: Scope,
): Reading {
  const kind = engine.kindOf(definition.key);
  const tracks = engine.tracks(definition.key);
  const names = channels === null ? engine.trackedOn(definition.key) : channels.toSorted();
  const [only] = names;
  if (only === undefined) return absent(kind);
  if (names.length === 1) {
    const own: ChannelTracks | undefined = tracks.get(only);
    return own === undefined ? absent(kind) : readOverTime(engine, definition, own, scope);
  }
  if (addsChannelsFirst(definition)) return readPeak(engine, definition, names, scope);
  const all = names.map((channel) => ({
    channel,
    // What a log says of the channel is not what its figures say.
    reading: speaksInLog(engine, definition)
      ? readFigures(engine, definition, [channel], scope)
      : engine.read(definition.key, [channel], scope),
  }));
  return readOverChannels(engine, definition, kind, all, scope);
}

export function readFormula(
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
  const computed = (on: readonly string[] | null): Reading => {
    if (formula === null) return without('notComputable', kind, ['missingInput']);
    const reading = { ...evaluateFormula(engine, formula, on, scope), kind };
    return reading.state === 'value' && nothingDue(engine, formula, on, scope) ? absent(kind) : reading;
  };
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

/** A formula that provides for missing inputs says nothing about the time before any of them had begun. */
function nothingDue(
  engine: Engine,
  formula: Formula,
  channels: readonly string[] | null,
  scope: Scope,
): boolean {
  const { required, optional } = operandsOf(formula);
  if (required.length > 0 || optional.length === 0) return false;
  return optional.every((kpi) => {
    const reading = engine.read(kpi, channels, scope);
    return reading.absent && reading.value === null;
  });
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
