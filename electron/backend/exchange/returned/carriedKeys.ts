/** What a workbook carried, by the keys of its rows. */
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { writeKey } from '../workbook/keys.ts';
import type { Carried, Printed } from './carried.ts';

/** Calls back for every figure, in the order of the rows of Figures. */
export function eachFigure(carried: Carried, onFigure: (key: string, value: number | null) => void): void {
  for (const [kpi, channel, cadence, days, values] of carried.figures) {
    let day = 0;
    days.forEach((after, i) => {
      day += after;
      const start = Math.abs(day) < 10_000_000 ? isoOf(day as Day) : '';
      onFigure(writeKey({ kind: 'figure', kpi, channel, cadence, start }), values[i] ?? null);
    });
  }
}

/** Keys of the rows of Figures, the first of which is `first`. */
export function figureKeys(carried: Carried, first: number): Map<number, string> {
  const keys = new Map<number, string>();
  eachFigure(carried, (key) => keys.set(first + keys.size, key));
  return keys;
}

/** What every cell that is read back said, by the keys under which it is found. */
export function carriedValues(carried: Carried): Map<string, Printed> {
  const values = new Map<string, Printed>();
  eachFigure(carried, (key, value) => values.set(key, value));
  for (const [key, printed] of carried.notes) values.set(key, printed);
  for (const [key, pieces] of carried.texts) values.set(key, pieces.map(([text]) => text).join(''));
  for (const [key, cells] of carried.entries)
    for (const [start, value] of cells) values.set(`${key}|${start}`, value);
  return values;
}
