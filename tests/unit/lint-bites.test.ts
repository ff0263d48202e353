/**
 * The lint that keeps the shell shut really bites: little bad files, laid out like the project, are refused under its very
 * configuration, each by the rule meant for it; and the few places that may do more than the rest are the ones named here.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const root = path.resolve(import.meta.dirname, '../..');
const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');

type Case = readonly [what: string, at: string, code: string, rule: string];
const GLOBALS = 'no-restricted-globals';
const PROPERTIES = 'no-restricted-properties';
const IMPORTS = 'no-restricted-imports';

const page = 'renderer/features/x';
const bad: readonly Case[] = [
  [
    'raw IPC beside ipc.ts',
    'electron/hosts/desktop/x',
    "import { ipcMain } from 'electron'; ipcMain.emit('x');",
    IMPORTS,
  ],
  ['raw IPC in main', 'electron/main', "import { ipcMain } from 'electron'; ipcMain.emit('x');", IMPORTS],
  [
    'the window’s side of IPC in the main process',
    'electron/hosts/desktop/ipc',
    "import { ipcRenderer } from 'electron'; ipcRenderer.send('x');",
    IMPORTS,
  ],
  ['Electron in the backend', 'electron/backend/x', "import { app } from 'electron'; app.quit();", IMPORTS],
  [
    'Electron in the loopback host',
    'electron/hosts/loopback/x',
    "import { app } from 'electron'; app.quit();",
    IMPORTS,
  ],
  ['Electron in the window', page, "import { shell } from 'electron'; export { shell };", IMPORTS],
  ['remote in the window', page, "import { app } from '@electron/remote'; app.quit();", IMPORTS],
  [
    'Electron’s own network',
    'electron/hosts/desktop/x',
    "import { net } from 'electron'; net.request('x');",
    IMPORTS,
  ],
  [
    'an updater',
    'electron/main',
    "import { autoUpdater } from 'electron'; autoUpdater.checkForUpdates();",
    IMPORTS,
  ],
  [
    'more than electron in the preload',
    'electron/preload',
    "import fs from 'node:fs'; fs.rmSync('x');",
    IMPORTS,
  ],
  ['the backend in the preload', 'electron/preload', "import { x } from './backend/x.ts'; x();", IMPORTS],
  ['Node in the window', page, "import fs from 'node:fs'; fs.rmSync('x');", IMPORTS],
  ['the other host', 'electron/hosts/desktop/x', "import { x } from '../loopback/server.ts'; x();", IMPORTS],
  ['HTTP in the backend', 'electron/backend/x', "import http from 'node:http'; http.get('x');", IMPORTS],
  [
    'HTTPS in the loopback host',
    'electron/hosts/loopback/x',
    "import https from 'https'; https.get('x');",
    IMPORTS,
  ],
  [
    'a socket in the backend',
    'electron/backend/x',
    "import { connect } from 'node:net'; connect(1);",
    IMPORTS,
  ],
  [
    'a look-up in the store',
    'electron/store/x',
    "import dns from 'dns/promises'; await dns.lookup('x');",
    IMPORTS,
  ],
  [
    'a program started by the backend',
    'electron/backend/x',
    "import { exec } from 'child_process'; exec('x');",
    IMPORTS,
  ],
  [
    'a program started by the desktop',
    'electron/hosts/desktop/x',
    "import { fork } from 'node:child_process'; fork('x');",
    IMPORTS,
  ],
  [
    'a program started by the command line',
    'electron/cli',
    "import { spawn } from 'node:child_process'; spawn('x');",
    IMPORTS,
  ],
  ['a program handed on', 'electron/backend/x', "export { exec } from 'node:child_process';", IMPORTS],
  [
    'a machine for code',
    'electron/backend/x',
    "import vm from 'node:vm'; vm.runInThisContext('x');",
    IMPORTS,
  ],
  ['a debugger', 'electron/backend/x', "import inspector from 'node:inspector'; inspector.open();", IMPORTS],
  [
    'a way round imports',
    'electron/backend/x',
    "import { createRequire } from 'node:module'; createRequire('x');",
    IMPORTS,
  ],
  ['eval', 'shared/domain/x', "eval('1');", 'no-eval'],
  ['eval in the backend', 'electron/backend/x', "globalThis.eval('1');", 'no-eval'],
  ['new Function', 'shared/domain/x', "export const f = new Function('return 1');", 'no-new-func'],
  ['Function', page, "export const f = Function('return 1');", 'no-new-func'],
  ['a script as an address', page, "export const at = 'javascript:alert(1)';", 'no-script-url'],
  [
    'dangerouslySetInnerHTML',
    `${page}.tsx`,
    "export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;",
    'no-danger',
  ],
  ['innerHTML', page, "document.body.innerHTML = '';", PROPERTIES],
  ['outerHTML', page, "document.body.outerHTML = '';", PROPERTIES],
  ['insertAdjacentHTML', page, "document.body.insertAdjacentHTML('beforeend', '');", PROPERTIES],
  ['document.write', page, "document.write('');", PROPERTIES],
  ['a frame of text', page, "document.createElement('iframe').srcdoc = '';", PROPERTIES],
  [
    'code run in a window',
    'electron/hosts/desktop/x',
    "export const f = (w: { executeJavaScript(x: string): void }) => w.executeJavaScript('1');",
    PROPERTIES,
  ],
  [
    'an address for the system',
    'electron/hosts/desktop/x',
    "import { shell } from 'electron'; await shell.openExternal('x');",
    PROPERTIES,
  ],
  [
    'a file for the system',
    'electron/hosts/desktop/x',
    "import { shell } from 'electron'; await shell.openPath('x');",
    PROPERTIES,
  ],
  [
    'a file shown by the system',
    'electron/main',
    "import { shell } from 'electron'; shell.showItemInFolder('x');",
    PROPERTIES,
  ],
  ['fetch', page, "await fetch('/x');", GLOBALS],
  ['fetch of the window', page, "await window.fetch('/x');", PROPERTIES],
  ['fetch in the backend', 'electron/backend/x', "await fetch('/x');", GLOBALS],
  ['fetch in the rules', 'shared/domain/x', "await globalThis.fetch('/x');", PROPERTIES],
  ['XMLHttpRequest', page, 'export const x = new XMLHttpRequest();', GLOBALS],
  ['WebSocket', page, "export const x = new WebSocket('x');", GLOBALS],
  ['EventSource', page, "export const x = new EventSource('x');", GLOBALS],
  ['WebRTC', page, 'export const x = new RTCPeerConnection();', GLOBALS],
  ['sendBeacon', page, "navigator.sendBeacon('/x');", PROPERTIES],
  ['a service worker', page, "await navigator.serviceWorker.register('/x');", PROPERTIES],
  ['localStorage', page, "localStorage.setItem('a', 'b');", GLOBALS],
  ['localStorage of the window', page, "window.localStorage.setItem('a', 'b');", PROPERTIES],
  ['a database of the browser', page, "indexedDB.open('x');", GLOBALS],
  ['a cookie', page, "document.cookie = 'a=b';", 'no-document-cookie'],
  ['a window', page, "open('/x');", GLOBALS],
];

const good: readonly (readonly [what: string, at: string, code: string])[] = [
  ['IPC in ipc.ts', 'electron/hosts/desktop/ipc', "import { ipcMain } from 'electron'; ipcMain.emit('x');"],
  [
    'IPC in the preload',
    'electron/preload',
    "import { ipcRenderer } from 'electron'; ipcRenderer.send('x');",
  ],
  ['HTTP in the loopback host', 'electron/hosts/loopback/x', "import http from 'node:http'; http.get('x');"],
  [
    'a way to the host that is handed in',
    page,
    "export const f = (env: { fetch(x: string): void }) => env.fetch('/x');",
  ],
  ['what one tab remembers', page, "sessionStorage.setItem('a', 'b');"],
];

interface Diagnostics {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

const found = new Map<string, string[]>();
let folder = '';

/** Each case in a project of its own, so that files of one name do not meet. */
function lay(name: string, at: string, code: string): void {
  const file = path.join(folder, name, /\.tsx?$/.test(at) ? at : `${at}.ts`);
  mkdirSync(path.dirname(file), { recursive: true });
  copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, name, '.oxlintrc.json'));
  writeFileSync(file, `${code}\n`);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-lint-'));
  for (const [n, [, at, code]] of bad.entries()) lay(`bad${n}`, at, code);
  for (const [n, [, at, code]] of good.entries()) lay(`good${n}`, at, code);
  let said = '';
  try {
    said = execFileSync(process.execPath, [oxlint, '--format=json', '.'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    // It ends with an error, as it should; what it found is on its output.
    said = (error as { readonly stdout: string }).stdout;
  }
  for (const { code, filename } of (JSON.parse(said) as Diagnostics).diagnostics) {
    const name = filename.split(/[\\/]/, 1)[0] ?? '';
    found.set(name, [...(found.get(name) ?? []), code.replace(/^.*\((.*)\)$/, '$1')]);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(bad.map((one, n) => [...one, n] as const))('%s (%s) is refused', (_what, _at, _code, rule, n) => {
  expect(found.get(`bad${n}`)).toContain(rule);
});

it.each(good.map((one, n) => [...one, n] as const))('%s (%s) is let through', (_what, _at, _code, n) => {
  const ours = [IMPORTS, GLOBALS, PROPERTIES];
  expect((found.get(`good${n}`) ?? []).filter((rule) => ours.includes(rule))).toEqual([]);
});

const sources = ['electron', 'renderer', 'shared'].flatMap((top) =>
  readdirSync(path.join(root, top), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name): readonly [string, string] => [
      path.posix.join(top, ...name.split(path.sep)),
      readFileSync(path.join(root, top, name), 'utf8'),
    ]),
);
const filesWith = (what: RegExp): string[] =>
  sources.flatMap(([name, text]) => (what.test(text) ? [name] : []));

it('text as a timer (with the types, as `npm run lint` does) is refused', () => {
  const at = path.join(folder, 'typed');
  lay('typed', page, "window.setTimeout('alert(1)', 1);");
  expect(() =>
    execFileSync(process.execPath, [oxlint, '--type-aware', '.'], {
      cwd: at,
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  ).toThrow(expect.objectContaining({ stdout: expect.stringContaining('no-implied-eval') as string }));
});

it('who may do more says so at the place, and is one of these', () => {
  expect(filesWith(/(?:ox|es)lint-disable(?:-next-line|-line)? .*no-restricted-imports/).toSorted()).toEqual([
    'electron/backend/jobs/forkLauncher.ts',
    'electron/hosts/chromium/browser.ts',
  ]);
  expect(
    filesWith(/(?:ox|es)lint-disable(?:-next-line|-line)? .*no-restricted-properties/).toSorted(),
  ).toEqual(['electron/hosts/desktop/desktop.ts', 'electron/hosts/desktop/printer.ts', 'electron/main.ts']);
  expect(filesWith(/(?:ox|es)lint-disable(?:-next-line|-line)? .*no-restricted-globals/).toSorted()).toEqual([
    'renderer/api/transport.ts',
    'renderer/print/main.tsx',
  ]);
  // Never a whole file, never without the rule's name, and the rules about code not at all.
  expect(filesWith(/(?:ox|es)lint-disable(?!-next-line [\w/-]+|-line [\w/-]+)/)).toEqual([]);
  expect(
    filesWith(
      /(?:ox|es)lint-disable.*(?:no-eval|no-implied-eval|no-new-func|no-danger|no-script-url|document-cookie)/,
    ),
  ).toEqual([]);
});

it('no module is loaded by a name made at run time, and none of Node’s behind the rules', () => {
  // The linter sees imports that are written as such.
  expect(
    filesWith(
      /(?<![\w.'`])require\(|process\.(?:binding|dlopen|getBuiltinModule)|(?<![\w.])import\((?!\s*['"]\.)/,
    ),
  ).toEqual([]);
});

it('what is sent to a window is sent by the desktop host alone, over its own channels', () => {
  expect(filesWith(/[cC]ontents\.(?:send|postMessage|sendToFrame)\(|\.ipc\.(?:on|handle)\(/)).toEqual([
    'electron/hosts/desktop/desktop.ts',
  ]);
  const [, desktop = ''] = sources.find(([name]) => name === 'electron/hosts/desktop/desktop.ts') ?? [];
  const channels = [...desktop.matchAll(/[cC]ontents\.send\(([^,)]*)/g)].map(([, channel]) => channel);
  expect(channels.length).toBeGreaterThan(0);
  expect(channels.filter((channel) => channel?.startsWith('channels.') !== true)).toEqual([]);
});
