/**
 * A kept text in its lines, as they are typed and as they read now: what a paragraph that came back takes the place of.
 * Paragraphs are the lines that print something, as `printedText` counts them. Pure.
 */
import { aligned, withoutBraces } from './aligned.ts';
import { plainWords } from './same.ts';

/** A piece of a text: words, or a token with what it says. `source` is how it is typed. */
export interface TypedPiece {
  readonly source: string;
  readonly text: string;
  readonly token: boolean;
}

export interface Line {
  readonly pieces: readonly TypedPiece[];
}

/** A paragraph as it went out: words and what numbers said. */
export type WentText = readonly (readonly [text: string, token: number | null])[];

export function linesOf(pieces: readonly TypedPiece[]): Line[] {
  const lines: TypedPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.token) {
      lines.at(-1)?.push(piece);
      continue;
    }
    for (const [i, text] of piece.text.split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ source: text, text, token: false });
    }
  }
  return lines.map((own) => ({ pieces: own }));
}

export function wordsOfLine({ pieces }: Line): string {
  return pieces.map(({ text }) => text).join('');
}

/** Places of the lines that are printed, in order. */
export function paragraphsAt(lines: readonly Line[]): number[] {
  return lines.flatMap((line, at) => (wordsOfLine(line).trim() === '' ? [] : [at]));
}

/** Whether the words around the numbers are those that went out: nobody has rewritten the paragraph since. */
export function sameStructure(went: WentText, line: Line): boolean {
  const words = (pieces: readonly (readonly [text: string, token: boolean])[]): string =>
    pieces.map(([text, token]) => (token ? '\u0000' : text)).join('');
  return (
    words(went.map(([text, token]) => [text, token !== null])) ===
    words(line.pieces.map(({ text, token }) => [text, token]))
  );
}

export interface CameText {
  /** Which paragraph, from 0; of an added one, the paragraph it stands under. */
  readonly paragraph: number;
  readonly added: boolean;
  readonly went: WentText;
  /** Empty: the paragraph goes. */
  readonly came: string;
}

/** The text as it is typed once these paragraphs are taken; other lines stay as they are. */
export function linesTaken(lines: readonly Line[], taken: readonly CameText[]): string {
  const places = paragraphsAt(lines);
  const instead = new Map<number, string[]>();
  const under = new Map<number, string[]>();
  const end: string[] = [];
  for (const { paragraph, added, went, came } of taken) {
    const at = places[paragraph];
    const line = at === undefined ? undefined : lines[at];
    if (at === undefined || line === undefined) {
      if (came !== '') end.push(...typed(came));
    } else if (added) under.set(at, [...(under.get(at) ?? []), ...typed(came)]);
    else if (came === '') instead.set(at, []);
    else instead.set(at, aligned(piecesOf(went, line), plainWords(came)).split('\n'));
  }
  return [
    ...lines.flatMap((line, at) => [
      ...(instead.get(at) ?? [line.pieces.map(({ source }) => source).join('')]),
      ...(under.get(at) ?? []),
    ]),
    ...end,
  ]
    .join('\n')
    .trim();
}

function typed(came: string): string[] {
  return withoutBraces(plainWords(came)).split('\n');
}

/** What went out with the tokens that are kept today; none where the paragraph has been rewritten since. */
function piecesOf(went: WentText, line: Line): { text: string; token: string | null }[] {
  const tokens = line.pieces.filter(({ token }) => token);
  const live = sameStructure(went, line);
  let next = 0;
  return went.map(([text, token]) => {
    if (token === null || !live) return { text, token: null };
    const source = tokens[next]?.source ?? null;
    next += 1;
    return { text, token: source };
  });
}
