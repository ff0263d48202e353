/**
 * What the case log says over a span of days: counts, times, shares and causes.
 *
 * A case counts on the day of what is measured: `opened` when it was opened, `answered` and the first reply on the day
 * of that reply, `resolved`, resolution time and escalation on the day it was resolved. So a closed period keeps its
 * numbers when an older case is resolved later. Means and medians are taken over the single cases, never over the means
 * of parts. What cannot be said (no case to measure) is `null`, never 0.
 */
import type { Case } from '../book.ts';
import type { CaseKind, CaseMeasure } from '../kpi.ts';
import type { Days } from '../period.ts';
import type { Day } from '../time.ts';
import { dayOfMoment } from './moment.ts';

/** Which cases are looked at. */
export interface CaseSelection {
  readonly days: Days;
  /** `null`: all of them, and cases on no channel too. */
  readonly channels: readonly string[] | null;
  /** None named: all. */
  readonly kinds: readonly CaseKind[];
}

/** What one case adds to a measure: on which day, how much. */
export interface CaseEvent {
  readonly day: Day;
  readonly value: number;
}

/** How the events of a measure become one number. */
export type CaseReduction = 'count' | 'mean' | 'median' | 'meanOfHundred';

export const reductionOf: Readonly<Record<CaseMeasure, CaseReduction>> = {
  opened: 'count',
  answered: 'count',
  resolved: 'count',
  resolvedUnescalated: 'count',
  firstReplyMean: 'mean',
  firstReplyMedian: 'median',
  resolutionMean: 'mean',
  resolutionMedian: 'median',
  unescalatedShare: 'mean',
  sentiment: 'meanOfHundred',
};

const sentimentValue = { positive: 1, neutral: 0, negative: -1 } as const;

/** What a case adds to a measure; `null`: nothing. Times in seconds. */
export function eventOf(measure: CaseMeasure, one: Case): CaseEvent | null {
  const { opened, firstReply, resolved, sentiment } = one;
  switch (measure) {
    case 'opened':
      return { day: dayOfMoment(opened), value: 1 };
    case 'answered':
      return firstReply === null ? null : { day: dayOfMoment(firstReply), value: 1 };
    case 'firstReplyMean':
    case 'firstReplyMedian':
      return firstReply === null ? null : { day: dayOfMoment(firstReply), value: firstReply - opened };
    case 'resolved':
      return resolved === null ? null : { day: dayOfMoment(resolved), value: 1 };
    case 'resolvedUnescalated':
      return resolved === null || one.escalated ? null : { day: dayOfMoment(resolved), value: 1 };
    case 'resolutionMean':
    case 'resolutionMedian':
      return resolved === null ? null : { day: dayOfMoment(resolved), value: resolved - opened };
    case 'unescalatedShare':
      return resolved === null ? null : { day: dayOfMoment(resolved), value: one.escalated ? 0 : 1 };
    case 'sentiment':
      return sentiment === null ? null : { day: dayOfMoment(opened), value: sentimentValue[sentiment] };
  }
}

/** One number from the events of a measure; only a count of none is a number (0), whether it may be said or not. */
export function reduceEvents(reduction: CaseReduction, values: readonly number[]): number | null {
  if (reduction === 'count') return values.length;
  if (values.length === 0) return null;
  switch (reduction) {
    case 'mean':
      return meanOf(values);
    case 'meanOfHundred':
      return 100 * meanOf(values);
    case 'median':
      return medianOf(values);
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

/** The middle value; between the two middle ones where there is an even number of them. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export function isSelected(one: Case, { channels, kinds }: Omit<CaseSelection, 'days'>): boolean {
  if (kinds.length > 0 && !kinds.includes(one.kind)) return false;
  return channels === null || (one.channel !== null && channels.includes(one.channel));
}

export function isWithin(day: Day, { from, to }: Days): boolean {
  return day >= from && day < to;
}
