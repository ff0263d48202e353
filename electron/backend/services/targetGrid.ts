/**
 * What the bulk editor of targets stands on: the targets of every shown KPI over a run of periods, with last year's values
 * and the usual range beside them; and the SMART check of all targets that are not over.
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { TargetGridRow } from '../../../shared/contract/api/targetSets.ts';
import { smartCheck } from '../../../shared/domain/advice/smart.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { lastYear, periodsBack, rankOf } from '../../../shared/domain/period.ts';
import { quantile } from '../../../shared/domain/statistics.ts';
import { endOf, isoOf, parseIso, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Period } from '../../../shared/domain/time.ts';
import { listKras } from '../../store/queries/clients.ts';
import { listTargets } from '../../store/queries/kpis.ts';
import type { TargetRow } from '../../store/queries/kpis.ts';
import { cadenceCode } from '../../store/rows.ts';
import { todayOf } from '../context.ts';
import type { ReadContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import type { Kpi } from './kpis.ts';
import { scopesOf } from './scopes.ts';
import { domainTarget, targetDto } from './targets.ts';
import { shownKpis } from './views/scorecard.ts';

/** Closed periods that the usual range is drawn from, and how many of them must have a value. */
const looked = 12;
const least = 4;

export function targetGrid(ctx: ReadContext, input: Parsed<'targets.grid'>): Output<'targets.grid'> {
  const book = bookOf(ctx, input.client);
  const day = parseIso(input.from);
  if (day === undefined) throw new CallError('invalid-input', `${input.from} is not a date`);
  const first = periodAt(input.cadence, day, book.calendar);
  const periods = Array.from({ length: input.count }, (_, i) => shiftPeriod(first, i));
  const targets = Map.groupBy(listTargets(ctx.store, input.client), (target) => target.kpi);
  const code = cadenceCode(input.cadence);
  return {
    periods: periods.map((period) => ({
      start: isoOf(period.start),
      end: isoOf(endOf(period)),
      closed: isClosed(book, period),
    })),
    rows: shownKpis(book).flatMap((kpi): TargetGridRow[] => {
      const own = targets.get(kpi.row.id) ?? [];
      return lanesOf(book, kpi, own).map((channel) =>
        rowOf(
          book,
          kpi,
          channel,
          periods,
          own.filter((target) => target.channel === channel && target.cadence === code),
        ),
      );
    }),
  };
}

/** Channels a KPI's targets are set for: those that have some, and all of them together where its channels add up. */
function lanesOf(book: ClientBook, kpi: Kpi, own: readonly TargetRow[]): (number | null)[] {
  const set = new Set(own.map((target) => target.channel));
  const scopes = scopesOf(book, kpi.row.key);
  if (scopes.length > 1 || set.size === 0)
    for (const scope of scopes) set.add(scopes.length === 1 || scope === null ? null : Number(scope));
  const order = new Map(book.channelRows.map((channel, i) => [channel.id, i]));
  return [...set].toSorted(
    (a, b) => (a === null ? -1 : (order.get(a) ?? Infinity)) - (b === null ? -1 : (order.get(b) ?? Infinity)),
  );
}

function rowOf(
  book: ClientBook,
  kpi: Kpi,
  channel: number | null,
  periods: readonly Period[],
  targets: readonly TargetRow[],
): TargetGridRow {
  const { key } = kpi.row;
  const scope = channel === null ? null : String(channel);
  const cadence = periods[0]?.cadence ?? 'month';
  return {
    kpi: kpi.row.id,
    channel,
    fits: rankOf(cadence) >= rankOf(kpi.definition.cadence),
    kind: engineOf(book).kindOf(key),
    cells: periods.map((period) => {
      const before = lastYear(period);
      const holding = targets.find(
        (target) => target.first <= period.start && (target.until === null || target.until > period.start),
      );
      return {
        target: holding === undefined ? null : targetDto(holding),
        lastYear: before === null ? null : closedValue(book, key, scope, before),
        value: closedValue(book, key, scope, period),
      };
    }),
    usual: usualOf(book, key, scope, cadence),
  };
}

function isClosed(book: ClientBook, period: Period): boolean {
  return endOf(period) <= book.today;
}

function closedValue(book: ClientBook, kpi: string, channel: string | null, period: Period): number | null {
  return isClosed(book, period) ? measure(book, kpi, channel, period).value : null;
}

function usualOf(
  book: ClientBook,
  kpi: string,
  channel: string | null,
  cadence: Period['cadence'],
): TargetGridRow['usual'] {
  const running = periodAt(cadence, book.today, book.calendar);
  const values = Array.from({ length: looked }, (_, i) => periodsBack(running, i + 1)).flatMap((period) => {
    const value = measure(book, kpi, channel, period).value;
    return value === null ? [] : [value];
  });
  return values.length < least
    ? null
    : { low: quantile(values, 0.1), high: quantile(values, 0.9), periods: values.length };
}

export function targetsSmart(ctx: ReadContext, client: number): Output<'targets.smart'> {
  const book = bookOf(ctx, client);
  const today = todayOf(ctx);
  const kras = listKras(ctx.store, client).map((kra) => kra.key);
  const keys = new Map(shownKpis(book).map((kpi) => [kpi.row.id, kpi.row.key]));
  return listTargets(ctx.store, client).flatMap((row) => {
    const key = keys.get(row.kpi);
    if (key === undefined || (row.until !== null && row.until <= today)) return [];
    const smart = smartCheck(book, domainTarget(row, key), kras).map(({ light, state, reasons }) => ({
      light,
      state,
      reasons: reasons.map(({ code, values }) => ({ code, values: { ...values } })),
    }));
    return [{ target: row.id, smart }];
  });
}
