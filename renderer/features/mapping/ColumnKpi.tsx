/** Which KPI the figures of a column are of: one there is, found in either language, or a new one. */
import type { ColumnMapping } from '../../../shared/contract/imports/mapping.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Combobox, Field } from '../../ui/index.ts';
import css from './aside.module.css';
import { unitFor } from './draft.ts';
import type { Kpis } from './useKpis.ts';

const ofRow = ' row';

export interface ColumnKpiProps {
  readonly now: ColumnMapping;
  readonly kpis: Kpis;
  readonly owner: number | null;
  /** The rows name KPIs: that the column has one of its own is the exception. */
  readonly byRow: boolean;
  readonly change: (to: Partial<ColumnMapping>) => void;
  readonly onNew: () => void;
}

export function ColumnKpi({ now, kpis, owner, byRow, change, onNew }: ColumnKpiProps) {
  const t = useT();
  const words = t.mapping.column;
  const choose = (key: string): void => {
    if (key === ofRow) change({ kpi: null, unit: null });
    else
      change({
        role: byRow ? now.role : 'metric',
        kpi: key,
        unit: unitFor(kpis.find(key)?.unit.kind ?? 'count', now.header),
      });
  };
  return (
    <div className={css['kpi']}>
      <Field label={words.kpi} {...(now.kpi === null && !byRow && { hint: words.kpiNeeded })}>
        {({ id }) => (
          <Combobox
            id={id}
            label={words.kpi}
            look="form"
            value={now.kpi ?? (byRow ? ofRow : null)}
            placeholder={words.chooseKpi}
            items={byRow ? [{ value: ofRow, label: words.kpiOfRow }, ...kpis.items] : kpis.items}
            onChange={choose}
          />
        )}
      </Field>
      {owner === null ? (
        <p className={css['quiet']}>{t.mapping.whoseFirst}</p>
      ) : (
        <Button kind="link" onClick={onNew}>
          {words.newKpi}
        </Button>
      )}
    </div>
  );
}
