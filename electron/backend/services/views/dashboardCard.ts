/** One KPI that a person pinned to the dashboard: its figure as in the headlines, with a chart where one is asked for. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import { isRunning } from '../../../../shared/domain/period.ts';
import type { ReadContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import { channelFace, requireChannel } from '../channels.ts';
import { faceOf, requireKpi } from '../kpis.ts';
import { periodOf } from '../periods.ts';
import { channelsOf, scopesOf } from '../scopes.ts';
import { lineChart, stackedChart } from './charts.ts';
import { headlineOf } from './dashboard.ts';
import { spansOf } from './scorecard.ts';

export function dashboardCard(ctx: ReadContext, input: Parsed<'dashboard.card'>): Output<'dashboard.card'> {
  const book = bookOf(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== input.client)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  const asked = input.channel === null ? null : String(requireChannel(ctx, input.channel, input.client).id);
  const { key } = kpi.row;
  // A KPI whose channels never come to one figure has none for all of them: the first one stands for it.
  const scopes = scopesOf(book, key);
  const channel = asked ?? (scopes.includes(null) ? null : (scopes[0] ?? null));
  const period = periodOf(input.period, book.calendar);
  const row = headlineOf(book, key, channel, period, input.base);
  const used = book.channelRows.filter(
    (one) => String(one.id) === channel || channelsOf(book, key).includes(String(one.id)),
  );
  return {
    kpis: [faceOf(kpi)],
    channels: used.map(channelFace),
    row,
    running: isRunning(period, book.today),
    until: spansOf(book, [row], period, input.base).span.to,
    chart:
      input.chart === 'trend'
        ? lineChart(book, kpi, period, input.base, channel)
        : input.chart === 'channels' && channelsOf(book, key).length > 0
          ? stackedChart(book, kpi, period)
          : null,
  };
}
