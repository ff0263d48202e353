/**
 * A web page with all its parts in one file (`.mht`), as Excel saves a workbook for the web, often renamed to `.xls`.
 * Only its pages are read; their tables become sheets, called as the workbook's list of sheets calls them.
 *
 * Format: RFC 2557 (MHTML) over RFC 2045 and 2046. One pass over the text; parts inside parts are not opened.
 */
import type { ReadNote, Sheet } from '../model.ts';
import { ReadError } from './codes.ts';
import { decodeBytes, guessEncoding } from './encoding.ts';
import { readHtml } from './htmlTable.ts';
import { limits } from './limits.ts';

/** Whether the beginning of a text is that of such a file. */
export function looksLikeMhtml(head: string): boolean {
  return (
    /^(?:mime-version|content-type|from|subject|date|x-[\w-]+):/i.test(head) &&
    /^content-type:\s*multipart\/related/im.test(head.slice(0, 4000))
  );
}

interface Part {
  readonly location: string;
  readonly html: string;
}

/** Throws `not-a-spreadsheet` when no page has a table with text, else what reading a page throws. */
export function readMhtml(bytes: Uint8Array): { sheets: readonly Sheet[]; notes: readonly ReadNote[] } {
  const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  const names = sheetNames(parts);
  const sheets: Sheet[] = [];
  const notes: ReadNote[] = [];
  for (const { location, html } of parts) {
    if (/tabstrip\.html?$/i.test(location)) continue;
    const found = tablesIn(html);
    if (found === undefined) continue;
    const name = names.get(baseOf(location));
    const named = name !== undefined && found.sheets.length === 1;
    sheets.push(...found.sheets.map((sheet) => (named ? { ...sheet, name } : sheet)));
    notes.push(...found.notes);
    if (sheets.length > limits.sheets)
      throw new ReadError('too-large', { what: 'sheets', found: sheets.length, limit: limits.sheets });
  }
  if (sheets.length === 0) throw new ReadError('not-a-spreadsheet', { kind: 'a web page without a table' });
  return { sheets, notes };
}

function tablesIn(html: string): ReturnType<typeof readHtml> | undefined {
  try {
    return readHtml(html);
  } catch (error) {
    // The page that only frames the others has no table.
    if (error instanceof ReadError && error.code === 'not-a-spreadsheet') return undefined;
    throw error;
  }
}

function partsOf(text: string): Part[] {
  const declared = /boundary="?([^";\r\n]{1,200})"?/i.exec(text.slice(0, 8000));
  const boundary = declared?.[1]?.trim();
  if (boundary === undefined)
    throw new ReadError('damaged', { cause: 'the parts of the page are not marked' });
  const parts: Part[] = [];
  for (const piece of text.split(`--${boundary}`).slice(1)) {
    const gap = /\r?\n\r?\n/.exec(piece);
    if (gap === null) continue;
    const header = piece.slice(0, gap.index).replace(/\r?\n[ \t]+/g, ' ');
    if (!/^content-type:\s*text\/html/im.test(header)) continue;
    const body = piece.slice(gap.index + gap[0].length);
    parts.push({ location: fieldOf(header, 'content-location'), html: decoded(header, body) });
  }
  return parts;
}

function fieldOf(header: string, name: string): string {
  return new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(header)?.[1]?.trim() ?? '';
}

function decoded(header: string, body: string): string {
  const encoding = fieldOf(header, 'content-transfer-encoding').toLowerCase();
  const raw =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquoted(body) : body, 'latin1');
  return decodeBytes(raw, guessEncoding(raw));
}

const unquoted = (body: string): string =>
  body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** File of a sheet -> its name, from the list in the page that frames them. */
function sheetNames(parts: readonly Part[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { html } of parts)
    for (const [, name = '', file = ''] of html.matchAll(
      /<x:Name>([^<]{1,200})<\/x:Name>\s*<x:WorksheetSource\s+HRef="([^"]{1,500})"/gi,
    ))
      names.set(baseOf(file), name);
  return names;
}
