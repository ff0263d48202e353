/** A client being deleted by the command line, killed at a step of it. */
import path from 'node:path';
import { ranAfter } from './children.ts';

export interface Deletion {
  readonly name: string;
  readonly backups: 'keep' | 'purge';
  /** Where it is killed: as the backup before is begun, among the rows, with the last row, and then as each step begins. */
  readonly step: 'backup' | 'rows' | 'commit' | 'rewrite' | 'log' | 'backups' | 'second backup' | 'note';
}

/** Fails when it was not killed there. */
export async function killedWhileDeleting(dir: string, { name, backups, step }: Deletion): Promise<void> {
  const cli = path.resolve(import.meta.dirname, '../../electron/cli.ts');
  const given = ['delete', '--data', dir, '--client', name, '--backups', backups, '--yes'];
  const run = await ranAfter(path.join(import.meta.dirname, 'dieAt.ts'), [cli, ...given], {
    PULSEBOOK_DIE_AT: step,
  });
  if (!run.killed) throw new Error(`it was not killed at ${step}: ${run.err}`);
}
