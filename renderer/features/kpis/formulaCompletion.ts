/**
 * What a formula's next word may be: KPIs by key or by name in the reader's language, and functions. Pure.
 *
 * Names may be several words ("engaged sess"), so up to four words before the caret are tried, the longest first.
 */
import { formulaFunctions } from '../../../shared/domain/formula/ast.ts';
import type { FormulaFunction } from '../../../shared/domain/formula/ast.ts';
import { bare } from '../../../shared/domain/cells/text.ts';

export interface KpiChoice {
  readonly key: string;
  /** In the reader's language. */
  readonly name: string;
  /** What stands for it in the text; without it the key. */
  readonly insert?: string;
  /** Further words it is found by. */
  readonly words?: string;
}

export type Candidate =
  | { readonly kind: 'kpi'; readonly text: string; readonly key: string; readonly name: string }
  | { readonly kind: 'function'; readonly text: FormulaFunction };

export interface Completion {
  /** The stretch of text that a candidate takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly Candidate[];
}

const most = 8;
const none = (at: number): Completion => ({ from: at, to: at, candidates: [] });

/** Candidates at a caret; none within a number, or where what stands there is complete. */
export function completionAt(text: string, caret: number, kpis: readonly KpiChoice[]): Completion {
  const before = text.slice(0, caret);
  const typed =
    /(?:[\p{L}_][\p{L}\p{M}\p{N}_'’-]* ){0,3}[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.exec(before)?.[0] ?? '';
  const rest = /^[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(caret))?.[0] ?? '';
  const words = typed.split(' ');
  for (let skip = 0; skip < words.length; skip += 1) {
    const phrase = words.slice(skip).join(' ');
    if (phrase === '') continue;
    const found = candidatesFor(phrase, kpis);
    if (found.length === 0) continue;
    const opened = text.charAt(caret - phrase.length - 1) === '[';
    const from = caret - phrase.length - (opened ? 1 : 0);
    // A name in brackets is replaced as a whole, up to the bracket that closes it.
    const tail = opened ? (/^[^[\]]*\]/u.exec(text.slice(caret))?.[0].length ?? rest.length) : rest.length;
    const to = caret + tail;
    const here = text.slice(from, to);
    const complete = found.some((one) => one.text === here || (one.kind === 'kpi' && one.key === here));
    return complete ? none(caret) : { from, to, candidates: found };
  }
  return none(caret);
}

/** Everything that may stand at a caret where nothing is typed yet. */
export function everythingAt(caret: number, kpis: readonly KpiChoice[]): Completion {
  const all: Candidate[] = kpis.map((kpi) => candidateOf(kpi));
  return { from: caret, to: caret, candidates: all };
}

function candidateOf({ key, name, insert = key }: KpiChoice): Candidate {
  return { kind: 'kpi', text: insert, key, name };
}

function candidatesFor(phrase: string, kpis: readonly KpiChoice[]): Candidate[] {
  const query = bare(phrase);
  const ranked: { readonly candidate: Candidate; readonly rank: number }[] = [];
  for (const kpi of kpis) {
    const rank = rankOf(query, kpi.key, bare(kpi.name), bare(kpi.words ?? ''));
    if (rank > 0) ranked.push({ candidate: candidateOf(kpi), rank });
  }
  for (const name of formulaFunctions) {
    if (name.startsWith(query)) ranked.push({ candidate: { kind: 'function', text: name }, rank: 5 });
  }
  return ranked
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map((one) => one.candidate);
}

function rankOf(query: string, key: string, name: string, words: string): number {
  if (key === query || name === query) return 6;
  if (key.startsWith(query) || name.startsWith(query)) return 4;
  if (beginsWord(name, query) || key.includes(`_${query}`)) return 3;
  if (beginsWord(words, query)) return 2;
  return 0;
}

function beginsWord(text: string, query: string): boolean {
  return ` ${text}`.includes(` ${query}`);
}

/** The text with a candidate put in, and where the caret goes: behind a key, between a function's brackets. */
export function accepted(
  text: string,
  { from, to }: Completion,
  candidate: Candidate,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(to);
  const isCall = candidate.kind === 'function';
  const insert = isCall && !after.startsWith('(') ? `${candidate.text}()` : candidate.text;
  const gap = !isCall && from > 0 && /[\p{L}\p{N}_)\]]$/u.test(text.slice(0, from)) ? ' ' : '';
  const caret = from + gap.length + candidate.text.length + (isCall ? 1 : 0);
  return { text: text.slice(0, from) + gap + insert + after, caret };
}
