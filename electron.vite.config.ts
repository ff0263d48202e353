import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { metaPolicy } from './electron/backend/pageHeaders.ts';
import { noteBundled } from './scripts/bundled.mjs';

const at = (path: string): string => resolve(import.meta.dirname, path);

// Only in the built page: the dev server needs inline scripts (React refresh) and a web socket.
const csp: Plugin = {
  name: 'csp',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

// electron-vite builds for file:// and relative addresses; places inside the app (/clients/3) need absolute ones.
const absolute: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) };

/** Composition roots, and the files that run in a thread or process of their own. */
const entries = {
  main: 'electron/main.ts',
  serve: 'electron/serve.ts',
  cli: 'electron/cli.ts',
  backendThread: 'electron/backend/threads/backendThread.ts',
  parserProcess: 'electron/backend/jobs/parserProcess.ts',
  exportWorker: 'electron/backend/jobs/exportWorker.ts',
  archiveWorker: 'electron/backend/jobs/archiveWorker.ts',
  purgeWorker: 'electron/backend/jobs/purgeWorker.ts',
  resolveWorker: 'electron/backend/jobs/resolveWorker.ts',
};

export default defineConfig({
  main: {
    plugins: [noteBundled('main', at('out'))],
    build: {
      outDir: 'out/main',
      // Native or carrying a .wasm beside their code: loaded from node_modules as they are. The rest is bundled.
      externalizeDeps: { include: ['better-sqlite3', 'wasm-xlsxwriter'] },
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(entries).flatMap(([name, file]) => (existsSync(at(file)) ? [[name, at(file)]] : [])),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [noteBundled('preload', at('out'))],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false, // a sandboxed preload can require only 'electron'
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      minify: true,
      chunkSizeWarningLimit: 2000, // loaded from the same disk
      rolldownOptions: {
        // The app, and the page reports are printed from.
        input: { index: at('renderer/index.html'), print: at('renderer/print.html') },
      },
    },
    plugins: [react(), csp, absolute, noteBundled('renderer', at('out'))],
  },
});
