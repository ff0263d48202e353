/** All clients at a glance: score, statuses, coverage, what moved, what needs the person. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Need, PortfolioRow } from '../../../../shared/contract/api/clients.ts';
import { basePeriod, periodsBack } from '../../../../shared/domain/period.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { groupScore } from '../../../../shared/domain/scorecard.ts';
import { defaultCalendar, isoOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import { listClients } from '../../../store/queries/clients.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import { lastDeliverable } from '../../../store/queries/deliverables.ts';
import { cadenceOf } from '../../../store/rows.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { calendarOf, clientDto, lastWholeMonth } from '../clients.ts';
import { missingFigures } from '../missing.ts';
import { periodDto, periodOf } from '../periods.ts';
import { hasFigures } from './charts.ts';
import { countStatuses, judgedIn, rowsOf, shownKpis } from './scorecard.ts';

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
    rows: listClients(ctx.store, false).map((client) => portfolioRow(ctx, client, asked)),
  };
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
  const last = lastDeliverable(ctx.store, client.id);
  const kpi = moved ? book.kpiOf(moved.kpi) : undefined;
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
    needs: needsOf(book, rows, period),
    lastReport: last
      ? { period: { cadence: cadenceOf(last.cadence), start: isoOf(last.first as Day) }, at: last.at }
      : null,
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

/** What a person should do for this client, most pressing first. */
function needsOf(book: ClientBook, rows: readonly ScoreRow[], period: Period): Need[] {
  const shown = shownKpis(book);
  if (shown.length === 0) return [{ kind: 'noKpis', count: 1 }];
  if (!shown.some((kpi) => hasFigures(book, kpi))) return [{ kind: 'noFigures', count: 1 }];
  const missing = missingFigures(book, period);
  const off = rows.filter((row) => row.judgement.status === 'off');
  const untargeted = rows.filter((row) => row.judgement.status === 'noTarget' && row.now.state === 'value');
  const low = rows.filter((row) => row.judgement.status === 'incomplete');
  const at = periodDto(period);
  const one = (kind: Need['kind'], list: readonly { kpi: string; channel: string | null }[]): Need[] => {
    const [first] = list;
    if (!first) return [];
    return [
      {
        kind,
        count: list.length,
        kpi: first.kpi,
        period: at,
        ...(first.channel === null ? {} : { channel: first.channel }),
      },
    ];
  };
  const targets = rows.every((row) => row.judgement.status === 'noTarget')
    ? one('noTargets', untargeted)
    : [];
  return [...one('missing', missing), ...one('lowCoverage', low), ...one('off', off), ...targets];
}
