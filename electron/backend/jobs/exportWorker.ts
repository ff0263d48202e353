/**
 * The thread that writes one deliverable and ends with it: the spreadsheet library keeps memory until then, and
 * its state is lost should it ever panic.
 *
 * Invariant: the target is either the old file or the whole new one. Bytes go to a temporary file beside it,
 * which is flushed to disk and then renamed over it.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { ReportFormat } from '../../../shared/contract/api/reports.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';

/** What the thread is given. */
export interface ExportTask {
  /** Or as it is kept: compressed JSON. */
  readonly model: ReportModel | Uint8Array;
  readonly format: ReportFormat;
  readonly path: string;
  readonly temporary: string;
  /** Milliseconds since 1970: the document's creation date. */
  readonly now: number;
  /** What a page engine drew of the model: for a PDF only. */
  readonly drawn?: Uint8Array;
}

export type ExportReply =
  | { readonly type: 'done'; readonly bytes: number; readonly sha256: string }
  | { readonly type: 'failed'; readonly code: string | null; readonly message: string };

function modelOf({ model }: ExportTask): ReportModel {
  if (!(model instanceof Uint8Array)) return model;
  // Packed a moment ago by this very program (services/reports/kept.ts).
  return JSON.parse(gunzipSync(model).toString('utf8')) as ReportModel;
}

/** A thread loads the writer of its own format only: that of workbooks alone takes longer to load than a PDF to finish. */
async function contentOf(task: ExportTask): Promise<Uint8Array> {
  const model = modelOf(task);
  switch (task.format) {
    case 'xlsx': {
      const { writeWorkbook } = await import('../exchange/workbook/writeWorkbook.ts');
      return writeWorkbook(model, { now: new Date(task.now) });
    }
    case 'csv': {
      const { writeCsv } = await import('../exchange/workbook/writeCsv.ts');
      return writeCsv(model);
    }
    case 'pdf': {
      const { finishPdf } = await import('../exchange/pdf/finishPdf.ts');
      return finishPdf(drawnOf(task), {
        author: model.preparedBy,
        subject: model.headline,
        created: new Date(task.now),
      });
    }
    case 'pptx': {
      const { writeSlides } = await import('../exchange/slides/writeSlides.ts');
      return writeSlides(model, { now: new Date(task.now) });
    }
  }
}

function drawnOf({ drawn }: ExportTask): Uint8Array {
  if (drawn === undefined) throw new Error('a PDF is drawn before it is written');
  return drawn;
}

function writeWhole(task: ExportTask, content: Uint8Array): void {
  const file = openSync(task.temporary, 'wx');
  try {
    for (let at = 0; at < content.length;) at += writeSync(file, content, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(task.temporary, task.path);
  flushFolder(dirname(task.path));
}

/** Makes the rename itself last. Windows cannot open a folder, and does not need it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function run(task: ExportTask): Promise<ExportReply> {
  try {
    const content = await contentOf(task);
    writeWhole(task, content);
    return {
      type: 'done',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    };
  } catch (error) {
    // The library throws plain strings.
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
    return { type: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(await run(workerData as ExportTask));
