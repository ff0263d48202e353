/**
 * One table from columns with a purpose to figures, breakdowns and content items.
 */
import type { Day } from '../../../../shared/domain/time.ts';
import type { ExtractedTable } from '../model.ts';
import { figuresOfItems } from './rows/adding.ts';
import { extractAudience } from './rows/audience.ts';
import type { Block } from './tables/blocks.ts';
import { extractCases } from './cases/cases.ts';
import { extractContent } from './rows/content.ts';
import type { Findings, TableEnv } from './context.ts';
import { extractCounted } from './rows/counted.ts';
import { statedSpan } from './evidence/facts.ts';
import { extractFigures } from './rows/figures.ts';
import { shownColumn } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { toTableMapping } from './sheets/personMapping.ts';
import { extractCells } from './rows/shapes.ts';
import { extractSurvey } from './surveys/surveys.ts';

interface Extracted {
  readonly table: ExtractedTable;
  readonly exportDay?: Day;
}

export function extract(
  block: Block,
  mapping: Mapping,
  shape: 'series' | 'wide' | 'long',
  network: string,
  env: TableEnv,
  findings: Findings,
): Extracted {
  const found = extractAs(block, mapping, shape, network, env, findings);
  if (mapping.signature?.totalsHoldMore !== true) return found;
  const { table } = found;
  return {
    ...found,
    table: { ...table, totals: table.totals.map((total) => ({ ...total, wider: true as const })) },
  };
}

function extractAs(
  block: Block,
  mapping: Mapping,
  shape: 'series' | 'wide' | 'long',
  network: string,
  env: TableEnv,
  findings: Findings,
): Extracted {
  const found: Findings = { ...findings, notes: [] };
  const table = {
    name: block.name,
    shape:
      mapping.kind === 'series' || mapping.kind === 'breakdown' || mapping.kind === 'counted'
        ? shape
        : mapping.kind === 'pairs'
          ? ('content' as const)
          : mapping.kind,
    platform: mapping.platform,
    report: mapping.report,
    rows: block.rows.length,
    columns: mapping.columns.map((column) => shownColumn(column, mapping.recognised)),
    notes: found.notes,
    ...(isMappable(mapping) && block.paired !== true
      ? { mapping: toTableMapping(plainly(mapping), shape, block, env.context, mapping.headerLine ?? null) }
      : {}),
  };
  const none = { figures: [], content: [], cases: [], refused: [], totals: [] } as const;
  if (mapping.kind === 'facts') return { table: { ...table, ...none } };
  if (mapping.kind === 'content' || mapping.kind === 'pairs') {
    const { content, refused, totals, exportDay } = extractContent(block, mapping, network, env, found);
    const figures = mapping.signature?.addsUp ? figuresOfItems(content, mapping.columns) : [];
    const stated = content.length === 0 ? undefined : statedSpan(block.comments, block.titles, env.file);
    // A report of one thing, and a list cut off at its limit, say nothing of what else went out.
    const partial = mapping.kind === 'pairs' || content.length >= (mapping.signature?.listsUpTo ?? Infinity);
    const covers = partial ? null : stated;
    return {
      table: {
        ...table,
        ...none,
        figures,
        content,
        refused,
        totals,
        ...(covers === undefined ? {} : { covers }),
      },
      ...(exportDay === undefined ? {} : { exportDay }),
    };
  }
  if (mapping.kind === 'cases')
    return { table: { ...table, ...none, ...extractCases(block, mapping, network, env, found) } };
  if (mapping.kind === 'survey') {
    const { figures, refused } = extractSurvey(block, mapping, network, env, found);
    return { table: { ...table, ...none, figures, refused } };
  }
  if (mapping.kind === 'counted')
    return { table: { ...table, ...none, ...extractCounted(block, mapping, network, env, found) } };
  if (mapping.kind === 'audience') {
    const { figures, refused, kpi } = extractAudience(block, mapping, network, env, found);
    const unit = kpi === 'audience_share' ? 'percent' : 'count';
    const columns = block.header
      .map((header, i) => ({ header, i }))
      .map(({ header, i }) =>
        header === '' && i === 0
          ? { index: i, header, role: 'dimension' as const }
          : { index: i, header, role: 'metric' as const, kpi, unit },
      );
    return { table: { ...table, ...none, columns, figures, refused } };
  }
  if (shape === 'series')
    return { table: { ...table, ...none, ...extractFigures(block, mapping, network, env, found) } };
  const { figures, refused, totals, kpis } = extractCells(block, mapping, network, env, found);
  const [only] = kpis;
  const columns = table.columns.map((column) =>
    column.role === 'value' && kpis.length === 1 && only !== undefined ? { ...column, kpi: only } : column,
  );
  return { table: { ...table, ...none, columns, figures, refused, totals } };
}

/** Parts of cases and answers are nothing a person maps: as figures nobody has named them yet. */
function plainly(mapping: Mapping): Mapping {
  if (mapping.kind !== 'cases' && mapping.kind !== 'survey') return mapping;
  return {
    ...mapping,
    columns: mapping.columns.map((column) =>
      column.role === 'value' ? { index: column.index, header: column.header, role: 'ignored' } : column,
    ),
  };
}

/** Whether a person can say otherwise how it is read: not for stacked cards and known help desks or survey tools. */
function isMappable({ kind, recognised }: Mapping): boolean {
  if (kind === 'cases' || kind === 'survey') return !recognised;
  return kind === 'series' || kind === 'breakdown' || kind === 'content';
}
