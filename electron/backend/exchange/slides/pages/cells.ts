/** Words of a row: value, change, goal, status with its shape, as on paper. Only what the model says is said. */
import { formatChange, formatCoverage, formatGoal, unitWords } from '../../../../../shared/domain/format.ts';
import { statusWords } from '../../../../../shared/domain/statusWords.ts';
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import type { Status } from '../../../../../shared/domain/results.ts';
import { ink } from '../../workbook/palette.ts';
import type { Colour, TextRun } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';

/** Marks before a change; told below the table where they stand. The selector asks for the plain sign, not the emoji. */
export const SIGNAL = '◉';
export const WARNING = '⚠\ufe0e';

/** Solid: a closed period; outline: a running one. Circle, triangle and diamond as in the workbook's icon set. */
const looks: Readonly<Partial<Record<Status, readonly [shape: string, color: Colour]>>> = {
  met: ['●', ink.met],
  onPace: ['○', ink.met],
  atRisk: ['▲', ink.risk],
  unconfirmed: ['▲', ink.risk],
  behind: ['△', ink.risk],
  off: ['◆', ink.off],
  wellBehind: ['◇', ink.off],
};

export function statusRuns(context: DeckContext, status: Status, size: number): TextRun[] {
  const [shape, color] = looks[status] ?? ['', 'tx2'];
  const word = statusWords[context.model.language][status];
  return [
    ...(shape === '' ? [] : [{ text: `${shape}\u00a0`, size, color }]),
    { text: word, size, bold: shape !== '', color },
  ];
}

export function valueText(context: DeckContext, row: ReportRow): string | null {
  const { state, value } = row.now;
  return state === 'value' && value !== null ? context.value(value, context.unit(row.kpi)) : null;
}

/** Why there is no value. */
export function noValue(context: DeckContext, row: ReportRow): string {
  const { words } = context.book;
  switch (row.now.state) {
    case 'notApplicable':
      return words.notApplicable;
    case 'notComputable':
      return words.notComputable;
    case 'missing':
    case 'value':
      return words.noValue;
  }
}

/** `4.0 of 5`: a rating means nothing without its scale. */
export function valueRuns(context: DeckContext, row: ReportRow, size: number): TextRun[] {
  const text = valueText(context, row);
  if (text === null) return [{ text: noValue(context, row), size, color: 'tx2' }];
  const unit = context.unit(row.kpi);
  const scale = unit.kind === 'rating' ? unitWords(unit, context.model.language) : '';
  return [
    { text, size, bold: true, color: 'tx1' },
    ...(scale === '' ? [] : [{ text: ` ${scale}`, size, color: 'tx2' }]),
  ];
}

export function baseText(context: DeckContext, row: ReportRow): string | null {
  return row.base.value === null ? null : context.value(row.base.value, context.unit(row.kpi));
}

/** A rule fired at the value that is shown. */
function hasSignal(row: ReportRow): boolean {
  return row.signal.rule !== undefined && row.now.value !== null;
}

/** The change with its marks; grey words where a number would lie. */
export function changeRuns(context: DeckContext, row: ReportRow, size: number, strong = false): TextRun[] {
  const change = formatChange(row.change, context.unit(row.kpi), context.book.style);
  const marks = [...(hasSignal(row) ? [SIGNAL] : []), ...(row.change.warning === true ? [WARNING] : [])];
  return [
    ...(marks.length === 0 ? [] : [{ text: `${marks.join(' ')}\u00a0`, size, color: 'tx1' }]),
    { text: change.text, size, bold: strong && change.number, color: change.number ? 'tx1' : 'tx2' },
    ...(change.detail === undefined ? [] : [{ text: ` ${change.detail}`, size, color: 'tx2' }]),
  ];
}

export function goalText(context: DeckContext, row: ReportRow): string {
  return formatGoal(row.judgement, context.unit(row.kpi), context.book.style);
}

/** What the marks of these rows mean; coverage by name, where there is little to name. */
export function marksNote(context: DeckContext, rows: readonly ReportRow[]): string {
  const { words, model } = context;
  // Marks stand before changes.
  if (model.base.kind === 'none') return '';
  const low = rows.filter((row) => row.change.warning === true);
  const named = low.flatMap((row) => {
    const coverage = [row.now.coverage, row.base.coverage].find(
      (one) => one !== undefined && one.recorded < 0.8 * one.expected,
    );
    return coverage ? [`${context.name(row.kpi)} ${formatCoverage(coverage, model.language)}`] : [];
  });
  return [
    ...(rows.some(hasSignal) ? [`${SIGNAL}\u00a0${words.signal}`] : []),
    ...(low.length === 0
      ? []
      : [
          `${WARNING}\u00a0${words.lowCoverage}${named.length > 0 && named.length <= 3 ? `: ${named.join(', ')}` : ''}`,
        ]),
  ].join('     ');
}
