/**
 * A pull scanner for the markup that spreadsheets are written in: tags, attributes, text. It is a scanner, not
 * a parser: it neither validates nor expands anything but the predefined and numeric references, so that no
 * document can make it do more work than its length.
 *
 * In strict mode (XML) a DOCTYPE or an ENTITY is refused: no spreadsheet program writes one.
 */
import { ReadError } from './codes.ts';
import { cleanText } from './encoding.ts';

export interface MarkupEvents {
  /** `name` without namespace prefix, lower case where the mode is HTML. */
  open(name: string, attributes: () => ReadonlyMap<string, string>, selfClosing: boolean): void;
  close(name: string): void;
  text(text: string): void;
}

export interface ScanOptions {
  readonly html: boolean;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  minus: '−',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  deg: '°',
  ordm: 'º',
  ordf: 'ª',
  iexcl: '¡',
  iquest: '¿',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  uuml: 'ü',
  ntilde: 'ñ',
  Aacute: 'Á',
  Eacute: 'É',
  Iacute: 'Í',
  Oacute: 'Ó',
  Uacute: 'Ú',
  Uuml: 'Ü',
  Ntilde: 'Ñ',
  ccedil: 'ç',
  atilde: 'ã',
  otilde: 'õ',
  agrave: 'à',
  egrave: 'è',
  igrave: 'ì',
  ograve: 'ò',
  ugrave: 'ù',
  acirc: 'â',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  ucirc: 'û',
  auml: 'ä',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  szlig: 'ß',
  aring: 'å',
  oslash: 'ø',
  aelig: 'æ',
};

/** Predefined, HTML and numeric references; an unknown one stays as it is written. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]{1,7}|\w{2,10});/gi, (all, body: string) => {
    if (!body.startsWith('#')) return named[body] ?? all;
    const point = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return Number.isFinite(point) && point > 0 && point <= 0x10ffff
      ? cleanText(String.fromCodePoint(point))
      : '';
  });
}

export function scanMarkup(source: string, events: MarkupEvents, options: ScanOptions): void {
  let i = 0;
  while (i < source.length) {
    const tag = source.indexOf('<', i);
    if (tag < 0) {
      events.text(source.slice(i));
      return;
    }
    if (tag > i) events.text(source.slice(i, tag));
    i = readTag(source, tag, events, options);
  }
}

function readTag(source: string, tag: number, events: MarkupEvents, options: ScanOptions): number {
  if (source.startsWith('<!--', tag)) return after(source, '-->', tag + 4);
  if (source.startsWith('<![CDATA[', tag)) {
    const end = source.indexOf(']]>', tag);
    events.text(source.slice(tag + 9, end < 0 ? undefined : end).replaceAll('&', '&amp;'));
    return end < 0 ? source.length : end + 3;
  }
  if (source[tag + 1] === '?') return after(source, '?>', tag);
  if (source[tag + 1] === '!') {
    if (!options.html || /^<!entity/i.test(source.slice(tag, tag + 9))) throw new ReadError('xml-entities');
    return after(source, '>', tag);
  }
  const closing = source[tag + 1] === '/';
  const start = closing ? tag + 2 : tag + 1;
  const first = source.charCodeAt(start) | 32;
  if (!(first >= 97 && first <= 122) && source[start] !== '_') {
    events.text('<');
    return tag + 1;
  }
  const end = tagEnd(source, start);
  let stop = start;
  while (stop < end && !/[\s/>]/.test(source[stop] ?? '>')) stop++;
  const qualified = source.slice(start, stop);
  const raw = qualified.slice(qualified.lastIndexOf(':') + 1);
  const name = options.html ? raw.toLowerCase() : raw;
  if (closing) events.close(name);
  else {
    const selfClosing = source[end - 1] === '/';
    events.open(
      name,
      () => attributesOf(source.slice(stop, selfClosing ? end - 1 : end), options),
      selfClosing,
    );
    if (selfClosing && !options.html) events.close(name);
  }
  return end + 1;
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
}

/** The `>` that ends the tag, over quoted values. */
function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  return source.length;
}

const attributeName = /[^\s=/"'<>]+/g;
const assigned = /\s*=\s*/y;
const bareValue = /[^\s>"']+/y;

/** One pass: what was looked at is never looked at again, so that no tag costs more than its length. */
function attributesOf(text: string, options: ScanOptions): Map<string, string> {
  const result = new Map<string, string>();
  attributeName.lastIndex = 0;
  for (let found = attributeName.exec(text); found !== null; found = attributeName.exec(text)) {
    const [rawName] = found;
    assigned.lastIndex = attributeName.lastIndex;
    if (!assigned.test(text)) continue;
    const from = assigned.lastIndex;
    const value = valueAt(text, from);
    attributeName.lastIndex = value?.end ?? from;
    if (value === undefined) continue;
    const name = options.html ? rawName.toLowerCase() : rawName.slice(rawName.lastIndexOf(':') + 1);
    if (!result.has(name)) result.set(name, decodeReferences(value.text));
  }
  return result;
}

/** The value that begins there and where it ends; undefined where none does. */
function valueAt(text: string, from: number): { readonly text: string; readonly end: number } | undefined {
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, from + 1);
    return end < 0 ? undefined : { text: text.slice(from + 1, end), end: end + 1 };
  }
  bareValue.lastIndex = from;
  const bare = bareValue.exec(text);
  return bare === null ? undefined : { text: bare[0], end: bareValue.lastIndex };
}
