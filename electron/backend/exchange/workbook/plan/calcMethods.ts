/** How values are put together on Calc, over time and over channels. */
import type { ReportKpi } from '../../../../../shared/domain/report.ts';
import type { CalcRow, ChannelMethod, SeriesMethod } from './calc.ts';

/** Equal but for the order of a sum. */
export function same(a: number | null | undefined, b: number | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-10 * Math.max(1e-6, Math.abs(a), Math.abs(b));
}

/** How a KPI's recorded figures make one value over time. */
export function timeMethod(kpi: ReportKpi): SeriesMethod {
  switch (kpi.timeAggregation) {
    case 'none':
    case 'formula':
      return 'exact';
    case 'weightedMean':
      return 'weighted';
    default:
      return kpi.timeAggregation;
  }
}

/** How channels are put together; `null` where they are not. */
export function channelMethod(kpi: ReportKpi, parts: readonly CalcRow[]): ChannelMethod | null {
  if (parts.length === 1) return 'only';
  switch (kpi.channelAggregation) {
    case 'none':
      return parts.filter((part) => part.value !== null).length === 1 ? 'sum' : null;
    case 'formula':
      return 'sum';
    case 'weightedMean':
      return 'weighted';
    default:
      return kpi.channelAggregation;
  }
}

/** The value over channels: of those that have one, nothing else. */
export function combine(
  how: ChannelMethod,
  parts: readonly CalcRow[],
  weights: readonly (CalcRow | undefined)[],
): number | null {
  const values = parts.map((part) => part.value).filter((value) => value !== null);
  if (values.length === 0) return null;
  switch (how) {
    case 'only':
    case 'sum':
      return values.reduce((a, b) => a + b, 0);
    case 'mean':
      return values.reduce((a, b) => a + b, 0) / values.length;
    case 'max':
      return Math.max(...values);
    case 'weighted': {
      let sum = 0;
      let total = 0;
      parts.forEach((part, index) => {
        const weight = weights[index]?.value ?? null;
        if (part.value === null || weight === null) return;
        sum += part.value * weight;
        total += weight;
      });
      return total === 0 ? null : sum / total;
    }
  }
}
