// Starts the loopback host as a child and waits for what it says first.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const FIRST_LINE_MS = 60_000;
const STOP_MS = 20_000;

/**
 * `said` is the host's first line (and the address in it), or nulls when it ended without one; `ended` its exit code.
 * @param {string} script @param {NodeJS.ProcessEnv} [env] @param {string[]} [files] archives to open the window on
 */
export function startHost(script, env = process.env, files = []) {
  const child = spawn(process.execPath, [script, ...files], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Promise<number>} */
  const ended = new Promise((done) => {
    child.on('error', () => done(1));
    child.on('exit', (code) => done(code ?? 1));
  });
  const stop = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_MS).unref();
  };
  const lines = createInterface({ input: child.stdout });
  /** @type {Promise<{ line: string | null, url: string | null }>} */
  const said = new Promise((done) => {
    const late = setTimeout(stop, FIRST_LINE_MS);
    lines.once('line', (line) => done({ line, url: /^Pulsebook: (http:\S+)$/.exec(line)?.[1] ?? null }));
    void ended.then(() => done({ line: null, url: null }));
    void Promise.race([ended, new Promise((first) => lines.once('line', first))]).then(() =>
      clearTimeout(late),
    );
  });
  return { said, ended, stop };
}
