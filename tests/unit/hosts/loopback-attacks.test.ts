/**
 * What is tried against the loopback host by pages of other sites and by other programs of this machine: each test is
 * named after the attempt, and goes over a real connection, byte by byte where a client library would tidy it up.
 */
import { randomBytes } from 'node:crypto';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { securityHeaders } from '../../../electron/backend/pageHeaders.ts';
import { createSessions } from '../../../electron/hosts/loopback/session.ts';
import { rendererFolder } from './support/folders.ts';
import { enter, get, head, post, raw, speak, start } from './support/loopbackSite.ts';
import type { Site } from './support/loopbackSite.ts';

/** A page as a browser asks for it; refused requests are so for their one difference from this. */
const fromBrowser = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Mode': 'navigate', Connection: 'close' };
const statusOf = (said: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0);
const call = (site: Site, session: Record<string, string>): Record<string, string> => ({
  Origin: site.host.origin,
  'Content-Type': 'application/json',
  Authorization: session['authorization'] ?? '',
  Connection: 'close',
});
const body = '{"name":"app.state","input":{}}';

it.each([
  ['a name that resolves to 127.0.0.1 (DNS rebinding)', (port: number) => `evil.example:${port}`],
  ['a name made for rebinding', (port: number) => `127.0.0.1.nip.io:${port}`],
  ['localhost', (port: number) => `localhost:${port}`],
  ['a trailing dot', (port: number) => `127.0.0.1.:${port}`],
  ['no port', () => '127.0.0.1'],
  ['another port', (port: number) => `127.0.0.1:${(port % 65_535) + 1}`],
  ['the port written with a zero before it', (port: number) => `127.0.0.1:0${port}`],
  ['IPv6', (port: number) => `[::1]:${port}`],
  ['IPv4 in IPv6', (port: number) => `[::ffff:127.0.0.1]:${port}`],
  ['the address as one number', (port: number) => `2130706433:${port}`],
  ['the address in hexadecimal', (port: number) => `0x7f.1:${port}`],
  ['a short form of the address', (port: number) => `127.1:${port}`],
  ['another address of the loopback', (port: number) => `127.0.0.2:${port}`],
  ['a person before it', (port: number) => `127.0.0.1:${port}@evil.example`],
  ['us as a person', (port: number) => `evil@127.0.0.1:${port}`],
  ['two in a list', (port: number) => `127.0.0.1:${port}, evil.example`],
  ['nothing in it', () => ''],
])('Host: %s', async (_what, name) => {
  const site = await start();
  const session = await enter(site);
  const said = await speak(site, head(site, 'GET /', { ...fromBrowser, Host: name(site.port) }));
  expect(statusOf(said)).toBe(403);
  const asked = { ...call(site, session), Host: name(site.port), 'Content-Length': String(body.length) };
  expect(statusOf(await speak(site, head(site, 'POST /call', asked) + body))).toBe(403);
  expect(site.backend.asked).toEqual([]);
});

it.each([
  ['no Host at all', (host: string) => `GET / HTTP/1.1\r\nX: ${host}\r\n`],
  ['Host twice, ours first', (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n`],
  ['Host twice, ours last', (host: string) => `GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\n`],
  ['Host twice, ours both times', (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: ${host}\r\n`],
  ['Host with a space before its colon', (host: string) => `GET / HTTP/1.1\r\nHost : ${host}\r\n`],
  ['HTTP/1.0, which needs no Host', () => 'GET / HTTP/1.0\r\n'],
])('%s', async (_what, lines) => {
  const site = await start();
  const asked = lines(`127.0.0.1:${site.port}`);
  const said = await speak(site, `${asked}Sec-Fetch-Site: none\r\nConnection: close\r\n\r\n`);
  expect(statusOf(said)).toBeGreaterThanOrEqual(400);
  expect(said).not.toContain('<title>');
});

it.each([
  ['an opaque origin', () => ({ Origin: 'null' })],
  ['another port', () => ({ Origin: 'http://127.0.0.1:3000' })],
  ['https', (origin: string) => ({ Origin: origin.replace('http', 'https') })],
  ['a slash after it', (origin: string) => ({ Origin: `${origin}/` })],
  ['upper case', (origin: string) => ({ Origin: origin.toUpperCase() })],
  ['two in a list', (origin: string) => ({ Origin: `${origin}, http://evil.example` })],
  ['Sec-Fetch-Site same-site', () => ({ 'Sec-Fetch-Site': 'same-site' })],
  ['Sec-Fetch-Site cross-site', () => ({ 'Sec-Fetch-Site': 'cross-site' })],
  ['Sec-Fetch-Site none: opened by hand, which no POST is', () => ({ 'Sec-Fetch-Site': 'none' })],
])('a call from elsewhere: %s', async (_what, more) => {
  const site = await start();
  const session = await enter(site);
  const asked = { ...call(site, session), 'Content-Length': String(body.length), ...more(site.host.origin) };
  expect(statusOf(await speak(site, head(site, 'POST /call', asked) + body))).toBe(403);
  expect(site.backend.asked).toEqual([]);
});

it.each([
  ['Origin', 'http://evil.example'],
  ['Sec-Fetch-Site', 'same-origin'],
  ['Authorization', `Bearer ${'0'.repeat(64)}`],
  ['Content-Type', 'text/plain'],
])('%s said twice is as good as not said', async (name, value) => {
  const site = await start();
  const session = await enter(site);
  const asked = head(site, 'POST /call', {
    ...call(site, session),
    'Sec-Fetch-Site': 'same-origin',
    'Content-Length': String(body.length),
  });
  expect(statusOf(await speak(site, asked + body))).toBe(200);
  const twice = asked.replace('\r\n\r\n', `\r\n${name}: ${value}\r\n\r\n`);
  expect([401, 403, 415]).toContain(statusOf(await speak(site, twice + body)));
  expect(site.backend.asked).toHaveLength(1);
});

it('the token of another host, of a used code, cut short, guessed or elsewhere than in its header opens nothing', async () => {
  const [site, other] = await Promise.all([start(), start()]);
  const code = new URL(site.host.newAddress()).hash.slice('#code='.length);
  const { token } = JSON.parse((await post(site, '/session', { code })).text) as { token: string };
  const { authorization = '' } = await enter(other);
  const ask = async (headers: Record<string, string>, at = '/call'): Promise<number> =>
    (await post(site, at, { name: 'app.state', input: {} }, headers)).status;
  expect(await ask({ authorization: `Bearer ${token}` })).toBe(200);
  for (const wrong of [
    authorization,
    `Bearer ${code}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token} `.repeat(2),
    `Bearer ${token.toUpperCase()}`,
    `bearer ${token}`,
    `Bearer  ${token}`,
    token,
  ]) {
    // Trailing spaces of a field are not part of it.
    expect(await ask({ authorization: wrong }), wrong).toBe(401);
  }
  expect(await ask({}, `/call?token=${token}`)).toBe(404);
  expect(await ask({ cookie: `token=${token}; Bearer=${token}` })).toBe(401);
  expect(site.backend.asked).toHaveLength(1);
});

it('a code is 256 bits, a thousand guesses use none of it up, and used or too old it is worth nothing', async () => {
  const site = await start();
  const addresses = Array.from({ length: 50 }, () => site.host.newAddress());
  const codes = addresses.map((address) => new URL(address).hash.slice('#code='.length));
  for (const code of codes) expect(code).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(codes).size).toBe(50);

  let now = 0;
  const sessions = createSessions(() => now);
  const right = sessions.newCode();
  for (let n = 0; n < 1000; n += 1) {
    const guess = n < 64 ? flipped(right, n) : randomBytes(32).toString('hex');
    expect(sessions.exchange(guess)).toBeNull();
  }
  now = 30_000;
  expect(sessions.exchange(right)).toMatch(/^[0-9a-f]{64}$/);
  expect(sessions.exchange(right)).toBeNull();
  const late = sessions.newCode();
  now += 30_001;
  expect(sessions.exchange(late)).toBeNull();
  // Not even once the clock was set back.
  now -= 60_000;
  expect(sessions.exchange(late)).toBeNull();
});

it('secrets are compared by hashes of one length, in a time that does not tell how much was right', async () => {
  const seen: [number, number][] = [];
  vi.resetModules();
  vi.doMock('node:crypto', async (original) => {
    const crypto = await original<typeof import('node:crypto')>();
    return {
      ...crypto,
      timingSafeEqual: (one: Buffer, other: Buffer) => {
        seen.push([one.byteLength, other.byteLength]);
        return crypto.timingSafeEqual(one, other);
      },
    };
  });
  const { createSessions: fresh } = await import('../../../electron/hosts/loopback/session.ts');
  vi.doUnmock('node:crypto');
  const sessions = fresh();
  const code = sessions.newCode();
  const token = sessions.exchange(code) ?? '';
  expect(sessions.knows(`Bearer ${token}`)).toBe(true);
  expect(sessions.knows(`Bearer ${flipped(token, 0)}`)).toBe(false);
  expect(sessions.knows(`Bearer ${flipped(token, 63)}`)).toBe(false);
  expect(seen).toEqual(Array.from({ length: 4 }, () => [32, 32]));
});

/** With another digit at `at`. */
function flipped(hex: string, at: number): string {
  return `${hex.slice(0, at)}${hex[at] === '0' ? '1' : '0'}${hex.slice(at + 1)}`;
}

it.each([
  ['a length and chunks at once (CL.TE)', 'Content-Length: 31\r\nTransfer-Encoding: chunked'],
  ['chunks and a length at once (TE.CL)', 'Transfer-Encoding: chunked\r\nContent-Length: 31'],
  ['two lengths', 'Content-Length: 31\r\nContent-Length: 5'],
  ['the same length twice', 'Content-Length: 31\r\nContent-Length: 31'],
  ['two lengths in one field', 'Content-Length: 31, 31'],
  ['a length with a sign', 'Content-Length: +31'],
  ['a length in hexadecimal', 'Content-Length: 0x1f'],
  ['a length with a space before its colon', 'Content-Length : 31'],
  ['chunks hidden by a tab', 'Transfer-Encoding:\tchunked'],
  ['chunks under another name', 'Transfer-Encoding: xchunked'],
  ['chunks that are not last', 'Transfer-Encoding: chunked, identity'],
  ['chunks twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'],
  ['chunks alone', 'Transfer-Encoding: chunked'],
  ['a folded field', 'Content-Length: 31\r\nX-Folded: a\r\n Transfer-Encoding: chunked'],
  ['a field folded before it begins', ' Content-Length: 31'],
  ['lines that end in a bare LF', 'Content-Length: 31\nTransfer-Encoding: chunked'],
  ['a bare CR in a field', 'Content-Length: 31\rTransfer-Encoding: chunked'],
  ['a NUL in a field', 'Content-Length: 31\r\nX: a\0b'],
  ['a field without a name', 'Content-Length: 31\r\n: x'],
  ['no length', 'X: 1'],
  ['a content encoding', 'Content-Length: 31\r\nContent-Encoding: gzip'],
])('smuggling: %s', async (_what, lines) => {
  const site = await start();
  const session = await enter(site);
  const { Connection: _kept, ...fields } = call(site, session);
  const asked = head(site, 'POST /call', fields).replace('\r\n\r\n', `\r\n${lines}\r\n\r\n`);
  // What would be a request of its own, were the first one understood differently.
  const hidden = head(site, 'POST /call', { ...fields, 'Content-Length': '31' }) + body;
  const said = await speak(site, `${asked}0\r\n\r\n${hidden}`);
  expect(statusOf(said)).toBeGreaterThanOrEqual(400);
  expect(said.match(/HTTP\/1\.1 \d/g)).toHaveLength(1);
  expect(site.backend.asked).toEqual([]);
});

it('a pipelined request after a refused one is not answered; after one that was let in it is judged by itself', async () => {
  const site = await start();
  const { Connection: _kept, ...page } = fromBrowser;
  const refused = await speak(
    site,
    head(site, 'GET /', { 'Sec-Fetch-Site': 'cross-site' }) + head(site, 'GET /', fromBrowser),
  );
  expect(refused.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 403']);
  const both = await speak(
    site,
    head(site, 'GET /', page) + head(site, 'GET /', { ...fromBrowser, Host: 'evil.example' }),
  );
  expect(both.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
});

it.each([
  ['CONNECT evil.example:443', /^$/],
  ['CONNECT 127.0.0.1:80', /^$/],
  ['TRACE /', /^HTTP\/1\.1 405/],
  ['TRACK /', /^HTTP\/1\.1 400/],
  ['OPTIONS *', /^HTTP\/1\.1 400/],
  ['OPTIONS /call', /^HTTP\/1\.1 405/],
  ['DELETE /', /^HTTP\/1\.1 405/],
  ['PUT /index.html', /^HTTP\/1\.1 405/],
  ['PROPFIND /', /^HTTP\/1\.1 405/],
  ['HEAD /', /^HTTP\/1\.1 405/],
  ['get /', /^HTTP\/1\.1 400/],
  ['GET http://evil.example/', /^HTTP\/1\.1 400/],
  ['GET http://127.0.0.1/', /^HTTP\/1\.1 400/],
  ['GET https://evil.example/', /^HTTP\/1\.1 400/],
  ['GET //evil.example/', /^HTTP\/1\.1 400/],
  ['GET evil.example', /^HTTP\/1\.1 400/],
  ['GET ?', /^HTTP\/1\.1 400/],
  ['GET /\u0000', /^HTTP\/1\.1 400/],
  ['GET /a b', /^HTTP\/1\.1 400/],
])('%s', async (line, answered) => {
  const site = await start();
  const said = await speak(site, head(site, line, { ...fromBrowser, Origin: site.host.origin }));
  expect(said).toMatch(answered);
  expect(said).not.toContain('<title>');
});

it.each([
  ['a web socket', { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' }],
  [
    'HTTP/2 in the clear',
    { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABkAARAAAAAAAIAAAAA' },
  ],
])('an upgrade to %s ends the connection', async (_what, fields) => {
  const site = await start();
  const said = await speak(site, head(site, 'GET /', { 'Sec-Fetch-Site': 'same-origin', ...fields }));
  expect(said).not.toMatch(/^HTTP\/1\.1 [123]/);
  expect(statusOf(await speak(site, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'))).toBe(400);
});

it.each([
  'application/json;charset=utf-7',
  'application/json; charset=utf-8; boundary=x',
  'application/json, text/plain',
  'application/json+form',
  'application/jsonp',
  'text/json',
  'application/x-www-form-urlencoded; application/json',
  'multipart/form-data',
  'application/octet-stream',
  '',
])('a call as %j, which a form or another site could send', async (type) => {
  const site = await start();
  const session = await enter(site);
  const asked = { ...call(site, session), 'Content-Type': type, 'Content-Length': String(body.length) };
  expect(statusOf(await speak(site, head(site, 'POST /call', asked) + body))).toBe(415);
  expect(site.backend.asked).toEqual([]);
});

it.each([
  ['/%2e%2e%2f%2e%2e%2fsecret.txt', 'escapes twice'],
  ['/%2e%2e%5c%2e%2e%5csecret.txt', 'escaped backslashes'],
  ['/..%252f..%252fsecret.txt', 'escapes of escapes'],
  ['/..%c1%9csecret.txt', 'an overlong backslash'],
  ['/%c0%2e%c0%2e/secret.txt', 'an overlong dot, broken'],
  ['/%f0%80%80%ae%f0%80%80%ae/secret.txt', 'an overlong dot of four bytes'],
  ['/%uff0e%uff0e/secret.txt', 'a wide dot as IIS reads it'],
  ['/．．/secret.txt', 'wide dots'],
  ['/%ef%bc%8e%ef%bc%8e%ef%bc%8fsecret.txt', 'wide dots and slash'],
  ['/assets/app.js%00.html', 'a NUL before the ending'],
  ['/assets/app.js/../../../secret.txt', 'through a file'],
  ['/assets/app.js/', 'a file as a folder'],
  ['/assets/%2e/app.js', 'a dot in between'],
  ['/assets/app.js.', 'an ending Windows forgets'],
  ['/assets/app.js%20', 'a space Windows forgets'],
  ['/ASSETS/APP.JS', 'another case'],
  ['/assets/CON', 'a device'],
  ['/assets/app.js:stream', 'a stream of NTFS'],
  ['/link/secret.txt', 'a link to a folder outside'],
  ['/link.js', 'a link to a file outside'],
])('GET %s (%s) shows nothing from outside', async (probe) => {
  const rendererDir = rendererFolder();
  symlinkSync(path.join(rendererDir, '..'), path.join(rendererDir, 'link'));
  symlinkSync(path.join(rendererDir, '..', 'secret.txt'), path.join(rendererDir, 'link.js'));
  const site = await start({ rendererDir });
  for (const mode of ['navigate', 'no-cors']) {
    const said = await speak(site, head(site, `GET ${probe}`, { ...fromBrowser, 'Sec-Fetch-Mode': mode }));
    expect(statusOf(said), mode).toBeGreaterThanOrEqual(
      probe === '/assets/CON' && mode === 'navigate' ? 200 : 400,
    );
    expect(said).not.toContain('SECRET');
  }
});

it('a download is for one fetch, by the app, of what was offered', async () => {
  const site = await start();
  const session = await enter(site);
  const output = createTransfers(site.dataDir).createOutput('r.csv');
  writeFileSync(output.path, 'figures');
  const offer = async (name: string): Promise<string> =>
    (
      JSON.parse((await post(site, `/download/${output.handle}`, { name }, session)).text) as {
        data: { url: string };
      }
    ).data.url;
  const url = await offer('r.csv');
  // At once, as a page that races the app would.
  const answers = await Promise.all([get(site, url), get(site, url), get(site, url)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404]);
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { host: 'evil.example' },
  ])
    expect((await get(site, await offer('r.csv'), headers)).status).toBe(403);
  // A name cannot end the header it is shown in, and half a letter is no error.
  for (const name of ['a"\r\nSet-Cookie: x=1', 'é\ud800.csv', '../../etc/passwd']) {
    const file = await get(site, await offer(name));
    expect(file.status, JSON.stringify(name)).toBe(200);
    expect(file.headers['set-cookie']).toBeUndefined();
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w%.~-]+$/,
    );
  }
  const last = await offer('r.csv');
  rmSync(output.path);
  expect((await get(site, last)).status).toBe(404);
});

it('no answer of any kind repeats what was sent, and each carries the headers', async () => {
  const site = await start();
  const session = await enter(site);
  const mark = 'zzMARKzz';
  const length = String(body.length);
  const said = await Promise.all([
    speak(site, head(site, `GET /${mark}`, fromBrowser)),
    speak(site, head(site, `GET /${mark}.js`, fromBrowser)),
    speak(site, head(site, `GET /file/${mark}`, { ...fromBrowser, 'Sec-Fetch-Site': 'same-origin' })),
    speak(site, head(site, 'GET /', { ...fromBrowser, Host: mark })),
    speak(site, head(site, 'GET /', { ...fromBrowser, 'Sec-Fetch-Site': mark })),
    speak(site, head(site, `${mark} /`, fromBrowser)),
    speak(site, head(site, `GET ${mark}`, fromBrowser)),
    speak(site, `${mark}\r\n\r\n`),
    speak(site, head(site, 'GET /', { ...fromBrowser, 'X-Long': mark.repeat(4000) })),
    speak(site, `GET / HTTP/1.1\r\nX: ${mark}\r\nConnection: close\r\n\r\n`),
    speak(
      site,
      head(site, 'POST /call', { ...call(site, session), 'Content-Type': mark, 'Content-Length': length }) +
        body,
    ),
    speak(
      site,
      head(site, 'POST /call', { ...call(site, session), Authorization: mark, 'Content-Length': length }) +
        body,
    ),
    speak(site, head(site, 'POST /call', { ...call(site, session), 'Content-Length': '8' }) + mark),
    speak(site, head(site, 'POST /call', { ...call(site, session), 'Content-Length': '10' }) + `"${mark}"`),
    speak(
      site,
      head(site, 'POST /call', { ...call(site, session), Expect: mark, 'Content-Length': length }) + body,
    ),
    speak(site, head(site, 'POST /call', { ...call(site, session), 'Transfer-Encoding': mark })),
    speak(
      site,
      head(site, `POST /upload/${'a'.repeat(32)}?offset=${mark}`, {
        ...call(site, session),
        'Content-Length': '2',
      }) + '{}',
    ),
    speak(
      site,
      head(site, 'POST /session', { ...call(site, session), 'Content-Length': '19' }) + `{"code":"${mark}"}`,
    ),
  ]);
  for (const [at, answer] of said.entries()) {
    expect(answer, String(at)).toMatch(/^HTTP\/1\.1 [245]\d\d /);
    expect(answer, String(at)).not.toContain(mark);
    const fields = answer.split('\r\n\r\n', 1)[0]?.toLowerCase().split('\r\n') ?? [];
    for (const [name, value] of Object.entries(securityHeaders))
      expect(fields, `${at} ${answer}`).toContain(`${name}: ${value}`.toLowerCase());
    expect(fields, String(at)).toContain('cache-control: no-store');
    expect(answer.toLowerCase()).not.toMatch(/\r\n(server|x-powered-by|set-cookie|access-control-[\w-]+):/);
  }
});

it('a call that asks for the way over from another site gets no leave', async () => {
  const site = await start();
  for (const headers of [
    { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    { origin: 'https://evil.example', 'access-control-request-private-network': 'true' },
  ]) {
    const answer = await raw(site.port, { method: 'OPTIONS', path: '/call', headers });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  }
});
