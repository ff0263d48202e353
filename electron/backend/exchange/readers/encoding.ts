/**
 * Bytes -> text. Order of evidence: byte order mark, zero-byte pattern (UTF-16 without a mark), strict UTF-8,
 * then a guess among the single-byte code pages that spreadsheet programs still write.
 *
 * A guess is flagged. Zero-width characters, NULs, stray marks and turns of direction never reach a cell.
 */
import { isUtf8 } from 'node:buffer';

export type EncodingName =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'windows-1252'
  | 'windows-1251'
  | 'macintosh';

export interface EncodingGuess {
  readonly encoding: EncodingName;
  /** Length of the byte order mark. */
  readonly skip: number;
  /** Nothing in the file proves it. */
  readonly guessed: boolean;
  /** UTF-8 with a few broken characters (a caption cut in the middle of an emoji) or with NULs. */
  readonly damaged: boolean;
}

const SAMPLE = 65_536;
/** What no name may hold (shared/domain/acting.ts), and the marks of direction besides: a cell is held against others. */
// eslint-disable-next-line no-control-regex -- NUL is what a write cut short leaves behind.
const INVISIBLE = /[\u0000\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((b, i) => bytes[i] === b);
}

function sure(encoding: EncodingName, skip: number): EncodingGuess {
  return { encoding, skip, guessed: false, damaged: false };
}

function byMark(bytes: Uint8Array): EncodingGuess | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return sure('utf-8', 3);
  if (startsWith(bytes, 0xff, 0xfe, 0, 0)) return sure('utf-32le', 4);
  if (startsWith(bytes, 0, 0, 0xfe, 0xff)) return sure('utf-32be', 4);
  if (startsWith(bytes, 0xff, 0xfe)) return sure('utf-16le', 2);
  if (startsWith(bytes, 0xfe, 0xff)) return sure('utf-16be', 2);
  return undefined;
}

/** UTF-32 has a zero in every fourth byte, and in mostly Latin text in two more. */
function byZerosOfFour(bytes: Uint8Array): EncodingGuess | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~3;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] ?? 0) + 1;
  const [a = 0, b = 0, c = 0, d = 0] = zeros;
  const all = end / 4;
  if (all < 2 || b < all * 0.5 || c < all * 0.5) return undefined;
  if (d === all && c >= all * 0.95 && a < all * 0.1) return sure('utf-32le', 0);
  if (a === all && b >= all * 0.95 && d < all * 0.1) return sure('utf-32be', 0);
  return undefined;
}

/** UTF-16 of mostly Latin text has a zero in every second byte; single-byte text has none at all. */
function byZeros(bytes: Uint8Array): EncodingGuess | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (pairs < 2) return undefined;
  if (odd > pairs * 0.2 && even < odd / 10) return sure('utf-16le', 0);
  if (even > pairs * 0.2 && odd < even / 10) return sure('utf-16be', 0);
  return undefined;
}

/** How many multi-byte characters are whole, and how many bytes belong to none. */
function utf8Score(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i] ?? 0;
    if (b < 0x80) continue;
    const more = b >= 0xf0 && b < 0xf5 ? 3 : b >= 0xe0 ? (b < 0xf0 ? 2 : 0) : b >= 0xc2 ? 1 : 0;
    let k = 1;
    while (k <= more && ((bytes[i + k] ?? 0) & 0xc0) === 0x80) k++;
    if (more > 0 && k > more) {
      whole++;
      i += more;
    } else broken++;
  }
  return { whole, broken };
}

const isLetter = (b: number): boolean => (b >= 0x41 && b <= 0x5a) || (b >= 0x61 && b <= 0x7a);

/**
 * Western text has lone accents between Latin letters; Cyrillic text has runs of high letters. Mac Roman puts
 * á é í ó ú ñ where windows-1252 has signs that never stand inside a word.
 */
function singleByte(bytes: Uint8Array): EncodingName {
  const end = Math.min(bytes.length, 1_000_000);
  let letters = 0;
  let inRuns = 0;
  let mac = 0;
  for (let i = 0; i < end; i++) {
    const b = bytes[i] ?? 0;
    if (b < 0x80) continue;
    const before = bytes[i - 1] ?? 0;
    const after = bytes[i + 1] ?? 0;
    if (b >= 0xc0 || b === 0xa8 || b === 0xb8) {
      letters++;
      // Three together at least: Portuguese puts two side by side, "visualizações".
      const high = [bytes[i - 2] ?? 0, before, b, after, bytes[i + 2] ?? 0].map((one) => one >= 0xc0);
      if ([0, 1, 2].some((from) => high[from] && high[from + 1] && high[from + 2])) inRuns++;
    } else if (b !== 0x92 && b <= 0x9f && isLetter(before) && (isLetter(after) || b === 0x8e || b === 0x97))
      mac++;
  }
  if (letters >= 3 && inRuns > letters * 0.7) return 'windows-1251';
  if (mac > letters) return 'macintosh';
  return 'windows-1252';
}

/** Decides by the given bytes. For a part of a larger file, say so: its last character may be cut. */
export function guessEncoding(bytes: Uint8Array, part = false): EncodingGuess {
  const certain = byMark(bytes) ?? byZerosOfFour(bytes) ?? byZeros(bytes);
  if (certain !== undefined) return certain;
  const whole = part ? withoutCutCharacter(bytes) : bytes;
  if (isUtf8(whole)) return { ...sure('utf-8', 0), damaged: whole.includes(0) };
  const score = utf8Score(whole);
  if (score.whole >= 10 * score.broken) return { encoding: 'utf-8', skip: 0, guessed: false, damaged: true };
  return { encoding: singleByte(whole), skip: 0, guessed: true, damaged: false };
}

/** The bytes up to the last character that is certainly complete. */
export function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  let back = 0;
  while (end > 0 && back < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) {
    end--;
    back++;
  }
  if (end > 0 && (bytes[end - 1] ?? 0) >= 0xc0) return bytes.subarray(0, end - 1);
  return bytes;
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const point = view.getUint32(i, little);
    parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return parts.join('');
}

export function cleanText(text: string): string {
  return text.search(INVISIBLE) < 0 ? text : text.replace(INVISIBLE, '');
}

const LONGEST_NAME = 400;

/** A name of a sheet or out of an archive as it may be shown: no sign that acts, and an end. It never becomes part of a path. */
export function shownName(name: string): string {
  const plain = cleanText(name).replaceAll(/\p{Cc}/gu, '');
  return plain.length > LONGEST_NAME ? `…${plain.slice(-LONGEST_NAME)}` : plain;
}

/** The text of the bytes, without mark and zero-width characters. */
export function decodeBytes(bytes: Uint8Array, guess: EncodingGuess = guessEncoding(bytes)): string {
  const body = bytes.subarray(guess.skip);
  if (guess.encoding === 'utf-32le' || guess.encoding === 'utf-32be') {
    return cleanText(decodeUtf32(body, guess.encoding === 'utf-32le'));
  }
  return cleanText(new TextDecoder(guess.encoding).decode(body));
}
