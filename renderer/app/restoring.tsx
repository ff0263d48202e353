/**
 * Putting a backup in the place of the book, or a new book in the place of one that cannot be opened.
 *
 * While it runs nothing else is on screen and nothing else is asked of the backend, whose threads end and start again.
 * Afterwards the window begins anew: whatever it remembered (answers, open imports, half-written forms) was of the book that
 * is gone. Invariant: a failure leads back to the screen it was asked on, with what went wrong.
 */
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { asCallError, callOnce, forgetWindow } from '../api/index.ts';
import type { CallError } from '../api/index.ts';
import { useLanguage, useT } from '../i18n/index.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useToast } from '../ui/Toast.tsx';
import { navigate } from './location.ts';
import { momentFull } from './moments.ts';
import css from './restoring.module.css';

/** Which backup; `null`: a new, empty book. */
type Asked = { readonly id: string; readonly at: string } | null;

export interface Restoring {
  readonly restore: (backup: { readonly id: string; readonly at: string }) => void;
  readonly beginNew: () => void;
  /** What went wrong the last time. */
  readonly failed: CallError | null;
  readonly forget: () => void;
}

const RestoringContext = createContext<Restoring>({
  restore: () => undefined,
  beginNew: () => undefined,
  failed: null,
  forget: () => undefined,
});

export function useRestoring(): Restoring {
  return useContext(RestoringContext);
}

const SAID = 'pulsebook.putBack';

export function RestoreGate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [running, setRunning] = useState<{ readonly asked: Asked } | null>(null);
  const [failed, setFailed] = useState<CallError | null>(null);
  const value = useMemo<Restoring>(() => {
    const run = (asked: Asked): void => {
      setFailed(null);
      setRunning({ asked });
      const work =
        asked === null ? callOnce('backups.beginNew', {}) : callOnce('backups.restore', { id: asked.id });
      work.then(
        () => beginAfresh(asked?.at ?? null),
        (error: unknown) => {
          setFailed(asCallError(error));
          setRunning(null);
          void queries.invalidateQueries();
        },
      );
    };
    return { restore: run, beginNew: () => run(null), failed, forget: () => setFailed(null) };
  }, [failed, queries]);
  return (
    <RestoringContext value={value}>
      {running === null ? children : <Working asked={running.asked} />}
    </RestoringContext>
  );
}

function Working({ asked }: { readonly asked: Asked }) {
  const t = useT();
  const language = useLanguage();
  const words = t.backups.restoring;
  const main = useRef<HTMLElement>(null);
  const title = asked === null ? words.beginTitle : words.title(momentFull(asked.at, language));
  useEffect(() => main.current?.focus(), []);
  return (
    <main ref={main} className={css['working']} tabIndex={-1} aria-labelledby="restoring-title" aria-busy>
      <div className={css['column']}>
        <h1 id="restoring-title" className={css['title']}>
          {title}
        </h1>
        <p className={css['text']}>{words.text}</p>
        <ProgressBar label={words.wait} fraction={null} />
      </div>
    </main>
  );
}

/** Loads the page anew, at the portfolio, without anything of before. */
function beginAfresh(at: string | null): void {
  forgetWindow();
  sessionStorage.setItem(SAID, at ?? 'new');
  history.replaceState(null, '', '#/');
  location.reload();
}

/** Says, once, what was put back before the page was loaded anew. */
export function usePutBack(): void {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  useEffect(() => {
    const said = sessionStorage.getItem(SAID);
    if (said === null) return;
    sessionStorage.removeItem(SAID);
    const words = t.backups.restoring;
    toast(
      said === 'new'
        ? { text: words.begun }
        : {
            text: words.done(momentFull(said, language)),
            action: { label: words.see, run: () => navigate('/settings/backups') },
          },
    );
  }, [t, language, toast]);
}
