/** One table of a dropped file for the mapping screen, as it is read or as a mapping would read it; nothing changes. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import { todayOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError, found } from '../../errors.ts';
import { clientFacts, inspectContext } from './facts.ts';

/** Throws `table-not-found` and `cancelled`. */
export function viewTable(
  ctx: WriteContext,
  input: Parsed<'imports.table'>,
): Promise<Output<'imports.table'>> {
  const session = ctx.imports.get(input.session);
  const file = found(
    session.files.find((one) => one.id === input.file),
    'session-expired',
    `the session has no file ${input.file}`,
  );
  const client = file.owner.client ?? session.client;
  const context = {
    ...inspectContext(ctx, todayOf(ctx), client === null ? {} : clientFacts(ctx, client, session)),
    answers: file.answers,
    mappings: file.mappings,
    siblings: session.files.map((one) => one.name).filter((name) => name !== file.name),
  };
  const { path, name, modified } = file.source;
  return ctx.jobs.run(`table-${session.id}`, async (job) => {
    const outcome = await ctx.parser.table(
      { path, name, modified },
      { file: file.name, table: input.table, mapping: input.mapping },
      context,
      { signal: job.signal },
    );
    if (!outcome.ok) {
      if (outcome.problem.code === 'cancelled') throw new CallError('cancelled', outcome.problem.message);
      throw new CallError('table-not-found', outcome.problem.message);
    }
    const sight = found(outcome.value, 'table-not-found', `the file has no table ${input.table}`);
    return { file: file.id, ...sight };
  });
}
