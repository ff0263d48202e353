/** Keeping a text: its tokens by id, with what each of them says now as what was approved. */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import { problemsOf, storedText } from '../../../../shared/domain/text/names.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { approvedOf } from '../../../../shared/domain/text/stale.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import { record } from '../../../store/queries/ledger.ts';
import { deleteText, getText, insertText, updateText } from '../../../store/queries/texts.ts';
import type { TextRow } from '../../../store/queries/texts.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { emptyText, textDto } from './read.ts';
import { placeOf, worldOf } from './world.ts';

/** Throws `text-problem` for a text with a token that says nothing: nothing half-meant goes to a client. */
export function setText(ctx: WriteContext, input: Parsed<'texts.set'>): ReportTextDto {
  const world = worldOf(ctx, input);
  const place = { ...placeOf(world), section: input.section };
  const typed = input.body.replaceAll('\r\n', '\n').trim();
  const parts = parseText(typed);
  const [problem] = problemsOf(parts, world.names);
  if (problem) {
    const hint = problem.suggestion === undefined ? '' : `, did you mean ${problem.suggestion}?`;
    throw new CallError('text-problem', `${problem.code} at ${problem.at + 1}: ${problem.text}${hint}`, {
      at: problem.at,
    });
  }
  const next = {
    body: storedText(typed, world.names),
    told: JSON.stringify(approvedOf(resolveText(parts, world))),
    at: momentOf(ctx),
  };
  const row = transact(ctx.store, () => {
    const before = getText(ctx.store, place);
    if (typed === '') {
      if (before) remove(ctx, before);
      return null;
    }
    const after: TextRow = { uid: newUid(), ...place, ...before, ...next, id: before?.id ?? 0 };
    const { id: _id, ...made } = after;
    const id = before?.id ?? insertText(ctx.store, made);
    if (before) updateText(ctx.store, after);
    record(ctx.store, {
      at: next.at,
      client: input.client,
      entity: 'text',
      entityId: id,
      change: before ? 'update' : 'create',
      ...(before ? { before } : {}),
      after: { ...after, id },
    });
    return { ...after, id };
  });
  changed(ctx, input.client, 'texts');
  return row === null ? emptyText(input.section) : textDto(ctx, worldOf(ctx, input), row);
}

function remove(ctx: WriteContext, row: TextRow): void {
  deleteText(ctx.store, row.id);
  record(ctx.store, {
    at: momentOf(ctx),
    client: row.client,
    entity: 'text',
    entityId: row.id,
    change: 'remove',
    before: row,
  });
}
