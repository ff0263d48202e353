/** What the preview table shows: by fate with counts, by file, by KPI, by client; and all kept figures at once. */
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, Combobox, Segmented, Select } from '../../ui/index.ts';
import { useBook } from './book.tsx';
import { fateOrder } from './rowLayout.ts';
import type { Counts, Fate } from './rowLayout.ts';
import css from './RowsTable.module.css';

export interface Filter {
  readonly show: 'differences' | Fate;
  readonly file: number | null;
  readonly client: number | null;
  readonly kpi: string | null;
}

export const wanted: Readonly<Record<Filter['show'], readonly Fate[]>> = {
  differences: ['changed', 'kept', 'added', 'refused'],
  added: ['added'],
  changed: ['changed'],
  kept: ['kept'],
  refused: ['refused'],
  unchanged: ['unchanged'],
};

const ALL = 'all';

interface ToolsProps {
  readonly session: ImportSession;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly counts: Counts;
  readonly kpis: readonly string[];
  /** Some of one's own figures gave way to the file's: they can come back. */
  readonly took: boolean;
  readonly onTakeAll: (take: boolean) => void;
}

export function RowsTools({ session, filter, onFilter, counts, kpis, took, onTakeAll }: ToolsProps) {
  const t = useT();
  const format = useFormat();
  const book = useBook();
  const count = (show: Filter['show']): number => wanted[show].reduce((n, fate) => n + counts[fate], 0);
  const files = session.files.filter((file) => filter.client === null || file.owner.client === filter.client);
  const clientOf = filter.client ?? session.parts[0]?.client ?? session.client;
  return (
    <>
      <Segmented
        label={t.imports.show}
        value={filter.show}
        onChange={(show) => onFilter({ ...filter, show })}
        items={(['differences', ...fateOrder] as const)
          .filter((show) => show === 'differences' || count(show) > 0 || show === filter.show)
          .map((show) => ({
            value: show,
            label: t.imports.fates[show],
            count: format.number(count(show), 0),
          }))}
      />
      <div className={css['filters']}>
        {session.parts.length > 1 && (
          <Select
            label={t.imports.filterClient}
            value={filter.client === null ? ALL : String(filter.client)}
            onChange={(value) =>
              onFilter({ ...filter, file: null, client: value === ALL ? null : Number(value) })
            }
            items={[
              { value: ALL, label: t.imports.allClients },
              ...session.parts.map((part) => {
                const client = book.client(part.client);
                return {
                  value: String(part.client),
                  label: part.name,
                  ...(client && { mark: <ClientBadge client={client} /> }),
                };
              }),
            ]}
          />
        )}
        {files.length > 1 && (
          <Select
            label={t.imports.filterFile}
            icon="filter"
            value={filter.file === null ? ALL : String(filter.file)}
            onChange={(value) => onFilter({ ...filter, file: value === ALL ? null : Number(value) })}
            items={[
              { value: ALL, label: t.imports.allFiles },
              ...files.map((one) => ({ value: String(one.id), label: one.name })),
            ]}
          />
        )}
        {(kpis.length > 1 || filter.kpi !== null) && (
          <Combobox
            label={t.imports.filterKpi}
            value={filter.kpi ?? ALL}
            onChange={(value) => onFilter({ ...filter, kpi: value === ALL ? null : value })}
            items={[
              { value: ALL, label: t.imports.allKpis },
              ...kpis
                .map((key) => ({ value: key, label: book.kpiName(clientOf, key) }))
                .toSorted((a, b) => a.label.localeCompare(b.label)),
            ]}
          />
        )}
      </div>
      {(filter.show === 'kept' || filter.show === 'differences') && session.counts.kept > 0 && (
        <Button size="small" onClick={() => onTakeAll(true)}>
          {t.imports.rows.takeAll(session.counts.kept, format.number(session.counts.kept, 0))}
        </Button>
      )}
      {took && session.counts.kept === 0 && (
        <Button size="small" onClick={() => onTakeAll(false)}>
          {t.imports.rows.keepAll}
        </Button>
      )}
    </>
  );
}
