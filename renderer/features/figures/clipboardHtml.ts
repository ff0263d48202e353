/** The same blocks as tables: what other programs put beside their text, and what they like better than text. */
import type { Style } from '../../../shared/domain/format.ts';
import { parsePasted } from '../../ui/markup.ts';
import type { TextBlock } from './clipboard.ts';

/**
 * What was put on the clipboard as a table, where it tells more than the text does: LibreOffice (`sdval`), older Excel
 * (`x:num`) and Google Sheets (`data-sheets-value`) name the number behind what is shown, unrounded and without a
 * decimal sign. `null` where it holds no table, or none of those numbers: then the text is the better source.
 */
export function parseHtmlBlock(html: string, style: Style): TextBlock | null {
  if (!/<t[dh]\b/i.test(html)) return null;
  const table = parsePasted(html).querySelector('table');
  if (!table) return null;
  let named = 0;
  const rows: string[][] = [];
  const waiting: number[] = [];
  for (const [r, tr] of [...table.rows].entries()) {
    const row: string[] = (rows[r] = []);
    let col = 0;
    for (const cell of tr.cells) {
      while ((waiting[col] ?? 0) > 0) {
        waiting[col] = (waiting[col] ?? 0) - 1;
        row[col] = '';
        col += 1;
      }
      const text = cell.textContent.replace(/\s+/g, ' ').trim();
      const number = numberBehind(cell);
      if (number !== null) named += 1;
      for (let i = 0; i < Math.max(1, cell.colSpan); i += 1) {
        row[col] = i > 0 ? '' : number === null ? text : exactText(number, text, style);
        if (cell.rowSpan > 1) waiting[col] = cell.rowSpan - 1;
        col += 1;
      }
    }
  }
  return named > 0 && rows.length > 0 ? rows : null;
}

function numberBehind(cell: HTMLTableCellElement): number | null {
  const sheets = cell.dataset['sheetsValue'];
  const told =
    cell.getAttribute('sdval') ?? cell.getAttribute('x:num') ?? /"3":(-?[\d.eE+-]+)/.exec(sheets ?? '')?.[1];
  if (told === undefined || told.trim() === '') return null;
  const number = Number(told);
  return Number.isFinite(number) ? number : null;
}

/** As the client writes it: a percentage stays one; dates and times are what their text says. */
function exactText(number: number, text: string, style: Style): string {
  const plain = text.replace(/[^\d.,:/%\p{L}-]/gu, '');
  // A date, a time, or a word: the number behind it is a count of days.
  if (/[:/]|\p{L}|\d-\d/u.test(plain.replace(/^(?:eur|usd|gbp)|(?:eur|usd|gbp)$/i, ''))) return text;
  const percent = text.includes('%');
  const shown = Number((percent ? number * 100 : number).toPrecision(15));
  const digits = plainDigits(shown).replace('.', style.numberFormat === '1,234.5' ? '.' : ',');
  return percent ? `${digits}%` : digits;
}

/** Without an exponent. */
function plainDigits(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(10).replace(/\.?0+$/, '') : text;
}

/** The same block as a table, for programs that prefer one. `exact`: the number behind a cell, where there is one. */
export function blockHtml(
  rows: readonly (readonly { readonly text: string; readonly exact: number | null }[])[],
): string {
  const cell = ({ text, exact }: { readonly text: string; readonly exact: number | null }): string =>
    exact === null
      ? `<td>${escaped(text)}</td>`
      : `<td sdval="${exact}" sdnum="1033;0;${text.includes('%') ? '0.##%' : 'General'}" x:num="${exact}">${escaped(text)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${body}</table></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
