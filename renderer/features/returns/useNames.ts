/** What KPIs and sections are called at the client at hand, in the reader's language: the workbook may be in another. */
import { useMemo } from 'react';
import type { ReturnedCell } from '../../../shared/contract/api/returns.ts';
import { useCall } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { sentence } from '../../ui/index.ts';

/** The name of the KPI of a cell, or of the section of a text; as the workbook says it where nobody here knows it. */
export type NameOf = (cell: Pick<ReturnedCell, 'kpi' | 'kpiName' | 'section'>) => string;

export function useNames(): NameOf {
  const t = useT();
  const language = useLanguage();
  const { id: client } = useClient();
  const groups = useCall('clients.groups', { client }).data;
  const kpis = useCall('kpis.list', { client }).data;
  return useMemo(() => {
    const known = new Map(kpis?.map(({ definition }) => [definition.key, definition.name[language]]));
    const fixed: Readonly<Record<string, string>> = t.reports.sections.kinds;
    // Texts are kept under a fixed name, or `kra:`, `stage:`, `text:` and a key.
    const section = (named: string): string => {
      const [kind = '', key] = named.split(':');
      if (key === undefined) return fixed[kind] ?? sentence(kind);
      const list = kind === 'kra' ? groups?.kras : kind === 'stage' ? groups?.stages : undefined;
      const group = list?.find((one) => one.key === key);
      return group?.name[language] ?? sentence(key.replaceAll('_', ' '));
    };
    return (cell) =>
      cell.section === null ? (known.get(cell.kpi ?? '') ?? cell.kpiName) : section(cell.section);
  }, [t, language, groups, kpis]);
}
