/** A client's KPIs as rows under their key result area; below them those that are recorded but not shown. */
import { useState } from 'react';
import type { Smart } from '../../../shared/contract/api/advice.ts';
import type { CatalogueDto, ClientKpi, TargetDto } from '../../../shared/contract/api/kpis.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import { HiddenRow, KpiRow } from './KpiRow.tsx';
import css from './KpiTable.module.css';

export interface KpiTableProps {
  readonly kpis: readonly ClientKpi[];
  readonly targets: readonly TargetDto[];
  readonly smart: ReadonlyMap<number, readonly Smart[]>;
  readonly channelName: (id: string) => string;
  readonly catalogue: Pick<CatalogueDto, 'kras' | 'stages'>;
  readonly chosen: number | null;
  readonly onChoose: (kpi: number) => void;
  /** Ticked, to be changed together. */
  readonly picked: ReadonlySet<number>;
  readonly onPick: (kpis: readonly number[], picked: boolean) => void;
}

const wideOnly = css['wide'];

export function KpiTable(props: KpiTableProps) {
  const { picked, onPick } = props;
  const t = useT();
  const format = useFormat();
  const shown = props.kpis.filter((kpi) => kpi.shown);
  const hidden = props.kpis.filter((kpi) => !kpi.shown);
  const [open, setOpen] = useState(false);
  const { columns } = t.kpis;
  const all = shown.length > 0 && shown.every((kpi) => picked.has(kpi.id));
  return (
    <table className={cx(css['table'], props.chosen !== null && css['narrow'])}>
      <thead>
        <tr>
          <th scope="col" className={css['pick']}>
            <Check
              label={t.kpis.pickAll}
              checked={all}
              some={!all && shown.some((kpi) => picked.has(kpi.id))}
              onChange={(on) =>
                onPick(
                  shown.map((kpi) => kpi.id),
                  on,
                )
              }
            />
          </th>
          <th scope="col">{columns.kpi}</th>
          <th scope="col" className={wideOnly}>
            {t.kpis.panel.level}
          </th>
          <th scope="col" className={wideOnly}>
            {columns.recorded}
          </th>
          <th scope="col" className={css['middle']}>
            {columns.headline}
          </th>
          <th scope="col" className={css['right']}>
            {columns.weight}
          </th>
          <th scope="col" className={css['target']}>
            {columns.target}
          </th>
          <th scope="col">{columns.smart}</th>
          <th scope="col" className={wideOnly}>
            {columns.owner}
          </th>
          <th scope="col" className={cx(css['right'], wideOnly)}>
            {columns.figures}
          </th>
        </tr>
      </thead>
      {props.catalogue.kras.map((kra) => {
        const rows = shown.filter((kpi) => kpi.definition.kra === kra.key);
        if (rows.length === 0) return null;
        return (
          <tbody key={kra.key}>
            <tr className={css['group']}>
              <td className={css['pick']}>
                <Check
                  label={t.kpis.pickGroup(format.local(kra.name))}
                  checked={rows.every((kpi) => picked.has(kpi.id))}
                  some={rows.some((kpi) => picked.has(kpi.id)) && !rows.every((kpi) => picked.has(kpi.id))}
                  onChange={(on) =>
                    onPick(
                      rows.map((kpi) => kpi.id),
                      on,
                    )
                  }
                />
              </td>
              <th scope="rowgroup" colSpan={9}>
                {format.local(kra.name)} <span>{t.common.kpis(rows.length)}</span>
              </th>
            </tr>
            {rows.map((kpi) => (
              <KpiRow
                key={kpi.id}
                {...props}
                kpi={kpi}
                chosen={props.chosen === kpi.id}
                picked={picked.has(kpi.id)}
                onChoose={() => props.onChoose(kpi.id)}
                onPick={(on) => onPick([kpi.id], on)}
              />
            ))}
          </tbody>
        );
      })}
      {hidden.length > 0 && (
        <tbody>
          <tr className={css['group']}>
            <td className={css['pick']} />
            <th scope="rowgroup" colSpan={9}>
              <button
                type="button"
                className={css['fold']}
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                <Icon name={open ? 'chevronDown' : 'chevronRight'} />
                {t.kpis.hidden.title} <span>{t.common.kpis(hidden.length)}</span>
                <span>{t.kpis.hidden.text}</span>
              </button>
            </th>
          </tr>
          {open && hidden.map((kpi) => <HiddenRow key={kpi.id} kpi={kpi} />)}
        </tbody>
      )}
    </table>
  );
}

function Check({
  label,
  checked,
  some,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly some: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  return (
    <label className={css['check']}>
      <span className="visually-hidden">{label}</span>
      <input
        type="checkbox"
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
