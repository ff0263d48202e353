/**
 * What every end-to-end spec starts from: `app`, a running Pulsebook with an open page. The same specs run in the
 * loopback host and, with the project `electron` (there where Electron's binary is), in the desktop. Whatever a spec is
 * about, it fails when the window logged an error or a warning, when a request failed, and when one went anywhere but to
 * the app itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, expect, test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { electronBinary } from '../../scripts/electron.mjs';
import { startApp } from './app.ts';
import { watch } from './watch.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface App {
  readonly page: Page;
  readonly data: string;
}

export interface AppFixtures {
  /** Set with `test.use({ demo: true })`: the folder holds the demo workspace. */
  readonly demo: boolean;
  readonly app: App;
}

export interface HostOptions {
  readonly host: 'loopback' | 'electron';
}

export const test = base.extend<AppFixtures, HostOptions>({
  host: ['loopback', { option: true, scope: 'worker' }],
  demo: [false, { option: true }],
  app: async ({ host, demo, browser }, use) => {
    if (host === 'loopback') {
      const started = await startApp({ demo });
      // A context of its own: sessionStorage of one test is never another's.
      const context = await browser.newContext({ acceptDownloads: true });
      const page = await context.newPage();
      const watched = watch(page);
      await page.goto(started.url);
      await use({ page, data: started.data });
      expect(watched.stop()).toEqual([]);
      await context.close();
      await started.stop();
      return;
    }
    const binary = electronBinary();
    if (binary === null) throw new Error("Electron's binary is not here");
    const data = mkdtempSync(path.join(tmpdir(), 'pulsebook-e2e-'));
    if (demo) await (await startApp({ data, demo })).stop();
    const desktop = await _electron.launch({
      executablePath: binary,
      args: [root],
      env: { ...(process.env as Record<string, string>), PULSEBOOK_DATA: data },
    });
    const page = await desktop.firstWindow();
    const watched = watch(page);
    await use({ page, data });
    expect(watched.stop()).toEqual([]);
    await desktop.close();
    rmSync(data, { recursive: true, force: true });
  },
});

export { expect };
