// npm run dev: hot reload. In Electron where its binary is (all parts are rebuilt on change); otherwise the window comes
// from Vite's server with the loopback host behind it: changes in renderer/ and shared/ show at once, changes in
// electron/ on the next start.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { buildIfStale } from './build-if-stale.mjs';
import { electronBinary } from './electron.mjs';
import { startHost } from './loopback.mjs';

const root = join(import.meta.dirname, '..');
/** What the loopback host answers itself; everything else is Vite's. */
const backendPaths = ['/session', '/call', '/events', '/upload', '/download'];

if (electronBinary() === null) await runLoopback();
else {
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const child = spawn(process.execPath, [electronVite, 'dev'], { cwd: root, stdio: 'inherit' });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

async function runLoopback() {
  buildIfStale();
  const host = startHost(join(root, 'out/main/serve.js'));
  const { url, line } = await host.said;
  if (url === null) throw new Error(`the loopback host said ${String(line)}`);
  const { origin, hash } = new URL(url);
  // The host accepts its own origin only; the page Vite serves is ours, so the proxy speaks for it.
  const proxy = Object.fromEntries(
    backendPaths.map((path) => [path, { target: origin, changeOrigin: true, headers: { origin } }]),
  );
  const server = await createServer({
    configFile: false,
    root: join(root, 'renderer'),
    plugins: [react()],
    server: { host: '127.0.0.1', proxy },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173/';
  process.stdout.write(`Electron's binary is not here; open ${address}${hash} within 30 seconds.\n`);
  const stop = () => host.stop();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await host.ended;
  await server.close();
}
