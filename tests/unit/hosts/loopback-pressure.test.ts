/** The loopback host under those who come in crowds, say much, say it slowly, or leave lying what they asked for. */
import { once } from 'node:events';
import http from 'node:http';
import { statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { fakeBackend } from './support/fakeBackend.ts';
import { enter, get, head, post, speak, start, wire } from './support/loopbackSite.ts';
import type { Site } from './support/loopbackSite.ts';

const MIB = 1024 * 1024;
const page = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate' };
const closed = { ...page, Connection: 'close' };
const asked = (site: Site, session: Record<string, string>): Record<string, string> => ({
  Origin: site.host.origin,
  'Content-Type': 'application/json',
  Authorization: session['authorization'] ?? '',
});
const call = (site: Site, session: Record<string, string>, length: number, more = {}): string =>
  head(site, 'POST /call', { ...asked(site, session), 'Content-Length': String(length), ...more });

it.each([
  ['nothing at all', () => ''],
  ['half a line', () => 'GET / HT'],
  ['headers without an end', (site: Site) => head(site, 'GET /', page).slice(0, -2)],
])('a connection that says %s is closed in time, and no window waits for it', async (_what, said) => {
  const site = await start({ limits: { headers: 150 } });
  const answered = await speak(site, said(site));
  expect(answered).toMatch(said(site) === '' ? /^$/ : /^HTTP\/1\.1 408[^]*content-security-policy/);
  expect((await get(site, '/index.html')).status).toBe(200);
});

it.each([
  ['a byte and no more', (socket: import('node:net').Socket) => void socket.write('{')],
  [
    'a byte at a time',
    (socket: import('node:net').Socket) => {
      const drip = setInterval(() => socket.write(' '), 20);
      socket.once('close', () => clearInterval(drip));
    },
  ],
])('a body of %s is given up, and never reaches the backend', async (_what, send) => {
  const site = await start({ limits: { body: 150 } });
  const session = await enter(site);
  const { socket, said } = wire(site);
  socket.write(call(site, session, 1000));
  send(socket);
  await once(socket, 'close');
  expect(said()).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
  expect(site.backend.asked).toEqual([]);
});

it('a body that ends early, or is longer than it said, is not a call', async () => {
  const site = await start();
  const session = await enter(site);
  const { socket } = wire(site);
  socket.end(`${call(site, session, 100)}{"name":"app.state"`);
  await once(socket, 'close');
  const longer = `{"name":"app.state","input":{}}`;
  const said = await speak(site, `${call(site, session, 30, { Connection: 'close' })}${longer}`);
  expect(said).toMatch(/^HTTP\/1\.1 400/);
  expect(site.backend.asked).toEqual([]);
});

it('a body over the cap is refused by what it announces, without being read', async () => {
  const site = await start();
  const session = await enter(site);
  for (const length of [4 * MIB + 1, 10 ** 11, Number.MAX_SAFE_INTEGER]) {
    const said = await speak(site, call(site, session, length, { Connection: 'close' }));
    expect(said, String(length)).toMatch(/^HTTP\/1\.1 4(11|13)/);
  }
  // Chunks announce nothing.
  const chunked = await speak(
    site,
    `${head(site, 'POST /call', { ...asked(site, session), 'Transfer-Encoding': 'chunked' })}400000\r\n${'x'.repeat(1000)}`,
  );
  expect(chunked).toMatch(/^HTTP\/1\.1 411/);
  expect(site.backend.asked).toEqual([]);
});

it.each([
  ['fields of 17 KiB', (site: Site) => head(site, 'GET /', { ...closed, Cookie: 'x'.repeat(17_000) }), 431],
  ['an address of 17 KiB', (site: Site) => head(site, `GET /${'x'.repeat(17_000)}`, closed), 431],
  [
    'three thousand fields, the one that matters said again behind them',
    (site: Site) => {
      const crowd = Array.from({ length: 3000 }, () => 'a:').join('\r\n');
      return head(site, 'GET /', closed).replace('\r\n\r\n', `\r\n${crowd}\r\nSec-Fetch-Site: none\r\n\r\n`);
    },
    403,
  ],
])('%s', async (_what, flood, status) => {
  const site = await start();
  expect(await speak(site, flood(site))).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
});

it('five hundred connections at once: a window that is there goes on, and the places come free again', async () => {
  const site = await start();
  const session = await enter(site);
  const window = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const state = async (): Promise<number> => {
    const body = '{"name":"app.state","input":{}}';
    const request = http.request({
      host: '127.0.0.1',
      port: site.port,
      agent: window,
      method: 'POST',
      path: '/call',
      headers: { ...asked(site, session), 'content-length': body.length },
    });
    request.end(body);
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    await response.resume().toArray();
    return response.statusCode ?? 0;
  };
  expect(await state()).toBe(200);
  const crowd = Array.from({ length: 500 }, () => wire(site));
  let ended = 0;
  for (const { socket } of crowd) socket.once('close', () => (ended += 1));
  // The window has one of the 128 places. The rest is closed at once, not only when nothing was said for long.
  await vi.waitFor(() => expect(ended).toBe(500 - 127), { timeout: 4000 });
  expect(await state()).toBe(200);
  for (const { socket } of crowd) socket.destroy();
  await vi.waitFor(() => expect(ended).toBe(500), { timeout: 4000 });
  expect((await get(site, '/index.html')).status).toBe(200);
  window.destroy();
});

it('a hundred calls in one breath are each answered, in their order', async () => {
  const site = await start();
  const session = await enter(site);
  const bodies = Array.from({ length: 100 }, (_, n) => JSON.stringify({ name: 'app.state', input: { n } }));
  const all = bodies.map(
    (body, n) => call(site, session, body.length, n === 99 ? { Connection: 'close' } : {}) + body,
  );
  const said = await speak(site, all.join(''));
  const order = [...said.matchAll(/"input":\{"n":(\d+)\}/g)].map(([, n]) => Number(n));
  expect(order).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

/** An address of a file of `size` bytes that take no room on the disk. */
async function offered(site: Site, session: Record<string, string>, size: number): Promise<string> {
  const output = createTransfers(site.dataDir).createOutput('r.bin');
  writeFileSync(output.path, '');
  truncateSync(output.path, size);
  expect(statSync(path.resolve(output.path)).size).toBe(size);
  const { text } = await post(site, `/download/${output.handle}`, { name: 'r.bin' }, session);
  return (JSON.parse(text) as { data: { url: string } }).data.url;
}

it('a download that nobody takes is cut off, holds no memory meanwhile, and does not keep the host alive', async () => {
  const idle = vi.fn<() => void>();
  const site = await start({ onIdle: idle, limits: { stall: 1000, firstWindow: 50, lastWindow: 50 } });
  const session = await enter(site);
  const url = await offered(site, session, 512 * MIB);
  const before = process.memoryUsage().rss;
  const { socket } = wire(site);
  socket.pause();
  socket.write(head(site, `GET ${url}`, { 'Sec-Fetch-Site': 'same-origin' }));
  // As much as the system itself takes in between.
  let taken = -1;
  await vi.waitFor(() => {
    const last = taken;
    taken = socket.bytesRead;
    expect(last).toBe(taken);
    expect(taken).toBeGreaterThan(0);
  });
  expect(idle).not.toHaveBeenCalled();
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * MIB);
  await vi.waitFor(() => expect(idle).toHaveBeenCalled(), { timeout: 3000 });
});

it('a download that is taken slowly, but taken, arrives whole', async () => {
  const site = await start({ limits: { stall: 250 } });
  const session = await enter(site);
  const url = await offered(site, session, 12 * MIB);
  const { socket } = wire(site);
  socket.removeAllListeners('data');
  let taken = 0;
  socket.on('data', (bytes) => {
    taken += bytes.byteLength;
    if (taken % 5 !== 0) return;
    socket.pause();
    setTimeout(() => socket.resume(), 50);
  });
  socket.write(head(site, `GET ${url}`, { 'Sec-Fetch-Site': 'same-origin', Connection: 'close' }));
  await once(socket, 'close');
  expect(taken).toBeGreaterThan(12 * MIB);
});

it('a call that takes longer than any patience is still answered; its answer left lying is cut off', async () => {
  const release = Promise.withResolvers<void>();
  const big = 'x'.repeat(32 * MIB);
  const site = await start(
    { limits: { stall: 200 } },
    fakeBackend(async (name) => {
      await release.promise;
      return { ok: true, data: name === 'app.state' ? 'small' : big };
    }),
  );
  const session = await enter(site);
  const small = post(site, '/call', { name: 'app.state', input: {} }, session);
  const { socket } = wire(site);
  socket.pause();
  const body = JSON.stringify({ name: 'clients.list', input: {} });
  socket.write(call(site, session, body.length) + body);
  await vi.waitFor(() => expect(site.backend.asked).toHaveLength(2));
  // Twice the patience: only time itself can show it.
  await new Promise((done) => setTimeout(done, 400));
  release.resolve();
  expect((await small).text).toContain('small');
  await new Promise((done) => setTimeout(done, 500));
  socket.resume();
  await once(socket, 'close');
  expect(socket.bytesRead).toBeLessThan(32 * MIB);
});

it('a window that hears no more events is cut off at a mebibyte that waits; the others hear on', async () => {
  const site = await start();
  const session = await enter(site);
  const open = (): ReturnType<typeof wire> => {
    const stream = wire(site);
    stream.socket.write(
      `${head(site, 'POST /events', { ...asked(site, session), 'Content-Length': '2' })}{}`,
    );
    return stream;
  };
  const [deaf, hearing] = [open(), open()];
  await vi.waitFor(() => expect([deaf.said(), hearing.said()].join()).toMatch(/200 OK[^]*200 OK/));
  deaf.socket.pause();
  const job = 'x'.repeat(200_000);
  for (let n = 0; n < 100; n += 1) {
    site.backend.emit({ type: 'progress', job, phase: 'reading', done: n });
    // The one who hears needs a turn to.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((turn) => setImmediate(turn));
  }
  await vi.waitFor(() => expect(hearing.said()).toContain('"done":99'), { timeout: 4000 });
  deaf.socket.resume();
  await once(deaf.socket, 'close');
  expect(deaf.said()).not.toContain('"done":99');
  expect(hearing.socket.destroyed).toBe(false);
});
