/** Resolves the report model once: the same numbers for screen, workbook and every later writer. */
import type { Parsed } from '../../../../shared/contract/api.ts';
import { baseLabel } from '../../../../shared/domain/baseWords.ts';
import { periodLabel } from '../../../../shared/domain/format.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { basePeriod, isRunning } from '../../../../shared/domain/period.ts';
import type {
  PagesOf,
  ReportArea,
  ReportGroup,
  ReportModel,
  ReportRow,
} from '../../../../shared/domain/report.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { groupScore } from '../../../../shared/domain/scorecard.ts';
import { addDays, endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import { listKras, listStages } from '../../../store/queries/clients.ts';
import { readSetting } from '../../../store/queries/settings.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { clientDto, styleOf } from '../clients.ts';
import { annotationsIn } from '../annotations.ts';
import { periodOf } from '../periods.ts';
import { countStatuses, judgedIn, rowsOf, spansOf } from '../views/scorecard.ts';
import type { StatusNote } from '../../../../shared/contract/api/statusNotes.ts';
import { statusNotesList } from '../statusNotes.ts';
import { draftedSummary, headlinesOf, openActions } from '../texts/draft.ts';
import { commentaryOf } from '../texts/read.ts';
import type { TextPlaceNamed } from '../texts/read.ts';
import { worldOf } from '../texts/world.ts';
import { layoutOf } from '../layouts.ts';
import { reportFigures, reportKpis } from './behind.ts';
import { reportBreakdowns } from './breakdowns.ts';
import { reportCharts } from './charts.ts';
import { reportContent } from './content.ts';
import { reportEntry } from './entry.ts';
import {
  actionsFinding,
  areaFinding,
  breakdownFinding,
  contentFinding,
  findingWords,
  scorecardFinding,
} from './findings.ts';
import { sourcesByKpi } from './sources.ts';
import { reportSections, usualPages } from './sections.ts';
import { headlineText, movedLines, noteOf } from './words.ts';

/** Which report: of a client, over a period, against a base, in a language. */
export type ReportOf = Parsed<'reports.model'>;

export function reportModel(ctx: ReadContext, input: ReportOf): ReportModel {
  const book = bookOf(ctx, input.client);
  const period = periodOf(input.period, book.calendar);
  const { language } = input;
  const style = styleOf(book.client, language);
  const at = basePeriod(period, input.base);
  const rows = rowsOf(book, period, input.base);
  const written = statusNotesList(ctx, { client: input.client, period: input.period });
  const noted = rows.map((row): ReportRow => {
    const why = whyOf(book, row, written);
    return { ...row, note: noteOf(book, row, style, written), ...(why === undefined ? {} : { why }) };
  });
  const before = judgedIn(book, rows, at, input.base);
  const headlines = headlinesOf(book, noted);
  const client = clientDto(ctx, book.client);
  const layout = layoutOf(ctx, input.client, 'report');
  const pages = layout?.pages ?? usualPages;
  const charts = reportCharts(book, period, style, pages, noted);
  const groups = groupsOf(ctx, book, noted, before, language, 'kra');
  const stages = groupsOf(ctx, book, noted, before, language, 'stage');
  const areas = (pages === 'kra' ? groups : stages).map((group): ReportArea => {
    const kpis = [...new Set(group.rows.map((row) => row.kpi))];
    return {
      section: `${pages}:${group.key}`,
      name: group.name,
      score: group.score,
      kpis,
      charts: charts
        .filter((chart) => chart.series.some((series) => kpis.includes(series.kpi)))
        .map((chart) => chart.id),
    };
  });
  const named = (kind: 'kra' | 'stage', list: readonly ReportGroup[]): TextPlaceNamed[] =>
    list.map(({ key, name }) => ({ section: `${kind}:${key}`, kra: kind === 'kra' ? key : null, name }));
  const free = (layout?.sections ?? []).flatMap(({ section, title }): TextPlaceNamed[] =>
    section.startsWith('text:')
      ? [{ section, kra: null, name: title?.[language] ?? title?.en ?? title?.es ?? '' }]
      : [],
  );
  const words = findingWords[language].names;
  const headline = headlineText(book, headlines.length > 0 ? headlines : noted, style);
  const counts = countStatuses(rows);
  const content = reportContent(ctx, book, period, language);
  const breakdowns = reportBreakdowns(ctx, book, period, language);
  const actions = openActions(ctx, input.client);
  const annotations = annotationsIn(
    ctx,
    input.client,
    firstDay(charts, period),
    addDays(endOf(period), -1),
  ).map(({ day, text }) => ({ day, text }));
  const figures = reportFigures(ctx, book, rows, period, input.base);
  const parts: Omit<ReportModel, 'sections'> = {
    schema: 3,
    language,
    client: {
      uid: book.client.uid,
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
    headline,
    summary: draftedSummary(worldOf(ctx, input), { rows: noted, headlines, actions }),
    commentary: commentaryOf(ctx, input, [
      { section: 'summary', kra: null, name: '' },
      ...named('kra', groups),
      ...(pages === 'stage' ? named('stage', stages) : []),
      { section: 'content', kra: null, name: words.content },
      { section: 'breakdowns', kra: null, name: words.breakdowns },
      { section: 'actions', kra: null, name: words.actions },
      ...free,
    ]),
    headlines,
    groups,
    overall: groupScore(rows, before.length > 0 ? before : undefined),
    counts,
    moved: movedLines(book, rows, style, period.cadence),
    actions,
    annotations,
    charts,
    figures,
    kpis: reportKpis(book, rows, language, sourcesByKpi(ctx, book, figures, language)),
    channels: book.channelRows.map((channel) => ({
      id: String(channel.id),
      name: channel.name,
      network: channel.network,
    })),
    pagesOf: pages,
    areas,
    content,
    breakdowns,
    entry: reportEntry(ctx, book, rows, period, language),
  };
  const findings = {
    cover: headline,
    summary: headline,
    scorecard: scorecardFinding(counts, rows.length, language),
    content: contentFinding(content, style),
    breakdowns: breakdownFinding(breakdowns, style),
    actions: actionsFinding(actions, annotations.length, language),
    definitions: findingWords[language].made,
    ...Object.fromEntries(
      areas.map((area) => [
        area.section,
        areaFinding(
          book,
          area.name,
          noted.filter((row) => area.kpis.includes(row.kpi)),
          style,
        ),
      ]),
    ),
  };
  return { ...parts, sections: reportSections(parts, layout, findings) };
}

/** What the person wrote on why a row stands where it stands. */
function whyOf(book: ClientBook, row: ScoreRow, written: readonly StatusNote[]): string | undefined {
  const kpi = book.kpiOf(row.kpi)?.row.id;
  return written.find(
    (note) => note.kpi === kpi && (note.channel === null ? null : String(note.channel)) === row.channel,
  )?.text;
}

/** Who makes the reports; empty where nobody said. */
export function preparedBy(ctx: ReadContext): string {
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
  by: PagesOf,
): ReportGroup[] {
  const list = (by === 'kra' ? listKras : listStages)(ctx.store, book.client.id);
  return list.flatMap((group): ReportGroup[] => {
    const at = rows.flatMap((row, i) => (book.definition(row.kpi)?.[by] === group.key ? [i] : []));
    if (at.length === 0) return [];
    const own = at.flatMap((i) => rows[i] ?? []);
    const base = at.flatMap((i) => before[i] ?? []);
    return [
      {
        key: group.key,
        name: language === 'es' ? group.name_es : group.name_en,
        score: groupScore(own, base.length > 0 ? base : undefined),
        rows: own,
      },
    ];
  });
}
