/** Text of a formula to tokens with positions. Accepts `,` and `;` between arguments; decimals take a point. */
import type { FormulaError } from './ast.ts';

export type Sign = '+' | '-' | '*' | '/' | '(' | ')' | ',' | '<' | '<=' | '>' | '>=' | '=' | '!=';

export type Token = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' }
  | { readonly kind: 'sign'; readonly sign: Sign }
  | { readonly kind: 'end' }
);

const pattern = /\s*(?:(\d[\d.]*|\.\d[\d.]*)|([A-Za-z_]\w*)|(<=|>=|!=|[-+*/(),;<>=]))/y;
/** What a person's keyboard or a word processor makes of the operators. */
const signs: Readonly<Record<string, Sign>> = { ';': ',', '×': '*', '÷': '/', '−': '-' };

/** All tokens, ended by one of kind `end`; or the first error. */
export function tokenize(text: string): Token[] | FormulaError {
  const source = text.replaceAll(/[×÷−]/g, (c) => signs[c] ?? c);
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) {
      const start = at + (source.slice(at).length - source.slice(at).trimStart().length);
      return { code: 'unexpectedCharacter', at: start, length: 1, text: source.charAt(start) };
    }
    const [all, number, name, sign] = match;
    at += all.length;
    const start = at - (number ?? name ?? sign ?? '').length;
    if (number !== undefined) {
      if (!/^(\d+(\.\d*)?|\.\d+)$/.test(number) || !Number.isFinite(Number(number))) {
        return { code: 'badNumber', at: start, length: number.length, text: number };
      }
      tokens.push({ kind: 'number', value: Number(number), at: start, text: number });
    } else if (name !== undefined) {
      tokens.push({ kind: 'name', at: start, text: name });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', sign: signs[sign] ?? (sign as Sign), at: start, text: sign });
    }
  }
  tokens.push({ kind: 'end', at: text.length, text: '' });
  return tokens;
}
