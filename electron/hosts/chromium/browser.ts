/**
 * A Chromium, Chrome or Edge of this machine, run without a window and with a profile that lives as long as it does.
 *
 * Invariants: it reaches no network and is reached by nobody (pipe.ts); nothing of it is left when it is closed, also
 * when it hangs; it ends with this process, and a profile a killed process left is removed by the next.
 */
// oxlint-disable-next-line no-restricted-imports
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { quietArgs } from '../../../scripts/browsers.mjs';
import { CallError } from '../../backend/errors.ts';
import type { DevTools } from './pipe.ts';
import { devToolsOver } from './pipe.ts';

export interface Browser {
  readonly devTools: DevTools;
  /** Fulfilled when its process is gone. */
  readonly ended: Promise<void>;
  /** Ends it, whatever it does, and removes its profile. */
  close(): Promise<void>;
}

const PROFILE = 'pulsebook-print-';
/** A first start on a slow disk. */
const START_LIMIT = 30_000;
const STDERR_KEPT = 2000;

const args = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-startup-window',
  ...quietArgs,
  // After those above, of which it takes the last: not even this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-gpu',
  '--mute-audio',
  // Parts of a window nobody sees, which would cost half a second.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,PreloadTopChromeWebUI',
  '--password-store=basic',
  '--use-mock-keychain',
  // Letters as wide as they print, whatever the screen of this machine is.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
] as const;

/** Starts the program at `executable`. Throws `print-unavailable` when it cannot run here. */
export async function startBrowser(executable: string): Promise<Browser> {
  sweepProfiles();
  const profile = mkdtempSync(path.join(tmpdir(), `${PROFILE}${process.pid}-`));
  // Chromium refuses to run its sandbox for root, and shared memory is scarce in containers.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shared = process.platform === 'linux' ? ['--disable-dev-shm-usage'] : [];
  const child = spawn(executable, [...args, ...asRoot, ...shared, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own, so that all of its processes can be ended at once.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  const ended = new Promise<void>((done) => {
    child.once('error', (error) => {
      stderr = `${stderr}\n${error.message}`;
      done();
    });
    child.once('exit', () => done());
  });
  // As given in `stdio`: the browser reads from the fourth and writes to the fifth.
  const devTools = devToolsOver(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const browser: Browser = {
    devTools,
    ended,
    close: async () => {
      endAll(child);
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
  const late = setTimeout(() => endAll(child), START_LIMIT);
  try {
    await devTools.send('Browser.getVersion');
    return browser;
  } catch {
    await browser.close();
    throw new CallError('print-unavailable', `${executable} does not start: ${stderr.trim()}`);
  } finally {
    clearTimeout(late);
  }
}

function endAll(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
  child.kill('SIGKILL');
}

/** Removes profiles of processes that are no more. */
function sweepProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PROFILE) ? Number.parseInt(name.slice(PROFILE.length), 10) : NaN;
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another person's: theirs to remove.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
