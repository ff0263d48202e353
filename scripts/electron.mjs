// Where Electron's binary is, and getting it when a person says so. It is a separate download of about 110 MB.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
const declined = join(dirname(folder), '.cache/pulsebook/no-electron');
const FETCH_MS = 10 * 60_000;
const ANSWER_MS = 20_000;

/**
 * Path of the binary, or null. Never downloads: `require('electron')` would.
 * @returns {string | null}
 */
export function electronBinary() {
  const named = join(folder, 'path.txt');
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : null;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const path =
    override !== undefined ? join(override, name ?? 'electron') : join(folder, 'dist', name ?? 'electron');
  return (override !== undefined || name !== null) && existsSync(path) ? path : null;
}

/**
 * Fetches the binary when asked to (`asked`), or when a person at the terminal says yes.
 * @param {boolean} asked @returns {Promise<string | null>}
 */
export async function fetchElectron(asked) {
  if (!asked && !(await wanted())) return null;
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'inherit', timeout: FETCH_MS });
  return electronBinary();
}

/** Asks once, waits a moment, remembers a no. */
async function wanted() {
  if (!process.stdin.isTTY || !process.stdout.isTTY || process.env.CI !== undefined || existsSync(declined))
    return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal
    .question('Pulsebook runs in Electron, which is not here yet. Download it now (about 110 MB)? [y/N] ', {
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    .catch(() => '');
  terminal.close();
  if (/^(y|yes|s|sí|si)$/i.test(answer.trim())) return true;
  mkdirSync(dirname(declined), { recursive: true });
  writeFileSync(declined, 'Remove this file to be asked again, or: npm start -- --fetch-electron\n');
  return false;
}
