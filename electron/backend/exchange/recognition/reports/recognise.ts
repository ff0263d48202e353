/**
 * Which report a table is, by the set of its folded headers; platform, report and language scored apart.
 *
 * Order never matters. Titles, `#` lines, file names and sibling files only break ties, except for reports
 * whose headers are too plain to prove anything (`plain`): those need one of them, or a telling column.
 * Below the threshold nothing is claimed: the table goes to `generic.ts`.
 */
import type { Block } from '../tables/blocks.ts';
import { isUnproven } from './confirm.ts';
import { fold, splitCurrency } from '../fold.ts';
import { titleDimension, titleLanguages, titleMetric, titlesOf } from './reportTitles.ts';
import type { ColumnSpec, Names, Signature } from './signature.ts';
import { signatures } from '../signatures/index.ts';
import { scoreQuestions } from '../surveys/surveyQuestions.ts';

export interface Match {
  readonly signature: Signature;
  /** The spec of each column, null where the report is not known to have it. */
  readonly columns: readonly (ColumnSpec | null)[];
  /** Currency that a header names, by column. */
  readonly currencies: readonly (string | undefined)[];
  readonly language: string | null;
  readonly score: number;
}

interface Hints {
  /** File name, path inside a ZIP included. */
  readonly fileName: string;
  readonly sheet: string;
  /** Names of the files and sheets that came with it. */
  readonly siblings: readonly string[];
}

interface Entry {
  readonly signature: number;
  readonly spec: ColumnSpec;
  readonly languages: readonly string[];
}

/** Roles that several columns of one table may have by the same entry of a signature. */
const shared: ReadonlySet<ColumnSpec['role']> = new Set(['ignored', 'dimension', 'personal']);

/** Share of the columns that a report must know before it is named. */
const threshold = 0.5;

/** The same where columns that only this platform writes prove the report: people choose the others. */
const provenThreshold = 0.2;

/** What a format known by description only lacks against one that has been seen. */
const unprovenHandicap = 0.3;

const index = buildIndex();

function buildIndex(): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, { signature: number; spec: ColumnSpec; languages: string[] }[]>();
  for (const [signature, { columns }] of signatures.entries()) {
    for (const spec of columns) {
      for (const [language, name] of foldedNames(spec.names)) {
        const entries = map.get(name) ?? [];
        map.set(name, entries);
        const known = entries.find((entry) => entry.spec === spec && entry.signature === signature);
        if (known) known.languages.push(language);
        else entries.push({ signature, spec, languages: [language] });
      }
    }
  }
  return map;
}

/** Pairs of language and folded name. */
function foldedNames(names: Names): (readonly [string, string])[] {
  return Object.entries(names).flatMap(([language, name]) =>
    (typeof name === 'string' ? [name] : name).map((one) => [language, fold(one)] as const),
  );
}

/** True when some report has a column of this name. */
export function isKnownHeader(header: string): boolean {
  return index.has(fold(header)) || index.has(fold(splitCurrency(header).base));
}

/** True for a name that a report of "Name:","value" lines has. */
export function isPairName(name: string): boolean {
  return (index.get(fold(name)) ?? []).some((entry) => signatures[entry.signature]?.kind === 'pairs');
}

/** The best report for a table, or null. */
export function recognise(block: Block, hints: Hints): Match | null {
  const folded = block.header.map((name) => fold(name));
  const plainFolded = block.header.map((name) => fold(splitCurrency(name).base));
  const filled = folded.filter((name) => name !== '').length;
  const evidence = evidenceOf(block, hints);
  const candidates = new Set<number>();
  for (const [i, name] of folded.entries())
    for (const entry of index.get(name) ?? index.get(plainFolded[i] ?? '') ?? [])
      candidates.add(entry.signature);
  for (const [i, signature] of signatures.entries()) {
    if (signature.prefixes && folded.some((name) => index.has(stripped(signature, name)))) candidates.add(i);
    if (signature.comments && matchesAny(signature.comments, evidence.comments)) candidates.add(i);
    if (signature.titleDimensions && titleDimension(signature, titlesOf(block)) !== undefined)
      candidates.add(i);
  }
  let best: Match | null = null;
  for (const i of candidates) {
    const signature = signatures[i];
    if (!signature || (signature.kind === 'pairs') !== (block.paired === true)) continue;
    const match = fit(i, signature, block, folded, plainFolded, filled, evidence);
    if (match && (best === null || match.score > best.score)) best = match;
  }
  return best;
}

interface Evidence {
  readonly titles: readonly string[];
  readonly comments: readonly string[];
  readonly fileName: string;
  readonly siblings: readonly string[];
}

function evidenceOf(block: Block, hints: Hints): Evidence {
  return {
    titles: [...block.titles, block.sheet].map((title) => fold(title)),
    comments: block.comments.map((comment) => fold(comment)),
    fileName: hints.fileName,
    siblings: hints.siblings,
  };
}

function matchesAny(patterns: readonly RegExp[] | undefined, texts: readonly string[]): boolean {
  return (
    patterns !== undefined &&
    texts.some((text) => text.length < 400 && patterns.some((pattern) => pattern.test(text)))
  );
}

function fit(
  at: number,
  signature: Signature,
  block: Block,
  folded: readonly string[],
  plainFolded: readonly string[],
  filled: number,
  evidence: Evidence,
): Match | null {
  const columns: (ColumnSpec | null)[] = [];
  const currencies: (string | undefined)[] = [];
  const used = new Set<ColumnSpec>();
  const languages = new Map<string, number>();
  let known = 0;
  let telling = 0;
  for (const [i, found] of folded.entries()) {
    const name = index.has(found) ? found : stripped(signature, found);
    const own = (index.get(name) ?? []).filter((entry) => entry.signature === at);
    if (isLesserTwin(block, folded, i)) {
      known += own.length > 0 ? 1 : 0;
      columns.push(null);
      currencies.push(undefined);
      continue;
    }
    const base =
      own.length > 0
        ? own
        : (index.get(plainFolded[i] ?? '') ?? []).filter((entry) => entry.signature === at);
    // The same name twice: the second may be another spec of the same name, else it is left out.
    const entry = base.find((one) => !used.has(one.spec) || shared.has(one.spec.role));
    if (base.length > 0 || signature.others?.some((pattern) => pattern.test(found)) === true) known += 1;
    columns.push(entry?.spec ?? null);
    currencies.push(splitCurrency(block.header[i] ?? '').currency);
    if (!entry) continue;
    used.add(entry.spec);
    if (entry.spec.telling) telling += 1;
    for (const language of entry.languages) languages.set(language, (languages.get(language) ?? 0) + 1);
  }
  for (const spec of signature.columns)
    if (spec.required && !used.has(spec) && !sameNames(spec, used)) return null;
  const comment = matchesAny(signature.comments, evidence.comments);
  const titled = titleEvidence(signature, block, evidence);
  const named = signature.fileNames?.some((pattern) => pattern.test(evidence.fileName)) === true;
  const beside =
    signature.siblings !== undefined &&
    evidence.siblings.some((name) =>
      signature.siblings?.some((pattern) => pattern.test(name) || pattern.test(fold(name))),
    );
  if (signature.plain && !comment && !titled && !named && !beside && telling === 0) return null;
  if (signature.kind === 'audience' && !titled) return null;
  // What people were asked is nobody's format: a survey is known by the columns around it.
  const survey = signature.kind === 'survey';
  if (survey && !asksSomething(block, columns, signature.plain === true && !named)) return null;
  const share = survey ? 1 : filled === 0 ? 0 : known / filled;
  const firm = comment || survey || (signature.kind === 'audience' && titled);
  if (!firm && share < (isProven(signature, telling) ? provenThreshold : threshold)) return null;
  if (!firm && used.size < 2 && telling === 0) return null;
  const score =
    share +
    Math.min(known, 20) * 0.01 +
    Math.min(telling, 3) * 0.15 +
    (comment ? 1 : 0) +
    (titled ? 0.4 : 0) +
    (named ? 0.2 : 0) +
    (beside ? 0.1 : 0) -
    (isUnproven(signature) ? unprovenHandicap : 0) +
    unlike(signature, block);
  return { signature, columns, currencies, language: languageOf(languages, signature, block), score };
}

/** Columns beside those of the tool; of a plain tool, one of them answered with a score. */
function asksSomething(block: Block, columns: readonly (ColumnSpec | null)[], scored: boolean): boolean {
  const free = columns.flatMap((spec, i) => (spec === null && block.header[i] !== '' ? [i] : []));
  return scored ? scoreQuestions(block, free).some(({ set }) => set !== null) : free.length > 0;
}

function isProven({ columns, enough }: Signature, telling: number): boolean {
  return columns.some((spec) => spec.required && spec.telling) || (enough !== undefined && telling >= enough);
}

/** A header without what the report may put before a column's name. */
function stripped(signature: Signature, name: string): string {
  for (const prefix of signature.prefixes ?? []) {
    const rest = name.replace(prefix, '');
    if (rest !== name && rest !== '') return rest;
  }
  return name;
}

/** Of two columns of one name that only the descriptions tell apart, the one that counts people, not times. */
function isLesserTwin(block: Block, folded: readonly string[], i: number): boolean {
  const { descriptions } = block;
  if (descriptions === null || folded[i] === '') return false;
  const counts = (at: number): boolean => /\(total count\)/i.test(descriptions[at] ?? '');
  return !counts(i) && folded.some((name, at) => at !== i && name === folded[i] && counts(at));
}

/** A required column counts as found when another spec of the same folded names took its place. */
function sameNames(spec: ColumnSpec, used: ReadonlySet<ColumnSpec>): boolean {
  const wanted = new Set(foldedNames(spec.names).map(([, name]) => name));
  for (const one of used)
    if (one.role === spec.role && foldedNames(one.names).some(([, name]) => wanted.has(name))) return true;
  return false;
}

/** Audience cards of shares and cards of counts share their shape: the title tells. */
function unlike(signature: Signature, block: Block): number {
  if (signature.kind !== 'audience') return 0;
  return block.rows.length > 400 ? -2 : 0;
}

function titleEvidence(signature: Signature, block: Block, evidence: Evidence): boolean {
  if (matchesAny(signature.titles, evidence.titles)) return true;
  if (signature.titleDimensions && titleDimension(signature, titlesOf(block)) !== undefined) return true;
  if (signature.kind === 'audience' && signature.titleMetrics) {
    return (
      titleMetric(signature, block.titles) !== undefined && !block.header.some((name) => /^\d/.test(name))
    );
  }
  return false;
}

function languageOf(counts: ReadonlyMap<string, number>, signature: Signature, block: Block): string | null {
  const comments = block.comments.map((comment) => fold(comment)).join(' | ');
  if (/fecha de inicio|exportar informe/.test(comments)) return 'es';
  if (/data de inicio/.test(comments)) return 'pt';
  const all = new Map(counts);
  for (const language of new Set(titleLanguages(signature, titlesOf(block))))
    all.set(language, (all.get(language) ?? 0) + 1);
  let best: string | null = null;
  for (const [language, n] of all) {
    const top = best === null ? 0 : (all.get(best) ?? 0);
    if (n > top || (n === top && language === 'en')) best = language;
  }
  return best;
}
