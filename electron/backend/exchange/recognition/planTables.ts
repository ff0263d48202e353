/**
 * The tables of a file and what each is: recognised, guessed, left out with a reason, or refused.
 */
import type { ReadFile, Sheet } from '../model.ts';
import { problem } from '../readers/codes.ts';
import { splitBlocks } from './blocks.ts';
import type { Block } from './blocks.ts';
import type { Findings, InspectContext, SharedFacts, TableEnv } from './context.ts';
import { damageIn } from './damage.ts';
import { fold } from './fold.ts';
import { guess } from './generic.ts';
import { mappingOf } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { isKnownHeader, recognise } from './recognise.ts';

export function planTables(
  read: ReadFile,
  context: InspectContext,
  shared: SharedFacts,
  archived: boolean,
  findings: Findings,
): Planned[] {
  const sheets = read.sheets.filter((sheet) => !sheet.hidden);
  const siblings = [...(context.siblings ?? []), ...read.sheets.map((sheet) => sheet.name)];
  const known = (header: string): boolean =>
    isKnownHeader(header) || context.catalogueAliases.has(fold(header));
  const blocks: { block: Block; env: TableEnv }[] = [];
  for (const sheet of sheets) {
    const env: TableEnv = {
      context,
      file: read.name,
      sheet: sheets.length > 1 || read.container === 'xlsx' ? sheet.name : null,
      shared,
      modified: read.modified,
      archived,
    };
    const found = splitBlocks(sheet, { known, limit: mostTables - blocks.length });
    for (const block of found) blocks.push({ block: named(block, sheet, read, found.length > 1), env });
  }
  if (blocks.length >= mostTables) findings.notes.push({ code: 'table-left-out', where: read.name });
  const planned: Planned[] = [];
  const problems: Findings['problems'] = [];
  for (const { block, env } of distinctNames(blocks)) {
    const match = recognise(block, { fileName: read.name, sheet: block.sheet, siblings });
    if (match) {
      const mapping = mappingOf(match, block);
      const damage = damageIn(block, mapping, env);
      if (damage) problems.push(damage);
      else planned.push({ block, env, mapping, shape: 'series' });
      continue;
    }
    if (block.header.length === 0 && block.rows.length === 0) continue;
    const { mapping, shape, problem: wrong } = guess(block, env, findings);
    const damage = wrong ? undefined : damageIn(block, mapping, env);
    if (wrong ?? damage) problems.push(...[wrong, damage].filter((one) => one !== undefined));
    else planned.push({ block, env, mapping, shape });
  }
  // Beside tables that can be read, the others are worth a note; a file with none of them is refused.
  const damaged = problems.some((one) => one.code === 'excel-damaged-decimals');
  if (planned.length === 0 || damaged) findings.problems.push(...problems.slice(0, shownProblems));
  else
    for (const { code, where } of problems)
      findings.notes.push({ code: 'table-left-out', where, detail: code });
  if (planned.length === 0 && problems.length === 0) findings.problems.push(problem('no-table', read.name));
  if (damaged) planned.length = 0;
  return planned;
}

/** A block without a title of its own is called after its columns where there are several, else its sheet or file. */
function named(block: Block, sheet: Sheet, read: ReadFile, several: boolean): Block {
  if (block.name !== '' && block.name !== sheet.name) return block;
  const [key = '', first = '', second] = block.header;
  if (several && first !== '')
    return { ...block, name: `${first}${second === undefined ? '' : '…'} · ${key}` };
  const base = read.name.split('/').at(-1) ?? read.name;
  const delimited = read.container === 'delimited';
  return { ...block, name: delimited || sheet.name === '' ? base.replace(/\.[^.]{1,5}$/, '') : sheet.name };
}

/** Tables of the same name are told apart by number: questions and previews refer to them. */
function distinctNames<T extends { readonly block: Block }>(blocks: readonly T[]): T[] {
  const counts = new Map<string, number>();
  return blocks.map((one) => {
    const n = (counts.get(one.block.name) ?? 0) + 1;
    counts.set(one.block.name, n);
    return n === 1 ? one : { ...one, block: { ...one.block, name: `${one.block.name} (${n})` } };
  });
}

/** Tables looked at in one file: no export has more, and a sheet of fragments has no end of them. */
const mostTables = 300;

/** Tables of one file whose refusal is spelt out; a sheet in pieces gives dozens of the same. */
const shownProblems = 5;

/** A table and what its columns are for. */
export interface Planned {
  readonly block: Block;
  readonly env: TableEnv;
  readonly mapping: Mapping;
  readonly shape: 'series' | 'wide' | 'long';
}
