import { writeFileSync } from 'node:fs';
import http from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { enter, get, post, raw, start } from './support/loopbackSite.ts';
import { traversals } from './support/traversals.ts';

it('serves the app under headers that allow nothing else', async () => {
  const site = await start();
  const page = await get(site, '/', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' });
  expect(page.status).toBe(200);
  expect(page.text).toContain('<title>Pulsebook</title>');
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const policy = page.headers['content-security-policy'];
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toContain('unsafe');
  expect(page.headers['set-cookie']).toBeUndefined();
  const deep = await get(site, '/clients/3/dashboard', {
    'sec-fetch-site': 'none',
    'sec-fetch-mode': 'navigate',
  });
  expect(deep.text).toContain('<title>Pulsebook</title>');
});

it.each(traversals)('GET %s shows nothing from outside', async (probe) => {
  const site = await start();
  for (const mode of ['navigate', 'no-cors']) {
    const answer = await get(site, probe, { 'sec-fetch-mode': mode });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('SECRET');
  }
});

it('listens on 127.0.0.1 and on no other address of this machine', async () => {
  const site = await start();
  const { networkInterfaces } = await import('node:os');
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ address, family }) => family === 'IPv4' && address !== '127.0.0.1');
  for (const { address } of others) {
    const socket = connect(site.port, address);
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code, address).toBe('ECONNREFUSED');
  }
});

it('a code opens one session, once', async () => {
  const site = await start();
  const code = new URL(site.host.newAddress()).hash.slice('#code='.length);
  expect((await post(site, '/session', { code })).status).toBe(200);
  expect((await post(site, '/session', { code })).status).toBe(401);
  expect((await post(site, '/session', { code: '0'.repeat(64) })).status).toBe(401);
  expect((await post(site, '/session', { code: [code] })).status).toBe(401);
  expect((await post(site, '/session', 'x')).status).toBe(401);
});

it('a code is worth nothing after thirty seconds', async () => {
  const site = await start();
  vi.useFakeTimers({ toFake: ['hrtime'] });
  onTestFinished(() => void vi.useRealTimers());
  const code = new URL(site.host.newAddress()).hash.slice('#code='.length);
  vi.advanceTimersByTime(30_001);
  expect((await post(site, '/session', { code })).status).toBe(401);
});

it('every door but the page needs the token', async () => {
  const site = await start();
  const session = await enter(site);
  const handle = 'a'.repeat(32);
  const doors: [string, unknown][] = [
    ['/call', { name: 'app.state', input: {} }],
    ['/events', {}],
    ['/upload/open', { name: 'a', size: 1, modified: 0 }],
    [`/upload/${handle}?offset=0`, new Uint8Array(1)],
    [`/upload/${handle}/done`, {}],
    [`/download/${handle}`, { name: 'a.csv' }],
  ];
  const wrong = [
    {},
    { authorization: 'Bearer ' },
    { authorization: `Bearer ${'0'.repeat(64)}` },
    { authorization: `Basic ${session['authorization']?.slice(7)}` },
    { authorization: `${session['authorization']}0` },
    { cookie: `token=${session['authorization']?.slice(7)}` },
  ];
  for (const [path, body] of doors) {
    for (const headers of wrong) {
      const answer = await post(site, path, body, headers);
      expect(answer.status, `${path} ${JSON.stringify(headers)}`).toBe(401);
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  }
  expect(site.backend.asked).toEqual([]);
});

it('a call reaches the backend and its reply comes back', async () => {
  const site = await start();
  const session = await enter(site);
  const answer = await post(site, '/call', { name: 'clients.list', input: { a: [1, 'ñ'] } }, session);
  expect(JSON.parse(answer.text)).toEqual({
    ok: true,
    data: { name: 'clients.list', input: { a: [1, 'ñ'] } },
  });
  expect(
    JSON.parse((await post(site, '/call', { name: 'x', input: {}, more: 1 }, session)).text),
  ).toMatchObject({ error: { code: 'invalid-input' } });
  expect(
    (
      await raw(
        site.port,
        {
          method: 'POST',
          path: '/call',
          headers: {
            ...session,
            origin: site.host.origin,
            'content-type': 'application/json',
            'content-length': '1',
          },
        },
        '{',
      )
    ).status,
  ).toBe(400);
});

it('what the server refuses it refuses whole: other hosts, sites, methods, types', async () => {
  const site = await start();
  const session = await enter(site);
  const call = { name: 'app.state', input: {} };
  expect((await post(site, '/call', call, { ...session, host: `localhost:${site.port}` })).status).toBe(403);
  expect((await post(site, '/call', call, { ...session, origin: 'http://evil.example' })).status).toBe(403);
  expect((await post(site, '/call', call, { ...session, 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post(site, '/call', call, { ...session, expect: '100-continue' })).status).toBe(417);
  expect(
    (
      await raw(site.port, {
        method: 'OPTIONS',
        path: '/call',
        headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
      })
    ).headers['access-control-allow-origin'],
  ).toBeUndefined();
  expect((await get(site, '/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(site.backend.asked).toEqual([]);
});

it('two hosts in one request, and a body longer than announced, are refused', async () => {
  const site = await start();
  const speak = async (text: string): Promise<string> => {
    const socket = connect(site.port, '127.0.0.1');
    let said = '';
    socket.on('data', (data) => (said += String(data)));
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return said;
  };
  const host = `127.0.0.1:${site.port}`;
  const twice = await speak(
    `GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n`,
  );
  expect(twice).toMatch(/^HTTP\/1\.1 4\d\d/);
  const absolute = await speak(
    `GET http://evil.example/ HTTP/1.1\r\nHost: ${host}\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n`,
  );
  expect(absolute).toMatch(/^HTTP\/1\.1 400/);
  const chunked = await speak(
    `POST /call HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  );
  expect(chunked).toMatch(/^HTTP\/1\.1 411/);
  const both = await speak(
    `POST /call HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
  );
  expect(both).toMatch(/^HTTP\/1\.1 4\d\d/);
});

it('a body that comes too slowly is given up', async () => {
  const site = await start({ limits: { body: 200 } });
  const session = await enter(site);
  const host = `127.0.0.1:${site.port}`;
  const socket = connect(site.port, '127.0.0.1');
  let said = '';
  socket.on('data', (data) => (said += String(data)));
  socket.on('error', () => undefined);
  socket.write(
    `POST /call HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nAuthorization: ${session['authorization']}\r\nContent-Length: 1000\r\n\r\n{`,
  );
  await once(socket, 'close');
  expect(said).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
  expect(site.backend.asked).toEqual([]);
});

it('a file goes up in chunks and comes down once, by an address of its own', async () => {
  const site = await start();
  const session = await enter(site);
  const opened = JSON.parse(
    (await post(site, '/upload/open', { name: 'e.csv', size: 6, modified: 5 }, session)).text,
  ) as { data: { handle: string } };
  const { handle } = opened.data;
  await post(site, `/upload/${handle}?offset=0`, new TextEncoder().encode('a,b'), session);
  expect(
    JSON.parse(
      (await post(site, `/upload/${handle}?offset=0`, new TextEncoder().encode('a,b'), session)).text,
    ),
  ).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  await post(site, `/upload/${handle}?offset=3`, new TextEncoder().encode(',c\n'), session);
  expect(JSON.parse((await post(site, `/upload/${handle}/done`, {}, session)).text)).toEqual({
    ok: true,
    data: { handle, name: 'e.csv', size: 6 },
  });

  const offered = JSON.parse(
    (await post(site, `/download/${handle}`, { name: 'Año «1».csv' }, session)).text,
  ) as { data: { url: string } };
  const { url } = offered.data;
  expect((await get(site, url, { 'sec-fetch-site': 'none' })).status).toBe(403);
  const file = await get(site, url);
  expect(file).toMatchObject({ status: 200, text: 'a,b,c\n' });
  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="A_o _1_.csv"; filename*=UTF-8''A%C3%B1o%20%C2%AB1%C2%BB.csv`,
  );
  expect(file.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'content-length': '6' });
  expect((await get(site, url)).status).toBe(404);
});

it('a download whose file is gone ends as an answer, not as a crash', async () => {
  const site = await start();
  const session = await enter(site);
  const transfers = createTransfers(site.dataDir);
  const output = transfers.createOutput('r.xlsx');
  writeFileSync(output.path, 'x');
  const offered = JSON.parse(
    (await post(site, `/download/${output.handle}`, { name: 'r.xlsx' }, session)).text,
  ) as { data: { url: string } };
  transfers.release(output.handle);
  expect((await get(site, offered.data.url)).status).toBe(404);
  expect(
    JSON.parse((await post(site, `/download/${output.handle}`, { name: 'r.xlsx' }, session)).text),
  ).toMatchObject({ error: { code: 'handle-expired' } });
});

it('ends a while after its last window is gone', async () => {
  const idle = vi.fn<() => void>();
  const site = await start({ onIdle: idle, limits: { firstWindow: 60_000, lastWindow: 20 } });
  const session = await enter(site);
  const events = http.request({
    host: '127.0.0.1',
    port: site.port,
    method: 'POST',
    path: '/events',
    headers: {
      ...session,
      origin: site.host.origin,
      'content-type': 'application/json',
      'content-length': '2',
    },
  });
  events.end('{}');
  const [stream] = (await once(events, 'response')) as [http.IncomingMessage];
  stream.on('error', () => undefined);
  stream.resume();
  expect(idle).not.toHaveBeenCalled();
  events.destroy();
  await vi.waitFor(() => expect(idle).toHaveBeenCalledTimes(1));
});
