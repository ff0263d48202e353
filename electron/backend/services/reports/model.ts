/** Resolves the report model once: the same numbers for screen, workbook and every later writer. */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { sidesOf } from '../../../../shared/domain/bases.ts';
import { baseLabel } from '../../../../shared/domain/baseWords.ts';
import { periodLabel } from '../../../../shared/domain/format.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { dependenciesOf } from '../../../../shared/domain/dependencies.ts';
import { basePeriod, isRunning, periodsBack } from '../../../../shared/domain/period.ts';
import type {
  ReportFigure,
  ReportGroup,
  ReportKpi,
  ReportModel,
  ReportRow,
} from '../../../../shared/domain/report.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { groupScore } from '../../../../shared/domain/scorecard.ts';
import { addDays, endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import { listKras } from '../../../store/queries/clients.ts';
import { getBatch } from '../../../store/queries/batches.ts';
import { figuresOf } from '../../../store/queries/figures.ts';
import { readSetting } from '../../../store/queries/settings.ts';
import { cadenceOf } from '../../../store/rows.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { clientDto, styleOf } from '../clients.ts';
import { annotationsIn, currentActions } from '../journal.ts';
import { periodOf } from '../periods.ts';
import { headlineKpis } from '../views/charts.ts';
import { countStatuses, judgedIn, rowsOf, spansOf } from '../views/scorecard.ts';
import { commentaryOf } from '../texts/read.ts';
import { reportCharts } from './charts.ts';
import { headlineText, movedLines, noteOf, summaryLines } from './words.ts';

const MAX_HEADLINES = 5;

export function reportModel(ctx: ReadContext, input: Parsed<'reports.model'>): ReportModel {
  const book = bookOf(ctx, input.client);
  const period = periodOf(input.period, book.calendar);
  const { language } = input;
  const style = styleOf(book.client, language);
  const at = basePeriod(period, input.base);
  const rows = rowsOf(book, period, input.base);
  const noted = rows.map((row): ReportRow => ({ ...row, note: noteOf(book, row, style) }));
  const before = judgedIn(book, rows, at, input.base);
  const headlines = headlineKpis(book)
    .slice(0, MAX_HEADLINES)
    .flatMap((kpi) => noted.find((row) => row.kpi === kpi.row.key) ?? []);
  const client = clientDto(ctx, book.client);
  const charts = reportCharts(book, period, language);
  const groups = groupsOf(ctx, book, noted, before, language);
  return {
    schema: 1,
    language,
    client: {
      name: client.name,
      initials: client.initials,
      trade: client.trade,
      color: client.color,
      logo: client.logo,
      currency: client.currency,
      numberFormat: client.numberFormat,
      weekStart: client.weekStart,
      fiscalYearStart: client.fiscalYearStart,
    },
    preparedBy: preparedBy(ctx),
    preparedOn: isoOf(todayOf(ctx)),
    period: {
      cadence: period.cadence,
      start: isoOf(period.start),
      label: periodLabel(period, book.calendar, language, 'long'),
    },
    base: {
      kind: input.base,
      start: at ? isoOf(at.start) : null,
      label: baseLabel(input.base, period, book.calendar, language, 'long'),
    },
    ...spansOf(book, rows, period, input.base),
    running: isRunning(period, book.today),
    headline: headlineText(book, headlines.length > 0 ? headlines : noted, style),
    summary: summaryLines(book, headlines, style, input.base !== 'none'),
    commentary: commentaryOf(ctx, input, groups),
    headlines,
    groups,
    overall: groupScore(rows, before.length > 0 ? before : undefined),
    counts: countStatuses(rows),
    moved: movedLines(book, rows, style),
    actions: currentActions(ctx, input.client)
      .filter((action) => !action.done)
      .map(({ text, due, owner }) => ({ text, due, owner })),
    annotations: annotationsIn(ctx, input.client, firstDay(charts, period), addDays(endOf(period), -1)).map(
      ({ day, text }) => ({ day, text }),
    ),
    charts,
    figures: reportFigures(ctx, book, rows, period, input.base),
    kpis: reportKpis(book, rows, language),
    channels: book.channelRows.map((channel) => ({
      id: String(channel.id),
      name: channel.name,
      network: channel.network,
    })),
  };
}

function preparedBy(ctx: ReadContext): string {
  const settings = JSON.parse(readSetting(ctx.store, 'settings') ?? '{}') as { preparedBy?: string };
  return settings.preparedBy ?? '';
}

function firstDay(charts: ReportModel['charts'], period: Period): Day {
  const days = charts.flatMap((chart) => chart.periods.slice(0, 1)).toSorted();
  const [first] = days;
  return first ? ((Date.parse(`${first}T00:00:00Z`) / 86_400_000) as Day) : period.start;
}

function groupsOf(
  ctx: ReadContext,
  book: ClientBook,
  rows: readonly ReportRow[],
  before: ReturnType<typeof judgedIn>,
  language: Language,
): ReportGroup[] {
  return listKras(ctx.store, book.client.id).flatMap((kra): ReportGroup[] => {
    const at = rows.flatMap((row, i) => (book.definition(row.kpi)?.kra === kra.key ? [i] : []));
    if (at.length === 0) return [];
    const own = at.flatMap((i) => rows[i] ?? []);
    const base = at.flatMap((i) => before[i] ?? []);
    return [
      {
        key: kra.key,
        name: language === 'es' ? kra.name_es : kra.name_en,
        score: groupScore(own, base.length > 0 ? base : undefined),
        rows: own,
      },
    ];
  });
}

/** KPIs on the scorecard and everything their formulas, weights and counters rest on. */
function neededKeys(book: ClientBook, rows: readonly ScoreRow[]): string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    const definition = book.definition(row.kpi);
    for (const key of definition ? dependenciesOf(definition, (other) => book.definition(other)) : [])
      if (book.definition(key)) keys.add(key);
  }
  return [...keys];
}

function reportKpis(book: ClientBook, rows: readonly ScoreRow[], language: Language): ReportKpi[] {
  return neededKeys(book, rows).flatMap((key): ReportKpi[] => {
    const d = book.definition(key);
    if (!d) return [];
    return [
      {
        key,
        name: d.name[language],
        definition: d.definition[language],
        unit: d.unit,
        direction: d.direction,
        timeAggregation: d.timeAggregation,
        channelAggregation: d.channelAggregation,
        formula: d.formula ?? null,
        weightBy: d.weightBy ?? null,
        kra: d.kra,
        stage: d.stage,
        vanity: d.vanity,
        counter: d.counter ?? null,
        min: d.min ?? null,
        max: d.max ?? null,
        step: d.step ?? null,
      },
    ];
  });
}

/** Recorded figures of the period, its base and the twelve periods of the trends. */
function reportFigures(
  ctx: ReadContext,
  book: ClientBook,
  rows: readonly ScoreRow[],
  period: Period,
  base: BaseKind,
): ReportFigure[] {
  // Twelve periods of trend, the same one last year, and one before it for stocks that are carried.
  const from = periodsBack(period, 14).start;
  const sides = sidesOf(period, base, book.calendar);
  const early = [sides.now, ...(sides.base === null ? [] : [sides.base])].filter((side) => side.from < from);
  const stretches: readonly (readonly [Day, Day])[] = [
    ...joined(early.map((side) => [side.from, Math.min(side.to, from) as Day])),
    [from, endOf(period)],
  ];
  const labels = new Map<number, string>();
  const labelOf = (batch: number): string => {
    let label = labels.get(batch);
    if (label === undefined) labels.set(batch, (label = getBatch(ctx.store, batch)?.label ?? ''));
    return label;
  };
  return neededKeys(book, rows).flatMap((key) => {
    const kpi = book.kpiOf(key);
    if (!kpi) return [];
    return stretches
      .flatMap(([first, end]) => figuresOf(ctx.store, book.client.id, kpi.row.id, first, end))
      .map((row): ReportFigure => ({
        kpi: key,
        channel: String(row.channel),
        cadence: cadenceOf(row.cadence),
        start: isoOf(row.day as Day),
        value: row.value,
        batch: row.batch,
        source: labelOf(row.batch),
      }));
  });
}

/** Stretches of days, oldest first, those that touch or overlap as one. */
function joined(stretches: readonly (readonly [Day, Day])[]): (readonly [Day, Day])[] {
  const out: (readonly [Day, Day])[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to) as Day];
    else out.push([from, to]);
  }
  return out;
}
