import { defineConfig } from '@playwright/test';
import { electronBinary } from './scripts/electron.mjs';
import { chromiumArgs, chromiumPath } from './tests/support/browser-path.ts';
import type { HostOptions } from './tests/support/fixtures.ts';

const desktop = electronBinary() !== null;
// Workers read this file too; once is enough.
if (!desktop && process.env['TEST_WORKER_INDEX'] === undefined)
  process.stdout.write("Electron's binary is not here: the specs run in the loopback host only.\n");

// No web server here: each test starts the app on a data folder of its own (tests/support/fixtures.ts).
export default defineConfig<object, HostOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/net-watch/run.ts',
  workers: 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  outputDir: 'out/test-results',
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    actionTimeout: 15_000,
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArgs },
  },
  projects: [
    { name: 'loopback', use: { host: 'loopback' } },
    ...(desktop ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
});
