/** One KPI looked at closely: its course, its usual range, its channels. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Explorer } from '../../../../shared/contract/api/explorer.ts';
import { engineOf } from '../../../../shared/domain/aggregate.ts';
import { compare } from '../../../../shared/domain/comparison.ts';
import { goalOf } from '../../../../shared/domain/judgement.ts';
import { coarser } from '../../../../shared/domain/period.ts';
import { addDays, endOf } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import type { ReadContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { channelFace, requireChannel } from '../channels.ts';
import { annotationsIn } from '../annotations.ts';
import { faceOf, requireKpi } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { periodOf } from '../periods.ts';
import { channelsOf, firstFigure } from '../scopes.ts';
import { pointsOf } from './charts.ts';
import { periodsBetween } from './explorerSpan.ts';
import {
  besideOf,
  breaksFor,
  coursePoints,
  earlierLimits,
  forecastIn,
  startsOf,
  testedPeriods,
  trendOver,
  usualRange,
} from './explorerCourse.ts';

export function explorerView(ctx: ReadContext, input: Parsed<'explorer.get'>): Output<'explorer.get'> {
  const book = bookOf(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== input.client)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  const channel = input.channel === null ? null : String(requireChannel(ctx, input.channel, input.client).id);
  const { key } = kpi.row;
  const all = periodsBetween(input, book.calendar);
  const begun = input.trim === true ? firstFigure(book, key, channel) : -Infinity;
  const first = Number.isFinite(begun) ? all.findIndex((period) => endOf(period) > begun) : 0;
  const periods = first > 0 ? all.slice(first) : all;
  const [from] = periods;
  const to = periods.at(-1);
  if (from === undefined || to === undefined) throw new CallError('period-invalid', 'the span is empty');
  const tested = testedPeriods(periods, book.calendar);
  const period = periodOf(input.period, book.calendar);
  return {
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    kpi: faceOf(kpi),
    cadence: input.cadence,
    points: coursePoints(ctx, book, kpi, channel, periods),
    ...besideOf(book, key, channel, periods, period, input.base),
    goals: periods.map((at) => goalOf(book, key, channel, at)),
    ...usualRange(book, key, channel, tested),
    earlierLimits: earlierLimits(book, key, channel, tested),
    limitStarts: startsOf(ctx, book, kpi, channel),
    trend: trendOver(book, key, channel, tested),
    forecast: forecastIn(book, key, channel, periods),
    breaks: breaksFor(ctx, book, kpi, channel),
    annotations: annotationsIn(ctx, input.client, from.start, addDays(endOf(to), -1)).filter(
      (one) => one.kpi === null || one.kpi === key,
    ),
    byChannel: channel === null ? byChannel(book, kpi, periods, period, input.base) : [],
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

/** Courses of several KPIs and channels over the same days: a second line, channels side by side, the KPIs of an area. */
export function explorerSeries(
  ctx: ReadContext,
  input: Parsed<'explorer.series'>,
): Output<'explorer.series'> {
  const book = bookOf(ctx, input.client);
  return {
    series: input.series.map((one) => {
      const kpi = requireKpi(ctx, one.kpi);
      if (kpi.row.client !== input.client)
        throw new CallError('kpi-not-found', `KPI ${one.kpi} is another client's`);
      const channel = one.channel === null ? null : String(requireChannel(ctx, one.channel, input.client).id);
      const { key } = kpi.row;
      const cadence = input.own === true ? coarser(input.cadence, kpi.definition.cadence) : input.cadence;
      const points = coursePoints(
        ctx,
        book,
        kpi,
        channel,
        periodsBetween({ ...input, cadence }, book.calendar),
      );
      const elsewhere = channel !== null && !channelsOf(book, key).includes(channel);
      return {
        kpi: faceOf(kpi),
        channel,
        cadence,
        kind: engineOf(book).kindOf(key),
        // Nothing is missing on a channel that the KPI is not recorded on.
        points: elsewhere ? points.map((point) => ({ ...point, state: 'notExpected' as const })) : points,
      };
    }),
  };
}
