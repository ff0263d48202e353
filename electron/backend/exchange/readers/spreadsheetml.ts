/**
 * SpreadsheetML 2003: a workbook as one XML text, usually named .xls (old Facebook Page Insights).
 * Source: Microsoft, "XML Spreadsheet Reference". Cells and rows may jump by `ss:Index`.
 */
import type { Cell, ReadNote, Sheet } from '../model.ts';
import { isoToSerial, numberCell, serialToIso } from './cellFormat.ts';
import { note, ReadError } from './codes.ts';
import { limits } from './limits.ts';
import { createSheetBuilder, type Merge, type SheetBuilder } from './sheetRows.ts';
import { decodeReferences, scanMarkup } from './xmlScan.ts';

const namedFormats: Readonly<Record<string, string>> = {
  'General Date': 'm/d/yyyy h:mm',
  'Short Date': 'm/d/yyyy',
  'Medium Date': 'd-mmm-yy',
  'Long Date': 'd mmmm yyyy',
  'Short Time': 'h:mm',
  'Medium Time': 'h:mm AM/PM',
  'Long Time': 'h:mm:ss',
  Percent: '0.00%',
  Currency: '$#,##0.00',
  'Euro Currency': '[$€-2]#,##0.00',
};

/** Throws `xml-entities`, `too-large` or `no-data`. */
export function readSpreadsheetMl(source: string): { sheets: readonly Sheet[]; notes: readonly ReadNote[] } {
  const sheets: Sheet[] = [];
  const notes: ReadNote[] = [];
  const formats = new Map<string, string>();
  let style = '';
  let date1904 = false;
  let builder: SheetBuilder | undefined;
  let merges: Merge[] = [];
  let name = '';
  let hidden = false;
  let rowIndex = -1;
  let row: Cell[] = [];
  let column = 0;
  let cellFormat: string | undefined;
  let dataType = '';
  let data: string | undefined;
  let visible: string | undefined;

  scanMarkup(
    source,
    {
      open(tag, attributes) {
        switch (tag) {
          case 'Style':
            style = attributes().get('ID') ?? '';
            return;
          case 'NumberFormat': {
            const format = attributes().get('Format');
            if (format !== undefined) formats.set(style, namedFormats[format] ?? format);
            return;
          }
          case 'Date1904':
            date1904 = true;
            return;
          case 'Visible':
            visible = '';
            return;
          case 'Worksheet':
            name = attributes().get('Name') ?? `Sheet${sheets.length + 1}`;
            builder = createSheetBuilder(name);
            merges = [];
            hidden = false;
            rowIndex = -1;
            if (sheets.length >= limits.sheets)
              throw new ReadError('too-large', {
                what: 'sheets',
                found: sheets.length + 1,
                limit: limits.sheets,
              });
            return;
          case 'Row': {
            const index = Number(attributes().get('Index') ?? 0);
            rowIndex = index > 0 ? index - 1 : rowIndex + 1;
            row = [];
            column = 0;
            return;
          }
          case 'Cell': {
            const found = attributes();
            const index = Number(found.get('Index') ?? 0);
            if (index > 0) column = index - 1;
            if (!(column < limits.sheetColumns))
              throw new ReadError(
                'too-large',
                { what: 'columns', found: column, limit: limits.sheetColumns },
                name,
              );
            cellFormat = formats.get(found.get('StyleID') ?? '');
            const across = Number(found.get('MergeAcross') ?? 0) || 0;
            const down = Number(found.get('MergeDown') ?? 0) || 0;
            if (across > 0 || down > 0) merges.push([rowIndex, column, rowIndex + down, column + across]);
            dataType = '';
            return;
          }
          case 'Data':
            dataType = attributes().get('Type') ?? 'String';
            data = '';
            return;
          default:
            return;
        }
      },
      close(tag) {
        switch (tag) {
          case 'Data':
            if (data !== undefined && row[column] === undefined)
              row[column] = dataCell(data, dataType, cellFormat, date1904);
            data = undefined;
            return;
          case 'Cell':
            column++;
            return;
          case 'Row':
            builder?.row(rowIndex, row);
            row = [];
            return;
          case 'Visible':
            hidden = /hidden/i.test(visible ?? '');
            visible = undefined;
            return;
          case 'Worksheet': {
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
      text(text) {
        if (data !== undefined) data += decodeReferences(text);
        else if (visible !== undefined) visible += text;
      },
    },
    { html: false },
  );
  if (builder !== undefined) throw new ReadError('damaged', { cause: 'the XML ends before its last sheet' });
  if (sheets.length === 0) throw new ReadError('no-data');
  return { sheets, notes: date1904 ? [note('dates-1904'), ...notes] : notes };
}

function dataCell(text: string, type: string, format: string | undefined, date1904: boolean): Cell {
  if (text === '') return null;
  switch (type) {
    case 'Number': {
      const value = Number(text);
      return Number.isFinite(value) && text.trim() !== '' ? numberCell(value, format, date1904) : text;
    }
    case 'Boolean':
      return text.trim() === '1';
    case 'Error':
      return { type: 'error', text };
    case 'DateTime':
      return dateTime(text, format);
    default:
      return text;
  }
}

/** Written as an ISO text; a time of day carries the date 1899-12-31. */
function dateTime(text: string, format: string | undefined): Cell {
  const serial = isoToSerial(text);
  if (serial === undefined) return text;
  const cell = numberCell(serial >= 1 && serial < 2 ? serial - 1 : serial, format, false);
  if (typeof cell === 'object' && cell !== null && cell.type === 'time') return cell;
  const iso = serialToIso(serial, false);
  return iso === undefined ? text : { type: 'date', iso, serial };
}
