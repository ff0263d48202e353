/** Breakdowns of demo series, month by month: shares that the file names, of what the series came to. */
import { periodAt } from '../../../../shared/domain/time.ts';
import type { Calendar, Day } from '../../../../shared/domain/time.ts';
import { insertBreakdown } from '../../../store/queries/content.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { WriteContext } from '../../context.ts';
import type { DemoClient } from './inputs.ts';
import { idOf } from './made.ts';
import type { Made } from './made.ts';
import { diceOf } from './random.ts';
import type { MadeSeries } from './series.ts';

/** Writes the breakdowns of one series as part of its batch, whole months only; answers how many values. */
export function writeBreakdowns(
  ctx: WriteContext,
  demo: DemoClient,
  made: Made,
  series: MadeSeries,
  batch: number,
): number {
  const wanted = (demo.breakdowns ?? []).filter(
    (one) => one.kpi === series.kpi && one.channel === series.channel,
  );
  const calendar: Calendar = {
    weekStart: demo.client.weekStart,
    fiscalYearStart: demo.client.fiscalYearStart,
  };
  let written = 0;
  const whole = made.timeline.month(0).start;
  for (const { dimension, standing, members } of wanted) {
    const dice = diceOf(`${series.kpi} ${dimension}`);
    for (const [month, total] of totalsOf(series, calendar, standing)) {
      if (month > whole) continue;
      for (const [member, share] of Object.entries(members)) {
        insertBreakdown(ctx.store, {
          client: made.client,
          kpi: idOf(made.kpis, series.kpi),
          channel: idOf(made.channels, series.channel),
          cadence: cadenceCode('month'),
          day: month,
          dimension,
          member,
          value: Math.round(total * share * (1 + 0.04 * dice.normal())),
          batch,
        });
        written += 1;
      }
    }
  }
  return written;
}

/** What each month came to: the last figure of a standing number, else all of them together. */
function totalsOf(series: MadeSeries, calendar: Calendar, standing: boolean): Map<Day, number> {
  const totals = new Map<Day, number>();
  for (const [day, value] of series.figures) {
    if (value === null) continue;
    const month = periodAt('month', day, calendar).start;
    totals.set(month, standing ? value : (totals.get(month) ?? 0) + value);
  }
  return totals;
}
