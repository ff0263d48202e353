// Which Chromium to use: the machine's (Chromium, Chrome, Edge), or the one carried by a package, for headless runs.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform @returns {string[]} */
function candidates(env, platform) {
  if (platform === 'darwin')
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  if (platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((key) => {
      const folder = env[key];
      if (folder === undefined) return [];
      return [
        join(folder, 'Google/Chrome/Application/chrome.exe'),
        join(folder, 'Chromium/Application/chrome.exe'),
        join(folder, 'Microsoft/Edge/Application/msedge.exe'),
      ];
    });
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, '/usr/bin', '/snap/bin'].flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * Path of the first installed Chromium-family browser, or null.
 * @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform] @param {(path: string) => boolean} [exists]
 * @returns {string | null}
 */
export function installedBrowser(env = process.env, platform = process.platform, exists = existsSync) {
  return candidates(env, platform).find((path) => exists(path)) ?? null;
}

// Never the carrying package's own `chromium.args`: they switch off web security and run everything in one process.
export const quietArgs = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  // Its makers' services cannot all be switched off; without names and proxies they reach nobody.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--no-proxy-server',
  // The one way out of a page that no content policy rules.
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
];
export const headlessArgs = ['--no-sandbox', '--disable-gpu', ...quietArgs];

/**
 * Path of a Chromium that can be started here without a screen: the one named by CHROMIUM, else the machine's, else
 * ("carried") the one inside the @sparticuz/chromium package, unpacked once (about 209 MB in the temp folder).
 * @returns {Promise<string>}
 */
export async function headlessChromium() {
  const asked = process.env.CHROMIUM;
  if (asked !== 'carried') {
    if (asked !== undefined && existsSync(asked)) return asked;
    const installed = installedBrowser();
    if (installed !== null) return installed;
  }
  // Without libnss3 on the machine the package must unpack its own; it does so when it thinks it runs on Lambda.
  if (!existsSync('/usr/lib/x86_64-linux-gnu/libnss3.so')) process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return await carried.executablePath();
}
