/**
 * Sets the properties of a PDF that a page engine drew: who made it, what it is about, when.
 *
 * The engine writes its own name and the present moment. Its information dictionary is emptied in place and a new one is
 * appended, as an incremental update (ISO 32000-1, 7.5.6), so that no other byte moves. Invariant: the same drawing with
 * the same properties is the same file.
 */
import { createHash } from 'node:crypto';

export interface PdfProperties {
  readonly author: string;
  readonly subject: string;
  /** The moment the document was made: creation and change are one. */
  readonly created: Date;
}

/** Trailer of the newest part of the file: where its cross-reference table is, and what it points to. */
interface Trailer {
  readonly table: number;
  readonly size: number;
  readonly root: string;
  /** Number of the information dictionary's object. */
  readonly info: number;
}

/** Bytes as text, one character each, and back. */
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** Throws when `pdf` is not built as Skia, the drawing library of every Chromium, builds it. */
export function finishPdf(pdf: Uint8Array, properties: PdfProperties): Uint8Array {
  const text = latin(pdf);
  const trailer = trailerOf(text);
  const head = `\n${trailer.info} 0 obj\n`;
  const begin = text.indexOf(head);
  const from = begin + head.length;
  const to = text.indexOf('\nendobj', from);
  if (begin < 0 || to < 0) throw new Error('the PDF has no information');
  const old = text.slice(from, to);

  const body = Buffer.from(pdf);
  body.write('<<>>'.padEnd(to - from, ' '), from, 'latin1');
  const id = createHash('sha256').update(body).digest('hex').slice(0, 32);
  const date = pdfDate(properties.created);
  const info = [
    ...['Title', 'Producer'].flatMap((key) => {
      const kept = stringOf(old, key);
      return kept === null ? [] : [`/${key} ${kept}`];
    }),
    ...(properties.author === '' ? [] : [`/Author ${pdfText(properties.author)}`]),
    ...(properties.subject === '' ? [] : [`/Subject ${pdfText(properties.subject)}`]),
    '/Creator (Pulsebook)',
    `/CreationDate ${date}`,
    `/ModDate ${date}`,
  ];
  const object = `\n${trailer.info} 0 obj\n<<${info.join('\n')}>>\nendobj\n`;
  const place = String(body.length + 1).padStart(10, '0');
  const end =
    `xref\n${trailer.info} 1\n${place} 00000 n \n` +
    `trailer\n<</Size ${trailer.size}\n/Root ${trailer.root}\n/Info ${trailer.info} 0 R\n/Prev ${trailer.table}\n` +
    `/ID [<${id}> <${id}>]>>\nstartxref\n${body.length + object.length}\n%%EOF\n`;
  return Buffer.concat([body, Buffer.from(object + end, 'latin1')]);
}

function trailerOf(text: string): Trailer {
  const at = text.lastIndexOf('trailer');
  const end = at < 0 ? '' : text.slice(at);
  const table = /startxref\s+(\d+)/.exec(end)?.[1];
  const size = /\/Size (\d+)/.exec(end)?.[1];
  const root = /\/Root (\d+ \d+ R)/.exec(end)?.[1];
  const info = /\/Info (\d+) 0 R/.exec(end)?.[1];
  if (table === undefined || size === undefined || root === undefined || info === undefined)
    throw new Error('the PDF has no plain trailer');
  return { table: Number(table), size: Number(size), root, info: Number(info) };
}

/** A string of a dictionary as it is written: `(...)` with its escapes, or `<...>`. */
function stringOf(dictionary: string, key: string): string | null {
  return (
    new RegExp(`/${key} (\\((?:\\\\[\\s\\S]|[^\\\\()])*\\)|<[0-9A-Fa-f\\s]*>)`).exec(dictionary)?.[1] ?? null
  );
}

/** A text string: plain where it is ASCII, else UTF-16 with its byte order mark (7.9.2.2). */
function pdfText(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, (sign) => `\\${sign}`)})`;
  const units = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  return `<FEFF${units.join('').toUpperCase()}>`;
}

/** `D:20261122084230+00'00'`, in UTC (7.9.4). */
function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replaceAll(/\D/g, '').slice(0, 14)}+00'00')`;
}
