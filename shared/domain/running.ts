/**
 * How far a running period is known, so that it can be compared like for like.
 *
 * Rule: n counts whole units of the cadence the figures are recorded at and ends at the newest unit that every
 * included channel has recorded, not at today. A channel more than 7 days behind the newest one leaves both
 * sides and is named; a channel that records coarser units is given the length of one unit more, since it
 * cannot be any newer. A channel recorded only once a period has no part of it to compare and leaves as well,
 * unless all are of that kind.
 */
import { mayHold } from './engine.ts';
import type { Engine, Scope } from './engine.ts';
import { kpisIn, operandsOf } from './formula/ast.ts';
import { logEnds, logSpeaks } from './logs/reading.ts';
import { coarser, elapsedUnits, rankOf } from './period.ts';
import { endOf } from './time.ts';
import type { Cadence, Day, Period } from './time.ts';
import { lastUnitBefore } from './tracks.ts';
import type { ChannelTracks } from './tracks.ts';

export interface Reach {
  readonly unit: Cadence;
  /** Whole units recorded by every included channel, and how many the period has. */
  readonly done: number;
  readonly of: number;
  /** First day no longer covered. */
  readonly to: Day;
  /** Channels that are too far behind. */
  readonly left: readonly string[];
}

const none: ReadonlyMap<string | null, Day> = new Map();
const allowedLag = 7;
const longestUnit: Readonly<Record<Cadence, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/**
 * The recorded KPIs that a KPI's value rests on: itself, or its formula's required inputs (where it has none, the
 * optional ones, else what it looks at in other periods).
 */
export function recordedOperands(engine: Engine, kpi: string): readonly string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  /** True when anything is recorded of the KPI or under it. */
  const walk = (key: string): boolean => {
    if (visited.has(key)) return speaks(engine, key);
    visited.add(key);
    const definition = engine.book.definition(key);
    const formula = definition === undefined ? null : engine.formulaOf(definition);
    const { required, optional } = formula === null ? { required: [], optional: [] } : operandsOf(formula);
    const shifted = formula === null ? [] : [...kpisIn(formula).keys()];
    const inputs = [required, optional, shifted].find((keys) => keys.length > 0) ?? [];
    const below = inputs.map(walk).includes(true);
    // A formula that is also recorded as such rests on its inputs where those are recorded.
    if (!below && speaks(engine, key)) found.add(key);
    return below || speaks(engine, key);
  };
  walk(kpi);
  return [...found];
}

/** True when anything is recorded of a KPI, as figures or in its log. */
function speaks(engine: Engine, kpi: string): boolean {
  if (engine.tracks(kpi).size > 0) return true;
  const definition = engine.book.definition(kpi);
  return definition !== undefined && logSpeaks(engine.book, definition);
}

interface ChannelReach {
  readonly channel: string;
  readonly end: Day;
  readonly unit: Cadence;
  /** Cadence of its figures. */
  readonly recorded: Cadence;
  readonly oncePerPeriod: boolean;
}

/** What a value rests on. `together`: only channels that have all of it count, if any has (a ratio); else each does. */
export interface Operands {
  readonly kpis: readonly string[];
  readonly together: boolean;
}

/**
 * How far `period` is recorded for the given recorded KPIs and channels (`null`: all of them). `base`: the
 * days compared with; where it was recorded in coarser units, those count.
 */
export function reachOf(
  engine: Engine,
  operands: Operands,
  channels: readonly string[] | null,
  period: Period,
  base: Scope | null,
): Reach {
  const { calendar } = engine.book;
  const { kpis } = operands;
  const ends = endsOfChannels(engine, operands, channels, period);
  const partwise = ends.filter((c) => !c.oncePerPeriod);
  const counted = partwise.length > 0 ? partwise : ends;
  const newest = Math.max(...counted.map((c) => c.end));
  const included = counted.filter((c) => newest - c.end <= allowedLag + longestUnit[c.recorded] - 1);
  if (included.length === 0) return { unit: period.cadence, done: 0, of: 1, to: period.start, left: [] };
  const names = new Set(included.map((c) => c.channel));
  const left = ends.filter((c) => !names.has(c.channel)).map((c) => c.channel);
  const end = Math.min(...included.map((c) => c.end)) as Day;
  let unit = included.reduce<Cadence>((u, c) => coarser(u, c.unit), 'day');
  if (base !== null && partwise.length > 0)
    unit = coarser(unit, unitOfBase(engine, kpis, names, base, period.cadence));
  return { unit, ...elapsedUnits(period, unit, end, calendar), left };
}

function endsOfChannels(
  engine: Engine,
  { kpis, together }: Operands,
  channels: readonly string[] | null,
  period: Period,
): readonly ChannelReach[] {
  const names = channels ?? [...new Set(kpis.flatMap((kpi) => engine.recordedOn(kpi)))].toSorted();
  const logged = kpis.map((kpi) => {
    const definition = engine.book.definition(kpi);
    return definition === undefined ? none : logEnds(engine.book, definition, period);
  });
  const endOn = (channel: string | null): readonly End[] =>
    kpis.flatMap((kpi, i) => {
      const tracks = channel === null ? undefined : engine.tracks(kpi).get(channel);
      const end = tracks === undefined ? null : endOfTracks(tracks, period);
      const logEnd = logged[i]?.get(channel);
      if (logEnd === undefined || (end !== null && end.end >= logEnd)) return end === null ? [] : [end];
      return [{ end: logEnd, unit: 'day', recorded: 'day', oncePerPeriod: false } as const];
    });
  const found = names.map((channel) => ({ channel, ends: endOn(channel) }));
  // A log whose entries name no channel speaks for all of them at once.
  if (found.length === 0 && channels === null) found.push({ channel: '', ends: endOn(null) });
  const owners = found.filter((c) => c.ends.length === kpis.length);
  const counted = together && owners.length > 0 ? owners : found.filter((c) => c.ends.length > 0);
  return counted.map(({ channel, ends }) => ({
    channel,
    end: Math.min(...ends.map((e) => e.end)) as Day,
    unit: ends.reduce<Cadence>((u, e) => coarser(u, e.unit), 'day'),
    recorded: ends.reduce<Cadence>((u, e) => coarser(u, e.recorded), 'day'),
    oncePerPeriod: ends.some((e) => e.oncePerPeriod),
  }));
}

type End = Omit<ChannelReach, 'channel'>;

/** Where one KPI's figures on one channel end; `null` when none are expected in the period. */
function endOfTracks(tracks: ChannelTracks, period: Period): End | null {
  if (tracks.first >= endOf(period)) return null;
  if (tracks.activeTo !== null && tracks.activeTo < period.start) return null;
  let finer: { end: Day; cadence: Cadence } | null = null;
  let same: Day | null = null;
  for (const track of tracks.tracks) {
    const unit = lastUnitBefore(track, endOf(period));
    if (unit === undefined || rankOf(track.cadence) > rankOf(period.cadence)) continue;
    const end = endOf(unit);
    if (track.cadence === period.cadence) same = end;
    else if (finer === null || end > finer.end) finer = { end, cadence: track.cadence };
  }
  if (finer !== null && (same === null || finer.end >= same || finer.end > period.start)) {
    // Nothing more is expected of a channel that is recorded up to its archiving.
    const done = tracks.activeTo !== null && finer.end > tracks.activeTo;
    const end = done ? endOf(period) : finer.end;
    return { end, unit: finer.cadence, recorded: finer.cadence, oncePerPeriod: false };
  }
  if (same === null) return null;
  return { end: same, unit: period.cadence, recorded: period.cadence, oncePerPeriod: true };
}

/** The coarsest of the finest units that each included channel recorded in the base period. */
function unitOfBase(
  engine: Engine,
  kpis: readonly string[],
  channels: ReadonlySet<string>,
  base: Scope,
  cadence: Cadence,
): Cadence {
  let unit: Cadence = 'day';
  const most = rankOf(cadence);
  for (const kpi of kpis) {
    if (engine.kindOf(kpi) === 'stock') continue;
    for (const [channel, tracks] of engine.tracks(kpi)) {
      if (!channels.has(channel)) continue;
      const finest = tracks.tracks.find((track) => {
        const start = track.after(base.from);
        return start !== undefined && start < base.to;
      });
      if (finest !== undefined && mayHold(base, finest.cadence) && rankOf(finest.cadence) < most)
        unit = coarser(unit, finest.cadence);
    }
  }
  return unit;
}
