/** A dropped file that is a workbook of ours and nothing else came with it: it is opened, and its screen follows. */
import { useEffect } from 'react';
import { callOnce, useProgress } from '../../api/index.ts';
import { forgetImport, navigate, Page, returnedHref } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, ProgressBar } from '../../ui/index.ts';
import { useOpened } from './opened.ts';
import css from './Return.module.css';

export function OpenReturn({
  handle,
  name,
  client,
  session,
  onLeave,
}: {
  readonly handle: string;
  readonly name: string;
  /** Where it was dropped. */
  readonly client: number | null;
  /** Of the import it was dropped into. */
  readonly session: string;
  readonly onLeave: () => void;
}) {
  const t = useT();
  const opened = useOpened(handle);
  const job = opened?.state === 'reading' ? opened.job : null;
  const progress = useProgress(job);
  useEffect(() => {
    if (opened?.state !== 'open' && opened?.state !== 'taken') return;
    const { returned } = opened;
    forgetImport(client);
    callOnce('imports.discard', { session }).catch(() => undefined);
    navigate(returnedHref(returned.client, returned.session), { replace: true });
  }, [opened, client, session]);
  const failed = opened?.state === 'failed' ? opened.error : null;
  const stopped = failed?.code === 'cancelled';
  useEffect(() => {
    if (stopped) onLeave();
  }, [stopped, onLeave]);
  return (
    <Page title={t.returns.title} detail={name}>
      {failed && !stopped ? (
        <div className={css['lost']}>
          <ErrorPanel error={failed} />
          <Button icon="import" onClick={onLeave}>
            {t.returns.toImports}
          </Button>
        </div>
      ) : (
        <ProgressBar
          label={progress ? t.common.progress[progress.phase] : t.imports.reading}
          fraction={progress?.total ? progress.done / progress.total : null}
          detail={name}
          onCancel={() => void (job && callOnce('jobs.cancel', { job }))}
        />
      )}
    </Page>
  );
}
