/** What the rules propose, and what the person made of it: an action, or nothing to be seen again. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type {
  FollowedAction,
  Recommendation as RecommendationDto,
} from '../../../../shared/contract/api/advice.ts';
import { recommend } from '../../../../shared/domain/advice/recommend.ts';
import type { Recommendation } from '../../../../shared/domain/advice/recommend.ts';
import { periodsBack } from '../../../../shared/domain/period.ts';
import { endOf } from '../../../../shared/domain/time.ts';
import {
  allActions,
  deleteDismissed,
  insertDismissed,
  listDismissed,
} from '../../../store/queries/journal.ts';
import { record } from '../../../store/queries/ledger.ts';
import type { ReadStore } from '../../../store/openStore.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { channelFace } from '../channels.ts';
import { requireClient } from '../clients.ts';
import { beforeOf, dateOf, decide } from '../journal.ts';
import { faceOf } from '../kpis.ts';
import { periodDto, periodOf } from '../periods.ts';
import { scopesOf } from '../scopes.ts';
import { shownKpis } from '../views/scorecard.ts';
import { followedAction } from './followUp.ts';

type View = Pick<Parsed<'recommendations.list'>, 'period' | 'base'>;

/** Two years of periods: what limits, trends and judged runs look at. */
const lookedBack = 25;

function proposalsOf(book: ClientBook, view: View): readonly Recommendation[] {
  const period = periodOf(view.period, book.calendar);
  book.expect(periodsBack(period, lookedBack).start, endOf(period));
  const scopes = shownKpis(book).flatMap((kpi) =>
    scopesOf(book, kpi.row.key).map((channel) => ({ kpi: kpi.row.key, channel })),
  );
  return recommend(book, scopes, { period, base: view.base });
}

export function recommendationsList(
  ctx: ReadContext,
  input: Parsed<'recommendations.list'>,
): Output<'recommendations.list'> {
  const book = bookOf(ctx, input.client);
  const actions = actionsByMark(ctx.store, input.client);
  const dismissed = new Set(listDismissed(ctx.store, input.client));
  const all = proposalsOf(book, input).flatMap((made) => dtoOf(book, made, actions.get(made.mark) ?? null));
  const hidden = all.filter((one) => dismissed.has(one.mark));
  return {
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    items: all.filter((one) => !dismissed.has(one.mark)),
    dismissed: hidden.length,
    hidden,
  };
}

function dtoOf(book: ClientBook, made: Recommendation, action: number | null): RecommendationDto[] {
  const kpi = book.kpiOf(made.kpi);
  if (kpi === undefined) return [];
  return [
    {
      mark: made.mark,
      rule: made.rule,
      kpi: kpi.row.id,
      channel: made.channel === null ? null : Number(made.channel),
      period: periodDto(made.period),
      urgency: made.urgency,
      because: made.because.map(({ code, kpi: of, values }) => ({ code, kpi: of, values: { ...values } })),
      action,
    },
  ];
}

/** What is kept with an action of the proposal it came from. */
interface Fired {
  readonly mark: string;
  readonly because: Recommendation['because'];
}

function actionsByMark(store: ReadStore, client: number): Map<string, number> {
  return new Map(
    allActions(store, client).flatMap((row) =>
      row.fired === null ? [] : [[(JSON.parse(row.fired) as Fired).mark, row.id] as const],
    ),
  );
}

/** Turns a proposal that still holds into an action; one that is an action already is gone as a proposal. */
export function acceptRecommendation(
  ctx: WriteContext,
  input: Parsed<'recommendations.accept'>,
): FollowedAction {
  const book = bookOf(ctx, input.client);
  const made = proposalsOf(book, input).find((one) => one.mark === input.mark);
  const kpi = made === undefined ? undefined : book.kpiOf(made.kpi);
  if (made === undefined || kpi === undefined || actionsByMark(ctx.store, input.client).has(input.mark))
    throw new CallError('recommendation-gone', `nothing is proposed as ${input.mark}`);
  const fired: Fired = { mark: made.mark, because: made.because };
  const row = decide(ctx, {
    client: input.client,
    kpi: kpi.row.id,
    channel: made.channel === null ? null : Number(made.channel),
    text: input.text,
    owner: input.owner,
    due: input.due === null ? null : dateOf(input.due),
    rule: made.rule,
    fired: JSON.stringify(fired),
    ...beforeOf(book, made.kpi, made.channel, made.period),
  });
  return followedAction(bookOf(ctx, input.client), row);
}

export function dismissRecommendation(
  ctx: WriteContext,
  input: Parsed<'recommendations.dismiss'>,
): Record<string, never> {
  const { client, mark, dismissed } = input;
  requireClient(ctx, client);
  const at = momentOf(ctx);
  transact(ctx.store, () => {
    if (dismissed) insertDismissed(ctx.store, client, mark, at);
    else deleteDismissed(ctx.store, client, mark);
    record(ctx.store, {
      at,
      client,
      entity: 'recommendation',
      entityId: client,
      change: dismissed ? 'remove' : 'create',
      ...(dismissed ? { before: { mark } } : { after: { mark } }),
    });
  });
  changed(ctx, client, 'journal');
  return {};
}
