/**
 * What a KPI is: the definition that every number, screen and workbook is derived from.
 * Catalogue entries and a client's own KPIs have this one shape.
 */
import type { Cadence } from './time.ts';

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];
/** A text in every language of the product. */
export type Localised = Readonly<Record<Language, string>>;

/**
 * How a value reads. Values are stored as plain numbers: a percentage as a fraction (0.25 is 25 %),
 * a duration in seconds, money in the client's currency, `points` as whole points (NPS -100 to 100).
 */
export const unitKinds = ['count', 'percent', 'money', 'duration', 'rating', 'points', 'number'] as const;
export type UnitKind = (typeof unitKinds)[number];
export interface Unit {
  readonly kind: UnitKind;
  /** What is counted, in words ("posts", "publicaciones"); shown grey behind the figure. */
  readonly label?: Localised;
  /** Top of the scale, for `rating` ("4.0 of 5"). */
  readonly of?: number;
}

export const directions = ['up', 'down', 'range'] as const;
/** Which way is better; `range` where both too little and too much are bad. */
export type Direction = (typeof directions)[number];

export const timeAggregations = [
  'sum',
  'last',
  'mean',
  'weightedMean',
  'min',
  'max',
  'none',
  'formula',
] as const;
export type TimeAggregation = (typeof timeAggregations)[number];
export const channelAggregations = ['sum', 'mean', 'weightedMean', 'max', 'none', 'formula'] as const;
export type ChannelAggregation = (typeof channelAggregations)[number];

export const levels = ['strategic', 'operational'] as const;
export type Level = (typeof levels)[number];

/** The four stages of seed 004. */
export const stageKeys = ['acquisition', 'engagement', 'conversion', 'loyalty'] as const;
export type StageKey = (typeof stageKeys)[number];

export const targetKinds = [
  'atLeast',
  'atMost',
  'between',
  'growPrevious',
  'growLastYear',
  'baseline',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** The target shape proposed when a person sets a first target. Numbers are in the KPI's own unit (fractions for growth). */
export interface TargetShape {
  readonly kind: TargetKind;
  readonly goal?: number;
}

export const caseKinds = ['query', 'complaint', 'conflict', 'violation'] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * What the case log can answer: counts by the day a case was opened, answered or resolved; times in seconds; shares as
 * fractions; `sentiment` -100 to 100.
 */
export const caseMeasures = [
  'opened',
  'answered',
  'resolved',
  'resolvedUnescalated',
  'firstReplyMean',
  'firstReplyMedian',
  'resolutionMean',
  'resolutionMedian',
  'unescalatedShare',
  'sentiment',
] as const;
export type CaseMeasure = (typeof caseMeasures)[number];

/** The case log as the source of a KPI. */
export interface CaseSource {
  readonly log: 'cases';
  readonly measure: CaseMeasure;
  /** Kinds of case that count; none named: all. */
  readonly kinds: readonly CaseKind[];
}

/** What a content item is, whatever its network and the language of the export call it (`logs/contentKind.ts`). */
export const contentKinds = [
  'image',
  'carousel',
  'video',
  'reel',
  'story',
  'live',
  'link',
  'text',
  'mailing',
  'comment',
] as const;
export type ContentKind = (typeof contentKinds)[number];

/**
 * What content items can answer: `published` counts them by the day they were published; the others are what the middle
 * item of those published had come to at one age (the median), channel by channel.
 */
export const contentMeasures = ['published', 'interactions', 'reach', 'views'] as const;
export type ContentMeasure = (typeof contentMeasures)[number];

/** The content items of imports as the source of a KPI. */
export interface ContentSource {
  readonly log: 'content';
  readonly measure: ContentMeasure;
  /** Kinds of item that count; none named: all but comments and mailings, also those of which nobody knows the kind. */
  readonly kinds: readonly ContentKind[];
}

/** A log that answers a KPI where no figure was recorded. */
export type LogSource = CaseSource | ContentSource;

/** One entry of the catalogue, or one own KPI of a client. */
export interface KpiDefinition {
  /** `snake_case`, unique, never reused; formulas are typed with it. */
  readonly key: string;
  readonly name: Localised;
  /** One or two sentences: what is counted, and what is not. */
  readonly definition: Localised;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly timeAggregation: TimeAggregation;
  readonly channelAggregation: ChannelAggregation;
  /** The KPI whose values weigh a weighted mean; required by `weightedMean`, absent otherwise. */
  readonly weightBy?: string;
  /** Required by `formula`, absent otherwise: an expression over KPI keys. */
  readonly formula?: string;
  /** Key of one of the ten key result areas (resources/catalogue/kras.json). */
  readonly kra: string;
  readonly stage: StageKey;
  readonly level: Level;
  readonly cadence: Cadence;
  /** True for a number that flatters and says little; `counter` then names the KPI that keeps it honest. */
  readonly vanity: boolean;
  readonly counter?: string;
  /** Words a spreadsheet may use for it, per language; the seeds' own wording is among them. */
  readonly aliases: Readonly<Record<Language, readonly string[]>>;
  readonly target: TargetShape;
  /** The value's own bounds where it has them (0 and 1 for a share). */
  readonly min?: number;
  readonly max?: number;
  /** Smallest step that means something; 1 for counts when absent. */
  readonly step?: number;
  /** True when the count is kept by evidence entries (what, when, link, note), not typed from nowhere. */
  readonly evidence?: boolean;
  /** The log that yields the value; a recorded figure of the same period wins over it. */
  readonly source?: LogSource;
  /** Who answers for it at this client, in the person's words. */
  readonly owner?: string;
  /** What the person keeps in mind about it at this client; never printed. */
  readonly notes?: string;
}
