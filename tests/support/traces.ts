/**
 * Looks for a word in the bytes of every file of a folder: as UTF-8 and both orders of UTF-16, in any case, with and
 * without accents, and inside what is compressed. Answers where it stands, for people.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Gunzip, Inflate, Unzlib } from 'fflate';

export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** File by file: how often one of the words is in it, and how (`utf8`, `utf16`, `packed`). */
export function tracesIn(folder: string, words: readonly string[]): string[] {
  return filesOf(folder).flatMap((file) => {
    const name = path.relative(folder, file);
    const inName = words.some((word) => name.toLowerCase().includes(word.toLowerCase()))
      ? [`${name}: name`]
      : [];
    const found = tracesOf(readFileSync(file), words);
    return [...inName, ...[...found].map(([how, times]) => `${name}: ${times} ${how}`)];
  });
}

function tracesOf(bytes: Buffer, words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const look = (where: Buffer, how: string): void => {
    for (const [form, text] of forms(where)) {
      for (const word of words.flatMap(spellings)) {
        const times = text.split(form === 'utf8' ? latin(word) : word).length - 1;
        if (times > 0) found.set(`${how}${form}`, (found.get(`${how}${form}`) ?? 0) + times);
      }
    }
  };
  look(bytes, '');
  for (const inside of packedIn(bytes)) look(inside, 'packed ');
  return found;
}

/** Every byte a letter, lower case: what is asked for is turned the same way. */
function forms(bytes: Buffer): [string, string][] {
  return [
    ['utf8', bytes.toString('latin1').toLowerCase()],
    ['utf16', bytes.toString('utf16le').toLowerCase()],
    // A copy: Node frees large odd-placed ones twice (seen with 24.21).
    ['utf16', Buffer.from(bytes.subarray(1)).toString('utf16le').toLowerCase()],
  ];
}

const latin = (word: string): string => Buffer.from(word, 'utf8').toString('latin1').toLowerCase();

function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  const bare = lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [...new Set([word, lower, word.toUpperCase(), lower.normalize('NFD'), bare])];
}

/** What can be unpacked from anywhere in these bytes, as far as it goes: gzip, zlib, members of a ZIP. */
function* packedIn(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at + 30 < bytes.length; at += 1) {
    const [a = 0, b = 0] = [bytes[at], bytes[at + 1]];
    if (a === 0x1f && b === 0x8b && bytes[at + 2] === 8) yield unpacked(Gunzip, bytes, at);
    else if (a === 0x78 && (b === 0x9c || b === 0xda || b === 0x5e || b === 0x01))
      yield unpacked(Unzlib, bytes, at);
    else if (a === 0x50 && b === 0x4b && bytes[at + 2] === 3 && bytes[at + 3] === 4)
      yield unpacked(Inflate, bytes, at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28));
  }
}

/** Packed bytes looked at from one place on. */
const MOST = 400_000;

function unpacked(way: typeof Gunzip | typeof Unzlib | typeof Inflate, bytes: Buffer, at: number): Buffer {
  const parts: Uint8Array[] = [];
  try {
    new way((part) => parts.push(part)).push(bytes.subarray(at, at + MOST));
  } catch {
    // Bytes that only look like it, or that end here.
  }
  return Buffer.concat(parts);
}
