/**
 * ReportModel -> .xlsx: the client's workbook. Pure: no clock, no disk, no store; the same model and the same
 * `now` give the same bytes.
 *
 * Sheets: the printed sections in the person's order (Cover, Summary, Scorecard, one per stage or key result area,
 * Content, Breakdown, texts; Actions where there is no Summary to show them), then Figures, Definitions, a sheet to fill in, Calc (hidden, so that nobody prints it), and a
 * very hidden manifest. A section that is not printed has no sheet; Cover and Scorecard are hidden instead, since defined
 * names and other sheets' numbers rest on them. Numbers are formulas over Figures with their results cached; see
 * plan/calc.ts for what is live and what is carried as of the export.
 */
import { isPrinted, printedSections } from '../../../../shared/domain/report.ts';
import type { ReportModel, ReportSection } from '../../../../shared/domain/report.ts';
import { filePropertiesOf } from '../fileProperties.ts';
import { fixed, sheetPrefix } from './book/address.ts';
import { emitWorkbook } from './book/emitter.ts';
import type { Book } from './book/model.ts';
import type { SheetBuilder } from './book/sheetBuilder.ts';
import { paperOf } from './paper.ts';
import { planOf } from './plan/prepare.ts';
import { actionsSheet, hasActionsSheet } from './sheets/actions.ts';
import { areaSheets } from './sheets/areas.ts';
import { breakdownSheet } from './sheets/breakdowns.ts';
import { calcSheet } from './sheets/calc.ts';
import { contentSheet } from './sheets/content.ts';
import { contextOf } from './sheets/context.ts';
import type { PlannedContext } from './sheets/context.ts';
import { coverNames, coverSheet } from './sheets/cover.ts';
import { definitionsSheet } from './sheets/definitions.ts';
import { entrySheet } from './sheets/entry.ts';
import { figuresSheet } from './sheets/figures.ts';
import { manifestSheet } from './sheets/manifest.ts';
import { scorecardSheet } from './sheets/scorecard.ts';
import { planScorecard } from './sheets/scorecardPlan.ts';
import { summarySheet } from './sheets/summary.ts';
import { textSheets } from './sheets/textSheets.ts';

export interface WorkbookOptions {
  /** Written as the document's creation date; the day the report was prepared when absent. */
  readonly now?: Date;
}

/** The bytes of the workbook. Throws when the library refuses the content; nothing is written anywhere. */
export function writeWorkbook(model: ReportModel, options: WorkbookOptions = {}): Uint8Array {
  return emitWorkbook(bookOf(model, options));
}

/** The workbook as plain data. */
export function bookOf(model: ReportModel, options: WorkbookOptions = {}): Book {
  const context = planOf(contextOf(model));
  const { words, titles } = context;
  const placed = planScorecard(context);
  const areas = areaSheets(context);
  const cover = coverSheet(context);
  const scorecard = scorecardSheet(context, placed);
  if (!isPrinted(model, 'cover')) cover.look({ hidden: true });
  if (!isPrinted(model, 'scorecard')) scorecard.look({ hidden: true });
  const texts = textSheets(context);
  const sheetsOf = ({ id, kind }: ReportSection): readonly SheetBuilder[] => {
    switch (kind) {
      case 'cover':
        return [cover];
      case 'summary':
        return [summarySheet(context, placed, areas.charts)];
      case 'scorecard':
        return [scorecard];
      case 'area':
        return [areas.sheets.get(id)].filter((sheet) => sheet !== undefined);
      case 'text':
        return [texts.get(id)].filter((sheet) => sheet !== undefined);
      case 'content':
        return model.content === null ? [] : [contentSheet(context, model.content)];
      case 'breakdowns':
        return model.breakdowns.length === 0 ? [] : [breakdownSheet(context)];
      case 'actions':
        return hasActionsSheet(model) ? [actionsSheet(context, titles.actions)] : [];
      case 'definitions':
      case 'entry':
        return [];
    }
  };
  const printed = new Set(printedSections(model).map(({ id }) => id));
  const inOrder = model.sections.flatMap((section) =>
    printed.has(section.id) || section.kind === 'cover' || section.kind === 'scorecard'
      ? sheetsOf(section)
      : [],
  );
  const sheets = [
    ...[cover, scorecard].filter((sheet) => !inOrder.includes(sheet)),
    ...inOrder,
    figuresSheet(context),
    ...(isPrinted(model, 'definitions') ? [definitionsSheet(context)] : []),
    ...(isPrinted(model, 'entry') ? [entrySheet(context)] : []),
    calcSheet(context),
  ].map((sheet) => sheet.build());
  const kind = `${words.report}, ${model.period.label}`;
  return {
    sheets: [...sheets, manifestSheet(context, sheets).build()],
    names: namesOf(context),
    properties: filePropertiesOf(model, {
      kind,
      scorecard: titles.scorecard,
      created: options.now ?? new Date(`${model.preparedOn}T00:00:00Z`),
    }),
    locale: words.locale,
    paper: paperOf(model.client.currency),
  };
}

function namesOf(context: PlannedContext): Book['names'] {
  const { words, titles, spans } = context;
  const cover = sheetPrefix(titles.cover);
  const at = (row: number, col: number): string => cover + fixed(row, col);
  return [
    { name: words.names.period, formula: at(coverNames.row, coverNames.from) },
    { name: words.names.periodEnd, formula: at(coverNames.row, coverNames.to) },
    ...(spans.base
      ? [
          { name: words.names.base, formula: at(coverNames.row + 1, coverNames.from) },
          { name: words.names.baseEnd, formula: at(coverNames.row + 1, coverNames.to) },
        ]
      : []),
  ];
}
