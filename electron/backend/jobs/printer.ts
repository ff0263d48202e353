/**
 * The port through which a report becomes a PDF: a page engine draws the app's own print view. Each host has its own:
 * the desktop a hidden window of Electron, the loopback host and the command line an installed Chromium.
 */
import type { ReportModel } from '../../../shared/domain/report.ts';

export interface PrintTask {
  readonly model: ReportModel;
  /** The document's creation date, so that the same report printed again is the same. */
  readonly created: Date;
}

export interface Printer {
  /**
   * The bytes of the PDF. Throws `CallError`: `print-unavailable` (no page engine on this machine), `print-failed`,
   * `cancelled`.
   */
  print(task: PrintTask, signal?: AbortSignal): Promise<Uint8Array>;
  /** Ends the engine, if one runs. */
  close(): Promise<void>;
}
