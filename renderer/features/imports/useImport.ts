/** One import of one client: reading, answering, committing; what is going on and what went wrong. */
import { useCallback, useEffect, useState } from 'react';
import type { ImportSession } from '../../../shared/contract/api/imports.ts';
import { asCallError, callOnce, getTransport, newJob, useProgress } from '../../api/index.ts';
import type { CallError, Progress } from '../../api/index.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

export interface ImportState {
  readonly session: ImportSession | null;
  /** The job of files being read; `null` when none is. */
  readonly job: string | null;
  readonly progress: Progress | null;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly take: (files: readonly File[]) => void;
  readonly cancel: () => void;
  readonly answer: (file: number, answers: Record<string, string>) => Promise<void>;
  readonly include: (file: number, included: boolean) => Promise<void>;
  readonly route: (
    file: number,
    network: string,
    account: string | null,
    channel: number | null,
    name: string,
  ) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly discard: () => void;
}

export function useImport(client: number): ImportState {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const toast = useToast();
  const named = place.param('session');
  const [held, setHeld] = useState<ImportSession | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const progress = useProgress(job);
  const session = held?.client === client && held.session === named ? held : null;
  const { set } = place;

  const show = useCallback(
    (next: ImportSession) => {
      setHeld(next);
      set({ session: next.session }, { replace: true });
    },
    [set],
  );

  // A session named in the address and not held: the window was reloaded, or came back to this screen.
  useEffect(() => {
    if (!named || held?.session === named) return;
    callOnce('imports.get', { session: named }).then(setHeld, () =>
      set({ session: undefined }, { replace: true }),
    );
  }, [named, held, set]);

  const run = useCallback(
    async (work: () => Promise<ImportSession | null>) => {
      setBusy(true);
      setError(null);
      try {
        const next = await work();
        if (next) show(next);
      } catch (thrown) {
        const failed = asCallError(thrown);
        if (failed.code !== 'cancelled') setError(failed);
      } finally {
        setBusy(false);
        setJob(null);
      }
    },
    [show],
  );

  const current = session?.session;
  const take = useCallback(
    (files: readonly File[]) => {
      const id = newJob();
      setJob(id);
      void run(async () => {
        const handles = [];
        for (const file of files) handles.push(await uploadFile(file));
        const list = handles.map(({ handle, name }) => ({ handle, name }));
        return current
          ? callOnce('imports.add', { session: current, files: list, job: id })
          : callOnce('imports.open', { client, files: list, job: id });
      });
    },
    [client, current, run],
  );

  return {
    session,
    job,
    progress,
    busy,
    error,
    take,
    cancel: () => void (job && callOnce('jobs.cancel', { job })),
    answer: (file, answers) =>
      run(() => callOnce('imports.answer', { session: current ?? '', file, answers })),
    include: (file, included) =>
      run(() => callOnce('imports.include', { session: current ?? '', file, included })),
    route: (file, network, account, channel, name) =>
      run(() => callOnce('imports.route', { session: current ?? '', file, network, account, channel, name })),
    commit: () =>
      run(async () => {
        if (!current) return null;
        const batch = await callOnce('imports.commit', { session: current });
        setHeld(null);
        set({ session: undefined }, { replace: true });
        toast({
          text: t.imports.committed(batch.id, format.number(batch.counts.added + batch.counts.changed, 0)),
          undo: () => void callOnce('imports.undo', { batch: batch.id }),
        });
        return null;
      }),
    discard: () => {
      if (current) void callOnce('imports.discard', { session: current });
      setHeld(null);
      set({ session: undefined }, { replace: true });
    },
  };
}

function uploadFile(file: File) {
  return getTransport().upload({
    name: file.name,
    size: file.size,
    modified: file.lastModified,
    chunk: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  });
}
