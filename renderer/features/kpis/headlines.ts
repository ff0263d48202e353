/** The order of the headlines: small whole numbers without gaps, whatever stood there. Pure. */
import type { ClientKpi, KpiChange } from '../../../shared/contract/api/kpis.ts';

/** Headlines in their order. */
export function headlinesOf(kpis: readonly ClientKpi[]): readonly ClientKpi[] {
  return kpis
    .filter((kpi) => kpi.shown && kpi.headline !== null)
    .toSorted((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
}

/** What changes when a KPI becomes the headline at a place (0 is the first), or none (`null`). */
export function placed(kpis: readonly ClientKpi[], kpi: ClientKpi, place: number | null): KpiChange[] {
  const others = headlinesOf(kpis).filter((one) => one.id !== kpi.id);
  const order = place === null ? others : [...others.slice(0, place), kpi, ...others.slice(place)];
  const moved = order.flatMap((one, i): KpiChange[] =>
    one.headline === i ? [] : [{ kpi: one.id, headline: i }],
  );
  return place === null && kpi.headline !== null ? [{ kpi: kpi.id, headline: null }, ...moved] : moved;
}
