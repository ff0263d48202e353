/** Printing by the desktop, on the double of `electron`: the hidden window, what it may load, and that it never stays. */
import { expect, it, vi } from 'vitest';
import type { Printer } from '../../../electron/backend/jobs/printer.ts';
import { whenPrinted } from '../../../electron/backend/jobs/printPage.ts';
import type { PageDouble, WebContentsDouble, WindowDouble } from '../../support/electron-double/window.ts';
import { rendererFolder } from './support/folders.ts';

const report = JSON.stringify({ schema: 3 });
const good: PageDouble = {
  run: () => Promise.resolve({ pages: 2, failed: null }),
  pdf: () => Promise.resolve(Buffer.from('%PDF-1.4')),
};

interface Desk {
  readonly printer: Printer;
  readonly electron: typeof import('../../support/electron-double/index.ts');
  /** What the pages of windows opened from now on do. */
  readonly show: (page: Partial<PageDouble>) => void;
  readonly last: () => WindowDouble | undefined;
  readonly open: () => readonly WindowDouble[];
}

/** A printer in an Electron of its own. */
async function desk(first: Partial<PageDouble>, limit?: number): Promise<Desk> {
  vi.resetModules();
  const electron = await import('../../support/electron-double/index.ts');
  vi.doMock('electron', () => electron);
  const { createDesktopPrinter } = await import('../../../electron/hosts/desktop/printer.ts');
  let page = { ...good, ...first };
  electron.app.on('web-contents-created', (_event: unknown, contents: WebContentsDouble) => {
    contents.page = page;
  });
  const folder = rendererFolder({ 'print.html': '<!doctype html><title>Print</title>' });
  const printer = createDesktopPrinter({
    rendererDir: () => folder,
    ...(limit !== undefined && { limit }),
  });
  electron.app.becomeReady();
  return {
    printer,
    electron,
    show: (next) => {
      page = { ...good, ...next };
    },
    last: () => electron.BrowserWindow.all.at(-1),
    open: () => electron.BrowserWindow.all.filter((window) => !window.destroyed),
  };
}

it('a hidden window prints the report it is given once, with tags, bookmarks and its own paper size', async () => {
  const asked: unknown[] = [];
  const answers: [number, string][] = [];
  const { printer, last, open } = await desk({
    run: async (code, fetch) => {
      expect(code).toBe(whenPrinted);
      for (const path of ['/print/model.json', '/print/model.json', '/../secret.txt', '/assets/app.js']) {
        const answer = await fetch(path);
        answers.push([answer.status, await answer.text()]);
      }
      return { pages: 2, failed: null };
    },
    pdf: (options) => {
      asked.push(options);
      return Promise.resolve(Buffer.from('%PDF-1.4'));
    },
  });
  expect(Buffer.from(await printer.print(report)).toString()).toBe('%PDF-1.4');
  expect(answers).toEqual([
    [200, report],
    [404, ''],
    [404, ''],
    [200, 'export {};'],
  ]);
  expect(asked).toEqual([
    {
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    },
  ]);
  expect(last()?.options).toMatchObject({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
  });
  expect(last()?.options.webPreferences).not.toHaveProperty('preload');
  expect(open()).toEqual([]);
});

it('its session is its own, in memory, and loads nothing but the app', async () => {
  const { printer, electron, last } = await desk({});
  await printer.print(report);
  const own = electron.session.fromPartition('pulsebook-print');
  expect(last()?.options.webPreferences?.session).toBe(own);
  expect(own.made).toEqual({ partition: 'pulsebook-print', options: { cache: false } });
  expect(own.lets('app://pulsebook/print.html')).toBe(true);
  for (const url of ['https://example.org/', 'http://localhost:5173/', 'file:///etc/passwd'])
    expect(own.lets(url), url).toBe(false);
  expect(own.permissionCheck?.(null, 'geolocation', 'app://pulsebook', {} as never)).toBe(false);
  expect(own.emitPreventable('will-download')).toBe(true);
  // Once printed, the report is nowhere any more.
  expect((await own.protocol.fetch('app://pulsebook/print/model.json')).status).toBe(403);
});

it.each<[string, Partial<PageDouble>, string]>([
  [
    'cannot draw it',
    { run: () => Promise.resolve({ pages: 0, failed: 'no base' }) },
    'the print page: no base',
  ],
  ['has no pages', { run: () => Promise.resolve({ pages: 0, failed: null }) }, 'the print page has no pages'],
  ['cannot be printed', { pdf: () => Promise.reject(new Error('Printing failed')) }, 'Printing failed'],
  ['hangs', { run: () => new Promise(() => undefined) }, 'not printed within 0.05 s'],
])('a page that %s is an error, and its window is gone', async (_what, broken, message) => {
  const { printer, open } = await desk(broken, 50);
  await expect(printer.print(report)).rejects.toMatchObject({ code: 'print-failed', message });
  await vi.waitFor(() => expect(open()).toEqual([]));
});

it('a page whose process dies is an error at once', async () => {
  const { printer, last, open, show } = await desk({});
  show({
    run: () => {
      last()?.webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
      return new Promise(() => undefined);
    },
  });
  await expect(printer.print(report)).rejects.toMatchObject({
    code: 'print-failed',
    message: "the print page's process ended: oom",
  });
  expect(open()).toEqual([]);
});

it('cancelling ends the window, of what waits too, and the next report prints', async () => {
  const stop = new AbortController();
  const started = Promise.withResolvers<void>();
  const { printer, open, show } = await desk({
    run: () => {
      started.resolve();
      return new Promise(() => undefined);
    },
  });
  const first = printer.print(report, stop.signal);
  const second = printer.print(report, stop.signal);
  await started.promise;
  show(good);
  const third = printer.print(report);
  stop.abort();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect(Buffer.from(await third).toString()).toBe('%PDF-1.4');
  expect(open()).toEqual([]);
});
