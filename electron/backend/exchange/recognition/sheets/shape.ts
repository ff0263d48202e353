/**
 * What stays the same in next month's file: the names of the columns without their dates. Recipes are found by it, and
 * a mapping made for one file is laid over the next by it.
 *
 * The names of files, tabs and tables, the order of columns, and how many dates stand in a row of headers do not count.
 */
import type { ColumnMapping, TableMapping } from '../../../../../shared/contract/imports/mapping.ts';
import type { Inspection, Mappings } from '../../model.ts';
import { fold } from '../fold.ts';
import { dateInHeader } from './periodText.ts';

/** A column's name as it returns next month; every date is the same date. */
export function columnKey(header: string): string {
  const dated = dateInHeader(header);
  return dated === undefined ? fold(header) : `<date> ${fold(dated.rest)}`.trim();
}

/** The names of a table's columns, each once. */
export function columnsKey(headers: readonly string[]): string {
  return [...new Set(headers.map(columnKey))]
    .filter((key) => key !== '')
    .toSorted()
    .join('|');
}

/**
 * Two files of one shape have the same report and tables of the same columns, however many tabs of each. Take it from
 * the first reading of a file, before any mapping.
 */
export function shapeKey(inspection: Pick<Inspection, 'platform' | 'report' | 'tables'>): string {
  const tables = inspection.tables.map((table) => columnsKey(table.columns.map((column) => column.header)));
  return JSON.stringify([inspection.platform, inspection.report, [...new Set(tables)].toSorted()]);
}

/** Least share of a mapping's columns that a table must have to be read by it. */
const alike = 0.6;

/**
 * Mappings kept for a shape, laid over the tables of a new file: by the table's name where it stayed, else by its
 * columns (tabs called after months). What is of one file alone, a period, is left out.
 */
export function matchMappings(kept: Mappings, tables: Inspection['tables']): Record<string, TableMapping> {
  const found: Record<string, TableMapping> = {};
  for (const table of tables) {
    const headers = table.columns.map((column) => column.header);
    let best: { mapping: TableMapping; score: number } | undefined;
    for (const [name, mapping] of Object.entries(kept)) {
      const score = likeness(mapping, headers) + (name === table.name ? 0.5 : 0);
      if (score >= alike && (best === undefined || score > best.score)) best = { mapping, score };
    }
    if (best) found[table.name] = { ...best.mapping, period: null };
  }
  return found;
}

/** Share of a mapping's named columns that a table has, 0 to 1. */
function likeness(mapping: TableMapping, headers: readonly string[]): number {
  const wanted = new Set(
    mapping.columns.map((column) => columnKey(column.header)).filter((key) => key !== ''),
  );
  const here = new Set(headers.map(columnKey).filter((key) => key !== ''));
  // Without any names, the number of columns is all there is.
  if (wanted.size === 0) return mapping.columns.length === headers.length ? 1 : 0;
  const both = [...wanted].filter((key) => here.has(key)).length;
  return both / Math.max(wanted.size, 1);
}

/**
 * A mapping's columns for the columns of a table at hand: by name first (dates by their role, not their text), unnamed
 * ones by place. Null for a column the mapping does not know.
 */
export function adaptColumns(
  columns: readonly ColumnMapping[],
  headers: readonly string[],
): (ColumnMapping | null)[] {
  const byKey = new Map<string, ColumnMapping[]>();
  for (const column of columns) {
    const key = columnKey(column.header);
    byKey.set(key, [...(byKey.get(key) ?? []), column]);
  }
  const used = new Map<string, number>();
  return headers.map((header, index): ColumnMapping | null => {
    const same = columns.find((column) => column.index === index && column.header === header);
    const key = columnKey(header);
    if (same) {
      used.set(key, (used.get(key) ?? 0) + 1);
      return same;
    }
    if (key === '') {
      const there = columns.find((column) => column.index === index && columnKey(column.header) === '');
      return there ? { ...there, header } : null;
    }
    const named = byKey.get(key) ?? [];
    const n = used.get(key) ?? 0;
    used.set(key, n + 1);
    // More dates than last time: all are read like the last one.
    const column = named[n] ?? (key.startsWith('<date>') ? named.at(-1) : undefined);
    return column ? { ...column, index, header } : null;
  });
}
