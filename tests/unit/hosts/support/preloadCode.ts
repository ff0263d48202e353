/** The preload as it ships: bundled, in a sandbox that knows nothing but `electron`. */
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'vite';

/** Bundles it as the build does. Takes a second: once for a file of tests. */
export async function buildPreload(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../../../electron/preload.ts', import.meta.url)),
        formats: ['cjs'],
      },
      rolldownOptions: { external: ['electron'] },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

/** Runs it as a sandboxed preload is run. */
export function runPreload(code: string, electron: object): void {
  vm.runInNewContext(code, {
    require: (name: string) => {
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return electron;
    },
    exports: {},
    module: { exports: {} },
  });
}
