/** When a cell that was re-saved by another program still says what it said. Pure. */

/** Spreadsheet programs keep 15 to 17 digits: what differs beyond is no change. An empty cell is not 0. */
export function sameNumber(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** A text without what programs do to it on saving: ends of lines, spaces at the ends. */
export function plainWords(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

export function sameWords(a: string | null, b: string | null): boolean {
  return plainWords(a ?? '') === plainWords(b ?? '');
}
