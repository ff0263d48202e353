/**
 * Figures split by a dimension, over time: members with their course, their part of the whole, and what no member holds.
 *
 * What a member's figures of finer periods come to follows the KPI's own aggregation: a flow is summed, of a level the newest
 * day recorded in the period is shown as such (`asOf`), what does not add up (unique people, rates of a formula) has a value
 * only where one was recorded for exactly that period. A period without any figure of the split is a gap; so is a member
 * that the others' export leaves out. Nothing is taken for 0.
 */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { BreakdownSplit } from '../../../../shared/contract/api/explorer.ts';
import { memberCode } from '../../../../shared/domain/members.ts';
import { parentOf, rankOf } from '../../../../shared/domain/period.ts';
import { addDays, endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Calendar, Day, Period } from '../../../../shared/domain/time.ts';
import { dimensionsOf, membersOf } from '../../../store/queries/splits.ts';
import type { DimensionRow, MemberRow } from '../../../store/queries/splits.ts';
import { cadenceOf } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { requireChannel } from '../channels.ts';
import { requireKpi } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { periodsBetween } from './explorerSpan.ts';
import { cumulate, known, sumOf, totalsOf, wayOf } from './breakdownWays.ts';
import type { Way } from './breakdownWays.ts';

type Input = Parsed<'explorer.breakdown'>;
/** By member's code, one value per period. */
type Courses = ReadonlyMap<string, readonly (number | null)[]>;

export function explorerBreakdown(ctx: ReadContext, input: Input): Output<'explorer.breakdown'> {
  const book = bookOf(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== input.client)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  if (input.channel !== null) requireChannel(ctx, input.channel, input.client);
  const periods = periodsBetween(input, book.calendar);
  const rows = dimensionsOf(ctx.store, input.client, input.kpi).filter(
    (row) => input.channel === null || row.channel === input.channel,
  );
  const groups = Map.groupBy(rows, (row) => row.dimension);
  const asked = input.dimension === null ? undefined : groups.get(input.dimension);
  return {
    dimensions: [...groups]
      .map(([key, own]) => dimensionDto(key, own))
      .toSorted((a, b) => (a.last === b.last ? a.key.localeCompare(b.key) : a.last < b.last ? 1 : -1)),
    split:
      input.dimension === null || asked === undefined
        ? null
        : splitOf(ctx, book, kpi, { ...input, dimension: input.dimension }, asked, periods),
  };
}

function dimensionDto(
  key: string,
  own: readonly DimensionRow[],
): Output<'explorer.breakdown'>['dimensions'][number] {
  return {
    key,
    members: Math.max(...own.map((row) => row.members)),
    channels: [...new Set(own.map((row) => String(row.channel)))],
    cadences: [...new Set(own.map((row) => row.cadence))].toSorted((a, b) => a - b).map(cadenceOf),
    first: isoOf(Math.min(...own.map((row) => row.first)) as Day),
    last: isoOf(Math.max(...own.map((row) => row.last)) as Day),
  };
}

function splitOf(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  input: Input & { readonly dimension: string },
  own: readonly DimensionRow[],
  periods: readonly Period[],
): BreakdownSplit {
  const { definition } = kpi;
  const way = wayOf(definition);
  const channels = [...new Set(own.map((row) => row.channel))].toSorted((a, b) => a - b);
  const apart = channels.length > 1 && definition.channelAggregation !== 'sum';
  const [first] = periods;
  const last = periods.at(-1);
  const starts = periods.map((period) => isoOf(period.start));
  const rows =
    first === undefined || last === undefined || apart
      ? []
      : membersOf(
          ctx.store,
          { client: input.client, kpi: input.kpi, dimension: input.dimension },
          first.start,
          endOf(last),
        ).filter((row) => channels.includes(row.channel));
  const { courses, asOf } = coursesOf(rows, input.dimension, periods, way, book.calendar);
  const parts = isWhole(kpi, courses, periods.length);
  const scope = channels.map(String);
  const whole = periods.map((period) => wholeOf(book, kpi, scope, channels.length, period, parts.shares));
  const sums = starts.map((_, i) => sumOf([...courses.values()].map((values) => values[i] ?? null)));
  const over = sums.some((sum, i) => {
    const all = whole[i] ?? null;
    return sum !== null && all !== null && sum > all * 1.005 + 1e-9;
  });
  const notParts = parts.reason ?? (over ? ('overlap' as const) : null);
  const named = ranked(courses, way).slice(0, input.most);
  const left = [...courses].filter(([code]) => !named.includes(code)).map(([, values]) => values);
  const add = (lists: readonly (readonly (number | null)[])[]): (number | null)[] =>
    starts.map((_, i) => sumOf(lists.map((values) => values[i] ?? null)));
  const adds = notParts === null;
  const others = adds && left.length > 0 ? add(left) : null;
  const rest = adds ? restOf(whole, sums) : null;
  const totals = totalsOf({ way, courses: [...courses.values()], whole, rest });
  const share = (values: readonly (number | null)[]): number | null => {
    const total = cumulate(values, way, totals.at);
    return !adds || total === null || totals.base === null || totals.base === 0 ? null : total / totals.base;
  };
  const line = (values: readonly (number | null)[]) => ({
    values: [...values],
    total: cumulate(values, way, totals.at),
    share: share(values),
  });
  return {
    dimension: input.dimension,
    cadence: input.cadence,
    starts,
    way,
    channels: scope,
    apart,
    notParts,
    whole,
    members: named.map((code) => ({ code, ...line(courses.get(code) ?? []) })),
    other: others === null ? null : { members: left.length, ...line(others) },
    rest: rest === null ? null : line(rest),
    shareOf: adds && courses.size > 0 ? totals.of : null,
    count: courses.size,
    asOf: way === 'newest' ? asOf.map((day) => (day === null ? null : isoOf(day))) : starts.map(() => null),
  };
}

/**
 * Members' values by period. Of several cadences recorded within one period on a channel the one of the period itself wins,
 * else the coarsest: they say the same and are never added. Two names of one member in one file are added; the newer file
 * wins over the older one.
 */
function coursesOf(
  rows: readonly MemberRow[],
  dimension: string,
  periods: readonly Period[],
  way: Way,
  calendar: Calendar,
): { readonly courses: Courses; readonly asOf: readonly (Day | null)[] } {
  const [one] = periods;
  const asked = one?.cadence ?? 'day';
  const places = new Map(periods.map((period, i) => [period.start, i]));
  const codes = new Map<string, string>();
  const codeOf = (text: string): string => {
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = memberCode(dimension, text)));
    return code;
  };
  /** By period, then channel: the rows of the cadence that counts there. */
  const cells = new Map<string, { cadence: number; rows: MemberRow[] }>();
  for (const row of rows) {
    const cadence = cadenceOf(row.cadence);
    if (rankOf(cadence) > rankOf(asked) || (way === 'exact' && cadence !== asked)) continue;
    const unit = { cadence, start: row.day as Day };
    const start = cadence === asked ? unit.start : parentOf(unit, asked, calendar).start;
    const at = places.get(start);
    if (at === undefined) continue;
    const key = `${at}|${row.channel}`;
    const cell = cells.get(key);
    if (cell === undefined || row.cadence > cell.cadence)
      cells.set(key, { cadence: row.cadence, rows: [row] });
    else if (row.cadence === cell.cadence) cell.rows.push(row);
  }
  const courses = new Map<string, (number | null)[]>();
  const asOf: (Day | null)[] = periods.map(() => null);
  for (const [key, cell] of cells) {
    const at = Number(key.slice(0, key.indexOf('|')));
    const newest = Math.max(...cell.rows.map((row) => row.day));
    const used = way === 'newest' ? cell.rows.filter((row) => row.day === newest) : cell.rows;
    if (way === 'newest') {
      const day = addDays(endOf({ cadence: cadenceOf(cell.cadence), start: newest as Day }), -1);
      asOf[at] = asOf[at] === null || asOf[at] === undefined || day > asOf[at] ? day : asOf[at];
    }
    for (const [code, own] of Map.groupBy(used, (row) => codeOf(row.member))) {
      const value = overTime(own, way);
      const course = courses.get(code) ?? periods.map((): number | null => null);
      const before = course[at] ?? null;
      course[at] = before === null ? value : before + value;
      courses.set(code, course);
    }
  }
  return { courses, asOf };
}

/** One member on one channel within one period. */
function overTime(rows: readonly MemberRow[], way: Way): number {
  const days = [...Map.groupBy(rows, (row) => row.day).values()].map((same) => {
    const newest = Math.max(...same.map((row) => row.batch));
    return same.filter((row) => row.batch === newest).reduce((sum, row) => sum + row.value, 0);
  });
  switch (way) {
    case 'sum':
      return days.reduce((a, b) => a + b, 0);
    case 'mean':
      return days.reduce((a, b) => a + b, 0) / days.length;
    case 'least':
      return Math.min(...days);
    case 'most':
      return Math.max(...days);
    case 'newest':
    case 'exact':
      return days.at(-1) ?? 0;
  }
}

/**
 * Whether members are parts of one whole: counts and money that add up. Shares of an audience are parts where they come to no
 * more than all of it.
 */
function isWhole(
  kpi: Kpi,
  courses: Courses,
  periods: number,
): { readonly reason: 'rate' | 'people' | null; readonly shares: boolean } {
  const { unit, timeAggregation } = kpi.definition;
  if (unit.kind === 'percent') {
    const lists = [...courses.values()];
    const sums = Array.from({ length: periods }, (_, i) => sumOf(lists.map((values) => values[i] ?? null)));
    const parts =
      timeAggregation !== 'formula' &&
      courses.size > 1 &&
      sums.some(known) &&
      sums.every((sum) => sum === null || (sum <= 1.02 && sum >= 0.2));
    return parts ? { reason: null, shares: true } : { reason: 'rate', shares: false };
  }
  if (timeAggregation === 'formula' || !['count', 'money', 'number'].includes(unit.kind))
    return { reason: 'rate', shares: false };
  if (timeAggregation === 'sum' || timeAggregation === 'last') return { reason: null, shares: false };
  return { reason: timeAggregation === 'none' ? 'people' : 'rate', shares: false };
}

/** The KPI itself over the channels of the split; shares of an audience have no other whole than all of it. */
function wholeOf(
  book: ClientBook,
  kpi: Kpi,
  scope: readonly string[],
  channels: number,
  period: Period,
  shares: boolean,
): number | null {
  if (shares) return null;
  const { key } = kpi.row;
  if (channels === 1) return measure(book, key, scope[0] ?? null, period).value;
  if (kpi.definition.channelAggregation !== 'sum') return null;
  return sumOf(scope.map((channel) => measure(book, key, channel, period).value));
}

function ranked(courses: Courses, way: Way): string[] {
  const weight = (values: readonly (number | null)[]): number =>
    cumulate(values, way === 'newest' ? 'newest' : 'sum', null) ?? -Infinity;
  return [...courses]
    .toSorted(([a, x], [b, y]) => weight(y) - weight(x) || a.localeCompare(b))
    .map(([code]) => code);
}

/** What no member holds; `null` where nothing is left anywhere, or nobody knows. */
function restOf(
  whole: readonly (number | null)[],
  sums: readonly (number | null)[],
): (number | null)[] | null {
  const rest = whole.map((all, i) => {
    const sum = sums[i] ?? null;
    return all === null || sum === null ? null : Math.max(0, all - sum);
  });
  return rest.some((left, i) => left !== null && left > (whole[i] ?? 0) * 0.005 + 1e-9) ? rest : null;
}
