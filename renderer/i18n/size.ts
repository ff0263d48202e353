/** Sizes of files as text: `312 KB`, `1.6 MB`. Thousands, as the systems' own file managers count. Pure. */
import type { Format } from './format.tsx';

const units = ['KB', 'MB', 'GB'] as const;

/** A file that holds anything is never `0`. */
export function sizeText(bytes: number, { number }: Pick<Format, 'number'>): string {
  if (bytes === 0) return '0 KB';
  let value = Math.max(1, bytes / 1000);
  let at = 0;
  while (value >= 999.5 && at < units.length - 1) {
    value /= 1000;
    at += 1;
  }
  return `${number(value, at === 0 || value >= 99.95 ? 0 : 1)} ${units[at] ?? ''}`;
}
