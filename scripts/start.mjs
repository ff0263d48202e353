// npm start: builds what is stale, then runs the app in Electron, or, where Electron's binary is not, from the
// loopback host in an installed Chromium, Chrome or Edge; where there is none of them, prints the address.
//
//   npm start -- [--data DIR] [--no-open] [--fetch-electron] [--smoke] [FILE.pulsebook]
//
// FILE: the window opens on it, to take that client in, as after a double-click.
// --no-open prints the address only; --smoke opens the app headless, checks that it shows itself, and ends.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installedBrowser, quietArgs } from './browsers.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { electronBinary, fetchElectron } from './electron.mjs';
import { startHost } from './loopback.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Electron that ends with an error within this time could not run here at all (missing libraries, no display). */
const ELECTRON_TRIAL_MS = 5000;

const usage = 'npm start -- [--data DIR] [--no-open] [--fetch-electron] [--smoke] [FILE.pulsebook]';

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        'fetch-electron': { type: 'boolean', default: process.env.PULSEBOOK_FETCH_ELECTRON === '1' },
        smoke: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (!values.help) return { ...values, files: positionals.map(fromHere) };
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}

const asked = options();
if (asked.data !== undefined) process.env.PULSEBOOK_DATA = fromHere(asked.data);
buildIfStale();

if (asked.smoke) {
  const { smoke } = await import('./smoke.mjs');
  process.exitCode = await smoke();
} else if (asked['no-open']) {
  await runLoopback(() => false);
} else {
  const outcome = await runDesktop();
  if (typeof outcome === 'number') {
    process.exitCode = outcome;
  } else {
    process.stdout.write(`${outcome}; Pulsebook opens from the loopback host instead.\n`);
    await runLoopback(openBrowser);
  }
}

/** npm runs scripts in the project's folder; names are meant from where the person is. @param {string} path */
function fromHere(path) {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

/** Its exit code, or why there is no desktop here. @returns {Promise<number | string>} */
async function runDesktop() {
  if (!hasScreen()) return 'There is no screen here';
  const binary = electronBinary() ?? (await fetchElectron(asked['fetch-electron']));
  if (binary === null) return "Electron's binary is not on this machine";
  const code = await runElectron(binary);
  return code === 'unable' ? 'Electron cannot run on this machine' : code;
}

/** @param {string} binary @returns {Promise<number | 'unable'>} */
function runElectron(binary) {
  const started = Date.now();
  const child = spawn(binary, [root, ...asked.files], { stdio: 'inherit' });
  return new Promise((done) => {
    child.on('error', () => done('unable'));
    child.on('exit', (code, signal) => {
      const failed = signal !== null || (code ?? 1) !== 0;
      done(failed && Date.now() - started < ELECTRON_TRIAL_MS ? 'unable' : (code ?? 1));
    });
  });
}

/** Runs the host until it ends. @param {(url: string) => boolean} open */
async function runLoopback(open) {
  const host = startHost(join(root, 'out/main/serve.js'), process.env, asked.files);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => host.stop());
  const said = await host.said;
  if (said.url !== null && !open(said.url)) {
    process.stdout.write(`Open within 30 seconds: ${said.url}\n(npm start prints a new address.)\n`);
  } else if (said.url === null && said.line !== null) {
    process.stdout.write(`${said.line}\n`);
  }
  process.exitCode = await host.ended;
}

/** As a window of its own, with its own profile. @param {string} url @returns {boolean} whether one was found */
function openBrowser(url) {
  const browser = hasScreen() ? installedBrowser() : null;
  if (browser === null) return false;
  const profile = join(process.env.PULSEBOOK_DATA ?? join(root, '.pulsebook'), 'browser');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  // Chromium refuses to run its sandbox for root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  spawn(
    browser,
    // Nothing of what the window shows or keeps for itself goes to the disk: a client that is deleted is gone there too.
    [
      `--app=${url}`,
      '--incognito',
      // Edge's word for it; the others pass over it.
      '--inprivate',
      `--user-data-dir=${profile}`,
      '--window-size=1280,860',
      ...quietArgs,
      ...asRoot,
    ],
    {
      stdio: 'ignore',
      detached: true,
    },
  )
    .on('error', () => process.stdout.write(`Open within 30 seconds: ${url}\n`))
    .unref();
  return true;
}

function hasScreen() {
  if (process.platform !== 'linux') return true;
  return (process.env.DISPLAY ?? '') !== '' || (process.env.WAYLAND_DISPLAY ?? '') !== '';
}
