/**
 * A report resolved once for all its files, as it is kept with what went out: files are written from these very bytes,
 * so that what is kept is what was written, and a large report is not copied from thread to thread piece by piece.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { printJson } from '../../jobs/printer.ts';
import { CallError } from '../../errors.ts';

/** What files and entries are named by. */
export type ReportHead = Pick<ReportModel, 'period' | 'language'> & {
  readonly client: Pick<ReportModel['client'], 'name'>;
};

export interface KeptReport {
  readonly head: ReportHead;
  /** The model as compressed JSON. */
  readonly model: Uint8Array;
  /** What a page engine is given; `null` where no PDF was asked for. */
  readonly print: string | null;
}

const compressed = promisify<string, Buffer>(gzip);

/** Throws `report-empty`. */
export async function keptReport(model: ReportModel, print: boolean): Promise<KeptReport> {
  if (model.groups.length === 0)
    throw new CallError('report-empty', 'this client has no KPIs on the scorecard yet');
  const { period, language, client } = model;
  return {
    head: { period, language, client: { name: client.name } },
    model: await compressed(JSON.stringify(model)),
    print: print ? printJson(model) : null,
  };
}
