import { beforeAll, expect, it, vi } from 'vitest';
import { channels } from '../../../electron/hosts/desktop/channels.ts';
import { serveIpc } from '../../../electron/hosts/desktop/ipc.ts';
import { placeOf } from '../../../electron/hosts/desktop/place.ts';
import { createTrustedSenders } from '../../../electron/hosts/desktop/sender.ts';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import type { DesktopBridge, Transport } from '../../../shared/contract/transport.ts';
import { ipcMain } from '../../support/electron-double/index.ts';
import { bridged, preloadElectron } from '../../support/electron-double/ipc.ts';
import { WebContentsDouble } from '../../support/electron-double/window.ts';
import { fakeBackend } from './support/fakeBackend.ts';
import { temporaryFolder } from './support/folders.ts';
import { buildPreload, runPreload } from './support/preloadCode.ts';

vi.mock('electron', () => import('../../support/electron-double/index.ts'));

let code = '';

beforeAll(async () => {
  code = await buildPreload();
});

/** The page's `window.pulsebook`, with the whole of the desktop's IPC behind it. */
function page(): {
  transport: Transport;
  desktop: DesktopBridge;
  window: WebContentsDouble;
  backend: ReturnType<typeof fakeBackend>;
  dataDir: string;
} {
  ipcMain.handlers.clear();
  const dataDir = temporaryFolder();
  const backend = fakeBackend();
  const senders = createTrustedSenders(placeOf(undefined, true));
  const window = new WebContentsDouble();
  window.mainFrame.url = 'app://pulsebook/';
  senders.register(window as never);
  serveIpc({
    backend,
    transfers: createTransfers(dataDir),
    senders,
    saves: {
      one: (_handle, name) => Promise.resolve({ outcome: 'saved', name }),
      all: (files) =>
        Promise.resolve({
          outcome: 'saved',
          name: 'Informes',
          files: files.map(({ name }) => ({ outcome: 'saved', name })),
        }),
    },
    takeOpened: () => Promise.resolve([{ name: 'Sol.pulsebook', handle: 'a'.repeat(32) }]),
    showBackups: () => Promise.resolve(true),
    onError: (error) => {
      throw error;
    },
  });
  const { electron, exposed } = preloadElectron(ipcMain, window);
  runPreload(code, electron);
  expect(Object.keys(exposed)).toEqual(['pulsebook', 'pulsebookDesktop']);
  return {
    transport: exposed['pulsebook'] as Transport,
    desktop: exposed['pulsebookDesktop'] as DesktopBridge,
    window,
    backend,
    dataDir,
  };
}

it('exposes the transport and nothing of Electron', () => {
  const { transport } = page();
  expect(Object.keys(transport).toSorted()).toEqual(['invoke', 'save', 'saveAll', 'subscribe', 'upload']);
  expect(Object.isFrozen(transport)).toBe(true);
});

it('what is chosen in the menu is heard until one stops listening; the backups can be looked at', async () => {
  const { desktop, window } = page();
  const heard: unknown[][] = [];
  const stop = desktop.onMenu((...args: unknown[]) => void heard.push(args));
  window.send(channels.menu, 'goScorecard');
  stop();
  window.send(channels.menu, 'goDashboard');
  expect(heard).toEqual([['goScorecard']]);
  expect(await desktop.openBackups()).toBe(true);
});

it('files opened with the app are taken when the window asks, which it is told to do', async () => {
  const { desktop, window } = page();
  const heard: unknown[][] = [];
  const stop = desktop.onOpened((...args: unknown[]) => void heard.push(args));
  window.send(channels.openedWait);
  stop();
  window.send(channels.openedWait);
  expect(heard).toEqual([[]]);
  expect(await desktop.takeOpened()).toEqual([{ name: 'Sol.pulsebook', handle: 'a'.repeat(32) }]);
});

it('a call goes to the backend and its reply comes back as it is', async () => {
  const { transport, backend } = page();
  expect(await transport.invoke('clients.list', {})).toEqual({
    ok: true,
    data: { name: 'clients.list', input: {} },
  });
  expect(backend.asked).toEqual([{ name: 'clients.list', input: {} }]);
});

it('events are heard, without the IPC event they came with, until one stops listening', () => {
  const { transport, window } = page();
  const heard: unknown[][] = [];
  const stop = transport.subscribe((...args: unknown[]) => void heard.push(args));
  const event: BackendEvent = { type: 'changed', client: 1, areas: ['figures'] };
  window.send(channels.event, event);
  expect(heard).toEqual([[event]]);
  stop();
  window.send(channels.event, event);
  expect(heard).toHaveLength(1);
});

it('a dropped file streams in pieces of one mebibyte and arrives whole', async () => {
  const { transport, dataDir } = page();
  const content = new Uint8Array(2_200_000).map((_value, index) => (index * 7) % 251);
  const sent: number[] = [];
  const file = await transport.upload(
    {
      name: 'Datos.csv',
      size: content.byteLength,
      modified: 1,
      chunk: (from, to) => Promise.resolve(content.slice(from, to)),
    },
    (bytes) => sent.push(bytes),
  );
  expect(sent).toEqual([1_048_576, 2_097_152, 2_200_000]);
  expect(file).toMatchObject({ name: 'Datos.csv', size: 2_200_000 });
  const { path } = await createTransfers(dataDir).resolveHandle(file.handle);
  const { readFileSync } = await import('node:fs');
  expect(Buffer.compare(readFileSync(path), content)).toBe(0);
});

it('an upload that is refused rejects with its code, as on the other host', async () => {
  const { transport } = page();
  await expect(
    transport.upload({
      name: 'x',
      size: 700_000_000,
      modified: 0,
      chunk: () => Promise.reject(new Error('never asked')),
    }),
  ).rejects.toThrow(/^file-too-large$/);
  await expect(
    transport.upload({ name: 'x', size: 10, modified: 0, chunk: () => Promise.resolve(new Uint8Array(3)) }),
  ).rejects.toThrow(/^invalid-input$/);
});

it('saving answers what became of it', async () => {
  const { transport } = page();
  expect(await transport.save('a'.repeat(32), 'Informe.xlsx')).toEqual({
    outcome: 'saved',
    name: 'Informe.xlsx',
  });
  expect(await transport.save('nonsense', 'x')).toEqual({ outcome: 'failed', code: 'invalid-input' });
});

it('saving several answers what became of each, and of all when they could not be asked for', async () => {
  const { transport } = page();
  const file = { handle: 'a'.repeat(32), name: 'Informe.xlsx' };
  expect(await transport.saveAll([file, { ...file, name: 'Informe.pdf' }], 'Informes')).toEqual({
    outcome: 'saved',
    name: 'Informes',
    files: [
      { outcome: 'saved', name: 'Informe.xlsx' },
      { outcome: 'saved', name: 'Informe.pdf' },
    ],
  });
  const refused = { outcome: 'failed', code: 'invalid-input', files: [] };
  expect(await transport.saveAll([{ handle: '../x', name: 'x' }], 'x')).toEqual(refused);
  expect(await transport.saveAll([], 'x')).toEqual(refused);
});

it('the double of the bridge strips what Electron strips', async () => {
  class Thing {
    readonly seen = 1;
    hidden(): number {
      return 2;
    }
  }
  expect(Object.keys(bridged(new Thing()) as object)).toEqual(['seen']);
  await expect(
    bridged(Promise.reject(Object.assign(new Error('m'), { code: 'lost' }))),
  ).rejects.not.toHaveProperty('code');
  expect(() => bridged(Symbol('s'))).toThrow();
});
