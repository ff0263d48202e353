/**
 * The port through which a report becomes a PDF: a page engine draws the app's own print view. Each host has its own:
 * the desktop a hidden window of Electron, the loopback host and the command line an installed Chromium.
 */
import type { ReportModel } from '../../../shared/domain/report.ts';
import { CallError } from '../errors.ts';

export interface Printer {
  /**
   * What the page engine drew of a report (`printJson`). The document's properties are not set yet: that is done where
   * the file is written (exchange/pdf/finishPdf.ts). Throws `CallError`: `print-unavailable` (no page engine on this machine),
   * `print-failed`, `cancelled`.
   */
  print(report: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** Ends the engine, if one runs. It starts again with the next report. */
  close(): Promise<void>;
}

/** Where nothing can print. */
export const noPrinter: Printer = {
  print: () => Promise.reject(new CallError('print-unavailable', 'nothing here can print')),
  close: () => Promise.resolve(),
};

/** A report as the print page is given it: hosts pass it on and never look into it. What is only of the workbook stays out. */
export function printJson(model: ReportModel): string {
  return JSON.stringify({ ...model, figures: [], entry: [] } satisfies ReportModel);
}
