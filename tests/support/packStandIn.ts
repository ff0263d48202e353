/**
 * Packs the built app with electron-builder as `npm run dist -- --dir` does, for the three systems at once, around
 * stand-ins for Electron (argument 1: a folder to work in). Prints, as one line of JSON, what electron-builder would
 * have handed to the makers of .deb and AppImage.
 */
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import config from '../../electron-builder.config.mjs';
import { standInElectron } from './standInElectron.ts';

const [, , work = ''] = process.argv;
const handed: unknown[] = [];
const dist = (platform: string): string => path.join(work, `electron-${platform}`);
for (const platform of ['linux', 'darwin', 'win32'] as const) standInElectron(dist(platform), platform);
// What it tells of its progress is not the answer.
const said = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

await build({
  publish: 'never',
  targets: new Map<Platform, Map<Arch, string[]>>([
    [Platform.LINUX, new Map([[Arch.x64, ['deb', 'AppImage']]])],
    [Platform.WINDOWS, new Map([[Arch.arm64, ['dir']]])],
    [Platform.MAC, new Map([[Arch.arm64, ['dir']]])],
  ]),
  config: {
    ...config,
    directories: { ...config.directories, output: path.join(work, 'dist') },
    electronDist: ({ platformName }) => dist(platformName),
  },
  // Answered with true, electron-builder stops before it fetches the programs that make the installers.
  effectiveOptionComputed: (options: unknown) => {
    handed.push(options);
    return Promise.resolve(true);
  },
});
said(`${JSON.stringify(handed)}\n`);
