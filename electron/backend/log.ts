/** The log file: one JSON object a line, in the data folder, kept to two files of 1 MB. No figures, no names of clients. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Log {
  write(event: string, detail: Readonly<Record<string, unknown>>): void;
}

const LOG_FILE = 'pulsebook.log';
const MAX_BYTES = 1_000_000;

export function openLog(dataDir: string, now: () => Date): Log {
  const file = path.join(dataDir, 'logs', LOG_FILE);
  return {
    write(event, detail) {
      try {
        mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        if (sizeOf(file) > MAX_BYTES) renameSync(file, `${file}.1`);
        appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), event, ...detail })}\n`, {
          mode: 0o600,
        });
      } catch {
        // A log that cannot be written must not stop the work it tells about.
      }
    },
  };
}

/** Removes the log and the one before it. */
export function forgetLogs(dataDir: string): void {
  for (const suffix of ['', '.1']) rmSync(path.join(dataDir, 'logs', LOG_FILE + suffix), { force: true });
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
