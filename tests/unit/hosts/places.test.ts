import { expect, it } from 'vitest';
import { dataDirectory } from '../../../electron/backend/dataDir.ts';
import { placeOf } from '../../../electron/hosts/desktop/place.ts';
import { installedBrowser } from '../../../scripts/browsers.mjs';

it("the data folder is where each system keeps an application's data, or where PULSEBOOK_DATA says", () => {
  expect(dataDirectory({}, 'linux', '/home/ana')).toBe('/home/ana/.local/share/pulsebook');
  expect(dataDirectory({ XDG_DATA_HOME: '/data' }, 'linux', '/home/ana')).toBe('/data/pulsebook');
  expect(dataDirectory({ XDG_DATA_HOME: 'relative' }, 'linux', '/home/ana')).toBe(
    '/home/ana/.local/share/pulsebook',
  );
  expect(dataDirectory({}, 'darwin', '/Users/ana')).toBe('/Users/ana/Library/Application Support/Pulsebook');
  expect(dataDirectory({ APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' }, 'win32', 'C:\\Users\\ana')).toBe(
    'C:\\Users\\ana\\AppData\\Roaming\\Pulsebook',
  );
  expect(dataDirectory({ PULSEBOOK_DATA: '/mnt/book', XDG_DATA_HOME: '/data' }, 'linux', '/home/ana')).toBe(
    '/mnt/book',
  );
  expect(dataDirectory({ PULSEBOOK_DATA: '' }, 'linux', '/home/ana')).toBe(
    '/home/ana/.local/share/pulsebook',
  );
});

it("only the app's own addresses are ours", () => {
  const place = placeOf(undefined, true);
  for (const ours of ['app://pulsebook/', 'app://pulsebook/clients/3?x#y'])
    expect(place.isOurs(ours), ours).toBe(true);
  for (const other of [
    'app://pulsebook.evil/',
    'app://evil/',
    'app://pulsebook:1/',
    'app://user@pulsebook/',
    'app://user:pw@pulsebook/',
    'APPS://pulsebook/',
    'http://pulsebook/',
    'https://pulsebook/',
    'file:///app/pulsebook',
    'about:blank',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
    'app:',
    'blob:app://pulsebook/x',
  ]) {
    expect(place.isOurs(other), other).toBe(false);
  }
});

it('the window may load the app, its blobs and data, and nothing from a network', () => {
  const place = placeOf(undefined, true);
  for (const url of ['app://pulsebook/assets/a.js', 'data:image/png;base64,AA', 'blob:app://pulsebook/1-2'])
    expect(place.mayLoad(url), url).toBe(true);
  for (const url of [
    'http://127.0.0.1/',
    'https://example.org/',
    'ws://localhost:5173/',
    'wss://example.org/',
    'ftp://x/',
    'file:///etc/passwd',
    'devtools://devtools/x',
    'blob:https://evil.example/1',
    'chrome://gpu',
    'app://other/',
  ]) {
    expect(place.mayLoad(url), url).toBe(false);
  }
});

it('a development server is heeded only on this machine and never in a packaged app', () => {
  const dev = placeOf('http://localhost:5173', false);
  expect(dev.dev && dev.isOurs('http://localhost:5173/clients') && dev.mayLoad('ws://localhost:5173/')).toBe(
    true,
  );
  expect(dev.mayLoad('http://localhost:5174/')).toBe(false);
  for (const [server, packaged] of [
    ['http://localhost:5173', true],
    ['https://evil.example', false],
    ['http://localhost.evil:5173', false],
    ['nonsense', false],
  ] as const) {
    expect(placeOf(server, packaged).origin, server).toBe('app://pulsebook');
  }
});

it('a browser is looked for where each system has it', () => {
  const found = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform, ...there: string[]): string | null =>
    installedBrowser(env, platform, (path) => there.includes(path.replaceAll('\\', '/')));
  expect(found({ PATH: '/opt/bin:/usr/bin' }, 'linux', '/usr/bin/google-chrome')).toBe(
    '/usr/bin/google-chrome',
  );
  expect(found({ PATH: '' }, 'linux', '/snap/bin/chromium')).toBe('/snap/bin/chromium');
  expect(
    found({ HOME: '/Users/ana' }, 'darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
  ).toContain('Microsoft Edge');
  expect(
    found({ 'ProgramFiles(x86)': 'C:/PF86' }, 'win32', 'C:/PF86/Microsoft/Edge/Application/msedge.exe'),
  ).toContain('msedge.exe');
  expect(found({ PATH: '/usr/bin' }, 'linux')).toBeNull();
});
