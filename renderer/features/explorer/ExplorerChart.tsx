/**
 * The course of one KPI with its usual range, and below it the step from one period to the next; a level is tested by its
 * steps, so there they have the limits.
 */
import { useCallback, useMemo } from 'react';
import type { Explorer } from '../../../shared/contract/api/views.ts';
import { sidesOf } from '../../../shared/domain/bases.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { ImportButton, usePlace } from '../../app/index.ts';
import {
  breaksOf,
  Chart,
  ChartViewButton,
  explorerOption,
  Legend,
  movingRangeOption,
  notesOf,
  slotsOf,
  stretchOf,
  useChartView,
  useChartWords,
} from '../../charts/index.ts';
import type { Build, LegendItem } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, toPeriod } from '../../i18n/period.ts';
import { EmptyState, Panel, Segmented, Select } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './explorer.module.css';
import type { Finding } from './findings.ts';
import {
  besideValues,
  definitionMarksOf,
  forecastMarkOf,
  isTestedAsDrawn,
  limitsBand,
  signalMarksOf,
  trendLineOf,
} from './chartParts.ts';
import { spans, steps } from './span.ts';
import type { Step } from './span.ts';

export interface ExplorerChartProps {
  readonly data: Explorer;
  readonly faces: Faces;
  readonly findings: readonly Finding[];
  readonly channel: string | null;
  readonly step: Step;
  readonly months: number;
  readonly onStep: (step: Step) => void;
  readonly onMonths: (months: number) => void;
}

export function ExplorerChart({
  data,
  faces,
  findings,
  channel,
  step,
  months,
  onStep,
  onMonths,
}: ExplorerChartProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = useChartWords();
  const { view, toggle } = useChartView();
  const { unit } = data.kpi;
  const starts = useMemo(() => data.points.map((point) => point.start), [data]);
  const slots = useMemo(() => slotsOf(starts, data.cadence, format), [starts, data.cadence, format]);
  const name = format.local(data.kpi.name);
  const lastDay = starts.at(-1);
  const end = useMemo(
    () => (lastDay === undefined ? '' : isoOf(endOf(toPeriod({ cadence: data.cadence, start: lastDay })))),
    [lastDay, data.cadence],
  );
  const { chosen, base } = useMemo(() => {
    const sides = sidesOf(place.period, place.base, place.calendar);
    return {
      chosen: stretchOf(starts, data.cadence, sides.now),
      // A base that the axis cuts would be marked as less than it is.
      base:
        sides.base === null || isoOf(addDays(sides.base.from, 3)) < (starts[0] ?? '')
          ? null
          : stretchOf(starts, data.cadence, sides.base),
    };
  }, [starts, place.period, place.base, place.calendar, data.cadence]);
  const then = useMemo(() => besideValues(data, format, t), [data, format, t]);
  const band = useMemo(() => limitsBand(data, format, t), [data, format, t]);
  const marks = useMemo(() => signalMarksOf(findings, data, format, t), [findings, data, format, t]);
  const drawn = isTestedAsDrawn(data);
  const limits = drawn ? band : null;
  const signals = useMemo(() => (drawn ? marks : []), [drawn, marks]);
  const { net } = data.tested;
  const build = useCallback<Build>(
    (theme, size) =>
      explorerOption(
        {
          slots,
          now: { name, unit, values: data.points.map((point) => point.value) },
          then,
          goals: data.goals,
          goalLabel: (goal, from) => {
            const start = starts[from];
            return from === 0 || start === undefined
              ? t.charts.goalLine(goal)
              : t.explorer.goalFrom(goal, format.date(start, 'short'));
          },
          limits,
          signals,
          notes: notesOf(data.annotations, starts, end, true),
          definitions: definitionMarksOf(data, starts, end, format, t),
          trend: trendLineOf(data, format, t),
          forecast: forecastMarkOf(data, format, t),
          breaks: breaksOf(starts, data.cadence, format, chosen),
          axisNote: axisNote(starts, data.cadence, t.explorer.byStep[data.cadence]),
          chosen,
          base,
          words,
        },
        theme,
        size,
      ),
    [slots, name, unit, data, then, starts, t, format, limits, signals, end, chosen, base, words],
  );
  const range = useCallback<Build>(
    (theme) =>
      movingRangeOption(
        {
          slots,
          values: data.tested.values,
          unit,
          name: t.explorer.movingRangeName,
          limit:
            data.limits === null || limits === null
              ? null
              : {
                  value: data.limits.rangeLimit,
                  from: limits.from,
                  to: limits.to,
                  label: t.explorer.rangeLimit(format.value(data.limits.rangeLimit, unit)),
                },
          words,
        },
        theme,
      ),
    [slots, data, unit, t, limits, format, words],
  );
  const change = useCallback<Build>(
    (theme, size) =>
      explorerOption(
        {
          slots,
          now: { name: t.explorer.netChangeName, unit, values: data.tested.values },
          then: null,
          goals: [],
          goalLabel: (goal) => goal,
          limits: band,
          signals: marks,
          notes: [],
          definitions: [],
          trend: null,
          forecast: null,
          breaks: [],
          axisNote: '',
          chosen: null,
          base: null,
          words,
        },
        theme,
        size,
      ),
    [slots, data, unit, t, band, marks, words],
  );
  const nothing = data.points.every((point) => point.value === null);
  const gap = data.points.some((point) => point.state === 'missing');
  const named = (start: string): string => format.period({ cadence: data.cadence, start }, 'medium');
  const rangeText =
    data.limits === null ? '' : t.explorer.usualRange(named(data.limits.from), named(data.limits.to));
  const items: LegendItem[] = [
    { swatch: 'nowLine', text: name },
    ...(limits === null ? [] : [{ swatch: 'band' as const, text: rangeText }]),
    ...(signals.some((signal) => signal.outside)
      ? [{ swatch: 'ring' as const, text: t.explorer.outside }]
      : []),
    ...(gap ? [{ swatch: 'gap' as const, text: t.explorer.notRecorded }] : []),
  ];
  const scope = faces.channel(channel) ?? t.common.allChannelsWord;
  return (
    <Panel
      className={css['chartPanel'] ?? ''}
      title={<span className={css['chartTitle']}>{name}</span>}
      detail={`${scope}, ${t.explorer.per[data.cadence]}, ${t.explorer.direction[data.kpi.direction]}`}
      actions={
        <>
          <Segmented
            label={t.explorer.cadence}
            value={step}
            onChange={onStep}
            items={steps.map((value) => ({ value, label: t.common.cadence[value] }))}
          />
          <Select
            label={t.explorer.span.label}
            value={String(months)}
            onChange={(value) => onMonths(Number(value))}
            items={spans[step].map((n) => ({
              value: String(n),
              label: n % 12 === 0 ? t.explorer.span.back(n / 12, 'year') : t.explorer.span.back(n, 'month'),
            }))}
          />
          <ChartViewButton view={view} onToggle={toggle} />
        </>
      }
    >
      {nothing ? (
        <div className={css['nothing']}>
          <EmptyState title={t.explorer.noPoints(t.explorer.byStep[data.cadence])} action={<ImportButton />}>
            {t.explorer.noPointsText}
          </EmptyState>
        </div>
      ) : (
        <>
          <Legend items={items} />
          <div className={css['course']}>
            <Chart build={build} label={`${name}, ${scope}, ${t.explorer.per[data.cadence]}`} view={view} />
          </div>
          {limits !== null && (
            <div className={css['range']}>
              <h3 className={css['rangeTitle']}>{t.explorer.movingRange[data.cadence]}</h3>
              <Chart
                build={range}
                height={view === 'chart' ? 92 : 160}
                label={t.explorer.movingRangeName}
                view={view}
              />
            </div>
          )}
          {net && band !== null && data.tested.cadence === data.cadence && (
            <div className={css['range']}>
              <h3 className={css['rangeTitle']}>{t.explorer.netChange[data.cadence]}</h3>
              <Chart
                build={change}
                height={view === 'chart' ? 150 : 160}
                label={t.explorer.netChangeName}
                view={view}
              />
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

function anchorOf(start: string, cadence: Explorer['cadence']): string {
  return cadence === 'week' ? isoOf(addDays(dayOfIso(start), 3)) : start;
}

function axisNote(starts: readonly string[], cadence: Explorer['cadence'], step: string): string {
  const year = (start: string | undefined): string | undefined =>
    start === undefined ? undefined : anchorOf(start, cadence).slice(0, 4);
  const [first, last] = [year(starts[0]), year(starts.at(-1))];
  if (first === undefined || last === undefined) return step;
  return first === last ? `${first}, ${step}` : `${first}–${last}, ${step}`;
}
