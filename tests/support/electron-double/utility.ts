/** Double of `utilityProcess`: runs the script as a real child process, with `process.parentPort` as in Electron. */
import { fork as forkNode } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { ForkOptions, UtilityProcess } from 'electron';
import { Emitter } from './events.ts';

const shim = new URL('./parent-port.mjs', import.meta.url).href;

export class UtilityProcessDouble
  extends Emitter
  implements Pick<UtilityProcess, 'postMessage' | 'kill' | 'pid' | 'stdout' | 'stderr'>
{
  readonly #child: ChildProcess;
  readonly options: ForkOptions;
  constructor(script: string, args: string[], options: ForkOptions) {
    super();
    this.options = options;
    const stdio = Array.isArray(options.stdio) ? options.stdio : ['ignore', 'inherit', 'inherit'];
    this.#child = forkNode(script, args, {
      serialization: 'advanced',
      execArgv: ['--import', shim, ...(options.execArgv ?? [])],
      env: (options.env ?? process.env) as NodeJS.ProcessEnv,
      stdio: [...(stdio as ('pipe' | 'ignore' | 'inherit')[]), 'ipc'],
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('close', (code) => this.emit('exit', code ?? 1));
  }
  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }
  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }
  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}
