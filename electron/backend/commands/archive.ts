/** `archive` and `take-in`: one client into a file, and out of a file into the book. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { archiveWays } from '../../../shared/contract/api/archives.ts';
import { ARCHIVE_EXTENSION } from '../../store/archive/format.ts';
import { readAside, takeIn, writeClient } from '../services/archive/calls.ts';
import { namedClient } from './import.ts';
import { withBook } from './open.ts';
import { Refusal, UsageError } from './command.ts';
import type { Command } from './command.ts';

const JOB = 'command-line';

export const archiveCommand: Command = (args, { out }) => {
  const target = path.resolve(args.need('out'));
  if (!target.toLowerCase().endsWith(`.${ARCHIVE_EXTENSION}`))
    throw new UsageError(`--out ends in .${ARCHIVE_EXTENSION}`);
  return withBook(args.need('data'), async (ctx) => {
    const client = namedClient(ctx, args.need('client'));
    const { bytes, rows } = await ctx.jobs.run(JOB, (job) => writeClient(ctx, client.id, target, job));
    out(`${target}: ${bytes} bytes, ${rows} rows\n`);
  });
};

export const takeInCommand: Command = (args, { out }) => {
  const [given = ''] = args.files;
  const file = path.resolve(given);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Refusal([`file-unreadable: ${given} is not a file that can be read`]);
  const said = args.text('way') ?? 'new';
  const way = archiveWays.find((one) => one === said);
  if (way === undefined) throw new UsageError(`--way is one of ${archiveWays.join(', ')}`);
  return withBook(args.need('data'), async (ctx) => {
    const { session, client } = await ctx.jobs.run(JOB, (job) =>
      readAside(ctx, file, statSync(file).size, job),
    );
    try {
      const taken = await takeIn(ctx, { session, name: args.text('name') ?? client.name, way, job: JOB });
      out(`${taken.client.id}  ${taken.client.name}: ${taken.figures} figures\n`);
    } finally {
      ctx.archives.discard(session);
    }
  });
};
