/**
 * What a file is, by its bytes. The name is never asked: exports arrive as .xls that are XML, HTML or text.
 */
import { decodeBytes, guessEncoding } from './encoding.ts';
import { looksLikeMhtml } from './mhtml.ts';
import { guardZip, unpack, type ZipEntry } from './zipGuard.ts';

export type FileKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text' }
  | { readonly kind: 'html' }
  | { readonly kind: 'mhtml' }
  | { readonly kind: 'spreadsheetml' }
  | { readonly kind: 'fods' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'xls' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'xlsx' | 'xlsb' | 'ods' | 'zip'; readonly entries: readonly ZipEntry[] }
  /** `what` completes the sentence "This is …". */
  | { readonly kind: 'foreign'; readonly what: string };

const HEAD = 65_536;

/** Starts of files that are something else; what they are is worded in Spanish by `renderer/i18n/es/fileKinds.ts`. */
export const magic: readonly (readonly [prefix: string, what: string])[] = [
  ['25504446', 'a PDF document'],
  ['89504e470d0a1a0a', 'a picture (PNG)'],
  ['ffd8ff', 'a picture (JPEG)'],
  ['47494638', 'a picture (GIF)'],
  ['424d', 'a picture (BMP)'],
  ['49492a00', 'a picture (TIFF)'],
  ['4d4d002a', 'a picture (TIFF)'],
  ['52494646', 'a picture, sound or film'],
  ['7b5c727466', 'a text document (RTF)'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['52617221', 'a RAR archive'],
  ['fd377a585a00', 'an XZ archive'],
  ['425a68', 'a bzip2 archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['53514c69746520666f726d6174203300', 'a database'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a program'],
  ['494433', 'a sound file'],
  ['4f676753', 'a sound or film file'],
  ['1a45dfa3', 'a film file'],
  ['50415231', 'a Parquet file'],
  ['00001a00', 'a Lotus 1-2-3 sheet'],
  ['4c000000011402', 'a shortcut and not the file itself'],
];

const XLS_STARTS = ['0900', '0902', '0904', '0908'];

function hexOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString('hex');
}

/** Decides by the bytes; throws a `ReadError` for a ZIP that must not be opened. */
export function sniff(bytes: Uint8Array): FileKind {
  // Also true of no bytes at all.
  if (bytes.every((b) => b === 0)) return { kind: 'empty' };
  const start = hexOf(bytes, 16);
  if (start.startsWith('504b0304') || start.startsWith('504b0506') || start.startsWith('504b0708'))
    return sniffZip(bytes);
  if (start.startsWith('d0cf11e0a1b11ae1')) return sniffCompound(bytes);
  if (start.startsWith('1f8b')) return { kind: 'gzip' };
  // A bare workbook stream of Excel 2 to 4: a begin-of-file record whose length is 4 to 16.
  if (XLS_STARTS.some((prefix) => start.startsWith(prefix)) && bytes[3] === 0 && (bytes[2] ?? 0) <= 16)
    return { kind: 'xls' };
  for (const [prefix, what] of magic) {
    // Two-byte marks also begin ordinary words ("BMW", "MZ"): those must be binary as well.
    if (start.startsWith(prefix) && (prefix.length > 4 || looksBinary(bytes)))
      return { kind: 'foreign', what };
  }
  if (hexOf(bytes.subarray(4, 8), 4) === '66747970') return { kind: 'foreign', what: 'a film or picture' };
  if (hexOf(bytes.subarray(257, 262), 5) === '7573746172') return { kind: 'foreign', what: 'a TAR archive' };
  return sniffText(bytes);
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD);
  const guess = guessEncoding(head, true);
  return guess.guessed
    ? controlShare(head) > 0.01
    : controlShare(Buffer.from(decodeBytes(head, guess))) > 0.01;
}

/** Tab, line breaks, page break, end of file, and what databases put between cells. */
const inText: ReadonlySet<number> = new Set([1, 9, 10, 12, 13, 26, 31]);

/** Share of control characters that no text has. NULs alone are the trace of a write cut short, up to a third. */
function controlShare(bytes: Uint8Array): number {
  let n = 0;
  let nuls = 0;
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  for (let i = 0; i < end; i++) {
    const b = bytes[i] ?? 0;
    if (b === 0) nuls++;
    else if (b < 32 && !inText.has(b)) n++;
  }
  return (nuls > end / 3 ? nuls + n : n) / Math.max(1, end);
}

function sniffText(bytes: Uint8Array): FileKind {
  if (looksBinary(bytes)) return { kind: 'foreign', what: 'not a text or spreadsheet file' };
  const head = bytes.subarray(0, HEAD);
  const text = decodeBytes(head, guessEncoding(head, true)).trimStart();
  if (text === '') return bytes.length <= HEAD ? { kind: 'empty' } : { kind: 'text' };
  if (text.startsWith('<')) return sniffMarkup(text);
  if (looksLikeMhtml(text)) return { kind: 'mhtml' };
  for (const [start, what] of texts) if (start.test(text)) return { kind: 'foreign', what };
  if (/^[[{]\s*["{[\]}]/.test(text) && isJson(bytes, text)) return { kind: 'foreign', what: 'a JSON file' };
  return { kind: 'text' };
}

/** What else begins with words of its own, and is text. */
const texts: readonly (readonly [start: RegExp, what: string])[] = [
  [/^%PDF-\d/, 'a PDF document'],
  [/^ID;P(?:WXL|CALCOOO|[A-Z]*[;\r\n])/, 'a SYLK sheet'],
  [/^TABLE\r?\n0,1\r?\n"/, 'a DIF sheet'],
  [/^BEGIN:V(?:CALENDAR|CARD)\b/i, 'a calendar or contact file'],
  [/^(?:\{\s*"[^"\n]*"\s*:[^\n]*\}\s*(?:\n|$)){2}/, 'a JSON file'],
  [/^(?:return-path|received|delivered-to|message-id|from): .*\r?\n(?:[\w-]+: |\s)/i, 'an e-mail'],
];

function isJson(bytes: Uint8Array, head: string): boolean {
  if (bytes.length > HEAD) return /^\{\s*"[^"]*"\s*:|^\[\s*\{\s*"/.test(head);
  try {
    JSON.parse(head);
    return true;
  } catch {
    return false;
  }
}

function sniffMarkup(text: string): FileKind {
  if (/<(\w+:)?Workbook[\s>]/.test(text) && text.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return { kind: 'spreadsheetml' };
  if (text.includes('urn:oasis:names:tc:opendocument') && text.includes('opendocument.spreadsheet'))
    return { kind: 'fods' };
  if (/<(table|tr|td)[\s>]/i.test(text) || (/^<(!doctype html|html)/i.test(text) && !/<svg/i.test(text)))
    return { kind: 'html' };
  if (/^<(\?xml|!--|!doctype|svg|[\w-]+(:[\w-]+)?[\s>])/i.test(text))
    return { kind: 'foreign', what: 'an XML document' };
  return { kind: 'text' };
}

function sniffZip(bytes: Uint8Array): FileKind {
  const entries = guardZip(bytes);
  const names = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const has = (name: string): boolean => names.has(name);
  const under = (prefix: string): boolean =>
    entries.some((entry) => entry.name.toLowerCase().startsWith(prefix));
  if (has('[content_types].xml')) {
    if (under('word/')) return { kind: 'foreign', what: 'a Word document' };
    if (under('ppt/')) return { kind: 'foreign', what: 'a presentation' };
    if (has('xl/workbook.bin')) return { kind: 'xlsb', entries };
    return { kind: 'xlsx', entries };
  }
  if (has('xl/workbook.xml')) return { kind: 'xlsx', entries };
  const mimetype = names.get('mimetype');
  const mime =
    mimetype === undefined || mimetype.size > 200 ? '' : new TextDecoder().decode(unpack(bytes, mimetype));
  if (mime.includes('opendocument.spreadsheet')) return sniffOds(bytes, entries, names);
  if (mime.includes('opendocument'))
    return { kind: 'foreign', what: 'an OpenDocument file without a spreadsheet' };
  if (mime.includes('epub')) return { kind: 'foreign', what: 'an e-book' };
  if (has('content.xml') && has('meta-inf/manifest.xml')) return sniffOds(bytes, entries, names);
  if (entries.some((entry) => /^index\/.*\.iwa$/i.test(entry.name)) || has('metadata/properties.plist'))
    return { kind: 'foreign', what: 'an Apple Numbers, Pages or Keynote document' };
  if (has('index.zip') || has('index.xml.gz') || has('buildversionhistory.plist'))
    return { kind: 'foreign', what: 'an Apple Numbers document' };
  return { kind: 'zip', entries };
}

function sniffOds(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  names: ReadonlyMap<string, ZipEntry>,
): FileKind {
  const manifest = names.get('meta-inf/manifest.xml');
  if (manifest !== undefined && manifest.size < 1_000_000) {
    if (new TextDecoder().decode(unpack(bytes, manifest)).includes('encryption-data'))
      return { kind: 'encrypted' };
  }
  return { kind: 'ods', entries };
}

/** An OLE compound file: its directory names its streams in UTF-16. */
function sniffCompound(bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return { kind: 'encrypted' };
  if (has('Workbook') || has('Book')) return { kind: 'xls' };
  if (has('WordDocument')) return { kind: 'foreign', what: 'a Word document' };
  if (has('PowerPoint Document')) return { kind: 'foreign', what: 'a presentation' };
  return { kind: 'foreign', what: 'an Office file without a spreadsheet' };
}
