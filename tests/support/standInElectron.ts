/**
 * A stand-in for the Electron that electron-builder packs: the files it moves, edits and reads, as Electron lays them
 * out on each system, with a fuse wire as Electron 45 has it and nothing that could run. It lets the packaging
 * configuration be tried where Electron's binary is not; it says nothing about whether the packaged app starts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What @electron/fuses looks for, the version of the wire, how many fuses, and their state before packaging. */
const FUSES = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009101100011', 'latin1');

interface ResEdit {
  readonly NtExecutable: {
    createEmpty(
      is32Bit: boolean,
      isDll: boolean,
    ): { setExtraData(data: ArrayBuffer): void; generate(): ArrayBuffer };
  };
  readonly NtExecutableResource: {
    from(exe: unknown): { readonly entries: unknown[]; outputResource(exe: unknown): void };
  };
  readonly Resource: {
    readonly VersionInfo: {
      createEmpty(): {
        setStringValues(language: { lang: number; codepage: number }, values: Record<string, string>): void;
        outputToResourceEntries(entries: unknown[]): void;
      };
    };
  };
}

/** Lays one out in `folder` (made if missing). `platform` as electron-builder names it. */
export function standInElectron(folder: string, platform: 'linux' | 'darwin' | 'win32'): void {
  const put = (name: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  put('LICENSE', 'The licence of Electron');
  put('LICENSES.chromium.html', '<p>The notices of Chromium</p>');
  if (platform === 'darwin') return layOutMac(put);
  for (const name of ['de', 'en-GB', 'en-US', 'es', 'es-419', 'fr']) put(`locales/${name}.pak`, name);
  put('resources/.keep', '');
  if (platform === 'linux') put('electron', Buffer.concat([Buffer.from('no program\n'), FUSES]));
  else put('electron.exe', windowsProgram());
}

function layOutMac(put: (name: string, content: string | Uint8Array) => void): void {
  const contents = 'Electron.app/Contents';
  put(`${contents}/Info.plist`, plist('Electron'));
  put(`${contents}/MacOS/Electron`, 'no program');
  put(`${contents}/Resources/electron.icns`, 'to be replaced');
  put(`${contents}/Frameworks/Electron Framework.framework/Electron Framework`, FUSES);
  for (const folder of ['Resources', 'Frameworks/Electron Framework.framework/Versions/A/Resources'])
    for (const name of ['de', 'en', 'es']) put(`${contents}/${folder}/${name}.lproj/locale.pak`, name);
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const helper = `Electron Helper${kind}`;
    put(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plist(helper));
    put(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, 'no program');
  }
}

function plist(name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${name}</string>
<key>CFBundleIconFile</key><string>electron.icns</string>
<key>CFBundleIdentifier</key><string>com.github.${name}</string>
<key>CFBundleName</key><string>${name}</string>
</dict></plist>
`;
}

/** A program file of Windows with a version to be overwritten, and the fuses behind its end. */
function windowsProgram(): Uint8Array {
  // The very library electron-builder edits it with.
  const within = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));
  const { NtExecutable, NtExecutableResource, Resource } = within('resedit') as ResEdit;
  const exe = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(exe);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(exe);
  exe.setExtraData(new Uint8Array(FUSES).buffer);
  return new Uint8Array(exe.generate());
}
