/** Programs of the machine that results are compared with; each may be missing, which is then said. */
import { spawn, spawnSync } from 'node:child_process';

/** How a program ended that did not end well. */
export class PeerFailed extends Error {}

/** Runs a program to its end; its standard output. */
export function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(out) : reject(new PeerFailed(`${program}: ${err.slice(-500)}`)),
    );
  });
}

export function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** A Python that has the module: the first on the path, else the system's own. */
export function pythonWith(module: string): string | null {
  const found = ['python3', '/usr/bin/python3'].find(
    (python) => spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0,
  );
  return found ?? null;
}
