/** An annotation being written or changed: what happened, when, and whose it is. */
import { useState } from 'react';
import type { CallError } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, DateInput, ErrorPanel, Field, Select, TextInput } from '../../ui/index.ts';
import type { NoteDraft } from './useNotes.ts';
import css from './stage.module.css';

type Scope = 'channel' | 'kpi' | 'all';

export interface NoteFormProps {
  readonly start: NoteDraft;
  /** The KPI and channel that are looked at. */
  readonly kpi: { readonly id: number; readonly name: string };
  readonly channel: { readonly id: number; readonly name: string } | null;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly submit: string;
  readonly onSubmit: (draft: NoteDraft) => void;
  readonly onCancel: () => void;
}

export function NoteForm({ start, kpi, channel, busy, error, submit, onSubmit, onCancel }: NoteFormProps) {
  const t = useT();
  const words = t.explorer.note;
  const [day, setDay] = useState(start.day);
  const [text, setText] = useState(start.text);
  const [scope, setScope] = useState<Scope>(
    start.kpi === null ? 'all' : start.channel === null || channel === null ? 'kpi' : 'channel',
  );
  const [tried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (text.trim() === '' || day === '') return;
    onSubmit({
      day,
      text: text.trim(),
      kpi: scope === 'all' ? null : kpi.id,
      channel: scope === 'channel' ? (channel?.id ?? null) : null,
    });
  };
  return (
    <form
      className={css['form']}
      aria-label={words.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextInput
        label={words.text}
        value={text}
        onChange={setText}
        maxLength={400}
        takesFocus
        error={tried && text.trim() === '' ? words.missing : undefined}
      />
      <DateInput label={words.day} value={day} onChange={setDay} />
      <Field label={words.scope}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={scope}
            onChange={setScope}
            items={[
              ...(channel === null
                ? []
                : [{ value: 'channel' as const, label: words.scopeChannel(kpi.name, channel.name) }]),
              { value: 'kpi' as const, label: words.scopeKpi(kpi.name) },
              { value: 'all' as const, label: words.scopeAll },
            ]}
          />
        )}
      </Field>
      {error !== null && <ErrorPanel error={error} inline />}
      <div className={css['buttons']}>
        <Button kind="ghost" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button submit busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
