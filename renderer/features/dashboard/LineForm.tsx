/** A line to write and a day, in place: Enter keeps it, Escape leaves. */
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, DateInput, TextInput } from '../../ui/index.ts';
import css from './Journal.module.css';

export interface LineFormProps {
  /** Label of the line. */
  readonly text: string;
  /** Label of the day. */
  readonly date: string;
  readonly day: IsoDate | null;
  /** A day must be given. */
  readonly required?: boolean;
  readonly busy: boolean;
  readonly onSubmit: (text: string, day: IsoDate | null) => void;
  readonly onCancel: () => void;
}

export function LineForm({
  text: label,
  date,
  day,
  required = false,
  busy,
  onSubmit,
  onCancel,
}: LineFormProps) {
  const t = useT();
  const line = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(day ?? '');
  // Opened by a button that says so: writing is what comes next.
  useEffect(() => line.current?.focus(), []);
  const ready = text.trim() !== '' && (!required || chosen !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) onSubmit(text.trim(), chosen === '' ? null : chosen);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form className={css['form']} onSubmit={submit}>
      <TextInput
        label={label}
        value={text}
        onChange={setText}
        maxLength={400}
        ref={line}
        onKeyDown={onKeyDown}
      />
      <div className={css['formRow']}>
        <DateInput label={date} value={chosen} onChange={setChosen} {...(!required && { optional: true })} />
        <Button onClick={onCancel} kind="ghost">
          {t.common.cancel}
        </Button>
        <Button submit disabled={!ready} busy={busy}>
          {t.common.add}
        </Button>
      </div>
    </form>
  );
}
