import type { Plugin } from 'vite';

/** Notes which packages' code went into what was built, in `<outDir>/bundled/<name>.json`. */
export function noteBundled(name: string, outDir: string): Plugin;
