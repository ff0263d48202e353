/**
 * Signals of a series as numbered findings: neighbouring points that the same rule fires on, on the same side, are
 * one finding; three of four near a limit that a stronger finding lies on is told with that one. Pure.
 */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { SignalRule } from '../../../shared/domain/results.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';

export interface Finding {
  /** `1`, `2`... */
  readonly mark: string;
  readonly rule: SignalRule;
  readonly side: 'above' | 'below';
  /** Slots the finding stands on: first and last point that made it fire. */
  readonly from: number;
  readonly to: number;
  /** Slots the rule fired on. */
  readonly at: readonly number[];
  /** Points in a row at its end. */
  readonly run: number;
  readonly value: number | null;
  /** Three of four of its points also lie near the limit: told with it, not beside it. */
  readonly near: boolean;
}

/** How many points a rule looks back over. */
const reach: Readonly<Record<SignalRule, number>> = { outside: 1, eightOneSide: 8, threeOfFour: 4 };

export function findingsOf(marks: Explorer['marks'], starts: readonly IsoDate[]): Finding[] {
  const open: {
    rule: SignalRule;
    side: 'above' | 'below';
    at: number[];
    run: number;
    value: number | null;
  }[] = [];
  for (const mark of marks) {
    const { rule, side, run, value } = mark.signal;
    const at = starts.indexOf(mark.start);
    if (rule === undefined || at < 0) continue;
    const last = open.findLast((one) => one.rule === rule && one.side === (side ?? 'above'));
    if (last !== undefined && last.at.at(-1) === at - 1) {
      last.at.push(at);
      last.run = run ?? last.run;
      last.value = value ?? null;
    } else {
      open.push({ rule, side: side ?? 'above', at: [at], run: run ?? reach[rule], value: value ?? null });
    }
  }
  const found = open.map((one) => {
    const to = one.at.at(-1) ?? 0;
    const first = one.at[0] ?? 0;
    const from =
      one.rule === 'outside'
        ? first
        : one.rule === 'eightOneSide'
          ? to - one.run + 1
          : first - reach.threeOfFour + 1;
    return { ...one, from: Math.max(0, from), to };
  });
  const together = (a: Stretch, b: Stretch): boolean =>
    a.side === b.side && a.from <= b.to + 1 && b.from <= a.to + 1 && a.rule !== b.rule;
  const strong = found.filter((one) => one.rule !== 'threeOfFour');
  return found
    .filter((one) => one.rule !== 'threeOfFour' || !strong.some((other) => together(one, other)))
    .map((one) => ({
      ...one,
      near:
        one.rule !== 'threeOfFour' &&
        found.some((other) => other.rule === 'threeOfFour' && together(one, other)),
    }))
    .toSorted((a, b) => a.to - b.to || a.from - b.from)
    .map((one, i) => ({ ...one, mark: String(i + 1) }));
}

type Stretch = Pick<Finding, 'rule' | 'side' | 'from' | 'to'>;
