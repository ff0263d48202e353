/**
 * Where the workbook lives: PULSEBOOK_DATA, else the place each system keeps an application's data.
 * Desktop, loopback and command line all ask here, so that they mean the same folder.
 */
import { homedir } from 'node:os';
import path from 'node:path';

export function dataDirectory(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const asked = env['PULSEBOOK_DATA'];
  if (asked !== undefined && asked !== '') return path.resolve(asked);
  const join = (...parts: string[]): string =>
    platform === 'win32' ? path.win32.join(...parts) : path.posix.join(...parts);
  switch (platform) {
    case 'win32':
      return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Pulsebook');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Pulsebook');
    default: {
      // The XDG base directory specification: a relative path is to be ignored.
      const base = env['XDG_DATA_HOME'];
      return join(base?.startsWith('/') === true ? base : join(home, '.local', 'share'), 'pulsebook');
    }
  }
}
