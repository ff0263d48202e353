/** What a client needs of the person, each with the place it is about; the queue over all clients goes by deadline and waiting KPIs. */
import type { Need, PortfolioRow } from '../../../../shared/contract/api/clients.ts';
import type { DueItem } from '../../../../shared/contract/api/due.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { byDeadline } from '../../../../shared/domain/queue.ts';
import type { Judgement } from '../../../../shared/domain/results.ts';
import { addDays, endOf, isoOf, parseIso } from '../../../../shared/domain/time.ts';
import type { Day, IsoDate, Period } from '../../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../../shared/domain/vanity.ts';
import { listActions } from '../../../store/queries/journal.ts';
import { statusNotesIn } from '../../../store/queries/statusNotes.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { isDue } from '../due/due.ts';
import { typedByHand } from '../due/sightings.ts';
import type { Kpi } from '../kpis.ts';
import { missingCount, missingFigures } from '../missing.ts';
import type { MissingFigures } from '../missing.ts';
import { periodDto } from '../periods.ts';
import { scopesOf } from '../scopes.ts';
import { textStates } from '../texts/stale.ts';
import { hasFigures } from './charts.ts';
import { exportsFor } from './nextReport.ts';
import type { Facts } from './nextReport.ts';
import { shownKpis } from './scorecard.ts';

/** A KPI on a channel (`null`: all of them), judged in the period a report is over. */
interface Judged {
  readonly kpi: string;
  readonly channel: string | null;
  readonly judgement: Judgement;
}

/** What the needs and the state of a report are read from. */
interface PeriodFacts extends Facts {
  readonly period: Period;
  readonly judged: readonly Judged[];
  /** Rows that are off and have no note. */
  readonly unexplained: readonly Judged[];
  /** Pairs of KPI and channel under 80 %, where no export explains it. */
  readonly thin: readonly MissingFigures[];
}

const enoughCoverage = 0.8;
/** A goal that ended longer ago is no longer a question. */
const goalsLookedBack = 92;

export function judgedIn(book: ClientBook, period: Period): Judged[] {
  return shownKpis(book).flatMap(({ row: { key } }) =>
    scopesOf(book, key).map((channel) => ({
      kpi: key,
      channel,
      judgement: judgeWithCounter(book, key, channel, period, 'previous'),
    })),
  );
}

export function factsOf(
  ctx: ReadContext,
  book: ClientBook,
  period: Period,
  judged: readonly Judged[],
  due: readonly DueItem[],
): PeriodFacts {
  const exports = exportsFor(due, period, book.today);
  const late = new Set(exports.map((item) => String(item.channel ?? '')));
  const gaps = missingFigures(book, period).filter((one) => !late.has(one.channel));
  const isThin = (one: MissingFigures): boolean =>
    one.expected > 1 && one.recorded < enoughCoverage * one.expected;
  const thin = gaps.filter(isThin);
  const written = new Set(
    statusNotesIn(ctx.store, book.client.id, cadenceCode(period.cadence), period.start).map(
      (note) => `${note.kpi} ${note.channel}`,
    ),
  );
  const unexplained = judged.filter(
    (one) =>
      one.judgement.status === 'off' &&
      !written.has(`${book.kpiOf(one.kpi)?.row.id ?? 0} ${one.channel ?? 0}`),
  );
  return {
    period,
    judged,
    exports,
    missing: gaps.filter((one) => !isThin(one)),
    thin,
    low: new Set(thin.map((one) => one.kpi)).size,
    unexplained,
    notes: unexplained.length,
    texts: textStates(ctx, book.client.id, period),
  };
}

export function needsOf(
  ctx: ReadContext,
  book: ClientBook,
  report: PortfolioRow['report'],
  facts: PeriodFacts,
  due: readonly DueItem[],
): Need[] {
  const shown = shownKpis(book);
  if (shown.length === 0) return [{ kind: 'noKpis', count: 1, waits: 0, deadline: null }];
  if (!shown.some((kpi) => hasFigures(book, kpi)))
    return [{ kind: 'noFigures', count: 1, waits: shown.length, deadline: null }];
  // A report that is not asked for yet asks for nothing: its period still runs, or the last one went out.
  const asked = report === null || report.closed;
  const deadline = report?.closed === true ? report.due : null;
  return [
    ...lateReport(book, report, shown.length),
    ...exportNeeds(book, due, deadline),
    ...(asked ? gapNeeds(book, facts, deadline) : []),
    ...(asked ? noteNeeds(book, facts, deadline) : []),
    ...(asked ? staleNeeds(facts, deadline) : []),
    ...endedGoals(book, shown, deadline),
    ...withoutTargets(book, facts),
    ...overdueActions(ctx, book),
  ].toSorted(byDeadline);
}

function about(kpi: Kpi): NonNullable<Need['kpi']> {
  return { id: kpi.row.id, key: kpi.definition.key, name: kpi.definition.name };
}

function kpiAt(book: ClientBook, key: string): Pick<Need, 'kpi'> {
  const kpi = book.kpiOf(key);
  return kpi ? { kpi: about(kpi) } : {};
}

function channelAt(book: ClientBook, id: string | null): Pick<Need, 'channel'> {
  const row = id === null ? undefined : book.channelRows.find((channel) => String(channel.id) === id);
  return row ? { channel: { id: row.id, name: row.name } } : {};
}

function lateReport(book: ClientBook, report: PortfolioRow['report'], waits: number): Need[] {
  if (!report?.closed || report.due > isoOf(book.today)) return [];
  const days = book.today - (parseIso(report.due) ?? book.today);
  return [{ kind: 'late', count: days, waits, deadline: report.due, period: report.period }];
}

/** One need a channel: what is due of it is downloaded in one go. */
function exportNeeds(book: ClientBook, due: readonly DueItem[], deadline: IsoDate | null): Need[] {
  const open = due.filter((item) => item.export !== typedByHand && isDue(item, book.today));
  return [...Map.groupBy(open, (item) => item.channel)].flatMap(([channel, items]): Need[] => {
    const [first] = items;
    if (!first) return [];
    return [
      {
        kind: 'export',
        count: items.length,
        waits: Math.max(...items.map((item) => item.waits)),
        deadline,
        day: items.reduce((day, item) => (item.covered < day ? item.covered : day), first.covered),
        exports: items.map((item) => item.export),
        ...channelAt(book, channel === null ? null : String(channel)),
      },
    ];
  });
}

function gapNeeds(
  book: ClientBook,
  { period, missing, thin }: PeriodFacts,
  deadline: IsoDate | null,
): Need[] {
  const need = (kind: 'missing' | 'lowCoverage', gaps: readonly MissingFigures[]): Need[] => {
    const worst = gaps.toSorted((a, b) => a.recorded / a.expected - b.recorded / b.expected)[0];
    if (!worst) return [];
    const kpis = new Set(gaps.map((gap) => gap.kpi)).size;
    const { coverage } = measure(book, worst.kpi, worst.channel, period);
    const { cadence, starts } = worst;
    const [first] = starts;
    const last = starts.at(-1);
    return [
      {
        kind,
        count: missingCount(gaps),
        waits: kpis,
        deadline,
        kpis,
        period: periodDto(period),
        ...kpiAt(book, worst.kpi),
        ...channelAt(book, worst.channel),
        ...(coverage ? { coverage } : {}),
        ...(first === undefined || last === undefined
          ? {}
          : { gap: { cadence, first: isoOf(first), last: isoOf(last) } }),
      },
    ];
  };
  return [...need('missing', missing), ...need('lowCoverage', thin)];
}

function noteNeeds(book: ClientBook, { period, unexplained }: PeriodFacts, deadline: IsoDate | null): Need[] {
  return unexplained.map(({ kpi, channel, judgement }) => {
    const { value } = measure(book, kpi, channel, period);
    const unit = book.definition(kpi)?.unit;
    return {
      kind: 'note',
      count: 1,
      waits: 1,
      deadline,
      period: periodDto(period),
      ...kpiAt(book, kpi),
      ...channelAt(book, channel),
      ...(value === null || !unit ? {} : { standing: { value, unit, judgement } }),
    };
  });
}

function staleNeeds({ period, texts }: PeriodFacts, deadline: IsoDate | null): Need[] {
  const stale = texts.filter((text) => text.changed > 0);
  return [...Map.groupBy(stale, (text) => `${text.base} ${text.language}`).values()].flatMap(
    (all): Need[] => {
      const [first] = all;
      if (!first) return [];
      const { base, language, section } = first;
      const count = all.reduce((sum, text) => sum + text.changed, 0);
      const text = { base, language, section };
      return [{ kind: 'stale', count, waits: count, deadline, period: periodDto(period), text }];
    },
  );
}

/** Goals that ended and that nothing follows. */
function endedGoals(book: ClientBook, shown: readonly Kpi[], deadline: IsoDate | null): Need[] {
  const ended = shown.flatMap((kpi) => {
    const byScope = Map.groupBy(book.targets(kpi.row.key), (target) => target.channel);
    return [...byScope].flatMap(([channel, targets]) => {
      const last = targets.toSorted((a, b) => a.from - b.from).at(-1);
      if (!last || last.to === null || last.to > book.today) return [];
      return last.to > book.today - goalsLookedBack ? [{ kpi, channel, last, to: last.to }] : [];
    });
  });
  const newest = ended.toSorted((a, b) => b.to - a.to)[0];
  if (!newest) return [];
  const { kpi, channel, last, to } = newest;
  return [
    {
      kind: 'goalEnded',
      count: ended.length,
      waits: ended.length,
      deadline,
      kpis: ended.length,
      day: isoOf(addDays(to, -1)),
      kpi: about(kpi),
      goal: { value: last.goal, unit: kpi.definition.unit, kind: last.kind, cadence: last.cadence },
      ...channelAt(book, channel),
    },
  ];
}

/** Only where no KPI has a target: a client without any has neither status nor score. */
function withoutTargets(book: ClientBook, { period, judged }: PeriodFacts): Need[] {
  if (judged.some((one) => one.judgement.status !== 'noTarget')) return [];
  const open = judged.filter((one) => measure(book, one.kpi, one.channel, period).state === 'value');
  const [first] = open;
  if (!first) return [];
  const kpis = new Set(open.map((one) => one.kpi)).size;
  return [{ kind: 'noTargets', count: kpis, waits: kpis, deadline: null, kpis, ...kpiAt(book, first.kpi) }];
}

function overdueActions(ctx: ReadContext, book: ClientBook): Need[] {
  return listActions(ctx.store, book.client.id, isoOf(endOf({ cadence: 'day', start: book.today }))).flatMap(
    (action): Need[] => {
      if (action.done_at !== null || action.due === null || action.due >= book.today) return [];
      const kpi = book.kpis.find((one) => one.row.id === action.kpi);
      const day = isoOf(action.due as Day);
      return [
        {
          kind: 'action',
          count: 1,
          waits: kpi ? 1 : 0,
          deadline: day,
          day,
          words: action.text,
          ...(kpi ? { kpi: about(kpi) } : {}),
        },
      ];
    },
  );
}
