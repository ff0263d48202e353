/**
 * A large delimited file, read from disk in pieces with constant memory: its head for a preview, and all its
 * rows as a stream of batches.
 *
 * The encoding is decided by the whole file, in a pass of its own: a caption with an accent may come after
 * gigabytes of digits.
 */
import { isUtf8 } from 'node:buffer';
import { open, type FileHandle } from 'node:fs/promises';
import type { ReadNote, Sheet } from '../model.ts';
import { ReadError } from './codes.ts';
import { planDelimited, plannedParser, parserNotes, type DelimitedPlan } from './delimited.ts';
import { cleanText, guessEncoding, withoutCutCharacter, type EncodingGuess } from './encoding.ts';
import { limits } from './limits.ts';
import { encodingNotes, stem } from './text.ts';

const CHUNK = 1_048_576;
const BATCH_ROWS = 2000;

/** Rows of consecutive lines; the first stands on line `firstLine` (1-based). */
export type OnRows = (rows: string[][], firstLine: number) => void;

export interface StreamOptions {
  readonly signal?: AbortSignal;
  /** Called after every piece with the bytes and rows read so far. */
  readonly onProgress?: (bytes: number, rows: number) => void;
}

export interface OpenDelimited {
  /** The first rows; `more` is an estimate of how many follow. */
  readonly head: Sheet;
  readonly encoding: string;
  readonly delimiter: string;
  readonly notes: readonly ReadNote[];
  /** Bytes of the file. */
  readonly size: number;
  /**
   * All rows from the first on, the head's included. Rejects with the signal's reason when aborted; resolves
   * to the number of rows, and what was noticed on the way.
   */
  stream(onRows: OnRows, options?: StreamOptions): Promise<{ rows: number; notes: readonly ReadNote[] }>;
}

/** Throws what opening the file throws; the content itself is never refused here. */
export async function openDelimited(path: string, name: string = path): Promise<OpenDelimited> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const guess = await encodingOf(file, size);
    if (guess.encoding.startsWith('utf-32'))
      throw new ReadError('not-a-spreadsheet', { kind: 'a large text in UTF-32' });
    const head = await readHead(file, name, size, guess);
    return {
      ...head,
      encoding: guess.encoding,
      notes: [...encodingNotes(guess), ...head.notes],
      size,
      stream: (onRows, options = {}) => streamRows(path, guess, head.plan, onRows, options),
    };
  } finally {
    await file.close();
  }
}

async function* chunks(file: FileHandle, from: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK);
  let position = from;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** By the beginning, then checked against every byte: the first piece that is not UTF-8 decides again. */
async function encodingOf(file: FileHandle, size: number): Promise<EncodingGuess> {
  let first: EncodingGuess | undefined;
  let cut = new Uint8Array(0);
  for await (const chunk of chunks(file, 0)) {
    if (first === undefined) {
      first = guessEncoding(chunk, chunk.length < size);
      if (first.encoding !== 'utf-8' || first.skip > 0) return first;
      if (first.damaged) return first;
    }
    const piece = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    const whole = withoutCutCharacter(piece);
    if (!isUtf8(whole)) return { ...guessEncoding(whole), skip: 0 };
    cut = Uint8Array.from(piece.subarray(whole.length));
  }
  return first ?? { encoding: 'utf-8', skip: 0, guessed: false, damaged: false };
}

interface Head {
  readonly head: Sheet;
  readonly delimiter: string;
  readonly notes: readonly ReadNote[];
  readonly plan: DelimitedPlan;
}

async function readHead(file: FileHandle, name: string, size: number, guess: EncodingGuess): Promise<Head> {
  const rows: string[][] = [];
  const lines: number[] = [];
  const decoder = new TextDecoder(guess.encoding);
  let bytes = 0;
  let plan: DelimitedPlan | undefined;
  let parser: ReturnType<typeof plannedParser> | undefined;
  for await (const chunk of chunks(file, guess.skip)) {
    bytes += chunk.length;
    let text = cleanText(decoder.decode(chunk, { stream: true }));
    if (parser === undefined) {
      plan = planDelimited(text);
      text = text.slice(plan.skipChars);
      parser = plannedParser(plan, (cells, line) => {
        rows.push(cells);
        lines.push(line);
      });
    }
    parser.push(text);
    if (rows.length >= limits.headRows || bytes >= limits.delimitedBytes) break;
  }
  plan ??= planDelimited('');
  const complete = bytes + guess.skip >= size;
  if (complete) parser?.end();
  const estimate =
    rows.length === 0 ? 0 : Math.round((rows.length * size) / Math.max(1, bytes)) - limits.headRows;
  const more = complete ? Math.max(0, rows.length - limits.headRows) : Math.max(1, estimate);
  rows.length = Math.min(rows.length, limits.headRows);
  lines.length = rows.length;
  const head: Sheet = {
    name: stem(name),
    hidden: false,
    rows,
    ...(lines.every((line, i) => line === i + 1) ? {} : { lines }),
    ...(more > 0 ? { more } : {}),
  };
  return { head, delimiter: plan.delimiter, notes: plan.notes, plan };
}

async function streamRows(
  path: string,
  guess: EncodingGuess,
  plan: DelimitedPlan,
  onRows: OnRows,
  options: StreamOptions,
): Promise<{ rows: number; notes: readonly ReadNote[] }> {
  let batch: string[][] = [];
  let firstLine = 1;
  let rows = 0;
  const flush = (): void => {
    if (batch.length === 0) return;
    rows += batch.length;
    onRows(batch, firstLine);
    batch = [];
  };
  const parser = plannedParser(plan, (cells, line) => {
    if (batch.length >= BATCH_ROWS || line !== firstLine + batch.length) flush();
    if (batch.length === 0) firstLine = line;
    batch.push(cells);
  });
  const decoder = new TextDecoder(guess.encoding);
  let skip = plan.skipChars;
  let bytes = 0;
  const file = await open(path, 'r');
  try {
    for await (const chunk of chunks(file, guess.skip)) {
      options.signal?.throwIfAborted();
      bytes += chunk.length;
      const text = cleanText(decoder.decode(chunk, { stream: true }));
      parser.push(skip === 0 ? text : text.slice(skip));
      skip = 0;
      options.onProgress?.(bytes, rows + batch.length);
    }
  } finally {
    await file.close();
  }
  parser.push(cleanText(decoder.decode()));
  parser.end();
  flush();
  return { rows, notes: parserNotes(parser) };
}
