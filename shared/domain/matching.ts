/**
 * Words found in a text the way the search index finds them: whatever the case and the accents, at the start of a word.
 * Used to mark what was found, and to rank lists that are searched in the window. Pure.
 */

/** A piece of a text, from its first to behind its last character. */
export type TextRange = readonly [from: number, to: number];

/** Letters and digits of a query, folded; one entry a word. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Small letters without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Where words of the text begin with one of `words` (folded): each up to what was typed. In order, not overlapping. */
export function rangesOf(text: string, words: readonly string[]): TextRange[] {
  // Folding may change the length: every folded character remembers where it came from.
  const from: number[] = [];
  let folded = '';
  let at = 0;
  for (const sign of text) {
    const small = fold(sign);
    for (let i = 0; i < small.length; i += 1) from.push(at);
    folded += small;
    at += sign.length;
  }
  from.push(text.length);
  const found: TextRange[] = [];
  for (const { index, 0: word } of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const length = Math.max(0, ...words.filter((wanted) => word.startsWith(wanted)).map((w) => w.length));
    if (length > 0) found.push([from[index] ?? 0, from[index + length] ?? text.length]);
  }
  return found;
}

/** True when every word begins some word of the text. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const own = wordsOf(text);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

export interface Snippet {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/** The text around its first range, at most about `length` characters, cut between words and marked as cut. */
export function snippetOf(text: string, words: readonly string[], length = 120): Snippet {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const [first] = rangesOf(plain, words);
  if (plain.length <= length) return { text: plain, ranges: rangesOf(plain, words) };
  const middle = first?.[0] ?? 0;
  const start =
    middle < length * 0.6 ? 0 : plain.indexOf(' ', middle - Math.round(length * 0.4)) + 1 || middle;
  const end =
    start + length >= plain.length
      ? plain.length
      : Math.max(start + 1, plain.lastIndexOf(' ', start + length));
  const cut = `${start > 0 ? '…' : ''}${plain.slice(start, end)}${end < plain.length ? '…' : ''}`;
  return { text: cut, ranges: rangesOf(cut, words) };
}
