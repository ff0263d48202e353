/**
 * The patch layer: puts into the finished package what the library cannot write. Conditional formats, data
 * validations, sparklines, tab colour, zoom, very hidden sheets, empty cached results, blank errors in print,
 * charts, creation date, the rows of lists.
 *
 * Invariant: entries keep their order and get one fixed time stamp, so equal input gives equal bytes.
 */
import { chartXml } from './chartXml.ts';
import { conditionalXml, sparklineXml, validationXml } from './conditionalXml.ts';
import type { ListRows } from './listRows.ts';
import { withList } from './listXml.ts';
import type { Book, Sheet } from './model.ts';
import { SharedStrings } from './sharedStrings.ts';
import { unzip, zip } from './zip.ts';

/** Stands for an empty text as a formula's cached result, which the library would write as 0. */
export const EMPTY_RESULT = '\ue000';

/** The formulas here differ from row to row on purpose, and a gap is a real #N/A: no green corners for them. */
const IGNORED =
  '<ignoredErrors><ignoredError sqref="A1:AZ20000" evalError="1" formula="1" formulaRange="1" calculatedColumn="1"/></ignoredErrors>';

export function patchWorkbook(
  bytes: Uint8Array,
  book: Book,
  lists: ReadonlyMap<Sheet, ListRows>,
): Uint8Array {
  const parts = unzip(bytes);
  const read = (path: string): string => {
    const part = parts.get(path);
    if (!part) throw new Error(`workbook part ${path} is missing`);
    return Buffer.from(part).toString('utf8');
  };
  const edit = (path: string, change: (xml: string) => string): void => {
    parts.set(path, Buffer.from(change(read(path)), 'utf8'));
  };

  const styles: string[] = [];
  const addStyle = (dxf: string): number => {
    const known = styles.indexOf(dxf);
    return known >= 0 ? known : styles.push(dxf) - 1;
  };
  book.sheets.forEach((sheet, index) => {
    edit(`xl/worksheets/sheet${index + 1}.xml`, (xml) => patchSheet(xml, sheet, index + 1, addStyle));
  });
  if (lists.size > 0) {
    const strings = new SharedStrings(read('xl/sharedStrings.xml'));
    book.sheets.forEach((sheet, index) => {
      const path = `xl/worksheets/sheet${index + 1}.xml`;
      const list = lists.get(sheet);
      if (list) parts.set(path, withList(read(path), list, strings));
    });
    edit('xl/sharedStrings.xml', () => strings.xml());
  }
  edit('xl/styles.xml', (xml) => xml.replaceAll(' textRotation="1"', ' shrinkToFit="1"'));
  if (styles.length > 0) {
    edit('xl/styles.xml', (xml) =>
      replaceOnce(xml, '<dxfs count="0"/>', `<dxfs count="${styles.length}">${styles.join('')}</dxfs>`),
    );
  }
  edit('xl/workbook.xml', (xml) =>
    book.sheets.reduce(
      (text, sheet, index) =>
        sheet.visibility === 'veryHidden'
          ? text.replace(
              new RegExp(`(<sheet [^>]*sheetId="${index + 1}"[^>]*state=")hidden"`),
              '$1veryHidden"',
            )
          : text,
      xml,
    ),
  );
  book.sheets
    .flatMap((sheet) => sheet.charts)
    .forEach(({ chart }, index) => {
      edit(`xl/charts/chart${index + 1}.xml`, () => chartXml(chart, index + 1, book.locale));
    });
  const created = `${book.properties.created.toISOString().slice(0, 19)}Z`;
  edit('docProps/core.xml', (xml) => xml.replace(/(W3CDTF">)[^<]*/g, `$1${created}`));

  return zip(parts);
}

function patchSheet(source: string, sheet: Sheet, number: number, addStyle: (dxf: string) => number): string {
  let xml = source.replaceAll(`<v>${EMPTY_RESULT}</v>`, '<v></v>');
  if (sheet.tab) {
    const tab = `<tabColor rgb="FF${sheet.tab}"/>`;
    xml = xml.includes('<sheetPr>')
      ? replaceOnce(xml, '<sheetPr>', `<sheetPr>${tab}`)
      : replaceOnce(xml, '<dimension', `<sheetPr>${tab}</sheetPr><dimension`);
  }
  if (sheet.zoom) {
    xml = replaceOnce(
      xml,
      '<sheetView ',
      `<sheetView zoomScale="${sheet.zoom}" zoomScaleNormal="${sheet.zoom}" `,
    );
  }
  for (const col of sheet.hiddenColumns) {
    const tag = `<col min="${col + 1}" max="${col + 1}"`;
    xml = replaceOnce(xml, tag, `${tag} hidden="1"`);
  }
  for (const row of sheet.hiddenRows) {
    const tag = `<row r="${row + 1}"`;
    xml = replaceOnce(xml, tag, `${tag} hidden="1"`);
  }
  if (sheet.print) xml = replaceOnce(xml, '<pageSetup ', '<pageSetup errors="blank" ');
  const conditional = conditionalXml(sheet.conditionals, number, addStyle);
  const before = conditional.formats + validationXml(sheet.validations);
  if (before) xml = insertBefore(xml, /<(?:hyperlinks|printOptions|pageMargins)\b/, before);
  xml = insertBefore(xml, /<(?:drawing|tableParts)\b|<\/worksheet>/, breaksXml(sheet) + IGNORED);
  const extension = conditional.extension + sparklineXml(sheet.sparklines);
  if (extension) xml = replaceOnce(xml, '</worksheet>', `<extLst>${extension}</extLst></worksheet>`);
  return xml;
}

function breaksXml(sheet: Sheet): string {
  const rows = sheet.print && 'breaks' in sheet.print.fit ? sheet.print.fit.breaks : [];
  if (rows.length === 0) return '';
  const list = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${list.join('')}</rowBreaks>`;
}

function insertBefore(xml: string, place: RegExp, text: string): string {
  const at = xml.search(place);
  if (at < 0) throw new Error(`worksheet XML has no ${place.source}`);
  return xml.slice(0, at) + text + xml.slice(at);
}

function replaceOnce(xml: string, search: string, text: string): string {
  const at = xml.indexOf(search);
  if (at < 0) throw new Error(`workbook XML has no ${search}`);
  return xml.slice(0, at) + text + xml.slice(at + search.length);
}
