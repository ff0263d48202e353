/** A backup opened in the list: what was found in it, and what can be done with it. */
import { useState } from 'react';
import type { Backup, BackupContents } from '../../../shared/contract/api/backups.ts';
import { errorCodes } from '../../../shared/contract/codes.ts';
import { asCallError, CallError, callOnce, getTransport, useCommand } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, ProgressBar, useToast } from '../../ui/index.ts';
import css from './backups.module.css';
import { Contents } from './Contents.tsx';
import type { BookNow } from './Contents.tsx';

export interface OpenedProps {
  readonly backup: Backup;
  /** When it was made, as text. */
  readonly when: string;
  readonly contents: BackupContents | undefined;
  readonly error: CallError | null;
  readonly now: BookNow | null;
  /** It is the only one there is. */
  readonly only: boolean;
  /** `null`: nothing can be put back now. */
  readonly onRestore: (() => void) | null;
}

export function Opened({ backup, when, contents, error, now, only, onRestore }: OpenedProps) {
  const t = useT();
  const words = t.backups;
  const [removing, setRemoving] = useState(false);
  const save = useSave(backup);
  if (error !== null) return <ErrorPanel error={error} inline />;
  if (contents === undefined) return <ProgressBar label={words.looking} fraction={null} />;
  return (
    <div className={css['opened']}>
      {contents.state === 'damaged' ? (
        <p>{words.damagedText}</p>
      ) : contents.state === 'newer' ? (
        <p>{words.newerText}</p>
      ) : (
        <Contents contents={contents} when={when} now={now} />
      )}
      <div className={css['actions']}>
        {contents.state === 'whole' && onRestore !== null && (
          <Button icon="undo" onClick={onRestore}>
            {words.restore}
          </Button>
        )}
        <Button kind="ghost" icon="export" busy={save.busy} onClick={save.run}>
          {words.save}
        </Button>
        <Button kind="ghost" icon="trash" onClick={() => setRemoving(true)}>
          {words.remove}
        </Button>
      </div>
      {save.busy && <ProgressBar label={words.saving} fraction={null} />}
      {save.problem && <ErrorPanel error={save.problem} inline />}
      <Removal open={removing} onClose={() => setRemoving(false)} id={backup.id} when={when} only={only} />
    </div>
  );
}

/** A copy made and handed to the host, to be put where the person says. */
function useSave({ id }: Backup): {
  readonly busy: boolean;
  readonly problem: CallError | null;
  readonly run: () => void;
} {
  const t = useT();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallError | null>(null);
  const save = async (): Promise<void> => {
    const { handle, name } = await callOnce('backups.save', { id });
    const result = await getTransport().save(handle, name);
    if (result.outcome === 'saved') toast({ text: t.backups.saved(result.name ?? name) });
    else if (result.outcome === 'failed')
      throw new CallError({
        code: errorCodes.find((one) => one === result.code) ?? 'internal',
        message: result.code ?? '',
      });
  };
  return {
    busy,
    problem,
    run: () => {
      setBusy(true);
      setProblem(null);
      save()
        .catch((error: unknown) => setProblem(asCallError(error)))
        .finally(() => setBusy(false));
    },
  };
}

function Removal({
  open,
  onClose,
  id,
  when,
  only,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly id: string;
  readonly when: string;
  readonly only: boolean;
}) {
  const t = useT();
  const toast = useToast();
  const words = t.backups.removal;
  const remove = useCommand('backups.remove');
  const run = (): void => {
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          onClose();
          toast({ text: words.done });
        },
      },
    );
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.title(when)}
      footer={
        <>
          <Button kind="ghost" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button kind="danger" busy={remove.isPending} onClick={run}>
            {words.run}
          </Button>
        </>
      }
    >
      <p>{words.text}</p>
      {only && <p className={css['strong']}>{words.last}</p>}
      {remove.error && <ErrorPanel error={remove.error} inline />}
    </Dialog>
  );
}
