/** The twelve cells of Calc behind a row's line. */
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import { fixed, sheetPrefix } from '../book/address.ts';
import { calcColumns } from '../plan/calcFormulas.ts';
import type { PlannedContext } from './context.ts';

/** One below the other, as a sparkline needs them; `null` where Calc does not hold all twelve. */
export function trendSource(context: PlannedContext, row: ReportRow): string | null {
  const { plan, spans, calc } = context;
  const rows = spans.trend.map((span) => plan.row(row.kpi, row.channel, span));
  const places = rows.flatMap((at) => (at && calc.has(at) ? [calc.rowOf(at)] : []));
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined || last - first !== spans.trend.length - 1) return null;
  return `${sheetPrefix(calc.sheet)}${fixed(first, calcColumns.plot)}:${fixed(last, calcColumns.plot)}`;
}
