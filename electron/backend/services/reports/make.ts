/** Makes deliverables: a report is resolved once, each of its files written by a worker and kept as what went out. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Deliverable, ReportFormat } from '../../../../shared/contract/api/reports.ts';
import { isoOf, parseIso } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { insertDeliverable, listDeliverables } from '../../../store/queries/deliverables.ts';
import type { DeliverableRow } from '../../../store/queries/deliverables.ts';
import { record } from '../../../store/queries/ledger.ts';
import { cadenceCode, cadenceOf, transact } from '../../../store/rows.ts';
import { runExport } from '../../jobs/runExport.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { safeFileName } from '../../saveFile.ts';
import { requireClient } from '../clients.ts';
import { keptReport } from './kept.ts';
import type { KeptReport, ReportHead } from './kept.ts';
import { reportModel } from './model.ts';
import type { ReportOf } from './model.ts';

/** One report, resolved once for all its files. */
export interface ResolvedReport {
  readonly report: ReportOf;
  readonly kept: KeptReport;
}

/** `formats`: what is going to be written of it. Throws `report-empty`, `client-not-found`, `period-invalid`. */
export async function resolveReport(
  ctx: ReadContext,
  report: ReportOf,
  formats: readonly ReportFormat[],
): Promise<ResolvedReport> {
  return { report, kept: await keptReport(reportModel(ctx, report), formats.includes('pdf')) };
}

export function makeReport(
  ctx: WriteContext,
  { job: name, format, ...report }: Parsed<'reports.make'>,
): Promise<Output<'reports.make'>> {
  return ctx.jobs.run(name, async (job) => {
    job.progress({ phase: 'writing', done: 0, total: 1 });
    return makeFile(ctx, await resolveReport(ctx, report, [format]), { format }, job.signal);
  });
}

/** Writes a file under a handle of its own, which is gone again where that fails. Throws as `writeReport`. */
export async function makeFile(
  ctx: WriteContext,
  resolved: ResolvedReport,
  { format, name = fileNameOf(resolved.kept.head, format) }: { format: ReportFormat; name?: string },
  signal: AbortSignal,
): Promise<Output<'reports.make'>> {
  const { handle, path } = ctx.transfers.createOutput(name);
  try {
    return { deliverable: await writeReport(ctx, resolved, { format, path, name }, signal), handle };
  } catch (error) {
    ctx.transfers.release(handle);
    throw error;
  }
}

/** Writes one file of a report to `path` and keeps it as what went out under `name`. Throws as `runExport`. */
export async function writeReport(
  ctx: WriteContext,
  { report, kept: { head, model, print } }: ResolvedReport,
  { format, path, name }: { readonly format: ReportFormat; readonly path: string; readonly name: string },
  signal?: AbortSignal,
): Promise<Deliverable> {
  // The one moment of the file and of its entry: from both the same bytes can be made again.
  const now = ctx.now();
  const { bytes, sha256 } = await runExport({
    model,
    format,
    path,
    dataDir: ctx.dataDir,
    now,
    printer: ctx.printer,
    ...(print === null ? {} : { print }),
    ...(signal ? { signal } : {}),
  });
  const row = {
    uid: newUid(),
    client: report.client,
    cadence: cadenceCode(head.period.cadence),
    first: parseIso(head.period.start) ?? 0,
    base: report.base,
    language: report.language,
    format,
    file_name: name,
    at: now.toISOString(),
    bytes,
    sha256,
    model: Buffer.from(model.buffer, model.byteOffset, model.byteLength),
  };
  const id = transact(ctx.store, () => {
    const deliverable = insertDeliverable(ctx.store, row);
    const { model: _model, ...told } = row;
    record(ctx.store, {
      at: momentOf(ctx),
      client: report.client,
      entity: 'deliverable',
      entityId: deliverable,
      change: 'create',
      after: told,
    });
    return deliverable;
  });
  changed(ctx, report.client, 'reports');
  return deliverableDto({ ...row, id });
}

/** In bytes: what stands behind the client's name must not be cut off with it. */
const LONGEST_CLIENT = 140;

/** `Northline Labs, report 2026-10.xlsx`: no character any system refuses. */
export function fileNameOf({ client, period, language }: ReportHead, format: ReportFormat): string {
  const word = format === 'csv' ? { en: 'figures', es: 'cifras' } : { en: 'report', es: 'informe' };
  const time =
    period.cadence === 'month'
      ? period.start.slice(0, 7)
      : period.cadence === 'day'
        ? period.start
        : safeFileName(period.label, 40);
  return `${safeFileName(client.name.replaceAll(/[\\/]/g, ' '), LONGEST_CLIENT)}, ${word[language]} ${time}.${format}`;
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
