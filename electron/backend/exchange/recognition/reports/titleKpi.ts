/**
 * Reports whose title alone says what they count (one metric a file): where no signature knows the title, the catalogue
 * may, else a person is asked. Nothing of such a file is left out unasked.
 */
import type { Block } from '../tables/blocks.ts';
import { ask } from '../context.ts';
import type { Findings, InspectContext } from '../context.ts';
import { kpiOfText } from '../sheets/kpiWords.ts';
import { unitFor } from '../mapping.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { kpiQuestion } from '../questions.ts';

/** The mapping with a KPI for the column that its report leaves to the title. */
export function withTitleKpi(
  mapping: Mapping,
  block: Block,
  context: InspectContext,
  findings: Findings,
): Mapping {
  if (mapping.kind !== 'series' || block.rows.length === 0) return mapping;
  const open = mapping.columns.find((column) => column.role === 'metric' && column.kpi === undefined);
  if (!mapping.signature?.titleMetrics || !open) return mapping;
  const title = block.titles.at(-1) ?? block.name;
  const known = [...block.titles.toReversed(), block.name]
    .map((text) => kpiOfText(text, context))
    .find((key) => key !== undefined);
  const kpi =
    known ??
    ask(
      findings,
      kpiQuestion(block.name, title, context),
      context,
      (key) => context.units?.has(key) === true,
    );
  if (kpi === undefined || kpi === 'ignore') return mapping;
  const settled: MappedColumn = { ...open, kpi, unit: unitFor(kpi, title, context.units) };
  return { ...mapping, columns: mapping.columns.map((column) => (column === open ? settled : column)) };
}
