// Loaded before everything else into the Node processes of a run (`NODE_OPTIONS=--import …/hook.mjs?to=FOLDER`) and by
// itself into those they start: writes each connection and each look-up of a name to FOLDER, and has every Chromium
// they start write its own log there.
import { appendFileSync } from 'node:fs';
import child_process from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

const folder = new URL(import.meta.url).searchParams.get('to') ?? '';
const mark = Symbol.for('pulsebook: the network is watched');

/** @param {'connect' | 'pipe' | 'look up' | 'send'} what @param {unknown} to */
function note(what, to) {
  const line = JSON.stringify({ what, to: String(to) });
  appendFileSync(join(folder, `node-${process.pid}-${threadId}.log`), `${line}\n`);
}

if (!(mark in globalThis) && folder !== '') {
  Object.defineProperty(globalThis, mark, { value: true });
  appendFileSync(join(folder, `node-${process.pid}-${threadId}.log`), '');
  watchSockets();
  watchNames(dns);
  watchNames(dns.promises);
  watchNames(dns.Resolver.prototype);
  watchNames(dns.promises.Resolver.prototype);
  watchDatagrams();
  watchChildren();
  syncBuiltinESMExports();
}

/** Whatever speaks TCP in Node (http, tls, fetch) connects here. */
function watchSockets() {
  // oxlint-disable-next-line typescript/unbound-method -- called with the socket it was called on
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function watched(...args) {
    // net.connect hands over its arguments as one list.
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    const { path, host, port } = typeof first === 'object' && first !== null ? first : placeOf(first, second);
    if (path === undefined || path === null) note('connect', `${host ?? 'localhost'} port ${port}`);
    else note('pipe', path);
    return connect.apply(this, args);
  };
}

/** @param {unknown} first @param {unknown} second */
function placeOf(first, second) {
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { path: first };
  return { port: first, host: typeof second === 'string' ? second : undefined };
}

/** @param {Record<string, any>} names */
function watchNames(names) {
  for (const name of Object.getOwnPropertyNames(names)) {
    const asked = /^(lookup|lookupService|resolve\w*|reverse)$/.test(name) ? names[name] : undefined;
    if (typeof asked !== 'function') continue;
    names[name] = function watched(/** @type {unknown[]} */ ...args) {
      note('look up', args[0]);
      return asked.apply(this, args);
    };
  }
}

function watchDatagrams() {
  // oxlint-disable-next-line typescript/unbound-method -- called with the socket they were called on
  const { connect, send } = dgram.Socket.prototype;
  /** @param {unknown[]} args */
  const to = (args) => args.findLast((arg) => typeof arg === 'string') ?? 'localhost';
  dgram.Socket.prototype.connect = function watched(...args) {
    note('connect', to(args));
    return connect.apply(this, args);
  };
  dgram.Socket.prototype.send = function watched(...args) {
    note('send', to(args.slice(1)));
    return send.apply(this, args);
  };
}

function watchChildren() {
  const { fork, spawn } = child_process;
  let browsers = 0;
  // A child that is given no environment would be given no hook either.
  child_process.fork = (file, ...rest) => {
    const args = Array.isArray(rest[0]) ? rest[0] : [];
    const options = (Array.isArray(rest[0]) ? rest[1] : rest[0]) ?? {};
    const execArgv = [...(options.execArgv ?? process.execArgv), '--import', import.meta.url];
    return fork(file, args, { ...options, execArgv });
  };
  child_process.spawn = (command, ...rest) => {
    const [args] = rest;
    if (Array.isArray(args) && args.some((arg) => String(arg).startsWith('--remote-debugging-'))) {
      browsers += 1;
      const log = join(folder, `browser-${process.pid}-${browsers}.json`);
      rest[0] = [`--log-net-log=${log}`, ...args];
    }
    return spawn(command, ...rest);
  };
}
