/** The cells that are read back, found in the keyed sheets of a returned workbook. */
import { languages } from '../../../../shared/domain/kpi.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import { address } from '../workbook/book/address.ts';
import { wordsOf } from '../workbook/words.ts';
import type { CarriedSheet, Printed } from './carried.ts';
import type { FoundCell, FoundProblem } from './found.ts';
import { headAbove } from './keyed.ts';
import type { KeyedRow, KeyedSheet } from './keyed.ts';

export interface FoundIn {
  readonly cells: readonly FoundCell[];
  readonly problems: readonly FoundProblem[];
}

const none: FoundIn = { cells: [], problems: [] };
const allWords = languages.map((language) => wordsOf(language));
const valueHeads = new Set(allWords.map((words) => words.value));
const noteHeads = new Set(allWords.map((words) => words.note));

/** The sheet as it went out, and what it said by its keys; `null` where that is not known. */
export interface Went {
  readonly sheet: CarriedSheet;
  readonly values: ReadonlyMap<string, Printed>;
}

export function cellsOf(sheet: KeyedSheet, went: Went | null): FoundIn {
  const found = [
    columnIn(sheet, 'figure', valueHeads, went),
    columnIn(sheet, 'note', noteHeads, went),
    entriesIn(sheet),
    textsIn(sheet, went),
  ];
  return {
    cells: found.flatMap(({ cells }) => cells),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** One column beside the keys: by its head, or where it was and has moved to with the keys. */
function columnIn(
  sheet: KeyedSheet,
  kind: 'figure' | 'note',
  names: ReadonlySet<string>,
  went: Went | null,
): FoundIn {
  const { grid } = sheet;
  const rows = sheet.rows.filter(({ known }) => known.kind === kind);
  const first = rows[0];
  if (first === undefined) return none;
  const head = headAbove(grid, first.row, names);
  const was = went?.sheet.heads.findIndex((one) => names.has(one)) ?? -1;
  const col = head?.col ?? (was < 0 || went === null ? null : likeliest(sheet, rows, went, was));
  if (col === null)
    return {
      cells: [],
      problems: [{ code: 'columnMissing', where: `${grid.name}: ${[...names].join(', ')}` }],
    };
  const keyed = new Set(rows.map(({ row }) => row));
  const lost: number[] = [];
  for (let row = (head?.row ?? first.row) + 1; row < grid.rows; row += 1) {
    const value = grid.at(row, col)?.value ?? null;
    if (!keyed.has(row) && (kind === 'figure' ? typeof value === 'number' : typeof value === 'string'))
      lost.push(row);
  }
  return {
    cells: rows.map(({ row, key }) => cellAt(sheet, row, col, key, kind)),
    problems: withoutKey(sheet, lost, col),
  };
}

/**
 * Where a column is now: where it was, or moved on by as much as the keys at most. Of these the one that says most of what
 * the column said, then the fullest.
 */
function likeliest(
  sheet: KeyedSheet,
  rows: readonly KeyedRow[],
  { sheet: went, values }: Went,
  was: number,
): number | null {
  const moved = Math.max(-20, Math.min(20, sheet.col - (went.keys ?? sheet.col)));
  const places = Array.from({ length: Math.abs(moved) + 1 }, (_, i) => was + Math.sign(moved) * i);
  const judged = places
    .filter((col) => col >= 0 && col !== sheet.col)
    .map((col) => {
      const cells = rows.map(({ row, key }) => ({ key, value: sheet.grid.at(row, col)?.value ?? null }));
      const same = cells.filter(({ key, value }) => value !== null && values.get(key) === value).length;
      return { col, same, full: cells.filter(({ value }) => value !== null).length };
    });
  return judged.toSorted((a, b) => b.same - a.same || b.full - a.full)[0]?.col ?? null;
}

function cellAt(
  { grid }: KeyedSheet,
  row: number,
  col: number,
  key: string,
  kind: FoundCell['kind'],
): FoundCell {
  const cell = grid.at(row, col);
  return {
    key,
    kind,
    sheet: grid.name,
    cell: address(row, col),
    value: cell?.value ?? null,
    failed: cell?.failed ?? false,
  };
}

function withoutKey({ grid }: KeyedSheet, rows: readonly number[], col: number): FoundProblem[] {
  const [first] = rows;
  return first === undefined
    ? []
    : [{ code: 'rowsWithoutKey', where: `${grid.name} ${address(first, col)}`, count: rows.length }];
}

/** Each row by the days above it: the nearest row over it that has any. */
function entriesIn(sheet: KeyedSheet): FoundIn {
  const { grid } = sheet;
  const rows = new Map(
    sheet.rows.flatMap(({ row, key, known }) => (known.kind === 'entry' ? [[row, key] as const] : [])),
  );
  if (rows.size === 0) return none;
  const cells: FoundCell[] = [];
  const lost: number[] = [];
  let days = new Map<number, string>();
  let undated = 0;
  for (let row = 0; row < grid.rows; row += 1) {
    const key = rows.get(row);
    if (key === undefined) {
      const here = daysIn(sheet, row);
      if (here.size > 0) days = here;
      else if ([...days.keys()].some((col) => typeof grid.at(row, col)?.value === 'number')) lost.push(row);
      continue;
    }
    if (days.size === 0) undated += 1;
    for (const [col, start] of days) cells.push(cellAt(sheet, row, col, `${key}|${start}`, 'entry'));
  }
  const problems = withoutKey(sheet, lost, [...days.keys()][0] ?? 0);
  return undated === 0
    ? { cells, problems }
    : { cells, problems: [...problems, { code: 'columnMissing', where: grid.name, count: undated }] };
}

function daysIn({ grid, col: keys }: KeyedSheet, row: number): Map<number, string> {
  const days = new Map<number, string>();
  for (let col = 0; col < grid.width(row); col += 1) {
    const text = grid.text(row, col);
    if (col !== keys && text.length === 10 && parseIso(text) !== undefined) days.set(col, text);
  }
  return days;
}

/** Paragraphs, and those that somebody put in right under one. */
function textsIn(sheet: KeyedSheet, went: Went | null): FoundIn {
  const { grid } = sheet;
  const rows = sheet.rows.filter(({ known }) => known.kind === 'text');
  if (rows.length === 0) return none;
  const was = went?.sheet.text ?? null;
  const col = went === null || was === null ? leftmost(sheet, rows) : likeliest(sheet, rows, went, was);
  if (col === null) return { cells: [], problems: [{ code: 'columnMissing', where: grid.name }] };
  const keyed = new Set(rows.map(({ row }) => row));
  const others = went === null ? null : new Set(went.sheet.others);
  const cells = rows.flatMap(({ row, key }): FoundCell[] => {
    const own = cellAt(sheet, row, col, key, 'text');
    // Without knowing what else stood there, a text under a paragraph may be anything.
    if (others === null) return [own];
    const added: FoundCell[] = [];
    for (let at = row + grid.height(row, col); at < grid.rows; at += grid.height(at, col)) {
      const text = grid.text(at, col);
      if (text.trim() === '' || keyed.has(at) || others.has(text)) break;
      added.push({ ...cellAt(sheet, at, col, key, 'text'), added: true });
    }
    return [own, ...added];
  });
  return { cells, problems: [] };
}

function leftmost({ grid, col: keys }: KeyedSheet, rows: readonly KeyedRow[]): number | null {
  const places = rows.flatMap(({ row }) => {
    for (let col = 0; col < grid.width(row); col += 1)
      if (col !== keys && grid.text(row, col) !== '') return [col];
    return [];
  });
  return places.length === 0 ? null : Math.min(...places);
}
