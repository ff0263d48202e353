/**
 * Tells the plan every number of the report, then asks for every row that the sheets need, and lays Calc out.
 */
import type { ReportModel } from '../../../../../shared/domain/report.ts';
import type { Span } from '../../../../../shared/domain/results.ts';
import { parseIso, periodAt, shiftPeriod } from '../../../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from '../../../../../shared/domain/time.ts';
import type { PlannedContext, ReportContext, ReportSpans } from '../sheets/context.ts';
import { CalcPlan, spanOfPeriod } from './calc.ts';
import type { CalcSpan } from './calc.ts';
import { CalcLayout } from './calcFormulas.ts';

const TREND = 12;

const dayOfIso = (iso: IsoDate): Day => parseIso(iso) ?? (0 as Day);

/** A span within one period of the report's cadence is of it; a longer one may be made of figures of every cadence. */
function spanFrom(span: Span, cadence: Cadence, calendar: Calendar): CalcSpan {
  const from = dayOfIso(span.from);
  const to = dayOfIso(span.to);
  const period = spanOfPeriod(periodAt(cadence, from, calendar));
  if (to > period.to) return { cadence: 'year', from, to, whole: false };
  return { cadence, from, to, whole: from === period.from && to === period.to };
}

export function spansOf(model: ReportModel, calendar: Calendar): ReportSpans {
  const { cadence } = model.period;
  const period: Period = { cadence, start: dayOfIso(model.period.start) };
  const now = spanFrom(model.span, cadence, calendar);
  const base = model.baseSpan === null ? null : spanFrom(model.baseSpan, cadence, calendar);
  const trend = Array.from({ length: TREND }, (_, index) =>
    spanOfPeriod(shiftPeriod(period, index - TREND + 1)),
  );
  return { now, base, trend };
}

/** The span of a chart's period. */
export function chartSpan(cadence: Period['cadence'], start: IsoDate): CalcSpan {
  return spanOfPeriod({ cadence, start: dayOfIso(start) });
}

export function planOf(context: ReportContext): PlannedContext {
  const { model } = context;
  const spans = spansOf(model, context.calendar);
  const plan = new CalcPlan(model);
  const wanted: [kpi: string, channel: string | null, span: CalcSpan][] = [];
  const tell = (
    kpi: string,
    channel: string | null,
    span: CalcSpan,
    value: number | null,
    state?: 'value' | 'missing' | 'notApplicable' | 'notComputable',
  ): void => {
    plan.expect(kpi, channel, span, value, state);
    wanted.push([kpi, channel, span]);
  };
  for (const row of [...model.groups.flatMap((group) => group.rows), ...model.headlines]) {
    tell(row.kpi, row.channel, spans.now, row.now.value, row.now.state);
    if (spans.base) tell(row.kpi, row.channel, spans.base, row.base.value, row.base.state);
    const { trend } = row;
    spans.trend.forEach((span, index) => {
      const value = trend[trend.length - TREND + index];
      if (value !== undefined) tell(row.kpi, row.channel, span, value);
      else wanted.push([row.kpi, row.channel, span]);
    });
  }
  for (const chart of model.charts) {
    for (const series of chart.series) {
      chart.periods.forEach((start, index) => {
        const value = series.values[index];
        if (value !== undefined) tell(series.kpi, series.channel, chartSpan(chart.cadence, start), value);
      });
    }
  }
  for (const [kpi, channel, span] of wanted) plan.row(kpi, channel, span);
  return { ...context, plan, spans, calc: new CalcLayout(context.titles.calc, plan.ordered()) };
}
