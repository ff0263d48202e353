/** What went out: opened as it was, held against today, and its file made once more. */
import { gunzipSync } from 'node:zlib';
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Because, Deliverable } from '../../../../shared/contract/api/reports.ts';
import { readReportModel } from '../../../../shared/contract/report.ts';
import { differencesOf } from '../../../../shared/domain/reportDiff.ts';
import type { ReportBecause } from '../../../../shared/domain/reportDiff.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { getBatch } from '../../../store/queries/batches.ts';
import { getDeliverable } from '../../../store/queries/deliverables.ts';
import { runExport } from '../../jobs/runExport.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError, found } from '../../errors.ts';
import { deliverableDto } from './make.ts';
import { reportModel } from './model.ts';

/** Far more than any report takes, unpacked: a damaged entry must not fill the memory. */
const MOST_BYTES = 512 * 1024 * 1024;

export function snapshotOf(
  ctx: ReadContext,
  id: number,
): { readonly deliverable: Deliverable; readonly model: ReportModel } {
  const row = found(getDeliverable(ctx.store, id), 'report-not-found', `deliverable ${id}`);
  const model = readReportModel(unpacked(row.model));
  if (model === null)
    throw new CallError('snapshot-unreadable', `the report kept as deliverable ${id} is of no known version`);
  return { deliverable: deliverableDto(row), model };
}

function unpacked(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return null;
  }
}

export function compareSnapshot(
  ctx: ReadContext,
  { deliverable: id }: Parsed<'reports.compare'>,
): Output<'reports.compare'> {
  const { deliverable, model } = snapshotOf(ctx, id);
  const { client, period, base, language } = deliverable;
  const { differences, same } = differencesOf(model, reportModel(ctx, { client, period, base, language }));
  const channels = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  return {
    differences: differences.map((one) => ({
      ...one,
      channel: one.channel === null ? null : (channels.get(one.channel) ?? one.channel),
      because: one.because.map((because) => becauseDto(ctx, because)),
    })),
    same,
  };
}

function becauseDto(ctx: ReadContext, because: ReportBecause): Because {
  if (because.kind !== 'figures') return because;
  const batch = getBatch(ctx.store, because.batch);
  return { ...because, label: batch?.label ?? '', by: batch?.kind ?? 'edit', at: batch?.at ?? null };
}

/**
 * Throws `file-differs` where the snapshot does not give the same bytes: another version of the program wrote them. Of a
 * PDF it is only told.
 */
export function makeAgain(
  ctx: WriteContext,
  { deliverable: id, job: name }: Parsed<'reports.again'>,
): Promise<Output<'reports.again'>> {
  return ctx.jobs.run(name, async (job) => {
    job.progress({ phase: 'writing', done: 0, total: 1 });
    const { deliverable, model } = snapshotOf(ctx, id);
    const { handle, path } = ctx.transfers.createOutput(deliverable.fileName);
    try {
      const { sha256 } = await runExport({
        model,
        format: deliverable.format,
        path,
        now: new Date(deliverable.at),
        printer: ctx.printer,
        signal: job.signal,
      });
      const same = sha256 === deliverable.sha256;
      // What a page engine draws is another thing with every version of it; what the program writes itself is not.
      if (!same && deliverable.format !== 'pdf')
        throw new CallError(
          'file-differs',
          `deliverable ${id} is ${deliverable.sha256}, made again ${sha256}`,
        );
      return { deliverable, handle, same };
    } catch (error) {
      ctx.transfers.release(handle);
      throw error;
    }
  });
}
