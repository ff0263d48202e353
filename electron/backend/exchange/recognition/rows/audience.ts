/**
 * Meta's stacked audience cards: names over values, "name, value" pairs, or ages against genders.
 * Shares are bare percentages (`21.4`, `10.6`, `"23,9%"`); cards of counts share the shapes.
 */
import { isTotalText } from '../../../../../shared/domain/cells/text.ts';
import type { Cell, FigureColumn, RefusedRow } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, isEmptyCell, looksNumeric } from '../cells.ts';
import type { Findings, TableEnv } from '../context.ts';
import { whereOf } from '../context.ts';
import { dayOfStamp, exportDay, statedSpan } from '../evidence/facts.ts';
import { refuse } from './refusals.ts';
import type { Mapping } from '../mapping.ts';
import { ageName, memberName } from './members.ts';
import { titleDimension, titleMetric, titlesOf } from '../reports/reportTitles.ts';
import { isoOf } from '../../../../../shared/domain/time.ts';
import { planValues, readValue, unreadable } from './values.ts';

export interface Audience {
  readonly figures: readonly FigureColumn[];
  readonly refused: readonly RefusedRow[];
  readonly kpi: string;
}

export function extractAudience(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): Audience {
  const { signature } = mapping;
  const dimension =
    (signature && titleDimension(signature, titlesOf(block))) ?? signature?.columns[0]?.dimension ?? 'group';
  const named = signature && titleMetric(signature, block.titles);
  const kpi = named?.kpi ?? 'audience_share';
  const share = kpi === 'audience_share';
  const refused: RefusedRow[] = [];
  const span = statedSpan(block.comments, block.titles, env.file);
  const day = span?.last ?? exportDay(env, mapping.platform) ?? dayOfStamp(env.modified) ?? env.context.today;
  findings.notes.push({ code: 'snapshot-of-export', where: whereOf(env), detail: isoOf(day) });
  const columns = block.header.map((header, index) => ({
    index,
    header: share ? '%' : header,
    role: 'metric' as const,
    kpi,
    unit: share ? ('percent' as const) : ('count' as const),
  }));
  const plans = planValues(
    columns,
    block.rows,
    { language: mapping.language, recognised: true, percent: 'bare' },
    undefined,
  );
  const builder = new FigureBuilder({
    kpi,
    network,
    cadence: 'day',
    header: block.titles.at(-1) ?? block.name,
    dimension,
    ...(share ? {} : { span: { first: span?.first ?? day, last: day } }),
  });
  const put = (row: readonly Cell[], c: number, line: number, member: string): void => {
    const plan = plans[c]?.plan;
    const cell = row[c] ?? null;
    if (!plan || isEmptyCell(cell) || member === '' || isTotalText(member)) return;
    const value = readValue(cell, plan);
    if (value === unreadable) refuse(refused, env, line, block.header[c] ?? '', cell, 'value-unreadable');
    else if (!Number.isNaN(value)) builder.push(day, value, line, member);
  };
  const matrix =
    block.rows.length > 0 &&
    block.rows.every((row) => !looksNumeric(cellText(row[0] ?? null)) || isAge(cellText(row[0] ?? null)));
  for (const [r, row] of block.rows.entries()) {
    const line = block.lines[r] ?? 0;
    const label = cellText(row[0] ?? null);
    const filled = block.header.slice(1).filter((name) => name !== '');
    for (let c = matrix ? 1 : 0; c < block.header.length; c += 1) {
      const name = block.header[c] ?? '';
      if (!matrix) put(row, c, line, memberName(dimension, name));
      else if (filled.length === 1) put(row, c, line, memberName(dimension, label));
      else put(row, c, line, `${ageName(label)} ${memberName('gender', name)}`);
    }
  }
  return { figures: builder.size === 0 ? [] : [builder.finish()], refused, kpi };
}

function isAge(text: string): boolean {
  return /^\d{2}\s?[-–+]/.test(text);
}
