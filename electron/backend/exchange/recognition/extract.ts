/**
 * One table from columns with a purpose to figures, breakdowns and content items.
 */
import type { Day } from '../../../../shared/domain/time.ts';
import type { ExtractedTable } from '../model.ts';
import { extractAudience } from './audience.ts';
import type { Block } from './blocks.ts';
import { extractContent } from './content.ts';
import type { Findings, TableEnv } from './context.ts';
import { extractFigures } from './figures.ts';
import { shownColumn } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { extractLong, extractWide } from './shapes.ts';

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
  const found: Findings = { ...findings, notes: [] };
  const table = {
    name: block.name,
    platform: mapping.platform,
    report: mapping.report,
    rows: block.rows.length,
    columns: mapping.columns.map(shownColumn),
    notes: found.notes,
  };
  const none = { figures: [], content: [], refused: [], totals: [] } as const;
  if (mapping.kind === 'facts') return { table: { ...table, ...none } };
  if (mapping.kind === 'content') {
    const { content, refused, totals, exportDay } = extractContent(block, mapping, network, env, found);
    return {
      table: { ...table, ...none, content, refused, totals },
      ...(exportDay === undefined ? {} : { exportDay }),
    };
  }
  if (mapping.kind === 'audience') {
    const { figures, refused, kpi } = extractAudience(block, mapping, network, env, found);
    const unit = kpi === 'audience_share' ? 'percent' : 'count';
    const columns = block.header
      .map((header, i) => ({ header, i }))
      .map(({ header, i }) =>
        header === '' && i === 0
          ? { header, role: 'dimension' as const }
          : { header, role: 'metric' as const, kpi, unit },
      );
    return { table: { ...table, ...none, columns, figures, refused } };
  }
  if (shape === 'series')
    return { table: { ...table, ...none, ...extractFigures(block, mapping, network, env, found) } };
  const { figures, refused, kpis } = (shape === 'long' ? extractLong : extractWide)(
    block,
    mapping,
    network,
    env,
    found,
  );
  const [only] = kpis;
  const columns = table.columns.map((column) =>
    column.role === 'value' && kpis.length === 1 && only !== undefined ? { ...column, kpi: only } : column,
  );
  return { table: { ...table, ...none, columns, figures, refused } };
}
