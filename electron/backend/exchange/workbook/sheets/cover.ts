/** Cover: whose report it is, of when, compared with what, and what is where. */
import { isPrinted, printedSections } from '../../../../../shared/domain/report.ts';
import { formatDate } from '../../../../../shared/domain/format.ts';
import { sheetPrefix } from '../book/address.ts';
import type { CellStyle } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { dateFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { hasActionsSheet } from './actions.ts';
import { putMark } from './brand.ts';
import { serialOf, serialOfIso } from './context.ts';
import type { PlannedContext } from './context.ts';

/** Rows that defined names point at. */
export const coverNames = { row: 11, from: 2, to: 4 } as const;

export function coverSheet(context: PlannedContext): SheetBuilder {
  const { model, words, styles, titles, palette, spans } = context;
  const sheet = new SheetBuilder(titles.cover);
  sheet.width(0, 0, 3);
  sheet.width(1, 1, 20);
  sheet.width(2, 2, 24);
  sheet.width(3, 3, 6);
  sheet.width(4, 4, 24);
  sheet.width(5, 5, 46);
  const band: CellStyle = { fill: palette.brand };
  sheet.paint({ row: 0, col: 0, toRow: 0, toCol: 5 }, band);
  sheet.height(0, 9);
  sheet.height(1, 22);
  sheet.height(2, 60);
  putMark(context, sheet, { row: 2, col: 1, toRow: 2, toCol: 1 }, { width: 220, height: 78 }, 30);
  sheet.height(3, 26);
  sheet.put(4, 1, model.client.name, { size: 30, bold: true, color: ink.first });
  sheet.height(4, 44);
  sheet.put(5, 1, `${words.report}, ${model.period.label}`, { size: 18, color: palette.accentText });
  sheet.height(5, 28);
  const compared =
    model.base.kind === 'none' || model.base.label === ''
      ? words.notCompared
      : `${words.comparedWith} ${model.base.label}`;
  sheet.put(6, 1, compared, { size: 12, color: ink.third });
  sheet.height(6, 22);
  if (model.headline) {
    sheet.put(8, 1, model.headline, { size: 13, color: ink.second, wrap: true, valign: 'top' });
    sheet.merge(8, 1, 8, 5);
    sheet.height(8, model.headline.length > 100 ? 38 : 22);
  }

  const label: CellStyle = { color: ink.third };
  const day: CellStyle = { format: dateFormat(context.model.language), align: 'left', color: ink.first };
  const line = (row: number, name: string, from: number | null, to: number | null): void => {
    sheet.put(row, 1, name, label);
    sheet.put(row, 2, from, day);
    sheet.put(row, 3, from === null ? null : words.to, { color: ink.third, align: 'left' });
    sheet.put(row, 4, to, day);
    sheet.height(row, 18);
  };
  line(coverNames.row, words.period, serialOf(spans.now.from), serialOf(spans.now.to));
  line(
    coverNames.row + 1,
    words.comparison,
    spans.base ? serialOf(spans.base.from) : null,
    spans.base ? serialOf(spans.base.to) : null,
  );
  if (!spans.base) sheet.put(coverNames.row + 1, 2, words.notCompared, { color: ink.first });
  let row = coverNames.row + 2;
  if (model.preparedBy) {
    sheet.put(row, 1, words.preparedBy, label);
    sheet.put(row, 2, model.preparedBy, { color: ink.first });
    sheet.height(row, 18);
    row += 1;
  }
  sheet.put(row, 1, words.preparedOn, label);
  const preparedOn = serialOfIso(model.preparedOn);
  if (preparedOn === null) sheet.put(row, 2, formatDate(model.preparedOn, model.language, 'long'));
  else sheet.put(row, 2, preparedOn, day);
  sheet.height(row, 18);
  if (model.running) {
    row += 1;
    sheet.put(row, 1, words.running, { color: ink.third, italic: true });
  }

  row += 2;
  sheet.put(row, 1, words.contents, styles.section);
  sheet.paint({ row, col: 1, toRow: row, toCol: 5 }, styles.section);
  sheet.height(row, 20);
  const contents = contentsOf(context);
  for (const [name, about] of contents) {
    row += 1;
    sheet.link(row, 1, name, `internal:${sheetPrefix(name)}A1`, styles.link);
    sheet.merge(row, 1, row, 2);
    sheet.put(row, 4, about, { color: ink.third });
    sheet.height(row, 17);
  }
  sheet.look({ tab: palette.accent });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: row + 1, toCol: 5 },
    fit: { wide: 1, high: 1 },
    footer: context.footer,
  });
  return sheet;
}

/** The sheets in their order, each with what it holds. */
function contentsOf({ model, titles, words }: PlannedContext): (readonly [string, string])[] {
  const sections = printedSections(model).flatMap(
    ({ id, kind }): (readonly [string | undefined, string])[] => {
      switch (kind) {
        case 'summary':
          return [[titles.summary, words.aboutSummary]];
        case 'scorecard':
          return [[titles.scorecard, words.aboutScorecard]];
        case 'area':
          return [[titles.areas.get(id), words.aboutArea]];
        case 'content':
          return [[titles.content, words.aboutContent]];
        case 'breakdowns':
          return [[titles.breakdown, words.aboutBreakdown]];
        case 'text':
          return [[titles.texts.get(id), words.aboutText]];
        case 'actions':
          return hasActionsSheet(model) ? [[titles.actions, words.aboutActions]] : [];
        case 'cover':
        case 'definitions':
        case 'entry':
          return [];
      }
    },
  );
  return [
    ...sections.flatMap(([name, about]) => (name === undefined ? [] : [[name, about] as const])),
    [titles.figures, words.aboutFigures],
    ...(isPrinted(model, 'definitions') ? [[titles.definitions, words.aboutDefinitions] as const] : []),
    ...(isPrinted(model, 'entry') ? [[titles.entry, words.aboutEntry] as const] : []),
  ];
}
