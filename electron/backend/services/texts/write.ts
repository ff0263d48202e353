/**
 * Keeping a text: its tokens by id, with what each of them said when it was approved.
 *
 * Every change is in the ledger with what stood there before, so that it can be put back.
 */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import { problemsOf, storedText } from '../../../../shared/domain/text/names.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { approvedAnew, approvedOf } from '../../../../shared/domain/text/stale.ts';
import type { Approved } from '../../../../shared/domain/text/stale.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import { entriesOf, record } from '../../../store/queries/ledger.ts';
import { deleteText, getText, insertText, updateText } from '../../../store/queries/texts.ts';
import type { TextRow } from '../../../store/queries/texts.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { emptyText, textDto, textOf } from './read.ts';
import { placeOf, worldOf } from './world.ts';
import type { ReportOf } from './world.ts';

/** How far back the last change of a text is looked for: others were written since. */
const MOST_ENTRIES = 500;

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
  const before = getText(ctx.store, place);
  const at = momentOf(ctx);
  const pieces = resolveText(parts, world);
  const approved =
    input.approve === 'new' && before !== undefined
      ? approvedAnew(JSON.parse(before.told) as Approved[], pieces, at)
      : approvedOf(pieces).map((one) => ({ ...one, at }));
  return keepText(ctx, input, { body: storedText(typed, world.names), told: JSON.stringify(approved) });
}

/** Writes a text as it is stored; an empty body removes it. */
export function keepText(
  ctx: WriteContext,
  input: ReportOf & { readonly section: string },
  next: Pick<TextRow, 'body' | 'told'>,
): ReportTextDto {
  const place = { ...placeOf(worldOf(ctx, input)), section: input.section };
  const at = momentOf(ctx);
  const row = transact(ctx.store, () => {
    const before = getText(ctx.store, place);
    if (next.body === '') {
      if (before) remove(ctx, before);
      return null;
    }
    if (before?.body === next.body && before.told === next.told) return before;
    const after: TextRow = { uid: newUid(), ...place, ...before, ...next, at, id: before?.id ?? 0 };
    const { id: _id, ...made } = after;
    const id = before?.id ?? insertText(ctx.store, made);
    if (before) updateText(ctx.store, after);
    record(ctx.store, {
      at,
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

/** What stood in a section before its last change; where nothing did, the text goes. */
export function revertText(ctx: WriteContext, input: Parsed<'texts.revert'>): ReportTextDto {
  const place = { ...placeOf(worldOf(ctx, input)), section: input.section };
  const isHere = (row: TextRow | null): boolean =>
    row !== null &&
    row.section === place.section &&
    row.cadence === place.cadence &&
    row.first === place.first &&
    row.base === place.base &&
    row.language === place.language;
  const last = entriesOf(ctx.store, input.client, 'text', MOST_ENTRIES)
    .map((entry) => ({
      before: JSON.parse(entry.before ?? 'null') as TextRow | null,
      after: JSON.parse(entry.after ?? 'null') as TextRow | null,
    }))
    .find(({ before, after }) => isHere(before) || isHere(after));
  if (last === undefined) return textOf(ctx, input);
  return keepText(ctx, input, last.before ?? { body: '', told: '[]' });
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
