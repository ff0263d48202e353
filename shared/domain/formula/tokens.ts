/**
 * Text of a formula to tokens with positions. Accepts `,` and `;` between arguments; decimals take a point.
 * One pass over the text, whatever it holds.
 */
import type { FormulaError } from './ast.ts';

export type Sign = '+' | '-' | '*' | '/' | '(' | ')' | ',' | '<' | '<=' | '>' | '>=' | '=' | '!=';

export type Token = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'sign'; readonly sign: Sign }
  | { readonly kind: 'end' }
);

const space = /\s*/uy;
/** Names take any letter, so that a name typed with its accents is one word to look for, not a stray character. */
const pattern =
  /(?<number>\d[\d.]*|\.\d[\d.]*)|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<sign><=|>=|<>|!=|==|[-+*/(),;<>=×÷−≤≥≠])/uy;
/** What a person's keyboard, a spreadsheet or a word processor makes of the operators. */
const signs: ReadonlyMap<string, Sign> = new Map([
  ...(['+', '-', '*', '/', '(', ')', ',', '<', '<=', '>', '>=', '=', '!='] as const).map(
    (sign) => [sign, sign] as const,
  ),
  [';', ','],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['<>', '!='],
  ['==', '='],
]);

/** All tokens, ended by one of kind `end`; or the first error. */
export function tokenize(text: string): Token[] | FormulaError {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    space.exec(text);
    at = space.lastIndex;
    if (at >= text.length) break;
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    if (groups === undefined) return strange(text, at, tokens);
    const { number, name, sign } = groups;
    if (number !== undefined) {
      const value = Number(number);
      if (!/^(\d+(\.\d*)?|\.\d+)$/.test(number) || !Number.isFinite(value))
        return badNumber(text, at, number);
      tokens.push({ kind: 'number', value, at, text: number });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', at, text: name });
    } else {
      const known = signs.get(sign ?? '');
      if (known === undefined) return strange(text, at, tokens);
      tokens.push({ kind: 'sign', sign: known, at, text: sign ?? '' });
    }
    at = pattern.lastIndex;
  }
  tokens.push({ kind: 'end', at: text.length, text: '' });
  return tokens;
}

/** A character that has no place in a formula; `5 %` and `2,5 %` are known, and said as the fraction they are. */
function strange(text: string, at: number, before: readonly Token[]): FormulaError {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const stray: FormulaError = { code: 'unexpectedCharacter', at, length: character.length, text: character };
  const last = before.at(-1);
  if (character !== '%' || last?.kind !== 'number') return stray;
  const [whole, comma] = before.slice(-3);
  const end = last.at + last.text.length;
  const joined =
    comma?.text === ',' && whole?.kind === 'number' ? plainNumber(text.slice(whole.at, end)) : null;
  const from =
    joined !== null && whole?.at !== undefined && joined.length === end - whole.at ? whole.at : last.at;
  const percent = from === last.at ? last.value : Number(joined?.plain);
  const share = String(Number((percent / 100).toPrecision(12)));
  return {
    code: 'percentSign',
    at: from,
    length: at + 1 - from,
    text: text.slice(from, at + 1),
    ...(/^[\d.]+$/.test(share) && { suggestion: share }),
  };
}

/** `1.000.000` groups by thousands; `1.2.3` is nothing. */
function badNumber(text: string, at: number, number: string): FormulaError {
  const grouped = plainNumber(text.slice(at));
  return grouped !== null && grouped.length >= number.length
    ? { code: 'badNumber', at, length: grouped.length, text: grouped.text, suggestion: grouped.plain }
    : { code: 'badNumber', at, length: number.length, text: number };
}

/**
 * A number written with commas, or grouped by thousands, at the beginning of a text, as a formula takes it: `1,5` is
 * 1.5, `1,000` and `1.000.000,5` are grouped. `null` when there is none.
 */
export function plainNumber(
  text: string,
): { readonly text: string; readonly length: number; readonly plain: string } | null {
  const found = /^\d{1,40}(?:[.,]\d{1,40}){1,12}/.exec(text)?.[0];
  if (found === undefined) return null;
  const made = (plain: string) => ({ text: found, length: found.length, plain });
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(found)) return made(found.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(found)) return made(found.replaceAll('.', '').replace(',', '.'));
  return /^\d+,\d+$/.test(found) ? made(found.replace(',', '.')) : null;
}
