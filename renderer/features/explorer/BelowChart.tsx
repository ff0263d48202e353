/** Under a course with limits its moving range; under a level the net change that it is tested by. */
import { useCallback } from 'react';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import {
  Chart,
  cutExplorer,
  cutMovingRange,
  explorerOption,
  movingRangeOption,
  slotsOf,
  useChartWords,
} from '../../charts/index.ts';
import type { Build } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { limitsBand, signalMarksOf } from './chartParts.ts';
import css from './explorer.module.css';
import type { Finding } from './findings.ts';
import type { Drawing } from './useDrawing.ts';

export interface BelowChartProps {
  readonly data: Explorer;
  readonly findings: readonly Finding[];
  readonly drawing: Drawing;
  readonly view: 'chart' | 'table';
}

export function BelowChart({ data, findings, drawing, view }: BelowChartProps) {
  const t = useT();
  const format = useFormat();
  const words = useChartWords();
  const { unit } = data.kpi;
  const { net } = data.tested;
  const { range, limitsDrawn } = drawing;
  const asDrawn = data.tested.cadence === data.cadence;
  const lower = useCallback<Build>(
    (theme, size) => {
      const starts = data.points.map((point) => point.start);
      const band = limitsBand(data, format, t);
      return movingRangeOption(
        cutMovingRange(
          {
            slots: slotsOf(starts, data.cadence, format),
            values: data.tested.values,
            unit,
            name: t.explorer.movingRangeName,
            limit:
              data.limits === null || band === null
                ? null
                : {
                    value: data.limits.rangeLimit,
                    from: band.from,
                    to: band.to,
                    label: t.explorer.rangeLimit(format.value(data.limits.rangeLimit, unit)),
                  },
            words,
          },
          range.from,
          range.to,
        ),
        theme,
        size,
      );
    },
    [data, format, t, unit, words, range],
  );
  const change = useCallback<Build>(
    (theme, size) => {
      const starts = data.points.map((point) => point.start);
      return explorerOption(
        cutExplorer(
          {
            slots: slotsOf(starts, data.cadence, format),
            now: { name: t.explorer.netChangeName, unit, values: data.tested.values },
            then: null,
            goals: [],
            goalLabel: (goal) => goal,
            limits: limitsBand(data, format, t),
            signals: signalMarksOf(findings, data, format, t),
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
          range.from,
          range.to,
        ),
        theme,
        size,
      );
    },
    [data, format, t, unit, words, range, findings],
  );
  if (limitsDrawn && asDrawn)
    return (
      <div className={css['range']}>
        <h3 className={css['rangeTitle']}>{t.explorer.movingRange[data.cadence]}</h3>
        <Chart
          build={lower}
          height={view === 'chart' ? 92 : 160}
          label={t.explorer.movingRangeName}
          view={view}
        />
      </div>
    );
  if (net && data.limits !== null && asDrawn)
    return (
      <div className={css['range']}>
        <h3 className={css['rangeTitle']}>{t.explorer.netChange[data.cadence]}</h3>
        <Chart
          build={change}
          height={view === 'chart' ? 150 : 160}
          label={t.explorer.netChangeName}
          view={view}
        />
      </div>
    );
  return null;
}
