/** Rows of a report as numbers that can be asked how they were made: a report names its KPIs by key only. */
import { useCallback, useMemo } from 'react';
import type { ReportModel, ReportRow } from '../../../shared/domain/report.ts';
import { useCall } from '../../api/index.ts';
import { useClient, useTargets } from '../../app/index.ts';
import type { MadeAbout, NumberTarget } from '../../app/index.ts';

export type ReportTargets = (
  row: ReportRow,
  more?: { readonly side?: 'base'; readonly about?: MadeAbout },
) => NumberTarget | null;

export function useReportTargets({ period, base }: ReportModel): ReportTargets {
  const { id: client } = useClient();
  const { data } = useCall('kpis.list', { client });
  const kpis = useMemo(() => new Map(data?.map((kpi) => [kpi.definition.key, kpi])), [data]);
  const targets = useTargets();
  const { cadence, start } = period;
  const { kind } = base;
  return useCallback(
    (row, more) =>
      targets(kpis.get(row.kpi), row.channel, { period: { cadence, start }, base: kind, ...more }),
    [kpis, targets, cadence, start, kind],
  );
}
