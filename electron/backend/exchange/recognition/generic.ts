/**
 * A table that no signature knows: which column is the date, which are figures of a known KPI by its name or
 * alias, which tell the channel, which are people's data to leave out. What no alias answers is asked.
 *
 * Invariants: nothing is mapped that the catalogue (or a person) did not name; personal columns stay out.
 */
import { parseDate } from '../../../../shared/domain/cells/dates.ts';
import type { ImportProblem } from '../model.ts';
import { problem } from '../readers/codes.ts';
import type { Block } from './blocks.ts';
import { cellText, isEmptyCell, looksLikeDate } from './cells.ts';
import { whereOf } from './context.ts';
import type { Findings, InspectContext, TableEnv } from './context.ts';
import { fold, splitCurrency } from './fold.ts';
import { slug, unitFor } from './mapping.ts';
import type { MappedColumn, Mapping } from './mapping.ts';
import { kpiFor, kpiOfText } from './kpiWords.ts';
import { dateColumnOf, look, valueWords, words, yearWords } from './looks.ts';
import type { Look } from './looks.ts';
import { kpiQuestion } from './questions.ts';

interface Guess {
  readonly mapping: Mapping;
  readonly shape: 'series' | 'wide' | 'long';
  readonly problem?: ImportProblem;
}

/** Columns asked about at most; a sheet with more unknown figures is no report of KPIs. */
const askedLimit = 12;

const channelWords = words(
  'channel network platform canal red plataforma rede social_network red_social social_media',
);
const metricWords = words('metric kpi metrica indicador indicator measure medida variable concepto');

const personalWords =
  /\b(?:e ?mail|correo|phone|telefono|movil|celular|ip|ip addre|first name|last name|nombre y apellido|apellido|full name|dni|nif|address|direccion|customer|cliente nombre|respondent)\b/;

export function guess(block: Block, env: TableEnv, findings: Findings): Guess {
  const { context } = env;
  const looks = block.header.map((header, index) => look(block, header, index));
  const wide = wideDates(block);
  if (wide.length >= 2) return wideGuess(block, wide, looks, context);
  const date = dateColumnOf(looks);
  if (!block.headed) return refused(block, looks, 'unknown-header', env);
  if (block.rows.length === 0) return refused(block, looks, 'no-rows', env);
  if (!date)
    return refused(block, looks, looks.some((one) => one.numeric > 0.5) ? 'no-dates' : 'no-figures', env);
  const metric = looks.find((one) => metricWords.has(one.folded) && one.numeric < 0.5);
  const value = looks.find((one) => valueWords.has(one.folded) && one.numeric > 0.5 && one !== date);
  if (metric && value) return longGuess(block, looks, date, metric, value, context);
  const columns: MappedColumn[] = [];
  const unknown: Look[] = [];
  for (const one of looks) {
    const column = roleOf(one, date, block, context);
    if (column) columns.push(column);
    else {
      unknown.push(one);
      columns.push({ index: one.index, header: one.header, role: 'ignored' });
    }
  }
  const known = columns.filter((column) => column.role === 'metric').length;
  if (known === 0 && unknown.length === 0) return refused(block, looks, 'no-figures', env);
  if (known === 0 && unknown.length > askedLimit) return refused(block, looks, 'unknown-header', env);
  for (const one of unknown.slice(0, askedLimit)) {
    const id = `kpi:${block.name}:${one.header}`;
    if (context.answers?.[id] === undefined)
      findings.questions.push(kpiQuestion(block.name, one.header, context));
  }
  return { mapping: mappingWith(columns, block, env), shape: 'series' };
}

function roleOf(one: Look, date: Look, block: Block, context: InspectContext): MappedColumn | null {
  const { index, header } = one;
  if (one === date) return { index, header, role: 'date' };
  if (one.filled === 0 || one.folded === '') return { index, header, role: 'ignored' };
  const answer = context.answers?.[`kpi:${block.name}:${header}`];
  if (answer === 'ignore') return { index, header, role: 'ignored' };
  if (answer !== undefined) return metricColumn(index, header, answer, context);
  if (personalWords.test(one.folded)) return { index, header, role: 'personal' };
  if (date.dates >= 0.6 && monthOnly(block, date) && yearWords.has(one.folded))
    return { index, header, role: 'year' };
  // A time of day beside its date.
  if (/^(?:time|hora|hour)$/.test(one.folded) && one.numeric >= 0.6)
    return { index, header, role: 'ignored' };
  if (one.numeric + one.damaged >= 0.6) {
    const key = kpiFor(header, block, context);
    if (key !== undefined) return metricColumn(index, header, key, context);
    if (isIdentifier(one) || yearWords.has(one.folded)) return { index, header, role: 'ignored' };
    return null;
  }
  if (one.dates >= 0.6) return { index, header, role: 'ignored' };
  if (channelWords.has(one.folded)) return { index, header, role: 'channel' };
  if (/^https?:/.test(cellText(block.rows[0]?.[index] ?? null))) return { index, header, role: 'link' };
  if (one.length <= 60 && one.distinct >= 1)
    return { index, header, role: 'dimension', dimension: slug(header) };
  return { index, header, role: 'ignored' };
}

function metricColumn(index: number, header: string, kpi: string, context: InspectContext): MappedColumn {
  const { currency } = splitCurrency(header);
  const unit =
    header.includes('%') && unitFor(kpi, header, context.units) === 'count'
      ? 'percent'
      : unitFor(kpi, header, context.units);
  return { index, header, role: 'metric', kpi, unit, ...(currency === undefined ? {} : { currency }) };
}

function monthOnly(block: Block, date: Look): boolean {
  const first = block.rows.find((row) => !isEmptyCell(row[date.index] ?? null));
  return parseDate(cellText(first?.[date.index] ?? null))?.kind === 'month';
}

function isIdentifier(one: Look): boolean {
  return /(?:^| )(?:id|num|no|code|codigo|zip|cp)(?: |$)/.test(one.folded);
}

/** Header cells that are dates. */
function wideDates(block: Block): number[] {
  const found: number[] = [];
  for (const [i, name] of block.header.entries()) {
    if (name === '' || (!looksLikeDate(name) && parseDate(name)?.kind !== 'month')) continue;
    found.push(i);
  }
  return found.length >= 2 && found.length >= block.header.filter((name) => name !== '').length - 4
    ? found
    : [];
}

function wideGuess(
  block: Block,
  dates: readonly number[],
  looks: readonly Look[],
  context: InspectContext,
): Guess {
  const columns = looks.map((one): MappedColumn => {
    const { index, header } = one;
    if (dates.includes(index)) return { index, header, role: 'value' };
    if (channelWords.has(one.folded)) return { index, header, role: 'channel' };
    return { index, header, role: 'dimension', dimension: slug(header) };
  });
  // The label column that names KPIs.
  const labels = columns.filter((column) => column.role === 'dimension');
  const kpi =
    labels.find((column) =>
      block.rows.some((row) => kpiOfText(cellText(row[column.index] ?? null), context) !== undefined),
    ) ?? labels[0];
  return {
    mapping: base(
      columns.map((column) =>
        column === kpi ? { index: column.index, header: column.header, role: 'kpi' as const } : column,
      ),
      'wide',
    ),
    shape: 'wide',
  };
}

function longGuess(
  block: Block,
  looks: readonly Look[],
  date: Look,
  metric: Look,
  value: Look,
  context: InspectContext,
): Guess {
  const columns = looks.map((one): MappedColumn => {
    const { index, header } = one;
    if (one === date) return { index, header, role: 'date' };
    if (one === metric) return { index, header, role: 'kpi' };
    if (one === value) return { index, header, role: 'value' };
    if (channelWords.has(one.folded)) return { index, header, role: 'channel' };
    if (personalWords.test(one.folded)) return { index, header, role: 'personal' };
    if (one.numeric < 0.5 && one.length <= 60 && one.filled > 0)
      return { index, header, role: 'dimension', dimension: slug(header) };
    return { index, header, role: 'ignored' };
  });
  return { mapping: { ...base(columns, 'long'), language: languageOf(block, context) }, shape: 'long' };
}

function mappingWith(columns: readonly MappedColumn[], block: Block, env: TableEnv): Mapping {
  return { ...base(columns, 'table'), language: languageOf(block, env.context) };
}

function base(columns: readonly MappedColumn[], report: string): Mapping {
  return {
    platform: 'generic',
    report,
    kind: 'series',
    language: null,
    recognised: false,
    columns,
    network: 'other',
  };
}

/** Spanish or English by the words of the header; null when they say nothing. */
function languageOf(block: Block, context: InspectContext): string | null {
  const text = ` ${block.header.map((name) => fold(name)).join(' ')} `;
  if (
    / (?:fecha|mes|semana|dia|alcance|seguidor|interaccion|visita|visualizacion|canal|impresion|clic) /.test(
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

function refused(
  block: Block,
  looks: readonly Look[],
  code: 'unknown-header' | 'no-rows' | 'no-dates' | 'no-figures',
  env: TableEnv,
): Guess {
  return {
    mapping: base(
      looks.map((one) => ({ index: one.index, header: one.header, role: 'ignored' as const })),
      'table',
    ),
    shape: 'series',
    problem: problem(code, whereOf(env, block.headerLine)),
  };
}
