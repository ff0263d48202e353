/** A client being deleted by the command line, killed at a step of it. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Deletion {
  readonly name: string;
  readonly backups: 'keep' | 'purge';
  /** Where it is killed: as the backup before is begun, among the rows, with the last row, and then as each step begins. */
  readonly step: 'backup' | 'rows' | 'commit' | 'rewrite' | 'log' | 'backups' | 'second backup' | 'note';
}

/** Fails when it was not killed there. */
export async function killedWhileDeleting(dir: string, { name, backups, step }: Deletion): Promise<void> {
  const preload = pathToFileURL(path.join(import.meta.dirname, 'dieAt.ts')).href;
  const cli = path.resolve(import.meta.dirname, '../../electron/cli.ts');
  const given = ['delete', '--data', dir, '--client', name, '--backups', backups, '--yes'];
  const child = spawn(process.execPath, ['--import', preload, cli, ...given], {
    env: { ...process.env, PULSEBOOK_DIE_AT: step },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const signal = await new Promise((done) => child.once('exit', (_code, by) => done(by)));
  if (signal !== 'SIGKILL') throw new Error(`it was not killed at ${step}: ${said}`);
}
