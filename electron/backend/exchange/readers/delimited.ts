/**
 * A delimited text as one sheet. See dialect.ts for how its way of writing is found and csvParser.ts for how
 * it is taken apart; this module joins them, drops the `sep=` line and unwraps lines that are one quoted cell.
 */
import type { ReadNote, Sheet } from '../model.ts';
import { note } from './codes.ts';
import { createCsvParser, type CsvParser, type OnRecord } from './csvParser.ts';
import { separatorLine, sniffDialect, type TextShape } from './dialect.ts';

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

/** A parser of the planned dialect that unwraps as it goes. Push text without the skipped characters. */
export function plannedParser(plan: DelimitedPlan, onRecord: OnRecord): CsvParser {
  const { dialect, inner } = plan.shape;
  if (inner === undefined) {
    const parser = createCsvParser(dialect, onRecord);
    parser.line = plan.firstLine;
    return parser;
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
  const notes = [...plan.notes, ...unclosedNotes(parser)];
  const straight = lines.every((line, i) => line === i + 1);
  const sheet: Sheet = { name, hidden: false, rows, ...(straight ? {} : { lines }) };
  return { sheet, delimiter: plan.delimiter, notes };
}

export function unclosedNotes(parser: CsvParser): ReadNote[] {
  const first = parser.unclosed[0];
  return first === undefined ? [] : [note('unclosed-quote', `row ${first}`, String(parser.unclosed.length))];
}
