/**
 * Reports of several clients in one go, each resolved once and written two files at a time, all of it in threads beside
 * the writer: whatever else the person does meanwhile does not wait.
 *
 * Invariants: a client that fails never keeps another from going out; what was made before a cancel stays made and is
 * told.
 */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { ErrorCode } from '../../../../shared/contract/codes.ts';
import type { Deliverable, ReportFormat } from '../../../../shared/contract/api/reports.ts';
import { listClients } from '../../../store/queries/clients.ts';
import { asStoreError, StoreError } from '../../../store/storeError.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { openResolver } from '../../jobs/runResolve.ts';
import { TransferError } from '../../transfers.ts';
import type { Job } from '../jobs.ts';
import { dayOfIso } from '../periods.ts';
import { fileNameOf, makeFile } from '../reports/make.ts';
import type { ResolvedReport } from '../reports/make.ts';
import { createNames } from './names.ts';

type Batch = Omit<Parsed<'deliveries.make'>, 'job'>;
type Item = Batch['items'][number];
export type Delivered = Output<'deliveries.make'>;

/** A thread writes one file; a third would only wait for the disk and for memory. */
const AT_ONCE = 2;

/** Writes one file of a report and keeps what went out; `handle` is how the caller finds it again. */
export type WriteOne = (
  resolved: ResolvedReport,
  file: { readonly format: ReportFormat; readonly name: string },
  signal: AbortSignal,
) => Promise<{ readonly deliverable: Deliverable; readonly handle: string }>;

export function makeDeliveries(
  ctx: WriteContext,
  { job: name, ...batch }: Parsed<'deliveries.make'>,
): Promise<Delivered> {
  return ctx.jobs.run(name, (job) =>
    deliverAll(ctx, batch, (resolved, file, signal) => makeFile(ctx, resolved, file, signal), job),
  );
}

export async function deliverAll(
  ctx: WriteContext,
  { period, base, items }: Batch,
  write: WriteOne,
  job: Job,
): Promise<Delivered> {
  dayOfIso(period.start);
  const names = new Map(listClients(ctx.store, true).map((client) => [client.id, client.name]));
  const files = createNames();
  const total = items.reduce((sum, item) => sum + item.formats.length, 0);
  let done = 0;
  const tell = (name: string, more: number): void => {
    done += more;
    job.progress({ phase: 'writing', item: name, done, total });
  };

  const oneClient = async (item: Item): Promise<Pick<Delivered, 'made' | 'failed'>> => {
    const told: Pick<Delivered, 'made' | 'failed'> = { made: [], failed: [] };
    const name = names.get(item.client) ?? '';
    const fail = (formats: readonly ReportFormat[], error: unknown): void => {
      for (const format of formats)
        told.failed.push({ client: item.client, name, format, ...reasonOf(error) });
      tell(name, formats.length);
    };
    tell(name, 0);
    let resolved: ResolvedReport;
    try {
      const report = { client: item.client, period, base, language: item.language };
      resolved = { report, kept: await resolver.resolve(report, item.formats.includes('pdf')) };
    } catch (error) {
      if (!job.signal.aborted) fail(item.formats, error);
      return told;
    }
    for (const format of item.formats) {
      if (job.signal.aborted) break;
      try {
        const file = { format, name: files.take(fileNameOf(resolved.kept.head, format)) };
        told.made.push({ ...(await write(resolved, file, job.signal)), client: name });
        tell(name, 1);
      } catch (error) {
        if (job.signal.aborted) break;
        fail([format], error);
      }
    }
    return told;
  };

  const resolver = openResolver(ctx);
  const stop = (): void => void resolver.close();
  job.signal.addEventListener('abort', stop, { once: true });
  const queue = items.entries();
  const answers: Pick<Delivered, 'made' | 'failed'>[] = [];
  const lane = async (): Promise<void> => {
    for (const [i, item] of queue) {
      if (job.signal.aborted) return;
      answers[i] = await oneClient(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    job.signal.removeEventListener('abort', stop);
    await resolver.close();
  }
  // In the order in which they were asked for, whichever was ready first; a cancel leaves holes.
  const all = answers.filter((one) => one !== undefined);
  return {
    made: all.flatMap((one) => one.made),
    failed: all.flatMap((one) => one.failed),
    cancelled: job.signal.aborted,
  };
}

function reasonOf(thrown: unknown): { readonly code: ErrorCode; readonly message: string } {
  const error = asStoreError(thrown);
  const known = error instanceof CallError || error instanceof StoreError || error instanceof TransferError;
  if (known) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}
