/**
 * A file on disk -> what it holds. Small files are read whole; a large delimited one comes as its head and a
 * stream. Like `readBytes` it never throws: a file that cannot be opened is a refusal with a reason.
 */
import { open, stat } from 'node:fs/promises';
import type { ReadFile } from '../model.ts';
import { problem, ReadError } from './codes.ts';
import { limits } from './limits.ts';
import { openDelimited, type OpenDelimited } from './openDelimited.ts';
import { problemOf, readBytes, type ReadOptions } from './readFile.ts';
import { sniff } from './sniff.ts';
import { baseName, megabytes } from './text.ts';

export interface OpenedFile {
  /** For a streamed file its one sheet is the head, with `more`. */
  readonly read: ReadFile;
  /** Present when the file is delimited and too large to be held as rows. */
  readonly stream?: OpenDelimited;
}

const HEAD = 65_536;

export async function openFile(path: string, name: string, options: ReadOptions = {}): Promise<OpenedFile> {
  try {
    const { size } = await stat(path);
    const file = await open(path, 'r');
    try {
      if (size > limits.delimitedBytes) {
        const head = new Uint8Array(HEAD);
        const { bytesRead } = await file.read(head, 0, HEAD, 0);
        if (isText(head.subarray(0, bytesRead))) return await openLarge(path, name, options);
        if (size > limits.fileBytes) {
          throw new ReadError('too-large', {
            what: 'file size',
            found: megabytes(size),
            limit: megabytes(limits.fileBytes),
          });
        }
      }
      return { read: readBytes(name, await file.readFile(), options) };
    } finally {
      await file.close();
    }
  } catch (error) {
    return {
      read: {
        ...frame(name, options),
        container: 'unknown',
        sheets: [],
        entries: [],
        notes: [],
        error: openProblem(error, name),
      },
    };
  }
}

function frame(name: string, options: ReadOptions): { name: string; modified?: string } {
  return { name: baseName(name), ...(options.modified === undefined ? {} : { modified: options.modified }) };
}

/** A ZIP cannot be judged by its head, and what starts like one is no text. */
function isText(head: Uint8Array): boolean {
  return !(head[0] === 0x50 && head[1] === 0x4b) && sniff(head).kind === 'text';
}

async function openLarge(path: string, name: string, options: ReadOptions): Promise<OpenedFile> {
  const stream = await openDelimited(path, name);
  const { head, encoding, delimiter, notes } = stream;
  const read: ReadFile = {
    ...frame(name, options),
    container: 'delimited',
    encoding,
    delimiter,
    sheets: [head],
    entries: [],
    notes,
  };
  return { read, stream };
}

function openProblem(error: unknown, name: string): ReturnType<typeof problem> {
  if (error instanceof ReadError) return problemOf(error, name);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return problem('file-unreadable', name, { reason: code === 'ENOENT' ? 'missing' : code });
}
