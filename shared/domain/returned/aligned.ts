/**
 * A paragraph that went out with live numbers and came back as plain words: which of its numbers still stand in it. A
 * number that reads as it did, in its place among the words around it, stays live; one that was changed, moved or left out
 * becomes what was typed. Pure.
 */

/** A piece of the paragraph as it went out; `token` is what it was made by, `null` for plain words. */
export interface WentPiece {
  readonly text: string;
  readonly token: string | null;
}

/** More pairs of words than this are not compared: of a text that long nothing stays live that moved. */
const MOST_PAIRS = 4_000_000;

interface Unit {
  readonly text: string;
  /** Which piece it is of. */
  readonly piece: number;
}

/** What came back as it is typed: tokens in place of the numbers that are still there. */
export function aligned(went: readonly WentPiece[], came: string): string {
  const before = went.flatMap(({ text }, piece) =>
    unitsOf(text).map((unit): Unit => ({ text: unit, piece })),
  );
  const after = unitsOf(came);
  const partner = partners(
    before.map(({ text }) => text),
    after,
  );
  /** By the first word of a number in what came back: its token, and how many words it takes. */
  const kept = new Map<number, { readonly token: string; readonly length: number }>();
  went.forEach(({ token }, piece) => {
    if (token === null) return;
    const own = before.flatMap((unit, i) => (unit.piece === piece ? [partner[i] ?? -1] : []));
    const [first = -1] = own;
    if (first < 0 || own.some((at, i) => at !== first + i)) return;
    if (isPartOfNumber(after, first, own.length)) return;
    kept.set(first, { token, length: own.length });
  });
  const out: string[] = [];
  let plain = '';
  for (let at = 0; at < after.length;) {
    const number = kept.get(at);
    if (number === undefined) {
      plain += after[at] ?? '';
      at += 1;
      continue;
    }
    out.push(withoutBraces(plain), number.token);
    plain = '';
    at += number.length;
  }
  return [...out, withoutBraces(plain)].join('');
}

/** Words somebody typed make no live number: two braces would open one. */
export function withoutBraces(text: string): string {
  return text.replaceAll(/\{(?=\{)/g, '{ ');
}

/** Words, numbers and signs one by one, spaces too. */
function unitsOf(text: string): string[] {
  return text.match(/\p{L}+|\p{N}+|\s+|./gsu) ?? [];
}

/** `93` in `1.93` or `93,5` is another number. */
function isPartOfNumber(units: readonly string[], first: number, length: number): boolean {
  const digits = (at: number): boolean => /^[\p{L}\p{N}]/u.test(units[at] ?? '');
  const sign = (at: number): boolean => /^[.,'’]$/u.test(units[at] ?? '');
  const end = first + length;
  return (
    digits(first - 1) ||
    digits(end) ||
    (sign(first - 1) && /^\p{N}/u.test(units[first - 2] ?? '')) ||
    (sign(end) && /^\p{N}/u.test(units[end + 1] ?? ''))
  );
}

/** For each unit its partner in the longest common run of both; -1: none. */
function partners(a: readonly string[], b: readonly string[]): Int32Array {
  const partner = new Int32Array(a.length).fill(-1);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    partner[start] = start;
    start += 1;
  }
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
    partner[endA] = endB;
  }
  const [rows, cols] = [endA - start, endB - start];
  if (rows === 0 || cols === 0 || rows * cols > MOST_PAIRS) return partner;
  const width = cols + 1;
  const longest = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = cols - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[start + i] === b[start + j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  for (let [i, j] = [0, 0]; i < rows && j < cols;) {
    if (a[start + i] === b[start + j]) {
      partner[start + i] = start + j;
      i += 1;
      j += 1;
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return partner;
}
