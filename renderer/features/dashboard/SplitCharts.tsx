/** The further charts: one KPI by channel, and one against last year. */
import { useCallback, useMemo } from 'react';
import type { ChartData } from '../../../shared/contract/api/views.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import { usePlace } from '../../app/index.ts';
import {
  Chart,
  lineOption,
  slotsOf,
  stackedOption,
  useCaption,
  useChartView,
  useChartWords,
} from '../../charts/index.ts';
import type { Build } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso } from '../../i18n/period.ts';
import { Panel } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { ChartCardMenu } from './board/card.tsx';
import css from './dashboard.module.css';
import { valuesOf } from './MainChart.tsx';

interface Props {
  readonly chart: ChartData;
  readonly faces: Faces;
}

export function StackedPanel({ chart, faces }: Props) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = useChartWords();
  const caption = useCaption();
  const { view, toggle } = useChartView();
  const starts = useMemo(() => chart.series[0]?.points.map((point) => point.start) ?? [], [chart]);
  const build = useCallback<Build>(
    (theme, size) =>
      stackedOption(
        {
          slots: slotsOf(starts, chart.cadence, format),
          parts: chart.series.map((series) => ({
            name: faces.channel(series.channel) ?? t.common.allChannels,
            unit: faces.unit(series.kpi),
            values: series.points.map((point) => point.value),
            states: series.points.map((point) => point.state),
          })),
          now: starts.indexOf(isoOf(place.period.start)),
          words,
        },
        theme,
        size,
      ),
    [starts, chart, format, faces, t, place.period, words],
  );
  const title = t.dashboard.chart.stacked(faces.name(chart.series[0]?.kpi ?? ''));
  const detail = t.dashboard.by[chart.cadence];
  return (
    <Panel
      className={css['chartPanel'] ?? ''}
      title={title}
      detail={detail}
      actions={<ChartCardMenu picture={{ build, title, detail, caption }} view={view} onToggle={toggle} />}
    >
      <Chart build={build} label={title} view={view} />
    </Panel>
  );
}

export function LinePanel({ chart, faces }: Props) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = useChartWords();
  const caption = useCaption();
  const { view, toggle } = useChartView();
  const starts = useMemo(
    () => chart.series.find((series) => series.role === 'line')?.points.map((point) => point.start) ?? [],
    [chart],
  );
  // The line is named where it ends: a running period has no point yet.
  const newest = useMemo(() => {
    const last = chart.series
      .find((series) => series.role === 'line')
      ?.points.findLast((point) => point.value !== null);
    return format.period(
      last === undefined ? place.period : { cadence: chart.cadence, start: dayOfIso(last.start) },
      'medium',
    );
  }, [chart, format, place.period]);
  const build = useCallback<Build>(
    (theme, size) => {
      const now = valuesOf(chart, 'line', () => newest, faces) ?? {
        name: '',
        unit: { kind: 'count' },
        values: [],
      };
      const { baseSpan } = chart;
      const then =
        baseSpan === null ? null : valuesOf(chart, 'base', () => format.span(baseSpan, 'medium'), faces);
      return lineOption(
        {
          slots: slotsOf(starts, chart.cadence, format),
          now,
          then: then === null || then.values.every((value) => value === null) ? null : then,
          goals: chart.goals,
          goalLabel: (goal) => t.charts.goalLine(goal),
          at: starts.indexOf(isoOf(place.period.start)),
          words,
        },
        theme,
        size,
      );
    },
    [starts, chart, format, faces, t, place.period, newest, words],
  );
  const [first] = chart.series;
  const name = faces.name(first?.kpi ?? '');
  const title = chart.baseSpan === null ? name : t.dashboard.chart.line(name);
  const detail = `${t.dashboard.by[chart.cadence]}, ${faces.channel(first?.channel ?? null) ?? t.common.allChannelsWord}`;
  return (
    <Panel
      className={css['chartPanel'] ?? ''}
      title={title}
      detail={detail}
      actions={<ChartCardMenu picture={{ build, title, detail, caption }} view={view} onToggle={toggle} />}
    >
      <Chart build={build} label={title} view={view} />
    </Panel>
  );
}
