/**
 * All rows of a large delimited file, for recognition that looks at whole columns. Equal short texts are kept
 * once: exports repeat dates, names and small numbers, so a million rows of them fit where a million rows of
 * prose do not. Stops with a reason before the process would be ended for its memory.
 */
import type { ReadFile } from '../model.ts';
import { ReadError } from './codes.ts';
import type { OpenedFile } from './openFile.ts';
import { problemOf } from './readFile.ts';

/** Resident memory at which reading gives up, leaving room for recognition below the limit of 512 MB. */
const MEMORY = 400 * 1_048_576;
const LONGEST_SHARED = 24;
const MOST_SHARED = 300_000;

export async function wholeFile(
  opened: OpenedFile,
  onProgress: (rows: number, bytes: number) => void,
): Promise<ReadFile> {
  const { read, stream } = opened;
  const head = read.sheets[0];
  if (stream === undefined || head === undefined) return read;
  const rows: string[][] = [];
  const lines: number[] = [];
  let straight = true;
  const shared = new Map<string, string>();
  const share = (text: string): string => {
    if (text.length > LONGEST_SHARED) return text;
    const known = shared.get(text);
    if (known !== undefined) return known;
    if (shared.size < MOST_SHARED) shared.set(text, text);
    return text;
  };
  try {
    const { notes } = await stream.stream(
      (batch, firstLine) => {
        batch.forEach((row, i) => {
          for (let c = 0; c < row.length; c++) row[c] = share(row[c] ?? '');
          rows.push(row);
          if (straight && firstLine + i !== rows.length) {
            straight = false;
            for (let k = 1; k < rows.length; k++) lines.push(k);
          }
          if (!straight) lines.push(firstLine + i);
        });
      },
      {
        onProgress: (bytes, count) => {
          onProgress(count, bytes);
          if (process.memoryUsage.rss() > MEMORY) throw tooManyRows(bytes, stream.size, count);
        },
      },
    );
    const sheet = { name: head.name, hidden: false, rows, ...(straight ? {} : { lines }) };
    return { ...read, sheets: [sheet], notes: [...read.notes, ...notes] };
  } catch (error) {
    return { ...read, sheets: [], error: problemOf(error, read.name) };
  }
}

/** Says about how many rows of this file would have been held. */
function tooManyRows(bytes: number, size: number, count: number): ReadError {
  return new ReadError('too-large', {
    what: 'rows',
    found: Math.round((count * size) / bytes),
    limit: count,
  });
}
