import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { listPages } from '../../../electron/backend/pages.ts';
import { channels } from '../../../electron/hosts/desktop/channels.ts';
import { labels } from '../../../electron/hosts/desktop/labels.ts';
import { contextTemplate, menuTemplate } from '../../../electron/hosts/desktop/menu.ts';
import type { MenuParts } from '../../../electron/hosts/desktop/menu.ts';
import { placeOf } from '../../../electron/hosts/desktop/place.ts';
import { answer } from '../../../electron/hosts/desktop/protocol.ts';
import { hardenContents, hardenSession, lockNetwork } from '../../../electron/hosts/desktop/security.ts';
import { readWindowState, writeWindowState } from '../../../electron/hosts/desktop/windowState.ts';
import { isCommandId } from '../../../shared/domain/commands.ts';
import { double, ipcMain } from '../../support/electron-double/index.ts';
import { callerOf } from '../../support/electron-double/ipc.ts';
import { SessionDouble } from '../../support/electron-double/session.ts';
import { frameDouble, WebContentsDouble } from '../../support/electron-double/window.ts';
import { call, desk, transfer } from './support/desk.ts';
import { fakeBackend } from './support/fakeBackend.ts';
import { rendererFolder, temporaryFolder } from './support/folders.ts';
import { traversals } from './support/traversals.ts';

vi.mock('electron', () => import('../../support/electron-double/index.ts'));

const place = placeOf(undefined, true);

beforeEach(() => {
  ipcMain.handlers.clear();
  double.saveTo = null;
  double.saveDialogs.length = 0;
  double.saveInto = null;
  double.folderDialogs.length = 0;
  double.messageBoxes.length = 0;
  double.answer = 0;
});

it('there are four channels in, and a call on the first reaches the backend', async () => {
  const { backend, window } = desk();
  expect([...ipcMain.handlers.keys()]).toEqual([
    'pulsebook',
    'pulsebook:transfer',
    'pulsebook:opened',
    'pulsebook:backups',
  ]);
  expect(await call(window, 'clients.list', { a: 1 })).toEqual({
    ok: true,
    data: { name: 'clients.list', input: { a: 1 } },
  });
  expect(backend.asked).toEqual([{ name: 'clients.list', input: { a: 1 } }]);
});

it.each<[string, (window: WebContentsDouble) => ReturnType<typeof callerOf>]>([
  [
    'a WebContents nobody registered',
    () => {
      const stranger = new WebContentsDouble();
      stranger.mainFrame.url = 'app://pulsebook/';
      return callerOf(stranger);
    },
  ],
  [
    'a frame inside the window',
    (window) => callerOf(window, frameDouble('app://pulsebook/', window.mainFrame)),
  ],
  ['a frame that is gone', (window) => callerOf(window, null)],
  ['a frame of another page in our window', (window) => callerOf(window, frameDouble('app://pulsebook/'))],
  [
    'a window that shows another site',
    (window) => ((window.mainFrame.url = 'https://evil.example/'), callerOf(window)),
  ],
  [
    'a window on a look-alike origin',
    (window) => ((window.mainFrame.url = 'app://pulsebook.evil/'), callerOf(window)),
  ],
  ['a window on a file', (window) => ((window.mainFrame.url = 'file:///app/index.html'), callerOf(window))],
  ['a blank window', (window) => ((window.mainFrame.url = 'about:blank'), callerOf(window))],
  ['a window that was destroyed', (window) => (window.emit('destroyed'), callerOf(window))],
])('%s is not answered', async (_what, caller) => {
  const { backend, window } = desk();
  const from = caller(window);
  for (const channel of [channels.call, channels.transfer]) {
    expect(await ipcMain.call(from, channel, 'clients.list', {})).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  }
  expect(await ipcMain.call(from, channels.backups)).toBe(false);
  expect(backend.asked).toEqual([]);
});

it.each([
  ['nothing', []],
  ['a number for a name', [1, {}]],
  ['a name without end', ['x'.repeat(65), {}]],
  ['more than a call', ['app.state', {}, {}]],
  ['an object', [{ name: 'app.state' }]],
])('a call that is %s is invalid', async (_what, message) => {
  const { backend, window } = desk();
  expect(await call(window, ...message)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(backend.asked).toEqual([]);
});

const handle = 'a'.repeat(32);
it.each<[string, unknown]>([
  ['nothing', undefined],
  ['an unknown deed', { do: 'delete', handle }],
  ['a path for a handle', { do: 'done', handle: '../../pulsebook.db' }],
  ['a path to adopt', { do: 'open', name: 'a', size: 1, modified: 0, path: '/etc/passwd' }],
  ['a chunk of text', { do: 'chunk', handle, offset: 0, bytes: 'abc' }],
  ['a chunk as an array', { do: 'chunk', handle, offset: 0, bytes: [1, 2] }],
  ['a chunk of more than a mebibyte', { do: 'chunk', handle, offset: 0, bytes: new Uint8Array(1_048_577) }],
  ['a chunk before the start', { do: 'chunk', handle, offset: -1, bytes: new Uint8Array(1) }],
  ['a name without end', { do: 'save', handle, name: 'x'.repeat(401) }],
  ['many saves of nothing', { do: 'saveAll', files: [] }],
  ['many saves with a path for a handle', { do: 'saveAll', files: [{ handle: '/etc/passwd', name: 'x' }] }],
  ['many saves into a folder of its choice', { do: 'saveAll', files: [{ handle, name: 'x' }], folder: '/' }],
  [
    'more saves than there can be',
    { do: 'saveAll', files: Array.from({ length: 2001 }, () => ({ handle, name: 'x' })) },
  ],
])('a transfer that is %s is invalid', async (_what, message) => {
  const { window } = desk();
  expect(await transfer(window, message)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(double.saveDialogs).toEqual([]);
  expect(double.folderDialogs).toEqual([]);
});

it('a failing backend answers without a word of the error', async () => {
  const { window, errors } = desk(fakeBackend(() => Promise.reject(new Error('/home/ana/secret'))));
  const reply = await call(window, 'clients.list', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(reply)).not.toContain('ana');
  expect(errors).toHaveLength(1);
});

it('a made file is saved where the person says, whole, and the dialog offers a fitting name in their language', async () => {
  const { transfers, window } = desk();
  const output = transfers.createOutput('r.xlsx');
  writeFileSync(output.path, 'workbook');
  const folder = temporaryFolder();
  double.saveTo = path.join(folder, 'Informe.xlsx');
  writeFileSync(double.saveTo, 'old');
  expect(await transfer(window, { do: 'save', handle: output.handle, name: 'Informe: mayo?.xlsx' })).toEqual({
    ok: true,
    data: { outcome: 'saved', name: 'Informe.xlsx' },
  });
  expect(readFileSync(double.saveTo, 'utf8')).toBe('workbook');
  expect(double.saveDialogs[0]).toMatchObject({
    title: 'Guardar',
    defaultPath: '/nowhere/documents/Informe_ mayo_.xlsx',
    filters: [{ name: 'Libro de Excel', extensions: ['xlsx'] }],
  });
  await transfer(window, { do: 'save', handle: output.handle, name: 'b.csv' });
  expect(double.saveDialogs[1]?.defaultPath).toBe(path.join(folder, 'b.csv'));
});

it('a save that is given up, or cannot be done, says which', async () => {
  const { transfers, window } = desk();
  const output = transfers.createOutput('r.xlsx');
  writeFileSync(output.path, 'workbook');
  const save = (): Promise<unknown> =>
    transfer(window, { do: 'save', handle: output.handle, name: 'r.xlsx' });
  expect(await save()).toEqual({ ok: true, data: { outcome: 'cancelled' } });
  double.saveTo = path.join(temporaryFolder(), 'gone', 'r.xlsx');
  expect(await save()).toEqual({ ok: true, data: { outcome: 'failed', code: 'path-invalid' } });
  double.saveTo = path.join(temporaryFolder(), 'r.xlsx');
  transfers.release(output.handle);
  expect(await save()).toEqual({ ok: true, data: { outcome: 'failed', code: 'handle-expired' } });
});

it.each(traversals)('app://pulsebook%s shows nothing from outside', async (probe) => {
  const pages = listPages(rendererFolder());
  const response = await answer(pages, { method: 'GET', url: `app://pulsebook${probe}` });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toContain('SECRET');
});

it('the scheme serves the app, under its policy, to GET and to its own host alone', async () => {
  const pages = listPages(rendererFolder());
  for (const url of [
    'app://pulsebook/',
    'app://pulsebook/clients/3?from=2026-01#x',
    'app://pulsebook/index.html',
  ]) {
    const response = await answer(pages, { method: 'GET', url });
    expect(response.status, url).toBe(200);
    expect(await response.text()).toContain('<title>Pulsebook</title>');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
  expect((await answer(pages, { method: 'POST', url: 'app://pulsebook/' })).status).toBe(405);
  for (const url of ['app://evil/', 'app://pulsebook.evil/', 'app://pulsebook', 'app:///index.html']) {
    expect((await answer(pages, { method: 'GET', url })).status, url).toBe(403);
  }
});

it('a session grants no permission but to copy, loads nothing from a network, downloads nothing, spells nothing', () => {
  const session = new SessionDouble();
  hardenSession(session as never, place, true);
  const grants: unknown[] = [];
  session.permissionRequest?.({} as never, 'geolocation', (granted) => grants.push(granted), {} as never);
  session.displayMedia?.({} as never, (streams) => grants.push(streams));
  expect(grants).toEqual([false, null]);
  for (const permission of [
    'clipboard-read',
    'media',
    'notifications',
    'openExternal',
    'fullscreen',
    'unknown',
  ] as const) {
    expect(session.permissionCheck?.(null, permission, 'app://pulsebook', {} as never), permission).toBe(
      false,
    );
  }
  // What a person copies may go to the clipboard; nothing reads it.
  expect(session.permissionCheck?.(null, 'clipboard-sanitized-write', 'app://pulsebook', {} as never)).toBe(
    true,
  );
  expect(session.devicePermission?.({} as never)).toBe(false);
  expect(session.spellChecker).toBe(false);
  expect(session.lets('app://pulsebook/assets/app.js')).toBe(true);
  for (const url of [
    'https://example.org/',
    'http://127.0.0.1:80/',
    'wss://example.org/',
    'file:///etc/passwd',
  ])
    expect(session.lets(url), url).toBe(false);
  expect(session.emitPreventable('will-download')).toBe(true);
});

it('no contents may leave the app, open a window or embed one', () => {
  const contents = new WebContentsDouble();
  hardenContents(contents as never, place);
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    expect(contents.emitPreventable(event, { url: 'app://pulsebook/clients' }), event).toBe(false);
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://evil/',
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
    ]) {
      expect(contents.emitPreventable(event, { url }), `${event} ${url}`).toBe(true);
    }
  }
  expect(contents.emitPreventable('will-attach-webview')).toBe(true);
  for (const url of ['app://pulsebook/', 'https://example.org/'])
    expect(contents.openHandler?.({ url } as never)).toEqual({ action: 'deny' });
});

it('no name is ever looked up, except while developing', () => {
  const switches = (where: typeof place): string[] => {
    const said: string[] = [];
    lockNetwork(
      { appendSwitch: (name, value) => void said.push(value === undefined ? name : `${name}=${value}`) },
      where,
    );
    return said;
  };
  expect(switches(place)).toContain('host-resolver-rules=MAP * ~NOTFOUND');
  expect(switches(placeOf('http://localhost:5173', false)).join()).not.toContain('host-resolver-rules');
});

interface Item {
  readonly id?: string;
  readonly role?: string;
  readonly type?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: unknown;
  readonly click?: () => void;
}
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...flat((item.submenu as Item[] | undefined) ?? [])]);
const menuOf = (language: 'en' | 'es', platform: NodeJS.Platform, more: Partial<MenuParts> = {}): Item[] =>
  flat(
    menuTemplate({
      words: labels[language],
      platform,
      dev: false,
      clients: [{ id: 3, name: 'Bramble & Fern' }],
      choose: () => undefined,
      ...more,
    }) as Item[],
  );

it('the menu has the same roles and commands in both languages, with developer tools only while developing', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const [en, es] = [menuOf('en', platform), menuOf('es', platform)];
    const marks = (items: readonly Item[]): unknown[] =>
      items.map(({ role, id, accelerator }) => [role, id, accelerator]);
    expect(marks(en)).toEqual(marks(es));
    for (const items of [en, es])
      expect(items.filter(({ type, label }) => type !== 'separator' && (label ?? '') === '')).toEqual([]);
    expect(en.map(({ role }) => role)).not.toContain('toggleDevTools');
    expect(menuOf('en', platform, { dev: true }).map(({ role }) => role)).toContain('toggleDevTools');
    for (const role of ['copy', 'paste', 'undo', 'quit', 'togglefullscreen', 'about'])
      expect(es.map((item) => item.role)).toContain(role);
    // Every line does something: a role, a menu below it, or a command.
    expect(
      en.filter(
        ({ role, type, submenu, click }) =>
          role === undefined && type !== 'separator' && submenu === undefined && click === undefined,
      ),
    ).toEqual([]);
    // What Electron knows as a role has the system's own keys; no two of ours are the same.
    const keys = en.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(new Set(keys).size).toBe(keys.length);
  }
});

it('each system has its menus where its people look for them', () => {
  const tops = (platform: NodeJS.Platform): (string | undefined)[] =>
    (
      menuTemplate({
        words: labels.es,
        platform,
        dev: false,
        clients: [],
        choose: () => undefined,
      }) as Item[]
    ).map(({ label }) => label);
  expect(tops('linux')).toEqual(['Archivo', 'Edición', 'Ver', 'Cliente', 'Ir', 'Ventana', 'Ayuda']);
  expect(tops('darwin')).toEqual(['Pulsebook', ...tops('linux')]);
  expect(menuOf('en', 'darwin').map(({ role }) => role)).toEqual(
    expect.arrayContaining(['services', 'hide', 'window', 'help', 'front']),
  );
});

it('a choice is a command of the window, with its keys beside it; keys the window hears itself are not taken twice', () => {
  const chosen: string[] = [];
  const items = menuOf('en', 'linux', { choose: (choice) => chosen.push(choice) });
  for (const { click } of items) click?.();
  expect(chosen).toEqual(expect.arrayContaining(['import', 'search', 'goScorecard', 'help', 'client:3']));
  expect(chosen.filter((choice) => !isCommandId(choice))).toEqual(['client:3']);
  expect(new Set(chosen).size).toBe(chosen.length);
  const one = (id: string): Item | undefined => items.find((item) => item.id === id);
  expect(one('search')).toMatchObject({ accelerator: 'CommandOrControl+K', registerAccelerator: false });
  expect(one('back')).toMatchObject({ accelerator: 'Alt+Left', registerAccelerator: false });
  expect(one('goScorecard')?.accelerator).toBe('CommandOrControl+2');
  expect(one('goScorecard')?.registerAccelerator).toBeUndefined();
  // An ampersand of a name is no key of the menu.
  expect(items.map(({ label }) => label)).toContain('Bramble && Fern');
});

it('a text field has its menu, marked text can be copied, anything else has none', () => {
  const editFlags = {
    canCut: false,
    canCopy: true,
    canPaste: true,
    canSelectAll: true,
    canUndo: false,
    canRedo: false,
  };
  const field = contextTemplate(labels.es, { isEditable: true, selectionText: '', editFlags }) as Item[];
  expect(field.flatMap(({ role }) => (role === undefined ? [] : [role]))).toEqual([
    'undo',
    'redo',
    'cut',
    'copy',
    'paste',
    'selectAll',
  ]);
  expect(field.find(({ role }) => role === 'cut')).toMatchObject({ label: 'Cortar', enabled: false });
  expect(contextTemplate(labels.en, { isEditable: false, selectionText: '1,560', editFlags })).toMatchObject([
    { role: 'copy', enabled: true },
  ]);
  expect(contextTemplate(labels.en, { isEditable: false, selectionText: ' ', editFlags })).toBeNull();
});

it('the window comes back where it was, unless that screen is gone', () => {
  const dataDir = temporaryFolder();
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  expect(readWindowState(dataDir, screens)).toBeNull();
  const state = { bounds: { x: 100, y: 50, width: 1280, height: 860 }, maximized: true, fullScreen: false };
  writeWindowState(dataDir, state);
  expect(readWindowState(dataDir, screens)).toEqual(state);
  expect(readWindowState(dataDir, [{ x: -1920, y: 0, width: 1920, height: 1080 }])).toBeNull();
  for (const bounds of [
    { x: 1900, y: 50, width: 1280, height: 860 },
    { x: 0, y: 1060, width: 1280, height: 860 },
    { x: 0, y: 0, width: 10, height: 10 },
  ]) {
    writeWindowState(dataDir, { bounds, maximized: false, fullScreen: false });
    expect(readWindowState(dataDir, screens), JSON.stringify(bounds)).toBeNull();
  }
  writeFileSync(path.join(dataDir, 'window.json'), '{"bounds":');
  expect(readWindowState(dataDir, screens)).toBeNull();
});
