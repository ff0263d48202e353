/**
 * Figures of a day that a report gives only in parts: mailings that went out on it, campaigns that ran on it.
 *
 * Only for reports that say so (`Signature.addsUp`), and only for what adds up: people reached by two campaigns are
 * not the sum of both. A figure that the report states itself is never reckoned again.
 */
import { parseIso } from '../../../../../shared/domain/time.ts';
import type { ContentRow, FigureColumn } from '../../model.ts';
import { FigureBuilder } from './builders.ts';
import { isAdditive } from '../mapping.ts';
import type { MappedColumn } from '../mapping.ts';

type Sums = Map<number, { value: number; row: number }>;

/** Counts of content items, by the day they went out. */
export function figuresOfItems(
  content: readonly ContentRow[],
  columns: readonly MappedColumn[],
): FigureColumn[] {
  const counts = columns.filter((column) => column.unit === 'count' && isAdditive(column));
  const out: FigureColumn[] = [];
  for (const { kpi = '', header } of counts) {
    const places = new Map<string, { readonly one: ContentRow; readonly sums: Sums }>();
    for (const item of content) {
      const value = item.metrics[kpi];
      const day = item.published === undefined ? undefined : parseIso(item.published);
      if (value === undefined || day === undefined) continue;
      const key = `${item.network}|${item.account ?? ''}`;
      const place = places.get(key) ?? { one: item, sums: new Map() };
      places.set(key, place);
      addTo(place.sums, day, value, item.row);
    }
    for (const { one, sums } of places.values())
      out.push(
        built(
          sums,
          new FigureBuilder({
            kpi,
            network: one.network,
            ...(one.account === undefined ? {} : { account: one.account }),
            cadence: 'day',
            header,
          }),
        ),
      );
  }
  return out;
}

/** The parts of each breakdown added up; the breakdowns stay. */
export function withSums(figures: readonly FigureColumn[], columns: readonly MappedColumn[]): FigureColumn[] {
  const keyOf = (one: FigureColumn): string => `${one.kpi}|${one.network}|${one.account ?? ''}`;
  const stated = new Set(figures.filter((one) => one.dimension === undefined).map(keyOf));
  const sums: FigureColumn[] = [];
  for (const one of figures) {
    const { dimension, members: _members, provisional: _provisional, ...whole } = one;
    const column = columns.find(({ kpi, role }) => role === 'metric' && kpi === one.kpi);
    if (dimension === undefined || !column || !isAdditive(column) || stated.has(keyOf(one))) continue;
    stated.add(keyOf(one));
    const byDay: Sums = new Map();
    for (const [i, day] of one.days.entries()) addTo(byDay, day, one.values[i] ?? 0, one.rows[i] ?? 0);
    sums.push(built(byDay, new FigureBuilder(whole)));
  }
  return [...sums, ...figures];
}

function addTo(sums: Sums, day: number, value: number, row: number): void {
  const known = sums.get(day);
  if (known) known.value += value;
  else sums.set(day, { value, row });
}

function built(sums: Sums, builder: FigureBuilder): FigureColumn {
  for (const [day, { value, row }] of [...sums].toSorted((a, b) => a[0] - b[0]))
    builder.push(day, value, row);
  return builder.finish();
}
