/** One KPI looked at closely: its course, its usual range, its channels, and how one of its numbers was made. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Explorer } from '../../../../shared/contract/api/views.ts';
import { compare } from '../../../../shared/domain/comparison.ts';
import { goalOf } from '../../../../shared/domain/judgement.ts';
import { basePeriod, isRunning, unitsIn } from '../../../../shared/domain/period.ts';
import type { Signal } from '../../../../shared/domain/results.ts';
import { limitsOf, ruleFired } from '../../../../shared/domain/signal.ts';
import { addDays, endOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../../shared/domain/vanity.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { batchesBehind } from '../../../store/queries/figures.ts';
import type { ReadContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { channelFace, requireChannel } from '../channels.ts';
import { annotationsIn } from '../journal.ts';
import { faceOf, formulaKeys, requireKpi } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { dayOfIso, periodDto, periodOf } from '../periods.ts';
import { channelsOf } from '../scopes.ts';
import { pointsOf, yearBefore } from './charts.ts';

const LEAST_POINTS = 8;
/** Limits lie this many mean moving ranges from the centre (XmR). */
const LIMIT_FACTOR = 2.66;

export function explorerView(ctx: ReadContext, input: Parsed<'explorer.get'>): Output<'explorer.get'> {
  const book = bookOf(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== input.client)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  const channel = input.channel === null ? null : String(requireChannel(ctx, input.channel, input.client).id);
  const { key } = kpi.row;
  const from = periodAt(input.cadence, dayOfIso(input.from), book.calendar);
  const to = periodAt(input.cadence, dayOfIso(input.to), book.calendar);
  if (to.start < from.start) throw new CallError('period-invalid', 'the span ends before it begins');
  const middle = input.cadence === 'week' ? 3 : 0;
  const periods = unitsIn(
    input.cadence,
    { from: addDays(from.start, middle), to: addDays(to.start, middle + 1) },
    book.calendar,
  );
  const points = pointsOf(book, key, channel, periods);
  const period = periodOf(input.period, book.calendar);
  return {
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    kpi: faceOf(kpi),
    cadence: input.cadence,
    points,
    basePoints: input.base === 'lastYear' ? pointsOf(book, key, channel, periods.map(yearBefore)) : [],
    goals: periods.map((at) => goalOf(book, key, channel, at)),
    ...usualRange(book, points, periods),
    annotations: annotationsIn(ctx, input.client, from.start, addDays(endOf(to), -1)).filter(
      (one) => one.kpi === null || one.kpi === key,
    ),
    byChannel: channel === null ? byChannel(book, kpi, periods, period, input.base) : [],
    made: howMade(ctx, book, kpi, channel, period, input.base),
  };
}

/** Limits over the closed points of the span, and every point at which a rule fires. */
function usualRange(
  book: ClientBook,
  points: Explorer['points'],
  periods: readonly Period[],
): Pick<Explorer, 'limits' | 'noLimits' | 'marks'> {
  const closed = points.map((point, i) => {
    const period = periods[i];
    return period && !isRunning(period, book.today) ? point.value : null;
  });
  const count = closed.filter((value) => value !== null).length;
  const limits = count < LEAST_POINTS ? null : limitsOf(closed);
  if (!limits) return { limits: null, noLimits: count < LEAST_POINTS ? 'tooFew' : 'flat', marks: [] };
  const marks = points.flatMap((point, i): Explorer['marks'] => {
    const value = closed[i];
    if (value === null || value === undefined) return [];
    const fired = ruleFired(closed.slice(0, i + 1), limits);
    if (!fired) return [];
    const signal: Signal = {
      ...fired,
      centre: limits.centre,
      lower: limits.lower,
      upper: limits.upper,
      value,
      points: count,
    };
    return [{ start: point.start, signal }];
  });
  const [first] = points;
  const last = points.filter((_, i) => closed[i] !== null).at(-1);
  return {
    limits: {
      centre: limits.centre,
      lower: limits.lower,
      upper: limits.upper,
      meanRange: (limits.upper - limits.centre) / LIMIT_FACTOR,
      from: first?.start ?? '',
      to: last?.start ?? '',
    },
    noLimits: null,
    marks,
  };
}

function byChannel(
  book: ClientBook,
  kpi: Kpi,
  periods: readonly Period[],
  period: Period,
  base: Parsed<'explorer.get'>['base'],
): Explorer['byChannel'] {
  const channels = channelsOf(book, kpi.row.key);
  if (channels.length < 2) return [];
  return channels.map((channel) => {
    const { now, change } = compare(book, kpi.row.key, channel, period, base);
    return { channel, now, change, points: pointsOf(book, kpi.row.key, channel, periods) };
  });
}

function howMade(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: string | null,
  period: Period,
  base: Parsed<'explorer.get'>['base'],
): Explorer['made'] {
  const { key } = kpi.row;
  const { now, base: before, change } = compare(book, key, channel, period, base);
  const at = basePeriod(period, base);
  const formula = kpi.definition.formula ?? null;
  const inputs =
    formula === null
      ? [{ kpi: key, channels: channel === null ? channelsOf(book, key) : [channel] }]
      : formulaKeys(formula).map((input) => ({ kpi: input, channels: [channel] }));
  return {
    period: periodDto(period),
    now,
    base: before,
    basePeriod: at ? periodDto(at) : null,
    change,
    judgement: judgeWithCounter(book, key, channel, period, base),
    formula,
    inputs: inputs.flatMap((input) =>
      input.channels.map((one) => inputOf(ctx, book, input.kpi, one, period)),
    ),
  };
}

function inputOf(
  ctx: ReadContext,
  book: ClientBook,
  kpi: string,
  channel: string | null,
  period: Period,
): Explorer['made']['inputs'][number] {
  const row = book.kpiOf(kpi)?.row;
  const measured = measure(book, kpi, channel, period);
  const batches = row
    ? batchesBehind(
        ctx.store,
        book.client.id,
        row.id,
        channel === null ? null : Number(channel),
        period.start,
        addDays(endOf(period), -1),
      )
    : [];
  return {
    kpi,
    channel,
    measured,
    batches: batches.map(({ batch, label, kind, at, figures }) => ({ batch, label, kind, at, figures })),
  };
}
