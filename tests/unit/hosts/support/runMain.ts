/** The desktop's composition root, run as Electron would run it, on the double of `electron`. */
import { expect, vi } from 'vitest';

export type Electron = typeof import('../../../support/electron-double/index.ts');
export type Window = import('../../../support/electron-double/window.ts').WindowDouble;

/**
 * Imports main: nothing is ready until the import is done. Call `vi.resetModules` and `vi.unstubAllEnvs` before the next
 * one: an app becomes ready once. `renderer`: the folder of its pages; `args`: what stands behind the program's name.
 */
export async function startMain(
  dataDir: string,
  renderer: string,
  prepare: (electron: Electron) => void = () => undefined,
  args: readonly string[] = [],
): Promise<Electron> {
  process.argv.splice(0, Infinity, '/opt/Pulsebook/pulsebook', ...args);
  vi.stubEnv('PULSEBOOK_DATA', dataDir);
  vi.doMock('../../../../electron/backend/resources.ts', async (original) => ({
    ...(await original<typeof import('../../../../electron/backend/resources.ts')>()),
    rendererDir: () => renderer,
    preloadFile: () => '/app/out/preload/preload.cjs',
  }));
  const electron = await import('../../../support/electron-double/index.ts');
  vi.doMock('electron', () => electron);
  prepare(electron);
  // A top-level await of whenReady() would hang here for ever, as it does in Electron.
  await import('../../../../electron/main.ts');
  expect(electron.BrowserWindow.all).toEqual([]);
  expect(electron.protocol.schemes.map(({ scheme }) => scheme)).toEqual(['app']);
  electron.app.becomeReady();
  return electron;
}

export async function firstWindow(electron: Electron): Promise<Window> {
  return await vi.waitFor(
    () => {
      const window = electron.BrowserWindow.all.at(-1);
      if (window === undefined || window.page === null)
        throw new Error(JSON.stringify(electron.double.errorBoxes));
      return window;
    },
    { timeout: 40_000, interval: 20 },
  );
}

export async function quit(electron: Electron): Promise<void> {
  electron.app.quit();
  await vi.waitFor(() => expect(electron.app.exitCode).toBe(0), { timeout: 20_000 });
}
