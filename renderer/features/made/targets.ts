/** Where a step of a making leads: the number that it is by itself. Pure. */
import type { Made, Step } from '../../../shared/contract/api/numbers.ts';
import type { NumberTarget } from '../../app/index.ts';

/** `null`: the step is no number of its own (a piece of the formula), or the very number that is shown. */
export function deeperInto(step: Step, made: Made, from: NumberTarget): NumberTarget | null {
  const kpi = made.kpis.find((one) => one.key === step.kpi);
  // What a log says of several channels at once is no number that could be asked for.
  const unplaced = step.kind === 'channel' && step.channel === null;
  if (kpi === undefined || step.depth === 0 || unplaced) return null;
  const channel = step.channel ?? made.channel;
  const { units: _units, ...span } = step.span;
  const { at, about: _about, side, ...place } = from;
  const asked = { ...place, kpi: kpi.id, channel: channel === null ? null : Number(channel) };
  // A closed period over all channels or one is the period's own number, with its base and goal.
  const plain = step.channels === null || (step.channels.length === 1 && step.channels[0] === channel);
  const sameDays = step.span.from === made.span.from && step.span.to === made.span.to;
  if (plain && sameDays && at === undefined && !made.running)
    return side === undefined ? asked : { ...asked, side };
  return { ...asked, at: { span, channels: step.channels === null ? null : step.channels.map(Number) } };
}

/** The base of a comparison as a number of its own. */
export function baseOf(from: NumberTarget): NumberTarget {
  const { at: _at, about: _about, ...rest } = from;
  return { ...rest, side: 'base' };
}
