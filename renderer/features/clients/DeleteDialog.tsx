/** The question before a client is deleted, and how far the deleting is. */
import { useId, useState } from 'react';
import { asCallError, callOnce, newJob, useCall, useProgress } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { clientHref, navigate } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, ProgressBar, TextInput } from '../../ui/index.ts';
import { Choice, Choices } from './Choice.tsx';
import css from './Delete.module.css';
import type { Deletable } from './DeleteClient.tsx';
import { DeleteFacts } from './DeleteFacts.tsx';
import { forgetDrafts } from './forgetDrafts.ts';

export interface DeleteDialogProps {
  readonly client: Deletable;
  /** `null`: it is in the archive already. */
  readonly onArchive: (() => void) | null;
  readonly onClose: () => void;
  /** `clean`: nothing of it is left that should have gone. */
  readonly onDeleted: (clean: boolean) => void;
}

export function DeleteDialog({ client, onArchive, onClose, onDeleted }: DeleteDialogProps) {
  const t = useT();
  const words = t.deletion;
  const group = useId();
  const [backups, setBackups] = useState<'keep' | 'purge'>('keep');
  const [typed, setTyped] = useState('');
  const [job, setJob] = useState<string | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const asked = useCall('clients.deletion', job === null ? { client: client.id } : null);
  // While it goes there is nothing left to ask about: what was told before stays on screen.
  const [last, setLast] = useState(asked.data);
  if (asked.data !== undefined && asked.data !== last) setLast(asked.data);
  const told = { data: asked.data ?? last, error: asked.error };
  const progress = useProgress(job);
  const same = typed.trim().normalize('NFC') === client.name.normalize('NFC');
  // Until the client itself goes, it can still be stopped.
  const phase = progress?.phase ?? (backups === 'keep' ? 'reading' : 'writing');

  const run = async (): Promise<void> => {
    const name = newJob();
    setJob(name);
    setProblem(null);
    try {
      const done = await callOnce('clients.delete', { client: client.id, name: typed, backups, job: name });
      forgetDrafts(client.id);
      onDeleted(done.clean && done.backupsLeft === 0);
    } catch (error) {
      const failure = asCallError(error);
      // Cancelling is what the person asked for, not a failure.
      if (failure.code !== 'cancelled') setProblem(failure);
      setJob(null);
    }
  };
  const close = (): void => {
    if (job === null) onClose();
  };

  return (
    <Dialog
      open
      wide
      onClose={close}
      title={words.ask(client.name)}
      footer={
        <>
          <Button kind="ghost" disabled={job !== null} onClick={close}>
            {t.common.cancel}
          </Button>
          <Button
            kind="danger"
            disabled={!same || told.data === undefined}
            busy={job !== null}
            onClick={() => void run()}
          >
            {words.confirm}
          </Button>
        </>
      }
    >
      <div className={css['question']}>
        {problem && <ErrorPanel error={problem} inline />}
        <div className={css['instead']}>
          <p>{onArchive === null ? words.insteadArchived : words.instead}</p>
          <div className={css['ways']}>
            {onArchive !== null && (
              <Button icon="archive" disabled={job !== null} onClick={onArchive}>
                {words.archive}
              </Button>
            )}
            <Button
              icon="export"
              disabled={job !== null}
              onClick={() => {
                onClose();
                navigate(clientHref(client.id, 'setup', { do: 'handOver' }));
              }}
            >
              {words.handOver}
            </Button>
          </div>
        </div>
        <DeleteFacts told={told} />
        <section className={css['part']}>
          <h3>{words.backups}</h3>
          <Choices label={words.backups}>
            <Choice
              group={group}
              title={words.keep}
              {...(told.data && { count: words.holding(told.data.backups.length) })}
              text={words.keepText}
              checked={backups === 'keep'}
              onChoose={() => setBackups('keep')}
            />
            <Choice
              group={group}
              title={words.purge}
              text={words.purgeText}
              checked={backups === 'purge'}
              onChoose={() => setBackups('purge')}
            >
              <p className={css['grey']}>
                {words.unreadable}
                {told.data && told.data.keptBooks > 0 && ` ${words.keptBooks(told.data.keptBooks)}`}
              </p>
            </Choice>
          </Choices>
        </section>
        <TextInput label={words.type(client.name)} hint={words.differs} value={typed} onChange={setTyped} />
        {job !== null && (
          <ProgressBar
            label={phase === 'reading' || phase === 'comparing' ? words.phases[phase] : words.phases.writing}
            fraction={progress?.total ? progress.done / progress.total : null}
            {...(phase === 'comparing' &&
              progress?.total !== undefined && {
                detail: words.backupOf(Math.min(progress.done + 1, progress.total), progress.total),
              })}
            {...(phase === 'reading' && { onCancel: () => void callOnce('jobs.cancel', { job }) })}
          />
        )}
      </div>
    </Dialog>
  );
}
