/** What is made of a demo client so far. */
import type { Timeline } from './timeline.ts';

/** What a client's parts need to find each other: ids by the words of its file. */
export interface Made {
  readonly client: number;
  readonly channels: ReadonlyMap<string, number>;
  readonly kpis: ReadonlyMap<string, number>;
  readonly timeline: Timeline;
}

export function idOf(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the demo names ${key}, which it does not make`);
  return id;
}
