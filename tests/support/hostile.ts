/** Files that nobody means well with, or that were dropped by mistake, made byte by byte. */
import { deflateRawSync } from 'node:zlib';
import { bytes, rawZip, xlsxOf, zipOf } from './crafted.ts';

export const csv = 'Date,Reach,Likes\n2026-01-01,10,2\n2026-01-02,11,3\n2026-01-03,12,4\n';

export function utf32(text: string, little: boolean, mark: boolean): Uint8Array {
  const points = Array.from((mark ? '\ufeff' : '') + text, (c) => c.codePointAt(0) ?? 0);
  const out = Buffer.alloc(points.length * 4);
  points.forEach((point, i) => (little ? out.writeUInt32LE(point, i * 4) : out.writeUInt32BE(point, i * 4)));
  return new Uint8Array(out);
}

/** The digits, letters and signs of `csv` in code page 037. */
export function ebcdic(text: string): Uint8Array {
  const letters: Readonly<Record<string, number>> = { ',': 0x6b, '\n': 0x15, '-': 0x60 };
  return Uint8Array.from(text, (c) => {
    if (c >= '0' && c <= '9') return 0xf0 + Number(c);
    return letters[c] ?? 0x81 + (c.toLowerCase().charCodeAt(0) % 9);
  });
}

export function mhtml(html: string, encoding: 'base64' | 'quoted-printable'): Uint8Array {
  const body =
    encoding === 'base64'
      ? Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')
      : html.replaceAll('=', '=3D').replace(/.{70}/g, '$&=\r\n');
  const frame =
    '<html><xml><x:ExcelWorksheet><x:Name>Marzo</x:Name><x:WorksheetSource HRef="b_files/sheet001.htm"/></x:ExcelWorksheet></xml></html>';
  return bytes(
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n boundary="----=_Next.01"\r\n\r\nA page.\r\n\r\n------=_Next.01\r\nContent-Location: file:///C:/b.htm\r\nContent-Type: text/html; charset="us-ascii"\r\n\r\n${frame}\r\n------=_Next.01\r\nContent-Location: file:///C:/b_files/sheet001.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${body}\r\n------=_Next.01--\r\n`,
  );
}

/** Entries whose directory records all point at the same packed bytes: small on disk, large in all. */
export function overlappingZip(count: number, size: number): Uint8Array {
  const packed = deflateRawSync(new Uint8Array(size));
  const name = Buffer.from('a.csv');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const list = Buffer.concat(
    Array.from({ length: count }, () => {
      const central = Buffer.alloc(46);
      central.writeUInt32LE(0x02014b50, 0);
      central.writeUInt16LE(8, 10);
      central.writeUInt32LE(packed.length, 20);
      central.writeUInt32LE(size, 24);
      central.writeUInt16LE(name.length, 28);
      return Buffer.concat([central, name]);
    }),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, list, end]));
}

export function nestedZip(depth: number): Uint8Array {
  let inner = zipOf({ 'a.csv': csv });
  for (let i = 0; i < depth; i += 1) inner = zipOf({ 'n.zip': inner });
  return inner;
}

/** Archives of archives: a hundred times twenty files. */
export function bushyZip(): Uint8Array {
  const leaf = zipOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.csv`, csv])));
  return zipOf(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.zip`, leaf])));
}

type BiffRecord = readonly [type: number, body: Uint8Array];

/** A BIFF stream of these records and an end. */
export function records(...all: readonly BiffRecord[]): Uint8Array {
  const end: BiffRecord = [0x0a, new Uint8Array(0)];
  return new Uint8Array(
    Buffer.concat(
      [...all, end].flatMap(([type, body]) => [Buffer.from(Uint16Array.of(type, body.length).buffer), body]),
    ),
  );
}

/** A sheet of Excel 2 or 5 that holds these records. */
export function biff(version: 2 | 5, ...all: readonly BiffRecord[]): Uint8Array {
  return version === 2
    ? records([0x09, Uint8Array.of(2, 0, 0x10, 0)], ...all)
    : records([0x0809, Uint8Array.of(0, 5, 0x10, 0, 0, 0, 0, 0)], ...all);
}

/** A compound file whose one stream's chain of sectors leads back to its own beginning. */
export function circularCompound(): Uint8Array {
  const out = Buffer.alloc(512 * 4, 0xff);
  out.fill(0, 0, 512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(out);
  out.writeUInt16LE(9, 30);
  out.writeUInt16LE(6, 32);
  out.writeUInt32LE(1, 44);
  out.writeUInt32LE(1, 48);
  out.writeUInt32LE(0, 56);
  out.writeUInt32LE(0xfffffffe, 60);
  out.writeUInt32LE(0xfffffffe, 68);
  out.fill(0xff, 76, 512);
  out.writeUInt32LE(0, 76);
  // The table of sectors: itself, the directory, and a stream that is followed by itself.
  out.writeUInt32LE(0xfffffffd, 512);
  out.writeUInt32LE(0xfffffffe, 516);
  out.writeUInt32LE(2, 520);
  out.fill(0, 1024, 1536);
  Buffer.from('Workbook\0', 'utf16le').copy(out, 1024);
  out.writeUInt16LE(18, 1024 + 64);
  out.writeUInt8(2, 1024 + 66);
  out.writeUInt32LE(2, 1024 + 116);
  out.writeUInt32LE(1500, 1024 + 120);
  return new Uint8Array(out);
}

export const farCell = (): Uint8Array =>
  xlsxOf([
    {
      name: 'S',
      rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    },
  ]);

/** What a directory says of an entry's size is a lie in either direction. */
export const lyingZip = (size: number): Uint8Array =>
  rawZip([{ name: 'a.csv', body: bytes(csv.repeat(100)), size }]);
