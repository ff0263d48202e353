/** One sheet for each printed section of the person's own text. */
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { keyColumn, putTold, toldOf } from './commentary.ts';
import type { ReportContext } from './context.ts';
import { pixelsOf } from './styles.ts';

const WIDTH = 96;
const KEY_COL = 3;

export function textSheets(context: ReportContext): ReadonlyMap<string, SheetBuilder> {
  const { model, styles, palette } = context;
  const made = new Map<string, SheetBuilder>();
  for (const [section, name] of context.titles.texts) {
    const sheet = new SheetBuilder(name);
    sheet.width(0, 0, 1.5);
    sheet.width(1, 1, WIDTH);
    sheet.put(0, 1, model.sections.find(({ id }) => id === section)?.title ?? name, {
      ...styles.title,
      wrap: true,
    });
    sheet.height(0, 34);
    keyColumn(context, sheet, KEY_COL);
    const told = toldOf(context.texts.get(section) ?? [], section);
    const row = putTold(
      context,
      sheet,
      {
        row: 2,
        from: 1,
        to: 1,
        pixels: pixelsOf(WIDTH),
        keyCol: KEY_COL,
        style: { ...styles.text, size: 11 },
      },
      told,
    );
    sheet.look({ tab: palette.accentLine });
    sheet.print({
      landscape: false,
      area: { row: 0, col: 0, toRow: Math.max(2, row - 1), toCol: 1 },
      fit: { wide: 1, high: 0 },
      footer: context.footer,
    });
    made.set(section, sheet);
  }
  return made;
}
