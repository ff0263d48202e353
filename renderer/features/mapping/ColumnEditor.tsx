/** One column: what it is, which KPI, how its figures are written, whose they are. */
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type { ColumnMapping } from '../../../shared/contract/imports/mapping.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Combobox, Field, IconButton, Segmented, Select } from '../../ui/index.ts';
import type { AsideProps, Purpose } from './Aside.tsx';
import css from './aside.module.css';
import { ColumnKpi } from './ColumnKpi.tsx';
import { columnOf, dimensionNamed, rolesOf, unitFor, unitsOf } from './draft.ts';
import { useNetworks } from './useNetworks.ts';
import { columnName, dimensionName, isOpen } from './words.ts';

export function ColumnEditor(props: AsideProps & { readonly onNew: (purpose: Purpose) => void }) {
  const { view, mapping, column: index, onColumn } = props;
  const t = useT();
  const words = t.mapping.column;
  const at = view.columns.findIndex((one) => one.index === index);
  const seen = view.columns[at];
  if (seen === undefined) return <p className={css['quiet']}>{words.pick}</p>;
  const column = columnOf(mapping, seen.index, seen.header);
  const step = (by: number): void => {
    const next = view.columns[at + by];
    if (next) onColumn(next.index);
  };
  return (
    <section className={css['part']} aria-label={columnName(t, seen.header, seen.index)}>
      <header className={css['head']}>
        <div>
          <h2>{columnName(t, seen.header, seen.index)}</h2>
          <p className={css['quiet']}>{words.place(at + 1, view.columns.length)}</p>
        </div>
        <IconButton icon="chevronLeft" label={words.previous} disabled={at === 0} onClick={() => step(-1)} />
        <IconButton
          icon="chevronRight"
          label={words.next}
          disabled={at === view.columns.length - 1}
          onClick={() => step(1)}
        />
      </header>
      <Samples seen={seen} />
      <ColumnFields {...props} seen={seen} now={column} />
    </section>
  );
}

function Samples({ seen }: { readonly seen: TableView['columns'][number] }) {
  const t = useT();
  const format = useFormat();
  const cells = [...new Set(seen.samples.filter((cell) => cell.trim() !== ''))].slice(0, 4);
  if (cells.length === 0) return <p className={css['quiet']}>{t.mapping.column.empty}</p>;
  return (
    <div>
      <ul className={css['samples']}>
        {cells.map((cell) => (
          <li key={cell} title={cell}>
            {cell}
          </li>
        ))}
      </ul>
      <p className={css['quiet']}>
        {t.mapping.column.cells(seen.filled, format.number(seen.filled, 0), format.number(seen.distinct, 0))}
      </p>
    </div>
  );
}

interface FieldsProps extends AsideProps {
  readonly seen: TableView['columns'][number];
  readonly now: ColumnMapping;
  readonly onNew: (purpose: Purpose) => void;
}

function ColumnFields({ seen, now, mapping, kpis, owner, onNew, onChange, onColumnChange }: FieldsProps) {
  const t = useT();
  const words = t.mapping.column;
  const change = (to: Partial<ColumnMapping>): void => onColumnChange(seen.index, seen.header, to);
  // Under two rows of names each column of a wide sheet may be of a KPI of its own.
  const byColumn = now.role === 'value' && mapping.shape === 'wide';
  const toRole = (role: ColumnMapping['role']): void => {
    // A KPI by the column's own name, where one has it.
    const meant = role === 'metric' && now.kpi === null ? kpis.meant(seen.header) : undefined;
    change({ role, ...(meant && { kpi: meant.kpi, unit: meant.unit }) });
  };
  return (
    <>
      <Field label={words.role}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={now.role}
            onChange={toRole}
            items={rolesOf(mapping.shape, now.role).map((role) => ({
              value: role,
              label: t.mapping.roles[role].name,
              hint: t.mapping.roles[role].hint,
            }))}
          />
        )}
      </Field>
      {(now.role === 'metric' || byColumn || isOpen(now.role, seen.reasons)) && (
        <ColumnKpi
          now={now}
          kpis={kpis}
          owner={owner}
          byRow={byColumn}
          change={change}
          onNew={() => onNew({ kind: 'column', column: now })}
        />
      )}
      <Written now={now} kpis={kpis} change={change} />
      {now.unit === 'percent' && (
        <Field label={words.percent} hint={words.percentHint}>
          {() => (
            <Segmented
              fill
              label={words.percent}
              value={mapping.percent ?? 'auto'}
              onChange={(value) =>
                onChange((before) => ({ ...before, percent: value === 'auto' ? null : value }))
              }
              items={(['auto', 'bare', 'fraction'] as const).map((value) => ({
                value,
                label: words.percents[value],
              }))}
            />
          )}
        </Field>
      )}
      {now.role === 'dimension' && <Dimension now={now} header={seen.header} change={change} />}
      {(now.role === 'metric' || byColumn) && (
        <NetworkField owner={owner} value={now.network} onChange={(network) => change({ network })} />
      )}
      {now.role === 'personal' && <p className={css['quiet']}>{words.personalText}</p>}
      {now.role === 'total' && <p className={css['quiet']}>{words.totalText}</p>}
      {now.role === 'kpi' && <p className={css['quiet']}>{words.kpiText}</p>}
      {now.role === 'value' && now.kpi === null && <p className={css['quiet']}>{words.valueText}</p>}
    </>
  );
}

interface PartProps {
  readonly now: ColumnMapping;
  readonly change: (to: Partial<ColumnMapping>) => void;
}

/** Asked only where figures of the KPI can be written in several ways. */
function Written({ now, kpis, change }: PartProps & Pick<AsideProps, 'kpis'>) {
  const t = useT();
  const kpi = kpis.find(now.kpi);
  if (kpi === undefined) return null;
  const offered = unitsOf(kpi.unit.kind);
  if (offered.length < 2) return null;
  return (
    <Field label={t.mapping.column.unit}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={now.unit ?? unitFor(kpi.unit.kind, now.header)}
          onChange={(unit) => change({ unit })}
          items={offered.map((unit) => ({ value: unit, label: t.mapping.units[unit] }))}
        />
      )}
    </Field>
  );
}

function Dimension({ now, header, change }: PartProps & { readonly header: string }) {
  const t = useT();
  const words = t.mapping.column;
  const own = dimensionNamed(header);
  const known = Object.keys(words.dimensions);
  const all = [...new Set([...known, own, now.dimension ?? own])];
  return (
    <Field label={words.dimension}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={now.dimension ?? own}
          onChange={(dimension) => change({ dimension })}
          items={all.map((value) => ({ value, label: dimensionName(t, value) }))}
        />
      )}
    </Field>
  );
}

function NetworkField({
  owner,
  value,
  onChange,
}: {
  readonly owner: number | null;
  readonly value: string | null;
  readonly onChange: (network: string | null) => void;
}) {
  const t = useT();
  const networks = useNetworks(owner);
  return (
    <Field label={t.mapping.column.network}>
      {({ id }) => (
        <Combobox
          id={id}
          label={t.mapping.column.network}
          look="form"
          value={value ?? ''}
          onChange={(network) => onChange(network === '' ? null : network)}
          items={[{ value: '', label: t.mapping.column.networkOfTable }, ...networks]}
        />
      )}
    </Field>
  );
}
