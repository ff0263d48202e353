/** Placeholder until the writer lands. */
import type { ReportModel } from '../../../shared/domain/report.ts';
export interface ExportJob { readonly model: ReportModel; readonly format: 'xlsx' | 'csv'; readonly path: string; readonly now?: Date; readonly signal?: AbortSignal }
export async function runExport(_job: ExportJob): Promise<{ bytes: number; sha256: string }> { throw new Error('not yet'); }
