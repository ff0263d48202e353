/**
 * What an evaluation leaves behind when it is asked to: each piece of the formula with the reading it came to, over the
 * channels, the days and the paired operands it was really evaluated with.
 */
import type { Scope } from '../engine.ts';
import type { Period } from '../time.ts';
import type { Reading } from '../reading.ts';
import type { Formula } from './ast.ts';

/** A ratio's operands on one channel. */
export interface PairedChannel {
  readonly channel: string;
  readonly readings: ReadonlyMap<string, Reading>;
  /** The sub-periods all operands have; `null` where each was taken over the whole scope. */
  readonly units: readonly Period[] | null;
}

export interface Traced {
  readonly node: Formula;
  readonly reading: Reading;
  /** `null`: all channels. */
  readonly channels: readonly string[] | null;
  readonly scope: Scope;
  /** Inside a ratio: its operands by channel; `null` outside of one, or where totals were taken. */
  readonly paired: readonly PairedChannel[] | null;
  /** The pieces that were evaluated for it, in the order they were. A branch not taken is not among them. */
  readonly parts: readonly Traced[];
}
