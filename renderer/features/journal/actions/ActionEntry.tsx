/** The line an action is written in: what, the KPI it is to move, who and by when. */
import { useState } from 'react';
import type { RefObject } from 'react';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import { useCommand } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Combobox, DateInput, Field, TextInput, useToast } from '../../../ui/index.ts';
import { EntryForm } from '../EntryForm.tsx';

export function ActionEntry({
  kpis,
  owner: usual,
  line,
}: {
  readonly kpis: readonly ClientKpi[];
  /** Who did the last one. */
  readonly owner: string;
  readonly line: RefObject<HTMLInputElement | null>;
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const toast = useToast();
  const add = useCommand('actions.add');
  const remove = useCommand('actions.remove');
  const [text, setText] = useState('');
  const [kpi, setKpi] = useState('none');
  const [owner, setOwner] = useState(usual);
  const [due, setDue] = useState('');
  const words = t.journal.actions;
  const ready = text.trim() !== '';
  const save = (): void => {
    if (!ready || add.isPending) return;
    add.mutate(
      {
        client: client.id,
        text: text.trim(),
        kpi: kpi === 'none' ? null : Number(kpi),
        owner: owner.trim(),
        due: due === '' ? null : due,
      },
      {
        onSuccess: ({ id }) => {
          setText('');
          line.current?.focus();
          toast({ text: words.added, undo: () => remove.mutate({ action: id }) });
        },
      },
    );
  };
  return (
    <EntryForm
      label={words.new}
      fields="action"
      submit={t.common.add}
      ready={ready}
      busy={add.isPending}
      error={add.error}
      onSave={save}
    >
      <TextInput ref={line} label={t.advice.form.text} value={text} onChange={setText} maxLength={400} />
      <Field label={words.kpi}>
        {({ id }) => (
          <Combobox
            id={id}
            look="form"
            label={words.kpi}
            value={kpi}
            onChange={setKpi}
            items={[
              { value: 'none', label: words.noKpi },
              ...kpis.map((one) => ({
                value: String(one.id),
                label: format.local(one.definition.name),
              })),
            ]}
          />
        )}
      </Field>
      <TextInput label={t.advice.form.owner} value={owner} onChange={setOwner} maxLength={80} />
      <DateInput label={t.advice.form.due} value={due} onChange={setDue} />
    </EntryForm>
  );
}
