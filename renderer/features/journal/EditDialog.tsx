/** One entry of the journal, to correct it: its fields in a dialog, kept by Enter or its button. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { CallError } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel } from '../../ui/index.ts';
import css from './journal.module.css';

export interface EditDialogProps {
  readonly title: string;
  /** Everything that must be said is said. */
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function EditDialog({ title, ready, busy, error, onSave, onClose, children }: EditDialogProps) {
  const t = useT();
  const form = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" submit form={form} disabled={!ready} busy={busy}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css['edit']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSave();
        }}
      >
        {error && <ErrorPanel error={error} inline />}
        {children}
      </form>
    </Dialog>
  );
}
