/**
 * Three generated clients with three years of figures each: gaps, zeros, not applicable, typed months that disagree
 * with their days, sources that leave zero days out, a channel that starts late, one archived, one that lags by twelve
 * days, one recorded by month and one by week, definition breaks, weights, targets of every kind.
 *
 * Everything is decided by seeds: the same books on every machine. The parts are plain data: the engine's book is made
 * of them, and so is the database of the second implementation.
 */
import type { BookParts, Channel, ChannelSeries, Figure } from '../../shared/domain/book.ts';
import type { Cadence, Calendar, Day } from '../../shared/domain/time.ts';
import { addDays, endOf, parseIso, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import { contentDefinitions, contentOf, contentTarget, logOf, type Content } from './content.ts';
import { plans, type ChannelId, type Plan } from './definitions.ts';
import { randomOf, seedOf, type Random } from './random.ts';
import { targetsOf } from './targets.ts';

type Series = ChannelSeries & { readonly kpi: string };

export interface Client {
  readonly name: string;
  readonly calendar: Calendar;
  readonly from: Day;
  readonly today: Day;
}

export function dayOfIso(iso: string): Day {
  const day = parseIso(iso);
  if (day === undefined) throw new Error(`no date: ${iso}`);
  return day;
}

/**
 * Week starts and fiscal years differ; each span holds 29 February 2024. Of Monday weeks 2026 has 53, of Saturday weeks
 * the fiscal year from July 2025.
 */
export const clients: readonly Client[] = [
  { name: 'monday', weekStart: 1, fiscalYearStart: 1, from: '2024-01-15', today: '2027-01-12' },
  { name: 'sunday', weekStart: 7, fiscalYearStart: 4, from: '2023-11-01', today: '2026-10-27' },
  { name: 'saturday', weekStart: 6, fiscalYearStart: 7, from: '2023-09-06', today: '2026-08-13' },
].map(({ name, weekStart, fiscalYearStart, from, today }) => ({
  name,
  calendar: { weekStart, fiscalYearStart },
  from: dayOfIso(from),
  today: dayOfIso(today),
}));

const archivedBefore = 240;

interface Recording {
  readonly cadence: Cadence;
  readonly from: Day;
  /** Last day that may be recorded. */
  readonly to: Day;
}

function recordingOf(client: Client, channel: ChannelId): Recording {
  const { from, today } = client;
  const cadence = channel === 'monthly' ? 'month' : channel === 'weekly' ? 'week' : 'day';
  const starts = channel === 'late' ? 460 : channel === 'old' ? 20 : 0;
  const ends = { late: 1, monthly: 1, old: archivedBefore, slow: 15, web: 3, weekly: 1 }[channel];
  return { cadence, from: addDays(from, starts), to: addDays(today, -ends) };
}

function valueOf(random: Random, plan: Plan, length: number, drift: number): number {
  const { level, quantum, definition } = plan;
  const { min, max, timeAggregation } = definition;
  if (random.chance(0.03) && timeAggregation !== 'last' && (min ?? 0) <= 0) return 0;
  const flow = timeAggregation === 'sum';
  const typical = level * (flow ? length : 1) * drift;
  const raw =
    typical * (0.55 + random.whole(0, 900) / 1000) +
    (level < 1 && quantum === 1 && random.chance(0.06) ? 1 : 0);
  const held = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, raw));
  return Math.floor(held / quantum) * quantum;
}

/** Days of a long silence, and months stated as not applicable. */
interface Holes {
  readonly gaps: readonly (readonly [Day, Day])[];
  readonly notApplicable: readonly (readonly [Day, Day])[];
}

function holesOf(random: Random, { from, to }: Recording, calendar: Calendar): Holes {
  const somewhere = (): Day => addDays(from, random.whole(10, to - from - 40));
  const gaps = Array.from({ length: random.whole(1, 3) }, () => {
    const start = somewhere();
    return [start, addDays(start, random.whole(2, 38))] as const;
  });
  const away = random.chance(0.5) ? [somewhere()] : [];
  const notApplicable = away.map((day) => {
    const month = periodAt('month', day, calendar);
    return [month.start, addDays(endOf(month), -1)] as const;
  });
  return { gaps, notApplicable };
}

const within = (spans: readonly (readonly [Day, Day])[], from: Day, to: Day): boolean =>
  spans.some(([first, last]) => from <= last && to >= first);

function seriesOf(client: Client, plan: Plan, channel: ChannelId): Series[] {
  const { calendar } = client;
  const recording = recordingOf(client, channel);
  const random = randomOf(seedOf(client.name, plan.definition.key, channel));
  const holes = holesOf(random, recording, calendar);
  const growth = (random.whole(0, 60) - 20) / 100;
  const span = recording.to - recording.from;
  const figures: Figure[] = [];
  // Stretches over which the source leaves zero days out.
  const quiet =
    plan.silent === true && recording.cadence === 'day'
      ? [
          { from: addDays(recording.from, 200), to: addDays(recording.from, 290) },
          { from: addDays(recording.to, -130), to: addDays(recording.to, -6) },
        ]
      : [];
  let unit = periodAt(recording.cadence, recording.from, calendar);
  if (unit.start < recording.from) unit = shiftPeriod(unit, 1);
  for (; addDays(endOf(unit), -1) <= recording.to; unit = shiftPeriod(unit, 1)) {
    const last = addDays(endOf(unit), -1);
    const drift = 1 + (growth * (unit.start - recording.from)) / span;
    const value = valueOf(random, plan, endOf(unit) - unit.start, drift);
    const silentHere = quiet.some((s) => s.from <= unit.start && last <= s.to);
    const first = figures.length === 0;
    if (!first && silentHere && random.chance(0.3)) continue;
    if (!first && (within(holes.gaps, unit.start, last) || random.chance(0.01))) continue;
    const away = within(holes.notApplicable, unit.start, last) || random.chance(0.008);
    figures.push({ day: unit.start, value: away && !first ? null : value });
  }
  const { key } = plan.definition;
  const own: Series = { kpi: key, channel, cadence: recording.cadence, figures };
  const main: Series = quiet.length === 0 ? own : { ...own, absentMeansZero: quiet };
  return [main, ...typedBeside(client, plan, channel, recording, random)];
}

/** Months typed beside the days, some not applicable; for counts that do not add up the only larger values. */
function typedBeside(
  client: Client,
  plan: Plan,
  channel: ChannelId,
  recording: Recording,
  random: Random,
): Series[] {
  const additive = plan.definition.timeAggregation !== 'none';
  if (recording.cadence !== 'day' || (additive && (plan.typed !== true || channel !== 'web'))) return [];
  const cadences: readonly Cadence[] = additive ? ['month'] : ['week', 'month', 'quarter'];
  return cadences.map((cadence) => {
    const figures: Figure[] = [];
    let unit = periodAt(cadence, addDays(recording.from, 70), client.calendar);
    for (; endOf(unit) <= recording.to; unit = shiftPeriod(unit, 1)) {
      if (random.chance(additive ? 0.65 : 0.2)) continue;
      const value = valueOf(random, plan, endOf(unit) - unit.start, 1.04);
      figures.push({ day: unit.start, value: random.chance(0.05) ? null : value });
    }
    return { kpi: plan.definition.key, channel, cadence, figures };
  });
}

/** Recorded values of KPIs that have a formula: they win over it, on their channel and for their period. */
function recordedRatios(client: Client): Series[] {
  const random = randomOf(seedOf(client.name, 'ratios'));
  const figures: Figure[] = [];
  let unit = periodAt('month', addDays(client.from, 150), client.calendar);
  for (; endOf(unit) <= client.today; unit = shiftPeriod(unit, 1)) {
    if (random.chance(0.6)) continue;
    figures.push({ day: unit.start, value: random.chance(0.1) ? null : random.whole(20, 60) / 1024 });
  }
  return [{ kpi: 'ctr', channel: 'web', cadence: 'month', figures }];
}

function channelsOf({ from, today }: Client): Channel[] {
  const archived = addDays(today, -archivedBefore);
  return (['web', 'late', 'old', 'slow', 'monthly', 'weekly'] as const).map((id) => ({
    id,
    activeFrom: id === 'late' ? addDays(from, 460) : null,
    activeTo: id === 'old' ? archived : null,
  }));
}

function breaksOf(client: Client): NonNullable<BookParts['breaks']> {
  const at = (days: number): Day => addDays(client.today, -days);
  const note = 'counted otherwise from here on';
  return [
    { kpi: 'sum_sum', day: at(300), channel: null, factor: null, note },
    { kpi: 'sum_mean', day: at(95), channel: null, factor: 1.25, note },
    { kpi: 'sum_mean', day: at(410), channel: null, factor: 0.75, note },
    { kpi: 'likes', day: at(200), channel: 'web', factor: null, note },
    { kpi: 'mean_mean', day: at(150), channel: null, factor: 1.5, note },
    { kpi: 'last_sum', day: at(120), channel: null, factor: null, note },
    { kpi: 'spend', day: periodAt('month', at(100), client.calendar).start, channel: null, factor: 2, note },
    {
      kpi: 'revenue',
      day: periodAt('quarter', at(200), client.calendar).start,
      channel: null,
      factor: null,
      note,
    },
    { kpi: 'engagement_rate', day: at(70), channel: null, factor: null, note },
  ];
}

/** Limits that a person began anew: over all channels, on one of them, and of a level. */
function limitStartsOf(client: Client): NonNullable<BookParts['limitStarts']> {
  const at = (days: number): Day => addDays(client.today, -days);
  return [
    { kpi: 'mean_sum', day: periodAt('month', at(240), client.calendar).start, channel: null },
    { kpi: 'sum_max', day: periodAt('week', at(90), client.calendar).start, channel: 'web' },
    { kpi: 'last_mean', day: periodAt('month', at(300), client.calendar).start, channel: null },
    // Newer than a definition break of the same KPI.
    { kpi: 'sum_sum', day: periodAt('month', at(200), client.calendar).start, channel: null },
  ];
}

/** What the book of a client is made of; `content` as plain data, for the second implementation. */
export function partsOf(client: Client): BookParts & { readonly content: Content } {
  const all = plans();
  const content = contentOf(client);
  const series = all.flatMap((plan) => plan.channels.flatMap((channel) => seriesOf(client, plan, channel)));
  const weights = Object.fromEntries(
    all.flatMap(({ definition }, i) =>
      i % 6 === 0 ? [[definition.key, [2, 0.5, 0, 3][(i / 6) % 4] ?? 1]] : [],
    ),
  );
  return {
    calendar: client.calendar,
    today: client.today,
    definitions: [...all.map((plan) => plan.definition), ...contentDefinitions],
    channels: channelsOf(client),
    series: [...series, ...recordedRatios(client)],
    targets: [...targetsOf(client, all), contentTarget(client)],
    weights,
    breaks: breaksOf(client),
    limitStarts: limitStartsOf(client),
    content,
    contentLog: logOf(content),
  };
}
