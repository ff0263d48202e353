/**
 * The report model: everything a deliverable says, resolved once from a client, a period, a comparison and a
 * language. Screen preview, workbook (and later PDF and slides) are writers over it and compute nothing.
 *
 * JSON-safe; kept as the snapshot of what went out. Texts are in the report's language; numbers stay numbers,
 * worded by `format.ts` where a writer needs text.
 */
import type { ChannelAggregation, Direction, Language, StageKey, TimeAggregation, Unit } from './kpi.ts';
import type { BaseKind } from './base.ts';
import type { Paragraph } from './text/printed.ts';
import type { GroupScore, ScoreRow, Span, Status } from './results.ts';
import type { Cadence, IsoDate } from './time.ts';

export interface ReportKpi {
  readonly key: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly timeAggregation: TimeAggregation;
  readonly channelAggregation: ChannelAggregation;
  readonly formula: string | null;
  /** KPI whose values weigh a weighted mean. */
  readonly weightBy: string | null;
  readonly kra: string;
  readonly stage: StageKey;
  readonly vanity: boolean;
  readonly counter: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly step: number | null;
}

export interface ReportChannel {
  readonly id: string;
  readonly name: string;
  readonly network: string;
}

export interface ReportRow extends ScoreRow {
  /** Why the row looks as it does, in one line: signal, coverage, counter. Empty when there is nothing to say. */
  readonly note: string;
}

export interface ReportGroup {
  /** KRA key. */
  readonly key: string;
  readonly name: string;
  readonly score: GroupScore;
  readonly rows: readonly ReportRow[];
}

export interface ReportSeries {
  readonly kpi: string;
  readonly channel: string | null;
  readonly name: string;
  readonly role: 'bar' | 'line' | 'stack';
  readonly values: readonly (number | null)[];
}

/** A chart over `periods`; the writer draws it natively. */
export interface ReportChart {
  readonly id: string;
  /** KRA the chart belongs to. */
  readonly kra: string;
  readonly title: string;
  readonly kind: 'column' | 'line' | 'combo' | 'stacked';
  readonly cadence: Cadence;
  readonly periods: readonly IsoDate[];
  readonly labels: readonly string[];
  readonly series: readonly ReportSeries[];
  /** The goal of each period; `null` where there is none. */
  readonly goals: readonly (number | null)[];
}

/** One recorded figure (or one computed value the scorecard rests on) behind the report. */
export interface ReportFigure {
  readonly kpi: string;
  readonly channel: string;
  readonly cadence: Cadence;
  readonly start: IsoDate;
  /** `null`: stated not applicable. */
  readonly value: number | null;
  readonly batch: number;
  readonly source: string;
}

/** What the person wrote for a section, with its numbers as they are now. */
export interface ReportText {
  /** `summary`, or `kra:` and the key of a key result area. */
  readonly section: string;
  readonly kra: string | null;
  /** Name of the key result area; empty for the summary. */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  /** Figures that no longer say what was approved. */
  readonly changed: number;
}

/** Targets of the report's period, resolved, so that status can be computed live in a workbook. */
export interface ReportModel {
  readonly schema: 1;
  readonly language: Language;
  readonly client: {
    readonly name: string;
    readonly initials: string;
    readonly trade: string;
    readonly color: string;
    /** `data:image/png;base64,...` or `null`. */
    readonly logo: string | null;
    readonly currency: string;
    readonly numberFormat: string;
    readonly weekStart: number;
    readonly fiscalYearStart: number;
  };
  readonly preparedBy: string;
  readonly preparedOn: IsoDate;
  readonly period: { readonly cadence: Cadence; readonly start: IsoDate; readonly label: string };
  readonly base: { readonly kind: BaseKind; readonly start: IsoDate | null; readonly label: string };
  readonly span: Span;
  readonly baseSpan: Span | null;
  readonly running: boolean;
  /** The finding in a sentence: the title of the summary page. */
  readonly headline: string;
  readonly summary: readonly string[];
  /** The person's own words: of the summary first, then of key result areas in their order. */
  readonly commentary: readonly ReportText[];
  readonly headlines: readonly ReportRow[];
  readonly groups: readonly ReportGroup[];
  readonly overall: GroupScore;
  readonly counts: Readonly<Partial<Record<Status, number>>>;
  readonly moved: readonly string[];
  readonly actions: readonly {
    readonly text: string;
    readonly due: IsoDate | null;
    readonly owner: string;
  }[];
  readonly annotations: readonly { readonly day: IsoDate; readonly text: string }[];
  readonly charts: readonly ReportChart[];
  /** Recorded figures of the report's period, its base and the twelve months of the trends. */
  readonly figures: readonly ReportFigure[];
  readonly kpis: readonly ReportKpi[];
  readonly channels: readonly ReportChannel[];
}

/** Why nothing is listed as moved: everything is within its usual range, or no KPI has points enough to know one. */
export function quietBecause(model: Pick<ReportModel, 'groups'>): 'usual' | 'tooEarly' {
  const known = model.groups.some((group) => group.rows.some((row) => row.signal.none === undefined));
  return known ? 'usual' : 'tooEarly';
}
