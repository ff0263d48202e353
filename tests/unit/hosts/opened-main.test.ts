/** A double-click on an archive, by every way the three systems tell of it, to the window's bridge. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { takeOwnership } from '../../../electron/store/owner.ts';
import { rendererFolder, temporaryFolder } from './support/folders.ts';
import { firstWindow, quit, startMain } from './support/runMain.ts';
import type { Electron, Window } from './support/runMain.ts';

// Real threads and a real store start for each of these.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

const PROGRAM = '/opt/Pulsebook/pulsebook';
const WAIT = 'pulsebook:opened-wait';

/** A folder of its own with archives in it. */
function folderWith(...names: string[]): { readonly folder: string; readonly files: string[] } {
  const folder = temporaryFolder();
  const files = names.map((name) => path.join(folder, name));
  for (const file of files) writeFileSync(file, 'an archive');
  return { folder, files };
}

const start = (folder: string, args: readonly string[] = []): Promise<Electron> =>
  startMain(path.join(folder, 'book'), rendererFolder(), undefined, args);

/** What the window's bridge takes of the files opened with the app. */
async function takeOpened(electron: Electron, window: Window): Promise<unknown> {
  const { callerOf } = await import('../../support/electron-double/ipc.ts');
  return await electron.ipcMain.call(callerOf(window.webContents), 'pulsebook:opened');
}

const told = ({ webContents }: Window): number =>
  webContents.sent.filter(({ channel }) => channel === WAIT).length;

it('one named at the first start waits for the window, through a reload, and is given once and to nobody else', async () => {
  const { folder, files } = folderWith('Sol.pulsebook');
  const electron = await start(folder, ['--enable-logging', ...files]);
  const window = await firstWindow(electron);
  // The page asks by itself once it is there; until then nobody listens.
  expect(told(window)).toBe(0);
  window.reload();
  const { callerOf } = await import('../../support/electron-double/ipc.ts');
  const stranger = callerOf(window.webContents, null);
  expect(await electron.ipcMain.call(stranger, 'pulsebook:opened')).toEqual([]);
  const taken = await takeOpened(electron, window);
  expect(taken).toEqual([
    { name: 'Sol.pulsebook', handle: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
  ]);
  expect(JSON.stringify(taken)).not.toContain(folder);
  expect(await takeOpened(electron, window)).toEqual([]);
  await quit(electron);
});

it('a second start hands its files to the window that is there: from its own folder, without its switches', async () => {
  const { folder } = folderWith('Sol.pulsebook', 'notes.txt');
  const electron = await start(folder);
  const window = await firstWindow(electron);
  window.minimized = true;
  const args = ['--no-sandbox', 'Sol.pulsebook', 'gone.pulsebook', 'notes.txt'];
  electron.app.emit('second-instance', {}, [PROGRAM, ...args], folder);
  expect({ minimized: window.minimized, focused: window.focused }).toEqual({ minimized: false, focused: 1 });
  expect(told(window)).toBe(1);
  expect(await takeOpened(electron, window)).toEqual([
    { name: 'Sol.pulsebook', handle: expect.any(String) as unknown },
    { name: 'gone.pulsebook', code: 'file-gone' },
    { name: 'notes.txt', code: 'archive-foreign' },
  ]);
  // Without a file it only shows the window.
  electron.app.emit('second-instance', {}, [PROGRAM], folder);
  expect(window.focused).toBe(2);
  expect(told(window)).toBe(1);
  await quit(electron);
});

it('macOS: opened while the app starts it waits for the window; opened later it tells the window, or opens one', async () => {
  const { folder, files } = folderWith('before.pulsebook', 'there.pulsebook', 'closed.pulsebook');
  const [before = '', there = '', closed = ''] = files;
  let prevented = 0;
  const event = { preventDefault: () => void (prevented += 1) };
  const electron = await start(folder);
  // Main listens, the backend is still starting.
  electron.app.emit('open-file', event, before);
  const window = await firstWindow(electron);
  expect(await takeOpened(electron, window)).toMatchObject([{ name: 'before.pulsebook' }]);
  electron.app.emit('open-file', event, there);
  expect(told(window)).toBe(1);
  expect(await takeOpened(electron, window)).toMatchObject([{ name: 'there.pulsebook' }]);
  window.close();
  electron.app.emit('open-file', event, closed);
  const second = await firstWindow(electron);
  expect(second).not.toBe(window);
  expect(await takeOpened(electron, second)).toMatchObject([{ name: 'closed.pulsebook' }]);
  expect(prevented).toBe(3);
  await quit(electron);
});

it('while the app runs in the browser the archive goes to its window there', async () => {
  const { folder, files } = folderWith('Sol.pulsebook');
  const url = `http://127.0.0.1:4711/#code=${'a'.repeat(64)}`;
  const owner = await takeOwnership(path.join(folder, 'book'), {
    host: 'loopback',
    onKnock: () => ({ url }),
  });
  onTestFinished(() => (owner.ok ? owner.owner.release() : undefined));
  const electron = await start(folder, files);
  await vi.waitFor(() => expect(electron.app.exitCode).toBe(0));
  expect(electron.double.opened).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:4711\/#code=a{64}&opened=[0-9a-f]{32}$/),
  ]);
});
