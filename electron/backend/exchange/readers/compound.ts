/**
 * The streams of an OLE compound file, which is what a true `.xls` is.
 *
 * The library that reads workbooks follows the chains of such a file wherever they lead, and on a damaged one in
 * circles. Here no chain is longer than the file and none visits a sector twice; the workbook's stream alone is handed
 * on. Format: Microsoft, [MS-CFB] 2.2 to 2.6.
 */
import { ReadError } from './codes.ts';

interface Stream {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

interface CompoundFile {
  readonly streams: readonly Stream[];
  /** Throws `damaged` when the stream's chain is broken. */
  readonly read: (stream: Stream) => Uint8Array;
}

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
/** Small streams are kept in sectors of this size inside a stream of their own. */
const MINI = 64;
/** Sector numbers from here on are marks: end of chain, free, FAT. */
const LAST_SECTOR = 0xfffffffa;
const END = 0xfffffffe;

const damaged = (cause: string): ReadError => new ReadError('damaged', { cause });

/** Throws `damaged` for what is no such file or was cut short. */
function openCompound(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER_BYTES) throw damaged('the file ends in its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged('the sectors have no known size');
  const size = 2 ** shift;
  const count = Math.ceil((bytes.length - size) / size);
  const at = (sector: number): number => (sector + 1) * size;

  /** Whole sectors in the order of a chain; what the file no longer has is left out. */
  function chained(first: number, next: (sector: number) => number, most = count): number[] {
    const found: number[] = [];
    const seen = new Set<number>();
    for (let sector = first; sector < LAST_SECTOR; sector = next(sector)) {
      if (sector >= most || seen.has(sector))
        throw damaged('the sectors of a stream run in a circle or out of the file');
      seen.add(sector);
      found.push(sector);
    }
    return found;
  }

  function word(offset: number): number {
    return offset + 4 <= bytes.length ? view.getUint32(offset, true) : END;
  }

  const fatSectors = listOfFat();
  const perSector = size / 4;
  const next = (sector: number): number => {
    const table = fatSectors[Math.floor(sector / perSector)];
    return table === undefined ? END : word(at(table) + (sector % perSector) * 4);
  };

  function listOfFat(): number[] {
    const list: number[] = [];
    for (let i = 0; i < 109; i++) list.push(word(76 + i * 4));
    const further = chained(view.getUint32(68, true), (sector) => word(at(sector) + size - 4));
    for (const sector of further) for (let i = 0; i < size / 4 - 1; i++) list.push(word(at(sector) + i * 4));
    return list.filter((sector) => sector < count);
  }

  function joined(
    sectors: readonly number[],
    unit: number,
    place: (n: number) => number,
    length: number,
  ): Uint8Array {
    const out = new Uint8Array(Math.min(length, sectors.length * unit));
    sectors.forEach((sector, i) => {
      if (i * unit >= out.length) return;
      const from = place(sector);
      out.set(bytes.subarray(from, Math.min(from + unit, from + out.length - i * unit)), i * unit);
    });
    return out;
  }

  const directory = joined(chained(view.getUint32(48, true), next), size, at, bytes.length);
  const entries = entriesOf(directory);
  const cutoff = view.getUint32(56, true);
  const root = entries.find(({ type }) => type === 5);
  const miniTable = chained(view.getUint32(60, true), next);
  const container = root === undefined ? [] : chained(root.start, next);

  const miniNext = (sector: number): number => {
    const table = miniTable[Math.floor(sector / perSector)];
    return table === undefined ? END : word(at(table) + (sector % perSector) * 4);
  };
  const miniAt = (sector: number): number => {
    const home = container[Math.floor((sector * MINI) / size)];
    return home === undefined ? bytes.length : at(home) + ((sector * MINI) % size);
  };

  return {
    streams: entries.filter(({ type }) => type === 2),
    read: ({ start, size: length }) => {
      if (length > bytes.length) throw damaged('a stream is longer than the file');
      return length < cutoff
        ? joined(chained(start, miniNext, bytes.length / MINI), MINI, miniAt, length)
        : joined(chained(start, next), size, at, length);
    },
  };
}

function entriesOf(directory: Uint8Array): (Stream & { readonly type: number })[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const found = [];
  for (let from = 0; from + ENTRY_BYTES <= directory.length; from += ENTRY_BYTES) {
    const length = Math.min(64, view.getUint16(from + 64, true));
    const type = view.getUint8(from + 66);
    if (type === 0) continue;
    const name = new TextDecoder('utf-16le').decode(directory.subarray(from, from + Math.max(0, length - 2)));
    found.push({
      name,
      type,
      start: view.getUint32(from + 116, true),
      size: view.getUint32(from + 120, true),
    });
  }
  return found;
}

/** The stream of cells of an `.xls`: that of Excel 97 and later, else that of Excel 5. Throws `damaged`. */
export function workbookStream(bytes: Uint8Array): Uint8Array {
  const file = openCompound(bytes);
  const named = (name: string): Stream | undefined =>
    file.streams.find((stream) => stream.name.toLowerCase() === name);
  const stream = named('workbook') ?? named('book');
  if (stream === undefined) throw damaged('the file holds no workbook');
  return file.read(stream);
}
