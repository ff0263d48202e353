/**
 * Book -> bytes of an .xlsx file, by wasm-xlsxwriter and the patch layer over what it writes.
 *
 * Invariants: the same book gives the same bytes; text is always written as a string cell, whatever it looks like;
 * charts go in as placeholders (the library places them) and get their drawing from `chartXml.ts`; the rows of plain
 * lists go in as stand-ins and get their XML from `listXml.ts`.
 * The library's state is lost after a panic, so an export runs in a thread of its own that ends with it.
 */
import * as X from 'wasm-xlsxwriter';
import { cut } from './address.ts';
import { Formats } from './formats.ts';
import { listRowsOf } from './listRows.ts';
import type { ListRows } from './listRows.ts';
import type { Book, Cell, CellStyle, Sheet } from './model.ts';
import { EMPTY_RESULT, patchWorkbook } from './patch.ts';

/** Excel's numbers of paper sizes. */
const papers = { a4: 9, letter: 1 } as const;
/** Characters a cell can hold. */
const LONGEST_TEXT = 32_767;
const plain: CellStyle = {};

/** The file's bytes. Throws what the library throws (a string) when it refuses the content. */
export function emitWorkbook(book: Book): Uint8Array {
  const workbook = new X.Workbook();
  // The library tries each cell as several kinds of value and makes an error of every miss: without a stack trace
  // that costs nothing worth mentioning.
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const { properties } = book;
    const docProperties = new X.DocProperties();
    docProperties.setTitle(properties.title);
    docProperties.setSubject(properties.subject);
    docProperties.setAuthor(properties.author);
    docProperties.setCompany(properties.company);
    docProperties.setKeywords(properties.keywords);
    workbook.setProperties(docProperties);
    const formats = new Formats();
    const lists = new Map<Sheet, ListRows>();
    const opening = book.sheets.find((sheet) => sheet.visibility === 'visible');
    for (const sheet of book.sheets) {
      const list = listRowsOf(sheet, (style) => formats.key(style));
      if (list) lists.set(sheet, list);
      const target = workbook.addWorksheet();
      writeSheet(target, list?.shell ?? sheet, formats, book.paper);
      if (sheet === opening && sheet !== book.sheets[0]) target.setActive(true);
    }
    for (const { name, formula } of book.names) workbook.defineName(name, `=${formula}`);
    return patchWorkbook(workbook.saveToBufferSync(), book, lists);
  } finally {
    Error.stackTraceLimit = traced;
    workbook.free();
  }
}

function writeSheet(target: X.Worksheet, sheet: Sheet, formats: Formats, paper: Book['paper']): void {
  target.setName(sheet.name);
  target.setScreenGridlines(sheet.gridlines);
  for (const { col, toCol, width } of sheet.widths) target.setColumnRangeWidth(col, toCol, width);
  for (const [row, height] of sheet.heights) target.setRowHeight(row, height);
  for (const range of sheet.merges) {
    const style = sheet.cells.get(range.row)?.get(range.col)?.style ?? plain;
    target.mergeRange(range.row, range.col, range.toRow, range.toCol, '', formats.of(style));
  }
  if (sheet.table) {
    const { range, headers, name } = sheet.table;
    const columns = headers.map((header) => new X.TableColumn().setHeader(header));
    const table = new X.Table()
      .setName(name)
      .setStyle(X.TableStyle.Light1)
      .setBandedRows(false)
      .setColumns(columns);
    target.addTable(range.row, range.col, range.toRow, range.toCol, table);
  }
  writeCells(target, sheet, formats);
  if (sheet.freeze) target.setFreezePanes(sheet.freeze.rows, sheet.freeze.cols);
  if (sheet.filter)
    target.autofilter(sheet.filter.row, sheet.filter.col, sheet.filter.toRow, sheet.filter.toCol);
  for (const picture of sheet.pictures) {
    const image = new X.Image(picture.image)
      .setScaleToSize(picture.width, picture.height, true)
      .setAltText(picture.alt);
    target.insertImage(picture.row, picture.col, image);
  }
  for (const placed of sheet.charts) {
    const chart = new X.Chart(X.ChartType.Line);
    chart.pushSeries(new X.ChartSeries().setValues(X.ChartRange.newFromRange(sheet.name, 0, 0, 0, 0)));
    chart.setWidth(placed.width);
    chart.setHeight(placed.height);
    chart.setAltText(placed.chart.alt);
    target.insertChartWithOffset(placed.row, placed.col, chart, placed.offset?.x ?? 0, placed.offset?.y ?? 0);
  }
  if (sheet.print) writePrint(target, sheet, paper);
  if (sheet.protected) target.protect();
  // Very hidden ones are raised from hidden by the patch layer.
  if (sheet.visibility !== 'visible') target.setHidden(true);
}

function writePrint(target: X.Worksheet, sheet: Sheet, paper: Book['paper']): void {
  const setup = sheet.print;
  if (!setup) return;
  target.setPaperSize(papers[paper]);
  if (setup.landscape) target.setLandscape();
  else target.setPortrait();
  if (setup.area) target.setPrintArea(setup.area.row, setup.area.col, setup.area.toRow, setup.area.toCol);
  if (setup.repeat) target.setRepeatRows(setup.repeat.from, setup.repeat.to);
  if ('scale' in setup.fit) target.setPrintScale(setup.fit.scale);
  else target.setPrintFitToPages(setup.fit.wide, setup.fit.high);
  target.setMargins(0.4, 0.4, 0.45, 0.6, 0.2, 0.3);
  target.setPrintCenterHorizontally(true);
  target.setFooter(setup.footer);
}

/** What a column write takes for one cell. */
function dataOf(cell: Cell): X.ExcelData {
  if (cell.formula !== undefined) {
    const result = cell.value === null || cell.value === '' ? EMPTY_RESULT : String(cell.value);
    return new X.Formula(cell.formula).setResult(result);
  }
  if (typeof cell.value === 'string') return cell.value === '' ? undefined : cut(cell.value, LONGEST_TEXT);
  return cell.value ?? undefined;
}

/** Cells go in as column runs of one style: a call for each cell costs six times as much. */
function writeCells(target: X.Worksheet, sheet: Sheet, formats: Formats): void {
  const columns = new Map<number, [row: number, cell: Cell][]>();
  for (const [row, cells] of [...sheet.cells].toSorted(([a], [b]) => a - b)) {
    for (const [col, cell] of cells) {
      const column = columns.get(col) ?? [];
      column.push([row, cell]);
      columns.set(col, column);
    }
  }
  for (const [col, column] of [...columns].toSorted(([a], [b]) => a - b)) {
    let at = 0;
    while (at < column.length) {
      const [row, cell] = column[at] as [number, Cell];
      if (cell.link !== undefined || cell.runs) {
        writeSpecial(target, row, col, cell, formats);
        at += 1;
        continue;
      }
      const key = formats.key(cell.style ?? plain);
      const values: X.ExcelData[] = [];
      while (at < column.length) {
        const [nextRow, next] = column[at] as [number, Cell];
        if (nextRow !== row + values.length || next.link !== undefined || next.runs) break;
        if (formats.key(next.style ?? plain) !== key) break;
        values.push(dataOf(next));
        at += 1;
      }
      target.writeColumnWithFormat(row, col, values, formats.of(cell.style ?? plain));
    }
  }
}

/** Links and rich texts take their formats away from the caller: they get copies. */
function writeSpecial(target: X.Worksheet, row: number, col: number, cell: Cell, formats: Formats): void {
  const style = cell.style ?? plain;
  if (cell.link !== undefined) {
    target.writeUrlWithOptions(
      row,
      col,
      new X.Url(cell.link),
      String(cell.value ?? ''),
      '',
      formats.of(style).clone(),
    );
    return;
  }
  const runs = (cell.runs ?? []).filter((run) => run.text !== '');
  if (runs.length === 0) {
    target.writeBlank(row, col, formats.of(style));
    return;
  }
  let rich = new X.RichString();
  for (const run of runs) rich = rich.append(formats.of(run.style).clone(), run.text);
  target.writeRichStringWithFormat(row, col, rich, formats.of(style));
}
