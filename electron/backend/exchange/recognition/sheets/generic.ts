/**
 * A table that no signature knows: which column is the date, which are figures of a known KPI by its name or
 * alias, which tell the channel, which are people's data to leave out. What no alias answers is asked.
 *
 * Invariants: nothing is mapped that the catalogue (or a person) did not name; personal columns stay out; totals,
 * means, changes and goals are never figures; whatever holds numbers can be mapped by hand.
 */
import type { Period } from '../../../../../shared/domain/time.ts';
import { problem } from '../../readers/codes.ts';
import type { Block } from '../tables/blocks.ts';
import { whereOf } from '../context.ts';
import type { InspectContext, TableEnv } from '../context.ts';
import { fold } from '../fold.ts';
import { guessCells } from './guessCells.ts';
import { guessSeries } from './guessSeries.ts';
import { mappingBase } from './guessing.ts';
import type { Guess, Scene } from './guessing.ts';
import { headsOf } from './heads.ts';
import { dateColumnOf, look } from './looks.ts';
import { personalColumns } from './personal.ts';

/** Columns asked about at most; a sheet with more unknown figures is mapped by hand. */
export const askedLimit = 12;

export interface Around {
  /** Words over the columns' own names. */
  readonly groups: readonly string[];
  readonly year: number | undefined;
  readonly period: () => Period | undefined;
}

export function guess(block: Block, env: TableEnv, around: Around): Guess {
  const { context } = env;
  const looks = block.header.map((header, index) => look(block, header, index));
  const scene: Scene = {
    block,
    looks,
    heads: headsOf(block, around.groups, context),
    personal: personalColumns(looks),
    context,
    year: around.year,
    period: around.period,
  };
  if (block.rows.length === 0) return refused(scene, 'no-rows', env);
  if (
    !looks.some((one) => one.numeric + one.damaged >= 0.3 && one.filled > 0 && !scene.personal.has(one.index))
  )
    return refused(scene, dateColumnOf(looks) ? 'no-figures' : 'no-table', env);
  const date = dateColumnOf(looks);
  const found = guessCells(scene, date) ?? guessSeries(scene, date);
  const language = languageOf(block, context);
  const known = found.mapping.columns.some((column) => column.role === 'metric') || found.shape !== 'series';
  const left = new Set(found.unknown.map(({ name }) => name)).size;
  if (!known && left === 0) return refused(scene, 'no-figures', env);
  const open = !known && (left > askedLimit || (date === undefined && found.mapping.period === undefined));
  return {
    ...found,
    unknown: open ? [] : found.unknown,
    mapping: { ...found.mapping, language: found.mapping.language ?? language },
    ...(open ? { open: true } : {}),
  };
}

/** Spanish or English by the words of the header; null when they say nothing. */
function languageOf(block: Block, context: InspectContext): string | null {
  const text = ` ${block.header.map((name) => fold(name)).join(' ')} `;
  if (
    / (?:fecha|mes|semana|dia|alcance|seguidor|interaccion|visita|visualizacion|canal|impresion|clic|indicador|enero|febrero|marzo|abril|ene|trimestre) /.test(
      text,
    )
  )
    return 'es';
  if (/ (?:data|semana|alcance|curtida|seguidore|impressao) /.test(text)) return 'pt';
  return / (?:date|month|week|follower|reach|view|click|channel) /.test(text) &&
    context.catalogueAliases.size > 0
    ? 'en'
    : null;
}

function refused(scene: Scene, code: 'no-rows' | 'no-table' | 'no-figures', env: TableEnv): Guess {
  return {
    mapping: mappingBase(
      scene.looks.map((one) => ({ index: one.index, header: one.header, role: 'ignored' as const })),
      'table',
      scene,
    ),
    shape: 'series',
    unknown: [],
    problem: problem(code, whereOf(env, scene.block.headerLine)),
  };
}
