/**
 * One file's bytes -> what it holds as plain rows. The door of the readers: it never throws, every failure is
 * the `error` of the returned file with a code, a sentence that says what to do, and where.
 */
import { gunzipSync } from 'node:zlib';
import type { Container, ImportProblem, ReadFile, ReadNote, Sheet } from '../model.ts';
import { guardBiff12 } from './biff12Guard.ts';
import { guardBiff } from './biffGuard.ts';
import { note, problem, ReadError } from './codes.ts';
import { workbookStream } from './compound.ts';
import { readDelimited } from './delimited.ts';
import { decodeBytes, guessEncoding, shownName, type EncodingGuess } from './encoding.ts';
import { readHtml } from './htmlTable.ts';
import { limits } from './limits.ts';
import { readMhtml } from './mhtml.ts';
import { readOds } from './ods.ts';
import { PlainSheets } from './plainSheets.ts';
import { sniff, type FileKind } from './sniff.ts';
import { readSpreadsheetMl } from './spreadsheetml.ts';
import { baseName, encodingNotes, megabytes, stem } from './text.ts';
import { readWorkbook } from './workbook.ts';
import { guardZip, unpack, type ZipEntry } from './zipGuard.ts';
import { isBinaryPart, repack, unpackPart } from './zipRepack.ts';

export interface ReadOptions {
  /** When the file was last written, local time `YYYY-MM-DDTHH:MM:SS`. */
  readonly modified?: string;
}

interface Place {
  /** `report.zip / Chart data.csv`, for messages. */
  readonly where: string;
  readonly depth: number;
  /** What all archives of this file together may still unpack to, in bytes and in files. */
  readonly budget: { left: number; files: number };
}

type Content = Omit<ReadFile, 'name' | 'modified'>;

export function readBytes(name: string, bytes: Uint8Array, options: ReadOptions = {}): ReadFile {
  return readAt(name, bytes, options.modified, {
    where: name,
    depth: 0,
    budget: { left: limits.zipTotalBytes, files: limits.zipFiles },
  });
}

function readAt(name: string, bytes: Uint8Array, modified: string | undefined, place: Place): ReadFile {
  const frame = { name: baseName(name), ...(modified === undefined ? {} : { modified }) };
  let container: Container = 'unknown';
  try {
    if (bytes.length > limits.fileBytes) throw tooLarge('file size', bytes.length, limits.fileBytes);
    const kind = sniff(bytes);
    container = containerOf(kind);
    return { ...frame, ...readKind(kind, name, bytes, modified, place) };
  } catch (error) {
    return { ...frame, ...refused(container, problemOf(error, place.where)) };
  }
}

/** Any thrown thing as a problem; what is not a `ReadError` is a file the readers did not foresee. */
export function problemOf(error: unknown, where: string): ImportProblem {
  if (error instanceof ReadError) {
    return problem(error.code, error.at === undefined ? where : `${where}, ${error.at}`, error.detail);
  }
  return problem('damaged', where, {
    cause: error instanceof Error ? error.message.slice(0, 200) : 'unknown',
  });
}

function refused(container: Container, error: ImportProblem): Content {
  return { container, sheets: [], entries: [], notes: [], error };
}

function tooLarge(what: string, found: number, limit: number): ReadError {
  return new ReadError('too-large', { what, found: megabytes(found), limit: megabytes(limit) });
}

function containerOf(kind: FileKind): Container {
  switch (kind.kind) {
    case 'text':
      return 'delimited';
    case 'fods':
      return 'ods';
    case 'encrypted':
      return 'xlsx';
    case 'mhtml':
      return 'html';
    case 'empty':
    case 'foreign':
      return 'unknown';
    default:
      return kind.kind;
  }
}

function readKind(
  kind: FileKind,
  name: string,
  bytes: Uint8Array,
  modified: string | undefined,
  place: Place,
): Content {
  switch (kind.kind) {
    case 'empty':
      throw new ReadError('empty-file');
    case 'encrypted':
      throw new ReadError('password-protected');
    case 'foreign':
      throw new ReadError('not-a-spreadsheet', { kind: kind.what });
    case 'text':
      return readText(name, bytes);
    case 'html':
      return markup('html', bytes, readHtml);
    case 'mhtml':
      return { container: 'html', entries: [], ...readMhtml(bytes) };
    case 'spreadsheetml':
      return markup('spreadsheetml', bytes, readSpreadsheetMl);
    case 'fods':
      return markup('ods', bytes, readOds);
    case 'xls':
      return {
        container: 'xls',
        entries: [],
        ...readWorkbook(guardBiff(bytes[0] === 0xd0 ? workbookStream(bytes) : bytes)),
      };
    case 'xlsx':
    case 'xlsb':
      spend(place, kind.entries);
      return { container: kind.kind, entries: [], ...readArchive(bytes, kind.entries) };
    case 'ods':
      spend(place, kind.entries);
      return { container: 'ods', entries: [], ...readOds(odsContent(bytes, kind.entries)) };
    case 'gzip':
      return readGzip(name, bytes, modified, place);
    case 'zip':
      return readZip(bytes, kind.entries, place);
  }
}

/** Large plain sheets are scanned beside the library (plainSheets.ts); of binary parts it sees the values alone. */
function readArchive(bytes: Uint8Array, entries: readonly ZipEntry[]): ReturnType<typeof readWorkbook> {
  const scanned = new PlainSheets(limits.scannedSheetBytes);
  const replaced = scanned.replaced(bytes, entries);
  for (const entry of entries)
    if (isBinaryPart(entry)) replaced.set(entry, Buffer.from(guardBiff12(unpackPart(bytes, entry))));
  return readWorkbook(repack(bytes, entries, replaced), scanned);
}

function readText(name: string, bytes: Uint8Array): Content {
  if (bytes.length > limits.delimitedBytes)
    throw tooLarge('text inside an archive', bytes.length, limits.delimitedBytes);
  const guess = guessEncoding(bytes);
  const read = readDelimited(stem(name), decodeBytes(bytes, guess));
  if (read.sheet.rows.every((row) => row.length === 0)) throw new ReadError('empty-file');
  return {
    container: 'delimited',
    encoding: guess.encoding,
    delimiter: read.delimiter,
    sheets: [read.sheet],
    entries: [],
    notes: [...encodingNotes(guess), ...read.notes],
  };
}

type MarkupReader = (source: string) => { sheets: readonly Sheet[]; notes: readonly ReadNote[] };

function markup(container: Container, bytes: Uint8Array, reader: MarkupReader): Content {
  const guess = declaredEncoding(bytes) ?? guessEncoding(bytes);
  return { container, encoding: guess.encoding, entries: [], ...reader(decodeBytes(bytes, guess)) };
}

/** Markup may name a single-byte encoding that the bytes alone do not prove. */
function declaredEncoding(bytes: Uint8Array): EncodingGuess | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.length)).toString('latin1');
  if (!/(?:encoding|charset)\s*=\s*["']?(?:windows-1252|iso-8859-1|latin1|iso-8859-15)/i.test(head))
    return undefined;
  const guess = guessEncoding(bytes);
  return guess.guessed ? { encoding: 'windows-1252', skip: 0, guessed: false, damaged: false } : guess;
}

function odsContent(bytes: Uint8Array, entries: readonly ZipEntry[]): string {
  const content = entries.find((entry) => entry.name.toLowerCase() === 'content.xml');
  if (content === undefined) throw new ReadError('damaged', { cause: 'content.xml is missing' });
  return decodeBytes(unpack(bytes, content));
}

function spend(place: Place, entries: readonly ZipEntry[]): void {
  for (const entry of entries) place.budget.left -= entry.size;
  if (place.budget.left < 0)
    throw tooLarge('unpacked size', limits.zipTotalBytes - place.budget.left, limits.zipTotalBytes);
}

function readGzip(name: string, bytes: Uint8Array, modified: string | undefined, place: Place): Content {
  if (place.depth >= limits.zipDepth) throw new ReadError('zip-too-deep', { limit: limits.zipDepth });
  const most = Math.max(
    limits.zipRatioFloor,
    Math.min(place.budget.left, bytes.length * limits.zipRatio, limits.fileBytes),
  );
  let plain: Uint8Array;
  try {
    plain = gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const tooLong =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE');
    throw new ReadError(tooLong ? 'zip-bomb' : 'zip-damaged');
  }
  place.budget.left -= plain.length;
  const inner = name.replace(/\.(gz|gzip)$/i, '');
  const entry = readAt(inner, plain, modified, {
    ...place,
    where: `${place.where} / ${baseName(inner)}`,
    depth: place.depth + 1,
  });
  return { container: 'gzip', sheets: [], entries: [entry], notes: [] };
}

/** What macOS and Windows add to every archive; nobody means to import it. */
function isSystemFile(path: string): boolean {
  const base = baseName(path).toLowerCase();
  return (
    path.startsWith('__MACOSX/') ||
    path.includes('/__MACOSX/') ||
    base === '.ds_store' ||
    base === 'thumbs.db' ||
    base === 'desktop.ini' ||
    base.startsWith('._')
  );
}

function readZip(bytes: Uint8Array, all: readonly ZipEntry[], place: Place): Content {
  if (place.depth >= limits.zipDepth) throw new ReadError('zip-too-deep', { limit: limits.zipDepth });
  const files = all.filter((entry) => !entry.name.endsWith('/'));
  const wanted = files.filter((entry) => !isSystemFile(entry.name));
  if (wanted.length === 0) throw new ReadError('zip-empty');
  if (wanted.every((entry) => entry.encrypted)) throw new ReadError('password-protected');
  guardZip(bytes, place.budget.left);
  place.budget.files -= wanted.length;
  if (place.budget.files < 0)
    throw new ReadError('too-large', {
      what: 'files in the ZIP',
      found: limits.zipFiles - place.budget.files,
      limit: limits.zipFiles,
    });
  spend(place, wanted);
  const entries = wanted.map((entry) => readEntry(bytes, entry, place));
  const skipped = files.length - wanted.length;
  const notes = skipped === 0 ? [] : [note('system-file-skipped', undefined, String(skipped))];
  for (const entry of entries)
    if (entry.error !== undefined) notes.push(note('inner-file-refused', entry.name, entry.error.code));
  return { container: 'zip', sheets: [], entries, notes };
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, place: Place): ReadFile {
  const name = shownName(entry.name);
  const where = `${place.where} / ${name}`;
  try {
    return readAt(name, unpack(bytes, entry), entry.modified, {
      ...place,
      where,
      depth: place.depth + 1,
    });
  } catch (error) {
    const frame = {
      name: baseName(name),
      ...(entry.modified === undefined ? {} : { modified: entry.modified }),
    };
    return { ...frame, ...refused('unknown', problemOf(error, where)) };
  }
}
