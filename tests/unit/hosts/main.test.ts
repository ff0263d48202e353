/** The desktop's composition root, line by line, on a real data folder, against the double of `electron`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { takeOwnership } from '../../../electron/store/owner.ts';
import { rendererFolder, temporaryFolder } from './support/folders.ts';
import { firstWindow, quit, startMain } from './support/runMain.ts';
import type { Electron } from './support/runMain.ts';

// Real threads and a real store start for each of these.
vi.setConfig({ testTimeout: 60_000 });

const ownerScript = fileURLToPath(new URL('./support/ownerProcess.ts', import.meta.url));

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

/** With pages of a test's own. */
const start = (dataDir: string, prepare?: (electron: Electron) => void): Promise<Electron> =>
  startMain(dataDir, rendererFolder(), prepare);

it('starts hardened, shows the app, answers its window and nobody else, speaks its language, and closes in order', async () => {
  const dataDir = temporaryFolder();
  const electron = await start(dataDir);
  const window = await firstWindow(electron);
  const { callerOf } = await import('../../support/electron-double/ipc.ts');
  const { app, ipcMain, protocol, session, double } = electron;

  expect(app.sandboxed).toBe(true);
  expect(app.switches).toContain('host-resolver-rules=MAP * ~NOTFOUND');
  expect(app.about).toMatchObject({
    applicationName: 'Pulsebook',
    applicationVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
  });
  expect(app.userModelId).toBe('org.pulsebook.app');
  // Linux takes the window's icon from the window.
  expect(window.options.icon === undefined).toBe(process.platform !== 'linux');
  expect(app.paths.get('userData')).toBe(path.join(dataDir, 'desktop'));
  expect(protocol.schemes[0]?.privileges).toEqual({
    standard: true,
    secure: true,
    supportFetchAPI: true,
    codeCache: true,
  });
  expect(window.options.show).toBe(false);
  // In memory: drafts and the like never reach the disk.
  const own = session.fromPartition('pulsebook');
  expect(own.made).toEqual({ partition: 'pulsebook', options: { cache: false } });
  expect(window.options.webPreferences).toEqual({
    session: own,
    preload: '/app/out/preload/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
  expect(window.webContents.mainFrame.url).toBe('app://pulsebook/');
  expect(await window.page?.text()).toContain('<title>Pulsebook</title>');
  expect(window.shown).toBe(1);
  expect(window.webContents.emitPreventable('will-navigate', { url: 'https://example.org/' })).toBe(true);
  expect(window.webContents.openHandler?.({ url: 'https://example.org/' } as never)).toEqual({
    action: 'deny',
  });
  for (const one of [own, session.defaultSession]) expect(one.lets('https://example.org/')).toBe(false);

  const caller = callerOf(window.webContents);
  expect(await ipcMain.call(caller, 'pulsebook', 'app.state', {})).toMatchObject({
    ok: true,
    data: { clients: 0 },
  });
  const stranger = callerOf(window.webContents, {
    url: 'app://pulsebook/',
    parent: {},
    frameToken: 'x',
    processId: 7,
  });
  expect(await ipcMain.call(stranger, 'pulsebook', 'app.state', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });

  expect(double.menu?.map(({ label }) => label)).toContain('Edit');
  expect(await ipcMain.call(caller, 'pulsebook', 'app.setSettings', { language: 'es' })).toMatchObject({
    ok: true,
  });
  await vi.waitFor(() => expect(double.menu?.map(({ label }) => label)).toContain('Edición'));
  expect(window.webContents.sent).toContainEqual({
    channel: 'pulsebook:event',
    args: [{ type: 'changed', client: null, areas: ['app'] }],
  });

  window.minimized = true;
  app.emit('second-instance', {}, ['/app/pulsebook'], dataDir);
  expect({ minimized: window.minimized, focused: window.focused }).toEqual({ minimized: false, focused: 1 });
  expect((await takeOwnership(dataDir, { host: 'command-line', onKnock: null })).ok).toBe(false);

  await quit(electron);
  expect(existsSync(path.join(dataDir, 'owner.json'))).toBe(false);
  const free = await takeOwnership(dataDir, { host: 'command-line', onKnock: null });
  expect(free.ok).toBe(true);
  if (free.ok) free.owner.release();
});

it('a file dropped on the window is read by a utility process and comes up in the preview', async () => {
  const electron = await start(temporaryFolder());
  const window = await firstWindow(electron);
  const { callerOf } = await import('../../support/electron-double/ipc.ts');
  const caller = callerOf(window.webContents);
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const reply = (await electron.ipcMain.call(caller, 'pulsebook', name, input)) as {
      ok: boolean;
      data: unknown;
    };
    expect(reply, name).toMatchObject({ ok: true });
    return reply.data;
  };
  const transfer = async (request: object): Promise<{ handle: string }> => {
    const reply = (await electron.ipcMain.call(caller, 'pulsebook:transfer', request)) as {
      data: { handle: string };
    };
    expect(reply).toMatchObject({ ok: true });
    return reply.data;
  };
  const client = (await call('clients.create', {
    name: 'Panadería Sol',
    trade: 'bakery',
    color: '#aa5500',
    language: 'es',
    numberFormat: '1.234,5',
    currency: 'EUR',
    weekStart: 1,
    fiscalYearStart: 1,
    kpis: [],
    channels: [],
    logo: null,
  })) as { id: number };
  const csv = new TextEncoder().encode('Date,Reach,Impressions\n2026-01-01,10,20\n2026-01-02,11,21\n');
  const { handle } = await transfer({
    do: 'open',
    name: 'reach.csv',
    size: csv.byteLength,
    modified: 1_767_225_600_000,
  });
  await transfer({ do: 'chunk', handle, offset: 0, bytes: csv });
  await transfer({ do: 'done', handle });
  const session = await call('imports.open', {
    client: client.id,
    files: [{ handle, name: 'reach.csv' }],
    job: 'j1',
  });
  expect(session).toMatchObject({ files: [{ name: 'reach.csv', rows: 2 }] });
  expect(electron.double.utilities.length).toBeGreaterThan(0);
  expect(electron.double.utilities[0]?.options).toMatchObject({
    serviceName: 'Pulsebook file reader',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(Object.keys(electron.double.utilities[0]?.options.env ?? { nothing: '' })).toEqual([]);
  await quit(electron);
});

it('the menu speaks to the window, names its clients, and opens one where there is none; fields have their own', async () => {
  const dataDir = temporaryFolder();
  const electron = await start(dataDir);
  const window = await firstWindow(electron);
  const { callerOf } = await import('../../support/electron-double/ipc.ts');
  const caller = callerOf(window.webContents);
  const { double, ipcMain } = electron;
  const choose = (menu: string, label: string): void => {
    const top = double.menu?.find((item) => item.label === menu)?.submenu as
      | { label?: string; click?: () => void }[]
      | undefined;
    top?.find((item) => item.label === label)?.click?.();
  };
  choose('Go', 'Scorecard');
  expect(window.webContents.sent).toContainEqual({ channel: 'pulsebook:menu', args: ['goScorecard'] });
  expect(await ipcMain.call(caller, 'pulsebook', 'app.begin', { with: 'demo' })).toMatchObject({ ok: true });
  await vi.waitFor(() => {
    choose('Client', 'Larkbed');
    expect(window.webContents.sent.map(({ args }) => args[0])).toContainEqual(
      expect.stringMatching(/^client:\d$/),
    );
  });

  const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
  window.webContents.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags });
  expect(double.popups).toEqual([]);
  window.webContents.emit('context-menu', {}, { isEditable: true, selectionText: '', editFlags });
  expect(double.popups).toHaveLength(1);
  expect(double.popups[0]?.window).toBe(window);

  expect(await ipcMain.call(caller, 'pulsebook:backups')).toBe(true);
  expect(double.folders).toEqual([path.join(dataDir, 'backups')]);
  double.missingFolders = true;
  expect(await ipcMain.call(caller, 'pulsebook:backups')).toBe(false);

  window.close();
  choose('Go', 'Scorecard');
  expect(electron.BrowserWindow.all).toHaveLength(2);
  await quit(electron);
});

it('a window that closes ends the app and is where it was the next time', async () => {
  const dataDir = temporaryFolder();
  const electron = await start(dataDir);
  const window = await firstWindow(electron);
  window.maximized = true;
  window.fullScreen = true;
  window.close();
  expect(JSON.parse(readFileSync(path.join(dataDir, 'window.json'), 'utf8'))).toMatchObject({
    maximized: true,
  });
  electron.app.emit('activate');
  expect(electron.BrowserWindow.all).toHaveLength(2);
  expect(electron.BrowserWindow.all[1]?.maximized).toBe(true);
  expect(electron.BrowserWindow.all[1]?.fullScreen).toBe(true);
  electron.BrowserWindow.all[1]?.close();
  electron.app.emit('window-all-closed');
  await vi.waitFor(() => expect(electron.app.exitCode).toBe(0), { timeout: 20_000 });
});

it('a window whose process dies is offered again, with the figures safe', async () => {
  const electron = await start(temporaryFolder());
  const window = await firstWindow(electron);
  window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 });
  expect(electron.double.messageBoxes).toEqual([]);
  window.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
  await vi.waitFor(() => expect(window.reloads).toBe(1));
  expect(electron.double.messageBoxes).toMatchObject([
    { type: 'error', message: 'The window stopped working' },
  ]);
  await quit(electron);
});

it('a second desktop leaves at once', async () => {
  const dataDir = temporaryFolder();
  const electron = await start(dataDir, ({ app }) => {
    app.firstInstance = false;
  });
  expect(electron.app.exitCode).toBe(0);
  expect(existsSync(path.join(dataDir, 'lock.db'))).toBe(false);
});

it('a folder in use by the app in the browser opens there', async () => {
  const dataDir = temporaryFolder();
  const url = `http://127.0.0.1:4711/#code=${'a'.repeat(64)}`;
  const owner = await takeOwnership(dataDir, { host: 'loopback', onKnock: () => ({ url }) });
  onTestFinished(() => (owner.ok ? owner.owner.release() : undefined));
  const electron = await start(dataDir);
  await vi.waitFor(() => expect(electron.app.exitCode).toBe(0));
  expect(electron.double.opened).toEqual([url]);
  expect(electron.BrowserWindow.all).toEqual([]);
});

it('an owner that answers with any other address is not followed', async () => {
  const dataDir = temporaryFolder();
  const owner = await takeOwnership(dataDir, {
    host: 'loopback',
    onKnock: () => ({ url: 'https://evil.example/' }),
  });
  onTestFinished(() => (owner.ok ? owner.owner.release() : undefined));
  const electron = await start(dataDir);
  await vi.waitFor(() => expect(electron.app.exitCode).toBe(0));
  expect(electron.double.opened).toEqual([]);
});

it('a folder in use by something with nothing to show is named', async () => {
  const dataDir = temporaryFolder();
  const child = spawn(process.execPath, [ownerScript, dataDir, 'command-line'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(createInterface({ input: child.stdout }), 'line');
  const electron = await start(dataDir, ({ app }) => {
    app.locale = 'es-MX';
  });
  await vi.waitFor(() => expect(electron.app.exitCode).toBe(0), { timeout: 5000 });
  expect(electron.double.errorBoxes).toMatchObject([
    {
      title: 'Pulsebook no se ha podido iniciar',
      content: expect.stringContaining(`process ${child.pid}`) as unknown,
    },
  ]);
});

it('a data folder that cannot be is told, and ends with an error', async () => {
  const file = path.join(temporaryFolder(), 'a-file');
  writeFileSync(file, '');
  const electron = await start(path.join(file, 'book'));
  expect(electron.double.errorBoxes).toMatchObject([{ title: 'Pulsebook could not start' }]);
  expect(electron.app.exitCode).toBe(1);
});
