/**
 * Making a deliverable and handing it over: one job at a time, the file kept at hand until it is saved, so that a
 * cancelled or failed save can be tried again without making it anew.
 */
import { useState } from 'react';
import type { Input, Output } from '../../../shared/contract/api.ts';
import { errorCodes } from '../../../shared/contract/codes.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import { asCallError, CallError, callOnce, getTransport, newJob } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

export type DeliveryFormat = Input<'reports.make'>['format'];

interface Made {
  readonly handle: string;
  readonly name: string;
}

export interface Delivery {
  /** What is being made now. */
  readonly busy: { readonly format: DeliveryFormat; readonly job: string } | null;
  readonly problem: CallError | null;
  /** Made but not saved. */
  readonly waiting: readonly Made[];
  readonly deliver: (formats: readonly DeliveryFormat[]) => void;
  readonly saveAgain: (made: Made) => void;
  readonly cancel: () => void;
  /** What went out last, while the screen is open. */
  readonly went: { readonly files: readonly string[]; readonly time: string } | null;
  /** Shows what kept a delivery from beginning. */
  readonly fail: (error: unknown) => void;
}

function codeOf(text: string | undefined): ErrorCode {
  return errorCodes.find((code) => code === text) ?? 'internal';
}

/** `14:02`, on the person's own clock. */
function timeNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

export function useDelivery(what: Omit<Input<'reports.make'>, 'format' | 'job'>): Delivery {
  const t = useT();
  const toast = useToast();
  const [busy, setBusy] = useState<Delivery['busy']>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [waiting, setWaiting] = useState<readonly Made[]>([]);
  const [went, setWent] = useState<Delivery['went']>(null);

  const save = async (made: Made): Promise<void> => {
    const result = await getTransport().save(made.handle, made.name);
    const others = (list: readonly Made[]): readonly Made[] =>
      list.filter((one) => one.handle !== made.handle);
    if (result.outcome === 'saved') {
      const name = result.name ?? made.name;
      setWaiting(others);
      setWent((old) => ({ files: [...(old?.files ?? []), name], time: timeNow() }));
      toast({ text: t.reports.saved(name) });
      return;
    }
    const code = codeOf(result.code);
    const gone = result.outcome === 'failed' && code === 'handle-expired';
    setWaiting((list) => (gone ? others(list) : [...others(list), made]));
    if (result.outcome === 'failed') setProblem(new CallError({ code, message: result.code ?? '' }));
  };

  const make = async (format: DeliveryFormat): Promise<Output<'reports.make'>> => {
    const job = newJob();
    setBusy({ format, job });
    try {
      return await callOnce('reports.make', { ...what, format, job });
    } finally {
      setBusy(null);
    }
  };

  const run = async (formats: readonly DeliveryFormat[]): Promise<void> => {
    setProblem(null);
    setWent(null);
    try {
      for (const format of formats) {
        // One after the other: each ends in a save dialog of its own.
        // oxlint-disable-next-line no-await-in-loop
        const { deliverable, handle } = await make(format);
        // oxlint-disable-next-line no-await-in-loop
        await save({ handle, name: deliverable.fileName });
      }
    } catch (error) {
      const problemNow = asCallError(error);
      // Cancelling is what the person asked for, not a failure.
      if (problemNow.code !== 'cancelled') setProblem(problemNow);
    }
  };

  return {
    busy,
    problem,
    waiting,
    went,
    fail: (error) => setProblem(asCallError(error)),
    deliver: (formats) => {
      if (busy === null) void run(formats);
    },
    cancel: () => {
      if (busy !== null) void callOnce('jobs.cancel', { job: busy.job });
    },
    saveAgain: (made) => {
      setProblem(null);
      save(made).catch((error: unknown) => setProblem(asCallError(error)));
    },
  };
}
