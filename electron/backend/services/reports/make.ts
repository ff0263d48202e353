/** Makes a deliverable: the model is resolved, written by a worker, and kept as what went out. */
import { gzipSync } from 'node:zlib';
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Deliverable } from '../../../../shared/contract/api/reports.ts';
import { isoOf, parseIso } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { insertDeliverable, listDeliverables } from '../../../store/queries/deliverables.ts';
import type { DeliverableRow } from '../../../store/queries/deliverables.ts';
import { record } from '../../../store/queries/ledger.ts';
import { cadenceCode, cadenceOf, transact } from '../../../store/rows.ts';
import { runExport } from '../../jobs/runExport.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { safeFileName } from '../../saveFile.ts';
import { requireClient } from '../clients.ts';
import { reportModel } from './model.ts';

type MakeInput = Omit<Parsed<'reports.make'>, 'job'>;

export function makeReport(
  ctx: WriteContext,
  input: Parsed<'reports.make'>,
): Promise<Output<'reports.make'>> {
  return ctx.jobs.run(input.job, async (job) => {
    job.progress({ phase: 'writing', done: 0, total: 1 });
    const name = fileNameOf(reportModel(ctx, input), input);
    const { handle, path } = ctx.transfers.createOutput(name);
    const deliverable = await writeReport(ctx, input, path, name, job.signal);
    return { deliverable, handle };
  });
}

/** Writes the report to `path` and keeps what went out. Throws `report-empty`, `disk-full`, `cancelled`. */
export async function writeReport(
  ctx: WriteContext,
  input: MakeInput,
  path: string,
  name: string | null,
  signal?: AbortSignal,
): Promise<Deliverable> {
  const model = reportModel(ctx, input);
  if (model.groups.length === 0)
    throw new CallError('report-empty', 'this client has no KPIs on the scorecard yet');
  // The one moment of the file and of its entry: from both the same bytes can be made again.
  const now = ctx.now();
  const { bytes, sha256 } = await runExport({
    model,
    format: input.format,
    path,
    now,
    ...(signal ? { signal } : {}),
  });
  const row = {
    uid: newUid(),
    client: input.client,
    cadence: cadenceCode(model.period.cadence),
    first: parseIso(model.period.start) ?? 0,
    base: input.base,
    language: input.language,
    format: input.format,
    file_name: name ?? fileNameOf(model, input),
    at: now.toISOString(),
    bytes,
    sha256,
    model: gzipSync(JSON.stringify(model)),
  };
  const id = transact(ctx.store, () => {
    const deliverable = insertDeliverable(ctx.store, row);
    const { model: _model, ...told } = row;
    record(ctx.store, {
      at: momentOf(ctx),
      client: input.client,
      entity: 'deliverable',
      entityId: deliverable,
      change: 'create',
      after: told,
    });
    return deliverable;
  });
  changed(ctx, input.client, 'reports');
  return deliverableDto({ ...row, id });
}

/** `Northline Labs, report 2026-10.xlsx`: no character any system refuses. */
export function fileNameOf(model: ReportModel, input: Pick<MakeInput, 'format' | 'language'>): string {
  const word = input.format === 'csv' ? { en: 'figures', es: 'cifras' } : { en: 'report', es: 'informe' };
  const period = model.period.cadence === 'month' ? model.period.start.slice(0, 7) : model.period.start;
  const client = safeFileName(model.client.name.replaceAll(/[\\/]/g, ' '));
  return `${client}, ${word[input.language]} ${period}.${input.format}`;
}

export function reportsList(ctx: ReadContext, client: number): Deliverable[] {
  requireClient(ctx, client);
  return listDeliverables(ctx.store, client).map(deliverableDto);
}

export function deliverableDto(row: DeliverableRow): Deliverable {
  return {
    id: row.id,
    client: row.client,
    period: { cadence: cadenceOf(row.cadence), start: isoOf(row.first as Day) },
    base: row.base as Deliverable['base'],
    language: row.language as Deliverable['language'],
    format: row.format as Deliverable['format'],
    fileName: row.file_name,
    at: row.at,
    bytes: row.bytes,
    sha256: row.sha256,
  };
}
