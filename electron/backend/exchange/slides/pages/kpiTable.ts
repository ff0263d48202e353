/** The rows of the scorecard as a native table: KPI, value, base, change, goal, status. */
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import { PAGE } from '../deck/model.ts';
import type { PlacedTable, SlideElement, TextRun } from '../deck/model.ts';
import { heightOf } from '../deck/measure.ts';
import type { DeckContext } from '../context.ts';
import { baseText, changeRuns, goalText, marksNote, statusRuns, valueRuns } from './cells.ts';
import { TEXT, blocksHeight, headRow, rowOf, wideRow } from './tables.ts';
import type { Column, RowBlock, TableParts } from './tables.ts';

export function kpiColumns(context: DeckContext): Column[] {
  const { model, book } = context;
  const { words } = book;
  const now = context.span(model.span, 'medium');
  const based = model.base.kind !== 'none';
  const widths = based ? [272, 100, 98, 156, 106, 148] : [410, 160, 0, 0, 150, 160];
  const [kpi = 0, value = 0, base = 0, change = 0, goal = 0, status = 0] = widths;
  return [
    { head: words.kpi, width: kpi },
    { head: now, width: value, align: 'right', color: 'accent1' },
    ...(based
      ? ([
          {
            head: model.baseSpan === null ? model.base.label : context.span(model.baseSpan, 'medium'),
            width: base,
            align: 'right',
          },
          { head: words.change, width: change, align: 'right' },
        ] as const)
      : []),
    { head: words.goalHead, width: goal, align: 'right' },
    { head: words.statusHead, width: status, left: 26 },
  ];
}

export function kpiBlock(context: DeckContext, columns: readonly Column[], row: ReportRow): RowBlock {
  const grey = (text: string): TextRun[][] => [[{ text, size: TEXT, color: 'tx2' }]];
  const channel = context.channel(row.channel);
  const applies = row.now.state !== 'notApplicable';
  const own = rowOf(columns, [
    [
      [
        { text: context.name(row.kpi), size: TEXT, color: 'tx1' },
        ...(channel === null ? [] : [{ text: `  ${channel}`, size: TEXT, color: 'tx2' }]),
      ],
    ],
    [valueRuns(context, row, TEXT)],
    ...(context.model.base.kind === 'none'
      ? []
      : [grey(baseText(context, row) ?? '–'), applies ? [changeRuns(context, row, TEXT)] : grey('–')]),
    grey(goalText(context, row)),
    [statusRuns(context, row.judgement.status, TEXT)],
  ]);
  if (row.why === undefined || row.why === '') return [own];
  return [own, wideRow(columns, [{ text: row.why, size: 11, color: 'tx2' }])];
}

export function kpiTable(context: DeckContext, rows: readonly ReportRow[]): TableParts {
  const columns = kpiColumns(context);
  return { columns, head: headRow(columns), blocks: rows.map((row) => kpiBlock(context, columns, row)) };
}

export function placeTable(
  parts: TableParts,
  blocks: readonly RowBlock[],
  name: string,
  alt: string,
  x: number,
  y: number,
): PlacedTable {
  return {
    kind: 'table',
    name,
    alt,
    x,
    y,
    columns: parts.columns.map((column) => column.width),
    rows: [parts.head, ...blocks.flat()],
  };
}

export function tableHeight(parts: TableParts, blocks: readonly RowBlock[]): number {
  return parts.head.height + blocksHeight(blocks);
}

/** What the marks of a table mean, small and grey; nothing where it has none. */
export function noteUnder(
  context: DeckContext,
  rows: readonly ReportRow[],
  y: number,
): { readonly elements: readonly SlideElement[]; readonly height: number } {
  const text = marksNote(context, rows);
  if (text === '') return { elements: [], height: 0 };
  const h = Math.ceil(heightOf([{ text, size: 11 }], PAGE.width));
  return {
    height: h + 6,
    elements: [
      {
        kind: 'text',
        name: 'Note',
        box: { x: PAGE.left, y: y + 6, w: PAGE.width, h },
        paragraphs: [{ runs: [{ text, size: 11, color: 'tx2' }] }],
      },
    ],
  };
}
