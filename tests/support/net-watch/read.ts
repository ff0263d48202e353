/** What the watched processes of a run did on the network, from the logs they left (hook.mjs, Chromium's own). */
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Watched {
  /** What was reached, asked for or looked up and is not this machine, in words; each once. */
  readonly foreign: readonly string[];
  /** Connections to this machine. */
  readonly loopback: number;
  /** Hosts that browsers asked for on their own account (their makers' services) and were refused the name of. */
  readonly refused: readonly string[];
  /** Node threads and processes, and browsers, that left a log. */
  readonly nodes: number;
  readonly browsers: number;
}

/** 127/8, ::1, and the names that mean them (RFC 6761), with or without a port behind. */
export function isLoopback(place: string): boolean {
  const host = place
    .replace(/^\[([^\]]*)\].*$/, '$1')
    .replace(/^([^:]*):\d+$/, '$1')
    .toLowerCase();
  return (
    /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host) ||
    host === '::1' ||
    /^(?:.+\.)?localhost$/.test(host)
  );
}

export async function readWatch(folder: string): Promise<Watched> {
  const foreign = new Set<string>();
  const refused = new Set<string>();
  let loopback = 0;
  let nodes = 0;
  let browsers = 0;
  for (const name of readdirSync(folder).toSorted()) {
    const file = path.join(folder, name);
    if (name.startsWith('node-')) {
      nodes += 1;
      loopback += readNode(file, foreign);
    } else if (name.startsWith('browser-')) {
      browsers += 1;
      // One log after the other: they can be large.
      // oxlint-disable-next-line no-await-in-loop
      loopback += await readBrowser(file, foreign, refused);
    }
  }
  return { foreign: [...foreign], loopback, refused: [...refused], nodes, browsers };
}

function readNode(file: string, foreign: Set<string>): number {
  let loopback = 0;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { what, to } = JSON.parse(line) as { what: string; to: string };
    if (what === 'pipe') continue;
    if (!isLoopback(to.replace(/ port .*$/, ''))) foreign.add(`Node: ${what} ${to}`);
    else if (what === 'connect') loopback += 1;
  }
  return loopback;
}

/**
 * A line an event; the first says what their numbers mean. A browser that was killed leaves out its last lines.
 *
 * What a page asks for counts as reached, however it ended. What a browser asks for by itself counts when there was a
 * look-up or a connection: its makers' services cannot all be switched off, but be refused every name (quietArgs).
 *
 * A UDP socket that is connected and sends nothing is no connection: that is how Chromium asks the system whether there
 * would be a way to the outside.
 */
async function readBrowser(file: string, foreign: Set<string>, refused: Set<string>): Promise<number> {
  let loopback = 0;
  let types: ReadonlyMap<number, string> | null = null;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const text = line.replace(/,$/, '');
    if (types === null) {
      types = typesIn(text);
      continue;
    }
    const event = parsed(text);
    if (event === null) continue;
    const { type, params } = event;
    const place = placeOf(types.get(type) ?? '', params);
    if (place === null) continue;
    if (place.what === 'own request') {
      if (!isLoopback(place.to)) refused.add(place.to);
    } else if (!isLoopback(place.to)) foreign.add(`Chromium: ${place.what} ${place.to}`);
    else if (place.what === 'connect') loopback += 1;
  }
  if (types === null || types.size === 0) foreign.add(`${path.basename(file)} is no log of Chromium's`);
  return loopback;
}

interface LogEvent {
  readonly type: number;
  readonly params: Readonly<Record<string, unknown>>;
}

function parsed(text: string): LogEvent | null {
  if (!text.startsWith('{')) return null;
  try {
    const { type, params = {} } = JSON.parse(text) as Partial<LogEvent>;
    return type === undefined ? null : { type, params };
  } catch {
    // Cut off in the middle.
    return null;
  }
}

function typesIn(constants: string): ReadonlyMap<number, string> {
  const found = /"logEventTypes":(\{[^}]*\})/.exec(constants)?.[1];
  const numbers = found === undefined ? {} : (JSON.parse(found) as Record<string, number>);
  return new Map(Object.entries(numbers).map(([name, number]) => [number, name]));
}

function placeOf(
  type: string,
  params: LogEvent['params'],
): { readonly what: string; readonly to: string } | null {
  const text = (name: string): string | null => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const said = (what: string, to: string | null): { what: string; to: string } | null =>
    to === null ? null : { what, to };
  switch (type) {
    case 'TCP_CONNECT_ATTEMPT':
      return said('connect', text('address'));
    case 'UDP_BYTES_SENT':
      return said('send to', text('address'));
    case 'HOST_RESOLVER_MANAGER_REQUEST':
    case 'HOST_RESOLVER_MANAGER_JOB':
    case 'HOST_RESOLVER_SYSTEM_TASK':
    case 'HOST_RESOLVER_DNS_TASK':
    case 'DNS_TRANSACTION':
    case 'DNS_TRANSACTION_QUERY':
      return said('look up', nameIn(text('host') ?? text('hostname')));
    case 'URL_REQUEST_START_JOB': {
      const url = URL.parse(text('url') ?? '');
      const what = text('initiator') === 'not an origin' ? 'own request' : 'request';
      return url !== null && /^(?:https?|wss?|ftp):$/.test(url.protocol) ? said(what, url.host) : null;
    }
    default:
      return null;
  }
}

/** The name that is looked up, logged with scheme and port or without; null for the rule that refuses all names. */
function nameIn(logged: string | null): string | null {
  const name = logged?.replace(/^[a-z]+:\/\//, '') ?? null;
  return name === null || name.startsWith('~notfound') ? null : name;
}
