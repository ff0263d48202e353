/**
 * The report model: everything a deliverable says, resolved once from a client, a period, a comparison and a
 * language. Screen preview, workbook (and later PDF and slides) are writers over it and compute nothing.
 *
 * JSON-safe; kept as the snapshot of what went out. Texts are in the report's language; numbers stay numbers,
 * worded by `format.ts` where a writer needs text. Schema 2 has sections, schema 3 a summary in live paragraphs, the
 * sheet to fill in and what the way back needs; snapshots of schema 1 and 2 are read by `reportEarlier.ts`.
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
  /** Where its recorded figures come from: names of imports' reports, or that they were typed. */
  readonly sources: readonly string[];
  /** Days from which it counts something else, oldest first. */
  readonly breaks: readonly { readonly day: IsoDate; readonly note: string }[];
}

export interface ReportChannel {
  readonly id: string;
  readonly name: string;
  readonly network: string;
}

export interface ReportRow extends ScoreRow {
  /** Why the row looks as it does, in one line: signal, coverage, counter. Empty when there is nothing to say. */
  readonly note: string;
  /** Why the KPI stands where it stands, in the person's own words. */
  readonly why?: string;
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
  /** What its figures say, in a few words; absent where there is nothing to say. */
  readonly finding?: string;
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
  /** Id of the section; `kra:` and a key also where the pages are of stages. */
  readonly section: string;
  readonly kra: string | null;
  /** Name of the section; empty for the summary. */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  /** Figures that no longer say what was approved. */
  readonly changed: number;
}

export const sectionKinds = [
  'cover',
  'summary',
  'scorecard',
  'area',
  'content',
  'breakdowns',
  'text',
  'actions',
  'definitions',
  /** A sheet for the client to fill in: of the workbook only, and only where it is asked for. */
  'entry',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** Why a section would be empty, and so is not printed. Worded by i18n. */
export const emptyReasons = [
  'noFigures',
  'noContent',
  'noBreakdowns',
  'noText',
  'noActions',
  'nothingToFill',
] as const;
export type EmptyReason = (typeof emptyReasons)[number];

/** What the pages in the middle are of. */
export const pagesOf = ['stage', 'kra'] as const;
export type PagesOf = (typeof pagesOf)[number];

/** A part of the report, in the order of `ReportModel.sections`. Each begins a page. */
export interface ReportSection {
  /** `cover`, `stage:acquisition`, `kra:growth`, `text:` and a name: what layouts and texts know it by. */
  readonly id: string;
  readonly kind: SectionKind;
  /** What it is called in a list of contents. */
  readonly name: string;
  /** What it found: the title of its page. */
  readonly title: string;
  /** False: the person left it out. */
  readonly shown: boolean;
  readonly empty: EmptyReason | null;
}

/** A stage or key result area with pages of its own. */
export interface ReportArea {
  /** Id of its section. */
  readonly section: string;
  readonly name: string;
  readonly score: GroupScore;
  /** KPIs whose rows belong to it. */
  readonly kpis: readonly string[];
  /** Ids of its charts. */
  readonly charts: readonly string[];
}

export interface ReportItem {
  readonly title: string;
  readonly link: string | null;
  /** Name of the channel. */
  readonly channel: string;
  readonly published: IsoDate | null;
  /** The metric at the age; `provisional`: not that old yet. */
  readonly value: number;
  readonly provisional: boolean;
  /** Against the channel's median at that age. */
  readonly ratio: number | null;
}

/** Posts of the period, compared at equal age. */
export interface ReportContent {
  readonly metric: string;
  readonly unit: Unit;
  /** Days after publication. */
  readonly age: number;
  readonly total: number;
  readonly top: readonly ReportItem[];
  /** Weakest first; none of them is among the top. */
  readonly bottom: readonly ReportItem[];
}

/** One KPI of the period by the members of one dimension. */
export interface ReportBreakdown {
  readonly dimension: string;
  /** `Country`, in the report's language. */
  readonly name: string;
  readonly kpi: string;
  /** Name of the channel; `null`: all. */
  readonly channel: string | null;
  readonly unit: Unit;
  readonly total: number;
  /** Largest first. `share` is of the total of all members. */
  readonly members: readonly { readonly name: string; readonly value: number; readonly share: number }[];
  /** Members that are not listed. */
  readonly rest: { readonly count: number; readonly value: number; readonly share: number } | null;
}

/** What a client is asked to fill in: figures that nobody can export, of the report's period and of those that follow. */
export interface ReportEntry {
  readonly cadence: Cadence;
  readonly periods: readonly { readonly start: IsoDate; readonly label: string }[];
  readonly rows: readonly {
    readonly kpi: string;
    /** Id of the channel. */
    readonly channel: string;
    /** What is recorded, in the order of `periods`; `null`: nothing. */
    readonly values: readonly (number | null)[];
  }[];
}

export interface ReportModel {
  readonly schema: 3;
  readonly language: Language;
  readonly client: {
    /** What the client is known by outside of this store; empty in snapshots of earlier schemas. */
    readonly uid: string;
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
  /** Sentences the figures make by themselves, every number a token: printed where nobody wrote any. */
  readonly summary: readonly Paragraph[];
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
  readonly pagesOf: PagesOf;
  readonly sections: readonly ReportSection[];
  readonly areas: readonly ReportArea[];
  readonly content: ReportContent | null;
  readonly breakdowns: readonly ReportBreakdown[];
  /** By cadence, the longest last. Empty where nothing is to be filled in. */
  readonly entry: readonly ReportEntry[];
}

/** The sections that are printed, in order. */
export function printedSections(model: Pick<ReportModel, 'sections'>): readonly ReportSection[] {
  return model.sections.filter((section) => section.shown && section.empty === null);
}

export function isPrinted(model: Pick<ReportModel, 'sections'>, id: string): boolean {
  return printedSections(model).some((section) => section.id === id);
}

/** Where a text is printed: its own section, or the scorecard for a key result area that has no page. */
export function placeOfText(model: Pick<ReportModel, 'sections'>, text: ReportText): string {
  const own = model.sections.some((section) => section.id === text.section);
  return own || text.kra === null ? text.section : 'scorecard';
}

/** The texts that go out. */
export function printedTexts(model: Pick<ReportModel, 'sections' | 'commentary'>): readonly ReportText[] {
  return model.commentary.filter((text) => isPrinted(model, placeOfText(model, text)));
}

/** True for a row that has something to show: a value, or that none applies. */
export function isRecorded(row: Pick<ReportRow, 'now' | 'trend'>): boolean {
  return (
    row.now.state === 'value' ||
    row.now.state === 'notApplicable' ||
    row.trend.some((value) => value !== null)
  );
}

/** The rows of a stage or key result area, in the scorecard's order. */
export function rowsOfArea(model: Pick<ReportModel, 'groups'>, area: ReportArea): readonly ReportRow[] {
  return model.groups.flatMap((group) => group.rows).filter((row) => area.kpis.includes(row.kpi));
}

/** Why nothing is listed as moved: everything is within its usual range, or no KPI has points enough to know one. */
export function quietBecause(model: Pick<ReportModel, 'groups'>): 'usual' | 'tooEarly' {
  const known = model.groups.some((group) => group.rows.some((row) => row.signal.none === undefined));
  return known ? 'usual' : 'tooEarly';
}
