/**
 * A payload in the cells of a sheet: deflated, as base64, cut into cells that every spreadsheet program keeps whole, with
 * a hash of it all. Equal payloads give equal cells. What comes back is untrusted: nothing is unpacked whose hash does
 * not fit, and nothing beyond a cap.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Excel keeps 32,767 characters in a cell. */
const CELL = 32_000;
/** What a payload may unpack to, and how many cells it may lie in; 20,000 figures take 200 KB and three cells. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_CELLS = 400;

export interface Packed {
  readonly cells: readonly string[];
  readonly sha256: string;
}

export function pack(payload: unknown): Packed {
  const text = deflateRawSync(Buffer.from(JSON.stringify(payload)), { level: 6 }).toString('base64');
  const cells = Array.from({ length: Math.ceil(text.length / CELL) }, (_, i) =>
    text.slice(i * CELL, (i + 1) * CELL),
  );
  return { cells, sha256: hashOf(text) };
}

/** The payload; `undefined` for what is damaged, in whatever way. */
export function unpack({ cells, sha256 }: Packed): unknown {
  if (cells.length === 0 || cells.length > MOST_CELLS || cells.some((cell) => cell.length > 2 * CELL))
    return undefined;
  // Programs may break long texts into lines.
  const text = cells.join('').replaceAll(/\s+/g, '');
  if (hashOf(text) !== sha256) return undefined;
  try {
    const bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: MOST_BYTES });
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
