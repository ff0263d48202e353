/**
 * The book: everything the rules look at, for one client. Plain data, no I/O; the caller loads only the KPIs
 * that are asked for (see `dependenciesOf`).
 *
 * Invariants: a book never changes once made (results are remembered per book); figures are unique per KPI,
 * channel, cadence and first day (of two the later one of the list counts); a value of `null` is a statement (not applicable), a missing figure is absent.
 */
import type { Reading as ItemReading } from './atAge.ts';
import type { CaseKind, ContentKind, KpiDefinition } from './kpi.ts';
import type { Target } from './target.ts';
import { endOf, periodAt, shiftPeriod } from './time.ts';
import type { Cadence, Calendar, Day } from './time.ts';
import { trackFrom } from './tracks.ts';
import type { ChannelTrack, Slice } from './tracks.ts';

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

/** From `day` on the KPI counts something else; `factor` turns older values into the new definition where it is known. */
export interface DefinitionBreak {
  readonly day: Day;
  /** `null`: all channels. */
  readonly channel: string | null;
  readonly factor: number | null;
  readonly note: string;
}

/** A person started the natural limits anew on `day`, because the level had shifted; the definition is the same. */
export interface LimitStart {
  readonly day: Day;
  /** The course it was set on: one channel, or all of them together (`null`). */
  readonly channel: string | null;
}

/** Seconds since 1970-01-01T00:00 on the client's own clock: cases are civil moments, without a time zone. */
export type Moment = number;

/** One entry of the case log. */
export interface Case {
  readonly kind: CaseKind;
  /** `null`: on no channel in particular; counted over all channels only. */
  readonly channel: string | null;
  readonly opened: Moment;
  readonly firstReply: Moment | null;
  readonly resolved: Moment | null;
  readonly escalated: boolean;
  readonly sentiment: 'positive' | 'neutral' | 'negative' | null;
  readonly cause: string | null;
}

/** Days over which a log is complete, so that no entry means zero; `channel` `null`: on every channel. */
export interface ConfirmedSpan extends SilentSpan {
  readonly channel: string | null;
  /** Cases: the kinds that whoever covers the days tells apart; absent: every kind. */
  readonly kinds?: readonly CaseKind[];
}

export interface CaseLog {
  /** By the moment they were opened, oldest first. */
  readonly cases: readonly Case[];
  readonly confirmed: readonly ConfirmedSpan[];
}

/** What was counted, by the day it happened, oldest first. */
export interface EvidenceLog {
  readonly entries: readonly { readonly day: Day; readonly channel: string | null }[];
  readonly confirmed: readonly ConfirmedSpan[];
}

/** A post or video of a channel; `published` `null`: nobody knows the day, so it counts in no period. */
export interface ContentItem {
  readonly id: string;
  readonly channel: string;
  readonly kind: ContentKind | null;
  readonly published: Day | null;
}

/** What imports say of content items. */
export interface ContentLog {
  readonly items: readonly ContentItem[];
  /** Days over which the exports of a channel hold everything that was published. */
  readonly confirmed: readonly ConfirmedSpan[];
  /** Every reading of a KPI, by item. */
  readonly readings: (kpi: string) => ReadonlyMap<string, readonly ItemReading[]>;
}

export interface Book {
  readonly calendar: Calendar;
  readonly today: Day;
  readonly channels: readonly Channel[];
  readonly definition: (key: string) => KpiDefinition | undefined;
  /** What was recorded of a KPI, over all channels and cadences. */
  readonly tracks: (kpi: string) => readonly ChannelTrack[];
  readonly targets: (kpi: string) => readonly Target[];
  readonly breaks: (kpi: string) => readonly DefinitionBreak[];
  /** Where limits were started anew, oldest first. */
  readonly limitStarts: (kpi: string) => readonly LimitStart[];
  readonly caseLog: () => CaseLog;
  readonly contentLog: () => ContentLog;
  readonly evidence: (kpi: string) => EvidenceLog;
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
  readonly breaks?: readonly (DefinitionBreak & { readonly kpi: string })[];
  readonly limitStarts?: readonly (LimitStart & { readonly kpi: string })[];
  readonly caseLog?: CaseLog;
  readonly contentLog?: ContentLog;
  readonly evidence?: Readonly<Record<string, EvidenceLog>>;
}

const emptyLog = { cases: [], confirmed: [] };
const noReadings: ReadonlyMap<string, readonly ItemReading[]> = new Map();
const noContent: ContentLog = { items: [], confirmed: [], readings: () => noReadings };
const noEvidence = { entries: [], confirmed: [] };

/** A book from plain arrays. Figures and targets may come in any order. */
export function makeBook(parts: BookParts): Book {
  const definitions = new Map(parts.definitions.map((d) => [d.key, d]));
  const weights = new Map(Object.entries(parts.weights ?? {}));
  const series = Map.groupBy(parts.series, (s) => s.kpi);
  const tracks = new Map<string, readonly ChannelTrack[]>();
  const targets = Map.groupBy(
    (parts.targets ?? []).toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)),
    (t) => t.kpi,
  );
  const breaks = Map.groupBy(
    (parts.breaks ?? []).toSorted((a, b) => a.day - b.day),
    (b) => b.kpi,
  );
  const limitStarts = Map.groupBy(
    (parts.limitStarts ?? []).toSorted((a, b) => a.day - b.day),
    (one) => one.kpi,
  );
  const evidence = new Map(Object.entries(parts.evidence ?? {}));
  return {
    calendar: parts.calendar,
    today: parts.today,
    channels: parts.channels,
    definition: (key) => definitions.get(key),
    tracks: (kpi) => {
      let found = tracks.get(kpi);
      if (found === undefined) tracks.set(kpi, (found = tracksOf(series.get(kpi) ?? [], parts.calendar)));
      return found;
    },
    targets: (kpi) => targets.get(kpi) ?? [],
    breaks: (kpi) => breaks.get(kpi) ?? [],
    limitStarts: (kpi) => limitStarts.get(kpi) ?? [],
    caseLog: () => parts.caseLog ?? emptyLog,
    contentLog: () => parts.contentLog ?? noContent,
    evidence: (kpi) => evidence.get(kpi) ?? noEvidence,
    weight: (kpi) => weights.get(kpi) ?? 1,
  };
}

/** Series of one KPI as tracks, with the zeros that silence means; series of one channel and cadence are laid over. */
export function tracksOf(series: readonly ChannelSeries[], calendar: Calendar): readonly ChannelTrack[] {
  const groups = Map.groupBy(series, (s) => `${s.cadence} ${s.channel}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const slice = mergedSlice(group, calendar);
    return first === undefined || slice.starts.length === 0
      ? []
      : [{ channel: first.channel, track: trackFrom(first.cadence, slice) }];
  });
}

function mergedSlice(group: readonly ChannelSeries[], calendar: Calendar): Slice {
  const values = new Map<Day, number | null>();
  for (const s of group) for (const f of s.figures) values.set(f.day, f.value);
  for (const s of group) {
    for (const span of s.absentMeansZero ?? []) {
      let unit = periodAt(s.cadence, span.from, calendar);
      if (unit.start < span.from) unit = shiftPeriod(unit, 1);
      for (; endOf(unit) <= span.to + 1; unit = shiftPeriod(unit, 1)) {
        if (!values.has(unit.start)) values.set(unit.start, 0);
      }
    }
  }
  const starts = [...values.keys()].toSorted((a, b) => a - b);
  return { starts, values: starts.map((start) => values.get(start) ?? null) };
}
