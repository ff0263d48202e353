/** A row of the scorecard: everything a screen, a workbook or a report says about one KPI in one period. */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { compare } from './comparison.ts';
import { wholeScope } from './engine.ts';
import { goalOf } from './judgement.ts';
import { isRunning, periodsBack } from './period.ts';
import type { BaseKind } from './base.ts';
import type { ScoreRow } from './results.ts';
import { signalOf } from './signal.ts';
import type { Period } from './time.ts';
import { judgeWithCounter } from './vanity.ts';

export { groupScore } from './score.ts';

const trendLength = 12;

/**
 * The row of a KPI on a channel (`null`: all channels) for a period against a base. The trend holds the twelve
 * periods up to this one; a running period's flow is a gap in it, since a part beside wholes misleads.
 */
export function scoreRow(
  book: Book,
  kpi: string,
  channel: string | null,
  period: Period,
  base: BaseKind,
): ScoreRow {
  const { now, base: before, change } = compare(book, kpi, channel, period, base);
  const periods = Array.from({ length: trendLength }, (_, i) => periodsBack(period, trendLength - 1 - i));
  return {
    kpi,
    channel,
    now,
    base: before,
    change,
    judgement: judgeWithCounter(book, kpi, channel, period, base),
    signal: signalOf(book, kpi, channel, period),
    trend: periods.map((at) => trendValue(book, kpi, channel, at)),
    goals: periods.map((at) => goalOf(book, kpi, channel, at)),
    weight: book.weight(kpi),
  };
}

function trendValue(book: Book, kpi: string, channel: string | null, period: Period): number | null {
  const reading = engineOf(book).read(kpi, channel === null ? null : [channel], wholeScope(period));
  return reading.kind === 'flow' && isRunning(period, book.today) ? null : reading.value;
}
