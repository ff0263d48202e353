/**
 * Everything the case log yields over a span of days, for the screen that shows it beside the cases.
 *
 * The same rules as a KPI's reading: a count of none is 0 only where the log is known, else `null`; times and shares
 * are taken over the single cases.
 */
import type { Case, CaseLog } from '../book.ts';
import type { CaseMeasure } from '../kpi.ts';
import type { Cover } from '../reading.ts';
import type { Day } from '../time.ts';
import { isSelected, isWithin } from './cases.ts';
import type { CaseSelection } from './cases.ts';
import { dayOfMoment } from './moment.ts';
import { countLog } from './reading.ts';
import { caseTally } from './tally.ts';

/** A cause, and how many of the cases opened in the span name it. */
export interface RankedCause {
  readonly cause: string;
  readonly cases: number;
}

/**
 * Causes of the cases opened in the span, most frequent first, then by name. Spellings that differ in case or spaces
 * are one cause, shown as it was written last. Cases without a cause are counted apart.
 */
export function rankCauses(
  cases: readonly Case[],
  selection: CaseSelection,
): { readonly causes: readonly RankedCause[]; readonly unnamed: number } {
  const found = new Map<string, { cause: string; cases: number }>();
  let unnamed = 0;
  for (const one of cases) {
    if (!isSelected(one, selection) || !isWithin(dayOfMoment(one.opened), selection.days)) continue;
    const key = causeKey(one.cause ?? '');
    if (key === '') unnamed += 1;
    else found.set(key, { cause: (one.cause ?? '').trim(), cases: (found.get(key)?.cases ?? 0) + 1 });
  }
  const causes = [...found].toSorted(([a, x], [b, y]) => y.cases - x.cases || (a < b ? -1 : 1));
  return { causes: causes.map(([, cause]) => cause), unnamed };
}

/** What makes two spellings one cause. */
export function causeKey(cause: string): string {
  return cause.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** A time over several cases: mean and median in seconds, and over how many. */
export interface CaseTime {
  readonly mean: number | null;
  readonly median: number | null;
  readonly n: number;
}

/** Counts are `null` where the log does not know: nothing there, and nothing confirmed. */
export interface CaseSummary {
  readonly opened: number | null;
  readonly answered: number | null;
  readonly resolved: number | null;
  readonly resolvedUnescalated: number | null;
  /** Opened before the end of the span and not resolved by then. */
  readonly open: number;
  readonly firstReply: CaseTime;
  readonly resolution: CaseTime;
  /** Of the cases resolved, as a fraction. */
  readonly unescalatedShare: number | null;
  /** Of the cases opened whose sentiment was noted; `value` -100 to 100. */
  readonly sentiment: {
    readonly positive: number;
    readonly neutral: number;
    readonly negative: number;
    readonly value: number | null;
  };
  readonly causes: readonly RankedCause[];
  readonly unnamed: number;
  /** Days confirmed, or with a case opened, of those due; `null` where none was due. */
  readonly cover: Cover | null;
}

/** `activeTo`: last day a channel was kept, `null` while it is. */
export function summariseCases(
  log: CaseLog,
  selection: CaseSelection,
  activeTo: (channel: string) => Day | null,
): CaseSummary {
  const { days, channels, kinds } = selection;
  const count = (measure: CaseMeasure) => {
    const tally = caseTally(log, { log: 'cases', measure, kinds });
    return (tally && countLog(tally, channels, days, activeTo)) ?? { value: null, cover: null };
  };
  const selected = log.cases.filter((one) => isSelected(one, selection));
  const opened = selected.filter((one) => isWithin(dayOfMoment(one.opened), days));
  const felt = (sentiment: Case['sentiment']) => opened.filter((c) => c.sentiment === sentiment).length;
  const answered = count('answered').value;
  const resolved = count('resolved').value;
  return {
    opened: count('opened').value,
    answered,
    resolved,
    resolvedUnescalated: count('resolvedUnescalated').value,
    open: selected.filter(
      (c) => dayOfMoment(c.opened) < days.to && (c.resolved === null || dayOfMoment(c.resolved) >= days.to),
    ).length,
    firstReply: {
      mean: count('firstReplyMean').value,
      median: count('firstReplyMedian').value,
      n: answered ?? 0,
    },
    resolution: {
      mean: count('resolutionMean').value,
      median: count('resolutionMedian').value,
      n: resolved ?? 0,
    },
    unescalatedShare: count('unescalatedShare').value,
    sentiment: {
      positive: felt('positive'),
      neutral: felt('neutral'),
      negative: felt('negative'),
      value: count('sentiment').value,
    },
    ...rankCauses(log.cases, selection),
    cover: count('opened').cover,
  };
}
