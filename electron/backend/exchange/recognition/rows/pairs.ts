/**
 * Reports that are lines of "Name:","value" about one thing: read as a table of one row, whose columns are the names.
 *
 * The lines may stand in groups under titles with blank lines between. What else the sheet holds (clicks by link) is
 * left out with a note. A share behind a count, `5 (0.5%)`, is dropped: it follows from the counts.
 */
import type { Cell, Sheet } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, filledCount } from '../cells.ts';

interface Pairs {
  readonly block: Block;
  /** Rows of other tables on the sheet. */
  readonly left: number;
}

/** Fewer named lines than this are a preamble, not a report. */
const fewest = 4;

/** The lines of a sheet as a block of one row, or null where it is no such report. */
export function pairsIn(sheet: Sheet, known: (header: string) => boolean): Pairs | null {
  const names: string[] = [];
  const values: Cell[] = [];
  const titles: string[] = [];
  let first = -1;
  let left = 0;
  for (const [i, row] of sheet.rows.entries()) {
    const filled = filledCount(row);
    if (filled === 0) continue;
    const name = cellText(row[0] ?? null);
    if (name.endsWith(':') && filled <= 2 && row.findIndex((cell) => cell !== null && cell !== '') === 0) {
      if (first < 0) first = i;
      names.push(name);
      values.push(countOf(row[1] ?? null));
    } else if (filled === 1) titles.push(name);
    else left += 1;
  }
  const understood = names.filter((name) => known(name)).length;
  if (names.length < fewest || understood < names.length / 2) return null;
  const line = sheet.lines?.[first] ?? first + 1;
  return {
    left,
    block: {
      name: titles[0] ?? sheet.name,
      sheet: sheet.name,
      titles,
      comments: [],
      header: names,
      headerLine: line,
      rows: [values],
      lines: [line],
      left: 0,
      descriptions: null,
      headed: true,
      paired: true,
    },
  };
}

function countOf(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/^([\d.,\s]{1,20}?)\s*\([\d.,\s]{1,12}%\)$/, '$1') : cell;
}
