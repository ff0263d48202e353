/**
 * OpenDocument spreadsheets: `content.xml` of an .ods, or a flat .fods.
 * Source: OASIS OpenDocument 1.3, part 3, chapters 9 and 19. Cells and rows come with repeat counts, which are
 * a bomb when taken at their word: blank ones are skipped over, filled ones count against the cell cap.
 */
import type { Cell, ReadNote, Sheet } from '../model.ts';
import { isoToSerial } from './cellFormat.ts';
import { note, ReadError } from './codes.ts';
import { limits } from './limits.ts';
import { createSheetBuilder, type Merge, type SheetBuilder } from './sheetRows.ts';
import { decodeReferences, scanMarkup } from './xmlScan.ts';

/** Throws `xml-entities`, `too-large`, `damaged` or `no-data`. */
export function readOds(source: string): { sheets: readonly Sheet[]; notes: readonly ReadNote[] } {
  const sheets: Sheet[] = [];
  const notes: ReadNote[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let builder: SheetBuilder | undefined;
  let sheetDepth = 0;
  let name = '';
  let hidden = false;
  let merges: Merge[] = [];
  let rowIndex = 0;
  let rowRepeat = 1;
  let row: Cell[] = [];
  let column = 0;
  let inCell = false;
  let attributes: ReadonlyMap<string, string> = new Map();
  let text = '';
  let paragraphs = 0;
  /** Notes, drawings and the like inside a cell are not its text. */
  let aside = 0;
  let cells = 0;

  const endCell = (): void => {
    const value = cellValue(attributes, text);
    const repeat = count(attributes.get('number-columns-repeated'), limits.sheetColumns);
    if (value !== null) {
      cells += repeat * rowRepeat;
      if (cells > limits.cells)
        throw new ReadError('too-large', { what: 'cells', found: cells, limit: limits.cells }, name);
      for (let k = 0; k < repeat && column + k < limits.sheetColumns; k++) row[column + k] = value;
    }
    const across = count(attributes.get('number-columns-spanned'), limits.sheetColumns);
    const down = count(attributes.get('number-rows-spanned'), limits.sheetRows);
    if (across > 1 || down > 1) merges.push([rowIndex, column, rowIndex + down - 1, column + across - 1]);
    column += repeat;
  };

  const endRow = (): void => {
    if (row.some((cell) => cell !== undefined)) {
      for (let k = 0; k < rowRepeat; k++) builder?.row(rowIndex + k, k === rowRepeat - 1 ? row : [...row]);
    }
    rowIndex += rowRepeat;
  };

  scanMarkup(
    source,
    {
      open(tag, read) {
        if (aside > 0) {
          if (isAside(tag)) aside++;
          return;
        }
        switch (tag) {
          case 'style':
            style = read().get('name') ?? '';
            return;
          case 'table-properties':
            if (read().get('display') === 'false') hiddenStyles.add(style);
            return;
          case 'table': {
            if (sheetDepth++ > 0) return;
            const found = read();
            name = found.get('name') ?? `Sheet${sheets.length + 1}`;
            hidden = hiddenStyles.has(found.get('style-name') ?? '');
            builder = createSheetBuilder(name);
            merges = [];
            rowIndex = 0;
            if (sheets.length >= limits.sheets)
              throw new ReadError('too-large', {
                what: 'sheets',
                found: sheets.length + 1,
                limit: limits.sheets,
              });
            return;
          }
          case 'table-row':
            rowRepeat = count(read().get('number-rows-repeated'), limits.sheetRows);
            row = [];
            column = 0;
            return;
          case 'table-cell':
          case 'covered-table-cell':
            attributes = read();
            inCell = true;
            text = '';
            paragraphs = 0;
            return;
          case 'p':
            if (inCell && paragraphs++ > 0) text += '\n';
            return;
          case 's':
            if (inCell) text += ' '.repeat(count(read().get('c'), 1000));
            return;
          case 'tab':
            if (inCell) text += '\t';
            return;
          case 'line-break':
            if (inCell) text += '\n';
            return;
          default:
            if (isAside(tag)) aside = 1;
        }
      },
      close(tag) {
        if (aside > 0) {
          if (isAside(tag)) aside--;
          return;
        }
        switch (tag) {
          case 'table-cell':
            endCell();
            inCell = false;
            return;
          case 'covered-table-cell':
            // What a merge covers is not on the sheet, but it takes up its place.
            column += count(attributes.get('number-columns-repeated'), limits.sheetColumns);
            inCell = false;
            return;
          case 'table-row':
            endRow();
            return;
          case 'table': {
            if (--sheetDepth > 0) return;
            const sheet = builder?.finish({ hidden, merges });
            notes.push(...(builder?.notes ?? []));
            if (sheet === undefined) notes.push(note('empty-sheet-skipped', name));
            else sheets.push(sheet);
            builder = undefined;
            return;
          }
          default:
            return;
        }
      },
      text(raw) {
        if (inCell && aside === 0 && paragraphs > 0) text += decodeReferences(raw);
      },
    },
    { html: false },
  );
  if (builder !== undefined) throw new ReadError('damaged', { cause: 'the XML ends before its last sheet' });
  if (sheets.length === 0) throw new ReadError('no-data');
  return { sheets, notes };
}

const isAside = (tag: string): boolean =>
  tag === 'annotation' ||
  tag === 'frame' ||
  tag === 'shapes' ||
  tag === 'tracked-changes' ||
  tag === 'dde-links' ||
  tag === 'detective';

function count(value: string | undefined, most: number): number {
  const n = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(n) && n > 0 ? Math.min(n, most) : 1;
}

function cellValue(attributes: ReadonlyMap<string, string>, text: string): Cell {
  const type = attributes.get('value-type');
  const error = /^(#[A-Z/0!?]+|Err:\d+)/.exec(text);
  if (
    error !== null &&
    (type === 'float' || type === 'string' || type === undefined) &&
    attributes.has('formula')
  ) {
    return { type: 'error', text: error[0] };
  }
  const value = Number(attributes.get('value'));
  switch (type) {
    case 'float':
      return Number.isFinite(value) && attributes.has('value') ? value : text || null;
    case 'percentage':
      return Number.isFinite(value) ? { type: 'percent', value } : text || null;
    case 'currency':
      return Number.isFinite(value)
        ? { type: 'money', value, currency: attributes.get('currency') ?? '' }
        : text || null;
    case 'boolean':
      return attributes.get('boolean-value') === 'true';
    case 'date':
      return dateCell(attributes.get('date-value') ?? '', text);
    case 'time':
      return timeCell(attributes.get('time-value') ?? '', text);
    default:
      return (text === '' ? attributes.get('string-value') : text) || null;
  }
}

function dateCell(value: string, text: string): Cell {
  const serial = isoToSerial(value);
  if (serial === undefined) return text || null;
  const [date = '', clock] = value.split('T');
  const time = clock?.slice(0, 8) ?? '00:00:00';
  return { type: 'date', iso: time === '00:00:00' ? date : `${date}T${time}`, serial };
}

/** `PT11H12M12S`. */
function timeCell(value: string, text: string): Cell {
  const found = /^(-)?P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(value);
  if (found === null) return text || null;
  const [days, hours, minutes] = [found[2], found[3], found[4]].map((part) => Number(part ?? 0));
  const seconds = Math.round(Number((found[5] ?? '0').replace(',', '.')));
  const total = ((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + seconds;
  return { type: 'time', seconds: found[1] === undefined ? total : -total };
}
