/** A client taken in from a file: nothing is written before the person has seen what is in it and said so. */
import { navigate, clientHref, Page, pickFiles } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, ProgressBar, useToast } from '../../ui/index.ts';
import css from './Archive.module.css';
import { TakeInForm } from './TakeInForm.tsx';
import { useTakeIn } from './useTakeIn.ts';

export function TakeInScreen() {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const taking = useTakeIn();
  const { preview, busy, progress, problem, waiting } = taking;
  const choose = (): void => pickFiles(taking.give, '.pulsebook');
  if (preview !== null)
    return (
      <TakeInForm
        key={preview.session}
        preview={preview}
        busy={busy === 'taking'}
        progress={progress}
        problem={problem}
        waiting={waiting}
        onLeave={() => {
          taking.leave();
          if (waiting === 0) navigate('/');
        }}
        onCancel={taking.cancel}
        onTake={async (name, way) => {
          const taken = await taking.take(name, way);
          if (taken === null) return;
          toast({
            text: t.archives.taken(taken.client.name, format.number(taken.figures), taken.figures),
          });
          if (waiting === 0) navigate(clientHref(taken.client.id, 'dashboard'));
        }}
      />
    );
  return (
    <Page title={t.archives.title} back="/">
      {busy === 'reading' ? (
        <ProgressBar
          label={t.archives.reading}
          fraction={progress?.total ? progress.done / progress.total : null}
          onCancel={taking.cancel}
        />
      ) : problem !== null ? (
        <div className={css['refused']}>
          <ErrorPanel error={problem} />
          <div>
            <Button kind="primary" icon="import" onClick={choose}>
              {t.archives.chooseOther}
            </Button>
          </div>
        </div>
      ) : (
        <EmptyState
          title={t.archives.empty}
          centred
          action={
            <Button kind="primary" icon="import" onClick={choose}>
              {t.archives.choose}
            </Button>
          }
        >
          {t.archives.emptyText}
        </EmptyState>
      )}
    </Page>
  );
}
