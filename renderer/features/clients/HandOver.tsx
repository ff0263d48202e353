/** A client into one file: what it holds, whom to send it to, the file made and saved. */
import { useState } from 'react';
import { errorCodes } from '../../../shared/contract/codes.ts';
import { asCallError, CallError, callOnce, getTransport, newJob, useProgress } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, ProgressBar, useToast } from '../../ui/index.ts';
import css from './Archive.module.css';

interface Made {
  readonly handle: string;
  readonly name: string;
}

export function HandOver({
  client,
  onClose,
}: {
  readonly client: { readonly id: number; readonly name: string };
  readonly onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const [job, setJob] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const progress = useProgress(job);

  const save = async (file: Made): Promise<void> => {
    const result = await getTransport().save(file.handle, file.name);
    if (result.outcome === 'saved') {
      toast({ text: t.archives.saved(result.name ?? file.name) });
      onClose();
      return;
    }
    setMade(file);
    if (result.outcome === 'failed') {
      const code = errorCodes.find((one) => one === result.code) ?? 'internal';
      setProblem(new CallError({ code, message: result.code ?? '' }));
    }
  };
  const run = async (): Promise<void> => {
    setProblem(null);
    const name = newJob();
    try {
      if (made !== null) return await save(made);
      setJob(name);
      const file = await callOnce('archives.make', { client: client.id, job: name });
      setJob(null);
      await save(file);
    } catch (error) {
      const told = asCallError(error);
      // Cancelling is what the person asked for, not a failure.
      if (told.code !== 'cancelled') setProblem(told);
    } finally {
      setJob(null);
    }
  };
  const stop = (): void => {
    if (job !== null) void callOnce('jobs.cancel', { job });
  };
  const close = (): void => {
    stop();
    onClose();
  };

  return (
    <Dialog
      open
      onClose={close}
      title={t.archives.handOverTitle(client.name)}
      footer={
        <>
          <Button onClick={close}>{t.common.cancel}</Button>
          <Button kind="primary" icon="export" busy={job !== null} onClick={() => void run()}>
            {made === null ? t.archives.make : t.archives.saveAgain}
          </Button>
        </>
      }
    >
      <div className={css['words']}>
        {problem && <ErrorPanel error={problem} inline />}
        <p>{t.archives.handOverText}</p>
        <p className={css['grey']}>{t.archives.handOverCare}</p>
        {made !== null && <p>{t.archives.notSaved}</p>}
        {job !== null && (
          <ProgressBar
            label={t.common.progress.writing}
            fraction={progress?.total ? progress.done / progress.total : null}
            onCancel={stop}
          />
        )}
      </div>
    </Dialog>
  );
}
