/** Rules over figures: what is out of the ordinary, what is missing, what is late, what cannot be compared. */
import { engineOf } from '../aggregate.ts';
import { breaksOf, isHealed } from '../breaks.ts';
import { compare } from '../comparison.ts';
import { wholeScope } from '../engine.ts';
import { basePeriod, periodsBack } from '../period.ts';
import { enoughCoverage } from '../reading.ts';
import { reachOf, recordedOperands } from '../running.ts';
import { addDays, endOf, isoOf } from '../time.ts';
import type { Day, Period } from '../time.ts';
import { goalValues, isMet, isMissed, periodValues, sideOf, signalValues } from './facts.ts';
import type { Facts } from './facts.ts';
import { valuesOf } from './reason.ts';
import { because } from './rule.ts';
import type { Because, Rule } from './rule.ts';

const signalBadSide: Rule = {
  name: 'signalBadSide',
  looksAt: 'signal of the newest closed period',
  firesWhen: 'a signal rule fired on the bad side although the goal is not missed, or there is none',
  fire: (facts) => {
    if (isMissed(facts.own) || sideOf(facts) !== 'bad') return [];
    const met = isMet(facts.own)
      ? [because('met', goalValues(facts.own, facts.measured.value, facts.closed))]
      : [];
    return [
      { urgency: 'soon', period: facts.closed, because: [because('signal', signalValues(facts)), ...met] },
    ];
  },
};

const learnFromPeak: Rule = {
  name: 'learnFromPeak',
  looksAt: 'signal of the newest closed period',
  firesWhen: 'its point lies outside the limits on the good side, and no counter KPI holds it back',
  fire: (facts) =>
    facts.signal.rule === 'outside' && sideOf(facts) === 'good' && facts.judged.status !== 'unconfirmed'
      ? [{ urgency: 'watch', period: facts.closed, because: [because('signal', signalValues(facts))] }]
      : [],
};

const figuresMissing: Rule = {
  name: 'figuresMissing',
  looksAt: 'the newest closed period of a KPI, or of what its formula needs',
  firesWhen: 'figures were due and there is no value',
  fire: (facts) => {
    const lines = missingLines(facts);
    return lines.length === 0 ? [] : [{ urgency: 'now', period: facts.closed, because: lines }];
  },
};

/** What is missing: the KPI itself, or the inputs of its formula that are not shown (those say it themselves). */
function missingLines({ book, kpi, channel, closed, measured, scopes }: Facts): readonly Because[] {
  if (measured.state !== 'missing') return [];
  const engine = engineOf(book);
  const channels = channel === null ? null : [channel];
  const shown = new Set(scopes.map((one) => one.kpi));
  return recordedOperands(engine, kpi)
    .filter((key) => key === kpi || !shown.has(key))
    .flatMap((key) => {
      const reading = engine.read(key, channels, wholeScope(closed));
      if (reading.state !== 'missing' || reading.absent || reading.reasons.includes('nonAdditive')) return [];
      const { cover } = reading;
      const values = valuesOf({
        recorded: cover?.recorded ?? 0,
        expected: cover?.expected ?? 1,
        coverage: cover?.cadence ?? closed.cadence,
      });
      return [because('missing', { ...values, ...periodValues(closed) }, key === kpi ? null : key)];
    });
}

const lowCoverage: Rule = {
  name: 'lowCoverage',
  looksAt: 'coverage of the newest closed period',
  firesWhen: 'under 0.8 of the figures that were due are recorded',
  fire: ({ measured, closed }) => {
    const { coverage } = measured;
    if (measured.state !== 'value' || coverage === undefined || coverage.expected === 0) return [];
    if (coverage.recorded / coverage.expected >= enoughCoverage) return [];
    const { recorded, expected, cadence } = coverage;
    const values = { recorded, expected, unit: cadence, ...periodValues(closed) };
    return [{ urgency: 'soon', period: closed, because: [because('coverage', values)] }];
  },
};

const channelBehind: Rule = {
  name: 'channelBehind',
  looksAt: 'how far each channel of a KPI is recorded in the running period',
  firesWhen: 'a channel is more than 7 days behind the others; once a channel, whatever KPI shows it first',
  fire: ({ book, kpi, channel, running, view }) => {
    if (running === null || channel !== null) return [];
    const { left } = compare(book, kpi, null, running, view.base);
    if (left.length === 0) return [];
    const newest = Math.max(
      ...engineOf(book)
        .channelsOf(kpi)
        .map((name) => lastDayOf(book, kpi, name, running) ?? -Infinity),
    );
    return left.map((name) => {
      const last = lastDayOf(book, kpi, name, running);
      const behind = last === null ? undefined : newest - last;
      const values = valuesOf({ channel: name, days: behind, last: last === null ? null : isoOf(last) });
      return {
        urgency: 'soon' as const,
        period: running,
        about: { kpi, channel: name },
        because: [because('lag', values)],
      };
    });
  },
};

/** The last recorded day of a KPI on a channel, up to a period's end; `null`: nothing is recorded by parts. */
function lastDayOf(book: Facts['book'], kpi: string, channel: string, period: Period): Day | null {
  const engine = engineOf(book);
  const operands = recordedOperands(engine, kpi);
  for (let at = period, back = 0; back < 12; back++, at = periodsBack(at, 1)) {
    const { done, to } = reachOf(engine, { kpis: operands, together: true }, [channel], at, null);
    if (done > 0) return addDays(to, -1);
  }
  return null;
}

const breakNotRebased: Rule = {
  name: 'breakNotRebased',
  looksAt: 'definition breaks between the base and the newest closed, or the running, period',
  firesWhen: 'one lies there without a factor that turns older values into the new definition',
  fire: ({ book, kpi, channel, closed, running, view }) => {
    const engine = engineOf(book);
    const channels = channel === null ? null : [channel];
    const now = running ?? closed;
    const base = basePeriod(now, view.base) ?? periodsBack(now, 1);
    return breaksOf(engine, kpi, channels)
      .filter((one) => one.day > base.start && one.day < endOf(now) && !isHealed(engine, kpi, channels, one))
      .map((one) => ({
        urgency: 'soon' as const,
        period: closed,
        sameAs: isoOf(one.day),
        because: [because('break', valuesOf({ day: isoOf(one.day), note: one.note, channel: one.channel }))],
      }));
  },
};

export const rulesOfFigures: readonly Rule[] = [
  signalBadSide,
  learnFromPeak,
  figuresMissing,
  lowCoverage,
  channelBehind,
  breakNotRebased,
];
