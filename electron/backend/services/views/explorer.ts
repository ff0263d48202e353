/** One KPI looked at closely: its course, its usual range, its channels. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Explorer } from '../../../../shared/contract/api/views.ts';
import { compare } from '../../../../shared/domain/comparison.ts';
import { goalOf } from '../../../../shared/domain/judgement.ts';
import { unitsIn } from '../../../../shared/domain/period.ts';
import { addDays, endOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import type { ReadContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { channelFace, requireChannel } from '../channels.ts';
import { annotationsIn } from '../journal.ts';
import { faceOf, requireKpi } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { dayOfIso, periodOf } from '../periods.ts';
import { channelsOf } from '../scopes.ts';
import { pointsOf } from './charts.ts';
import {
  besideOf,
  breaksFor,
  coursePoints,
  forecastIn,
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
  const from = periodAt(input.cadence, dayOfIso(input.from), book.calendar);
  const to = periodAt(input.cadence, dayOfIso(input.to), book.calendar);
  if (to.start < from.start) throw new CallError('period-invalid', 'the span ends before it begins');
  const middle = input.cadence === 'week' ? 3 : 0;
  const periods = unitsIn(
    input.cadence,
    { from: addDays(from.start, middle), to: addDays(to.start, middle + 1) },
    book.calendar,
  );
  const tested = testedPeriods(periods, book.calendar);
  const period = periodOf(input.period, book.calendar);
  return {
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    kpi: faceOf(kpi),
    cadence: input.cadence,
    points: coursePoints(book, key, channel, periods),
    ...besideOf(book, key, channel, periods, period, input.base),
    goals: periods.map((at) => goalOf(book, key, channel, at)),
    ...usualRange(book, key, channel, tested),
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
