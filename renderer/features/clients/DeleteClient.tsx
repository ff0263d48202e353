/**
 * Deleting a client for good: the button, and the question behind it. What can be undone asks nothing in this app; this
 * cannot, and so it says what goes, offers the ways back first, and wants the name typed.
 */
import { useState } from 'react';
import { callOnce } from '../../api/index.ts';
import { navigate } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, useToast } from '../../ui/index.ts';
import { DeleteDialog } from './DeleteDialog.tsx';

export interface Deletable {
  readonly id: number;
  readonly name: string;
  readonly archivedAt: string | null;
}

export function DeleteClient({
  client,
  look = 'button',
  onGone,
}: {
  readonly client: Deletable;
  /** `link`: in a list of several, where it says whose it is. */
  readonly look?: 'button' | 'link';
  /** Where the person is afterwards; the portfolio where absent. */
  readonly onGone?: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const archive = (): void => {
    void callOnce('clients.archive', { client: client.id, archived: true }).then(() => {
      setOpen(false);
      navigate('/');
      toast({
        text: t.clients.archived(client.name),
        undo: () => void callOnce('clients.archive', { client: client.id, archived: false }),
      });
    });
  };
  return (
    <>
      {look === 'link' ? (
        <Button kind="link" aria-label={t.deletion.openNamed(client.name)} onClick={() => setOpen(true)}>
          {t.deletion.open}
        </Button>
      ) : (
        <Button icon="trash" onClick={() => setOpen(true)}>
          {t.deletion.open}
        </Button>
      )}
      {open && (
        <DeleteDialog
          client={client}
          onArchive={client.archivedAt === null ? archive : null}
          onClose={() => setOpen(false)}
          onDeleted={(clean) => {
            setOpen(false);
            if (onGone === undefined) navigate('/');
            else onGone();
            toast({ text: clean ? t.deletion.done(client.name) : t.deletion.later(client.name) });
          }}
        />
      )}
    </>
  );
}
