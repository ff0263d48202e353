/**
 * Labels in the rows of a sheet: which KPI each means, of which network, which of them are no figures.
 */
import type { Cell } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, isEmptyCell } from '../cells.ts';
import { ask } from '../context.ts';
import type { Findings, TableEnv } from '../context.ts';
import type { LabelMeaning, Mapping } from '../mapping.ts';
import { meaningOf } from './personMapping.ts';
import { kpiQuestion } from '../questions.ts';

/** Labels asked about at most, a table. */
const asked = 12;

/** Labels of KPIs to their key, by a person's word, alias or answer; unknown ones are asked once each. */
export class Labels {
  readonly #known = new Map<string, LabelMeaning>();
  readonly #block: Block;
  readonly #mapping: Mapping;
  readonly #env: TableEnv;
  readonly #findings: Findings;
  #asked = 0;
  constructor(block: Block, mapping: Mapping, env: TableEnv, findings: Findings) {
    this.#block = block;
    this.#mapping = mapping;
    this.#env = env;
    this.#findings = findings;
  }
  meaning(label: string): LabelMeaning {
    const known = this.#known.get(label);
    if (known !== undefined) return known;
    const { context } = this.#env;
    const meaning = meaningOf(label, this.#mapping, this.#block, context);
    if (label !== '' && this.#mapping.labels?.has(label) !== true) this.#ask(label, meaning);
    this.#known.set(label, meaning);
    return meaning;
  }
  /** An answered question stays with the file, so that the answer can be changed. */
  #ask(label: string, meaning: LabelMeaning): void {
    const { context } = this.#env;
    const answered = context.answers?.[`kpi:${this.#block.name}:${label}`] !== undefined;
    if (!answered && (meaning.kpi !== null || this.#asked >= asked)) return;
    this.#asked += 1;
    ask(
      this.#findings,
      kpiQuestion(this.#block.name, label, context),
      context,
      (key) => context.units?.has(key) === true,
    );
  }
  found(): string[] {
    return [...new Set([...this.#known.values()].flatMap(({ kpi }) => (kpi === null ? [] : [kpi])))];
  }
}

/**
 * Cells of a label column with blanks filled from above, where blanks are how the sheet says "the same": every row has
 * another label, and most groups go on below their first row.
 */
export function filledDown(
  rows: readonly (readonly Cell[])[],
  index: number,
  others: readonly number[],
  isTotal: (row: readonly Cell[]) => boolean,
): (r: number) => Cell {
  const own = (r: number): Cell => rows[r]?.[index] ?? null;
  if (isEmptyCell(own(0)) || others.length === 0) return own;
  let groups = 0;
  let longer = 0;
  let blanks = 0;
  const filled: Cell[] = [];
  let last: Cell = null;
  for (const [r, row] of rows.entries()) {
    const cell = own(r);
    if (!isEmptyCell(cell)) {
      groups += 1;
      if (isEmptyCell(own(r + 1)) && r + 1 < rows.length) longer += 1;
      last = cell;
      filled.push(cell);
      continue;
    }
    if (isTotal(row)) {
      filled.push(cell);
      continue;
    }
    if (!others.some((other) => !isEmptyCell(row[other] ?? null))) return own;
    blanks += 1;
    filled.push(last);
  }
  if (blanks === 0 || longer * 2 < groups) return own;
  return (r) => filled[r] ?? null;
}

/** A row that heads those below it: one text under the labels, nothing beside it. */
export function sectionOf(
  row: readonly Cell[],
  label: number,
  values: readonly number[],
): string | undefined {
  const text = cellText(row[label] ?? null);
  if (text === '' || values.some((index) => !isEmptyCell(row[index] ?? null))) return undefined;
  for (const [i, cell] of row.entries()) if (i !== label && !isEmptyCell(cell)) return undefined;
  return text;
}
