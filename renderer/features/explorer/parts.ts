/** A split as the parts of a chart: named ones, others together, what no member holds. Pure. */
import type { BreakdownSplit, Explorer, ExplorerPoint } from '../../../shared/contract/api/explorer.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { memberName } from '../../../shared/domain/members.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import type { Part } from '../../charts/explorerParts.ts';
import type { SlotState } from '../../charts/model.ts';

export interface PartWords {
  readonly other: (n: number) => string;
  readonly rest: string;
}

type Values = readonly (number | null)[];

/** Named parts of a chart with colours for them. */
const NAMED = 6;

export function channelParts(data: Explorer, name: (channel: string) => string): Part[] {
  return data.byChannel.map((one) => ({
    role: 'member',
    name: name(one.channel),
    unit: data.kpi.unit,
    values: one.points.map((point) => point.value),
    states: one.points.map((point): SlotState => point.state),
  }));
}

/** Members over the slots of the axis; slots that the answer does not hold are gaps. */
export function memberParts(
  split: BreakdownSplit,
  points: readonly Pick<ExplorerPoint, 'start' | 'state'>[],
  unit: Unit,
  language: Language,
  words: PartWords,
): Part[] {
  const at = new Map(split.starts.map((start, i) => [start, i]));
  const laid = (values: Values): (number | null)[] =>
    points.map(({ start }) => values[at.get(start) ?? -1] ?? null);
  // Where the KPI itself is not to be expected, none of its members is.
  const states = (values: Values): SlotState[] =>
    laid(values).map((value, i) =>
      value !== null ? 'value' : points[i]?.state === 'notExpected' ? 'notExpected' : 'missing',
    );
  return [
    ...split.members.map((member): Part => ({
      role: 'member',
      name: memberName(split.dimension, member.code, language),
      unit,
      values: laid(member.values),
      states: states(member.values),
    })),
    ...(split.other === null
      ? []
      : [
          {
            role: 'other',
            name: words.other(split.other.members),
            unit,
            values: laid(split.other.values),
          } satisfies Part,
        ]),
    ...(split.rest === null
      ? []
      : [{ role: 'rest', name: words.rest, unit, values: laid(split.rest.values) } satisfies Part]),
  ];
}

/**
 * No more parts than there are colours. Where they add up, the smaller ones become one; where they do not, they are left out
 * and counted.
 */
export function folded(
  parts: readonly Part[],
  adds: boolean,
  others: (n: number) => string,
  hidden: number,
): { readonly parts: readonly Part[]; readonly left: number } {
  const members = parts.filter((part) => part.role === 'member');
  const rest = parts.filter((part) => part.role === 'rest');
  const before = parts.filter((part) => part.role === 'other');
  const room = members.length <= NAMED && before.length === 0 ? NAMED : NAMED - 1;
  const named = members.slice(0, room);
  const small = members.slice(room);
  if (!adds) return { parts: members.slice(0, NAMED), left: Math.max(0, members.length - NAMED) + hidden };
  const together = [...small, ...before];
  const [first] = together;
  if (first === undefined) return { parts: [...named, ...rest], left: 0 };
  const count = small.length + hidden;
  const values = first.values.map((_, i) => sum(together.map((part) => part.values[i] ?? null)));
  return {
    parts: [...named, { role: 'other', name: others(count), unit: first.unit, values }, ...rest],
    left: 0,
  };
}

function sum(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
