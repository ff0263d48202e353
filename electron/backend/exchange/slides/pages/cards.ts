/** The headline figures as cards: name, value, change with its base, status with its goal. All of a row are equally high. */
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import { clamp, heightOf, linesOf, sizeFor } from '../deck/measure.ts';
import { PAGE } from '../deck/model.ts';
import type { SlideElement, TextParagraph, TextRun } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';
import { baseText, changeRuns, goalText, noValue, statusRuns, valueText } from './cells.ts';

const GAP = 12;
const INSET = 10;
const MOST_A_ROW = 5;
const LABEL = 12;
const VALUE_SIZES = [28, 24, 20, 16, 13] as const;

export interface Cards {
  readonly elements: readonly SlideElement[];
  readonly height: number;
}

export function cardsOf(context: DeckContext, rows: readonly ReportRow[], top: number): Cards {
  if (rows.length === 0) return { elements: [], height: 0 };
  const bands = Math.ceil(rows.length / MOST_A_ROW);
  const perRow = Math.ceil(rows.length / bands);
  const width = (PAGE.width - (perRow - 1) * GAP) / perRow;
  const inner = width - 2 * INSET;
  const cards = rows.map((row) => cardText(context, row, inner));
  const names = Math.max(...cards.map((card) => card.nameLines));
  const height = Math.max(...cards.map((card) => card.height + (names - card.nameLines) * LABEL * 1.2));
  const box = Math.ceil(height + 2 * INSET);
  const elements = cards.flatMap(({ paragraphs, name, nameLines }, index): SlideElement[] => {
    const x = PAGE.left + (index % perRow) * (width + GAP);
    const y = top + Math.floor(index / perRow) * (box + GAP);
    // Values stand in one line across the cards, however long the names are.
    const below = (names - nameLines) * LABEL * 1.2;
    const placed = paragraphs.map((paragraph, at) =>
      at === 1 ? { ...paragraph, before: (paragraph.before ?? 0) + below } : paragraph,
    );
    return [
      {
        kind: 'text',
        name,
        box: { x, y, w: width, h: box },
        inset: INSET,
        line: { color: 'D2D7DC', width: 0.75 },
        paragraphs: placed,
      },
      {
        kind: 'text',
        name: 'Rule',
        box: { x, y, w: width, h: 3 },
        fill: 'accent1',
        paragraphs: [],
        decorative: true,
      },
    ];
  });
  return { elements, height: bands * box + (bands - 1) * GAP };
}

function cardText(
  context: DeckContext,
  row: ReportRow,
  width: number,
): { paragraphs: TextParagraph[]; name: string; nameLines: number; height: number } {
  const { words } = context;
  const channel = context.channel(row.channel);
  const whole = context.name(row.kpi);
  const label = clamp(whole, LABEL, width, 2);
  const cut = label !== whole;
  const nameRuns: TextRun[] = [
    { text: label, size: LABEL, color: 'tx1' },
    ...(channel === null || cut ? [] : [{ text: ` ${channel}`, size: LABEL, color: 'tx2' }]),
  ];
  const value = valueText(context, row);
  const shown = value ?? noValue(context, row);
  const unit = value === null ? '' : context.unitWords(row);
  const size = sizeFor(shown, value === null ? VALUE_SIZES.slice(2) : VALUE_SIZES, width, 1, true);
  const unitFits =
    unit !== '' &&
    linesOf(
      [
        { text: shown, size, bold: true },
        { text: ` ${unit}`, size: LABEL },
      ],
      width,
    ) === 1;
  const lines: TextRun[][] = [
    nameRuns,
    [
      { text: shown, size, bold: value !== null, color: value === null ? 'tx2' : 'tx1' },
      ...(unitFits ? [{ text: ` ${unit}`, size: LABEL, color: 'tx2' }] : []),
    ],
    ...comparison(context, row),
    [
      ...statusRuns(context, row.judgement.status, LABEL),
      ...(goalText(context, row) === ''
        ? []
        : [{ text: `  ${words.goal}\u00a0${goalText(context, row)}`, size: 11, color: 'tx2' }]),
    ],
  ];
  const paragraphs = lines.map((runs, at): TextParagraph => ({
    runs,
    ...(at > 0 && { before: at === 1 ? 2 : 3 }),
  }));
  const heights = lines.map((runs) =>
    heightOf(
      runs.map((run) => ({ text: run.text, size: run.size ?? LABEL, bold: run.bold ?? false })),
      width,
    ),
  );
  return {
    paragraphs,
    name: whole,
    nameLines: linesOf(
      nameRuns.map((run) => ({ text: run.text, size: LABEL })),
      width,
    ),
    height: heights.reduce((sum, one) => sum + one, 0) + 2 + 3 * (lines.length - 2),
  };
}

/** The change with its base; of a value that is not there the base alone, with its period. */
function comparison(context: DeckContext, row: ReportRow): TextRun[][] {
  const { model, words } = context;
  const base = baseText(context, row);
  if (model.base.kind === 'none' || row.now.state === 'notApplicable') return [];
  if (row.now.value === null) {
    const label = model.baseSpan === null ? model.base.label : context.span(model.baseSpan, 'medium');
    return base === null ? [] : [[{ text: `${label}: ${base}`, size: LABEL, color: 'tx2' }]];
  }
  return [
    [
      ...changeRuns(context, row, LABEL, true),
      ...(base === null ? [] : [{ text: ` ${words.from}\u00a0${base}`, size: LABEL, color: 'tx2' }]),
    ],
  ];
}
