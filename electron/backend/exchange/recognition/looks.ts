/**
 * What the columns of an unknown table look like: how much of each is numbers, dates, distinct texts.
 */
import { parseDate } from '../../../../shared/domain/cells/dates.ts';
import { isNullText } from '../../../../shared/domain/cells/text.ts';
import type { Cell } from '../model.ts';
import type { Block } from './blocks.ts';
import { cellText, isEmptyCell, looksNumeric } from './cells.ts';
import { fold } from './fold.ts';
import { isDateForDecimal } from './values.ts';

const sampled = 200;

const dateWords = words(
  'date fecha data day dia mes month week semana period periodo trimestre quarter year ano fecha_de_publicacion time timestamp datum jour',
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
}

export function look(block: Block, header: string, index: number): Look {
  let filled = 0;
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
    filled,
    numeric: numeric / n,
    dates: dates / n,
    damaged: damaged / n,
    distinct: seen.size,
    length: length / n,
  };
}

function isDateText(text: string): boolean {
  const reading = text.length > 64 ? undefined : parseDate(text);
  return reading !== undefined && reading.kind !== 'total';
}

/** The column of dates: by what its cells are, its name settling between several. */
export function dateColumnOf(looks: readonly Look[]): Look | undefined {
  let best: Look | undefined;
  let bestScore = 0;
  for (const one of looks) {
    if (one.filled === 0) continue;
    const named = dateWords.has(one.folded) || one.folded.split(' ').some((word) => dateWords.has(word));
    // Bare numbers are dates only under a date's name (years, serials).
    const share = one.dates >= 0.6 ? one.dates : named && one.numeric >= 0.6 && serialLike(one) ? 0.7 : 0;
    if (share === 0 || (one.numeric > 0.8 && !named)) continue;
    const score = share + (named ? 1 : 0) - one.index * 0.01 - (yearWords.has(one.folded) ? 0.5 : 0);
    if (score > bestScore) {
      best = one;
      bestScore = score;
    }
  }
  return best;
}

function serialLike(one: Look): boolean {
  return one.length >= 4 && one.length <= 12;
}
