/**
 * Live numbers inside free text, and where they stand in it.
 *
 * `{{reach}}` is a value; `{{reach.change}}`, `.base`, `.goal`, `.status`, `.move` and `.coverage` say something else of
 * it; `{{reach@Instagram}}` names a channel, `{{reach@"Booking.com"}}` one whose name holds a sign of this grammar (a quote
 * inside is doubled); `{{reach[2026-09]}}` names a period: `2026`, `2026-09`, `2026-09-05`, or `quarter:2026-07-01` as in
 * addresses. `#12` in place of a name is an id: what the store keeps, so that a renamed thing stays the same.
 *
 * Invariants: reading never throws and takes time linear in the text but for unclosed quotes; the sources of all parts,
 * joined, are the text. Which names exist is `names.ts`'s question.
 */
import { dayOf, parseIso } from '../time.ts';
import type { Cadence, Day } from '../time.ts';

export const tokenWhats = ['value', 'change', 'base', 'goal', 'status', 'move', 'coverage'] as const;
/** What a token says of its KPI; `move` words whether it left its usual range, `coverage` on how much it stands. */
export type TokenWhat = (typeof tokenWhats)[number];

/** A stretch of the text, counted in characters from 0. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** A name as written, or the id it stands for. */
export interface Named extends Place {
  readonly text: string;
  /** `#12`. */
  readonly id: number | null;
}

/** A period by its cadence and any day in it. */
export interface PeriodName extends Place {
  readonly text: string;
  readonly cadence: Cadence;
  readonly day: Day;
}

export interface Token {
  readonly kpi: Named;
  readonly channel: Named | null;
  readonly what: TokenWhat;
  readonly period: PeriodName | null;
}

export const textErrorCodes = [
  'unclosed',
  'unexpected',
  'empty',
  'badPeriod',
  'unknownWhat',
  'unknownKpi',
  'unknownChannel',
] as const;
export type TextErrorCode = (typeof textErrorCodes)[number];

/** What is wrong with a token and where; worded by i18n. */
export interface TextError extends Place {
  readonly code: TextErrorCode;
  readonly text: string;
  /** What was probably meant: the text that would stand in this place. */
  readonly suggestion?: string;
}

export type TextPart = Place & { readonly source: string } & (
    | { readonly kind: 'text' }
    | { readonly kind: 'token'; readonly token: Token }
    | { readonly kind: 'broken'; readonly error: TextError }
  );

/** Each group ends where the next sign begins: no two of them can share a character, so nothing is tried twice. */
const pattern =
  /\{\{([^@.[\]{}"\n]*)(?:@(\s*"(?:[^"\n]|"")*"\s*|[^@.[\]{}"\n]*))?(?:\.([^@.[\]{}"\n]*))?(?:\[([^[\]{}"\n]*)\]\s*)?\}\}/y;

/** The parts of a text, in order. */
export function parseText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  const plain = (from: number, to: number): void => {
    if (to > from) parts.push({ kind: 'text', at: from, length: to - from, source: text.slice(from, to) });
  };
  let from = 0;
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', from)) {
    // Of `{{{` the last two braces open the token.
    while (text[open + 2] === '{') open += 1;
    plain(from, open);
    const part = tokenAt(text, open);
    parts.push(part);
    from = open + part.length;
  }
  plain(from, text.length);
  return parts;
}

function tokenAt(text: string, open: number): TextPart {
  pattern.lastIndex = open;
  const match = pattern.exec(text);
  if (match === null) return brokenAt(text, open);
  const [source, kpi = '', channel, what, period] = match;
  const place = { at: open, length: source.length, source };
  let at = open + 2;
  const next = (raw: string): { raw: string; at: number } => {
    const here = { raw, at };
    at += raw.length + 1;
    return here;
  };
  const kpiName = named(next(kpi));
  const channelName = channel === undefined ? null : named(next(channel));
  const whatWord = what === undefined ? null : trimmed(next(what));
  const periodWord = period === undefined ? null : trimmed(next(period));
  const broken = (code: TextErrorCode, word: Place & { text: string }): TextPart => ({
    ...place,
    kind: 'broken',
    error: { code, at: word.at, length: word.length, text: word.text },
  });
  if (kpiName.text === '') return broken('empty', { at: open, length: source.length, text: source });
  if (channelName?.text === '') return broken('empty', channelName);
  const known = tokenWhats.find((one) => one === (whatWord?.text ?? 'value'));
  if (known === undefined && whatWord !== null) return broken('unknownWhat', whatWord);
  const when = periodWord === null ? null : periodNamed(periodWord);
  if (periodWord !== null && when === null) return broken('badPeriod', periodWord);
  return {
    ...place,
    kind: 'token',
    token: { kpi: kpiName, channel: channelName, what: known ?? 'value', period: when },
  };
}

/** Braces that open no token: up to the braces that would close it, else the two of them. */
function brokenAt(text: string, open: number): TextPart {
  const line = text.indexOf('\n', open);
  const rest = text.slice(open, line === -1 ? text.length : line);
  const close = rest.indexOf('}}');
  const again = rest.indexOf('{{', 2);
  const closed = close !== -1 && (again === -1 || close < again);
  const source = closed ? rest.slice(0, close + 2) : '{{';
  const error: TextError = {
    code: closed ? 'unexpected' : 'unclosed',
    at: open,
    length: source.length,
    text: source,
  };
  return { kind: 'broken', at: open, length: source.length, source, error };
}

function trimmed({ raw, at }: { raw: string; at: number }): Place & { text: string } {
  const text = raw.trim();
  return { text, at: at + (raw.length - raw.trimStart().length), length: text.length };
}

function named(word: { raw: string; at: number }): Named {
  const { text, ...place } = trimmed(word);
  if (text.startsWith('"')) return { ...place, text: text.slice(1, -1).replaceAll('""', '"'), id: null };
  const id = /^#([1-9]\d{0,14})$/.exec(text)?.[1];
  return { ...place, text, id: id === undefined ? null : Number(id) };
}

function periodNamed(word: Place & { text: string }): PeriodName | null {
  const found = periodOf(word.text);
  return found === null ? null : { ...word, ...found };
}

/** A year alone is the (fiscal) year that begins in it. */
function periodOf(text: string): { readonly cadence: Cadence; readonly day: Day } | null {
  if (/^\d{4}$/.test(text)) return { cadence: 'year', day: dayOf(Number(text), 12, 31) };
  const long = /^(day|week|month|quarter|year):(.*)$/.exec(text);
  const cadence = (long?.[1] ?? (text.length === 7 ? 'month' : 'day')) as Cadence;
  const day = parseIso(long?.[2] ?? (text.length === 7 ? `${text}-01` : text));
  return day === undefined ? null : { cadence, day };
}

/** A name as it can stand in a token. */
export function writtenName(name: string): string {
  const plain = /^[^@.[\]{}"\n#]*$/.test(name) && name.trim() === name && name !== '';
  return plain ? name : `"${name.replaceAll('"', '""').replaceAll('\n', ' ')}"`;
}

/** The token of a KPI (key or `#id`), a channel as it is written (`writtenName`, or `#id`), and a period as written. */
export function writeToken(of: {
  readonly kpi: string;
  readonly channel?: string | null;
  readonly what?: TokenWhat;
  readonly period?: string | null;
}): string {
  const channel = of.channel === undefined || of.channel === null ? '' : `@${of.channel}`;
  const what = of.what === undefined || of.what === 'value' ? '' : `.${of.what}`;
  const period = of.period === undefined || of.period === null ? '' : `[${of.period}]`;
  return `{{${of.kpi}${channel}${what}${period}}}`;
}
