/** Path of the first installed Chromium-family browser, or null. */
export function installedBrowser(
  env?: NodeJS.ProcessEnv,
  platform?: NodeJS.Platform,
  exists?: (path: string) => boolean,
): string | null;
/** Chromium flags without which it talks to its maker's servers. */
export const quietArgs: string[];
export const headlessArgs: string[];
/** Path of a Chromium for headless runs; a carried one is unpacked when the machine has none. */
export function headlessChromium(): Promise<string>;
