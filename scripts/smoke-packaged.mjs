// Starts the packaged app as a person would, looks at its window, and ends it. Needs a screen (or a virtual one).
//
//   node scripts/smoke-packaged.mjs [PROGRAM]    else the one under dist/ that is for this system and processor
//
// The window is looked at through Chromium's debugging port: the one into Node is closed by a fuse.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright';
import { packagedApps } from './check-fuses.mjs';
import { targetOf } from './check-package.mjs';

const START_MS = 60_000;
const END_MS = 30_000;

/** @returns {string} */
function program() {
  const named = process.argv[2];
  if (named !== undefined) return named;
  const app = packagedApps(join(import.meta.dirname, '../dist')).find((one) => {
    const { platform, arch } = targetOf(one);
    return platform === process.platform && arch === process.arch;
  });
  if (app === undefined) throw new Error('no packaged app for this machine under dist/');
  return app.endsWith('.app') ? join(app, 'Contents/MacOS', basename(app, '.app')) : app;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** @param {number} port @param {() => boolean} gone */
async function connect(port, gone) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (gone() || Date.now() > deadline) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await delay(500);
    }
  }
}

/** The debugging port answers before the backend is ready and the window there. @param {import('playwright').Browser} browser */
async function windowOf(browser) {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url().startsWith('app://pulsebook/'));
    if (page !== undefined) return page;
    if (Date.now() > deadline)
      throw new Error(`no window of the app: ${pages.map((one) => one.url()).join(', ')}`);
    // oxlint-disable-next-line no-await-in-loop
    await delay(200);
  }
}

const started = program();
const data = mkdtempSync(join(tmpdir(), 'pulsebook-packaged-'));
const port = await freePort();
const child = spawn(started, [`--remote-debugging-port=${port}`], {
  env: { ...process.env, PULSEBOOK_DATA: data },
  stdio: 'inherit',
});
let code = /** @type {number | null} */ (null);
const ended = new Promise((done) => {
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    code = 1;
    done(null);
  });
  child.on('exit', (status) => {
    code = status ?? 1;
    done(null);
  });
});
try {
  const browser = await connect(port, () => code !== null);
  const page = await windowOf(browser);
  await page.getByRole('main').first().waitFor({ timeout: START_MS });
  process.stdout.write(
    `${started}: ${await page.title()}, ${await page.getByRole('heading').first().innerText()}\n`,
  );
  await (await browser.newBrowserCDPSession()).send('Browser.close');
  await Promise.race([ended, delay(END_MS)]);
  if (code !== 0) throw new Error(code === null ? 'it did not end' : `it ended with ${code}`);
} finally {
  child.kill('SIGKILL');
  await ended;
  rmSync(data, { recursive: true, force: true });
}
