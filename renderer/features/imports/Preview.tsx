/** Before anything is stored: the files, every figure's fate, the consequences, and the one button. */
import { useCallback, useEffect } from 'react';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { callOnce } from '../../api/index.ts';
import { forgetImport, importsHref, momentText, navigate, Page, pickFiles } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel } from '../../ui/index.ts';
import { PreviewBody, Split } from '../preview/index.ts';
import { Files, fitting } from './Files.tsx';
import { ImportFoot } from './ImportFoot.tsx';
import css from './Preview.module.css';
import { Reading } from './Reading.tsx';
import { RowsTable } from './RowsTable.tsx';
import { Summary } from './Summary.tsx';
import type { ImportState } from './useImport.ts';

interface PreviewProps {
  readonly session: ImportSession;
  readonly state: ImportState;
}

export function Preview({ session, state }: PreviewProps) {
  const t = useT();
  const language = useLanguage();
  const { take } = state;
  const add = useCallback(() => pickFiles(take), [take]);
  useCommitKey(session, state);
  return (
    <Page
      title={t.imports.preview}
      detail={t.imports.dropped(session.files.length, momentText(session.at, language))}
      back={importsHref(session.client)}
      actions={
        <Button icon="plus" onClick={add} disabled={state.busy}>
          {t.imports.addFiles}
        </Button>
      }
      foot={
        session.files.every((file) => file.returned) ? (
          <LookedFoot session={session} />
        ) : (
          <ImportFoot state={state} session={session} />
        )
      }
    >
      <PreviewBody taking={state.importing} busy={state.busy}>
        {state.error && <ErrorPanel error={state.error} inline />}
        {state.job !== null && <Reading state={state} />}
        <Files session={session} acts={state.acts} />
        {session.files.some((file) => !file.returned) && (
          <Split tall={session.files.length > fitting()}>
            <RowsTable session={session} acts={state.acts} />
            <Summary session={session} />
          </Split>
        )}
      </PreviewBody>
    </Page>
  );
}

/** Nothing of it goes in from here: each workbook is taken on its own screen. */
function LookedFoot({ session }: { readonly session: ImportSession }) {
  const t = useT();
  return (
    <>
      <p className={css['looked']}>{t.returns.card.foot}</p>
      <Button
        onClick={() => {
          forgetImport(session.client);
          navigate(importsHref(session.client));
          callOnce('imports.discard', { session: session.session }).catch(() => undefined);
        }}
      >
        {t.common.done}
      </Button>
    </>
  );
}

/** Ctrl or Cmd and Enter imports, as the button says. */
function useCommitKey(session: ImportSession, { commit, busy }: ImportState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && session.ready && !busy) {
        event.preventDefault();
        commit();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [commit, session, busy]);
}
