/** Double of `app`: ready is held back until the test says so, as Electron holds it until main is evaluated. */
import type { AboutPanelOptionsOptions, App, CommandLine } from 'electron';
import { Emitter } from './events.ts';

type AppPart = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'getPath'
  | 'setPath'
  | 'setName'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'enableSandbox'
  | 'getLocale'
  | 'getAppMetrics'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'isPackaged'
> & { readonly commandLine: Pick<CommandLine, 'appendSwitch'> };

export class AppDouble extends Emitter implements AppPart {
  readonly switches: string[] = [];
  readonly paths = new Map<string, string>();
  locale = 'en-GB';
  isPackaged = true;
  sandboxed = false;
  firstInstance = true;
  exitCode: number | null = null;
  userModelId: string | null = null;
  about: AboutPanelOptionsOptions = {};
  quits = 0;
  rss: { pid: number; kilobytes: number }[] = [];
  #ready = false;
  #becomeReady: () => void = () => undefined;
  readonly #whenReady = new Promise<void>((resolve) => {
    this.#becomeReady = resolve;
  });
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      if (this.#ready) throw new Error('switches are read before ready');
      this.switches.push(value === undefined ? name : `${name}=${value}`);
    },
  };

  /** Call after main was imported. */
  becomeReady(): void {
    this.#ready = true;
    this.#becomeReady();
    this.emit('ready');
  }
  whenReady(): Promise<void> {
    return this.#whenReady;
  }
  isReady(): boolean {
    return this.#ready;
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? `/nowhere/${name}`;
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
  setName(): void {}
  setAppUserModelId(id: string): void {
    this.userModelId = id;
  }
  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    this.about = options;
  }
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }
  getLocale(): string {
    if (!this.#ready) throw new Error('app.getLocale() needs a ready app');
    return this.locale;
  }
  getAppMetrics(): ReturnType<App['getAppMetrics']> {
    return this.rss.map(({ pid, kilobytes }) => ({
      pid,
      type: 'Utility' as const,
      creationTime: 0,
      cpu: { percentCPUUsage: 0, idleWakeupsPerSecond: 0 },
      memory: { workingSetSize: kilobytes, peakWorkingSetSize: kilobytes },
    }));
  }
  requestSingleInstanceLock(): boolean {
    return this.firstInstance;
  }
  /** As Electron: `before-quit`, `will-quit`; either can keep the app alive. */
  quit(): void {
    this.quits += 1;
    if (this.emitPreventable('before-quit') || this.emitPreventable('will-quit')) return;
    this.exit(0);
  }
  exit(code = 0): void {
    this.exitCode ??= code;
    this.emit('quit', {}, code);
  }
}
