// A build plugin: notes which packages' code went into what was built, for the list of licences (licences.mjs). Only
// code that is in the output counts; what the bundler left out does not ship.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} name of the part that is built: main, preload, renderer
 * @param {string} outDir where `bundled/<name>.json` goes: folders of packages, relative to the project, sorted
 * @returns {import('vite').Plugin}
 */
export function noteBundled(name, outDir) {
  return {
    name: 'note-bundled',
    apply: 'build',
    generateBundle(_options, bundle) {
      /** @type {Set<string>} */
      const folders = new Set();
      for (const file of Object.values(bundle)) {
        const modules = file.type === 'chunk' ? file.modules : {};
        for (const [id, { renderedLength }] of Object.entries(modules)) {
          const folder = packageFolder(id);
          if (renderedLength > 0 && folder !== null) folders.add(folder);
        }
        // Style sheets and pictures keep the name of what they were made of.
        for (const original of file.type === 'asset' ? file.originalFileNames : []) {
          const folder = packageFolder(original);
          if (folder !== null) folders.add(folder);
        }
      }
      mkdirSync(join(outDir, 'bundled'), { recursive: true });
      writeFileSync(
        join(outDir, `bundled/${name}.json`),
        `${JSON.stringify([...folders].toSorted(byName), null, 2)}\n`,
      );
    },
  };
}

/** @param {string} a @param {string} b @returns {number} */
const byName = (a, b) => (a < b ? -1 : Number(a > b));

/** `node_modules/echarts` for any module of it; null for our own. @param {string} id @returns {string | null} */
function packageFolder(id) {
  const found = /^.*?\/?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(
    id.replaceAll('\\', '/').replace(/^\0/, ''),
  );
  return found?.[1] ?? null;
}
