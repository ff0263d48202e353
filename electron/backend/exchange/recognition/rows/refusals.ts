/** Rows that are not imported, each with its place and reason. */
import type { ImportProblemCode } from '../../../../../shared/contract/imports/codes.ts';
import type { Cell, RefusedRow } from '../../model.ts';
import { cellText } from '../cells.ts';
import { whereOf } from '../context.ts';
import type { TableEnv } from '../context.ts';

/** How many refused rows of one table are kept with their place; beyond, more of the same says nothing new. */
export const refusedLimit = 2000;

export function refuse(
  refused: RefusedRow[],
  env: TableEnv,
  line: number,
  header: string,
  cell: Cell,
  code: ImportProblemCode,
): void {
  if (refused.length >= refusedLimit) return;
  refused.push({ where: whereOf(env, line, header), header, text: cellText(cell).slice(0, 120), code });
}
