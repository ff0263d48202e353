/**
 * The read-back of the fuses, on stand-ins for Electron's binary that the test makes (the sentinel, and a wire behind it),
 * as decided and otherwise; and on every packaged app there is.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createPackage, getRawHeader, uncacheAll } from '@electron/asar';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { expect, it, onTestFinished } from 'vitest';
import { archiveFaults, fuseFaults, packagedApps } from '../../../scripts/check-fuses.mjs';
import { fuses } from '../../../scripts/fuses.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
/** As Electron's documentation gives it. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'pulsebook-fuses-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const decided = (): number[] => fuses.map(({ on }) => (on ? FuseState.ENABLE : FuseState.DISABLE));
const wire = (states: readonly number[], version = 1): Buffer =>
  Buffer.concat([
    Buffer.alloc(70_000, 0x7f),
    Buffer.from(SENTINEL),
    Buffer.from([version, states.length, ...states]),
    Buffer.alloc(1000),
  ]);

function binary(states: readonly number[], version?: number): string {
  const file = path.join(folder(), 'pulsebook');
  writeFileSync(file, wire(states, version));
  return file;
}

it('a binary with the fuses as they were decided has no fault', async () => {
  expect(await fuseFaults(binary(decided()))).toEqual([]);
  // A fuse that Electron took away does nothing any more.
  expect(await fuseFaults(binary(decided().with(6, FuseState.REMOVED)))).toEqual([]);
});

it.each(fuses.map(({ option, on }) => [FuseV1Options[option], option, on] as const))(
  'with %s the other way round it is named',
  async (name, option, on) => {
    const turned = decided().with(option, on ? FuseState.DISABLE : FuseState.ENABLE);
    expect(await fuseFaults(binary(turned))).toEqual([
      `${name} should be ${on ? 'ENABLE' : 'DISABLE'} and is ${on ? 'DISABLE' : 'ENABLE'}`,
    ]);
  },
);

it('Electron’s own state, a fuse nobody decided about, a missing one, another version and no wire are each told', async () => {
  // As it is delivered: most of it open.
  const untouched = [49, 48, 49, 49, 48, 48, 48, 49, 49];
  expect(await fuseFaults(binary(untouched))).toHaveLength(7);
  expect(await fuseFaults(binary([...decided(), FuseState.ENABLE]))).toEqual([
    `fuse ${fuses.length} is new: decide about it in scripts/fuses.mjs`,
  ]);
  expect(await fuseFaults(binary(decided().slice(0, -1)))).toEqual([
    'WasmTrapHandlers should be ENABLE and is not there',
  ]);
  expect(await fuseFaults(binary(decided(), 2))).toEqual([
    'the fuses are of version 2, which is not known here',
  ]);
  const plain = path.join(folder(), 'pulsebook');
  writeFileSync(plain, 'no binary at all');
  await expect(fuseFaults(plain)).rejects.toThrow('sentinel');
});

/** A packaged app with a real archive, and the hash of it where that system keeps it. */
async function packaged(
  system: 'linux' | 'win' | 'mac',
): Promise<{ app: string; archive: string; resources: string }> {
  const at = folder();
  const source = path.join(at, 'source');
  mkdirSync(source);
  writeFileSync(path.join(source, 'main.js'), 'export {};');
  const app = path.join(
    at,
    system === 'mac' ? 'Pulsebook.app' : system === 'win' ? 'Pulsebook.exe' : 'pulsebook',
  );
  const resources = system === 'mac' ? path.join(app, 'Contents/Resources') : path.join(at, 'resources');
  mkdirSync(resources, { recursive: true });
  const archive = path.join(resources, 'app.asar');
  await createPackage(source, archive);
  const hash = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
  if (system === 'mac') {
    const framework = path.join(app, 'Contents/Frameworks/Electron Framework.framework');
    mkdirSync(framework, { recursive: true });
    writeFileSync(path.join(framework, 'Electron Framework'), wire(decided()));
    writeFileSync(
      path.join(app, 'Contents/Info.plist'),
      `<plist><dict>\n<key>ElectronAsarIntegrity</key>\n<dict>\n<key>Resources/app.asar</key>\n<dict>\n<key>algorithm</key>\n<string>SHA256</string>\n<key>hash</key>\n<string>${hash}</string>\n</dict>\n</dict></dict></plist>`,
    );
  } else {
    writeFileSync(app, wire(decided()));
    const carried = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: hash }]);
    if (system === 'win') appendFileSync(app, carried);
  }
  return { app, archive, resources };
}

it.each(['linux', 'win', 'mac'] as const)(
  'on %s an archive that was changed, or stands beside another, is told',
  async (system) => {
    const { app, archive, resources } = await packaged(system);
    expect([await fuseFaults(app), archiveFaults(app)]).toEqual([[], []]);
    const other = path.join(folder(), 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'main.js'), 'export const changed = true;');
    await createPackage(other, archive);
    uncacheAll();
    const changed = archiveFaults(app);
    // Linux carries no hash: Electron would not look at it there.
    expect(changed).toEqual(
      system === 'linux' ? [] : ['the archive is not the one whose hash the app carries'],
    );
    mkdirSync(path.join(resources, 'app'));
    expect(archiveFaults(app).join()).toContain('must not be there');
    rmSync(archive);
    expect(archiveFaults(app).join()).toContain('there is no ');
  },
);

it('an app that carries no hash where one is looked at would not start, and is told', async () => {
  const { app } = await packaged('win');
  writeFileSync(app, wire(decided()));
  expect(archiveFaults(app)).toEqual(['the app carries no hash of its archive']);
});

it('the command ends with 0, 1 or 2: as decided, otherwise, or no packaged app', async () => {
  const run = (...apps: string[]): { status: number; said: string } => {
    try {
      const said = execFileSync(process.execPath, [path.join(root, 'scripts/check-fuses.mjs'), ...apps], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { status: 0, said };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { status, said: stdout + stderr };
    }
  };
  const { app } = await packaged('linux');
  expect(run(app)).toEqual({ status: 0, said: `${app}: 9 fuses as decided\n` });
  writeFileSync(app, wire(decided().with(0, FuseState.ENABLE)));
  expect(run(app)).toEqual({ status: 1, said: `${app}: RunAsNode should be DISABLE and is ENABLE\n` });
  expect(run(path.join(root, 'package.json')).status).toBe(2);
  expect(run(path.join(root, 'nowhere')).status).toBe(2);
}, 60_000);

it('packaged apps are found where electron-builder leaves them', () => {
  const dist = folder();
  for (const file of [
    'linux-unpacked/pulsebook',
    'linux-unpacked/chrome-sandbox',
    'linux-arm64-unpacked/pulsebook',
    'win-unpacked/Pulsebook.exe',
    'win-arm64-unpacked/Pulsebook.exe',
    'mac/Pulsebook.app/Contents/Info.plist',
    'mac-arm64/Pulsebook.app/Contents/Info.plist',
    '.icon-set/icon.png',
  ]) {
    mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
    writeFileSync(path.join(dist, file), '');
  }
  expect(
    packagedApps(dist)
      .map((app) => path.relative(dist, app))
      .toSorted(),
  ).toEqual([
    'linux-arm64-unpacked/pulsebook',
    'linux-unpacked/pulsebook',
    'mac-arm64/Pulsebook.app',
    'mac/Pulsebook.app',
    'win-arm64-unpacked/Pulsebook.exe',
    'win-unpacked/Pulsebook.exe',
  ]);
});

it('every packaged app that is here has its fuses as decided', async () => {
  const apps = packagedApps(path.join(root, 'dist'));
  if (apps.length === 0) process.stdout.write('No packaged app under dist/: its fuses were not read back.\n');
  const faults = await Promise.all(
    // A stand-in for Electron's binary has no fuses to set.
    apps.map(async (app) => [
      ...(await fuseFaults(app).catch((error: Error) => [error.message])),
      ...archiveFaults(app),
    ]),
  );
  expect(faults.flat()).toEqual([]);
});
