/**
 * What a spreadsheet program does to an export on saving it: decimals become dates, long ids are rounded.
 * A column that mixes figures with `3.abr` cannot be put right and is refused with the cure.
 */
import type { ImportProblem } from '../../model.ts';
import { problem } from '../../readers/codes.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText } from '../cells.ts';
import { whereOf } from '../context.ts';
import type { TableEnv } from '../context.ts';
import type { Mapping } from '../mapping.ts';
import { isDateForDecimal } from '../rows/values.ts';

/** The first damaged figure of a table, as the reason to refuse the table. */
export function damageIn(block: Block, mapping: Mapping, env: TableEnv): ImportProblem | undefined {
  for (const column of mapping.columns) {
    if (column.role !== 'metric') continue;
    for (const [r, row] of block.rows.entries()) {
      const cell = row[column.index] ?? null;
      const stateDate = typeof cell === 'object' && cell !== null && cell.type === 'date';
      if (stateDate || isDateForDecimal(cell))
        return problem('excel-damaged-decimals', whereOf(env, block.lines[r] ?? 0, column.header), {
          text: cellText(cell),
        });
    }
  }
  return undefined;
}
