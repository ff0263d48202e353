/**
 * Puts a made file where a person wants it, whole or not at all: a temporary file beside the target, flushed to the
 * disk, then renamed over it. A target that stood there before stays as it was until the rename. The temporary file is
 * noted in the data folder first, so that the next start takes it away should this one be killed.
 */
import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ErrorCode } from '../../shared/contract/codes.ts';
import { withoutActingSigns } from '../../shared/domain/acting.ts';
import { mayBeHeld } from '../store/fileBytes.ts';
import { settledTarget } from './target.ts';
import { noteWriting, temporaryBeside } from './writings.ts';

export type SaveCode = Extract<ErrorCode, 'file-open-elsewhere' | 'disk-full' | 'read-only' | 'path-invalid'>;

export class SaveError extends Error {
  readonly code: SaveCode;
  constructor(code: SaveCode, message: string) {
    super(message);
    this.code = code;
  }
}

type Step = 'write' | 'replace';

/** Copies `source` to `target`, replacing what is there. Throws `SaveError`; then `target` is unchanged. */
export async function saveFile(source: string, target: string, dataDir: string): Promise<void> {
  let step: Step = 'write';
  try {
    const place = await settledTarget(target);
    const temporary = temporaryBeside(place);
    const done = noteWriting(dataDir, temporary);
    try {
      await copyFile(source, temporary, constants.COPYFILE_EXCL);
      await flush(temporary);
      step = 'replace';
      await replace(temporary, place);
      await flushFolder(path.dirname(place));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    } finally {
      done();
    }
  } catch (error) {
    throw asSaveError(error, step);
  }
}

/** What the system said, in the words of the contract. Anything unforeseen is rethrown as it is. */
function asSaveError(error: unknown, step: Step): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      // Nothing can be made in the folder at all, or only this one name cannot be replaced: it is open elsewhere.
      return new SaveError(
        step === 'replace' || code === 'EBUSY' ? 'file-open-elsewhere' : 'read-only',
        String(error),
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new SaveError('disk-full', String(error));
    case 'EROFS':
      return new SaveError('read-only', String(error));
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
    case 'EINVAL':
    case 'ENAMETOOLONG':
      return new SaveError('path-invalid', String(error));
    default:
      return error;
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that the rename itself survives a power cut; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  // One that may not be read, or cannot be flushed: the file is there all the same.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Virus scanners and indexers on Windows hold a fresh file for a moment: tried again for a second. */
async function replace(temporary: string, target: string): Promise<void> {
  for (let tries = process.platform === 'win32' ? 5 : 0; ; tries -= 1) {
    try {
      return await rename(temporary, target);
    } catch (error) {
      if (!mayBeHeld(error) || tries <= 0) throw error;
      await delay(200);
    }
  }
}

const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i;
/** File systems take 255 bytes; a number may yet be added where a name is taken. */
const LONGEST = 200;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A name that every system takes: no path, no signs Windows refuses, no device names, no trailing dot or space, composed
 * letters, no more than `most` bytes of UTF-8, cut between letters as people see them.
 */
export function safeFileName(name: string, most: number = LONGEST): string {
  const last = withoutActingSigns(name.normalize('NFC').toWellFormed()).split(/[\\/]/).at(-1) ?? '';
  const plain = withoutEnd(last.replaceAll(/[\p{Cc}\uFFFD\u200E\u200F<>:"|?*]/gu, '_')).replace(/^[. ]+/, '');
  const usable = plain === '' ? 'Pulsebook' : plain;
  const dot = usable.lastIndexOf('.');
  const extension =
    dot > 0 && usable.length - dot <= 10 && !/\s/.test(usable.slice(dot)) ? usable.slice(dot) : '';
  const stem = cut(usable.slice(0, usable.length - extension.length), most - Buffer.byteLength(extension));
  return `${reserved.test(usable) ? '_' : ''}${withoutEnd(stem)}${extension}`;
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ')) end -= 1;
  return text.slice(0, end);
}

function cut(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of graphemes.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    kept += segment;
  }
  return kept;
}
