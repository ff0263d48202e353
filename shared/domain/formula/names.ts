/**
 * The KPI a person meant who typed its name, or something close to its key, into a formula.
 *
 * Formulas are written in keys; people think in names. A name may be several words, hold brackets or accents, and so
 * may stop the parser before it is seen whole: it is therefore looked for in the text around the place at fault.
 */
import type { KpiDefinition } from '../kpi.ts';
import { languages } from '../kpi.ts';
import { nearest } from './nearest.ts';

/** The KPIs a formula may name. */
export interface KnownKpis {
  readonly definition: (key: string) => KpiDefinition | undefined;
  readonly keys: () => Iterable<string>;
}

interface Phrase {
  /** Folded. */
  readonly words: string;
  readonly key: string;
}

/** A stretch of text that names a KPI by another word than its key. */
interface Named {
  readonly at: number;
  readonly length: number;
  readonly key: string;
}

/**
 * The text letter by letter in lower case, without accents, every joint a space: as long as the text itself, so that
 * positions stay.
 */
function folded(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i).normalize('NFD').charAt(0).toLowerCase().charAt(0);
    out += c === '_' || c === '-' || c === '\u00a0' || c === '’' || c === "'" ? ' ' : c;
  }
  return out;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}_]/u.test(character);
}

/** Folding the words of a whole catalogue takes a while, and several names of one formula may be at fault. */
const phrasesOfKnown = new WeakMap<KnownKpis, readonly Phrase[]>();

function phrasesOf(known: KnownKpis): readonly Phrase[] {
  const before = phrasesOfKnown.get(known);
  if (before !== undefined) return before;
  const phrases: Phrase[] = [];
  for (const key of known.keys()) {
    const definition = known.definition(key);
    if (definition === undefined) continue;
    const words = languages.flatMap((l) => [definition.name[l], ...definition.aliases[l]]);
    for (const word of [key, ...words]) {
      const phrase = folded(word.trim());
      if (phrase !== '') phrases.push({ words: phrase, key });
    }
  }
  phrasesOfKnown.set(known, phrases);
  return phrases;
}

/** The longest KPI name, alias or key-in-words that covers or touches a position of the text, written out in full. */
export function nameAround(text: string, at: number, known: KnownKpis): Named | null {
  const plain = folded(text);
  let best: Named | null = null;
  for (const { words, key } of phrasesOf(known)) {
    if (best !== null && words.length <= best.length) continue;
    const from = Math.max(0, at - words.length - 1);
    const near = plain.slice(from, at + words.length + 1);
    const start = near.indexOf(words);
    if (start < 0) continue;
    const [begin, end] = [from + start, from + start + words.length];
    const whole = !isWord(text.charAt(begin - 1)) && !isWord(text.charAt(end));
    if (whole && text.slice(begin, end) !== key) best = { at: begin, length: end - begin, key };
  }
  return best;
}

/** The key that a single word most likely meant: its own spelling, a name in either language, something close. */
export function keyMeant(word: string, known: KnownKpis): string | undefined {
  const plain = folded(word);
  const phrases = phrasesOf(known);
  const exact = phrases.find((phrase) => phrase.words === plain);
  if (exact !== undefined) return exact.key;
  const key = nearest(word.toLowerCase(), known.keys());
  if (key !== undefined) return key;
  const words = nearest(
    plain,
    phrases.map((phrase) => phrase.words),
  );
  return phrases.find((phrase) => phrase.words === words)?.key;
}
