/** What is tried against the desktop from inside a window that somebody else runs: each test is named after it. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listPages } from '../../../electron/backend/pages.ts';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { channels } from '../../../electron/hosts/desktop/channels.ts';
import { labels } from '../../../electron/hosts/desktop/labels.ts';
import { contextTemplate } from '../../../electron/hosts/desktop/menu.ts';
import { placeOf } from '../../../electron/hosts/desktop/place.ts';
import { answer } from '../../../electron/hosts/desktop/protocol.ts';
import { refuseServers } from '../../../electron/hosts/desktop/security.ts';
import { createTrustedSenders } from '../../../electron/hosts/desktop/sender.ts';
import { MAX_CALL_BYTES } from '../../../electron/backend/backend.ts';
import { Emitter, preventable } from '../../support/electron-double/events.ts';
import { double, ipcMain } from '../../support/electron-double/index.ts';
import { callerOf } from '../../support/electron-double/ipc.ts';
import { frameDouble, WebContentsDouble } from '../../support/electron-double/window.ts';
import { call, desk, transfer } from './support/desk.ts';
import { fakeBackend } from './support/fakeBackend.ts';
import { rendererFolder, temporaryFolder } from './support/folders.ts';
import { testBackend } from '../../support/backend.ts';

vi.mock('electron', () => import('../../support/electron-double/index.ts'));

/** An object with its own key `__proto__`, as a message can have. */
const withProto = (more: object): unknown =>
  JSON.parse(JSON.stringify({ ...more, proto: { polluted: true } }).replace('"proto"', '"__proto__"'));
const polluted = (): unknown => Reflect.get({}, 'polluted');

it('keys that would change every object change none, and reach no service', async () => {
  const { window, backend } = desk();
  expect(await transfer(window, withProto({ do: 'open', name: 'a', size: 1, modified: 0 }))).toMatchObject({
    error: { code: 'invalid-input' },
  });
  expect(
    await transfer(window, { do: 'open', name: 'a', size: 1, modified: 0, constructor: { prototype: {} } }),
  ).toMatchObject({
    error: { code: 'invalid-input' },
  });
  await call(window, 'clients.list', withProto({}));
  expect(polluted()).toBeUndefined();
  // A service sees what JSON says: a key like any other, of an object like any other.
  expect(Object.getPrototypeOf(backend.asked[0]?.input)).toBe(Object.prototype);
});

it('over the real contract such keys, and calls named after what objects have, are refused or without effect', async () => {
  const backend = await testBackend();
  onTestFinished(() => backend.stop());
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '__defineGetter__',
    'valueOf',
    '',
  ])
    expect(await backend.reply(name, {}), name).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
  for (const input of [
    withProto({ language: 'es' }),
    { constructor: { prototype: { polluted: true } } },
    withProto({}),
    [],
    null,
    'x',
    7,
  ])
    await backend.reply('app.setSettings', input);
  expect(polluted()).toBeUndefined();
  expect(await backend.reply('app.state', {})).toMatchObject({ ok: true });
});

it.each<[string, () => unknown]>([
  [
    'a circle',
    () => {
      const circle: Record<string, unknown> = {};
      circle['self'] = circle;
      return circle;
    },
  ],
  ['a number without end', () => ({ n: 10n })],
  ['more than a call may be', () => ({ text: 'x'.repeat(MAX_CALL_BYTES) })],
  ['more than a call may be, in letters of three bytes', () => ({ text: '€'.repeat(MAX_CALL_BYTES / 3) })],
  [
    'a million lists in each other',
    () => {
      let deep: unknown = [];
      for (let n = 0; n < 20_000; n += 1) deep = [deep];
      return deep;
    },
  ],
])('a call that carries %s is not one', async (_what, input) => {
  const { window, backend, errors } = desk();
  // Very deep ones may not even be copied from one process to the other.
  const notCopied = { ok: false, error: { code: 'invalid-input' } };
  const reply = await call(window, 'clients.list', input()).catch(() => notCopied);
  expect(reply).toMatchObject(notCopied);
  expect(backend.asked).toEqual([]);
  expect(errors).toEqual([]);
});

it('what JSON cannot say arrives as it would over the other host', async () => {
  const { window, backend } = desk();
  await call(window, 'clients.list', {
    bytes: new Uint8Array(3),
    date: new Date(0),
    map: new Map([['a', 1]]),
    nothing: undefined,
    infinite: Number.POSITIVE_INFINITY,
  });
  expect(backend.asked[0]?.input).toEqual({
    bytes: { 0: 0, 1: 0, 2: 0 },
    date: '1970-01-01T00:00:00.000Z',
    map: {},
    infinite: null,
  });
});

it.each([
  '',
  'a',
  'A'.repeat(32),
  'a'.repeat(31),
  'a'.repeat(33),
  `${'a'.repeat(32)}\n`,
  `${'a'.repeat(31)}/`,
  '../../../../etc/passwd',
  `${'a'.repeat(16)}\0${'a'.repeat(15)}`,
  'ａ'.repeat(32),
  7,
  null,
  ['a'.repeat(32)],
  { toString: 'a'.repeat(32) },
])('%j is no handle', async (wrong) => {
  const { window } = desk();
  for (const request of [
    { do: 'done', handle: wrong },
    { do: 'chunk', handle: wrong, offset: 0, bytes: new Uint8Array(1) },
    { do: 'save', handle: wrong, name: 'x' },
    { do: 'saveAll', files: [{ handle: wrong, name: 'x' }] },
  ])
    expect(await transfer(window, request)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(double.saveDialogs).toEqual([]);
});

it.each<[string, object]>([
  ['a size that is no number', { size: Number.NaN }],
  ['a size without end', { size: Number.POSITIVE_INFINITY }],
  ['a size as text', { size: '10' }],
  ['a time that no date can be', { modified: 1e300 }],
  ['half a millisecond', { modified: 0.5 }],
  ['a name that is a list', { name: ['a'] }],
])('a file with %s is none', async (_what, wrong) => {
  const { window } = desk();
  expect(await transfer(window, { do: 'open', name: 'a', size: 1, modified: 0, ...wrong })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
});

it.each<[string, unknown]>([
  ['a memory shared with the page', new Uint8Array(new SharedArrayBuffer(8))],
  ['numbers of two bytes', new Uint16Array(4)],
  ['a view', new DataView(new ArrayBuffer(4))],
  ['a buffer without a view', new ArrayBuffer(4)],
  ['a piece of more than a mebibyte', new Uint8Array(1_048_577)],
  ['what only looks like bytes', { byteLength: 1, buffer: {}, length: 1, 0: 1 }],
])('a chunk that is %s is none, or its bytes and no more', async (_what, bytes) => {
  const { window, transfers } = desk();
  const upload = transfers.createUpload({ name: 'a', size: 8, modified: 0 });
  const reply = await transfer(window, { do: 'chunk', handle: upload, offset: 0, bytes });
  expect(reply).toMatchObject(
    bytes instanceof Uint8Array && bytes.byteLength === 8
      ? { ok: true }
      : { error: { code: 'invalid-input' } },
  );
});

it('a file that a page opens is never one of the disk: only a handle comes back, and only bytes go in', async () => {
  const { window } = desk();
  const reply = (await transfer(window, { do: 'open', name: '/etc/passwd', size: 1, modified: 0 })) as {
    data: object;
  };
  expect(Object.keys(reply.data)).toEqual(['handle']);
  const dataDir = temporaryFolder();
  const transfers = createTransfers(dataDir);
  transfers.createUpload({ name: '../../escaped', size: 0, modified: 0 });
  expect(
    readdirSync(path.join(dataDir, 'transfer')).filter((name) => !/^[0-9a-f]{32}(?:\.json)?$/.test(name)),
  ).toEqual([]);
});

it('a frame that vanishes while it asks, and a window that does, are not answered and throw nothing', async () => {
  const { backend } = desk();
  const senders = createTrustedSenders(placeOf(undefined, true));
  const gone = new WebContentsDouble();
  gone.mainFrame.url = 'app://pulsebook/';
  senders.register(gone as never);
  const vanished = {
    sender: gone,
    get senderFrame(): never {
      throw new TypeError('Object has been destroyed');
    },
  };
  expect(senders.trusts(vanished as never)).toBe(false);
  expect(senders.trusts({ sender: gone, senderFrame: gone.mainFrame } as never)).toBe(true);
  gone.emit('destroyed');
  expect(senders.trusts({ sender: gone, senderFrame: gone.mainFrame } as never)).toBe(false);
  // A window of another's opener, or one that the app itself opened, would be a WebContents nobody registered.
  const opened = new WebContentsDouble();
  opened.mainFrame.url = 'app://pulsebook/';
  for (const channel of ipcMain.handlers.keys())
    await ipcMain.call(callerOf(opened, frameDouble('app://pulsebook/')), channel, 'app.state', {});
  expect(backend.asked).toEqual([]);
});

it('a host that fails behind any channel answers a value, never the words of its error', async () => {
  const broken = (): Promise<never> => Promise.reject(new Error('/home/ana/secret'));
  const { window, errors } = desk(fakeBackend(broken), broken);
  for (const channel of [channels.call, channels.transfer, channels.backups, channels.opened]) {
    const said = await ipcMain
      .call(callerOf(window), channel, 'clients.list', {})
      .catch((error: Error) => error);
    expect(said, channel).not.toBeInstanceOf(Error);
    expect(JSON.stringify(said)).not.toContain('ana');
  }
  expect(errors).toHaveLength(2);
});

it.each(['HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'TRACE'])('app:// answers no %s', async (method) => {
  const pages = listPages(rendererFolder());
  expect((await answer(pages, { method, url: 'app://pulsebook/' })).status).toBe(405);
});

it.each([
  'app://pulsebook@evil/',
  'app://evil@pulsebook/',
  'app://pulsebook:443/',
  'app://PULSEBOOK/',
  'app://pulsebook./',
  'app://pulsebook%2e/',
  'app:/index.html',
  'app:pulsebook/index.html',
  'app:///pulsebook/index.html',
  'http://pulsebook/',
  'file:///index.html',
  'app://[::1]/',
  '',
])('%s is not the app', async (url) => {
  const pages = listPages(rendererFolder());
  expect((await answer(pages, { method: 'GET', url })).status).toBe(403);
  expect(placeOf(undefined, true).isOurs(url)).toBe(false);
});

it('a server that asks who one is learns nothing', () => {
  const app = new Emitter();
  refuseServers(app as never);
  const said: unknown[][] = [];
  const answered = (...args: unknown[]): void => void said.push(args);
  const asked = (name: string, ...args: unknown[]): boolean => {
    const event = preventable({});
    app.emit(name, event, ...args);
    return event.defaultPrevented;
  };
  expect(
    asked('certificate-error', {}, 'https://x/', 'net::ERR_CERT_AUTHORITY_INVALID', {}, answered, true),
  ).toBe(true);
  expect(asked('login', {}, { url: 'https://x/' }, { isProxy: true, scheme: 'basic' }, answered)).toBe(true);
  expect(asked('select-client-certificate', {}, 'https://x/', [{ subjectName: 'Ana' }], answered)).toBe(true);
  expect(said).toEqual([[false], [], []]);
});

it('the menu of a text has nothing that opens, saves, searches or inspects', () => {
  const editFlags = {
    canCut: true,
    canCopy: true,
    canPaste: true,
    canSelectAll: true,
    canUndo: true,
    canRedo: true,
  };
  for (const isEditable of [true, false]) {
    const items =
      contextTemplate(labels.en, {
        isEditable,
        selectionText: 'x',
        editFlags,
        linkURL: 'https://evil.example/',
        srcURL: 'https://evil.example/x.png',
      } as never) ?? [];
    const roles = items.flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(
      roles.filter((role) => !['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'].includes(role)),
    ).toEqual([]);
    expect(items.filter(({ click }) => click !== undefined)).toEqual([]);
  }
});
