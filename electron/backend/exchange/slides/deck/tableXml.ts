/** A native table (ECMA-376 part 1, 21.1.3): hairlines, no style of its own, its first row marked as the head. */
import { escapeXml } from '../../workbook/book/xml.ts';
import { emu, fillXml, lineXml, paragraphXml, placeXml } from './drawing.ts';
import type { TextContext } from './drawing.ts';
import type { PlacedTable, TableCell } from './model.ts';

/** Points between a cell's edge and its text. */
export const CELL = { side: 6, top: 3.5 } as const;
/** PowerPoint's own "no style, no grid". */
const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

export function tableXml(table: PlacedTable, id: number, context: TextContext): string {
  const { columns, rows, x, y } = table;
  const width = columns.reduce((sum, column) => sum + column, 0);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const grid = columns.map((column) => `<a:gridCol w="${emu(column)}"/>`).join('');
  const body = rows.map(
    (row) =>
      `<a:tr h="${emu(row.height)}">${row.cells.map((cell) => cellXml(cell, context)).join('')}</a:tr>`,
  );
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escapeXml(table.name)}" descr="${escapeXml(table.alt)}"/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
    `${placeXml({ x, y, w: width, h: height }, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">` +
    `<a:tbl><a:tblPr firstRow="1"><a:tableStyleId>${NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>${grid}</a:tblGrid>${body.join('')}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  );
}

function cellXml(cell: TableCell, context: TextContext): string {
  const span = cell.span ?? 1;
  const paragraphs = cell.paragraphs.length === 0 ? [{ runs: [] }] : cell.paragraphs;
  const own =
    `<a:tc${span > 1 ? ` gridSpan="${span}"` : ''}><a:txBody><a:bodyPr/><a:lstStyle/>` +
    `${paragraphs.map((paragraph) => paragraphXml(paragraph, context)).join('')}</a:txBody>` +
    `<a:tcPr marL="${emu(cell.left ?? CELL.side)}" marR="${emu(CELL.side)}" marT="${emu(CELL.top)}" marB="${emu(CELL.top)}" anchor="ctr">` +
    `${lineXml(undefined, 'a:lnL')}${lineXml(undefined, 'a:lnR')}${lineXml(cell.top, 'a:lnT')}${lineXml(cell.bottom, 'a:lnB')}` +
    `${fillXml(cell.fill)}</a:tcPr></a:tc>`;
  const covered = `<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${context.locale}"/></a:p></a:txBody><a:tcPr/></a:tc>`;
  return own + covered.repeat(span - 1);
}
