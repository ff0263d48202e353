/** Content: the best and the weakest posts of the period, compared at equal age. */
import type { ReportContent, ReportItem } from '../../../../../shared/domain/report.ts';
import { parseIso } from '../../../../../shared/domain/time.ts';
import type { CellStyle } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { SECONDS_PER_DAY, dateFormat, valueFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { keyColumn, putTold, toldOf } from './commentary.ts';
import { serialOf } from './context.ts';
import type { ReportContext } from './context.ts';
import { linesIn, pixelsOf } from './styles.ts';

const cols = { title: 1, channel: 2, published: 3, value: 4, times: 5, note: 6, link: 7, key: 9 } as const;
const widths: readonly (readonly [number, number])[] = [
  [0, 1.5],
  [cols.title, 58],
  [cols.channel, 17],
  [cols.published, 13],
  [cols.value, 17],
  [cols.times, 17],
  [cols.note, 26],
  [cols.link, 9],
];
const LINE_HEIGHT = 13.5;

export function contentSheet(context: ReportContext, content: ReportContent): SheetBuilder {
  const { model, words, styles, titles, palette } = context;
  const sheet = new SheetBuilder(titles.content);
  for (const [col, width] of widths) sheet.width(col, col, width);
  const section = model.sections.find(({ id }) => id === 'content');
  sheet.put(0, cols.title, section?.title ?? words.sheets.content, { ...styles.title, wrap: true, size: 16 });
  sheet.merge(0, cols.title, 0, cols.link);
  sheet.height(0, (section?.title.length ?? 0) > 90 ? 46 : 28);
  const posts = content.total === 1 ? words.post1 : words.postsOf;
  sheet.put(
    1,
    cols.title,
    `${content.metric}, ${content.age} ${words.atAge}. ${content.total} ${posts}. ${words.medianNote}`,
    styles.subtitle,
  );
  sheet.height(1, 18);
  let row = 3;
  const told = toldOf(context.texts.get('content') ?? [], 'content');
  if (told.length > 0) {
    keyColumn(context, sheet, cols.key);
    const pixels = widths.slice(1).reduce((sum, [, width]) => sum + pixelsOf(width), 0);
    row =
      putTold(context, sheet, { row, from: cols.title, to: cols.link, pixels, keyCol: cols.key }, told) + 1;
  }
  const largest = Math.max(0, ...[...content.top, ...content.bottom].map(({ value }) => value));
  for (const [name, items] of [
    [words.best, content.top],
    [words.weakest, content.bottom],
  ] as const) {
    if (items.length === 0) continue;
    row = putItems(context, sheet, row, name, content, items, largest) + 1;
  }
  sheet.look({ tab: palette.accentLine });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: row - 1, toCol: cols.link },
    fit: { wide: 1, high: 0 },
    footer: context.footer,
  });
  return sheet;
}

/** Answers the first free row. */
function putItems(
  context: ReportContext,
  sheet: SheetBuilder,
  top: number,
  name: string,
  content: ReportContent,
  items: readonly ReportItem[],
  largest: number,
): number {
  const { words, styles, units, model, palette } = context;
  const heads: readonly (readonly [number, string, CellStyle])[] = [
    [cols.title, name, styles.head],
    [cols.channel, words.channel, styles.head],
    [cols.published, words.published, styles.head],
    [cols.value, content.metric, { ...styles.headRight, shrink: true }],
    [cols.times, words.timesMedian, styles.headRight],
    [cols.note, words.note, styles.head],
    [cols.link, words.link, styles.head],
  ];
  for (const [col, text, style] of heads) sheet.put(top, col, text, style);
  sheet.height(top, 22);
  const scale = content.unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
  const values = [...content.top, ...content.bottom].map(({ value }) => value);
  const number: CellStyle = {
    ...styles.cellRight,
    bold: true,
    format: valueFormat(content.unit, units, values),
  };
  const muted: CellStyle = { ...styles.cellMuted, valign: 'center' };
  items.forEach((item, index) => {
    const row = top + 1 + index;
    const title = item.title.trim() === '' ? words.untitled : item.title;
    const text: CellStyle = {
      ...styles.cell,
      wrap: true,
      ...(item.title.trim() === '' && { color: ink.third }),
    };
    sheet.put(row, cols.title, title, text);
    // Only addresses of the web become links: another scheme could run something.
    if (item.link !== null && /^https?:\/\//i.test(item.link) && item.link.length <= LONGEST_LINK)
      sheet.link(row, cols.link, words.open, item.link, {
        ...styles.cell,
        color: palette.accentText,
        underline: true,
      });
    else sheet.put(row, cols.link, null, styles.cell);
    sheet.put(row, cols.channel, item.channel, { ...muted, shrink: true });
    const day = item.published === null ? undefined : parseIso(item.published);
    sheet.put(row, cols.published, day === undefined ? null : serialOf(day), {
      ...muted,
      format: dateFormat(model.language),
    });
    sheet.put(row, cols.value, item.value / scale, item.provisional ? { ...number, italic: true } : number);
    if (item.ratio === null) {
      sheet.put(row, cols.times, null, styles.cellMutedRight);
    } else {
      sheet.put(row, cols.times, item.ratio, { ...styles.cellRight, format: `0.0"\u2009${words.times}"` });
    }
    const note = item.provisional ? words.provisional : item.ratio === null ? words.noMedian : null;
    sheet.put(row, cols.note, note, { ...muted, wrap: true });
    const lines = Math.max(linesIn(title, pixelsOf(58) - 18), linesIn(note ?? '', pixelsOf(26) - 18));
    sheet.height(row, Math.max(19, 5 + LINE_HEIGHT * lines));
  });
  sheet.when({
    kind: 'bar',
    range: { row: top + 1, col: cols.value, toRow: top + items.length, toCol: cols.value },
    min: 0,
    max: largest > 0 ? largest / scale : 1,
    color: palette.accentPale,
  });
  return top + 1 + items.length;
}

/** The longest address a link can have in a workbook (Excel 365: 2,080). */
const LONGEST_LINK = 2079;
