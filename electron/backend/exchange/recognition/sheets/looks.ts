/**
 * What the columns of an unknown table look like: how much of each is numbers, dates, distinct texts.
 */
import { isNullText } from '../../../../../shared/domain/cells/text.ts';
import type { Cell } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, isEmptyCell, looksNumeric } from '../cells.ts';
import { fold } from '../fold.ts';
import { holdsHalfYears, periodReading } from './periodText.ts';
import { summaryKind } from './summaryWords.ts';
import { isDateForDecimal } from '../rows/values.ts';

const sampled = 200;

const dateWords = words(
  'date fecha data day dia mes month week semana sem wk period periodo trimestre trim quarter year ano fecha_de_publicacion time timestamp datum jour',
);

export const yearWords = words('year ano ejercicio');

export const valueWords = words('value valor total cantidad amount count numero resultado result cifra dato');

export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map((word) => fold(word.replaceAll('_', ' '))));
}

export interface Look {
  readonly header: string;
  readonly folded: string;
  readonly index: number;
  readonly filled: number;
  readonly numeric: number;
  readonly dates: number;
  /** Share of `3.abr`: decimals that a spreadsheet program turned into dates. */
  readonly damaged: number;
  readonly distinct: number;
  readonly length: number;
  /** Some of the different texts, for judging what they name. */
  readonly texts: readonly string[];
}

const mostTexts = 300;

export function look(block: Block, header: string, index: number): Look {
  let filled = 0;
  let others = 0;
  let numeric = 0;
  let dates = 0;
  let damaged = 0;
  let length = 0;
  const seen = new Set<string>();
  const step = Math.max(1, Math.floor(block.rows.length / sampled));
  for (let r = 0; r < block.rows.length; r += step) {
    const cell: Cell = block.rows[r]?.[index] ?? null;
    if (isEmptyCell(cell)) continue;
    const text = cellText(cell);
    if (isNullText(text)) continue;
    // A total under the dates says nothing about them.
    if (typeof cell === 'string' && summaryKind(text) !== undefined) {
      others += 1;
      seen.add(text);
      continue;
    }
    filled += 1;
    length += text.length;
    if (isDateForDecimal(cell)) damaged += 1;
    seen.add(text);
    if (
      typeof cell === 'object' && cell !== null
        ? cell.type !== 'date' && cell.type !== 'error'
        : looksNumeric(text)
    )
      numeric += 1;
    if (typeof cell === 'object' && cell !== null ? cell.type === 'date' : isDateText(text)) dates += 1;
  }
  const n = Math.max(filled, 1);
  return {
    header,
    folded: fold(header),
    index,
    filled: filled + others,
    numeric: numeric / n,
    dates: holdsHalfYears([...seen].slice(0, 5)) ? 0 : dates / n,
    damaged: damaged / n,
    distinct: seen.size,
    length: length / n,
    texts: [...seen].slice(0, mostTexts),
  };
}

function isDateText(text: string): boolean {
  return periodReading(text) !== undefined;
}

/** The column of dates: by what its cells are, its name settling between several. */
export function dateColumnOf(looks: readonly Look[]): Look | undefined {
  let best: Look | undefined;
  let bestScore = 0;
  for (const one of looks) {
    const share = dateShare(one);
    if (share === 0) continue;
    const score =
      share + (isDateNamed(one) ? 1 : 0) - one.index * 0.01 - (yearWords.has(one.folded) ? 0.5 : 0);
    if (score > bestScore) {
      best = one;
      bestScore = score;
    }
  }
  return best;
}

function isDateNamed(one: Look): boolean {
  return dateWords.has(one.folded) || one.folded.split(' ').some((word) => dateWords.has(word));
}

/** How much of a column is dates; bare numbers are only under a date's name: years, serials, counted weeks. */
export function dateShare(one: Look): number {
  if (one.filled === 0) return 0;
  if (one.numeric <= 0.8) return one.dates >= 0.6 ? one.dates : 0;
  const parts = one.folded.split(' ');
  if (!dateWords.has(one.folded) && !dateWords.has(parts[0] ?? '') && !dateWords.has(parts.at(-1) ?? ''))
    return 0;
  const fits = one.texts.filter((text) => isDateNumber(text, dateWords.has(one.folded))).length;
  if (fits >= one.texts.length * 0.8) return Math.max(0.7, one.dates);
  return counting.has(one.folded) && one.texts.every((text) => /^\d{1,2}$/.test(text)) ? 0.7 : 0;
}

const counting = words('semana week wk mes month trimestre quarter dia day fecha');

/** A year, YYYYMM, YYYYMMDD, or (under a name that is nothing but a date's) a serial. */
function isDateNumber(text: string, serials: boolean): boolean {
  if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])?(?:[0-3]\d)?(?:[0-2]\d)?$/.test(text)) return true;
  const n = Number(text);
  return serials && n >= 18_264 && n <= 73_415;
}
