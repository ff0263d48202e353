/**
 * One table on its way to a plan: its names as they stand over it, what it is by a signature or a guess, and what a
 * person said of it, which wins.
 */
import type { TableMapping } from '../../../../../shared/contract/imports/mapping.ts';
import type { ImportProblem, Sheet } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, looksNumeric } from '../cells.ts';
import type { InspectContext, TableEnv } from '../context.ts';
import { fold } from '../fold.ts';
import { askedLimit, guess } from './generic.ts';
import { columnName } from './guessing.ts';
import { cutAt, grouped, namesAreFigures } from '../tables/headerGroups.ts';
import { kpiMatch } from './kpiWords.ts';
import type { Mapping } from '../mapping.ts';
import { dateInHeader } from './periodText.ts';
import { applyMapping } from './personMapping.ts';
import { columnKey } from './shape.ts';
import type { Times } from './undated.ts';

/** A table of a sheet, as cut out of it. */
export interface Cut {
  readonly block: Block;
  readonly sheet: Sheet;
  readonly env: TableEnv;
}

export interface Plan {
  readonly block: Block;
  readonly mapping: Mapping;
  readonly shape: TableMapping['shape'];
  /** Names of columns to ask for, in the words of the question. */
  readonly asked: readonly string[];
  readonly open: boolean;
  readonly problem?: ImportProblem;
}

/**
 * The names of a table made out: months over KPIs joined, figures taken for names put back, names of the table above
 * taken over where a sheet names its columns once for several tables.
 */
export function named(
  cut: Cut,
  above: Cut | undefined,
): { readonly block: Block; readonly groups: readonly string[] } {
  const { sheet, env } = cut;
  let { block } = cut;
  if (block.paired) return { block, groups: block.header.map(() => '') };
  if (namesAreFigures(sheet, block)) block = cutAt(sheet, block, 0);
  if (!block.headed) {
    const width = Math.max(block.header.length, ...block.rows.slice(0, 200).map((row) => row.length));
    const header = above === undefined ? undefined : inherited(above, cut, width);
    block = { ...block, header: header ?? Array.from({ length: width }, () => '') };
    return { block, groups: block.header.map(() => '') };
  }
  return grouped(sheet, block, (text) => kpiMatch(text, env.context) !== undefined);
}

/** What a table is called: not after the months or networks over its columns. */
export function nameBefore(sheet: Sheet, block: Block, env: TableEnv): string {
  if (block.name === block.sheet || block.paired) return block.name;
  return grouped(sheet, block, (text) => kpiMatch(text, env.context) !== undefined).block.name;
}

/** A row of names by itself, over tables that follow further down. */
export function namesOnly(block: Block): boolean {
  if (block.headed || block.rows.length !== 1) return false;
  const texts = (block.rows[0] ?? []).map((cell) => cellText(cell)).filter((text) => text !== '');
  const dated = texts.filter((text) => dateInHeader(text) !== undefined).length;
  return dated >= 2 && texts.every((text) => dateInHeader(text) !== undefined || !looksNumeric(text));
}

function inherited(above: Cut, cut: Cut, width: number): readonly string[] | undefined {
  const { block } = above;
  if (above.sheet !== cut.sheet || block.left !== cut.block.left) return undefined;
  const header =
    block.headed || block.rows.length !== 1
      ? block.header
      : (block.rows[0] ?? []).map((cell) => cellText(cell));
  const dated = header.filter((name) => dateInHeader(name) !== undefined).length;
  if (dated < 2 || width > header.length) return undefined;
  return header;
}

/** How a table is read that no signature knows, or of which a person said how. */
export function planGeneric(
  cut: Cut,
  base: Mapping | null,
  prepared: ReturnType<typeof named>,
  times: Times,
  said: TableMapping | undefined,
): Plan {
  const { env } = cut;
  const { block } = prepared;
  if (said && base) {
    const { mapping, shape } = applyMapping(said, base, block, env.context);
    return { block, mapping: withLine(mapping, said), shape, asked: [], open: false };
  }
  const found = guess(block, env, {
    groups: prepared.groups,
    year: times.yearOf(block),
    period: () => times.periodOf(block),
  });
  if (!said) {
    const names = [...new Set(found.unknown.map(({ name }) => name))].slice(0, askedLimit);
    return {
      block,
      mapping: found.mapping,
      shape: found.shape,
      asked: [...new Set([...answered(block, env.context), ...names])],
      open: found.open === true,
      ...(found.problem === undefined ? {} : { problem: found.problem }),
    };
  }
  const { mapping, shape, untold } = applyMapping(said, found.mapping, block, env.context);
  const undated = said.period === null && mapping.period === undefined && !isDated(mapping);
  const period = undated ? times.periodOf(block) : undefined;
  return {
    block,
    mapping: withLine(period ? { ...mapping, period } : mapping, said),
    shape,
    asked: [...new Set(found.unknown.filter(({ index }) => untold.includes(index)).map(({ name }) => name))],
    open: false,
  };
}

function isDated({ columns }: Mapping): boolean {
  return columns.some(
    (one) => one.role === 'date' || (one.role === 'value' && dateInHeader(one.header) !== undefined),
  );
}

function withLine(mapping: Mapping, said: TableMapping): Mapping {
  return said.headerLine === null ? mapping : { ...mapping, headerLine: said.headerLine };
}

/** Columns whose question was answered: it stays with the file, so that the answer can be changed. */
function answered(block: Block, context: InspectContext): string[] {
  return block.header
    .flatMap((header, index) => [columnName(header, index), dateInHeader(header)?.rest ?? ''])
    .filter((name) => context.answers?.[`kpi:${block.name}:${name}`] !== undefined);
}

/** The row of the names that a person said, where it still holds them; next month they may stand elsewhere. */
export function lineFor(said: TableMapping, sheet: Sheet, block: Block): number | null {
  const { headerLine } = said;
  if (headerLine === null || headerLine === 0) return headerLine;
  const wanted = new Set(said.columns.map((column) => columnKey(column.header)).filter((key) => key !== ''));
  const share = (line: number): number => {
    const i = sheet.lines === undefined ? line - 1 : sheet.lines.indexOf(line);
    const here = new Set((sheet.rows[i] ?? []).map((cell) => columnKey(cellText(cell))));
    return [...wanted].filter((key) => here.has(key)).length / Math.max(wanted.size, 1);
  };
  if (wanted.size === 0 || share(headerLine) >= 0.5) return headerLine;
  for (let line = Math.max(1, block.headerLine - 5); line <= block.headerLine + 15; line += 1)
    if (share(line) >= 0.6) return line;
  return null;
}

/** A header that a signature or the catalogue knows: what a row of names is judged by. */
export function isKnownWord(header: string, context: InspectContext): boolean {
  return context.catalogueAliases.has(fold(header)) || kpiMatch(header, context) !== undefined;
}
