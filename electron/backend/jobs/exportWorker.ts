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
import { finishPdf } from '../exchange/pdf/finishPdf.ts';
import { writeSlides } from '../exchange/slides/writeSlides.ts';
import { writeCsv } from '../exchange/workbook/writeCsv.ts';
import { writeWorkbook } from '../exchange/workbook/writeWorkbook.ts';

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

function contentOf(task: ExportTask): Uint8Array {
  const model = modelOf(task);
  switch (task.format) {
    case 'xlsx':
      return writeWorkbook(model, { now: new Date(task.now) });
    case 'csv':
      return writeCsv(model);
    case 'pdf':
      return finishPdf(drawnOf(task), {
        author: model.preparedBy,
        subject: model.headline,
        created: new Date(task.now),
      });
    case 'pptx':
      return writeSlides(model, { now: new Date(task.now) });
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

function run(task: ExportTask): ExportReply {
  try {
    const content = contentOf(task);
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

parentPort?.postMessage(run(workerData as ExportTask));
