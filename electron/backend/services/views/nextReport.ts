/** The report a client is owed next, and how far it is: from its figures, exports, notes and texts. */
import type { PortfolioRow } from '../../../../shared/contract/api/clients.ts';
import type { DueItem } from '../../../../shared/contract/api/due.ts';
import { nextReport, reportCadences } from '../../../../shared/domain/schedule.ts';
import type { NextReport, Schedule } from '../../../../shared/domain/schedule.ts';
import { addDays, endOf, isoOf, parseIso, periodAt, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import { listDeliverables } from '../../../store/queries/deliverables.ts';
import { cadenceOf } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { typedByHand } from '../due/sightings.ts';
import { periodDto } from '../periods.ts';
import { firstFigure } from '../scopes.ts';
import { missingCount } from '../missing.ts';
import type { MissingFigures } from '../missing.ts';
import type { TextState } from '../texts/stale.ts';

interface Reports {
  readonly next: NextReport | null;
  readonly sent: PortfolioRow['sent'];
}

/** What is next by the client's schedule, and whether the newest closed period's report went out. */
export function reportsOf(ctx: ReadContext, book: ClientBook): Reports {
  const schedule = scheduleOf(book);
  if (!schedule) return { next: null, sent: null };
  const out = listDeliverables(ctx.store, book.client.id).map((row) => ({
    period: { cadence: cadenceOf(row.cadence), start: row.first as Day },
    at: row.at,
  }));
  const first = Math.min(...book.kpis.map((kpi) => firstFigure(book, kpi.row.key, null)));
  const next = nextReport(
    schedule,
    book.calendar,
    {
      made: parseIso(book.client.created_at.slice(0, 10)) ?? book.today,
      first: Number.isFinite(first) ? (first as Day) : null,
      out: out.map((one) => one.period),
    },
    book.today,
  );
  const closed = shiftPeriod(periodAt(schedule.cadence, book.today, book.calendar), -1);
  const sent = out.find(({ period }) => period.cadence === closed.cadence && period.start === closed.start);
  return { next, sent: sent ? { period: periodDto(sent.period), at: sent.at } : null };
}

function scheduleOf(book: ClientBook): Schedule | null {
  const code = book.client.report_cadence;
  const cadence = code === null ? undefined : reportCadences.find((one) => one === cadenceOf(code));
  return cadence === undefined ? null : { cadence, after: book.client.report_after };
}

/** What is known of the report's period. */
export interface Facts {
  /** Exports that must come before the period is whole. */
  readonly exports: readonly DueItem[];
  readonly missing: readonly MissingFigures[];
  /** KPIs of which too little is recorded. */
  readonly low: number;
  /** KPIs that are off and about which nothing is written. */
  readonly notes: number;
  readonly texts: readonly TextState[];
}

/**
 * What stops the report, the first thing first: its period, texts that say what is no longer so, figures it cannot be
 * written without, the writing, and what is asked for beside it.
 */
export function reportDto(next: NextReport, facts: Facts): NonNullable<PortfolioRow['report']> {
  const { period, due, closed, owed } = next;
  return { period: periodDto(period), due: isoOf(due), closed, owed, ...stateOf(next, facts) };
}

function stateOf(
  { closed }: NextReport,
  { exports, missing, low, notes, texts }: Facts,
): Pick<NonNullable<PortfolioRow['report']>, 'state' | 'for' | 'count'> {
  if (!closed) return { state: 'waiting', for: 'period', count: 0 };
  const stale = texts.reduce((sum, text) => sum + text.changed, 0);
  if (stale > 0) return { state: 'stale', for: null, count: stale };
  if (exports.length > 0) return { state: 'waiting', for: 'export', count: exports.length };
  if (low > 0) return { state: 'waiting', for: 'coverage', count: low };
  if (texts.length === 0) return { state: 'notStarted', for: null, count: 0 };
  if (missing.length > 0) return { state: 'waiting', for: 'figures', count: missingCount(missing) };
  if (notes > 0) return { state: 'waiting', for: 'notes', count: notes };
  return { state: 'ready', for: null, count: 0 };
}

/** Exports without which the period is not whole: due, and covering less than it. */
export function exportsFor(items: readonly DueItem[], period: Period, today: Day): DueItem[] {
  const last = isoOf(addDays(endOf(period), -1));
  return items.filter(
    (item) => item.export !== typedByHand && item.since <= isoOf(today) && item.covered < last,
  );
}
