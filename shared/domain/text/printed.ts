/** A resolved text as it is printed: paragraphs, each in pieces that know whether their figure still says what was approved. */
import type { Language } from '../kpi.ts';
import type { TextPiece } from './resolve.ts';
import type { Staleness } from './stale.ts';
import { textWords } from './words.ts';

export interface PrintedPiece {
  readonly text: string;
  /** Which of the text's resolved pieces it is; `null` for what the person wrote. */
  readonly token: number | null;
  /** True where the figure has changed, or is gone, since the text was approved. */
  readonly stale: boolean;
}
export type Paragraph = readonly PrintedPiece[];

/** Paragraphs end with the line; empty ones are left out. A figure that is gone reads "no value", never its last one. */
export function printedText(
  pieces: readonly TextPiece[],
  stale: readonly Staleness[],
  language: Language,
): readonly Paragraph[] {
  const changed = new Set(stale.filter((one) => one.state === 'changed').map((one) => one.token));
  const paragraphs: PrintedPiece[][] = [[]];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      for (const [i, text] of piece.text.split('\n').entries()) {
        if (i > 0) paragraphs.push([]);
        if (text !== '') paragraphs.at(-1)?.push({ text, token: null, stale: false });
      }
      continue;
    }
    const gone = piece.kind === 'problem';
    paragraphs.at(-1)?.push({
      text: gone ? textWords[language].noValue.missing : piece.text,
      token: index,
      stale: gone || changed.has(piece.told.token),
    });
  }
  return paragraphs.filter((paragraph) => paragraph.some((piece) => piece.text.trim() !== ''));
}

/** A paragraph as plain text. */
export function plainText(paragraph: Paragraph): string {
  return paragraph.map((piece) => piece.text).join('');
}
