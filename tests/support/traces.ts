/**
 * Looks for words in the bytes of every file of a folder: as UTF-8 and both orders of UTF-16, as written, in small and in
 * capital letters, with and without accents, and inside what is compressed. Answers where, for people.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Gunzip, Inflate, Unzlib } from 'fflate';

/** One line for each file and way a word is in it: `pulsebook.db: utf8`, `backups/x.db: packed`, `transfer/y: name`. */
export function tracesIn(folder: string, words: readonly string[]): string[] {
  const patterns = words.flatMap(spellings).flatMap((word): [string, Buffer][] => {
    const utf16 = Buffer.from(word, 'utf16le');
    return [
      ['utf8', Buffer.from(word, 'utf8')],
      ['utf16', utf16],
      ['utf16', Buffer.from(utf16).swap16()],
    ];
  });
  const plain = patterns.filter(([how]) => how === 'utf8');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = readFileSync(file);
      const found = new Set(patterns.filter(([, one]) => bytes.includes(one)).map(([how]) => how));
      for (const inside of packedIn(bytes)) {
        if (!plain.some(([, one]) => inside.includes(one))) continue;
        found.add('packed');
        break;
      }
      if (plain.some(([, one]) => Buffer.from(entry.name).includes(one))) found.add('name');
      return [...found].map((how) => `${path.relative(folder, file)}: ${how}`);
    });
}

function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  const bare = lower.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return [...new Set([word, lower, word.toUpperCase(), word.normalize('NFD'), lower.normalize('NFD'), bare])];
}

/** What can be unpacked from anywhere in these bytes, as far as it goes: gzip, zlib, members of a ZIP. */
function* packedIn(bytes: Buffer): Generator<Buffer> {
  for (const at of places(bytes, [0x1f, 0x8b, 0x08])) yield unpacked(Gunzip, bytes, at);
  for (const level of [0x01, 0x5e, 0x9c, 0xda])
    for (const at of places(bytes, [0x78, level])) yield unpacked(Unzlib, bytes, at);
  for (const at of places(bytes, [0x50, 0x4b, 3, 4])) {
    if (at + 30 > bytes.length) continue;
    yield unpacked(Inflate, bytes, at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28));
  }
}

function* places(bytes: Buffer, magic: readonly number[]): Generator<number> {
  const wanted = Buffer.from(magic);
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) yield at;
}

/** Packed bytes looked at from one place on: about what one page of a database holds of a value. */
const MOST = 16_384;

function unpacked(way: typeof Gunzip | typeof Unzlib | typeof Inflate, bytes: Buffer, at: number): Buffer {
  const parts: Uint8Array[] = [];
  try {
    new way((part) => parts.push(part)).push(bytes.subarray(at, at + MOST));
  } catch {
    // Bytes that only look like it, or that end here.
  }
  return Buffer.concat(parts);
}
