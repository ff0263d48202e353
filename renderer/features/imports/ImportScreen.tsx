/**
 * Files in: drop, look, answer, import. The session is named in the address, so that closing the window in the middle
 * loses nothing while the app keeps running.
 */
import { useCallback, useEffect } from 'react';
import { momentText, Page, pickFiles, useClient, useHandedOver } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, ProgressBar } from '../../ui/index.ts';
import { BatchLog } from './BatchLog.tsx';
import { FileCards } from './FileCards.tsx';
import { ImportFoot } from './ImportFoot.tsx';
import css from './ImportScreen.module.css';
import { RowsTable } from './RowsTable.tsx';
import { Summary } from './Summary.tsx';
import { useImport } from './useImport.ts';
import type { ImportState } from './useImport.ts';

export function ImportScreen() {
  const t = useT();
  const language = useLanguage();
  const client = useClient();
  const state = useImport(client.id);
  const { take, session } = state;
  useHandedOver(client.id, take);
  const add = useCallback(() => pickFiles(take), [take]);
  useCommitKey(state);

  if (session) {
    return (
      <Page
        title={t.imports.preview}
        detail={t.imports.dropped(session.files.length, momentText(session.at, language))}
        back={`/c/${client.id}/imports`}
        actions={
          <Button icon="plus" onClick={add} disabled={state.busy}>
            {t.imports.addFiles}
          </Button>
        }
        foot={<ImportFoot state={state} session={session} />}
      >
        <div className={css['preview']} aria-busy={state.busy}>
          {state.error && <ErrorPanel error={state.error} inline />}
          {state.job !== null && <Reading state={state} />}
          <FileCards session={session} state={state} />
          <div className={css['split']}>
            <RowsTable session={session} />
            <Summary session={session} />
          </div>
        </div>
      </Page>
    );
  }
  return (
    <Page title={t.imports.title}>
      <div className={css['landing']}>
        {state.error && <ErrorPanel error={state.error} inline />}
        {state.job === null ? (
          <EmptyState
            title={t.imports.drop.title}
            action={
              <Button kind="primary" icon="import" onClick={add}>
                {t.imports.drop.choose}
              </Button>
            }
          >
            {t.imports.drop.text}
          </EmptyState>
        ) : (
          <Reading state={state} />
        )}
        <BatchLog />
      </div>
    </Page>
  );
}

function Reading({ state }: { readonly state: ImportState }) {
  const t = useT();
  const { progress } = state;
  return (
    <ProgressBar
      label={progress ? t.common.progress[progress.phase] : t.imports.reading}
      fraction={progress?.total ? progress.done / progress.total : null}
      {...(progress?.item ? { detail: progress.item } : {})}
      onCancel={state.cancel}
    />
  );
}

/** Ctrl or Cmd and Enter imports, as the button says. */
function useCommitKey(state: ImportState): void {
  const { commit, session, busy } = state;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && session?.ready && !busy) {
        event.preventDefault();
        void commit();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [commit, session, busy]);
}
