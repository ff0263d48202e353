/** Logos: PNG or JPEG, told by their bytes and bounded in size, so that a workbook can carry them. */
import { CallError } from '../errors.ts';

const MAX_BYTES = 2_000_000;
const MAX_SIDE = 4096;

export interface Logo {
  readonly bytes: Buffer;
  readonly type: 'image/png' | 'image/jpeg';
}

/** Reads a data URL; `null` stays `null`. Throws `logo-invalid` for anything a workbook could not show. */
export function decodeLogo(dataUrl: string | null): Logo | null {
  if (dataUrl === null) return null;
  const match = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+=*)$/.exec(dataUrl);
  const bytes = Buffer.from(match?.[1] ?? '', 'base64');
  const type = match ? pictureType(bytes) : null;
  if (type === null)
    throw new CallError(
      'logo-invalid',
      'a logo is a PNG or JPEG picture of at most 2 MB and 4096 pixels a side',
    );
  return { bytes, type };
}

/** Whether stored bytes are a picture of the type they are stored under. */
export function logoSound(bytes: Buffer, type: string | null): boolean {
  return pictureType(bytes) === type;
}

/** By the bytes themselves; `null` for what a workbook could not show. */
function pictureType(bytes: Buffer): Logo['type'] | null {
  const size = pngSize(bytes) ?? jpegSize(bytes);
  const fits =
    size !== undefined &&
    bytes.length <= MAX_BYTES &&
    Math.max(size.width, size.height) <= MAX_SIDE &&
    Math.min(size.width, size.height) >= 1;
  return fits ? size.type : null;
}

export function encodeLogo(bytes: Buffer | null, type: string | null): string | null {
  return bytes && type ? `data:${type};base64,${bytes.toString('base64')}` : null;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly type: Logo['type'];
}

function pngSize(bytes: Buffer): Size | undefined {
  const whole =
    bytes.length > 57 &&
    bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])) &&
    bytes.includes('IEND', bytes.length - 16, 'latin1');
  return whole
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), type: 'image/png' }
    : undefined;
}

/** Walks the JPEG segments to the frame header (SOF0 to SOF15 but for DHT, JPG and DAC), ITU-T T.81 table B.1. */
function jpegSize(bytes: Buffer): Size | undefined {
  if (
    bytes.length < 4 ||
    bytes.readUInt16BE(0) !== 0xffd8 ||
    bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0
  )
    return undefined;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), type: 'image/jpeg' };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
