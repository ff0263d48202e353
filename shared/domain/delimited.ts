/**
 * Tables as delimited text: CSV files and what goes to the clipboard, with one rule for both.
 *
 * Separator and decimal sign follow the client's number format: `;` and `,` where decimals take a comma. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection); numbers stay numbers,
 * negative ones too, at full precision and without group separators.
 */
/** `null` is empty: nothing there, which is never 0. */
export type DelimitedCell = string | number | null;

/** Excel reads accents in a CSV file only behind this mark. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * What begins a formula, also behind what some programs drop first: blanks, quotes, signs that are not seen. The full-width
 * and small forms begin one where the keyboard is East Asian.
 */
const opening = /^(?:[\t\r\n]|[\s"'\u200B-\u200F\u2060\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** A text that no spreadsheet takes for a formula. */
export function inertText(text: string): string {
  return opening.test(text) ? `'${text}` : text;
}

/** A number as spreadsheets of a number format (`1,234.5` or one with a decimal comma) read it. */
export function delimitedNumber(value: number, format: string): string {
  return format === '1,234.5' ? String(value) : String(value).replace('.', ',');
}

function csvText(text: string): string {
  const inert = inertText(text);
  return /["\n\r\t,;|]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Rows of a CSV file, with its byte order mark and CRLF ends. */
export function csvOf(rows: readonly (readonly DelimitedCell[])[], format: string): string {
  const separator = format === '1,234.5' ? ',' : ';';
  const line = (row: readonly DelimitedCell[]): string =>
    row
      .map((cell) =>
        cell === null ? '' : typeof cell === 'number' ? delimitedNumber(cell, format) : csvText(cell),
      )
      .join(separator);
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${line(row)}\r\n`).join('')}`;
}

/** Rows for the clipboard: tabs between cells, so that a spreadsheet takes each into a cell of its own. */
export function tsvOf(rows: readonly (readonly DelimitedCell[])[], format: string): string {
  const text = (cell: string): string => inertText(cell.replaceAll(/[\t\r\n]+/g, ' '));
  return rows
    .map((row) =>
      row
        .map((cell) =>
          cell === null ? '' : typeof cell === 'number' ? delimitedNumber(cell, format) : text(cell),
        )
        .join('\t'),
    )
    .join('\n');
}
