/** The big chart: two KPIs over closed periods with the compared ones standing out, or a running period day by day. */
import { useCallback, useMemo } from 'react';
import type { ChartData, Dashboard } from '../../../shared/contract/api/views.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import { baseLabel, nowLabel } from '../../../shared/domain/baseWords.ts';
import { sidesOf } from '../../../shared/domain/bases.ts';
import type { Span } from '../../../shared/domain/results.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { usePlace } from '../../app/index.ts';
import {
  Chart,
  comboOption,
  Legend,
  notesOf,
  paceOption,
  slotsOf,
  stretchOf,
  useCaption,
  useChartView,
  useChartWords,
} from '../../charts/index.ts';
import type { Build, LegendItem, Values } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, toDto } from '../../i18n/period.ts';
import { Panel } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { ChartCardMenu } from './board/card.tsx';
import css from './dashboard.module.css';
import { besideLabel } from './spans.ts';

export interface MainChartProps {
  readonly chart: ChartData;
  readonly data: Dashboard;
  readonly faces: Faces;
}

export function MainChart({ chart, data, faces }: MainChartProps) {
  return chart.kind === 'pace' ? (
    <Pace chart={chart} data={data} faces={faces} />
  ) : (
    <Combo chart={chart} data={data} faces={faces} />
  );
}

/** A series of the chart by its role, as values. */
export function valuesOf(
  chart: ChartData,
  role: ChartData['series'][number]['role'],
  name: (kpi: string) => string,
  faces: Faces,
): Values | null {
  const series = chart.series.find((one) => one.role === role);
  return series === undefined
    ? null
    : {
        name: name(series.kpi),
        unit: faces.unit(series.kpi),
        values: series.points.map((point) => point.value),
        states: series.points.map((point) => point.state),
      };
}

function useScopeWord(chart: ChartData, faces: Faces): string {
  const t = useT();
  const scopes = new Set(chart.series.map((series) => series.channel));
  const [only] = scopes;
  return scopes.size === 1 && only !== undefined
    ? (faces.channel(only) ?? t.common.allChannelsWord)
    : t.common.allChannelsWord;
}

function Combo({ chart, data, faces }: MainChartProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = useChartWords();
  const caption = useCaption();
  const { view, toggle } = useChartView();
  const scope = useScopeWord(chart, faces);
  const bars = useMemo(() => valuesOf(chart, 'bar', (kpi) => faces.name(kpi), faces), [chart, faces]);
  const line = useMemo(() => {
    const rate = valuesOf(chart, 'line', (kpi) => faces.name(kpi), faces);
    // Not recorded at this step: an axis of its own would have nothing on it.
    return rate === null || rate.values.every((value) => value === null) ? null : rate;
  }, [chart, faces]);
  const starts = useMemo(() => chart.series[0]?.points.map((point) => point.start) ?? [], [chart]);
  const { now, base } = useMemo(() => {
    const sides = sidesOf(place.period, place.base, place.calendar);
    return {
      now: wholly(starts, chart.cadence, sides.now),
      base: sides.base === null ? null : wholly(starts, chart.cadence, sides.base),
    };
  }, [starts, chart.cadence, place.period, place.base, place.calendar]);
  const build = useCallback<Build>(
    (theme, size) =>
      comboOption(
        {
          slots: slotsOf(starts, chart.cadence, format),
          bars: bars ?? { name: '', unit: { kind: 'count' }, values: [] },
          ...(line !== null && { line }),
          now,
          base,
          goals: chart.goals,
          // Said in full once; the steps after it have little room.
          goalLabel: (goal, from) =>
            from === chart.goals.findIndex((one) => one !== null)
              ? t.dashboard.chart.goalEach(goal, t.common.perCadence[chart.cadence])
              : t.charts.goalLine(goal),
          notes: notesOf(data.annotations, starts, isoOf(endOf(place.period)), false),
          words,
        },
        theme,
        size,
      ),
    [starts, chart, format, bars, line, now, base, t, data.annotations, place.period, words],
  );
  if (bars === null) return null;
  const title = line === null ? bars.name : t.dashboard.chart.two(bars.name, line.name);
  const items: LegendItem[] = [
    {
      swatch: 'now',
      text: `${bars.name}, ${nowLabel(place.base, place.period, place.calendar, format.language, 'medium')}`,
    },
    ...(base === null
      ? []
      : [
          {
            swatch: 'then' as const,
            text: baseLabel(place.base, place.period, place.calendar, format.language, 'span'),
          },
        ]),
    ...(line === null ? [] : [{ swatch: 'line' as const, text: line.name }]),
  ];
  const [first] = starts;
  const label = t.dashboard.chart.comboLabel(
    title,
    first === undefined ? '' : format.period({ cadence: chart.cadence, start: first }, 'medium'),
    format.period(toDto(place.period), 'medium'),
  );
  const detail = `${t.dashboard.by[chart.cadence]}, ${scope}`;
  return (
    <Panel
      className={css['chartPanel'] ?? ''}
      title={title}
      detail={detail}
      actions={
        <>
          <Legend items={items} />
          <ChartCardMenu
            picture={{ build, title, detail, legend: items, caption }}
            view={view}
            onToggle={toggle}
          />
        </>
      }
    >
      <Chart build={build} label={label} view={view} />
    </Panel>
  );
}

/** The slots of a stretch of days, where whole slots make it up: a bar of a month is no figure of twenty days of it. */
function wholly(
  starts: readonly string[],
  cadence: ChartData['cadence'],
  days: { readonly from: Day; readonly to: Day },
): ReturnType<typeof stretchOf> {
  const stretch = stretchOf(starts, cadence, days);
  const [first, last] = stretch === null ? [] : [starts[stretch.from], starts[stretch.to - 1]];
  return first !== undefined &&
    last !== undefined &&
    dayOfIso(first) === days.from &&
    endOf({ cadence, start: dayOfIso(last) }) === days.to
    ? stretch
    : null;
}

function Pace({ chart, data, faces }: MainChartProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = useChartWords();
  const caption = useCaption();
  const { view, toggle } = useChartView();
  const nowName = format.period(place.period, 'medium');
  const { baseSpan } = chart;
  const done = paceDone(chart.series[0]?.points.map((point) => point.start) ?? [], data.span.to);
  // As many days of the base as are compared of the period.
  const beside = baseSpan === null ? null : firstDays(baseSpan, done);
  const baseName = beside === null ? '' : besideLabel(beside, data.span, format);
  const series = useMemo(
    () => ({
      now: valuesOf(chart, 'bar', () => nowName, faces),
      base: valuesOf(chart, 'base', () => baseName, faces),
      cumulative: valuesOf(chart, 'cumulative', () => t.dashboard.chart.cumulativeShort, faces),
      pace: valuesOf(chart, 'pace', () => t.dashboard.chart.paceName, faces),
    }),
    [chart, faces, nowName, baseName, t],
  );
  const starts = useMemo(() => chart.series[0]?.points.map((point) => point.start) ?? [], [chart]);
  const build = useCallback<Build>(
    (theme, size) => {
      const none: Values = { name: '', unit: { kind: 'count' }, values: [] };
      return paceOption(
        {
          slots: slotsOf(starts, chart.cadence, format),
          now: series.now ?? none,
          base:
            series.base === null
              ? null
              : { ...series.base, values: starts.map((_, i) => series.base?.values[i] ?? null) },
          cumulative: series.cumulative ?? none,
          pace: series.pace,
          done,
          todayLabel: t.dashboard.chart.today(format.date(data.span.to, 'short')),
          axisNote: format.period(place.period, 'long'),
          goalLabel: (goal) => t.charts.goalLine(goal),
          soFarLabel: (sum) => t.dashboard.chart.soFar(sum),
          paceLabel: (sum) => t.dashboard.chart.expected(sum),
          forecast:
            data.forecast === null || data.forecast.value === null
              ? null
              : { value: data.forecast.value, low: data.forecast.low, high: data.forecast.high },
          forecastName: t.dashboard.chart.forecastName,
          forecastLabel: (low, high) =>
            high === null ? t.dashboard.chart.forecast(low) : t.dashboard.chart.forecastRange(low, high),
          notes: notesOf(data.annotations, starts, isoOf(endOf(place.period)), false),
          words,
        },
        theme,
        size,
      );
    },
    [starts, chart, format, series, done, t, data, place.period, words],
  );
  const kpi = chart.series[0]?.kpi ?? '';
  const whole = data.wholeBase?.value ?? null;
  const several = sidesOf(place.period, place.base, place.calendar).now.many;
  // The whole base stands beside what is compared, never mixed in.
  const wholeWords =
    whole === null || several
      ? null
      : t.dashboard.chart.baseWithWhole(
          baseName,
          baseLabel(place.base, place.period, format.calendar, format.language, 'span'),
          format.value(whole, faces.unit(kpi)),
        );
  const items: LegendItem[] = [
    { swatch: 'now', text: nowName },
    ...(series.base === null ? [] : [{ swatch: 'then' as const, text: wholeWords ?? baseName }]),
    { swatch: 'ink', text: t.dashboard.chart.cumulative },
  ];
  const title = faces.name(kpi);
  const detail = [t.dashboard.chart.pace, noForecast(data.forecast, t)]
    .filter((text) => text !== '')
    .join('; ');
  return (
    <Panel
      className={css['chartPanel'] ?? ''}
      title={title}
      detail={detail}
      actions={
        <ChartCardMenu
          picture={{ build, title, detail, legend: items, caption }}
          view={view}
          onToggle={toggle}
        />
      }
    >
      <Legend items={items} />
      <Chart
        build={build}
        label={`${title}, ${format.period(place.period, 'long')}: ${done} ${cadenceWord(chart.cadence, done, format.language)}`}
        view={view}
      />
    </Panel>
  );
}

/** Why no forecast is drawn; empty where one is. */
function noForecast(forecast: Dashboard['forecast'], t: Catalogue): string {
  if (forecast === null || forecast.value !== null) return '';
  const words = t.dashboard.chart.noForecast;
  return forecast.reason === 'tooFew' ? words.tooFew(forecast.points) : words.other;
}

/** The first days of a span. */
function firstDays(span: Span, n: number): Span {
  const last = addDays(dayOfIso(span.from), Math.max(0, n - 1));
  const to = isoOf(last);
  return { ...span, to: to < span.to ? to : span.to };
}

/** How many of the days on the axis lie within the span that is compared. */
function paceDone(starts: readonly string[], to: string): number {
  return starts.filter((start) => start <= to).length;
}
