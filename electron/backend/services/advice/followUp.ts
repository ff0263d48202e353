/**
 * Actions with what came of them: the KPI they were to move, when they were decided and since.
 *
 * An effect is two values and whether a signal rule fired in between; without a signal it is within the usual range, and
 * nothing here calls it more.
 */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { FollowedAction } from '../../../../shared/contract/api/advice.ts';
import { newestClosed } from '../../../../shared/domain/history.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { periodsBack } from '../../../../shared/domain/period.ts';
import { signalOf } from '../../../../shared/domain/signal.ts';
import { isoOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import { allActions } from '../../../store/queries/journal.ts';
import type { ActionRow } from '../../../store/queries/journal.ts';
import { cadenceOf } from '../../../store/rows.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { changeAction, dateOf, requireAction } from '../journal.ts';
import { periodDto } from '../periods.ts';

/** Closed periods since the decision that are looked through for a signal. */
const mostSince = 24;

export function actionsList(ctx: ReadContext, client: number): FollowedAction[] {
  const book = bookOf(ctx, client);
  return allActions(ctx.store, client).map((row) => followedAction(book, row));
}

export function followedAction(book: ClientBook, row: ActionRow): FollowedAction {
  return {
    id: row.id,
    text: row.text,
    kpi: row.kpi,
    channel: row.channel,
    owner: row.owner,
    due: row.due === null ? null : isoOf(row.due as Day),
    state: row.state as FollowedAction['state'],
    rule: row.rule,
    decided: row.created_at,
    doneAt: row.done_at,
    effect: effectOf(book, row),
  };
}

function effectOf(book: ClientBook, row: ActionRow): FollowedAction['effect'] {
  const kpi = book.kpis.find((one) => one.row.id === row.kpi)?.row.key;
  if (kpi === undefined || row.before_cadence === null || row.before_first === null) return null;
  const channel = row.channel === null ? null : String(row.channel);
  const then: Period = { cadence: cadenceOf(row.before_cadence), start: row.before_first as Day };
  const newest = newestClosed(book, periodAt(then.cadence, book.today, book.calendar));
  const before = { period: periodDto(then), value: row.before_value };
  if (newest.start <= then.start) return { before, after: null, signal: false };
  return {
    before,
    after: { period: periodDto(newest), value: measure(book, kpi, channel, newest).value },
    signal: since(newest, then).some((at) => signalOf(book, kpi, channel, at).rule !== undefined),
  };
}

/** Periods after one up to another. */
function since(newest: Period, then: Period): Period[] {
  return Array.from({ length: mostSince }, (_, i) => periodsBack(newest, i)).filter(
    (at) => at.start > then.start,
  );
}

export function changeFollowed(ctx: WriteContext, input: Parsed<'actions.update'>): FollowedAction {
  const row = requireAction(ctx, input.action);
  const { text = row.text, owner = row.owner, state = row.state } = input;
  const due = input.due === undefined ? row.due : input.due === null ? null : dateOf(input.due);
  const after = changeAction(ctx, row, { text, owner, state, due });
  return followedAction(bookOf(ctx, row.client), after);
}
