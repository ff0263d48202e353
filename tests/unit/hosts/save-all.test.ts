import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WebContents } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { channels } from '../../../electron/hosts/desktop/channels.ts';
import { createSaves } from '../../../electron/hosts/desktop/dialogs.ts';
import { serveIpc } from '../../../electron/hosts/desktop/ipc.ts';
import { labels } from '../../../electron/hosts/desktop/labels.ts';
import { placeOf } from '../../../electron/hosts/desktop/place.ts';
import { createTrustedSenders } from '../../../electron/hosts/desktop/sender.ts';
import { double, ipcMain } from '../../support/electron-double/index.ts';
import { callerOf } from '../../support/electron-double/ipc.ts';
import { WebContentsDouble } from '../../support/electron-double/window.ts';
import { fakeBackend } from './support/fakeBackend.ts';
import { temporaryFolder } from './support/folders.ts';

vi.mock('electron', () => import('../../support/electron-double/index.ts'));

beforeEach(() => {
  ipcMain.handlers.clear();
  double.saveInto = null;
  double.saveTo = null;
  double.folderDialogs.length = 0;
  double.saveDialogs.length = 0;
  double.messageBoxes.length = 0;
  double.answer = 0;
});

/** Made files of these names, and the way to save them. */
function desk(names: readonly string[]) {
  const place = placeOf(undefined, true);
  const dataDir = temporaryFolder();
  const transfers = createTransfers(dataDir);
  const senders = createTrustedSenders(place);
  const window = new WebContentsDouble();
  window.mainFrame.url = 'app://pulsebook/';
  senders.register(window as unknown as WebContents);
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const saves = createSaves({ window: () => null, transfers, dataDir, labels: () => labels.es, onError });
  const takeOpened = (): Promise<[]> => Promise.resolve([]);
  const showBackups = (): Promise<boolean> => Promise.resolve(true);
  serveIpc({ backend: fakeBackend(), transfers, senders, saves, takeOpened, showBackups, onError });
  const files = names.map((name) => {
    const { handle, path: file } = transfers.createOutput(name);
    writeFileSync(file, `new ${name}`);
    return { handle, name };
  });
  const send = (request: unknown): Promise<unknown> =>
    ipcMain.call(callerOf(window), channels.transfer, request);
  return { transfers, files, errors, send, saveAll: () => send({ do: 'saveAll', files }) };
}

it('several files go into the folder that was chosen, each under its own fitting name', async () => {
  const { files, saveAll, send } = desk(['Olivo: mayo.xlsx', 'Olivo: mayo.pdf']);
  double.saveInto = path.join(temporaryFolder(), 'Informes');
  mkdirSync(double.saveInto);
  expect(await saveAll()).toEqual({
    ok: true,
    data: {
      outcome: 'saved',
      name: 'Informes',
      files: [
        { outcome: 'saved', name: 'Olivo_ mayo.xlsx' },
        { outcome: 'saved', name: 'Olivo_ mayo.pdf' },
      ],
    },
  });
  expect(readFileSync(path.join(double.saveInto, 'Olivo_ mayo.pdf'), 'utf8')).toBe('new Olivo: mayo.pdf');
  expect(double.folderDialogs).toMatchObject([
    { title: 'Guardar 2 archivos', buttonLabel: 'Guardar', defaultPath: '/nowhere/documents' },
  ]);
  expect(double.messageBoxes).toEqual([]);
  // The next dialog, of either kind, opens where the last one ended.
  await send({ do: 'save', handle: files[0]?.handle, name: 'b.xlsx' });
  expect(double.saveDialogs[0]?.defaultPath).toBe(path.join(double.saveInto, 'b.xlsx'));
});

it('two files of one name, whatever their case, are both saved', async () => {
  const { saveAll } = desk(['r.xlsx', 'R.xlsx', 'r (2).xlsx']);
  double.saveInto = temporaryFolder();
  await saveAll();
  expect(readdirSync(double.saveInto).toSorted()).toEqual(['R (2).xlsx', 'r (2) (2).xlsx', 'r.xlsx']);
});

it('names that are there already are asked about once: both kept, replaced, or nothing saved', async () => {
  const { saveAll } = desk(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  const folder = temporaryFolder();
  double.saveInto = folder;
  const before = (): void => {
    writeFileSync(path.join(folder, 'a.xlsx'), 'old a');
    writeFileSync(path.join(folder, 'a (2).xlsx'), 'old a 2');
    writeFileSync(path.join(folder, 'c.xlsx'), 'old c');
  };
  const said = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

  before();
  double.answer = 2;
  expect(await saveAll()).toEqual({ ok: true, data: { outcome: 'cancelled', files: [] } });
  expect(readdirSync(folder)).toHaveLength(3);
  expect(double.messageBoxes).toMatchObject([
    {
      message: 'En la carpeta ya hay 2 archivos con estos nombres',
      detail: 'a.xlsx\nc.xlsx',
      buttons: ['Conservar ambos', 'Reemplazar', 'Cancelar'],
      cancelId: 2,
    },
  ]);

  double.answer = 0;
  expect(await saveAll()).toMatchObject({
    data: { files: [{ name: 'a (3).xlsx' }, { name: 'b.xlsx' }, { name: 'c (2).xlsx' }] },
  });
  expect([said('a.xlsx'), said('a (3).xlsx'), said('c (2).xlsx')]).toEqual([
    'old a',
    'new a.xlsx',
    'new c.xlsx',
  ]);

  double.answer = 1;
  expect(await saveAll()).toMatchObject({ data: { files: [{ name: 'a.xlsx' }, {}, { name: 'c.xlsx' }] } });
  expect([said('a.xlsx'), said('c.xlsx')]).toEqual(['new a.xlsx', 'new c.xlsx']);
});

it('a file that cannot be saved is told, and keeps no other from being saved', async () => {
  const { saveAll, transfers, files } = desk(['a.xlsx', 'b.xlsx', 'c.xlsx']);
  double.saveInto = temporaryFolder();
  // A folder of the name of a file: it cannot be replaced by one.
  mkdirSync(path.join(double.saveInto, 'b.xlsx', 'inside'), { recursive: true });
  transfers.release(files[2]?.handle ?? '');
  double.answer = 1;
  expect(await saveAll()).toMatchObject({
    ok: true,
    data: {
      outcome: 'saved',
      files: [
        { outcome: 'saved', name: 'a.xlsx' },
        { outcome: 'failed', code: 'path-invalid' },
        { outcome: 'failed', code: 'handle-expired' },
      ],
    },
  });
  expect(readdirSync(double.saveInto).toSorted()).toEqual(['a.xlsx', 'b.xlsx']);
});

it('no folder chosen: nothing is saved', async () => {
  const { saveAll } = desk(['a.xlsx']);
  expect(await saveAll()).toEqual({ ok: true, data: { outcome: 'cancelled', files: [] } });
});
