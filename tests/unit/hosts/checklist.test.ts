/**
 * Electron's security checklist (electronjs.org/docs/latest/tutorial/security), its twenty items in their order and
 * words. Each is asked of the desktop as it runs: main, its window and the one that prints, on the double of `electron`;
 * or of the files it ships as. What an item takes further stands in desktop.test.ts, preload.test.ts, printer.test.ts
 * and lint-bites.test.ts.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import type { WebPreferences } from 'electron';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { electronFuses, fuses } from '../../../scripts/fuses.mjs';
import { contentSecurityPolicy, metaPolicy } from '../../../electron/backend/pageHeaders.ts';
import { takeOwnership } from '../../../electron/store/owner.ts';
import type { WebContentsDouble } from '../../support/electron-double/window.ts';
import { buildPreload, runPreload } from './support/preloadCode.ts';
import { firstWindow, quit, startMain } from './support/runMain.ts';
import type { Electron, Window } from './support/runMain.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let electron: Electron;
/** Those of the app: the one people see, and the one that prints. */
let windows: readonly Window[] = [];

function pagesIn(at: string): string {
  const pages = mkdtempSync(path.join(at, 'pages-'));
  for (const name of ['index.html', 'print.html'])
    writeFileSync(path.join(pages, name), readFileSync(path.join(root, 'renderer', name), 'utf8'));
  return pages;
}

async function freshMain(prepare?: (electron: Electron) => void): Promise<Electron> {
  vi.resetModules();
  return await startMain(mkdtempSync(path.join(folder, 'book-')), pagesIn(folder), prepare);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-checklist-'));
  // As a developer's shell may have it: nothing of it counts in a packaged app.
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173');
  electron = await freshMain();
  const shown = await firstWindow(electron);
  electron.app.on('web-contents-created', (_event: unknown, contents: WebContentsDouble) => {
    contents.page = {
      run: () => Promise.resolve({ pages: 1, failed: null }),
      pdf: () => Promise.resolve(Buffer.from('%PDF-1.4')),
    };
  });
  const { createDesktopPrinter } = await import('../../../electron/hosts/desktop/printer.ts');
  const pages = pagesIn(folder);
  await createDesktopPrinter({ rendererDir: () => pages }).print('{}');
  windows = electron.BrowserWindow.all;
  if (windows.length !== 2 || windows[0] !== shown) throw new Error('one window that shows, one that prints');
});

afterAll(async () => {
  await quit(electron);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const preferences = (): WebPreferences[] => windows.map(({ options }) => options.webPreferences ?? {});
const each = (name: keyof WebPreferences): unknown[] => preferences().map((one) => one[name]);
const sessions = (): Electron['session']['defaultSession'][] => [
  electron.session.defaultSession,
  ...electron.session.all(),
];
/** The app's own scheme as its window sees it. */
const fetchPage = async (url: string): Promise<Response> =>
  await electron.session.fromPartition('pulsebook').protocol.fetch(url);
/** Every source file of the app, by its path. */
const sources = (): [string, string][] =>
  ['electron', 'renderer', 'shared'].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:tsx?|html|css)$/.test(name))
      .map((name): [string, string] => [
        path.posix.join(top, ...name.split(path.sep)),
        readFileSync(path.join(root, top, name), 'utf8'),
      ]),
  );
const filesWith = (what: RegExp): string[] =>
  sources().flatMap(([name, text]) => (what.test(text) ? [name] : []));

it('1. Only load secure content', async () => {
  expect(windows.map(({ webContents }) => webContents.mainFrame.url.split('/', 3).join('/'))).toEqual([
    'app://pulsebook',
    'app://pulsebook',
  ]);
  expect(electron.protocol.schemes[0]?.privileges?.secure).toBe(true);
  for (const session of sessions()) {
    for (const url of ['http:', 'https:', 'ws:', 'wss:', 'ftp:', 'file:', 'chrome:', 'blob:http:'])
      expect(session.lets(`${url}//localhost:5173/x.js`), url).toBe(false);
  }
  expect(electron.app.switches).toEqual(
    expect.arrayContaining(['host-resolver-rules=MAP * ~NOTFOUND', 'no-proxy-server']),
  );
  // WebRTC asks no session: it gets no network of its own.
  expect(windows.map(({ webContents }) => webContents.webRtc)).toEqual([
    'disable_non_proxied_udp',
    'disable_non_proxied_udp',
  ]);
  const page = await (await fetchPage('app://pulsebook/')).text();
  expect(page).not.toMatch(/(?:src|href)="(?!\.?\/)/);
});

it('2. Do not enable Node.js integration for remote content', () => {
  for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'] as const)
    expect(each(name), name).toEqual([false, false]);
});

it('3. Enable context isolation in all renderers', () => {
  expect(each('contextIsolation')).toEqual([true, true]);
});

it('4. Enable process sandboxing', () => {
  expect(electron.app.sandboxed).toBe(true);
  expect(each('sandbox')).toEqual([true, true]);
  expect(electron.app.switches.join()).not.toMatch(/no-sandbox|disable-setuid|single-process|no-zygote/);
});

it('5. Handle session permission requests from remote content', () => {
  const types = readFileSync(path.join(root, 'node_modules/electron/electron.d.ts'), 'utf8');
  // All names there are, of this version of Electron: a new one is denied like the others.
  const names = ['setPermissionCheckHandler', 'setPermissionRequestHandler'].map((handler) => {
    const declared = new RegExp(`${handler}\\(handler:[^\\n]*?permission: ((?:'[\\w-]+'(?: \\| )?)+)`).exec(
      types,
    );
    return [...(declared?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, name]) => name as 'media');
  });
  expect(names.map((all) => all.length)).toEqual([expect.any(Number), expect.any(Number)]);
  expect(Math.min(...names.map((all) => all.length))).toBeGreaterThan(20);
  const granted = sessions().map((session) => {
    const asked = (names[1] ?? []).filter((name) => {
      let answer: unknown = null;
      session.permissionRequest?.({} as never, name, (given) => (answer = given), {} as never);
      expect(answer, name).toBeTypeOf('boolean');
      return answer;
    });
    const checked = (names[0] ?? []).filter(
      (name) => session.permissionCheck?.(null, name, 'app://pulsebook', {} as never) !== false,
    );
    expect(session.devicePermission?.({} as never)).toBe(false);
    let streams: unknown = 'not answered';
    session.displayMedia?.({} as never, (given) => (streams = given));
    expect(streams).toBeNull();
    return [asked, checked];
  });
  // The one with people in front of it may put on the clipboard what they copy.
  const copying = ['clipboard-sanitized-write'];
  expect(granted).toEqual([
    // The default one, which no window uses.
    [[], []],
    [copying, copying],
    [[], []],
  ]);
});

it('6. Do not disable webSecurity', () => {
  expect(each('webSecurity')).toEqual([true, true]);
  expect(electron.app.switches.join()).not.toMatch(/disable-web-security|disable-site-isolation/);
});

it('7. Define a Content-Security-Policy and use restrictive rules', async () => {
  const rules = new Map(
    contentSecurityPolicy.split('; ').map((rule): [string, string[]] => {
      const [name = '', ...sources_] = rule.split(' ');
      return [name, sources_];
    }),
  );
  expect(rules.get('default-src')).toEqual(["'none'"]);
  for (const name of ['script-src', 'style-src', 'connect-src', 'font-src'])
    expect(rules.get(name), name).toEqual(["'self'"]);
  for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
    expect(rules.get(name), name).toEqual(["'none'"]);
  expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(rules.get('trusted-types')).toEqual(['default', 'pasted']);
  expect(rules.get('img-src')).toEqual(["'self'", 'data:', 'blob:']);
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|wasm|strict-dynamic|nonce|sha256/);
  expect(`${metaPolicy}; frame-ancestors 'none'`).toBe(contentSecurityPolicy);
  for (const [url, status] of [
    ['app://pulsebook/', 200],
    ['app://pulsebook/c/1/dashboard', 200],
    ['app://pulsebook/nothing.js', 404],
    ['app://elsewhere/', 403],
  ] as const) {
    const response = await fetchPage(url);
    expect([response.status, response.headers.get('content-security-policy')], url).toEqual([
      status,
      contentSecurityPolicy,
    ]);
  }
});

it('8. Do not enable allowRunningInsecureContent', () => {
  expect(each('allowRunningInsecureContent')).toEqual([false, false]);
});

it('9. Do not enable experimental features', () => {
  expect(each('experimentalFeatures')).toEqual([false, false]);
  expect(electron.app.switches.join()).not.toMatch(/experimental|enable-features/);
});

it('10. Do not use enableBlinkFeatures', () => {
  expect(preferences().filter((one) => 'enableBlinkFeatures' in one)).toEqual([]);
  expect(electron.app.switches.join()).not.toMatch(/enable-blink-features/);
});

it('11. <webview>: Do not use allowpopups', () => {
  expect(each('webviewTag')).toEqual([false, false]);
  expect(filesWith(/<webview|createElement\(['"]webview/)).toEqual([]);
});

it('12. <webview>: Verify options and params before creation', () => {
  for (const { webContents } of windows)
    expect(webContents.emitPreventable('will-attach-webview', {}, {}, { src: 'app://pulsebook/' })).toBe(
      true,
    );
});

it('13. Disable or limit navigation', () => {
  const away = [
    'https://example.org/',
    'http://localhost:5173/',
    'file:///etc/passwd',
    'app://pulsebook.evil/',
    'app://evil@pulsebook/',
    'app://pulsebook:80/',
    'app:pulsebook',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:app://pulsebook/1',
    'about:blank',
    'about:srcdoc',
    'chrome://settings/',
    'devtools://devtools/bundled/inspector.html',
    'mailto:a@example.org',
    'x',
    '',
  ];
  for (const { webContents } of windows) {
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(webContents.emitPreventable(event, { url: 'app://pulsebook/c/1' }), event).toBe(false);
      for (const url of away)
        expect(webContents.emitPreventable(event, { url }), `${event} ${url}`).toBe(true);
    }
  }
  // What is dropped on a window, a link or a file, is not opened in it.
  expect(each('navigateOnDragDrop')).toEqual([false, false]);
});

it('14. Disable or limit creation of new windows', () => {
  for (const { webContents } of windows) {
    for (const url of ['app://pulsebook/', 'https://example.org/', 'about:blank', ''])
      expect(webContents.openHandler?.({ url } as never)).toEqual({ action: 'deny' });
  }
});

it('15. Do not use shell.openExternal with untrusted content', async () => {
  expect(electron.double.opened).toEqual([]);
  // In one place only, where the address is this app's own in a browser, to the letter.
  expect(filesWith(/openExternal\(/)).toEqual(['electron/main.ts']);
  const code = 'a'.repeat(64);
  for (const url of [
    'https://evil.example/',
    `http://127.0.0.1:80/#code=${code}\u0000`,
    `http://127.0.0.1.evil.example:80/#code=${code}`,
    `http://127.0.0.1:80@evil.example/#code=${code}`,
    `http://127.0.0.1:80/x/#code=${code}`,
    `javascript:alert(1)//http://127.0.0.1:80/#code=${code}`,
    `\nhttp://127.0.0.1:80/#code=${code}`,
    'file:///etc/passwd',
  ]) {
    const dataDir = mkdtempSync(path.join(folder, 'owned-'));
    const owner = await takeOwnership(dataDir, { host: 'loopback', onKnock: () => ({ url }) });
    vi.resetModules();
    const second = await startMain(dataDir, pagesIn(folder));
    await vi.waitFor(() => expect(second.app.exitCode).toBe(0));
    expect(second.double.opened, JSON.stringify(url)).toEqual([]);
    if (owner.ok) owner.owner.release();
  }
});

it('16. Use a current version of Electron', () => {
  const read = (file: string): { version?: string; devDependencies?: Record<string, string> } =>
    JSON.parse(readFileSync(path.join(root, file), 'utf8')) as object;
  const pinned = read('package.json').devDependencies?.['electron'] ?? '';
  // One release, not a range and no preview, so that what was tried is what ships.
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('node_modules/electron/package.json').version).toBe(pinned);
  // A new one every eight weeks, the newest three are mended; 40 came on 13 January 2026.
  const major = Number(pinned.split('.')[0]);
  const until = Date.UTC(2026, 0, 13) + (major - 40 + 3) * 8 * 7 * 86_400_000;
  expect(major).toBeGreaterThanOrEqual(45);
  if (Date.now() > until)
    process.stdout.write(`Electron ${major} is no longer mended by its makers: take a newer one\n`);
});

it('17. Validate the sender of all IPC messages', async () => {
  const { frameDouble, WebContentsDouble: Contents } =
    await import('../../support/electron-double/window.ts');
  const { callerOf } = await import('../../support/electron-double/ipc.ts');
  const { ipcMain } = electron;
  const own = windows[0]?.webContents as WebContentsDouble;
  const stranger = new Contents();
  stranger.mainFrame.url = 'app://pulsebook/';
  const disposed = {
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
    parent: null,
    frameToken: own.mainFrame.frameToken,
    processId: own.mainFrame.processId,
  };
  const callers = [
    callerOf(stranger),
    callerOf(own, null),
    callerOf(own, disposed),
    callerOf(own, frameDouble('app://pulsebook/', own.mainFrame)),
    callerOf(own, frameDouble('app://pulsebook/')),
    callerOf(own, { ...own.mainFrame, url: 'https://evil.example/' }),
    callerOf(own, { ...own.mainFrame, url: 'about:srcdoc' }),
    callerOf(own, { ...own.mainFrame, processId: own.mainFrame.processId + 1 }),
    callerOf(own, { ...own.mainFrame, parent: own.mainFrame }),
    // The window that prints shows the app too, and has nothing to say.
    callerOf(windows[1]?.webContents as WebContentsDouble),
  ];
  expect(ipcMain.handlers.size).toBeGreaterThanOrEqual(3);
  const denied = async (caller: ReturnType<typeof callerOf>, channel: string): Promise<void> => {
    const answer = await ipcMain.call(caller, channel, 'app.state', {});
    const refused = typeof answer === 'object' && answer !== null && 'ok' in answer ? answer.ok : answer;
    expect(refused === false || (Array.isArray(refused) && refused.length === 0), channel).toBe(true);
  };
  for (const channel of ipcMain.handlers.keys()) for (const caller of callers) await denied(caller, channel);
  expect(await ipcMain.call(callerOf(own), 'pulsebook', 'app.state', {})).toMatchObject({ ok: true });
});

it('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', () => {
  expect(electron.session.all().map((own) => [...own.protocol.handlers.keys()])).toEqual([['app'], ['app']]);
  expect([...electron.protocol.handlers.keys()]).toEqual([]);
  expect(electron.protocol.schemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  for (const session of sessions()) expect(session.lets('file:///etc/passwd')).toBe(false);
  expect(filesWith(/\.loadFile\(|\bregisterFileProtocol|interceptFileProtocol/)).toEqual([]);
});

it('19. Check which fuses you can change', async () => {
  const options = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
  // Every fuse this version knows is decided, with a reason.
  expect(fuses.map(({ option }) => option)).toEqual(options);
  expect(fuses.filter(({ why }) => why.length < 20)).toEqual([]);
  expect(Object.fromEntries(fuses.map(({ option, on }) => [FuseV1Options[option], on]))).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    WasmTrapHandlers: true,
  });
  const { default: config } = (await import(path.join(root, 'electron-builder.config.mjs'))) as {
    default: Record<string, unknown>;
  };
  expect(config['electronFuses']).toMatchObject(electronFuses);
  expect(config['asar']).not.toBe(false);
  expect(config['disableAsarIntegrity']).not.toBe(true);
  // Without RunAsNode there is no Node to start: the desktop's one process of its own is a utility process.
  expect(filesWith(/from '(?:node:)?child_process'/)).toEqual([
    'electron/backend/jobs/forkLauncher.ts',
    'electron/hosts/chromium/browser.ts',
  ]);
  const main = readFileSync(path.join(root, 'electron/main.ts'), 'utf8');
  expect(main).toContain('parser: utilityLauncher()');
  expect(main).not.toContain('hosts/chromium/');
});

it('20. Do not expose Electron APIs to untrusted web content', async () => {
  const exposed: Record<string, unknown> = {};
  const used: [string, unknown][] = [];
  const heard = new Map<string, (...args: unknown[]) => void>();
  const secret = { sender: { send: () => undefined }, ports: [] };
  const renderer: Record<string, unknown> = {
    invoke: (channel: string) => {
      used.push(['invoke', channel]);
      return Promise.resolve({ ok: true, data: { handle: 'a'.repeat(32) } });
    },
    on: (channel: string, listener: (...args: unknown[]) => void) => {
      used.push(['on', channel]);
      heard.set(channel, listener);
      return renderer;
    },
    off: (channel: string) => {
      used.push(['off', channel]);
      return renderer;
    },
  };
  runPreload(await buildPreload(), {
    ipcRenderer: renderer,
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed[name] = api) },
  });
  expect(Object.keys(exposed)).toEqual(['pulsebook', 'pulsebookDesktop']);
  const { channels } = await import('../../../electron/hosts/desktop/channels.ts');
  const passed: unknown[] = [];
  for (const [name, api] of Object.entries(exposed)) {
    for (const [key, member] of Object.entries(api as object)) {
      expect(member, `${name}.${key}`).toBeTypeOf('function');
      // Whatever a page hands in never becomes a channel, and what it is handed back is no part of Electron.
      const result: unknown = (member as (...args: unknown[]) => unknown)(
        key === 'subscribe' || key.startsWith('on')
          ? (...args: unknown[]) => passed.push(...args)
          : evilInput,
        evilInput,
      );
      expect(result === renderer || result === secret, `${name}.${key}`).toBe(false);
      await Promise.resolve(result).catch(() => undefined);
      const ended: unknown = typeof result === 'function' ? (result as () => unknown)() : null;
      expect(ended === renderer, `${name}.${key}`).toBe(false);
    }
  }
  for (const [, channel] of used) expect(Object.values(channels)).toContain(channel);
  for (const listener of heard.values()) listener(secret, 'told');
  expect(passed).not.toContain(secret);
  expect(passed).toContain('told');
});

/** What a page might try: a channel's name where a call's, a file's or a list belongs. */
const evilInput = Object.assign([], {
  name: 'ELECTRON_BROWSER_REQUIRE',
  channel: 'ELECTRON_BROWSER_REQUIRE',
  size: 0,
  modified: 0,
  map: () => [],
});
