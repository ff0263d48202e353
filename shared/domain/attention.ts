/**
 * What a person should look at before a report goes out: the one place of these rules, for the report's own screen and
 * for the batch. Nothing of it keeps a report from going out.
 */
import type { Language, Localised } from './kpi.ts';
import { languageOf } from './languageOf.ts';
import { enoughCoverage } from './reading.ts';
import type { ReportRow } from './report.ts';

type Looked = Pick<ReportRow, 'now' | 'judgement' | 'why'>;

/** A value that rests on less than 80 % of its figures. */
export function standsOnLittle({ now: { coverage, state } }: Pick<Looked, 'now'>): boolean {
  return (
    state === 'value' &&
    coverage !== undefined &&
    coverage.expected > 0 &&
    coverage.recorded / coverage.expected < enoughCoverage
  );
}

export function isMissing({ now }: Pick<Looked, 'now'>): boolean {
  return now.state === 'missing';
}

/** Off, and nobody said why. */
export function isUnexplained({ judgement, why }: Pick<Looked, 'judgement' | 'why'>): boolean {
  return judgement.status === 'off' && why === undefined;
}

/** A name or unit a report prints. `usual`: how the catalogue has it, where it has. */
export interface PrintedName {
  readonly text: Localised;
  readonly usual: Localised | null;
}

/**
 * True where a report in `language` would print words of the other language. Both languages hold the same words where
 * only one was written, so the same words mean "not translated" unless they are an abbreviation, the same in the
 * catalogue, or read as `language`; words that read as neither are taken for the client's own language. A name that was
 * changed in the other language only still has the catalogue's words here.
 */
export function lacksLanguage(
  { text, usual }: PrintedName,
  language: Language,
  home: Language,
  languageOfWord: (word: string) => Language | 'both' | null = () => null,
): boolean {
  const other = language === 'en' ? 'es' : 'en';
  const own = text[language].trim();
  if (own === '') return text[other].trim() !== '';
  if (own !== text[other].trim()) {
    return usual !== null && own === usual[language] && text[other].trim() !== usual[other];
  }
  if (!/\p{Ll}{2}/u.test(own)) return false;
  const known = languageOfWord(own);
  return known !== 'both' && (known ?? languageOf(own) ?? home) !== language;
}

export type Attention =
  | { readonly kind: 'staleText'; readonly count: number; readonly section: string }
  | { readonly kind: 'untranslatedText'; readonly sections: readonly string[] }
  | { readonly kind: 'untranslatedNames'; readonly names: readonly string[] }
  | { readonly kind: 'otherLanguage'; readonly notes: readonly string[] }
  | {
      readonly kind: 'coverage' | 'missing' | 'unexplained';
      readonly count: number;
      readonly kpis: readonly string[];
    }
  | { readonly kind: 'running' }
  | { readonly kind: 'noAuthor' };

export interface AttentionFacts {
  readonly language: Language;
  /** The scorecard's rows, each with its KPI's name. */
  readonly rows: readonly (Looked & { readonly name: string })[];
  /** Printed texts of this language: figures that no longer say what was approved. */
  readonly texts: readonly { readonly section: string; readonly changed: number }[];
  /** Names of printed sections that have a text in the other language only. */
  readonly untranslated: readonly string[];
  /** Names and units that this language lacks, as they are written. */
  readonly names: readonly string[];
  /** Notes, actions and events that are printed as they were typed. */
  readonly notes: readonly string[];
  readonly running: boolean;
  readonly preparedBy: string;
}

/** In the order in which they matter: what would be wrong in the client's hands comes first. */
export function attentionOf(facts: AttentionFacts): Attention[] {
  const found: Attention[] = [];
  const stale = facts.texts.filter((text) => text.changed > 0);
  const [first] = stale;
  if (first !== undefined) {
    const count = stale.reduce((sum, text) => sum + text.changed, 0);
    found.push({ kind: 'staleText', count, section: first.section });
  }
  if (facts.running) found.push({ kind: 'running' });
  if (facts.untranslated.length > 0) found.push({ kind: 'untranslatedText', sections: facts.untranslated });
  if (facts.names.length > 0) found.push({ kind: 'untranslatedNames', names: facts.names });
  const notes = facts.notes.filter((note) => (languageOf(note, true) ?? facts.language) !== facts.language);
  if (notes.length > 0) found.push({ kind: 'otherLanguage', notes });
  const rowsThat = (kind: 'coverage' | 'missing' | 'unexplained', is: (row: Looked) => boolean): void => {
    const rows = facts.rows.filter(is);
    if (rows.length > 0)
      found.push({ kind, count: rows.length, kpis: [...new Set(rows.map((row) => row.name))] });
  };
  rowsThat('coverage', standsOnLittle);
  rowsThat('missing', isMissing);
  rowsThat('unexplained', isUnexplained);
  if (facts.preparedBy.trim() === '') found.push({ kind: 'noAuthor' });
  return found;
}
