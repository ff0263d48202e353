/** The line that the next entry is written in: its fields beside each other, and the button that adds it. */
import type { ReactNode } from 'react';
import type { CallError } from '../../api/index.ts';
import { Button, cx, ErrorPanel } from '../../ui/index.ts';
import css from './journal.module.css';

export interface EntryFormProps {
  readonly label: string;
  /** Which fields it has: how wide each is. */
  readonly fields: 'case' | 'annotation' | 'action' | 'evidence';
  readonly submit: string;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

export function EntryForm({ label, fields, submit, ready, busy, error, onSave, children }: EntryFormProps) {
  return (
    <form
      className={cx(css['entry'], css[fields])}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onSave();
      }}
    >
      {children}
      <Button kind="primary" size="large" submit busy={busy} disabled={!ready}>
        {submit}
      </Button>
      {error && (
        <div className={css['entryError']}>
          <ErrorPanel error={error} inline />
        </div>
      )}
    </form>
  );
}
