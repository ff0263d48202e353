/** The scorecard: rows by key result area, stage, level or channel, with the score of each group. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Scorecard } from '../../../../shared/contract/api/views.ts';
import { compare, wholeSpans } from '../../../../shared/domain/comparison.ts';
import { basePeriod, isRunning, periodsBack } from '../../../../shared/domain/period.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { levels } from '../../../../shared/domain/kpi.ts';
import type { Level, Localised } from '../../../../shared/domain/kpi.ts';
import type { ScoreRow, Span, Status } from '../../../../shared/domain/results.ts';
import { groupScore, scoreRow } from '../../../../shared/domain/scorecard.ts';
import type { Scored } from '../../../../shared/domain/score.ts';
import { addDays, endOf } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../../shared/domain/vanity.ts';
import { listKras, listStages } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { channelFace } from '../channels.ts';
import { faceOf } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { periodOf } from '../periods.ts';
import { channelsOf, scopesOf } from '../scopes.ts';

export function shownKpis(book: ClientBook): Kpi[] {
  return book.kpis.filter((kpi) => kpi.row.shown === 1);
}

/** One row for every scope of every shown KPI. */
export function rowsOf(book: ClientBook, period: Period, base: BaseKind): ScoreRow[] {
  expectRows(book, period);
  return shownKpis(book).flatMap((kpi) =>
    scopesOf(book, kpi.row.key).map((channel) => scoreRow(book, kpi.row.key, channel, period, base)),
  );
}

/** Rows look back as far as the limits do, and one period more for stocks. */
const LOOK_BACK = 24;

function expectRows(book: ClientBook, period: Period): void {
  book.expect(periodsBack(period, LOOK_BACK).start, addDays(endOf(period), -1));
}

/** The same rows judged in another period: all a base score needs. */
export function judgedIn(
  book: ClientBook,
  rows: readonly Pick<ScoreRow, 'kpi' | 'channel' | 'weight'>[],
  period: Period | null,
  base: BaseKind,
): Scored[] {
  if (!period) return [];
  return rows.map((row) => ({
    kpi: row.kpi,
    weight: row.weight,
    judgement: judgeWithCounter(book, row.kpi, row.channel, period, base),
  }));
}

export function countStatuses(rows: readonly ScoreRow[]): Partial<Record<Status, number>> {
  const counts: Partial<Record<Status, number>> = {};
  for (const row of rows) counts[row.judgement.status] = (counts[row.judgement.status] ?? 0) + 1;
  return counts;
}

/** What a period and its base really span: of the row that is furthest along, for a running period. */
export function spansOf(
  book: ClientBook,
  rows: readonly ScoreRow[],
  period: Period,
  base: BaseKind,
): { span: Span; baseSpan: Span | null; running: boolean } {
  const running = isRunning(period, book.today);
  const whole = wholeSpans(period, base, book);
  if (!running) return { ...whole, running };
  const begun = rows
    .map((row) => compare(book, row.kpi, row.channel, period, base))
    .filter((one) => (one.span.units?.done ?? 0) > 0);
  const daily = begun.filter((one) => one.span.units?.cadence === 'day');
  const common = (daily.length > 0 ? daily : begun).toSorted(
    (a, b) => (b.span.units?.done ?? 0) - (a.span.units?.done ?? 0),
  )[0];
  return common === undefined
    ? { ...whole, running }
    : { span: common.span, baseSpan: common.baseSpan, running };
}

export function scorecardView(ctx: ReadContext, input: Parsed<'scorecard.get'>): Output<'scorecard.get'> {
  const book = bookOf(ctx, input.client);
  const period = periodOf(input.period, book.calendar);
  const rows =
    input.groupBy === 'channel' ? rowsByChannel(book, period, input.base) : rowsOf(book, period, input.base);
  const before = judgedIn(book, rows, basePeriod(period, input.base), input.base);
  const keyed = rows.map((row, i) => ({ row, before: before[i], key: groupKey(book, row, input.groupBy) }));
  const groups = groupNames(ctx, book, input.groupBy).flatMap((group): Scorecard['groups'] => {
    const own = keyed.filter((one) => one.key === group.key);
    if (own.length === 0) return [];
    const base = own.flatMap((one) => (one.before ? [one.before] : []));
    return [
      {
        key: group.key,
        name: group.name,
        score: groupScore(
          own.map((one) => one.row),
          base.length > 0 ? base : undefined,
        ),
        rows: own.map((one) => one.row),
      },
    ];
  });
  return {
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    ...spansOf(book, rows, period, input.base),
    groups,
    overall: groupScore(rows, before.length > 0 ? before : undefined),
    counts: countStatuses(rows),
  };
}

function rowsByChannel(book: ClientBook, period: Period, base: BaseKind): ScoreRow[] {
  expectRows(book, period);
  return shownKpis(book).flatMap((kpi) => {
    const channels = channelsOf(book, kpi.row.key);
    return (channels.length === 0 ? [null] : channels).map((channel) =>
      scoreRow(book, kpi.row.key, channel, period, base),
    );
  });
}

const EVERYWHERE = 'all';

const levelNames: Readonly<Record<Level, Localised>> = {
  strategic: { en: 'Strategic', es: 'Estratégicos' },
  operational: { en: 'Operational', es: 'Operativos' },
};

function groupKey(book: ClientBook, row: ScoreRow, by: Parsed<'scorecard.get'>['groupBy']): string {
  const definition = book.definition(row.kpi);
  switch (by) {
    case 'kra':
      return definition?.kra ?? '';
    case 'stage':
      return definition?.stage ?? '';
    case 'level':
      return definition?.level ?? '';
    case 'channel':
      return row.channel ?? EVERYWHERE;
  }
}

function groupNames(
  ctx: ReadContext,
  book: ClientBook,
  by: Parsed<'scorecard.get'>['groupBy'],
): { key: string; name: { en: string; es: string } }[] {
  if (by === 'channel') {
    const channels = book.channelRows.map((channel) => ({
      key: String(channel.id),
      name: { en: channel.name, es: channel.name },
    }));
    return [...channels, { key: EVERYWHERE, name: { en: 'No channel yet', es: 'Aún sin canal' } }];
  }
  if (by === 'level') return levels.map((key) => ({ key, name: levelNames[key] }));
  const groups = by === 'kra' ? listKras(ctx.store, book.client.id) : listStages(ctx.store, book.client.id);
  return groups.map((group) => ({ key: group.key, name: { en: group.name_en, es: group.name_es } }));
}
