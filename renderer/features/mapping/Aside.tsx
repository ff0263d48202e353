/** What can be said otherwise: of one column, of the sheet as a whole, of the names and totals in its rows. */
import { useState } from 'react';
import type { RefObject } from 'react';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type { ColumnMapping, TableMapping } from '../../../shared/contract/imports/mapping.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Segmented } from '../../ui/index.ts';
import css from './aside.module.css';
import { ColumnEditor } from './ColumnEditor.tsx';
import { unitFor, withLabel } from './draft.ts';
import { NewKpi } from './NewKpi.tsx';
import { RowsEditor, rowsOf } from './RowsEditor.tsx';
import { SheetEditor } from './SheetEditor.tsx';
import type { Kpis } from './useKpis.ts';

export type Tab = 'column' | 'sheet' | 'rows';

export type Change = (to: (before: TableMapping) => TableMapping) => void;

export interface AsideProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly column: number | null;
  readonly onColumn: (index: number) => void;
  /** Escape: back to the sheet. */
  readonly onLeave: () => void;
  readonly view: TableView;
  readonly mapping: TableMapping;
  readonly kpis: Kpis;
  readonly session: ImportSession;
  readonly owner: number | null;
  readonly onSession: (session: ImportSession) => void;
  readonly onChange: Change;
  readonly onColumnChange: (index: number, header: string, to: Partial<ColumnMapping>) => void;
}

/** What a new KPI is made for. */
export type Purpose =
  | { readonly kind: 'column'; readonly column: ColumnMapping }
  | { readonly kind: 'label'; readonly label: string };

export function Aside(props: AsideProps) {
  const { ref, tab, onTab, column, view, mapping, onChange, onColumnChange } = props;
  const t = useT();
  const format = useFormat();
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const rows = rowsOf(view, mapping);
  const count = rows.labels.length + rows.totals.length;
  const hasRows = count + rows.counted.length > 0 || mapping.shape !== 'series';
  return (
    // Listens for the fields in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className={css['aside']}
      tabIndex={-1}
      role="group"
      aria-label={t.mapping.tabs.label}
      onKeyDown={(event) => {
        // What floats over the panel has its own Escape.
        if (event.key !== 'Escape' || !event.currentTarget.contains(event.target as Node)) return;
        if (purpose === null) props.onLeave();
        else setPurpose(null);
      }}
    >
      {purpose === null ? (
        <>
          <Segmented
            fill
            label={t.mapping.tabs.label}
            value={tab}
            onChange={onTab}
            items={[
              { value: 'column', label: t.mapping.tabs.column },
              { value: 'sheet', label: t.mapping.tabs.sheet },
              ...(hasRows
                ? [{ value: 'rows' as const, label: t.mapping.tabs.rows, count: format.number(count, 0) }]
                : []),
            ]}
          />
          {tab === 'column' && <ColumnEditor {...props} onNew={setPurpose} />}
          {tab === 'sheet' && <SheetEditor {...props} />}
          {tab === 'rows' && <RowsEditor {...props} rows={rows} onNew={setPurpose} />}
        </>
      ) : (
        <NewKpi
          {...props}
          purpose={purpose}
          onCancel={() => setPurpose(null)}
          onMade={(key, unit) => {
            setPurpose(null);
            if (purpose.kind === 'label') {
              onChange((before) => withLabel(before, purpose.label, key));
              return;
            }
            const { index, header, role } = purpose.column;
            onColumnChange(index, header, {
              role: role === 'value' ? role : 'metric',
              kpi: key,
              unit: unitFor(unit, header),
            });
            if (column !== null) props.onColumn(column);
          }}
        />
      )}
    </div>
  );
}
