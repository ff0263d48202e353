/** How long reading a file may take. */
const MiB = 1_048_576;
const FREE_BYTES = 16 * MiB;
const MILLISECONDS_PER_MIB = 250;

export const baseMilliseconds = 10_000;

/** Larger files get a quarter of a second per MiB above 16 MiB. */
export function timeLimit(bytes: number, base: number = baseMilliseconds): number {
  return Math.round(base + (Math.max(0, bytes - FREE_BYTES) / MiB) * MILLISECONDS_PER_MIB);
}
