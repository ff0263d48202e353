/** The sentences of a report, in two languages. A change is called one only where a rule fired; else "within its usual range". */
import { formatCoverage, formatDate, formatValue } from '../../../../shared/domain/format.ts';
import type { Style } from '../../../../shared/domain/format.ts';
import type { StatusNote } from '../../../../shared/contract/api/statusNotes.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { signalWords } from '../../../../shared/domain/signalWords.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { movedWords } from '../../../../shared/domain/text/moved.ts';
import { andBefore, lowered } from '../../../../shared/domain/text/inside.ts';
import type { ClientBook } from '../book.ts';

interface Words {
  readonly coverage: (text: string) => string;
  readonly counter: (name: string) => string;
  readonly notComparable: (date: string) => string;
  readonly met: (names: string) => string;
  readonly off: (names: string) => string;
  readonly quiet: string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    coverage: (text) => `Coverage under 80 %: ${text}`,
    notComparable: (date) => `Not comparable: the definition changed on ${date}`,
    counter: (name) => `Unconfirmed while ${name} is not met`,
    met: (names) => `${names} on goal`,
    off: (names) => `${names} off goal`,
    quiet: 'The period in figures',
  },
  es: {
    coverage: (text) => `Cobertura inferior al 80 %: ${text}`,
    notComparable: (date) => `No comparable: la definición cambió el ${date}`,
    counter: (name) => `Sin confirmar mientras ${name} no se cumpla`,
    met: (names) => `${names}: meta cumplida`,
    off: (names) => `${names}: fuera de meta`,
    quiet: 'El periodo en cifras',
  },
};

function nameOf(book: ClientBook, key: string, language: Language): string {
  return book.definition(key)?.name[language] ?? key;
}

/** One line beside a scorecard row: what the person wrote on it, else what the rules have to say; empty for nothing. */
export function noteOf(
  book: ClientBook,
  row: ScoreRow,
  style: Style,
  written: readonly StatusNote[] = [],
): string {
  const { language } = style;
  const own = written.find(
    (note) =>
      note.kpi === book.kpiOf(row.kpi)?.row.id &&
      (note.channel === null ? null : String(note.channel)) === row.channel,
  );
  if (own !== undefined) return own.text;
  const w = words[language];
  const { coverage } = row.now;
  if (row.judgement.counter && row.judgement.status === 'unconfirmed')
    return w.counter(nameOf(book, row.judgement.counter.kpi, language));
  if (coverage && coverage.expected > 0 && coverage.recorded / coverage.expected < 0.8)
    return w.coverage(formatCoverage(coverage, language));
  if (row.change.since !== undefined)
    return w.notComparable(formatDate(row.change.since, language, 'medium'));
  if (row.signal.rule === undefined) return '';
  const text = signalWords(row.signal, language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The finding, as the title of the summary: what reached its goal and what missed it. */
export function headlineText(book: ClientBook, rows: readonly ScoreRow[], style: Style): string {
  const { language } = style;
  const w = words[language];
  const list = (status: 'met' | 'off'): string =>
    joined(
      rows
        .filter((row) => row.judgement.status === status)
        .map((row) => nameOf(book, row.kpi, language))
        .slice(0, 2),
      language,
    );
  const [met, off] = [list('met'), list('off')];
  const parts = [met && w.met(met), off && w.off(off)].filter(Boolean);
  return parts.length === 0
    ? w.quiet
    : parts
        .map((part, i) => (i === 0 ? part : lowered(part, language)))
        .join(language === 'es' ? '; ' : ', ');
}

function joined(names: readonly string[], language: Language): string {
  const [first = '', ...rest] = names;
  return rest.reduce(
    (text, name) => `${text} ${andBefore(name, language)} ${lowered(name, language)}`,
    first,
  );
}

/** KPIs for which a rule fired, strongest first. */
export function movedLines(
  book: ClientBook,
  rows: readonly ScoreRow[],
  style: Style,
  cadence: Cadence,
): string[] {
  const order = { outside: 0, eightOneSide: 1, threeOfFour: 2 } as const;
  return rows
    .flatMap((row) => (row.signal.rule === undefined ? [] : [{ row, rank: order[row.signal.rule] }]))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, 5)
    .flatMap(({ row }) => {
      const definition = book.definition(row.kpi);
      if (!definition) return [];
      // The signal is of one period: a sum of several, or a month beside a week's signal, is not what moved.
      const own = row.now.kind === 'stock' || row.signal.value === row.now.value;
      const value =
        row.now.value === null || !own ? '' : ` (${formatValue(row.now.value, definition.unit, style)})`;
      const said = movedWords(row.signal, definition.name, style.language, cadence);
      return [`${definition.name[style.language]}${value}: ${said}.`];
    });
}
