/** All clients at a glance: score, statuses, coverage, what moved, what needs the person. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { PortfolioRow } from '../../../../shared/contract/api/clients.ts';
import { basePeriod, periodsBack } from '../../../../shared/domain/period.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { groupScore } from '../../../../shared/domain/scorecard.ts';
import { defaultCalendar, periodAt } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { listClients } from '../../../store/queries/clients.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import { ledgerMark } from '../../../store/queries/ledger.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import { calendarOf, clientDto, lastWholeMonth } from '../clients.ts';
import { dueOf } from '../due/due.ts';
import { periodDto, periodOf } from '../periods.ts';
import { factsOf, judgedIn as judgedAlone, needsOf } from './needs.ts';
import { reportDto, reportsOf } from './nextReport.ts';
import { countStatuses, judgedIn, rowsOf } from './scorecard.ts';

const BASE: BaseKind = 'previous';
const MONTHS = 12;

export function portfolioView(
  ctx: ReadContext,
  input: Parsed<'clients.portfolio'>,
): Output<'clients.portfolio'> {
  const asked = input.period
    ? periodOf(input.period, defaultCalendar)
    : lastWholeMonth(todayOf(ctx), defaultCalendar);
  return {
    period: periodDto(asked),
    base: BASE,
    rows: listClients(ctx.store, false)
      .filter(({ id }) => input.client === undefined || id === input.client)
      .map((client) => keptRow(ctx, client, asked)),
  };
}

interface Kept {
  readonly mark: string;
  readonly row: PortfolioRow;
}
const kept = new WeakMap<object, Map<number, Kept>>();

/** Whoever types a figure of one client must not wait for all others: a row is made anew where its client changed. */
function keptRow(ctx: ReadContext, client: ClientRow, asked: Period): PortfolioRow {
  let rows = kept.get(ctx.store.db);
  if (!rows) kept.set(ctx.store.db, (rows = new Map()));
  const mark = `${ledgerMark(ctx.store, client.id)} ${todayOf(ctx)} ${asked.cadence} ${asked.start}`;
  const known = rows.get(client.id);
  if (known?.mark === mark) return known.row;
  const row = portfolioRow(ctx, client, asked);
  rows.set(client.id, { mark, row });
  return row;
}

function portfolioRow(ctx: ReadContext, client: ClientRow, asked: Period): PortfolioRow {
  const book = bookOf(ctx, client.id);
  const period = periodAt(asked.cadence, asked.start, calendarOf(client));
  const rows = rowsOf(book, period, BASE);
  const months = Array.from({ length: MONTHS }, (_, i) => periodsBack(period, MONTHS - 1 - i));
  const trend = months.map(
    (month) => groupScore(month.start === period.start ? rows : judgedIn(book, rows, month, BASE)).score,
  );
  const moved = rows.find((row) => row.signal.rule !== undefined);
  const kpi = moved ? book.kpiOf(moved.kpi) : undefined;
  const due = dueOf(ctx, book);
  const { next, sent } = reportsOf(ctx, book);
  const over = next?.closed === true ? next.period : period;
  const judged =
    over.cadence === period.cadence && over.start === period.start ? rows : judgedAlone(book, over);
  const facts = factsOf(ctx, book, over, judged, due);
  const report = next ? reportDto(next, facts) : null;
  return {
    client: clientDto(ctx, client),
    score: trend.at(-1) ?? null,
    previousScore: basePeriod(period, BASE) ? (trend.at(-2) ?? null) : null,
    trend,
    counts: countStatuses(rows),
    coverage: coverageOf(rows),
    moved:
      moved && kpi
        ? {
            kpi: moved.kpi,
            id: kpi.row.id,
            channel: moved.channel,
            name: kpi.definition.name,
            signal: moved.signal,
          }
        : null,
    needs: needsOf(ctx, book, report, facts, due),
    report,
    sent,
  };
}

/** The least covered row's share stands for the client: a gap anywhere is what the person must know. */
function coverageOf(rows: readonly ScoreRow[]): PortfolioRow['coverage'] {
  const covered = rows.flatMap((row) =>
    row.now.coverage && row.now.coverage.expected > 0 ? [row.now.coverage] : [],
  );
  const days = covered.filter((coverage) => coverage.cadence === 'day');
  const worst = (days.length > 0 ? days : covered).toSorted(
    (a, b) => a.recorded / a.expected - b.recorded / b.expected,
  )[0];
  return worst ?? null;
}
