/**
 * Reads and judges a ZIP's central directory before anything is unpacked, and unpacks single entries under a
 * cap. Refuses bombs (declared size, ratio, entry count), paths that leave their folder, encrypted entries
 * and damage. What an entry unpacks to is checked again while it unpacks: declared sizes may lie.
 *
 * Format: PKWARE APPNOTE 6.3.10 (end of central directory, ZIP64, extra field 0x7075 Unicode path).
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { ReadError } from './codes.ts';
import { shownName } from './encoding.ts';
import { limits } from './limits.ts';
import { megabytes } from './text.ts';

export interface ZipEntry {
  /** With `/` between folders; a folder itself ends in `/`. */
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly method: number;
  readonly crc: number;
  readonly encrypted: boolean;
  /** Where the local header starts. */
  readonly offset: number;
  /** Local wall time of the last change, `YYYY-MM-DDTHH:MM:SS`; absent where the ZIP gives none. */
  readonly modified?: string;
}

const EOCD = 0x06054b50;
const EOCD64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const FULL32 = 0xffffffff;

/** Code page 437, 0x80 to 0xff: the names of ZIPs that do not say they are UTF-8. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const damaged = (): ReadError => new ReadError('zip-damaged');

function big(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged();
  return Number(value);
}

interface Directory {
  readonly at: number;
  readonly entries: number;
  /** Bytes put before the archive, by which every offset is short. */
  readonly shift: number;
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - 65_557);
  let end = view.byteLength - 22;
  while (end >= lowest && view.getUint32(end, true) !== EOCD) end--;
  if (end < lowest || end < 0) throw damaged();
  let entries = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let start = view.getUint32(end + 16, true);
  let directoryEnd = end;
  if (
    (entries === 0xffff || size === FULL32 || start === FULL32) &&
    end >= 20 &&
    view.getUint32(end - 20, true) === LOCATOR64
  ) {
    const at = big(view, end - 12);
    if (at + 56 > end || view.getUint32(at, true) !== EOCD64) throw damaged();
    entries = big(view, at + 32);
    size = big(view, at + 40);
    start = big(view, at + 48);
    directoryEnd = at;
  }
  const at = directoryEnd - size;
  if (at < 0 || at < start) throw damaged();
  return { at, entries, shift: at - start };
}

function decodeName(raw: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    if (utf8) return new TextDecoder('utf-8').decode(raw);
    return Array.from(raw, (b) => (b < 0x80 ? String.fromCharCode(b) : (CP437[b - 0x80] ?? '?'))).join('');
  }
}

const two = (n: number): string => String(n).padStart(2, '0');

function dosTime(time: number, date: number): string | undefined {
  const year = 1980 + (date >> 9);
  const month = (date >> 5) & 15;
  const day = date & 31;
  // 1980 is what writers put who keep no time.
  if (year <= 1980 || month < 1 || month > 12 || day < 1) return undefined;
  return `${year}-${two(month)}-${two(day)}T${two(Math.min(23, time >> 11))}:${two(Math.min(59, (time >> 5) & 63))}:${two(Math.min(59, (time & 31) * 2))}`;
}

interface Extra {
  readonly path?: Uint8Array;
  readonly wide?: number;
}

function extraFields(bytes: Uint8Array, view: DataView, from: number, to: number): Extra {
  let path: Uint8Array | undefined;
  let wide: number | undefined;
  for (let i = from; i + 4 <= to;) {
    const id = view.getUint16(i, true);
    const length = view.getUint16(i + 2, true);
    if (i + 4 + length > to) break;
    if (id === 0x7075 && length > 5) path = bytes.subarray(i + 9, i + 4 + length);
    if (id === 1) wide = i + 4;
    i += 4 + length;
  }
  return { ...(path === undefined ? {} : { path }), ...(wide === undefined ? {} : { wide }) };
}

/** The entries as the central directory lists them, unjudged. Throws `zip-damaged`. */
export function listZip(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length < 22) throw damaged();
  const view = viewOf(bytes);
  try {
    return readDirectory(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const directory = findDirectory(view);
  if (directory.entries > limits.zipEntries) throw tooMany(directory.entries);
  const entries: ZipEntry[] = [];
  let at = directory.at;
  for (let n = 0; n < directory.entries; n++) {
    if (view.getUint32(at, true) !== CENTRAL) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const extra = extraFields(bytes, view, nameEnd, extraEnd);
    let packed = view.getUint32(at + 20, true);
    let size = view.getUint32(at + 24, true);
    let offset = view.getUint32(at + 42, true);
    let wide = extra.wide ?? extraEnd;
    const next = (): number => {
      if (extra.wide === undefined) throw damaged();
      wide += 8;
      return big(view, wide - 8);
    };
    if (size === FULL32) size = next();
    if (packed === FULL32) packed = next();
    if (offset === FULL32) offset = next();
    const raw = extra.path ?? bytes.subarray(at + 46, nameEnd);
    const modified = dosTime(view.getUint16(at + 12, true), view.getUint16(at + 14, true));
    entries.push({
      name: decodeName(raw, (flags & 0x800) !== 0 || extra.path !== undefined).replaceAll('\\', '/'),
      packed,
      size,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      encrypted: (flags & 1) !== 0,
      offset: offset + directory.shift,
      ...(modified === undefined ? {} : { modified }),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

const tooMany = (found: number): ReadError =>
  new ReadError('too-large', { what: 'files in the ZIP', found, limit: limits.zipEntries });

/** Lists the entries and refuses the archive when it is unsafe to unpack. `budget` is what may still be unpacked. */
export function guardZip(bytes: Uint8Array, budget: number = limits.zipTotalBytes): ZipEntry[] {
  const entries = listZip(bytes);
  let total = 0;
  for (const entry of entries) {
    if (unsafePath(entry.name))
      throw new ReadError('zip-unsafe-path', { entry: shownName(entry.name).slice(-200) });
    if (entry.size > limits.zipRatioFloor && entry.size / Math.max(1, entry.packed) > limits.zipRatio)
      throw bomb(entry.size);
    total += entry.size;
    if (entry.size > limits.zipEntryBytes || total > budget) throw tooBig(total);
  }
  if (total > limits.zipRatioFloor && total / bytes.length > limits.zipRatio) throw bomb(total);
  return entries;
}

const bomb = (size: number): ReadError => new ReadError('zip-bomb', { size });

function tooBig(total: number): ReadError {
  // Far beyond any real export it is an attack, near the cap merely a big file.
  if (total > 4 * limits.zipTotalBytes) return bomb(total);
  return new ReadError('too-large', {
    what: 'unpacked size',
    found: megabytes(total),
    limit: megabytes(limits.zipTotalBytes),
  });
}

function unsafePath(name: string): boolean {
  return (
    name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..')
  );
}

/** Unpacks one entry. Throws `password-protected`, `zip-unsupported`, `zip-bomb` or `zip-damaged`. */
export function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new ReadError('password-protected');
  if (entry.method !== 0 && entry.method !== 8)
    throw new ReadError('zip-unsupported', { method: entry.method });
  const view = viewOf(bytes);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw damaged();
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw damaged();
  const packed = bytes.subarray(start, start + entry.packed);
  const plain = entry.method === 0 ? packed : inflate(packed, entry.size);
  if (plain.length !== entry.size || crc32(plain) !== entry.crc) throw damaged();
  return plain;
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    const tooLong =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE');
    throw tooLong ? bomb(size) : damaged();
  }
}
