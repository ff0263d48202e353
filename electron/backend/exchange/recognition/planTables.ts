/**
 * The tables of a file and what each is: recognised, guessed, left out with a reason, or refused.
 */
import type { ReadFile, Sheet } from '../model.ts';
import { problem } from '../readers/codes.ts';
import { withoutRepeats } from './tables/blockParts.ts';
import { shortNamed } from './tables/blockParts.ts';
import { splitBlocks } from './tables/blocks.ts';
import type { Block } from './tables/blocks.ts';
import { guessCases } from './cases/caseGuess.ts';
import { isTaken } from './reports/confirm.ts';
import { ask, whereOf } from './context.ts';
import type { Findings, InspectContext, SharedFacts, TableEnv } from './context.ts';
import { damageIn } from './reports/damage.ts';
import { cutAt } from './tables/headerGroups.ts';
import { mappingOf } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { pairsIn } from './rows/pairs.ts';
import {
  isKnownWord,
  lineFor,
  nameBefore,
  named as withNames,
  namesOnly,
  planGeneric,
} from './sheets/planGeneric.ts';
import type { Cut, Plan } from './sheets/planGeneric.ts';
import { kpiQuestion, mappingQuestion } from './questions.ts';
import { isKnownHeader, isPairName, recognise } from './reports/recognise.ts';
import { withTitleKpi } from './reports/titleKpi.ts';
import { guessSurvey } from './surveys/surveys.ts';
import { timesOf, yearOfPeriods } from './sheets/undated.ts';

export function planTables(
  read: ReadFile,
  context: InspectContext,
  shared: SharedFacts,
  archived: boolean,
  findings: Findings,
): Planned[] {
  const sheets = read.sheets.filter((sheet) => !sheet.hidden);
  const siblings = [...(context.siblings ?? []), ...read.sheets.map((sheet) => sheet.name)];
  const known = (header: string): boolean => isKnownHeader(header) || isKnownWord(header, context);
  const blocks: Cut[] = [];
  for (const sheet of sheets) {
    const env: TableEnv = {
      context,
      file: read.name,
      sheet: sheets.length > 1 || read.container === 'xlsx' ? sheet.name : null,
      shared,
      modified: read.modified,
      archived,
    };
    const lines = pairsIn(sheet, isPairName);
    const hints = { fileName: read.name, sheet: sheet.name, siblings };
    const pairs = lines && recognise(lines.block, hints) ? lines : null;
    if (pairs && pairs.left > 0) findings.notes.push({ code: 'table-left-out', where: read.name });
    const found = pairs ? [pairs.block] : splitBlocks(sheet, { known, limit: mostTables - blocks.length });
    for (const block of found) {
      const called = shortNamed({ ...block, name: nameBefore(sheet, block, env) });
      blocks.push({ block: named(called, sheet, read, found.length > 1), sheet, env });
    }
  }
  if (blocks.length >= mostTables) findings.notes.push({ code: 'table-left-out', where: read.name });
  const planned: Planned[] = [];
  const guessed: (Plan & { readonly env: TableEnv })[] = [];
  const problems: Findings['problems'] = [];
  const keep = (plan: Planned): void => {
    const damage = damageIn(plan.block, plan.mapping, plan.env);
    if (damage) problems.push(damage);
    else planned.push(plan);
  };
  const cuts = distinctNames(withoutRepeats(blocks));
  const times = timesOf(
    cuts.map((cut) => cut.block),
    read.name,
    cuts[0]?.env ?? { context, file: read.name, sheet: null, shared, modified: read.modified, archived },
    findings,
  );
  let above: Cut | undefined;
  for (const whole of cuts) {
    // A table may be called `constructor`.
    const said = Object.hasOwn(context.mappings ?? {}, whole.block.name)
      ? context.mappings?.[whole.block.name]
      : undefined;
    const line = said ? lineFor(said, whole.sheet, whole.block) : null;
    const cut =
      line === null ? whole : { ...whole, block: shortNamed(cutAt(whole.sheet, whole.block, line)) };
    const { block, env } = cut;
    const match = recognise(block, { fileName: read.name, sheet: block.sheet, siblings });
    const taken =
      match && (said !== undefined || isTaken(match.signature, block, read.name, context, findings));
    if (match && taken && said === undefined) {
      const mapping = withTitleKpi(mappingOf(match, block), block, context, findings);
      keep({ block, env, mapping, shape: 'series' });
      above = cut;
      continue;
    }
    if (block.header.length === 0 && block.rows.length === 0) continue;
    const people = said === undefined ? (guessCases(block) ?? guessSurvey(block)) : null;
    if (people) {
      planned.push({ block, env, mapping: people, shape: 'series' });
      continue;
    }
    const base = match ? mappingOf(match, block) : null;
    if (!base && !said && namesOnly(block)) {
      problems.push(problem('no-rows', whereOf(env, block.headerLine)));
      above = cut;
      continue;
    }
    const plan = planGeneric(cut, base, base ? { block, groups: [] } : withNames(cut, above), times, said);
    above = { ...cut, block: plan.block };
    const wrong = plan.problem ?? damageIn(plan.block, plan.mapping, env);
    if (wrong) problems.push(wrong);
    else guessed.push({ ...plan, env });
  }
  const recognised = planned.some((plan) => plan.mapping.recognised && plan.mapping.kind !== 'facts');
  planned.push(...settleGuessed(guessed, recognised, findings));
  const places = new Map(cuts.map((cut, i) => [cut.block.name, i] as const));
  planned.sort((a, b) => (places.get(a.block.name) ?? 0) - (places.get(b.block.name) ?? 0));
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

/**
 * Guessed tables with what has to be asked about them. Beside a recognised report nothing is asked about sheets that it
 * came with; beside a table that is understood, one of which nothing is known is left out with a note. Either can be
 * mapped by hand.
 */
function settleGuessed(
  guessed: readonly (Plan & { readonly env: TableEnv })[],
  recognised: boolean,
  findings: Findings,
): Planned[] {
  const understood = recognised || guessed.some((plan) => !plan.open);
  let open = 0;
  return guessed.map(({ block, env, mapping, shape, ...plan }): Planned => {
    const { context } = env;
    if (!recognised || mapping.said === 'person')
      for (const column of plan.asked)
        ask(
          findings,
          kpiQuestion(block.name, column, context),
          context,
          (key) => context.units?.has(key) === true,
        );
    if (plan.open) {
      if (understood || open >= askedTables)
        findings.notes.push({
          code: 'table-left-out',
          where: whereOf(env, block.headerLine),
          detail: 'unknown-header',
        });
      else ask(findings, mappingQuestion(block.name), context);
      open += 1;
    }
    const personal = mapping.columns.filter((column) => column.role === 'personal');
    if (personal.length > 0)
      findings.notes.push({
        code: 'personal-left-out',
        where: whereOf(env),
        detail: personal.map((column) => column.header).join(', '),
      });
    const year = yearOfPeriods(block, mapping, env, findings);
    return { block, env, mapping: year === undefined ? mapping : { ...mapping, year }, shape };
  });
}

/** Tables of one file asked about because nothing in them is known. */
const askedTables = 3;

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
