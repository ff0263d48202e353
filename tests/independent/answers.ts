/**
 * The engine's answers to the questions, flattened to names and plain values so that each can be compared.
 *
 * Three things the documents leave open are not compared: what share of a formula without a value is known (and the day
 * it is of), the counts behind a formula's coverage, of which the share is compared instead, and the band of a forecast
 * (how an elapsed share is rounded to units, which earlier periods are good enough).
 */
import type { Book } from '../../shared/domain/book.ts';
import type { BaseKind } from '../../shared/domain/base.ts';
import { isBase } from '../../shared/domain/base.ts';
import { compare } from '../../shared/domain/comparison.ts';
import { forecastOf } from '../../shared/domain/forecast.ts';
import type { KpiDefinition } from '../../shared/domain/kpi.ts';
import { measure } from '../../shared/domain/measure.ts';
import type { Judgement, Measured, Span } from '../../shared/domain/results.ts';
import { groupScore } from '../../shared/domain/scorecard.ts';
import { signalOf } from '../../shared/domain/signal.ts';
import type { Period } from '../../shared/domain/time.ts';
import { addDays, endOf, isoOf, periodAt } from '../../shared/domain/time.ts';
import { trendOf } from '../../shared/domain/trend.ts';
import { judgeWithCounter } from '../../shared/domain/vanity.ts';
import type { Question } from './questions.ts';

export type Plain = string | number | boolean | null | undefined;
export type Answer = Readonly<Record<string, Plain>>;

function measured(name: string, m: Measured): Record<string, Plain> {
  const { coverage } = m;
  const counted = coverage !== undefined && coverage.expected + coverage.recorded > 0;
  return {
    [`${name}state`]: m.state,
    [`${name}value`]: m.value,
    [`${name}asOf`]: m.asOf,
    ...(counted
      ? {
          [`${name}recorded`]: coverage.recorded,
          [`${name}expected`]: coverage.expected,
          [`${name}cadence`]: coverage.cadence,
        }
      : {}),
  };
}

const days = (span: Span | null): string | null => (span === null ? null : `${span.from}..${span.to}`);

function compared(book: Book, kpi: string, channel: string | null, period: Period, base: BaseKind): Answer {
  const found = compare(book, kpi, channel, period, base);
  const { perWeek, ...change } = found.change;
  const { units } = found.span;
  return {
    ...Object.fromEntries(Object.entries(change).map(([name, value]) => [`change.${name}`, value])),
    'change.perWeekNow': perWeek?.now,
    'change.perWeekBase': perWeek?.base,
    ...measured('now.', found.now),
    ...(found.baseSpan === null ? {} : measured('base.', found.base)),
    ...(found.wholeBase === undefined ? {} : measured('wholeBase.', found.wholeBase)),
    span: days(found.span),
    baseSpan: days(found.baseSpan),
    left: found.left.join(','),
    units: units === undefined ? undefined : `${units.done} of ${units.of} ${units.cadence}`,
  };
}

function judged({ pace, counter, ...judgement }: Judgement): Answer {
  return {
    ...judgement,
    counter: counter?.status,
    'pace.goal': pace?.goal,
    'pace.goalTo': pace?.goalTo,
    'pace.share': pace?.share,
  };
}

function scored(
  book: Book,
  kpis: readonly string[],
  channels: readonly (string | null)[],
  at: Period,
): Answer {
  const rows = kpis.flatMap((kpi) =>
    channels.map((channel) => ({
      kpi,
      weight: book.weight(kpi),
      judgement: judgeWithCounter(book, kpi, channel, at),
    })),
  );
  const { score, covered } = groupScore(rows);
  return { score, covered };
}

/** `definitions`: of the client's KPIs, for groups of them. */
export function answerOf(book: Book, definitions: readonly KpiDefinition[], question: Question): Answer {
  if (question[1] === 'group') {
    const [, , kra, channels, cadence, start] = question;
    const kpis = definitions.filter((d) => d.kra === kra).map((d) => d.key);
    return scored(book, kpis, channels, periodAt(cadence, start, book.calendar));
  }
  const [, asked, kpi, channel, cadence, start] = question;
  const period = periodAt(cadence, start, book.calendar);
  switch (asked) {
    case 'measure': {
      const found = measure(book, kpi, channel, period);
      const to = addDays(endOf(period), -1);
      return { from: isoOf(period.start), to: isoOf(to), kind: found.kind, ...measured('', found) };
    }
    case 'compare': {
      const base = question[6];
      if (!isBase(base)) throw new Error(`no base: ${base}`);
      return compared(book, kpi, channel, period, base);
    }
    case 'judge':
      return judged(judgeWithCounter(book, kpi, channel, period));
    case 'forecast': {
      const { value, points, reason } = forecastOf(book, kpi, channel, period);
      // How many figures there are is of interest where they decided.
      return { value, reason, points: value === null && reason !== 'tooFew' ? undefined : points };
    }
    case 'signal': {
      const { baseline, ...signal } = signalOf(book, kpi, channel, period);
      return { ...signal, baselineFrom: baseline?.from, baselineTo: baseline?.to };
    }
    case 'trend': {
      const { slope, p, points, direction } = trendOf(book, kpi, channel, period);
      return { slope, p, points, direction };
    }
  }
}

/**
 * An answer with what can be compared: nothing of what is absent, no coverage of what is not applicable, and of formulas
 * the share that is known instead of the counts.
 */
export function comparable(answer: Answer, formula: boolean): Map<string, Plain> {
  const found = new Map(Object.entries(answer));
  for (const name of ['', 'now.', 'base.', 'wholeBase.']) {
    const state = found.get(`${name}state`);
    const [recorded, expected] = [found.get(`${name}recorded`), found.get(`${name}expected`)];
    const drop = (...fields: readonly string[]): void => {
      for (const field of fields) found.delete(`${name}${field}`);
    };
    if (state === 'notApplicable' || (formula && state !== 'value'))
      drop('recorded', 'expected', 'cadence', 'asOf');
    else if (formula && typeof recorded === 'number' && typeof expected === 'number') {
      drop('recorded', 'expected', 'cadence');
      found.set(`${name}share`, recorded / expected);
    }
  }
  for (const [name, value] of found)
    if (value === null || value === undefined || value === false) found.delete(name);
  return found;
}
