/**
 * A chart's table as cells for a file: numbers as numbers at full precision in the unit their head names, a percentage
 * as 4.8 under `(%)`, a gap as nothing.
 */
import type { Style } from '../../../shared/domain/format.ts';
import type { DelimitedCell } from '../../../shared/domain/delimited.ts';
import { unitWords } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { ChartTable } from '../model.ts';

export function sheetOf(
  table: ChartTable,
  style: Style,
  words: { readonly seconds: string; readonly notApplicable: string },
): DelimitedCell[][] {
  const { columns } = table;
  if (columns === undefined) return [[...table.head], ...table.rows.map((row) => [...row])];
  const unit = (of: Unit): string => {
    switch (of.kind) {
      case 'percent':
        return '%';
      case 'money':
        return style.currency;
      case 'duration':
        return words.seconds;
      case 'count':
      case 'number':
      case 'points':
      case 'rating':
        return unitWords(of, style.language);
    }
  };
  const head = columns.map((column) => {
    const word = unit(column.unit);
    // `Interactions (interactions)` says it twice.
    const said = word === '' || column.name.toLowerCase().includes(word.toLowerCase());
    return said ? column.name : `${column.name} (${word})`;
  });
  const rows = table.rows.map((row, i): DelimitedCell[] => [
    row[0] ?? '',
    ...columns.map((column): DelimitedCell => {
      const value = column.values[i] ?? null;
      if (value === null) return column.states?.[i] === 'notApplicable' ? words.notApplicable : null;
      // Times a hundred without the tail that binary fractions grow.
      return column.unit.kind === 'percent' ? Number((value * 100).toPrecision(12)) : value;
    }),
  ]);
  return [[table.head[0] ?? '', ...head], ...rows];
}
