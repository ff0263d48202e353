/** The watch over the network in end-to-end runs sees what it should: it was nothing only if it would have been seen. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { expect, it, onTestFinished, vi } from 'vitest';
import { chromiumArgs, chromiumPath } from '../support/browser-path.ts';
import { isLoopback, readWatch } from '../support/net-watch/read.ts';
import { watchOptions } from '../support/net-watch/run.ts';

// Each starts a process or a browser of its own.
vi.setConfig({ testTimeout: 30_000 });

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'pulsebook-watch-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Loaded before the hook: whatever is asked for ends here, so that this test itself reaches nobody. */
const mute = `data:text/javascript,${encodeURIComponent(`
import net from 'node:net';
import dns from 'node:dns';
import dgram from 'node:dgram';
const no = () => new Error('muted');
net.Socket.prototype.connect = function () { process.nextTick(() => this.destroy(no())); return this; };
dns.lookup = (name, options, done) => (done ?? options)(no());
dns.resolve4 = (name, done) => done(no());
dns.promises.lookup = async () => { throw no(); };
dgram.Socket.prototype.send = function () {};
`)}`;

/** Runs `code` in a Node process that is watched. */
function run(to: string, code: string): void {
  const file = path.join(folder(), 'script.mjs');
  writeFileSync(file, code);
  execFileSync(process.execPath, [file], {
    env: { PATH: process.env['PATH'], NODE_OPTIONS: `--import ${mute} ${watchOptions(to)}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

it.each([
  ['fetch', "await fetch('http://192.0.2.1/').catch(() => 0);", 'Node: connect 192.0.2.1 port 80'],
  ['fetch over TLS', "await fetch('https://192.0.2.2/').catch(() => 0);", 'Node: connect 192.0.2.2 port 443'],
  [
    'http',
    "import http from 'node:http'; http.get('http://192.0.2.3:81/').on('error', () => 0);",
    'Node: connect 192.0.2.3 port 81',
  ],
  [
    'a socket',
    "import { connect } from 'node:net'; connect(25, '192.0.2.4').on('error', () => 0);",
    'Node: connect 192.0.2.4 port 25',
  ],
  [
    'a name',
    "import { lookup } from 'node:dns/promises'; await lookup('example.invalid').catch(() => 0);",
    'Node: look up example.invalid',
  ],
  [
    'a name asked of a server',
    "import dns from 'node:dns'; dns.resolve4('a.example', () => 0);",
    'Node: look up a.example',
  ],
  [
    'a datagram',
    "import dgram from 'node:dgram'; dgram.createSocket('udp4').send('x', 53, '192.0.2.5');",
    'Node: send 192.0.2.5',
  ],
  [
    'a thread',
    "import { isMainThread, Worker } from 'node:worker_threads'; if (isMainThread) new Worker(new URL(import.meta.url)); else await fetch('http://192.0.2.6/').catch(() => 0);",
    'Node: connect 192.0.2.6 port 80',
  ],
  [
    'a child without environment',
    "import { fork } from 'node:child_process'; if (process.argv[2] === 'child') await fetch('http://192.0.2.7/').catch(() => 0); else fork(process.argv[1], ['child'], { env: {}, execArgv: ['--import', process.env.NODE_OPTIONS.split(' ')[1]] });",
    'Node: connect 192.0.2.7 port 80',
  ],
])('%s in a Node process of the app is seen', async (_what, code, seen) => {
  const to = folder();
  run(to, code);
  expect((await readWatch(to)).foreign).toContain(seen);
});

it('this machine itself is counted, and the pipe to the owner is nothing', async () => {
  const to = folder();
  run(
    to,
    "import net from 'node:net'; for (const to of [[80], [80, 'localhost'], [{ port: 80, host: '127.0.0.1' }], [{ port: 80, host: '::1' }], ['/tmp/owner.pipe'], [{ path: '/tmp/owner.pipe' }]]) net.connect(...to).on('error', () => 0);",
  );
  expect(await readWatch(to)).toMatchObject({ foreign: [], loopback: 4, nodes: 1, browsers: 0 });
});

it('a page that asks for a stranger is seen in the log of its browser, and so is what the browser looks up', async () => {
  const to = folder();
  const server = createServer((_request, response) => void response.end('<!doctype html><title>x</title>'));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: [...chromiumArgs, `--log-net-log=${path.join(to, 'browser-1-1.json')}`],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.evaluate(
    "Promise.allSettled([fetch('http://192.0.2.1/'), fetch('https://stranger.invalid/x')])",
  );
  await browser.close();
  const { foreign, loopback, browsers } = await readWatch(to);
  expect(foreign).toEqual(
    expect.arrayContaining(['Chromium: request 192.0.2.1', 'Chromium: request stranger.invalid']),
  );
  // Refused by the browser's own rule: nothing was looked up, nothing connected.
  expect(foreign.filter((line) => !line.startsWith('Chromium: request'))).toEqual([]);
  expect(loopback).toBeGreaterThan(0);
  expect(browsers).toBe(1);
});

const types = {
  TCP_CONNECT_ATTEMPT: 1,
  UDP_BYTES_SENT: 2,
  UDP_CONNECT: 3,
  HOST_RESOLVER_MANAGER_JOB: 4,
  URL_REQUEST_START_JOB: 5,
};
const log = (...events: object[]): string =>
  [
    `{"constants":{"logEventTypes":${JSON.stringify(types)}},`,
    '"events": [',
    ...events.map((event) => `${JSON.stringify(event)},`),
    '{"type":1,"par',
  ].join('\n');

it.each<[string, object, readonly string[]]>([
  ['a connection', { type: 1, params: { address: '192.0.2.1:443' } }, ['Chromium: connect 192.0.2.1:443']],
  [
    'a connection over IPv6',
    { type: 1, params: { address: '[2001:db8::1]:443' } },
    ['Chromium: connect [2001:db8::1]:443'],
  ],
  ['a datagram', { type: 2, params: { address: '192.0.2.1:3478' } }, ['Chromium: send to 192.0.2.1:3478']],
  [
    'the question whether there would be a way out, which sends nothing',
    { type: 3, params: { address: '[2001:db8::1]:53' } },
    [],
  ],
  [
    'a look-up',
    { type: 4, params: { host: 'https://update.example.com' } },
    ['Chromium: look up update.example.com'],
  ],
  ['a look-up that the rule refuses', { type: 4, params: { host: 'https://~notfound' } }, []],
  [
    'a request of a page',
    { type: 5, params: { url: 'https://a.example/x', initiator: 'http://127.0.0.1:4711' } },
    ['Chromium: request a.example'],
  ],
  [
    'a request of the browser’s own',
    { type: 5, params: { url: 'https://a.example/x', initiator: 'not an origin' } },
    [],
  ],
  [
    'a picture of the page itself',
    { type: 5, params: { url: 'data:image/png;base64,', initiator: 'http://127.0.0.1:4711' } },
    [],
  ],
  ['this machine', { type: 1, params: { address: '127.0.0.1:4711' } }, []],
])('%s in a browser’s log, which may be cut off', async (_what, event, foreign) => {
  const to = folder();
  writeFileSync(path.join(to, 'browser-1-1.json'), log(event, {}, { type: 99 }));
  expect((await readWatch(to)).foreign).toEqual(foreign);
});

it('a log that is none of Chromium’s is a fault, not an empty one', async () => {
  const to = folder();
  writeFileSync(path.join(to, 'browser-1-1.json'), '');
  writeFileSync(path.join(to, 'browser-1-2.json'), '{"constants":{}}');
  expect((await readWatch(to)).foreign).toHaveLength(2);
});

it.each([
  ['127.0.0.1', true],
  ['127.0.0.1:80', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['[::1]:80', true],
  ['localhost', true],
  ['localhost:80', true],
  ['a.localhost', true],
  ['::ffff:127.0.0.1', true],
  ['0.0.0.0', false],
  ['127.0.0.1.example', false],
  ['localhost.example', false],
  ['10.0.0.1', false],
  ['[fe80::1]:80', false],
  ['192.168.1.1:80', false],
  ['', false],
])('%s is this machine: %s', (place, own) => {
  expect(isLoopback(place)).toBe(own);
});
