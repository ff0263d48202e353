/** The whole app for a test: the built loopback host on a data folder of its own. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { startHost } from '../../scripts/loopback.mjs';
import { chromiumPath } from './browser-path.ts';

const root = path.resolve(import.meta.dirname, '../..');

export interface StartedApp {
  /** Opens one window, once, within 30 seconds. */
  readonly url: string;
  readonly data: string;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** An existing data folder, left alone afterwards; otherwise a fresh one that is removed. */
  readonly data?: string;
  /** Fills the folder with the demo workspace first. */
  readonly demo?: boolean;
}

let demo: string | null = null;

/** A folder with the demo workspace as the command line makes it: made once in a process, and copied by whoever wants one. */
function demoFolder(): string {
  if (demo !== null) return demo;
  const made = mkdtempSync(path.join(tmpdir(), 'pulsebook-demo-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  execFileSync(process.execPath, [path.join(root, 'out/main/cli.js'), 'demo', '--data', made], {
    timeout: 60_000,
  });
  demo = made;
  return made;
}

/** Starts the app. Fails when the host says anything but an address. */
export async function startApp(options: AppOptions = {}): Promise<StartedApp> {
  const data = options.data ?? mkdtempSync(path.join(tmpdir(), 'pulsebook-e2e-'));
  if (options.demo === true) cpSync(demoFolder(), data, { recursive: true });
  const host = startHost(path.join(root, 'out/main/serve.js'), {
    ...process.env,
    PULSEBOOK_DATA: data,
    // What prints is what the tests drive.
    CHROMIUM: await chromiumPath(),
  });
  const { url, line } = await host.said;
  if (url === null) throw new Error(`the host said ${JSON.stringify(line)}`);
  return {
    url,
    data,
    stop: async () => {
      host.stop();
      await host.ended;
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
