/**
 * The book: everything the rules look at, for one client. Plain data, no I/O; the caller loads only the KPIs
 * that are asked for (see `dependenciesOf`).
 *
 * Invariants: a book never changes once made (results are remembered per book); figures are unique per KPI,
 * channel, cadence and first day; a value of `null` is a statement (not applicable), a missing figure is absent.
 */
import type { KpiDefinition } from './kpi.ts';
import type { Target } from './target.ts';
import type { Cadence, Calendar, Day } from './time.ts';

/** One recorded value: `day` is the first day of its period; `null`: stated not applicable. */
export interface Figure {
  readonly day: Day;
  readonly value: number | null;
}

/** Days `from` to `to`, both included, over which a source's silence means zero. */
export interface SilentSpan {
  readonly from: Day;
  readonly to: Day;
}

/** What one channel recorded of one KPI at one cadence; `figures` sorted by day. */
export interface ChannelSeries {
  readonly channel: string;
  readonly cadence: Cadence;
  readonly figures: readonly Figure[];
  /** Spans in which an absent figure is a zero: a file that leaves zero days out, a confirmed count. */
  readonly absentMeansZero?: readonly SilentSpan[];
}

export interface Channel {
  readonly id: string;
  readonly activeFrom: Day | null;
  /** Last day it was kept; `null` while it is. Nothing is expected after it. */
  readonly activeTo: Day | null;
}

export interface Book {
  readonly calendar: Calendar;
  readonly today: Day;
  readonly channels: readonly Channel[];
  readonly definition: (key: string) => KpiDefinition | undefined;
  /** The recorded series of a KPI over all channels and cadences. */
  readonly series: (kpi: string) => readonly ChannelSeries[];
  readonly targets: (kpi: string) => readonly Target[];
  /** Weight in its group's score; 1 unless the client said otherwise. */
  readonly weight: (kpi: string) => number;
}

/** What a book is made of, as plain arrays in any order. */
export interface BookParts {
  readonly calendar: Calendar;
  readonly today: Day;
  readonly definitions: readonly KpiDefinition[];
  readonly channels: readonly Channel[];
  readonly series: readonly (ChannelSeries & { readonly kpi: string })[];
  readonly targets?: readonly Target[];
  readonly weights?: Readonly<Record<string, number>>;
}

/** A book from plain arrays. Figures and targets may come in any order. */
export function makeBook(parts: BookParts): Book {
  const definitions = new Map(parts.definitions.map((d) => [d.key, d]));
  const weights = new Map(Object.entries(parts.weights ?? {}));
  const series = Map.groupBy(
    parts.series.map((s) => ({ ...s, figures: s.figures.toSorted((a, b) => a.day - b.day) })),
    (s) => s.kpi,
  );
  const targets = Map.groupBy(
    (parts.targets ?? []).toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
    (t) => t.kpi,
  );
  return {
    calendar: parts.calendar,
    today: parts.today,
    channels: parts.channels,
    definition: (key) => definitions.get(key),
    series: (kpi) => series.get(kpi) ?? [],
    targets: (kpi) => targets.get(kpi) ?? [],
    weight: (kpi) => weights.get(kpi) ?? 1,
  };
}
