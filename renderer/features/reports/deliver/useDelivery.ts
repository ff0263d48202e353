/**
 * Making the files of a report and handing them over: one job at a time, all of them saved with one dialog. Files are
 * kept at hand until they are saved, so that a cancelled or failed save can be tried again without making them anew.
 */
import type { ReportFormat } from '../../../../shared/contract/api/reports.ts';
import type { Input } from '../../../../shared/contract/api.ts';
import { asCallError, callOnce, newJob } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { useToast } from '../../../ui/index.ts';
import { saveError, saveFiles } from '../../deliveries/saveFiles.ts';
import { changeMaking, makingOf, useMaking } from './makings.ts';
import type { MadeFile, Making } from './makings.ts';

export interface Delivery extends Making {
  readonly deliver: (formats: readonly ReportFormat[]) => void;
  /** Asks again where to save what is made and not saved. */
  readonly saveWaiting: () => void;
  readonly cancel: () => void;
  /** Shows what kept a delivery from beginning. */
  readonly fail: (error: unknown) => void;
}

type Report = Omit<Input<'reports.make'>, 'format' | 'job'>;

const keyOf = ({ client, period, base, language }: Report): string =>
  `${client} ${period.cadence}:${period.start} ${base} ${language}`;

/** `14:02`, on the person's own clock. */
function timeNow(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}

/** What several files are called together: the name they share. */
function commonName(files: readonly MadeFile[]): string {
  return files[0]?.name.replace(/\.[a-z]+$/, '') ?? 'Pulsebook';
}

export function useDelivery(report: Report): Delivery {
  const t = useT();
  const toast = useToast();
  const key = keyOf(report);
  const making = useMaking(key);

  /** Saves, and keeps at hand what was not; `others` wait still from before. */
  const save = async (files: readonly MadeFile[], others: readonly MadeFile[]): Promise<void> => {
    changeMaking(key, () => ({ waiting: [...others, ...files], problem: null }));
    const { outcome, name, code, files: results } = await saveFiles(files, commonName(files));
    if (outcome === 'cancelled') return;
    if (outcome === 'failed') {
      changeMaking(key, () => ({ problem: saveError(code) }));
      return;
    }
    const named = files.map((file, at) => ({ ...file, name: results[at]?.name ?? file.name }));
    const saved = named.filter((_, at) => results[at]?.outcome === 'saved');
    const failure = results.find((one) => one.outcome === 'failed');
    // A file whose time is over cannot be saved however often it is tried.
    const waiting = files.filter(
      (_, at) => results[at]?.outcome !== 'saved' && results[at]?.code !== 'handle-expired',
    );
    changeMaking(key, () => ({
      waiting: [...others, ...waiting],
      ...(saved.length > 0 && { went: { files: saved, where: name ?? null, time: timeNow() } }),
      ...(failure !== undefined && { problem: saveError(failure.code) }),
    }));
    const [first] = saved;
    if (first !== undefined)
      toast({
        text: t.reports.saved(saved.length === 1 || name === undefined ? first.name : name),
      });
  };

  const run = async (formats: readonly ReportFormat[]): Promise<void> => {
    // What is made anew need not be saved any more as it was.
    const others = makingOf(key).waiting.filter((file) => !formats.includes(file.format));
    changeMaking(key, () => ({ problem: null, went: null, failed: [] }));
    const made: MadeFile[] = [];
    for (const [i, format] of formats.entries()) {
      const job = newJob();
      changeMaking(key, () => ({ busy: { format, job, at: i + 1, of: formats.length } }));
      try {
        // One after the other: each takes all the machine it can get.
        // oxlint-disable-next-line no-await-in-loop
        const { deliverable, handle } = await callOnce('reports.make', { ...report, format, job });
        made.push({ handle, name: deliverable.fileName, format });
      } catch (error) {
        const problem = asCallError(error);
        // Cancelling is what the person asked for, not a failure.
        if (problem.code === 'cancelled') break;
        changeMaking(key, (now) => ({ failed: [...now.failed, { format, error: problem }] }));
      }
    }
    changeMaking(key, () => ({ busy: null }));
    if (made.length > 0) await save(made, others);
    else changeMaking(key, () => ({ waiting: others }));
  };

  const fail = (error: unknown): void => changeMaking(key, () => ({ problem: asCallError(error) }));
  return {
    ...making,
    fail,
    deliver: (formats) => {
      if (makingOf(key).busy === null) run(formats).catch(fail);
    },
    cancel: () => {
      const { busy } = makingOf(key);
      if (busy !== null) callOnce('jobs.cancel', { job: busy.job }).catch(fail);
    },
    saveWaiting: () => {
      save(makingOf(key).waiting, []).catch(fail);
    },
  };
}
