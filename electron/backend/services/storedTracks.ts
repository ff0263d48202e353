/**
 * A client's recorded figures as tracks over the store. Daily series are fetched piece by piece (`storedDays`), coarser ones
 * whole: they hold a few hundred figures at most.
 */
import { tracksOf } from '../../../shared/domain/book.ts';
import type { ChannelSeries, Figure, SilentSpan } from '../../../shared/domain/book.ts';
import type { Calendar, Day } from '../../../shared/domain/time.ts';
import type { ChannelTrack } from '../../../shared/domain/tracks.ts';
import type { ReadStore } from '../../store/openStore.ts';
import { pairsOf, seriesOf, silentSpansOf } from '../../store/queries/figures.ts';
import type { SeriesStart } from '../../store/queries/figures.ts';
import { cadenceOf } from '../../store/rows.ts';
import { storedDays } from './storedDays.ts';
import type { Asked, MonthWindow } from './storedDays.ts';

const EVER = 10_000_000;
const DAY = 0;

export interface StoredTracks {
  /** Tracks of a KPI by its id. */
  readonly of: (kpi: number, asked: Asked) => readonly ChannelTrack[];
  /** All figures of a KPI in memory, to lay others over them. */
  readonly whole: (kpi: number) => readonly ChannelSeries[];
}

export function storedTracks(
  store: ReadStore,
  client: number,
  calendar: Calendar,
  window: MonthWindow,
): StoredTracks {
  /** Asked for with the first KPI: a screen that shows no figures needs none of it. */
  let starts: ReadonlyMap<number, readonly SeriesStart[]> | undefined;
  const startsOf = (kpi: number): readonly SeriesStart[] =>
    (starts ??= Map.groupBy(seriesOf(store, client), (one) => one.kpi)).get(kpi) ?? [];
  const silences = Map.groupBy(silentSpansOf(store, client), (span) => span.kpi);

  const inMemory = (kpi: number, series: readonly SeriesPlace[]): ChannelSeries[] =>
    series.map(({ channel, cadence }) => {
      const spans = (silences.get(kpi) ?? []).filter((s) => s.channel === channel && s.cadence === cadence);
      return {
        channel: String(channel),
        cadence: cadenceOf(cadence),
        figures: pairsOf(store, { client, kpi, channel, cadence }, -EVER, EVER).map(
          ([day, value]): Figure => ({ day: day as Day, value }),
        ),
        ...(spans.length === 0
          ? {}
          : { absentMeansZero: spans.map((span) => ({ from: span.first as Day, to: span.last as Day })) }),
      };
    });

  /** Series that hold figures, and those of which only silence is known. */
  const placesOf = (kpi: number): { stored: readonly SeriesStart[]; silent: readonly SeriesPlace[] } => {
    const stored = startsOf(kpi);
    const known = new Set(stored.map(keyOf));
    const silent = new Map((silences.get(kpi) ?? []).map((span) => [keyOf(span), span]));
    return { stored, silent: [...silent.values()].filter((span) => !known.has(keyOf(span))) };
  };

  return {
    of: (kpi, asked) => {
      const { stored, silent } = placesOf(kpi);
      const days = stored
        .filter((one) => one.cadence === DAY)
        .map((one): ChannelTrack => ({
          channel: String(one.channel),
          track: storedDays({
            store,
            series: { client, kpi, channel: one.channel, cadence: DAY },
            first: one.day as Day,
            asked,
            window,
            silent: apart((silences.get(kpi) ?? []).filter((span) => keyOf(span) === keyOf(one))),
          }),
        }));
      const coarse = stored.filter((one) => one.cadence !== DAY);
      return [...days, ...tracksOf(inMemory(kpi, [...coarse, ...silent]), calendar)];
    },
    whole: (kpi) => {
      const { stored, silent } = placesOf(kpi);
      return inMemory(kpi, [...stored, ...silent]);
    },
  };
}

interface SeriesPlace {
  readonly channel: number;
  readonly cadence: number;
}

function keyOf({ channel, cadence }: SeriesPlace): number {
  return channel * 8 + cadence;
}

/** Spans that touch or overlap made one; sorted. */
function apart(spans: readonly { readonly first: number; readonly last: number }[]): SilentSpan[] {
  const merged: { from: Day; to: Day }[] = [];
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const open = merged.at(-1);
    if (open !== undefined && first <= open.to + 1) open.to = Math.max(open.to, last) as Day;
    else merged.push({ from: first as Day, to: last as Day });
  }
  return merged;
}
