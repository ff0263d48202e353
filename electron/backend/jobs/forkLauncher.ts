/**
 * Starts the parser process as a child of Node. It inherits nothing: no environment beyond what the operating
 * system needs, no arguments, no open files, and no way to a database.
 */
// oxlint-disable-next-line no-restricted-imports
import { fork } from 'node:child_process';
import { entryFile } from '../resources.ts';
import type { ParserChild, ParserLauncher } from './protocol.ts';

/**
 * V8 options of the child. The heap (MB) stays below the resident limit, so that ordinary growth ends as an
 * error; a small nursery keeps a third less memory resident on large files, at no cost in time (measured on
 * 100,000 x 10 cells of XLSX and a million rows of CSV).
 */
export const parserExecArgv: readonly string[] = ['--max-old-space-size=440', '--max-semi-space-size=8'];
const STDERR_KEPT = 4000;

export function forkLauncher(entry: string = entryFile('parserProcess')): ParserLauncher {
  return { spawn: () => spawn(entry) };
}

function spawn(entry: string): ParserChild {
  const child = fork(entry, [], {
    serialization: 'advanced',
    execArgv: [...parserExecArgv],
    env: systemEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  // Posting to a child that has just died must not end the parent; its exit is reported anyway.
  child.on('error', () => undefined);
  return {
    pid: child.pid,
    post: (job) => {
      if (child.connected) child.send(job);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      // `close` comes after stderr is read to its end.
      child.on('close', (code, signal) => listener({ code, signal, stderr }));
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

function systemEnvironment(): NodeJS.ProcessEnv {
  const root = process.env['SystemRoot'];
  return root === undefined ? {} : { SystemRoot: root };
}
