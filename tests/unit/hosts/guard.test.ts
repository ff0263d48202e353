import { expect, it } from 'vitest';
import { judge } from '../../../electron/hosts/loopback/guard.ts';
import type { Asked } from '../../../electron/hosts/loopback/guard.ts';

const host = '127.0.0.1:4711';
const handle = 'a'.repeat(32);

const get = (url: string, headers: Asked['headers'] = {}): Asked => ({
  method: 'GET',
  url,
  headers: { host, 'sec-fetch-site': 'same-origin', ...headers },
});
const post = (url: string, headers: Asked['headers'] = {}): Asked => ({
  method: 'POST',
  url,
  headers: {
    host,
    origin: `http://${host}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': '2',
    ...headers,
  },
});
const status = (asked: Asked): number => {
  const verdict = judge(asked, host);
  return verdict.ok ? 200 : verdict.status;
};

it('what the app itself asks is let in', () => {
  expect(judge(get('/'), host)).toMatchObject({ ok: true, route: { to: 'page', path: '/' } });
  expect(judge(get('/', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }), host)).toMatchObject({
    route: { to: 'page', navigation: true },
  });
  expect(judge(post('/call'), host)).toMatchObject({ ok: true, route: { to: 'call' } });
  expect(judge(post('/events'), host)).toMatchObject({ route: { to: 'events' } });
  expect(judge(post('/upload/open'), host)).toMatchObject({ route: { to: 'upload-open' } });
  expect(
    judge(post(`/upload/${handle}?offset=7`, { 'content-type': 'application/octet-stream' }), host),
  ).toMatchObject({
    route: { to: 'upload-chunk', handle, offset: 7 },
  });
  expect(judge(post(`/upload/${handle}/done`), host)).toMatchObject({ route: { to: 'upload-done', handle } });
  expect(judge(post(`/download/${handle}`), host)).toMatchObject({ route: { to: 'download', handle } });
  expect(judge(get(`/file/${'b'.repeat(64)}`), host)).toMatchObject({ route: { to: 'file' } });
});

it.each([
  ['a foreign name that resolves here (DNS rebinding)', { host: 'evil.example:4711' }],
  ['a name for this machine that is not our address', { host: 'localhost:4711' }],
  ['another port', { host: '127.0.0.1:4712' }],
  ['our address with a dot', { host: '127.0.0.1.:4711' }],
  ['no host', { host: undefined }],
])('%s is refused', (_what, headers) => {
  expect(status(get('/', headers))).toBe(403);
  expect(status(post('/call', headers))).toBe(403);
});

it.each([
  ['no origin', { origin: undefined }],
  ['an opaque origin (sandboxed frame, file)', { origin: 'null' }],
  ['another site', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:3000' }],
  ['a name for this machine', { origin: 'http://localhost:4711' }],
  ['our origin as a prefix', { origin: `http://${host}.evil.example` }],
  ['our address over another scheme', { origin: `https://${host}` }],
  ['a site header that contradicts the origin', { 'sec-fetch-site': 'cross-site' }],
])('a POST with %s is refused', (_what, headers) => {
  for (const url of [
    '/session',
    '/call',
    '/events',
    '/upload/open',
    `/upload/${handle}/done`,
    `/download/${handle}`,
  ]) {
    expect(status(post(url, headers)), url).toBe(403);
  }
});

it.each(['cross-site', 'same-site', '', undefined])('a GET from another site (%s) is refused', (site) => {
  expect(status(get('/', { 'sec-fetch-site': site }))).toBe(403);
  expect(status(get('/assets/app.js', { 'sec-fetch-site': site }))).toBe(403);
});

it('a download is fetched from the app only, not by an address typed or opened', () => {
  expect(status(get(`/file/${'b'.repeat(64)}`, { 'sec-fetch-site': 'none' }))).toBe(403);
  expect(status(get(`/file/${'b'.repeat(63)}`))).toBe(404);
  expect(status(get(`/file/${'b'.repeat(64)}?x`))).toBe(404);
});

it.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'CONNECT', 'get', ''])(
  'method %s is refused',
  (method) => {
    expect(status({ ...get('/'), method })).toBe(405);
  },
);

it.each([
  ['a form', 'application/x-www-form-urlencoded'],
  ['an upload form', 'multipart/form-data; boundary=x'],
  ['plain text', 'text/plain'],
  ['JSON as a form would hide it', 'text/plain; application/json'],
  ['another charset', 'application/json; charset=utf-16'],
  ['bytes', 'application/octet-stream'],
  ['nothing', undefined],
])('a call as %s is refused', (_what, type) => {
  expect(status(post('/call', { 'content-type': type }))).toBe(415);
});

it('a chunk must be bytes, and nothing may be compressed', () => {
  expect(status(post(`/upload/${handle}?offset=0`))).toBe(415);
  expect(status(post('/call', { 'content-encoding': 'gzip' }))).toBe(415);
});

it.each([
  ['a call over 4 MiB', '/call', 4 * 1024 * 1024 + 1, 'application/json'],
  ['a chunk over 1 MiB', `/upload/${handle}?offset=0`, 1024 * 1024 + 1, 'application/octet-stream'],
  ['a session over 64 KiB', '/session', 64 * 1024 + 1, 'application/json'],
])('%s is refused before its body is read', (_what, url, length, type) => {
  const headers = { 'content-type': type, 'content-length': String(length) };
  expect(status(post(url, headers))).toBe(413);
  expect(status(post(url, { ...headers, 'content-length': String(length - 1) }))).toBe(200);
});

it.each([undefined, '', '-1', '1e3', '0x10', '1,2', '9'.repeat(13)])(
  'a body of length %s is refused',
  (length) => {
    expect(status(post('/call', { 'content-length': length }))).toBe(411);
  },
);

it.each([
  'http://evil.example/',
  '//evil.example/',
  '*',
  'evil.example:80',
  '',
  '/a b',
  '/\u0000',
  '/ä',
  '/#code=1',
  '\\\\server',
])('the target %j is refused', (url) => {
  expect(status(get(url))).toBe(400);
});

it.each([
  '/calls',
  '/call/',
  '/call?x=1',
  '/CALL',
  '/',
  '/upload',
  `/upload/${handle}`,
  `/upload/${handle}?offset=-1`,
  `/upload/${handle}?offset=1e9`,
  `/upload/${handle}?offset=1&offset=2`,
  `/upload/../${handle}/done`,
  `/upload/${handle.toUpperCase()}/done`,
  `/download/${handle}/x`,
  '/download/',
  `/file/${'b'.repeat(64)}`,
])('a POST to %s goes nowhere', (url) => {
  expect(status(post(url, { 'content-type': 'application/octet-stream' }))).toBe(404);
});
