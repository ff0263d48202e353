/** The calls of the way back: a workbook of ours that comes home, opened, looked at, taken. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Returned } from '../../../../shared/contract/api/returns.ts';
import { findClientByUid } from '../../../store/queries/clients.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import type { ReturnedBook } from '../../exchange/returned/found.ts';
import type { FileToRead } from '../../jobs/protocol.ts';
import { requireClient } from '../clients.ts';
import { hashOf } from '../imports/inspect.ts';
import type { Job } from '../jobs.ts';
import { commitReturned } from './commit.ts';
import type { ReturnSession } from './session.ts';
import { comparedNow, returnedDto } from './view.ts';

/** Throws `handle-expired`, `return-foreign`, `return-newer`, `return-damaged`, `cancelled`. */
export function openReturn(ctx: WriteContext, input: Parsed<'returns.open'>): Promise<Returned> {
  return ctx.jobs.run(input.job, async (job) => {
    const file = await ctx.transfers.resolveHandle(input.handle);
    return returnedDto(ctx, await openFile(ctx, { ...file, handle: input.handle }, job));
  });
}

/** A file on this machine's disk; its handle is empty where the command line named it. */
export interface ReturnedAtHand {
  readonly path: string;
  readonly name: string;
  readonly handle: string;
}

export async function openFile(ctx: WriteContext, file: ReturnedAtHand, job: Job): Promise<ReturnSession> {
  job.progress({ phase: 'reading', item: file.name, done: 0 });
  const sha256 = await hashOf(file.path);
  const book = await readBook(ctx, { path: file.path, name: file.name }, job);
  job.progress({ phase: 'comparing', done: 0 });
  const { uid } = book.head;
  const client = uid === '' ? null : (findClientByUid(ctx.store, uid)?.id ?? null);
  const looked = { book, client, own: client !== null };
  return ctx.returns.open({
    ...looked,
    handle: file.handle,
    name: file.name,
    sha256,
    compared: comparedNow(ctx, looked),
  });
}

async function readBook(ctx: WriteContext, file: FileToRead, job: Job): Promise<ReturnedBook> {
  const outcome = await ctx.parser.returned(file, { signal: job.signal });
  if (!outcome.ok) throw refusalOf(outcome.problem.code, outcome.problem.message);
  switch (outcome.value.state) {
    case 'read':
      return outcome.value.book;
    case 'foreign':
      throw new CallError('return-foreign', 'this workbook carries no manifest');
    case 'newer':
      throw new CallError('return-newer', 'a newer version made this workbook');
    case 'unreadable':
      throw new CallError(
        'return-damaged',
        'its manifest says nothing any more, or it was saved as another kind of file',
      );
  }
}

/** Files that are something else altogether never were ours. */
function refusalOf(code: string, message: string): CallError {
  if (code === 'cancelled') return new CallError('cancelled', message);
  const foreign = code === 'not-a-spreadsheet' || code === 'empty-file' || code === 'no-data';
  return new CallError(foreign ? 'return-foreign' : 'return-damaged', message);
}

export function getReturn(ctx: WriteContext, id: string): Returned {
  const session = ctx.returns.get(id);
  session.compared = comparedNow(ctx, session);
  return returnedDto(ctx, session);
}

/** Whose figures a workbook of another book are. One that is known here by itself is nobody else's. */
export function assignReturn(ctx: WriteContext, input: Parsed<'returns.assign'>): Returned {
  const session = ctx.returns.get(input.session);
  requireClient(ctx, input.client);
  if (!session.own && session.client !== input.client) {
    session.client = input.client;
    session.chosen.clear();
  }
  session.compared = comparedNow(ctx, session);
  return returnedDto(ctx, session);
}

export function takeReturned(ctx: WriteContext, input: Parsed<'returns.take'>): Returned {
  const session = ctx.returns.get(input.session);
  const wanted = input.ids === null ? null : new Set(input.ids);
  for (const { id, takeable } of session.compared.cells)
    if (takeable && (wanted === null || wanted.has(id))) session.chosen.set(id, input.take);
  return returnedDto(ctx, session);
}

export async function commitReturn(ctx: WriteContext, id: string): Promise<Output<'returns.commit'>> {
  const session = ctx.returns.get(id);
  // A job, so that its client is not deleted while the backup is made.
  const written = await ctx.jobs.run(`commit-${id}`, () => commitReturned(ctx, session));
  ctx.returns.discard(id);
  ctx.transfers.release(session.handle);
  return written;
}

export function discardReturn(ctx: WriteContext, id: string): Record<string, never> {
  ctx.returns.discard(id);
  return {};
}
