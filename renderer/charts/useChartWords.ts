/** The words and formats of charts, in the reader's language and the client's number format. */
import { useMemo } from 'react';
import { useFormat } from '../i18n/format.tsx';
import { useT } from '../i18n/index.tsx';
import type { ChartWords } from './model.ts';

export function useChartWords(): ChartWords {
  const t = useT();
  const { style } = useFormat();
  return useMemo(
    () => ({
      style,
      noData: t.charts.noData,
      notApplicable: t.charts.notApplicable,
      goal: t.charts.goal,
      period: t.charts.period,
      others: t.charts.others,
    }),
    [style, t],
  );
}
