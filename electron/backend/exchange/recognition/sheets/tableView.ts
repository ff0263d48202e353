/**
 * One table of a file as the mapping screen shows it: the rows as they stand, what each column is and why, both readings
 * of dates and numbers, and the first figures that a mapping makes of it.
 *
 * Pure: nothing is kept. Of a long file only its head is looked at, and `headOnly` says so. Files of the same drop are
 * not consulted: what only they prove (a network, a year) is the likeliest reading here.
 */
import type { TableMapping } from '../../../../../shared/contract/imports/mapping.ts';
import type { TableView } from '../../../../../shared/contract/imports/table.ts';
import { isoOf } from '../../../../../shared/domain/time.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import type { ExtractedTable, ReadFile, Sheet } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, isEmptyCell } from '../cells.ts';
import { noFacts } from '../context.ts';
import type { Findings } from '../context.ts';
import { extract } from '../extract.ts';
import { forFile } from '../inspect.ts';
import type { InspectContext } from '../inspect.ts';
import { planTables } from '../planTables.ts';
import type { Planned } from '../planTables.ts';
import { toTableMapping } from './personMapping.ts';
import { toldColumn } from './toldColumn.ts';
import { dateReadings, labelRows, numberReadings, shownText } from './tableReadings.ts';
import { isSummaryLabel } from './sumLabels.ts';
import { networkFor } from '../evidence/whichNetwork.ts';

/** A view without the number of its file, which only the session knows. */
export type TableSight = Omit<TableView, 'file'>;

const shown = {
  above: 4,
  rows: 40,
  columns: 200,
  text: 160,
  samples: 5,
  preview: 60,
  refused: 60,
  counted: 5000,
} as const;

/** Null where the file has no such table. `file` is its name in the drop: `archive.zip/inner.csv`. */
export function tableView(
  read: ReadFile,
  file: string,
  table: string,
  mapping: TableMapping | null,
  context: InspectContext,
): TableSight | null {
  const leaf = leafOf(read, read.name, file, false);
  if (!leaf || leaf.read.error) return null;
  const own = forFile(context, file);
  const said = mapping === null ? own : { ...own, mappings: { ...own.mappings, [table]: mapping } };
  const seen = sightOf(leaf, table, said);
  if (seen || mapping === null) return seen;
  // What the mapping makes of it cannot be shown: the table as it is, and why.
  const { [table]: _mapped, ...others } = own.mappings ?? {};
  const plain = sightOf(leaf, table, { ...own, mappings: others });
  const findings = emptyFindings();
  planTables(leaf.read, said, noFacts, leaf.archived, findings);
  return plain && { ...plain, mapping, preview: [], figures: 0, problems: problemsOf(findings) };
}

interface Leaf {
  readonly read: ReadFile;
  readonly archived: boolean;
}

function leafOf(read: ReadFile, name: string, wanted: string, archived: boolean): Leaf | null {
  if (read.entries.length === 0)
    return name === wanted || !archived ? { read: { ...read, name: wanted }, archived } : null;
  for (const entry of read.entries) {
    const found = leafOf(entry, `${name}/${entry.name}`, wanted, true);
    if (found) return found;
  }
  return null;
}

function emptyFindings(): Findings {
  return { questions: [], problems: [], notes: [], languages: [] };
}

function problemsOf(findings: Findings): TableSight['problems'] {
  return findings.problems.map(({ code, message, where, detail }) => ({
    code,
    message,
    where,
    ...(detail === undefined ? {} : { detail: { ...detail } }),
  }));
}

function sightOf({ read, archived }: Leaf, table: string, context: InspectContext): TableSight | null {
  const findings = emptyFindings();
  const planned = planTables(read, context, noFacts, archived, findings);
  const plan = planned.find((one) => one.block.name === table);
  if (!plan) return null;
  const network = networkFor(plan, planned, read, context, noFacts, findings);
  const { table: made } = extract(plan.block, plan.mapping, plan.shape, network, plan.env, findings);
  const { block } = plan;
  const sheet = read.sheets.find((one) => one.name === block.sheet);
  const said = Object.hasOwn(context.mappings ?? {}, table) ? context.mappings?.[table] : undefined;
  return {
    table,
    sheet: block.sheet,
    mapping:
      made.mapping ?? toTableMapping(plan.mapping, plan.shape, block, context, said?.headerLine ?? null),
    sample: sheet ? sampleOf(sheet, plan) : [],
    columns: made.columns.map((column) => ({ ...toldColumn(column), ...contentOf(block, column.index) })),
    labels: labelRows(plan, context),
    dates: dateReadings(plan, context),
    numbers: numberReadings(plan),
    preview: previewOf(made),
    figures: figuresIn(made),
    refused: made.refused.slice(0, shown.refused).map(({ where, text, code }) => ({ where, text, code })),
    refusedTotal: made.refused.length,
    problems: problemsOf(findings),
    ...(sheet?.more === undefined ? {} : { headOnly: true }),
  };
}

function contentOf(
  block: Block,
  index: number,
): Pick<TableSight['columns'][number], 'samples' | 'filled' | 'distinct'> {
  const seen = new Set<string>();
  let filled = 0;
  for (const row of block.rows.slice(0, shown.counted)) {
    const cell = row[index] ?? null;
    if (isEmptyCell(cell)) continue;
    filled += 1;
    seen.add(shownText(cell).slice(0, shown.text));
  }
  return { samples: [...seen].slice(0, shown.samples), filled, distinct: seen.size };
}

/** The rows around and in the table as they stand in the sheet. */
function sampleOf(sheet: Sheet, { block, mapping }: Planned): TableSight['sample'] {
  const indexOf = (line: number): number =>
    sheet.lines === undefined ? line - 1 : sheet.lines.indexOf(line);
  const width = Math.min(Math.max(block.header.length, 1), shown.columns);
  const cellsAt = (i: number): string[] =>
    Array.from({ length: width }, (_, c) =>
      shownText(sheet.rows[i]?.[block.left + c] ?? null).slice(0, shown.text),
    );
  const lineOf = (i: number): number => sheet.lines?.[i] ?? i + 1;
  const header = indexOf(block.headerLine);
  const first = block.lines[0] === undefined ? header + 1 : indexOf(block.lines[0]);
  const out: TableSight['sample'] = [];
  const isNames = block.headed && header < first;
  const from = Math.max(0, Math.min(header, first) - shown.above);
  for (let i = from; i < first; i += 1) {
    const cells = cellsAt(i);
    const filled = cells.filter((text) => text !== '');
    if (filled.length === 0) continue;
    const joined =
      i < header &&
      i >= header - 3 &&
      filled.every((text) => block.header.some((name) => name.includes(text)));
    out.push({ line: lineOf(i), cells, role: isNames && (i >= header || joined) ? 'header' : 'above' });
  }
  const labels = mapping.columns.filter((column) => column.role !== 'metric' && column.role !== 'value');
  for (const [r, line] of block.lines.slice(0, shown.rows).entries()) {
    const row = block.rows[r] ?? [];
    const total = labels.some((column) => {
      const cell = row[column.index] ?? null;
      return typeof cell === 'string' && isSummaryLabel(cellText(cell), mapping);
    });
    out.push({ line, cells: cellsAt(indexOf(line)), role: total ? 'total' : 'data' });
  }
  return out;
}

function previewOf(table: ExtractedTable): TableSight['preview'] {
  const out: TableSight['preview'][number][] = [];
  for (const column of table.figures) {
    for (let i = 0; i < Math.min(column.days.length, shown.preview); i += 1) {
      out.push({
        kpi: column.kpi,
        network: column.network,
        account: column.account ?? null,
        cadence: column.cadence,
        start: isoOf((column.days[i] ?? 0) as Day),
        detail: column.members?.[i] ?? null,
        value: column.values[i] ?? 0,
        line: column.rows[i] ?? 0,
      });
    }
  }
  for (const item of table.content.slice(0, shown.preview)) {
    if (item.published === undefined) continue;
    for (const [kpi, value] of Object.entries(item.metrics))
      out.push({
        kpi,
        network: item.network,
        account: item.account ?? null,
        cadence: 'day',
        start: item.published,
        detail: item.title === '' ? item.externalId : item.title.slice(0, shown.text),
        value,
        line: item.row,
      });
  }
  return out.toSorted((a, b) => a.line - b.line || a.start.localeCompare(b.start)).slice(0, shown.preview);
}

function figuresIn(table: ExtractedTable): number {
  const plain = table.figures.reduce((n, column) => n + column.values.length, 0);
  return table.content.reduce((n, item) => n + Object.keys(item.metrics).length, plain);
}
