/** A chart of the report model, drawn with the same builders as the screens. */
import { useCallback, useMemo } from 'react';
import type { ReportChart, ReportModel } from '../../../shared/domain/report.ts';
import {
  Chart,
  comboOption,
  Legend,
  lineOption,
  notesOf,
  slotsOf,
  stackedOption,
  stretchOf,
  useChartWords,
} from '../../charts/index.ts';
import type { Build, LegendItem, Values } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { sidesOf } from '../../../shared/domain/bases.ts';
import { endOf, isoOf } from '../../../shared/domain/time.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './Paper.module.css';

export interface PaperChartProps {
  readonly chart: ReportChart;
  readonly model: ReportModel;
  readonly faces: Faces;
}

export function PaperChart({ chart, model, faces }: PaperChartProps) {
  const t = useT();
  const format = useFormat();
  const words = useChartWords();
  const now = chart.periods.indexOf(model.period.start);
  const sides = useMemo(() => {
    const { now: own, base } = sidesOf(toPeriod(model.period), model.base.kind, format.calendar);
    return {
      now: stretchOf(chart.periods, chart.cadence, own),
      base: base === null ? null : stretchOf(chart.periods, chart.cadence, base),
    };
  }, [chart, model.period, model.base.kind, format.calendar]);
  const line = chart.series.find((series) => series.role === 'line');
  const bars = chart.series.find((series) => series.role === 'bar');
  const notes = useMemo(
    () =>
      chart.kind === 'combo' || chart.kind === 'column'
        ? notesOf(model.annotations, chart.periods, isoOf(endOf(toPeriod(model.period))), false)
        : [],
    [chart, model],
  );
  const build = useCallback<Build>(
    (theme, size) => {
      const slots = slotsOf(chart.periods, chart.cadence, format);
      const values = chart.series.map((series): Values => ({
        name: series.name,
        unit: faces.unit(series.kpi),
        values: series.values,
      }));
      const none: Values = { name: '', unit: { kind: 'count' }, values: [] };
      const of = (role: 'bar' | 'line'): Values | undefined =>
        values[chart.series.findIndex((series) => series.role === role)];
      const goalLabel = (goal: string): string => t.charts.goalLine(goal);
      switch (chart.kind) {
        case 'stacked':
          return stackedOption({ slots, parts: values, now, words }, theme, size);
        case 'line':
          return lineOption(
            { slots, now: values[0] ?? none, then: null, goals: chart.goals, goalLabel, at: now, words },
            theme,
            size,
          );
        case 'column':
        case 'combo': {
          const second = of('line');
          return comboOption(
            {
              slots,
              bars: of('bar') ?? none,
              ...(second !== undefined && { line: second }),
              ...sides,
              goals: chart.goals,
              goalLabel,
              notes,
              words,
            },
            theme,
            size,
          );
        }
      }
    },
    [chart, format, faces, now, sides, t, words, notes],
  );
  const items: LegendItem[] =
    chart.kind === 'combo' && bars !== undefined && line !== undefined
      ? [
          { swatch: 'now', text: bars.name },
          { swatch: 'line', text: line.name },
        ]
      : [];
  return (
    <section className={css['chart']}>
      <header className={css['chartHead']}>
        <h3>{chart.title}</h3>
        {items.length > 0 && <Legend items={items} />}
      </header>
      <Chart build={build} height={220} label={chart.title} />
      {notes.length > 0 && (
        <ul className={css['notes']}>
          {notes.map((note) => (
            <li key={note.mark}>
              <strong>{note.mark}</strong> {note.text}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
