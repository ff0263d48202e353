/** Which KPI and which channel a token names: by key and name when typed, by id when stored; and what a wrong name probably meant. */
import { nearest } from '../formula/nearest.ts';
import { parseText, tokenWhats, writeToken, writtenName } from './tokens.ts';
import type { Named, TextError, TextPart, Token } from './tokens.ts';

export interface KnownKpi {
  readonly id: number;
  readonly key: string;
  /** Its names in every language: what a person may type in place of the key, to be told the key. */
  readonly names: readonly string[];
}

export interface KnownChannel {
  readonly id: number;
  readonly name: string;
}

export interface TextNames {
  readonly kpiById: ReadonlyMap<number, KnownKpi>;
  readonly kpiByKey: ReadonlyMap<string, KnownKpi>;
  /** By folded name or key. */
  readonly keyLike: ReadonlyMap<string, string>;
  readonly channelById: ReadonlyMap<number, KnownChannel>;
  /** By name, and by folded name where no other channel is called exactly that. */
  readonly channelByName: ReadonlyMap<string, KnownChannel>;
}

export function textNames(kpis: readonly KnownKpi[], channels: readonly KnownChannel[]): TextNames {
  return {
    kpiById: new Map(kpis.map((kpi) => [kpi.id, kpi])),
    kpiByKey: new Map(kpis.map((kpi) => [kpi.key, kpi])),
    keyLike: new Map(
      kpis.flatMap((kpi) => [...kpi.names, kpi.key].map((name): [string, string] => [folded(name), kpi.key])),
    ),
    channelById: new Map(channels.map((channel) => [channel.id, channel])),
    channelByName: new Map([
      ...channels.map((channel): [string, KnownChannel] => [folded(channel.name), channel]),
      ...channels.map((channel): [string, KnownChannel] => [channel.name, channel]),
    ]),
  };
}

/** What a token is about, once its names are known. */
export interface Reference {
  readonly token: Token;
  readonly kpi: KnownKpi;
  readonly channel: KnownChannel | null;
}

/** Lower case, without accents: how people retype a name. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

/** The KPI and channel of a token, or which of its names is unknown. */
export function referTo(
  token: Token,
  names: TextNames,
): { readonly ok: true; readonly to: Reference } | { readonly ok: false; readonly error: TextError } {
  const kpi = token.kpi.id === null ? names.kpiByKey.get(token.kpi.text) : names.kpiById.get(token.kpi.id);
  if (kpi === undefined)
    return { ok: false, error: unknown('unknownKpi', token.kpi, kpiMeant(token.kpi, names)) };
  if (token.channel === null) return { ok: true, to: { token, kpi, channel: null } };
  const { id, text } = token.channel;
  const channel =
    id === null
      ? (names.channelByName.get(text) ?? names.channelByName.get(folded(text)))
      : names.channelById.get(id);
  if (channel === undefined) {
    return { ok: false, error: unknown('unknownChannel', token.channel, channelMeant(token.channel, names)) };
  }
  return { ok: true, to: { token, kpi, channel } };
}

function unknown(
  code: 'unknownKpi' | 'unknownChannel' | 'unknownWhat',
  word: { readonly at: number; readonly length: number; readonly text: string },
  suggestion: string | undefined,
): TextError {
  const { at, length, text } = word;
  return { code, at, length, text, ...(suggestion === undefined ? {} : { suggestion }) };
}

function kpiMeant(word: Named, names: TextNames): string | undefined {
  if (word.id !== null) return undefined;
  const like = folded(word.text);
  return names.keyLike.get(like) ?? names.keyLike.get(nearest(like, names.keyLike.keys()) ?? '');
}

function channelMeant(word: Named, names: TextNames): string | undefined {
  if (word.id !== null) return undefined;
  const like = nearest(folded(word.text), names.channelByName.keys());
  const channel = like === undefined ? undefined : names.channelByName.get(like);
  return channel === undefined ? undefined : writtenName(channel.name);
}

/** A part with its error, where it has one, completed by what was probably meant. */
export function withSuggestion(error: TextError): TextError {
  if (error.code !== 'unknownWhat') return error;
  return unknown('unknownWhat', error, nearest(error.text.toLowerCase(), tokenWhats));
}

/** Everything that is wrong with a text, in order. */
export function problemsOf(parts: readonly TextPart[], names: TextNames): TextError[] {
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    if (part.kind === 'broken') return [withSuggestion(part.error)];
    const refers = referTo(part.token, names);
    return refers.ok ? [] : [refers.error];
  });
}

/** A typed text as it is kept: names become ids. A token that names nothing known stays as typed. */
export function storedText(typed: string, names: TextNames): string {
  return rewritten(typed, names, (to) => writtenById(to));
}

/** A kept text as it is typed: ids become keys and names as they are now. */
export function typedText(stored: string, names: TextNames): string {
  return rewritten(stored, names, ({ kpi, channel, token }) =>
    writeToken({
      kpi: kpi.key,
      channel: channel === null ? null : writtenName(channel.name),
      what: token.what,
      period: token.period?.text ?? null,
    }),
  );
}

function rewritten(text: string, names: TextNames, write: (to: Reference) => string): string {
  return parseText(text)
    .map((part) => {
      if (part.kind !== 'token') return part.source;
      const refers = referTo(part.token, names);
      return refers.ok ? write(refers.to) : part.source;
    })
    .join('');
}

/** The one way to write what a token is about: the same for every spelling, and after a renaming. */
export function writtenById({ kpi, channel, token }: Reference): string {
  return writeToken({
    kpi: `#${kpi.id}`,
    channel: channel === null ? null : `#${channel.id}`,
    what: token.what,
    period: token.period?.text ?? null,
  });
}
