/**
 * Whether a text still says what was approved: each token then against now.
 *
 * Invariants: what counts is what the reader sees (1,000.2 and 1,000.4 both read 1,000), the raw value is kept beside; a
 * token whose KPI or channel is gone is told as gone, with what it said.
 */
import type { TextPiece } from './resolve.ts';

/** What one token said when the text was approved. */
export interface Approved {
  readonly token: string;
  readonly said: string;
  readonly value: number | null;
  /** The moment it was approved; absent: with the text itself. */
  readonly at?: string;
}

export interface Staleness {
  readonly token: string;
  readonly state: 'same' | 'changed' | 'gone';
  /** What it said; what it says now. */
  readonly then: string;
  readonly now: string | null;
  readonly valueThen: number | null;
  readonly valueNow: number | null;
  /** When it was approved, where that is known for itself. */
  readonly at: string | null;
}

/** What is kept when a text is approved: each token once, in order of appearance. */
export function approvedOf(pieces: readonly TextPiece[]): Approved[] {
  const kept = new Map<string, Approved>();
  for (const piece of pieces) {
    if (piece.kind !== 'token') continue;
    const { token, said, value } = piece.told;
    kept.set(token, { token, said, value });
  }
  return [...kept.values()];
}

/** What is approved once a text was changed without being read through: what was approved stays so, what is new is approved. */
export function approvedAnew(
  before: readonly Approved[],
  pieces: readonly TextPiece[],
  at: string,
): Approved[] {
  const known = new Map(before.map((one) => [one.token, one]));
  return approvedOf(pieces).map((one) => known.get(one.token) ?? { ...one, at });
}

/** Each approved token as it is now. `pieces` are those of the same text, resolved today. */
export function stalenessOf(
  approved: readonly Approved[],
  pieces: readonly TextPiece[],
): readonly Staleness[] {
  const now = new Map(
    pieces.flatMap((piece) => (piece.kind === 'token' ? [[piece.told.token, piece.told] as const] : [])),
  );
  return approved.map(({ token, said, value, at }): Staleness => {
    const then = { token, then: said, valueThen: value, at: at ?? null };
    const told = now.get(token);
    if (told === undefined) return { ...then, state: 'gone', now: null, valueNow: null };
    const state = told.said === said ? 'same' : 'changed';
    return { ...then, state, now: told.said, valueNow: told.value };
  });
}

/** How many figures of a text no longer say what was approved. */
export function changedCount(stale: readonly Staleness[]): number {
  return stale.filter((one) => one.state !== 'same').length;
}
