/**
 * A delimited text as one sheet. See dialect.ts for how its way of writing is found and csvParser.ts for how
 * it is taken apart; this module joins them, drops the `sep=` line and unwraps lines that are one quoted cell.
 */
import type { ReadNote, Sheet } from '../model.ts';
import { note, ReadError } from './codes.ts';
import { createCsvParser, type CsvParser, type OnRecord } from './csvParser.ts';
import { separatorLine, sniffDialect, type TextShape } from './dialect.ts';
import { limits } from './limits.ts';

export interface DelimitedPlan {
  readonly shape: TextShape;
  /** Characters to drop from the beginning: the `sep=` line. */
  readonly skipChars: number;
  /** The line the first record stands on. */
  readonly firstLine: number;
  /** The delimiter of the figures themselves, not of the wrapping. */
  readonly delimiter: string;
  readonly notes: readonly ReadNote[];
}

/** How to read the text, decided by its beginning. */
export function planDelimited(head: string): DelimitedPlan {
  const declared = separatorLine(head);
  const skipChars = declared?.chars ?? 0;
  const shape = sniffDialect(skipChars === 0 ? head : head.slice(skipChars), declared?.delimiter);
  const notes: ReadNote[] = [];
  if (declared !== undefined) notes.push(note('separator-line', undefined, declared.delimiter));
  if (shape.inner !== undefined) notes.push(note('unwrapped-lines'));
  return {
    shape,
    skipChars,
    firstLine: declared === undefined ? 1 : 2,
    delimiter: (shape.inner ?? shape.dialect).delimiter,
    notes,
  };
}

interface PlannedParser extends CsvParser {
  /** The longest run of blank lines so far. */
  gap(): number;
}

/**
 * A parser of the planned dialect that unwraps as it goes and passes over all but the first of many blank lines. Push
 * text without the skipped characters. Throws `too-large` for a row of more columns than a table has.
 */
export function plannedParser(plan: DelimitedPlan, onEach: OnRecord): PlannedParser {
  const { dialect, inner } = plan.shape;
  let blanks = 0;
  let most = 0;
  const gap = (): number => most;
  const onRecord: OnRecord = (cells, line) => {
    if (cells.length > limits.delimitedColumns)
      throw new ReadError(
        'too-large',
        { what: 'columns', found: cells.length, limit: limits.delimitedColumns },
        `row ${line}`,
      );
    blanks = cells.length === 0 ? blanks + 1 : 0;
    most = Math.max(most, blanks);
    if (blanks <= limits.gapRows) onEach(cells, line);
  };
  if (inner === undefined) {
    const parser = createCsvParser(dialect, onRecord);
    parser.line = plan.firstLine;
    return Object.assign(parser, { gap });
  }
  const core = createCsvParser(inner, onRecord);
  const outer = createCsvParser(dialect, (cells, line) => {
    if (!core.pending()) core.line = line;
    let end = cells.length;
    while (end > 0 && cells[end - 1] === '') end--;
    core.push(`${cells.slice(0, end).join(dialect.delimiter)}\n`);
  });
  outer.line = plan.firstLine;
  return {
    gap,
    line: plan.firstLine,
    unclosed: outer.unclosed,
    pending: () => outer.pending() || core.pending(),
    push: outer.push,
    end: () => {
      outer.end();
      core.end();
    },
  };
}

export interface DelimitedText {
  readonly sheet: Sheet;
  readonly delimiter: string;
  readonly notes: readonly ReadNote[];
}

export function readDelimited(name: string, text: string): DelimitedText {
  const plan = planDelimited(text);
  const rows: string[][] = [];
  const lines: number[] = [];
  const parser = plannedParser(plan, (cells, line) => {
    rows.push(cells);
    lines.push(line);
  });
  parser.push(plan.skipChars === 0 ? text : text.slice(plan.skipChars));
  parser.end();
  const straight = lines.every((line, i) => line === i + 1);
  const notes = [...plan.notes, ...parserNotes(parser)];
  const sheet: Sheet = { name, hidden: false, rows, ...(straight ? {} : { lines }) };
  return { sheet, delimiter: plan.delimiter, notes };
}

/** What the parser came across on its way. */
export function parserNotes(parser: PlannedParser): ReadNote[] {
  const first = parser.unclosed[0];
  const gap = parser.gap();
  return [
    ...(first === undefined ? [] : [note('unclosed-quote', `row ${first}`, String(parser.unclosed.length))]),
    ...(gap > limits.gapRows ? [note('rows-gap', undefined, String(gap))] : []),
  ];
}
