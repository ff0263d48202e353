/**
 * What would ship: the app packed by electron-builder around stand-ins for Electron, for the three systems. Looks into
 * the archives, and starts what came out of one with Node and against the double of `electron`. Nothing here runs
 * Electron; the packaged program itself is tried where its binary is (.github/workflows/desktop.yml).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { archiveFaults, fuseFaults } from '../../scripts/check-fuses.mjs';
import { lookInto, SIZE_BAR, targetOf } from '../../scripts/check-package.mjs';
import { startHost } from '../../scripts/loopback.mjs';
import { closedMonth } from '../support/person.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
/** What electron-builder hands to the makers of AppImage and .deb. */
type Handed = [{ desktop: string; desktopFileName: string }, [string[], string]];

let work: string;
let handed: Handed;
const appOf = (place: string): string => path.join(work, 'dist', place);
const apps = {
  linux: 'linux-unpacked/pulsebook',
  windows: 'win-arm64-unpacked/Pulsebook.exe',
  mac: 'mac-arm64/Pulsebook.app',
};

// Elsewhere electron-builder signs what it packs, or does not pack for the others.
test.skip(process.platform !== 'linux', 'packs for three systems on Linux');
test.beforeAll(() => {
  test.setTimeout(120_000);
  work = mkdtempSync(path.join(tmpdir(), 'pulsebook-package-'));
  const said = execFileSync(process.execPath, [path.join(root, 'tests/support/packStandIn.ts'), work], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  handed = (JSON.parse(said) as (Handed[0] | Handed[1])[]).toSorted(
    (a, b) => Number(Array.isArray(a)) - Number(Array.isArray(b)),
  ) as Handed;
});
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

for (const [system, place] of Object.entries(apps))
  test(`${system}: in the archive is what the app needs, and nothing else; fuses and its hash are set`, async () => {
    const app = appOf(place);
    const { resources, ...target } = targetOf(app);
    const { faults, files, bytes } = lookInto(resources, target);
    process.stdout.write(
      `${system} ${target.arch}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB without Electron (bar ${(SIZE_BAR / 1e6).toFixed(1)} MB)\n`,
    );
    expect(faults).toEqual([]);
    expect(await fuseFaults(app)).toEqual([]);
    expect(archiveFaults(app)).toEqual([]);
  });

test('started from the archive with Node: the command line makes a demo and its report, the host shows the app, main opens its window', async ({
  page,
}) => {
  const inside = path.join(work, 'inside');
  extractAll(path.join(path.dirname(appOf(apps.linux)), 'resources/app.asar'), inside);
  const built = (name: string): string => path.join(inside, 'out/main', name);
  const data = path.join(work, 'book');
  const run = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [built('cli.js'), ...args], {
      encoding: 'utf8',
      cwd: work,
    });
    expect(`${status} ${stderr}`).toBe('0 ');
    return stdout;
  };
  expect(run('--version')).toBe(`Pulsebook ${version}\n`);
  expect(run('--help')).toContain('inspect');
  run('demo', '--data', data);
  const report = path.join(work, 'report.xlsx');
  run('report', '--data', data, '--client', 'Larkbed', '--period', closedMonth().name, '--out', report);
  expect(readFileSync(report).subarray(0, 2).toString('latin1')).toBe('PK');

  const host = startHost(built('serve.js'), { ...process.env, PULSEBOOK_DATA: data });
  await page.goto((await host.said).url ?? '');
  await expect(page.getByRole('heading', { name: 'All clients', level: 1 })).toBeVisible();
  host.stop();
  await host.ended;

  const said = execFileSync(
    process.execPath,
    [
      path.join(root, 'tests/support/electron-double/run-main.ts'),
      built('main.js'),
      path.join(inside, 'out/preload/preload.cjs'),
    ],
    { encoding: 'utf8', env: { ...process.env, PULSEBOOK_DATA: data } },
  );
  expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({
    title: 'Pulsebook',
    script: 200,
    state: { ok: true, data: { version, clients: 3 } },
    exitCode: 0,
  });
});

test('the native module lies beside the archive and loads from there', () => {
  const { resources } = targetOf(appOf(apps.linux));
  const folder = path.join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  const [file = ''] = readdirSync(folder);
  expect(file).toBe('linux-x64.node');
  test.skip(process.platform !== 'linux' || process.arch !== 'x64', 'another system');
  expect(createRequire(import.meta.url)(path.join(folder, file))).toHaveProperty('initialize');
});

test('the notices lie beside the app: ours, Electron’s, Chromium’s', () => {
  for (const place of [apps.linux, apps.windows].map((app) => path.dirname(appOf(app))))
    for (const name of ['LICENCES.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(existsSync(path.join(place, name)), path.join(place, name)).toBe(true);
  // Electron's own come out of its .zip on macOS, which the stand-in is not.
  expect(existsSync(path.join(targetOf(appOf(apps.mac)).resources, 'LICENCES.txt'))).toBe(true);
  const text = readFileSync(path.join(path.dirname(appOf(apps.linux)), 'LICENCES.txt'), 'utf8');
  for (const name of ['better-sqlite3', 'echarts', 'react', 'SQLite', 'Electron'])
    expect(text).toContain(name);
});

test('Linux: the menu entry, the type of the archives, and what the .deb asks for and puts where', () => {
  const [{ desktop, desktopFileName }, [deb]] = handed;
  expect(desktopFileName).toBe('pulsebook.desktop');
  for (const line of [
    'Name=Pulsebook',
    'Icon=pulsebook',
    'StartupWMClass=pulsebook',
    'MimeType=application/x-pulsebook;',
    'Categories=Office;',
  ])
    expect(desktop.split('\n')).toContain(line);
  // One place for files, or a desktop takes none.
  expect(desktop.match(/%[fFuU]/g)).toEqual(['%U']);
  const placed = Object.fromEntries(
    deb
      .filter((arg) => /=\/(usr|opt)\//.test(arg))
      .map((arg) => arg.split('=').toReversed() as [string, string]),
  );
  for (const size of ['16x16', '256x256']) {
    expect(placed[`/usr/share/icons/hicolor/${size}/apps/pulsebook.png`]).toContain(`app/${size}.png`);
    expect(placed[`/usr/share/icons/hicolor/${size}/mimetypes/application-x-pulsebook.png`]).toContain(
      `document/${size}.png`,
    );
  }
  const mime = readFileSync(placed['/usr/share/mime/packages/pulsebook.xml'] ?? '', 'utf8');
  expect(mime).toContain('<mime-type type="application/x-pulsebook">');
  expect(mime).toContain('<glob pattern="*.pulsebook"/>');
  expect(placed['/usr/share/applications/pulsebook.desktop']).toBeDefined();
  expect(deb).toContain(version);
  expect(deb.at(deb.indexOf('--name') + 1)).toBe('pulsebook');
});

test('macOS: the type of the archives, their icon, this version; no rules for a network', () => {
  const contents = path.join(appOf(apps.mac), 'Contents');
  const plist = readFileSync(path.join(contents, 'Info.plist'), 'utf8').replaceAll(/>\s+</g, '><');
  for (const part of [
    '<key>CFBundleIdentifier</key><string>org.pulsebook.app</string>',
    `<key>CFBundleShortVersionString</key><string>${version}</string>`,
    '<key>CFBundleTypeExtensions</key><array><string>pulsebook</string></array>',
    '<key>CFBundleTypeIconFile</key><string>document.icns</string>',
    '<key>CFBundleTypeRole</key><string>Editor</string><key>LSHandlerRank</key><string>Owner</string>',
    '<key>public.mime-type</key><array><string>application/x-pulsebook</string></array>',
    '<key>UTTypeIdentifier</key><string>org.pulsebook.client-archive</string>',
  ])
    expect(plist).toContain(part);
  expect(plist).not.toContain('NSAppTransportSecurity');
  for (const [name, from] of [
    ['icon.icns', 'pulsebook.icns'],
    ['document.icns', 'document.icns'],
  ] as const)
    expect(
      readFileSync(path.join(contents, 'Resources', name)).equals(
        readFileSync(path.join(root, 'resources/icons', from)),
      ),
    ).toBe(true);
});

test('Windows: the program says its name and version', () => {
  const program = readFileSync(appOf(apps.windows));
  const says = (text: string): boolean => program.includes(Buffer.from(text, 'utf16le'));
  for (const text of ['Pulsebook', version, 'Copyright © 2026 The Pulsebook authors'])
    expect(says(text), text).toBe(true);
  // Its icon, with the picture of 256 as it was drawn.
  expect(program.includes(readFileSync(path.join(root, 'resources/icons/app/256x256.png')))).toBe(true);
});
