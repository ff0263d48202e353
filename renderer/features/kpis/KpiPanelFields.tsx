/** What of one KPI is changed in its panel: the counter of a vanity KPI, who answers for it, and notes. Saved at once. */
import { useEffect, useRef, useState } from 'react';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Combobox, Field, TextArea, TextInput } from '../../ui/index.ts';
import css from './KpiPanel.module.css';
import { useKpiChanges } from './useKpiChanges.ts';

export function CounterField({
  kpi,
  kpis,
}: {
  readonly kpi: ClientKpi;
  readonly kpis: readonly ClientKpi[];
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const change = useKpiChanges();
  const box = useRef<HTMLDivElement>(null);
  const name = format.local(kpi.definition.name);
  const asked = place.param('edit') === 'counter';
  useEffect(() => {
    if (asked) box.current?.querySelector('button')?.focus();
  }, [asked]);
  return (
    <div ref={box}>
      <Field label={t.kpis.panel.counter} hint={t.kpis.panel.counterHint}>
        {({ id }) => (
          <Combobox
            id={id}
            label={t.kpis.panel.counter}
            look="form"
            placeholder={t.kpis.form.choose}
            value={kpi.definition.counter ?? null}
            onChange={(counter) => {
              const next = kpis.find((one) => one.definition.key === counter);
              if (counter === kpi.definition.counter || next === undefined) return;
              change(
                [{ kpi: kpi.id, counter }],
                t.kpis.changed.counter(name, format.local(next.definition.name)),
              );
            }}
            items={kpis
              .filter((one) => one.id !== kpi.id && !one.definition.vanity)
              .map((one) => ({
                value: one.definition.key,
                label: format.local(one.definition.name),
                words: one.definition.name[format.language === 'en' ? 'es' : 'en'],
              }))}
          />
        )}
      </Field>
    </div>
  );
}

/** Owner and notes, saved when the box is left. */
export function Kept({ kpi }: { readonly kpi: ClientKpi }) {
  const t = useT();
  const format = useFormat();
  const change = useKpiChanges();
  const { owner = '', notes = '' } = kpi.definition;
  const [typedOwner, setOwner] = useState<string | null>(null);
  const [typedNotes, setNotes] = useState<string | null>(null);
  const name = format.local(kpi.definition.name);
  return (
    <section className={css['kept']}>
      <TextInput
        label={t.kpis.form.owner}
        optional
        maxLength={120}
        value={typedOwner ?? owner}
        onChange={setOwner}
        onBlur={() => {
          const next = typedOwner?.trim();
          if (next !== undefined && next !== owner)
            change([{ kpi: kpi.id, owner: next }], t.kpis.changed.owner(name, next));
          setOwner(null);
        }}
      />
      <div
        onBlur={() => {
          const next = typedNotes?.trim();
          if (next !== undefined && next !== notes)
            change([{ kpi: kpi.id, notes: next }], t.kpis.changed.notes(name));
          setNotes(null);
        }}
      >
        <TextArea
          label={t.kpis.form.notes}
          optional
          hint={t.kpis.form.notesHint}
          rows={2}
          maxLength={2000}
          value={typedNotes ?? notes}
          onChange={setNotes}
        />
      </div>
    </section>
  );
}
