/**
 * One import: reading, answering, committing; what is going on and what went wrong. Calls run one after another, so
 * that quick answers never overtake each other, and nothing but `discard` and `commit` ends a session.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Batch } from '../../../shared/contract/imports/batches.ts';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { asCallError, callOnce, getTransport, newJob, useProgress } from '../../api/index.ts';
import type { CallError, Progress } from '../../api/index.ts';
import { forgetImport, openImport, rememberImport } from '../../app/index.ts';
import { useNamedSession } from './useNamedSession.ts';

export interface ImportState {
  readonly session: ImportSession | null;
  /** The job of files being read; `null` when none is. */
  readonly job: string | null;
  readonly progress: Progress | null;
  readonly busy: boolean;
  /** The figures are being written. */
  readonly importing: boolean;
  readonly error: CallError | null;
  /** What the last commit made, until the next drop. */
  readonly made: readonly Batch[];
  readonly take: (files: readonly File[]) => void;
  readonly cancel: () => void;
  readonly acts: ImportActs;
  readonly commit: () => void;
  readonly discard: () => void;
}

/** What a person says about a session. Each is one call; they queue. */
export interface ImportActs {
  readonly answer: (file: number, answers: Readonly<Record<string, string>>) => void;
  readonly assign: (files: readonly number[], client: number) => void;
  readonly include: (file: number, included: boolean) => void;
  readonly route: (
    file: number,
    network: string,
    account: string | null,
    channel: number | null,
    name: string,
  ) => void;
  /** Rows of fate `kept`, or taken before; `null`: all. */
  readonly takeRows: (rows: readonly string[] | null, take: boolean) => void;
}

interface Ends {
  /** The figures are in the book. */
  readonly onMade: (batches: readonly Batch[], figures: number) => void;
  readonly onAside: (session: string) => void;
}

export function useImport(client: number | null, { onMade, onAside }: Ends): ImportState {
  const [named, name] = useNamedSession(client);
  const [held, setHeld] = useState<ImportSession | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [pending, setPending] = useState(0);
  const [importing, setImporting] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [made, setMade] = useState<readonly Batch[]>([]);
  const progress = useProgress(job);
  const session = held?.session === named ? held : null;

  const show = useCallback(
    (next: ImportSession) => {
      rememberImport(client, next.session);
      setHeld(next);
      name(next.session);
    },
    [client, name],
  );
  const leave = useCallback(() => {
    forgetImport(client);
    setHeld(null);
    name(null);
  }, [client, name]);

  // A session named in the address and not held: the window was reloaded, or came back to this screen.
  useEffect(() => {
    if (named === null || held?.session === named) return;
    callOnce('imports.get', { session: named }).then(
      (found) => {
        rememberImport(client, found.session);
        setHeld(found);
      },
      () => leave(),
    );
  }, [named, held, leave, client]);

  const queue = useRef<Promise<void>>(Promise.resolve());
  const run = useCallback((work: () => Promise<void>) => {
    setPending((n) => n + 1);
    const step = async (): Promise<void> => {
      setError(null);
      try {
        await work();
      } catch (thrown) {
        const failed = asCallError(thrown);
        if (failed.code !== 'cancelled') setError(failed);
      } finally {
        setPending((n) => n - 1);
      }
    };
    queue.current = queue.current.then(step);
  }, []);

  const read = useCallback(
    async (files: readonly File[], id: string) => show(await readInto(client, files, id)),
    [client, show],
  );
  const take = useCallback(
    (files: readonly File[]) => {
      const id = newJob();
      setJob(id);
      setMade([]);
      run(() => read(files, id).finally(() => setJob(null)));
    },
    [run, read],
  );

  const current = session?.session;
  const acts = useMemo<ImportActs>(() => {
    const act = (call: (session: string) => Promise<ImportSession>): void => {
      if (current !== undefined) run(async () => show(await call(current)));
    };
    return {
      answer: (file, answers) =>
        act((of) => callOnce('imports.answer', { session: of, file, answers: { ...answers } })),
      assign: (files, to) =>
        act((of) => callOnce('imports.assign', { session: of, files: [...files], client: to })),
      include: (file, included) => act((of) => callOnce('imports.include', { session: of, file, included })),
      route: (file, network, account, channel, channelName) =>
        act((of) =>
          callOnce('imports.route', { session: of, file, network, account, channel, name: channelName }),
        ),
      takeRows: (rows, taken) =>
        act((of) => callOnce('imports.take', { session: of, rows: rows && [...rows], take: taken })),
    };
  }, [current, run, show]);

  return {
    session,
    job,
    progress,
    busy: pending > 0,
    importing,
    error,
    made,
    take,
    cancel: () => void (job && callOnce('jobs.cancel', { job })),
    acts,
    commit: () => {
      if (current === undefined || importing) return;
      setImporting(true);
      run(async () => {
        try {
          const { batches } = await callOnce('imports.commit', { session: current });
          leave();
          setMade(batches);
          onMade(
            batches,
            batches.reduce((n, { counts }) => n + counts.added + counts.changed, 0),
          );
        } finally {
          setImporting(false);
        }
      });
    },
    discard: () => {
      if (current === undefined) return;
      leave();
      onAside(current);
    },
  };
}

/** Reads files into the session that is open where they were dropped, or a new one. */
async function readInto(client: number | null, files: readonly File[], job: string): Promise<ImportSession> {
  const list = [];
  for (const file of files) {
    const { handle, name } = await uploadFile(file);
    list.push({ handle, name });
  }
  const open = openImport(client);
  if (open === null) return callOnce('imports.open', { client, files: list, job });
  try {
    return await callOnce('imports.add', { session: open, files: list, job });
  } catch (thrown) {
    if (asCallError(thrown).code !== 'session-expired') throw thrown;
    forgetImport(client);
    return callOnce('imports.open', { client, files: list, job });
  }
}

function uploadFile(file: File) {
  return getTransport().upload({
    name: file.name,
    size: file.size,
    modified: file.lastModified,
    chunk: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  });
}
