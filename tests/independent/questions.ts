/**
 * What both sides are asked about the generated clients: values of all months, quarters and years, and of some days and
 * weeks; a sample of comparisons, judgements, scores, signals and trends; forecasts of all running months, quarters and
 * years. The sample is seeded: always the same.
 */
import type { BookParts } from '../../shared/domain/book.ts';
import type { Cadence, Day } from '../../shared/domain/time.ts';
import { addDays, cadences, endOf, periodAt } from '../../shared/domain/time.ts';
import { contentChannels } from './content.ts';
import { channelIds } from './definitions.ts';
import type { Client } from './generate.ts';
import { randomOf } from './random.ts';

/** Client, what is asked, KPI, channel (`null`: all), cadence, first day of the period. */
type About<Asked extends string> = readonly [number, Asked, string, string | null, Cadence, Day];
export type Question =
  | About<'measure' | 'judge' | 'signal' | 'trend' | 'forecast'>
  | readonly [number, 'compare', string, string | null, Cadence, Day, string]
  | readonly [number, 'group', string, readonly (string | null)[], Cadence, Day];

const bases = [
  'previous',
  'lastYear',
  'ago:3',
  'rolling:3',
  'yearToDate',
  'fiscalYearToDate',
  'custom:2026-01-10..2026-03-05',
  'custom:2026-02-01..2026-02-28',
  'previous+weekdays',
  'lastYear+weekdays',
  'rolling:3+weekdays',
] as const;

/** Formulas that look at other periods have these only where there is a period before the period. */
const shifting: ReadonlySet<string> = new Set(['gained', 'over_last_year', 'growth']);
const periodBases: ReadonlySet<string> = new Set(['previous', 'lastYear', 'ago:3']);
/** Several days together are asked about as free days; the documents do not say how old a stock of theirs may be. */
const notOfDays: ReadonlySet<string> = new Set([
  'rolling:3',
  'rolling:3+weekdays',
  'yearToDate',
  'fiscalYearToDate',
]);

/** Of so many questions one is asked; a running period is asked about more often. */
const oneOf = {
  value: { day: 160, week: 16, month: 1, quarter: 1, year: 1 },
  compare: 110,
  compareRunning: 16,
  judge: 14,
  judgeRunning: 4,
  signal: 40,
  trend: 60,
} as const;

/** There are many more days and weeks than months. */
const sparser: Readonly<Record<Cadence, number>> = { day: 40, week: 4, month: 1, quarter: 1, year: 1 };

interface Slot {
  readonly cadence: Cadence;
  readonly start: Day;
  readonly running: boolean;
}

function slots(client: Client): Slot[] {
  return cadences.flatMap((cadence) => {
    const found: Slot[] = [];
    let at = periodAt(cadence, addDays(client.from, -40), client.calendar);
    for (; at.start <= client.today; at = { cadence, start: endOf(at) }) {
      found.push({ cadence, start: at.start, running: endOf(at) > client.today });
    }
    return found;
  });
}

/** Channels that a KPI is worth asking about: all together, its own, one that has nothing of it. */
function scopes(parts: BookParts, kpi: string, formula: boolean): (string | null)[] {
  const own = new Set(parts.series.filter((s) => s.kpi === kpi).map((s) => s.channel));
  if (formula) return [null, ...channelIds];
  const other = channelIds.find((id) => !own.has(id));
  return [null, ...own, ...(other === undefined ? [] : [other])];
}

/** Formulas of plain operations, whose forecast is theirs of the operands' forecasts. */
const foretold: ReadonlySet<string> = new Set([
  'ctr',
  'cost_per_lead',
  'ads_per_lead',
  'interactions',
  'engagement_rate',
  'profit',
  'per_thousand',
]);

/** What weights are going to be, and what a bound means for a sum, the documents leave open. */
function isForetold(parts: BookParts, kpi: string, channel: string | null, cadence: Cadence): boolean {
  const definition = parts.definitions.find((d) => d.key === kpi);
  if (definition === undefined || cadence === 'day' || cadence === 'week') return false;
  if (definition.formula !== undefined) return foretold.has(kpi);
  if (definition.timeAggregation === 'weightedMean') return false;
  if (definition.timeAggregation === 'sum' && definition.max !== undefined) return false;
  return channel !== null || definition.channelAggregation !== 'weightedMean';
}

export function questionsOf(clients: readonly Client[], parts: readonly BookParts[]): Question[] {
  const random = randomOf(20_261_121);
  const asked: Question[] = [];
  const take = (n: number, cadence: Cadence): boolean => random.chance(1 / (n * sparser[cadence]));
  for (const [i, client] of clients.entries()) {
    const book = parts[i];
    if (book === undefined) throw new Error('as many books as clients');
    const times = slots(client);
    const figures = book.definitions.filter((one) => one.source === undefined);
    for (const { key, formula, channelAggregation } of figures) {
      const fitting = bases.filter((base) => periodBases.has(base) || !shifting.has(key));
      for (const channel of scopes(book, key, formula !== undefined)) {
        for (const { cadence, start, running } of times) {
          const about = [key, channel, cadence, start] as const;
          // A running period is asked about through comparisons and judgements, which say how far it is known.
          if (!running && random.chance(1 / oneOf.value[cadence])) asked.push([i, 'measure', ...about]);
          for (const base of fitting) {
            if (cadence === 'day' && notOfDays.has(base)) continue;
            if (running ? random.chance(1 / oneOf.compareRunning) : take(oneOf.compare, cadence))
              asked.push([i, 'compare', ...about, base]);
          }
          if (running && isForetold(book, key, channel, cadence)) asked.push([i, 'forecast', ...about]);
          if (running ? random.chance(1 / oneOf.judgeRunning) : take(oneOf.judge, cadence))
            asked.push([i, 'judge', ...about]);
          // What a total of weighted channels is worth where one lacks its weight, the documents leave open.
          if (cadence === 'year' || (channel === null && channelAggregation === 'weightedMean')) continue;
          if (take(oneOf.signal, cadence)) asked.push([i, 'signal', ...about]);
          if (take(oneOf.trend, cadence)) asked.push([i, 'trend', ...about]);
        }
      }
    }
    for (const kra of new Set(figures.map((d) => d.kra))) {
      for (const { cadence, start } of times.filter(
        (t) => t.cadence === 'month' || t.cadence === 'quarter',
      )) {
        if (take(6, cadence)) asked.push([i, 'group', kra, [null], cadence, start]);
        if (take(12, cadence)) asked.push([i, 'group', kra, ['web', 'slow', 'weekly'], cadence, start]);
      }
    }
  }
  return [...asked, ...contentQuestions(clients, parts)];
}

/** Of what content items answer, with a sample of its own, so that the others stay as they are. */
function contentQuestions(clients: readonly Client[], parts: readonly BookParts[]): Question[] {
  const random = randomOf(20_261_122);
  return clients.flatMap((client, i) =>
    (parts[i]?.definitions ?? []).flatMap(({ key, source, timeAggregation }) => {
      if (source === undefined) return [];
      return [null, ...contentChannels, 'old'].flatMap((channel) =>
        slots(client).flatMap(({ cadence, start, running }): Question[] => {
          const about = [key, channel, cadence, start] as const;
          const sample = cadence === 'day' || cadence === 'week' ? 0.03 : 1;
          if (!random.chance(sample)) return [];
          if (timeAggregation === 'none') return running ? [] : [[i, 'measure', ...about]];
          const base = random.pick(['previous', 'lastYear', 'rolling:3'] as const);
          return [
            ...(running ? [] : [[i, 'measure', ...about] as Question]),
            ...(cadence === 'day' && base === 'rolling:3'
              ? []
              : [[i, 'compare', ...about, base] as Question]),
            [i, 'judge', ...about],
            ...(running && cadence !== 'day' && cadence !== 'week'
              ? [[i, 'forecast', ...about] as Question]
              : []),
            ...(cadence === 'year' ? [] : [[i, 'signal', ...about] as Question]),
          ];
        }),
      );
    }),
  );
}
