// Reads the fuses of a packaged app back, and whether the hash of its archive is in it:
//
//   node scripts/check-fuses.mjs PATH-TO-PACKAGED-APP...
//
// PATH: the executable (Linux, Windows) or the .app (macOS). Without one: every packaged app under dist/. Exit code 1
// when anything differs from scripts/fuses.mjs; 2 when a path is not a packaged app.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { getRawHeader } from '@electron/asar';
import { fuses } from './fuses.mjs';

const ASAR_HASH = /"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"/;
const PLIST_HASH =
  /<key>Resources\/app\.asar<\/key>\s*<dict>\s*<key>algorithm<\/key>\s*<string>SHA256<\/string>\s*<key>hash<\/key>\s*<string>([0-9a-f]{64})<\/string>/;

/**
 * What differs from what was decided, in words; empty when all is as it should be. Throws when there is no fuse wire.
 * @param {string} app @returns {Promise<string[]>}
 */
export async function fuseFaults(app) {
  const { version, ...wire } = await getCurrentFuseWire(app);
  if (version !== FuseVersion.V1)
    return [`the fuses are of version ${String(version)}, which is not known here`];
  /** @type {Record<string, number | undefined>} */
  const states = wire;
  const wrong = fuses.flatMap(({ option, on }) => {
    const state = states[option];
    // A fuse that Electron has removed has no effect any more, whatever it says.
    if (state === FuseState.REMOVED || state === (on ? FuseState.ENABLE : FuseState.DISABLE)) return [];
    const found = state === undefined ? 'not there' : (FuseState[state] ?? `${state}`);
    return [`${FuseV1Options[option]} should be ${on ? 'ENABLE' : 'DISABLE'} and is ${found}`];
  });
  const known = new Set(fuses.map(({ option }) => String(option)));
  const undecided = Object.keys(states).filter((option) => !known.has(option));
  return [
    ...wrong,
    ...undecided.map((option) => `fuse ${option} is new: decide about it in scripts/fuses.mjs`),
  ];
}

/**
 * Whether the archive beside the app is the one whose hash it carries. Linux carries none: Electron does not look at it
 * there.
 * @param {string} app @returns {string[]}
 */
export function archiveFaults(app) {
  const mac = app.endsWith('.app');
  const archive = mac ? join(app, 'Contents/Resources/app.asar') : join(dirname(app), 'resources/app.asar');
  if (!existsSync(archive)) return [`there is no ${archive}`];
  const beside = join(dirname(archive), 'app');
  const loose = existsSync(beside) ? [`${beside} must not be there`] : [];
  if (!mac && !app.endsWith('.exe')) return loose;
  const carried = mac
    ? PLIST_HASH.exec(readFileSync(join(app, 'Contents/Info.plist'), 'utf8'))?.[1]
    : ASAR_HASH.exec(readFileSync(app, 'latin1'))?.[1];
  if (carried === undefined) return [...loose, 'the app carries no hash of its archive'];
  const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
  return carried === hash ? loose : [...loose, 'the archive is not the one whose hash the app carries'];
}

/**
 * The packaged apps under a folder, as electron-builder leaves them.
 * @param {string} dist @returns {string[]}
 */
export function packagedApps(dist) {
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { withFileTypes: true }).flatMap((entry) => {
    const folder = join(dist, entry.name);
    if (!entry.isDirectory()) return [];
    const inside = readdirSync(folder);
    if (entry.name.startsWith('mac'))
      return inside.filter((name) => name.endsWith('.app')).map((name) => join(folder, name));
    // Beside the app's own there are helpers (crash handler, sandbox): the app is named after the product.
    if (/^(win|linux).*unpacked$/.test(entry.name))
      return inside.filter((name) => /^pulsebook(\.exe)?$/i.test(name)).map((name) => join(folder, name));
    return [];
  });
}

/** @param {readonly string[]} named @returns {Promise<number>} exit code */
async function main(named) {
  const apps =
    named.length > 0 ? named : packagedApps(join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist'));
  if (apps.length === 0) process.stdout.write('no packaged app under dist/: nothing to read back\n');
  let code = 0;
  for (const app of apps) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const faults = [...(await fuseFaults(app)), ...archiveFaults(app)];
      process.stdout.write(
        `${app}: ${faults.length === 0 ? `${fuses.length} fuses as decided` : faults.join('; ')}\n`,
      );
      if (faults.length > 0) code = Math.max(code, 1);
    } catch (error) {
      process.stderr.write(`${app}: ${error instanceof Error ? error.message : String(error)}\n`);
      code = 2;
    }
  }
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
