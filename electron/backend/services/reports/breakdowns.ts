/**
 * Breakdowns of a report: the KPIs that exports split by country, gender, age or source, in the report's period.
 *
 * Rules: a total that adds up over time is the sum of its days, weeks or months inside the period; anything else is told
 * as it was read last. Channels are added only where the KPI adds up over channels, else each stands by itself. A split
 * that is coarser than the period says nothing about it. Only counts and amounts have shares.
 */
import type { ReportBreakdown } from '../../../../shared/domain/report.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { memberName } from '../../../../shared/domain/members.ts';
import { endOf } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { breakdownsIn } from '../../../store/queries/breakdowns.ts';
import type { BreakdownPoint } from '../../../store/queries/breakdowns.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import type { Kpi } from '../kpis.ts';

const MOST = 8;
const MEMBERS = 7;

const dimensions: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    country: 'Country',
    city: 'City',
    gender: 'Gender',
    age: 'Age',
    age_gender: 'Age and gender',
    source: 'Source',
    device: 'Device',
  },
  es: {
    country: 'País',
    city: 'Ciudad',
    gender: 'Género',
    age: 'Edad',
    age_gender: 'Edad y género',
    source: 'Origen',
    device: 'Dispositivo',
  },
};
/** Which come first. */
const order = ['country', 'gender', 'age', 'source'];

export function reportBreakdowns(
  ctx: ReadContext,
  book: ClientBook,
  period: Period,
  language: Language,
): ReportBreakdown[] {
  const points = breakdownsIn(ctx.store, book.client.id, period.start, endOf(period)).filter(
    (point) => point.cadence <= cadenceCode(period.cadence),
  );
  const kpis = new Map(book.kpis.map((kpi) => [kpi.row.id, kpi]));
  const channels = new Map(book.channelRows.map((row) => [row.id, row.name]));
  return [...Map.groupBy(points, (point) => `${point.dimension}|${point.kpi}`).values()]
    .flatMap((own) => {
      const kpi = kpis.get(own[0]?.kpi ?? 0);
      const dimension = own[0]?.dimension;
      if (kpi === undefined || dimension === undefined || !isAmount(kpi)) return [];
      const together = kpi.definition.channelAggregation === 'sum';
      const parts = together
        ? [[null, own] as const]
        : [...Map.groupBy(own, (point) => point.channel)].map(([id, list]) => [id, list] as const);
      return parts.flatMap(([channel, list]) => {
        const made = breakdownOf(kpi, dimension, list, language);
        const name = channel === null ? null : (channels.get(channel) ?? null);
        return made === null ? [] : [{ shown: kpi.row.shown === 1, one: { ...made, channel: name } }];
      });
    })
    .toSorted(
      (a, b) => rank(a.one) - rank(b.one) || Number(b.shown) - Number(a.shown) || b.one.total - a.one.total,
    )
    .map(({ one }) => one)
    .slice(0, MOST);
}

function isAmount({ definition }: Kpi): boolean {
  return ['count', 'money', 'number'].includes(definition.unit.kind);
}

function rank({ dimension }: ReportBreakdown): number {
  const at = order.indexOf(dimension);
  return at === -1 ? order.length : at;
}

function breakdownOf(
  kpi: Kpi,
  dimension: string,
  points: readonly BreakdownPoint[],
  language: Language,
): ReportBreakdown | null {
  const values = new Map<string, number>();
  for (const list of Map.groupBy(points, (point) => point.channel).values()) {
    for (const { member, value } of inPeriod(list, kpi.definition.timeAggregation === 'sum'))
      values.set(member, (values.get(member) ?? 0) + value);
  }
  const total = [...values.values()].reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) return null;
  const list = [...values]
    .map(([member, value]) => ({
      name: memberName(dimension, member, language),
      value,
      share: value / total,
    }))
    .toSorted((a, b) => (dimension === 'age' ? a.name.localeCompare(b.name) : b.value - a.value));
  const listed = list.length <= MEMBERS + 1 ? list : list.slice(0, MEMBERS);
  const left = list.slice(listed.length);
  const value = left.reduce((sum, one) => sum + one.value, 0);
  return {
    dimension,
    name: dimensions[language][dimension] ?? capital(dimension),
    kpi: kpi.definition.name[language],
    channel: null,
    unit: kpi.definition.unit,
    total,
    members: listed,
    rest: left.length === 0 ? null : { count: left.length, value, share: value / total },
  };
}

/** The points of one channel that make up the period: of the coarsest cadence there is, all of them or the last. */
function inPeriod(points: readonly BreakdownPoint[], sums: boolean): readonly BreakdownPoint[] {
  const cadence = Math.max(...points.map((point) => point.cadence));
  const own = points.filter((point) => point.cadence === cadence);
  if (sums) return own;
  const last = Math.max(...own.map((point) => point.day));
  return own.filter((point) => point.day === last);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
