/** Small books for tests of the rules: definitions with defaults, series from runs of values. */
import type { BookParts, Book, ChannelSeries, Figure } from '../../../shared/domain/book.ts';
import { makeBook } from '../../../shared/domain/book.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import type { Target } from '../../../shared/domain/target.ts';
import { defaultCalendar, parseIso, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../../shared/domain/time.ts';

export function day(iso: string): Day {
  const parsed = parseIso(iso);
  if (parsed === undefined) throw new Error(`no date: ${iso}`);
  return parsed;
}

export function period(cadence: Cadence, iso: string): Period {
  return periodAt(cadence, day(iso), defaultCalendar);
}

/** A counted flow that adds up over time and channels, unless told otherwise. */
export function kpi(key: string, more: Partial<KpiDefinition> = {}): KpiDefinition {
  return {
    key,
    name: { en: key, es: key },
    definition: { en: key, es: key },
    unit: { kind: 'count' },
    direction: 'up',
    timeAggregation: 'sum',
    channelAggregation: 'sum',
    kra: 'engagement',
    stage: 'engagement',
    level: 'operational',
    cadence: 'day',
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: 'atLeast' },
    ...more,
  };
}

export function stock(key: string, more: Partial<KpiDefinition> = {}): KpiDefinition {
  return kpi(key, { timeAggregation: 'last', ...more });
}

export function formula(key: string, text: string, more: Partial<KpiDefinition> = {}): KpiDefinition {
  return kpi(key, { timeAggregation: 'formula', channelAggregation: 'formula', formula: text, ...more });
}

/** A share: a percentage between 0 and 1. */
export function share(key: string, more: Partial<KpiDefinition> = {}): KpiDefinition {
  return kpi(key, {
    unit: { kind: 'percent' },
    min: 0,
    max: 1,
    timeAggregation: 'mean',
    channelAggregation: 'mean',
    ...more,
  });
}

export type Recorded = ChannelSeries & { readonly kpi: string };

/** Values of consecutive units from a first day; `undefined` leaves a gap, `null` states not applicable. */
export function run(
  of: string,
  channel: string,
  cadence: Cadence,
  first: string,
  values: readonly (number | null | undefined)[],
  more: Partial<ChannelSeries> = {},
): Recorded {
  const from = period(cadence, first);
  const figures: Figure[] = values.flatMap((value, i) =>
    value === undefined ? [] : [{ day: shiftPeriod(from, i).start, value }],
  );
  return { kpi: of, channel, cadence, figures, ...more };
}

/** The same value `n` times. */
export function times(n: number, value: number): number[] {
  return Array.from({ length: n }, () => value);
}

export function target(of: string, more: Partial<Target> = {}): Target {
  return {
    id: `target-${of}`,
    kpi: of,
    channel: null,
    kind: 'atLeast',
    cadence: 'month',
    from: day('2020-01-01'),
    to: null,
    goal: 100,
    ...more,
  };
}

/** A book with today on 20 November 2026 and channels named after the series, unless told otherwise. */
export function book(
  parts: Partial<BookParts> & Pick<BookParts, 'definitions' | 'series'> & { readonly on?: string },
): Book {
  const { on = '2026-11-20', ...rest } = parts;
  const names = [...new Set(parts.series.map((s) => s.channel))];
  return makeBook({
    calendar: defaultCalendar,
    today: day(on),
    channels: names.map((id) => ({ id, activeFrom: null, activeTo: null })),
    ...rest,
  });
}
