/**
 * Cells of the exchange seen as text, number or day, and what they look like at a glance.
 */
import { parseDate } from '../../../../shared/domain/cells/dates.ts';
import type { DateCell } from '../../../../shared/domain/cells/dateColumn.ts';
import { parseClock } from '../../../../shared/domain/cells/durations.ts';
import { parseNumber } from '../../../../shared/domain/cells/numbers.ts';
import { isNullText, tidy } from '../../../../shared/domain/cells/text.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import type { Cell } from '../model.ts';

export function isEmptyCell(cell: Cell): boolean {
  if (cell === null) return true;
  if (typeof cell !== 'string') return false;
  return cell === '' || (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) > 126 ? tidy(cell) === '' : false);
}

/** What a person sees in the cell; guard characters (a leading `'`) are trimmed. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    const text = tidy(cell);
    return text.length > 1 && text.startsWith("'") ? text.replace(/^'(.*?)'?$/s, '$1') : text;
  }
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  switch (cell.type) {
    case 'date':
      return cell.iso;
    case 'time':
      return String(cell.seconds);
    case 'percent':
    case 'money':
      return String(cell.value);
    case 'error':
      return cell.text;
  }
}

/** An id that a spreadsheet program rounded, `1.78E+16`, and that names nothing any more. */
export function isRoundedId(text: string): boolean {
  return /^-?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text);
}

export function dateCell(cell: Cell): DateCell {
  if (cell === null || typeof cell === 'boolean') return null;
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return cell;
  if (cell.type === 'date') {
    const day = parseIso(cell.iso.slice(0, 10));
    return day === undefined ? cell.iso : { day };
  }
  return cellText(cell);
}

/** True for a number, a date, a duration or a null word: a value rather than a name. */
export function looksLikeData(cell: Cell): boolean {
  if (cell === null) return false;
  if (typeof cell !== 'string') return typeof cell !== 'boolean';
  const text = tidy(cell);
  if (text === '' || text.length > 64) return false;
  return looksNumeric(text) || looksLikeDate(text);
}

export function looksNumeric(text: string): boolean {
  const c = text.charCodeAt(0);
  // Letters can open a number only behind a currency word; everything else is decided by the parser.
  if (c > 127 && !/[−–€£¥₹₽]/.test(text[0] ?? '')) return false;
  return (
    !Number.isNaN(parseNumber(text, '.')) ||
    !Number.isNaN(parseNumber(text, ',')) ||
    !Number.isNaN(parseClock(text)) ||
    (text.length > 1 && isNullText(text)) ||
    /^[<>]\s?\d/.test(text)
  );
}

export function looksLikeDate(text: string): boolean {
  const reading = parseDate(text);
  return reading !== undefined && reading.kind !== 'total' && reading.kind !== 'month';
}

export function filledCount(row: readonly Cell[]): number {
  let n = 0;
  for (const cell of row) if (!isEmptyCell(cell)) n += 1;
  return n;
}
