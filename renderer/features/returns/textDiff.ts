/** What differs between two texts, word by word. Pure. */

export interface Piece {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Numbers with their separators, words with their hyphens, spaces and single signs. */
const tokens = /\s+|[\p{L}\p{N}]+(?:[.,'’\-/][\p{L}\p{N}]+)*|[^\s]/gu;

/** Longer middles than this are shown as replaced whole: comparing them would hold the window up. */
const MOST = 4_000_000;

/** Texts that share less than this part of their words are clearer one above the other. */
const ALIKE = 0.35;

/** The pieces of both texts in reading order; what went out stands before what came in. */
export function diffWords(was: string, came: string): readonly Piece[] {
  const a = was.match(tokens) ?? [];
  const b = came.match(tokens) ?? [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const pieces = [
    { kind: 'same', text: a.slice(0, head).join('') } as const,
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') } as const,
  ];
  return gathered(pieces.filter((piece) => piece.text !== ''));
}

/** True where the texts have too little in common to be read as one. */
export function isOther(pieces: readonly Piece[]): boolean {
  const size = (kind: Piece['kind']): number =>
    pieces.reduce((n, piece) => (piece.kind === kind ? n + piece.text.trim().length : n), 0);
  const same = size('same');
  const most = Math.max(same + size('out'), same + size('in'));
  return most > 0 && same / most < ALIKE;
}

/** Longest common subsequence, by a table of lengths. */
function middle(a: readonly string[], b: readonly string[]): readonly Piece[] {
  if (a.length * b.length > MOST) return [piece('out', a), piece('in', b)];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'out', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'in', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

const piece = (kind: Piece['kind'], of: readonly string[]): Piece => ({ kind, text: of.join('') });

/** Neighbours of one kind as one piece; a space between two changes belongs to both. */
function gathered(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  let out = '';
  let into = '';
  const flush = (): void => {
    if (out !== '') all.push({ kind: 'out', text: out });
    if (into !== '') all.push({ kind: 'in', text: into });
    out = '';
    into = '';
  };
  pieces.forEach(({ kind, text }, at) => {
    if (kind === 'out') out += text;
    else if (kind === 'in') into += text;
    else if (text.trim() === '' && out + into !== '' && at < pieces.length - 1) {
      out += text;
      into += text;
    } else {
      flush();
      const last = all.at(-1);
      if (last?.kind === 'same') all[all.length - 1] = { kind, text: last.text + text };
      else all.push({ kind, text });
    }
  });
  flush();
  return all;
}
