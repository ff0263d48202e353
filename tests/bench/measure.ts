/**
 * Measuring one thing against its peer: both in turn, so that what else the machine does meets both alike.
 */

export interface Contender {
  readonly name: string;
  /** Does the whole thing once; answers how long it took, in seconds. */
  readonly run: () => Promise<number>;
}

export interface Bar {
  readonly peer: Contender;
  /** The highest ratio (ours to the peer's) that is good enough. */
  readonly atMost: number;
}

interface Figures {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Runs ours and all peers `rounds` times in turn and prints a line for each peer. */
export async function against(ours: Contender, bars: readonly Bar[], rounds: number): Promise<void> {
  const all = [ours, ...bars.map(({ peer }) => peer)];
  const times = new Map(all.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const { name, run } of all) times.get(name)?.push(await run());
  const of = (name: string): Figures => figuresOf(times.get(name) ?? []);
  console.log(`  ${line(ours.name, of(ours.name))}`);
  for (const { peer, atMost } of bars) {
    const ratio = of(ours.name).median / of(peer.name).median;
    console.log(`  ${line(peer.name, of(peer.name))}`);
    console.log(
      `    ratio ${ratio.toFixed(2)}, bar ${atMost.toFixed(1)}: ${ratio <= atMost ? 'met' : 'NOT met'}`,
    );
  }
}

function figuresOf(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (i: number): number => sorted[i] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}

function line(name: string, { median, least, most }: Figures): string {
  return `${name}: ${median.toFixed(2)} s (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

export function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
