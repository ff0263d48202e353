/**
 * Text of cells, before it means anything: invisible characters, folding, and the words for "no value".
 *
 * Invariants: every function is linear in the length of its input; nothing here throws.
 */

/** No-break and typographic spaces that stand for a plain one. */
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t\r\n]+/g;
/** Characters nobody sees: byte order marks, zero-width joints, direction marks, soft hyphens. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** True when a text is plain printable ASCII, where tidying has nothing to mend but the ends. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 32 || c > 126) return false;
  }
  return true;
}

/** NFC, without invisible characters, with plain spaces, trimmed. */
export function tidy(text: string): string {
  if (isPlain(text)) return text.trim();
  return text.normalize('NFC').replace(invisible, '').replace(spaces, ' ').trim();
}

/** Lower case without accents: for comparing words, never for showing. */
export function bare(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
}

/**
 * What exports write for "not known". Zero is not among them: missing is never zero.
 * `#N/A` is one too: it is how a spreadsheet says that there is no value.
 */
const nullWords: ReadonlySet<string> = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '―',
  '−',
  'n/a',
  'na',
  'n/d',
  'n.d.',
  'nd',
  's/d',
  's.d.',
  'nan',
  'null',
  'nil',
  'none',
  'undefined',
  '#n/a',
  '#n/d',
  '.',
  '…',
  '...',
]);

/** True for an empty cell and for every word that stands for one. Expects tidied text. */
export function isNullText(text: string): boolean {
  return text.length <= 9 && nullWords.has(text.toLowerCase());
}

const totalWords =
  /^(?:grand |sub-?)?(?:totals?|totales|totais|total general|suma|sum|summe|gesamt|total geral|suma total|total(?:es)?: [a-z][a-z ]{1,28}|total of \d+ results?)\s*:?$/;
/** "Results from 12 campaigns": how advertising reports label the row under the others. */
const totalSentence = /^(?:results from|resultados de) \d+ [a-z ]+$/;
const lifetimeWords =
  /^(?:lifetime|life ?time|total|de por vida|desde siempre|ciclo de vida|vitalicio|vida util|tiempo de vida|todo el periodo|duree de vie|lebensdauer)$/;

/** `Total`, `Grand total`, `Totales`, `Suma`: the label of a row that adds up the others. */
export function isTotalText(text: string): boolean {
  return text.length <= 40 && (totalWords.test(bare(text)) || totalSentence.test(bare(text)));
}

/** `Lifetime`, `Total`: figures since publication, no day. */
export function isLifetimeText(text: string): boolean {
  return text.length <= 40 && lifetimeWords.test(bare(text));
}
