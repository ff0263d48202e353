/** Name and unit of a KPI by key, from the client's own KPIs or the catalogue. */
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { useCall } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';

export function useKpiFaces(key: string | undefined): Pick<KpiDefinition, 'name' | 'unit'> | undefined {
  const client = useClient();
  const own = useCall('kpis.list', { client: client.id }).data;
  const catalogue = useCall('catalogue.get', {}).data;
  if (key === undefined) return undefined;
  return (
    own?.find((kpi) => kpi.definition.key === key)?.definition ??
    catalogue?.kpis.find((kpi) => kpi.key === key)
  );
}
