/** The order in which things wait for a person: by deadline, those without one last; then by how much waits for each. */
import type { IsoDate } from './time.ts';

export interface Waiting {
  readonly deadline: IsoDate | null;
  /** How many KPIs wait for it. */
  readonly waits: number;
}

/** For sorting: negative where `a` comes first. */
export function byDeadline(a: Waiting, b: Waiting): number {
  if (a.deadline === b.deadline) return b.waits - a.waits;
  if (a.deadline === null) return 1;
  if (b.deadline === null) return -1;
  return a.deadline < b.deadline ? -1 : 1;
}
