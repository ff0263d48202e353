/** What to do, who and by when, in place: Enter keeps it, Escape leaves. */
import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, DateInput, TextInput } from '../../ui/index.ts';
import css from './ActionForm.module.css';

export interface ActionDraft {
  readonly text: string;
  readonly owner: string;
  readonly due: IsoDate | null;
}

export interface ActionFormProps {
  readonly label: string;
  readonly start: ActionDraft;
  /** Words of the button that keeps it. */
  readonly submit: string;
  readonly primary?: boolean;
  readonly busy: boolean;
  readonly onSubmit: (draft: ActionDraft) => void;
  readonly onCancel: () => void;
}

export function ActionForm({ label, start, submit, primary, busy, onSubmit, onCancel }: ActionFormProps) {
  const t = useT();
  const line = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(start);
  // Opened by a button that says so: the text is what comes next, ready to be written over.
  useEffect(() => line.current?.select(), []);
  const words = t.advice.form;
  const ready = draft.text.trim() !== '';
  return (
    // Escape leaves from any of its fields; the form itself is no control.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={css['form']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSubmit({ ...draft, text: draft.text.trim(), owner: draft.owner.trim() });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextInput
        label={words.text}
        className={css['text'] ?? ''}
        value={draft.text}
        maxLength={400}
        ref={line}
        onChange={(text) => setDraft({ ...draft, text })}
      />
      <TextInput
        label={words.owner}
        optional
        value={draft.owner}
        maxLength={80}
        onChange={(owner) => setDraft({ ...draft, owner })}
      />
      <DateInput
        label={words.due}
        optional
        value={draft.due ?? ''}
        onChange={(due) => setDraft({ ...draft, due: due === '' ? null : due })}
      />
      <div className={css['buttons']}>
        <Button kind="ghost" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button submit kind={primary ? 'primary' : 'secondary'} disabled={!ready} busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
