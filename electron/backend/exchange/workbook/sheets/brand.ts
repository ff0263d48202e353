/** The client's mark: the logo, or the initials on the untouched brand colour. */
import type { CellStyle, Range } from '../book/model.ts';
import type { SheetBuilder } from '../book/sheetBuilder.ts';
import { logoOf } from '../image.ts';
import type { ReportContext } from './context.ts';

/** `box`: pixels the logo may take; `cells`: where the initials stand when there is none. */
export function putMark(
  context: ReportContext,
  sheet: SheetBuilder,
  cells: Range,
  box: { readonly width: number; readonly height: number },
  size: number,
): void {
  const { model, palette, words } = context;
  const logo = logoOf(model.client.logo);
  if (logo) {
    const scale = Math.min(box.width / logo.width, box.height / logo.height);
    sheet.picture({
      image: logo.bytes,
      row: cells.row,
      col: cells.col,
      width: Math.max(1, Math.round(logo.width * scale)),
      height: Math.max(1, Math.round(logo.height * scale)),
      alt: `${words.logo} ${model.client.name}`,
    });
    return;
  }
  const style: CellStyle = {
    size,
    bold: true,
    color: palette.onBrand,
    fill: palette.brand,
    align: 'center',
    valign: 'center',
    shrink: true,
  };
  sheet.put(cells.row, cells.col, model.client.initials, style);
  sheet.merge(cells.row, cells.col, cells.toRow, cells.toCol);
}
