/** What is done to the ticked KPIs together: weight, cadence, level, off the list. One step, one way back. */
import { useState } from 'react';
import type { ClientKpi, KpiChange } from '../../../shared/contract/api/kpis.ts';
import { levels } from '../../../shared/domain/kpi.ts';
import { cadences } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Button, IconButton, NumberInput, Popover, sentence } from '../../ui/index.ts';
import css from './KpiTable.module.css';
import { useKpiChanges } from './useKpiChanges.ts';

export function KpiBulkBar({
  picked,
  onDone,
}: {
  readonly picked: readonly ClientKpi[];
  readonly onDone: () => void;
}) {
  const t = useT();
  const words = t.kpis.bulkBar;
  const change = useKpiChanges();
  const all = (next: Omit<KpiChange, 'kpi'>): void =>
    change(
      picked.map((kpi) => ({ kpi: kpi.id, ...next })),
      words.changed(picked.length),
    );
  return (
    <div className={css['bulk']} role="toolbar" aria-label={words.label}>
      <strong aria-live="polite">{words.picked(picked.length)}</strong>
      <WeightAll onUse={(weight) => all({ weight })} />
      <Menu
        trigger={<Button size="small">{words.cadence}</Button>}
        groups={[
          cadences.map((cadence) => ({
            id: cadence,
            label: sentence(t.kpis.recordedPer[cadence]),
            onSelect: () => all({ cadence }),
          })),
        ]}
      />
      <Menu
        trigger={<Button size="small">{t.kpis.panel.level}</Button>}
        groups={[
          levels.map((level) => ({
            id: level,
            label: sentence(t.kpis.levels[level]),
            onSelect: () => all({ level }),
          })),
        ]}
      />
      <Button
        size="small"
        onClick={() => {
          all({ shown: false });
          onDone();
        }}
      >
        {t.kpis.hide}
      </Button>
      <IconButton icon="close" label={words.none} onClick={onDone} />
    </div>
  );
}

function WeightAll({ onUse }: { readonly onUse: (weight: number) => void }) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [weight, setWeight] = useState<number | null | undefined>(1);
  const good = typeof weight === 'number' && weight >= 0 && weight <= 100;
  return (
    <Popover
      label={t.kpis.columns.weight}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">{t.kpis.columns.weight}</Button>}
    >
      <form
        className={css['amount']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!good) return;
          onUse(weight);
          setOpen(false);
        }}
      >
        <NumberInput
          label={t.kpis.columns.weight}
          hint={t.kpis.bulkBar.weightHint(format.number(0), format.number(100))}
          unit={{ kind: 'number' }}
          value={weight ?? null}
          onChange={setWeight}
        />
        <Button kind="primary" size="small" submit disabled={!good}>
          {t.kpis.bulk.tools.use}
        </Button>
      </form>
    </Popover>
  );
}
