/**
 * A client's logo as bytes that the spreadsheet library can take. It ends in a panic on a damaged picture, so
 * only a whole PNG or JPEG passes; anything else is shown as initials instead.
 */
export interface Logo {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const LARGEST = 8_000_000;

export function logoOf(dataUrl: string | null): Logo | null {
  const match = /^data:image\/(?:png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/.exec(dataUrl ?? '');
  if (!match?.[1] || match[1].length > LARGEST) return null;
  const bytes = Buffer.from(match[1], 'base64');
  const size = pngSize(bytes) ?? jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? { bytes: new Uint8Array(bytes), ...size } : null;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Walks the chunks: they must lead without a break from IHDR to IEND. */
function pngSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 57 || !bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return null;
    if (type === 'IDAT') hasData = true;
    if (type === 'IEND')
      return hasData ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
    at += 12 + length;
  }
  return null;
}

/** Frame header (SOF0 to SOF15 but for DHT, JPG and DAC), ITU-T T.81 table B.1; the end marker must be there. */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < bytes.length - 64) return null;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
