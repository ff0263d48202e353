/**
 * Runs the built desktop entry (argument 1) in plain Node with `electron` resolved to the double, drives it as its
 * window would, and prints what came of it as one line of JSON.
 */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { readFileSync } from 'node:fs';
import type { Transport } from '../../../shared/contract/transport.ts';
import { callerOf, preloadElectron } from './ipc.ts';

const double = new URL('./index.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: double, shortCircuit: true } : next(name, context),
});

const { app, BrowserWindow, double: asked, ipcMain, session } = await import('./index.ts');
const [, , main = '', preload = ''] = process.argv;
// What stands behind a program's name are files to open.
process.argv.splice(1);
// As in Electron, nothing is ready before this import is done.
await import(pathToFileURL(main).href);
app.becomeReady();

const deadline = Date.now() + 20_000;
while (BrowserWindow.all[0]?.page == null) {
  if (Date.now() > deadline || app.exitCode !== null)
    throw new Error(`no window: ${JSON.stringify(asked.errorBoxes)}`);
  await new Promise((resolve) => void setTimeout(resolve, 20));
}
const [window] = BrowserWindow.all;
if (window === undefined) throw new Error('no window');

const { electron, exposed } = preloadElectron(ipcMain, window.webContents);
vm.runInNewContext(readFileSync(preload, 'utf8'), {
  require: (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
    return electron;
  },
  exports: {},
  module: { exports: {} },
});
const transport = exposed['pulsebook'] as Transport;
const page = await window.page?.text();
const script = /src="([^"]+\.js)"/.exec(page ?? '')?.[1] ?? '';
const seen = {
  webPreferences: window.options.webPreferences,
  url: window.webContents.mainFrame.url,
  title: /<title>(.*)<\/title>/.exec(page ?? '')?.[1],
  script: (await session.fromPartition('pulsebook').protocol.fetch(`app://pulsebook${script}`)).status,
  state: await transport.invoke('app.state', {}),
  stranger: await ipcMain.call(callerOf(window.webContents, null), 'pulsebook', 'app.state', {}),
};
app.quit();
while (app.exitCode === null) await new Promise((resolve) => void setTimeout(resolve, 20));
process.stdout.write(`${JSON.stringify({ ...seen, exitCode: app.exitCode })}\n`);
