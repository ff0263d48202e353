/**
 * Actions and events: who does what by when, and what happened. Only where Summary, which shows both, is not printed: what
 * was agreed must not be lost with it.
 */
import { formatDate } from '../../../../../shared/domain/format.ts';
import { isPrinted } from '../../../../../shared/domain/report.ts';
import type { ReportModel } from '../../../../../shared/domain/report.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { ink } from '../palette.ts';
import { keyColumn, putTold, toldOf } from './commentary.ts';
import type { ReportContext } from './context.ts';
import { linesIn, pixelsOf } from './styles.ts';

const WIDTHS = [66, 20, 16] as const;
const KEY_COL = WIDTHS.length + 2;
const TO = WIDTHS.length;
/** Of a row of a table, in points: a line of text, and room above and below. */
const LINE = 13.5;
const PADDING = 6;

export function hasActionsSheet(model: ReportModel): boolean {
  return isPrinted(model, 'actions') && !isPrinted(model, 'summary');
}

/** `name` of the sheet. */
export function actionsSheet(context: ReportContext, name: string): SheetBuilder {
  const { model, words, styles, palette } = context;
  const sheet = new SheetBuilder(name);
  sheet.width(0, 0, 1.5);
  WIDTHS.forEach((width, i) => sheet.width(i + 1, i + 1, width));
  const title = model.sections.find(({ kind }) => kind === 'actions')?.title ?? '';
  sheet.put(0, 1, title === '' ? words.nextActions : title, { ...styles.title, wrap: true });
  sheet.merge(0, 1, 0, TO);
  sheet.height(0, title.length > 60 ? 50 : 28);
  const told = toldOf(context.texts.get('actions') ?? [], 'actions');
  let row = 2;
  if (told.length > 0) {
    keyColumn(context, sheet, KEY_COL);
    const pixels = WIDTHS.reduce((all, width) => all + pixelsOf(width), 0);
    row = putTold(context, sheet, { row, from: 1, to: TO, pixels, keyCol: KEY_COL }, told) + 1;
  }
  const day = (iso: string | null): string | null =>
    iso === null ? null : formatDate(iso, model.language, 'medium');
  row = table(
    context,
    sheet,
    row,
    words.nextActions,
    [words.action, words.owner, words.due],
    model.actions.map(({ text, owner, due }) => [text, owner === '' ? null : owner, day(due)]),
  );
  row = table(
    context,
    sheet,
    row,
    words.timeline,
    [words.event, null, words.eventDay],
    model.annotations.map((note) => [note.text, null, day(note.day)]),
  );
  sheet.look({ tab: palette.accentLine });
  sheet.print({
    landscape: false,
    area: { row: 0, col: 0, toRow: Math.max(2, row - 1), toCol: TO },
    fit: { wide: 1, high: 0 },
    footer: context.footer,
  });
  return sheet;
}

type Row = readonly (string | null)[];

/** A headed table, left out where it has no rows. Answers the first free row behind a blank one. */
function table(
  { styles }: ReportContext,
  sheet: SheetBuilder,
  top: number,
  title: string,
  heads: Row,
  rows: readonly Row[],
): number {
  if (rows.length === 0) return top;
  sheet.put(top, 1, title, styles.section);
  sheet.paint({ row: top, col: 1, toRow: top, toCol: TO }, styles.section);
  sheet.height(top, 20);
  heads.forEach((head, i) => sheet.put(top + 1, i + 1, head, i === TO - 1 ? styles.headRight : styles.head));
  sheet.height(top + 1, 20);
  rows.forEach((cells, at) => {
    const row = top + 2 + at;
    cells.forEach((text, i) =>
      sheet.put(
        row,
        i + 1,
        text,
        i === 0
          ? styles.cellWrap
          : { ...styles.cellWrap, color: ink.third, align: i === TO - 1 ? 'right' : 'left' },
      ),
    );
    const lines = Math.max(...cells.map((text, i) => linesIn(text ?? '', pixelsOf(WIDTHS[i] ?? 16) - 18)));
    sheet.height(row, PADDING + LINE * lines);
  });
  return top + rows.length + 3;
}
