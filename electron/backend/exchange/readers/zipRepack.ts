/**
 * A workbook's archive written anew, uncompressed and with only the parts that hold values.
 *
 * The library that reads workbooks trusts an archive's local headers and unpacks with code of its own that can
 * loop on damaged data. What it is given here was unpacked and checked by zipGuard.ts: sizes are true, check
 * sums match, every part is there once.
 */
import { crc32 } from 'node:zlib';
import { ReadError } from './codes.ts';
import { unpack, type ZipEntry } from './zipGuard.ts';

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const UTF8_NAME = 0x800;

/** Pictures, macros, printer settings and cached pivots say nothing about cells. */
const unneeded =
  /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|wdp|ico)$|vbaproject\.bin$|printersettings\/|embeddings\/|pivotcache\/|docprops\/thumbnail/i;

/** A part in the binary format of `.xlsb` that the workbook needs. */
export function isBinaryPart({ name }: ZipEntry): boolean {
  return /^\/?xl\/.*\.bin$/i.test(name) && !unneeded.test(name.toLowerCase());
}

/**
 * `replaced` holds other content for some parts. Throws `damaged` when a needed part does not unpack,
 * `password-protected` when it is encrypted.
 */
export function repack(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  replaced: ReadonlyMap<ZipEntry, Uint8Array> = new Map(),
): Buffer {
  const seen = new Set<string>();
  const needed = entries.filter((entry) => {
    const key = entry.name.toLowerCase();
    if (key.endsWith('/') || unneeded.test(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const names = needed.map((entry) => Buffer.from(entry.name, 'utf8'));
  const nameBytes = names.reduce((n, name) => n + name.length, 0);
  const sums = needed.map((entry): Sums => {
    const other = replaced.get(entry);
    return other === undefined ? entry : { size: other.length, crc: crc32(other) };
  });
  const dataBytes = sums.reduce((n, { size }) => n + size, 0);
  const headers = needed.length * (LOCAL_BYTES + CENTRAL_BYTES) + 2 * nameBytes + END_BYTES;
  const out = Buffer.alloc(headers + dataBytes);
  const offsets: number[] = [];
  let at = 0;
  needed.forEach((entry, i) => {
    offsets.push(at);
    out.writeUInt32LE(0x04034b50, at);
    describe(out, at + 4, sums[i] ?? entry, names[i]);
    at += LOCAL_BYTES;
    at += names[i]?.copy(out, at) ?? 0;
    const part = replaced.get(entry) ?? unpackPart(bytes, entry);
    out.set(part, at);
    at += part.length;
  });
  const directory = at;
  needed.forEach((entry, i) => {
    out.writeUInt32LE(0x02014b50, at);
    describe(out, at + 6, sums[i] ?? entry, names[i]);
    out.writeUInt32LE(offsets[i] ?? 0, at + 42);
    at += CENTRAL_BYTES;
    at += names[i]?.copy(out, at) ?? 0;
  });
  out.writeUInt32LE(0x06054b50, at);
  out.writeUInt16LE(needed.length, at + 8);
  out.writeUInt16LE(needed.length, at + 10);
  out.writeUInt32LE(at - directory, at + 12);
  out.writeUInt32LE(directory, at + 16);
  return out;
}

type Sums = Pick<ZipEntry, 'size' | 'crc'>;

/** The fields that a local and a central header share, from "version needed" on. */
function describe(out: Buffer, at: number, { size, crc }: Sums, name: Buffer | undefined): void {
  out.writeUInt16LE(20, at);
  out.writeUInt16LE(UTF8_NAME, at + 2);
  out.writeUInt32LE(crc, at + 10);
  out.writeUInt32LE(size, at + 14);
  out.writeUInt32LE(size, at + 18);
  out.writeUInt16LE(name?.length ?? 0, at + 22);
}

/** Throws `damaged` when the part does not unpack, `password-protected` when it is encrypted. */
export function unpackPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return unpack(bytes, entry);
  } catch (error) {
    if (error instanceof ReadError && error.code === 'zip-damaged')
      throw new ReadError('damaged', { part: entry.name });
    throw error;
  }
}
