/** The way of an archive into the book: handed over or picked, read aside, looked at, taken in. One after the other. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { ArchivePreview, archiveWays } from '../../../shared/contract/api/archives.ts';
import { errorCodes } from '../../../shared/contract/codes.ts';
import { asCallError, CallError, callOnce, getTransport, newJob, useProgress } from '../../api/index.ts';
import type { Progress } from '../../api/index.ts';
import { takeArchives, useHandOvers } from '../../app/index.ts';
import type { Archive } from '../../app/index.ts';

export type ArchiveWay = (typeof archiveWays)[number];

export interface TakeIn {
  /** Files that wait behind the one at hand. */
  readonly waiting: number;
  readonly preview: ArchivePreview | null;
  readonly busy: 'reading' | 'taking' | null;
  readonly progress: Progress | null;
  readonly problem: CallError | null;
  readonly give: (files: readonly Archive[]) => void;
  readonly cancel: () => void;
  /** Leaves the file at hand; the next one follows. */
  readonly leave: () => void;
  readonly take: (name: string, way: ArchiveWay) => Promise<Output<'archives.takeIn'> | null>;
}

/** What is at hand beyond what is drawn: files that wait, and the staging that must not be left behind. */
interface Hand {
  queue: readonly Archive[];
  session: string | null;
  reading: boolean;
}

function letGo(hand: Hand): void {
  if (hand.session !== null) void callOnce('archives.discard', { session: hand.session });
  hand.session = null;
}

export function useTakeIn(): TakeIn {
  const held = useRef<Hand>({ queue: [], session: null, reading: false });
  const [waiting, setWaiting] = useState(0);
  const [preview, setPreview] = useState<ArchivePreview | null>(null);
  const [busy, setBusy] = useState<TakeIn['busy']>(null);
  const [job, setJob] = useState<string | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const progress = useProgress(job);

  /** Reads the files that wait until one of them can be looked at. What was wrong with one stays told. */
  const readNext = useCallback(async (): Promise<void> => {
    const hand = held.current;
    if (hand.reading || hand.session !== null) return;
    hand.reading = true;
    setBusy('reading');
    while (hand.queue.length > 0 && hand.session === null) {
      const [file, ...rest] = hand.queue;
      if (file === undefined) break;
      hand.queue = rest;
      const id = newJob();
      setJob(id);
      try {
        // One at a time: the next one waits for the person's word on this one.
        // oxlint-disable-next-line no-await-in-loop
        const { handle } = await atHand(file);
        // oxlint-disable-next-line no-await-in-loop
        const opened = await callOnce('archives.open', { handle, job: id });
        hand.session = opened.session;
        setPreview(opened);
      } catch (error) {
        const told = asCallError(error);
        if (told.code !== 'cancelled') setProblem(told);
      }
    }
    hand.reading = false;
    setWaiting(hand.queue.length);
    setBusy(null);
    setJob(null);
  }, []);

  const give = useCallback(
    (files: readonly Archive[]): void => {
      if (files.length === 0) return;
      const hand = held.current;
      hand.queue = [...hand.queue, ...files];
      setWaiting(hand.queue.length);
      setProblem(null);
      void readNext();
    },
    [readNext],
  );
  useHandOvers(useCallback(() => give(takeArchives()), [give]));
  useEffect(() => {
    const hand = held.current;
    return () => letGo(hand);
  }, []);

  const goOn = (): void => {
    setPreview(null);
    setProblem(null);
    void readNext();
  };

  return {
    waiting,
    preview,
    busy,
    progress,
    problem,
    give,
    cancel: () => {
      if (job !== null) void callOnce('jobs.cancel', { job });
    },
    leave: () => {
      letGo(held.current);
      goOn();
    },
    take: async (name, way) => {
      if (preview === null) return null;
      const id = newJob();
      setBusy('taking');
      setJob(id);
      setProblem(null);
      try {
        const taken = await callOnce('archives.takeIn', { session: preview.session, name, way, job: id });
        held.current.session = null;
        setBusy(null);
        setJob(null);
        goOn();
        return taken;
      } catch (error) {
        const told = asCallError(error);
        if (told.code !== 'cancelled') setProblem(told);
        setBusy(null);
        setJob(null);
        return null;
      }
    },
  };
}

/** What was opened with the app is at hand already, or says why it is not; the rest is streamed to the backend. */
async function atHand(file: Archive): Promise<{ readonly handle: string }> {
  if (file instanceof File) return await uploaded(file);
  if ('handle' in file) return file;
  throw new CallError({ code: file.code, message: file.name });
}

/** Uploads reject with a code as their message. */
async function uploaded(file: File): Promise<{ readonly handle: string }> {
  try {
    return await getTransport().upload({
      name: file.name,
      size: file.size,
      modified: file.lastModified,
      chunk: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    const code = errorCodes.find((one) => text.includes(one));
    throw code === undefined ? error : new CallError({ code, message: text });
  }
}
