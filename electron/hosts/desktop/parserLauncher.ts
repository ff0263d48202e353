/**
 * Starts the parser process as an Electron utility process: packaged, there is no Node to fork (the RunAsNode fuse is
 * off). It gets no environment beyond what the system needs, and no way to a database.
 */
import { app, utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import { entryFile } from '../../backend/resources.ts';
import type { ChildExit, ParserLauncher } from '../../backend/jobs/protocol.ts';

/** JavaScript heap in MB, below the resident limit, so that ordinary growth ends as an error. */
const HEAP_MB = 440;
const STDERR_KEPT = 4000;

export function utilityLauncher(entry: string = entryFile('parserProcess')): ParserLauncher {
  return {
    spawn: () => {
      const root = process.env['SystemRoot'];
      const child = utilityProcess.fork(entry, [], {
        serviceName: 'Pulsebook file reader',
        execArgv: [`--max-old-space-size=${HEAP_MB}`],
        env: root === undefined ? {} : { SystemRoot: root },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let stderr = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        stderr = (stderr + text).slice(-STDERR_KEPT);
      });
      child.on('error', (type, location) => {
        stderr = `${stderr}\n${type} ${location}`.slice(-STDERR_KEPT);
      });
      return {
        get pid() {
          return child.pid;
        },
        post: (job) => child.postMessage(job),
        onMessage: (listener) => void child.on('message', (message: unknown) => listener(message)),
        onExit: (listener) =>
          void child.on('exit', (code) => listener({ code, signal: null, stderr } satisfies ChildExit)),
        kill: () => endNow(child),
        // In kilobytes, as Electron tells it.
        rss: () => {
          const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid);
          return metric === undefined ? undefined : metric.memory.workingSetSize * 1024;
        },
      };
    },
  };
}

/** `UtilityProcess.kill` asks (SIGTERM), which a child deep in a loop may never hear on every system. */
function endNow(child: UtilityProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(child.pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
  child.kill();
}
