/** Names in the rows and the KPIs they mean; rows taken for totals. */
import { useState } from 'react';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type { TableMapping } from '../../../shared/contract/imports/mapping.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Combobox, cx, Icon, searchable, TextInput } from '../../ui/index.ts';
import type { AsideProps, Purpose } from './Aside.tsx';
import css from './aside.module.css';
import { withLabel, withoutRest, withTotal } from './draft.ts';

/** Shown at once; the others are found by typing. */
const shown = 60;
const out = ' out';
const make = ' new';

interface Label {
  readonly label: string;
  readonly rows: number;
  readonly kpi: string | null;
  /** Neither a KPI nor left out by anybody. */
  readonly open: boolean;
}

export interface Rows {
  readonly labels: readonly Label[];
  /** Taken for totals. */
  readonly totals: readonly string[];
  /** Look like totals, and are figures because the person says so. */
  readonly counted: readonly string[];
}

/** The word a row is known by: its first cell that is no number. */
export function labelOf(cells: readonly string[]): string {
  return cells.find((cell) => /\p{L}/u.test(cell))?.trim() ?? '';
}

export function rowsOf(view: TableView, mapping: TableMapping): Rows {
  const said = new Map(mapping.labels.map((one) => [one.label, one.kpi]));
  const isTotal = (label: string): boolean => !mapping.notTotals.includes(label);
  const labels =
    mapping.shape === 'series'
      ? []
      : view.labels
          .filter((one) => !one.total || !isTotal(one.label))
          .map((one) => {
            const kpi = said.has(one.label) ? (said.get(one.label) ?? null) : one.kpi;
            return { label: one.label, rows: one.rows, kpi, open: kpi === null && !said.has(one.label) };
          });
  const totals = new Set(view.labels.filter((one) => one.total).map((one) => one.label));
  for (const row of view.sample) if (row.role === 'total') totals.add(labelOf(row.cells));
  return {
    labels,
    totals: [...totals].filter((label) => label !== '' && isTotal(label)),
    counted: mapping.notTotals,
  };
}

interface RowsProps extends AsideProps {
  readonly rows: Rows;
  readonly onNew: (purpose: Purpose) => void;
}

export function RowsEditor({ rows, kpis, owner, onChange, onNew }: RowsProps) {
  const t = useT();
  const format = useFormat();
  const words = t.mapping.rows;
  const [typed, setTyped] = useState('');
  const wanted = searchable(typed.trim());
  const found = rows.labels.filter((one) => searchable(one.label).includes(wanted));
  const rest = rows.labels.filter((one) => one.open);
  if (rows.labels.length + rows.totals.length + rows.counted.length === 0)
    return <p className={css['quiet']}>{words.none}</p>;
  return (
    <div className={css['part']}>
      {rows.labels.length > 0 && (
        <section className={css['part']} aria-label={words.title}>
          <h2>{words.title}</h2>
          {rows.labels.length > 8 && (
            <TextInput type="search" label={words.find} value={typed} onChange={setTyped} />
          )}
          {rest.length > 0 && (
            <Button
              size="small"
              onClick={() =>
                onChange((before) =>
                  withoutRest(
                    before,
                    rest.map((one) => one.label),
                  ),
                )
              }
            >
              {words.restOut(format.number(rest.length, 0))}
            </Button>
          )}
          <ul className={css['labels']}>
            {found.slice(0, shown).map((one) => (
              <li key={one.label}>
                <p className={css['labelName']}>
                  <span className={cx(one.open && css['open'])}>
                    {one.open && <Icon name="question" />}
                    {one.label}
                  </span>
                  <span className={css['quiet']}>
                    {one.rows === 1 ? words.once : words.times(format.number(one.rows, 0))}
                  </span>
                </p>
                <Combobox
                  label={words.kpiOf(one.label)}
                  look="form"
                  value={one.kpi ?? (one.open ? null : out)}
                  placeholder={words.open}
                  onChange={(value) => {
                    if (value === make) onNew({ kind: 'label', label: one.label });
                    else onChange((before) => withLabel(before, one.label, value === out ? null : value));
                  }}
                  items={[
                    { value: out, label: one.kpi === null && !one.open ? words.out : words.leaveOut },
                    ...(owner === null ? [] : [{ value: make, label: t.mapping.column.newKpi }]),
                    ...kpis.items,
                  ]}
                />
              </li>
            ))}
          </ul>
          {found.length > shown && (
            <p className={css['quiet']}>
              {words.shown(format.number(shown, 0), format.number(found.length, 0))}
            </p>
          )}
        </section>
      )}
      {rows.totals.length > 0 && (
        <section className={css['part']} aria-label={words.totals}>
          <h2>{words.totals}</h2>
          <p className={css['quiet']}>{words.totalsText}</p>
          <TotalList
            labels={rows.totals}
            action={words.notTotal}
            onPress={(label) => onChange((before) => withTotal(before, label, false))}
          />
        </section>
      )}
      {rows.counted.length > 0 && (
        <section className={css['part']} aria-label={words.counted}>
          <h2>{words.counted}</h2>
          <TotalList
            labels={rows.counted}
            action={words.isTotal}
            onPress={(label) => onChange((before) => withTotal(before, label, true))}
          />
        </section>
      )}
    </div>
  );
}

function TotalList({
  labels,
  action,
  onPress,
}: {
  readonly labels: readonly string[];
  readonly action: string;
  readonly onPress: (label: string) => void;
}) {
  return (
    <ul className={css['totals']}>
      {labels.map((label) => (
        <li key={label}>
          <span>{label}</span>
          <Button size="small" aria-label={`${action}: ${label}`} onClick={() => onPress(label)}>
            {action}
          </Button>
        </li>
      ))}
    </ul>
  );
}
