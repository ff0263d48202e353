/**
 * Reports being made and saved, by the report they are of. Kept outside of the screen: going elsewhere and coming back
 * loses neither what is under way nor a file that is made and not saved.
 */
import { useSyncExternalStore } from 'react';
import type { ReportFormat } from '../../../../shared/contract/api/reports.ts';
import type { CallError } from '../../../api/index.ts';

export interface MadeFile {
  readonly handle: string;
  readonly name: string;
  readonly format: ReportFormat;
}

export interface Making {
  /** What is being made now: the one at `at` of `of`. */
  readonly busy: {
    readonly format: ReportFormat;
    readonly job: string;
    readonly at: number;
    readonly of: number;
  } | null;
  /** Formats that could not be made, and why. */
  readonly failed: readonly { readonly format: ReportFormat; readonly error: CallError }[];
  /** What kept it from beginning, or a file from being saved. */
  readonly problem: CallError | null;
  /** Made, not saved. */
  readonly waiting: readonly MadeFile[];
  /** What went out last. `where`: the folder or .zip of several. */
  readonly went: {
    readonly files: readonly MadeFile[];
    readonly where: string | null;
    readonly time: string;
  } | null;
}

export const idle: Making = { busy: null, failed: [], problem: null, waiting: [], went: null };

const makings = new Map<string, Making>();
const listeners = new Set<() => void>();

export function makingOf(key: string): Making {
  return makings.get(key) ?? idle;
}

export function changeMaking(key: string, change: (now: Making) => Partial<Making>): void {
  const now = makingOf(key);
  makings.set(key, { ...now, ...change(now) });
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useMaking(key: string): Making {
  return useSyncExternalStore(subscribe, () => makingOf(key));
}
