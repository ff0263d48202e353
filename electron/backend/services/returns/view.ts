/** A returned workbook compared with the book as it is, and as the window sees it. */
import type { Returned } from '../../../../shared/contract/api/returns.ts';
import { findSameFile } from '../../../store/queries/batches.ts';
import { getClient } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { baselineOf, baselineOfToday } from '../../exchange/returned/baseline.ts';
import type { Baseline } from '../../exchange/returned/baseline.ts';
import { compareReturned } from '../../exchange/returned/compare.ts';
import type { Compared, ComparedCell } from '../../exchange/returned/compare.ts';
import { reportModel } from '../reports/model.ts';
import { hereOf, reportOf } from './here.ts';
import type { ReturnSession } from './session.ts';

type Looked = Pick<ReturnSession, 'book' | 'client' | 'own'>;

export function comparedNow(ctx: ReadContext, session: Looked): Compared {
  const { client, own, book } = session;
  const here = client === null ? null : hereOf(ctx, client, own, book);
  return compareReturned(book.found, baselineFor(ctx, session), here);
}

/** What the manifest carried; where it is damaged, a book that made the workbook stands for it as it is today. */
function baselineFor(ctx: ReadContext, { client, own, book }: Looked): Baseline {
  if (book.carried !== null) return baselineOf(book.carried);
  return baselineOfToday(client === null || !own ? null : reportModel(ctx, reportOf(client, book)));
}

export function isTaken({ chosen }: Pick<ReturnSession, 'chosen'>, cell: ComparedCell): boolean {
  return cell.takeable && (chosen.get(cell.id) ?? cell.usually);
}

export function returnedDto(ctx: ReadContext, session: ReturnSession): Returned {
  const { book, compared, client } = session;
  const { head } = book;
  const same = client === null ? undefined : findSameFile(ctx.store, client, session.sha256, session.name);
  return {
    session: session.id,
    fileName: session.name,
    workbook: {
      client: head.client || (client === null ? '' : (getClient(ctx.store, client)?.name ?? '')),
      language: head.language,
      period: { ...head.period },
      periodLabel: head.label,
      madeAt: head.made,
    },
    client,
    own: session.own,
    cells: compared.cells.map((cell) => {
      const { usually: _usually, text: _text, ...shown } = cell;
      return { ...shown, taken: isTaken(session, cell) };
    }),
    same: compared.same,
    overwritten: book.overwritten.map((one) => ({ ...one })),
    overwrittenTotal: book.overwrittenTotal,
    problems: book.problems.map((one) => ({ ...one })),
    before: same === undefined || same.live === 0 ? null : { batch: same.batch, at: same.at },
  };
}
