/**
 * Files put together as a .zip, stored as they are: what goes out is compressed in itself already.
 *
 * Read and written in pieces, so that nothing waits for it; the same files give the same bytes. A local header is
 * written last, when the file's checksum is known. No ZIP64: the whole must stay under 4 GiB.
 */
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export interface ZipSource {
  /** With folders: `Client/report.xlsx`. */
  readonly name: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

interface Entry {
  readonly name: Buffer;
  readonly at: number;
  readonly size: number;
  readonly crc: number;
  readonly time: number;
}

export const MOST_ZIP_BYTES = 0xffff_ffff;
const CHUNK = 1024 * 1024;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;

/** Writes `target` and answers its size. `onFile` is told before each file; a cancel ends between two pieces. */
export async function writeZip(
  target: string,
  files: readonly ZipSource[],
  signal: AbortSignal,
  onFile: (index: number) => void,
): Promise<number> {
  const out = await open(target, 'w', 0o600);
  try {
    const entries: Entry[] = [];
    let at = 0;
    for (const [i, file] of files.entries()) {
      onFile(i);
      const entry = await writeFile(out, at, file, signal);
      entries.push(entry);
      at += 30 + entry.name.length + entry.size;
    }
    const list = Buffer.concat(entries.map(centralHeader));
    const tail = Buffer.concat([list, endOf(entries.length, list.length, at)]);
    await write(out, tail, at);
    await out.sync();
    return at + tail.length;
  } finally {
    await out.close();
  }
}

async function writeFile(
  out: FileHandle,
  at: number,
  { name, path, modified }: ZipSource,
  signal: AbortSignal,
): Promise<Entry> {
  const label = Buffer.from(name, 'utf8');
  const from = await open(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(CHUNK);
    const body = at + 30 + label.length;
    let size = 0;
    let crc = 0;
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await from.read(piece, 0, CHUNK, size);
      if (bytesRead === 0) break;
      const bytes = piece.subarray(0, bytesRead);
      crc = crc32(bytes, crc);
      await write(out, bytes, body + size);
      size += bytesRead;
    }
    const entry = { name: label, at, size, crc, time: dosTime(modified) };
    await write(out, localHeader(entry), at);
    return entry;
  } finally {
    await from.close();
  }
}

async function write(out: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await out.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

function localHeader(entry: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  common(head, 6, entry);
  return Buffer.concat([head, entry.name]);
}

function centralHeader(entry: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  common(head, 8, entry);
  head.writeUInt32LE(entry.at, 42);
  return Buffer.concat([head, entry.name]);
}

/** What both headers say, from the flags on; the length of the extra field stays 0. */
function common(head: Buffer, at: number, { name, size, crc, time }: Entry): void {
  head.writeUInt16LE(FLAGS, at);
  head.writeUInt32LE(time, at + 4);
  head.writeUInt32LE(crc, at + 8);
  head.writeUInt32LE(size, at + 12);
  head.writeUInt32LE(size, at + 16);
  head.writeUInt16LE(name.length, at + 20);
}

function endOf(files: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(files, 8);
  end.writeUInt16LE(files, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/** Local time in steps of two seconds, as MS-DOS had it; time in the low half, date in the high one. */
function dosTime(ms: number): number {
  const at = new Date(ms);
  const years = Math.min(127, Math.max(0, at.getFullYear() - 1980));
  const date = (years << 9) | ((at.getMonth() + 1) << 5) | at.getDate();
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
