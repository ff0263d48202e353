/**
 * What the person wrote, and on which sheet it stands: its own section's where that has a sheet, else Summary. Paragraphs
 * are merged cells as high as their lines need; the key in a hidden column is what the way back knows each by.
 */
import { placeOfText, printedTexts } from '../../../../../shared/domain/report.ts';
import type { ReportModel, ReportText } from '../../../../../shared/domain/report.ts';
import { plainText } from '../../../../../shared/domain/text/printed.ts';
import type { CellStyle } from '../book/model.ts';
import type { SheetBuilder } from '../book/sheetBuilder.ts';
import { KEY_HEAD, writeKey } from '../keys.ts';
import type { ReportContext } from './context.ts';
import { linesIn } from './styles.ts';

/** Lines of text are this high, in points, in every block. */
export const LINE = 15;

/** A paragraph of a block: written by the person (with its key), a name over some, or made by the report. */
export interface Told {
  readonly text: string;
  readonly key?: string;
  readonly name?: boolean;
}

/** Texts by where they stand: the id of a section that has a sheet of its own, or `summary`. */
export function textsOf(
  model: ReportModel,
  own: (section: string) => boolean,
): ReadonlyMap<string, readonly ReportText[]> {
  return Map.groupBy(printedTexts(model), (text) => {
    const place = placeOfText(model, text);
    return place !== 'summary' && own(place) ? place : 'summary';
  });
}

/** The paragraphs of texts; each text but the sheet's own begins with its name. */
export function toldOf(texts: readonly ReportText[], own: string): Told[] {
  return texts.flatMap(({ section, name, paragraphs }): Told[] => [
    ...(name !== '' && section !== own && paragraphs.length > 0 ? [{ text: name, name: true }] : []),
    ...paragraphs.map((paragraph, i) => ({
      text: plainText(paragraph),
      key: writeKey({ kind: 'text', section, paragraph: i }),
    })),
  ]);
}

export interface TextPlace {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly pixels: number;
  /** The hidden column of keys. */
  readonly keyCol: number;
  readonly style?: CellStyle;
}

/** How many rows a block of paragraphs takes. */
export function linesOf(told: readonly Told[], pixels: number): number {
  return told.reduce((n, { text }) => n + linesIn(text, pixels - 6), 0);
}

/** Puts paragraphs one under the other. Answers the first free row. */
export function putTold(
  context: ReportContext,
  sheet: SheetBuilder,
  place: TextPlace,
  told: readonly Told[],
): number {
  const { styles } = context;
  const { from, to, pixels, keyCol } = place;
  let { row } = place;
  for (const { text, key, name } of told) {
    const lines = linesIn(text, pixels - 6);
    const style = place.style ?? styles.text;
    sheet.put(row, from, text, name === true ? { ...style, bold: true } : style);
    sheet.merge(row, from, row + lines - 1, to);
    if (key !== undefined) sheet.put(row, keyCol, key, styles.helper);
    for (let at = row; at < row + lines; at += 1) sheet.height(at, LINE);
    row += lines;
  }
  return row;
}

/** The hidden column of keys, with its head; only where some paragraph has one. */
export function keyColumn(context: ReportContext, sheet: SheetBuilder, col: number): void {
  sheet.put(0, col, KEY_HEAD, context.styles.helper);
  sheet.width(col, col, 2);
  sheet.hide(col);
}
