/**
 * The SMART check of a target: five advisory lights, each with its reasons.
 *
 * Specific: the KPI, the channel it is for, and with it the audience (a channel is the narrowest audience that figures are
 * recorded for). Measurable: unit, source and cadence. Achievable: the growth asked against the 95th percentile of the
 * client's own growth over the same length; without history unknown. Relevant: its key result area. Time-bound: an end on
 * the cadence's grid.
 */
import { engineOf } from '../aggregate.ts';
import type { Book } from '../book.ts';
import { historyOf } from '../history.ts';
import { logSpeaks } from '../logs/reading.ts';
import { recordedOperands } from '../running.ts';
import { periodsBack, rankOf } from '../period.ts';
import type { Target } from '../target.ts';
import { addDays, cadences, endOf, isoOf, periodAt } from '../time.ts';
import type { Cadence } from '../time.ts';
import { growthAsked, leastSamples } from './growth.ts';
import type { GrowthAsked } from './growth.ts';
import { valuesOf } from './reason.ts';
import type { Reason } from './reason.ts';

export type SmartLight = 'specific' | 'measurable' | 'achievable' | 'relevant' | 'timeBound';
export type SmartState = 'yes' | 'partly' | 'no' | 'unknown';

export interface Smart {
  readonly light: SmartLight;
  readonly state: SmartState;
  readonly reasons: readonly Reason[];
}

/** Periods whose figures are counted as the source of a target. */
const looked = 12;

/** The five lights of a target over a book that has it set. `kras`: keys of the client's key result areas. */
export function smartCheck(book: Book, target: Target, kras: readonly string[]): readonly Smart[] {
  return [
    specific(book, target),
    measurable(book, target),
    achievable(growthAsked(book, target), target.cadence),
    relevant(book, target, kras),
    timeBound(book, target),
  ];
}

function light(
  name: SmartLight,
  state: SmartState,
  code: string,
  values: Parameters<typeof valuesOf>[0] = {},
): Smart {
  return { light: name, state, reasons: [{ code, values: valuesOf(values) }] };
}

function specific(book: Book, target: Target): Smart {
  const definition = book.definition(target.kpi);
  if (definition === undefined) return light('specific', 'no', 'noDefinition');
  const channels = engineOf(book).channelsOf(target.kpi);
  const only = channels.length === 1 ? (channels[0] ?? null) : null;
  const channel = target.channel ?? only;
  return channel === null
    ? light('specific', channels.length === 0 ? 'yes' : 'partly', 'allChannels', {
        channels: channels.length,
      })
    : light('specific', 'yes', 'namesChannel', { channel });
}

function measurable(book: Book, target: Target): Smart {
  const engine = engineOf(book);
  const definition = book.definition(target.kpi);
  if (definition === undefined) return light('measurable', 'no', 'noFigures');
  const recorded = cadencesOf(book, target);
  const [finest] = recorded;
  const { source } = definition;
  const answers =
    source?.log === 'cases' || (source !== undefined && finest === undefined && logSpeaks(book, definition));
  if (finest === undefined && !answers) return light('measurable', 'partly', 'noFigures');
  if (recorded.every((cadence) => rankOf(cadence) > rankOf(target.cadence)) && finest !== undefined)
    return light('measurable', 'no', 'recordedCoarser', { unit: finest, cadence: target.cadence });
  const running = periodAt(target.cadence, book.today, book.calendar);
  const figures = historyOf(book, target.kpi, target.channel, periodsBack(running, 1), looked).filter(
    (one) => one.value !== null,
  ).length;
  if (definition.timeAggregation === 'none')
    return light('measurable', 'partly', 'notAdditive', { cadence: target.cadence, figures });
  const computed = engine.formulaOf(definition) !== null || answers;
  return computed
    ? light('measurable', 'yes', 'computed', { figures })
    : light('measurable', 'yes', 'recorded', { unit: finest, figures });
}

/** Cadences at which the KPI, or what it is computed from, is recorded on the target's channels; finest first. */
function cadencesOf(book: Book, target: Target): readonly Cadence[] {
  const engine = engineOf(book);
  const found = new Set<Cadence>();
  for (const kpi of recordedOperands(engine, target.kpi)) {
    for (const [channel, tracks] of engine.tracks(kpi)) {
      if (target.channel !== null && channel !== target.channel) continue;
      for (const track of tracks.tracks) found.add(track.cadence);
    }
  }
  return cadences.filter((cadence) => found.has(cadence));
}

function achievable(growth: GrowthAsked | 'noValue' | 'baseZero', cadence: Cadence): Smart {
  if (typeof growth === 'string') return light('achievable', 'unknown', 'noGoal', { reason: growth });
  const { asked, usual, most, samples, periods, value, goal } = growth;
  if (value !== null && goal !== null && asked <= 0)
    return light('achievable', 'yes', 'alreadyThere', { value, goal });
  if (usual === null || most === null)
    return light('achievable', 'unknown', 'noHistory', { samples, needed: leastSamples, asked, periods });
  const values = { asked, most, usual, samples, periods, cadence };
  return asked <= most
    ? light('achievable', 'yes', 'within', values)
    : light('achievable', 'no', 'beyond', values);
}

function relevant(book: Book, target: Target, kras: readonly string[]): Smart {
  const definition = book.definition(target.kpi);
  if (definition === undefined || !kras.includes(definition.kra))
    return light('relevant', 'no', 'unknownKra', { kra: definition?.kra });
  if (!definition.vanity)
    return light('relevant', 'yes', 'kra', { kra: definition.kra, stage: definition.stage });
  const { counter } = definition;
  const countered = counter !== undefined && book.targets(counter).length > 0;
  return countered
    ? light('relevant', 'yes', 'kra', { kra: definition.kra, stage: definition.stage })
    : light('relevant', 'partly', 'vanity', { counter });
}

function timeBound(book: Book, target: Target): Smart {
  const { to, cadence } = target;
  if (to === null) return light('timeBound', 'no', 'noEnd');
  const last = isoOf(addDays(to, -1));
  if (to <= book.today) return light('timeBound', 'partly', 'past', { last });
  const holding = periodAt(cadence, to, book.calendar);
  if (holding.start !== to) {
    const earlier = isoOf(addDays(holding.start, -1));
    return light('timeBound', 'partly', 'offGrid', {
      last,
      earlier,
      later: isoOf(addDays(endOf(holding), -1)),
      cadence,
    });
  }
  return light('timeBound', 'yes', 'ends', { last, periods: periodsOf(book, target, to), cadence });
}

function periodsOf(book: Book, target: Target, to: NonNullable<Target['to']>): number {
  let period = periodAt(target.cadence, target.from, book.calendar);
  let count = 0;
  for (; period.start < to; count++) period = { ...period, start: endOf(period) };
  return count;
}
