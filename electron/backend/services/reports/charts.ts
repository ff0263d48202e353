/** The charts of a report: up to three for each stage or key result area that has something to draw, in the kinds a workbook draws natively. */
import { periodLabel } from '../../../../shared/domain/format.ts';
import { goalOf } from '../../../../shared/domain/judgement.ts';
import { formatChange, formatValue } from '../../../../shared/domain/format.ts';
import type { Style } from '../../../../shared/domain/format.ts';
import { signalWords } from '../../../../shared/domain/signalWords.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { periodsBack } from '../../../../shared/domain/period.ts';
import type { PagesOf, ReportChart, ReportSeries } from '../../../../shared/domain/report.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import type { ClientBook } from '../book.ts';
import type { Kpi } from '../kpis.ts';
import { channelsOf } from '../scopes.ts';
import { hasFigures, headlineKpis, mainScope, pointsOf } from '../views/charts.ts';
import { shownKpis } from '../views/scorecard.ts';
import { andBefore, lowered } from '../../../../shared/domain/text/inside.ts';

const MAX_PER_AREA = 3;
const PERIODS = 13;

/** `rows`: those of the scorecard, which say what a chart found. */
export function reportCharts(
  book: ClientBook,
  period: Period,
  { language, ...style }: Style,
  pages: PagesOf,
  rows: readonly ScoreRow[],
): ReportChart[] {
  const periods = Array.from({ length: PERIODS }, (_, i) => periodsBack(period, PERIODS - 1 - i));
  const first = headlineKpis(book);
  const shown = [...first, ...shownKpis(book).filter((kpi) => !first.includes(kpi))].filter((kpi) =>
    hasFigures(book, kpi),
  );
  const areas = Map.groupBy(shown, (kpi) => kpi.definition[pages]);
  const maker = chartMaker(book, periods, language, (kpi, scope) => {
    const row = rows.find((one) => one.kpi === kpi.row.key && one.channel === scope);
    return row === undefined ? null : findingOf(row, kpi, { language, ...style });
  });
  return [...areas.values()].flatMap((kpis) => {
    const flow = kpis.find((kpi) => kpi.definition.timeAggregation === 'sum');
    const rate = kpis.find(
      (kpi) => kpi !== flow && ['percent', 'points', 'rating'].includes(kpi.definition.unit.kind),
    );
    const charts: ReportChart[] = [];
    if (flow) charts.push(rate ? maker.combo(flow, rate) : maker.column(flow));
    const split = kpis.find(
      (kpi) => kpi.definition.channelAggregation === 'sum' && channelsOf(book, kpi.row.key).length > 1,
    );
    if (split) charts.push(maker.stacked(split));
    for (const kpi of kpis) if (kpi !== flow && kpi !== rate && kpi !== split) charts.push(maker.line(kpi));
    return charts.slice(0, MAX_PER_AREA);
  });
}

const fromBase: Readonly<Record<Language, string>> = { en: 'from', es: 'desde' };

/** The signal where a rule fired on the very value shown, else the value with its change. */
function findingOf(row: ScoreRow, { definition }: Kpi, style: Style): string | null {
  const { value } = row.now;
  if (value === null) return null;
  const told = formatValue(value, definition.unit, style);
  if (row.signal.rule !== undefined && row.signal.value === value)
    return `${told}: ${signalWords(row.signal, style.language)}`;
  const change = formatChange(row.change, definition.unit, style);
  if (!change.number || row.base.value === null) return told;
  const base = formatValue(row.base.value, definition.unit, style);
  return `${told}, ${change.text} ${fromBase[style.language]} ${base}`;
}

interface Maker {
  combo(bars: Kpi, line: Kpi): ReportChart;
  column(kpi: Kpi): ReportChart;
  stacked(kpi: Kpi): ReportChart;
  line(kpi: Kpi): ReportChart;
}

function chartMaker(
  book: ClientBook,
  periods: readonly Period[],
  language: Language,
  finding: (kpi: Kpi, scope: string | null) => string | null,
): Maker {
  const labels = periods.map((period) => periodLabel(period, book.calendar, language, 'medium'));
  const starts = periods.map((period) => isoOf(period.start));
  const names = new Map(book.channelRows.map((channel) => [String(channel.id), channel.name]));
  const series = (
    kpi: Kpi,
    channel: string | null,
    role: ReportSeries['role'],
    name = kpi.definition.name[language],
  ): ReportSeries => ({
    kpi: kpi.row.key,
    channel,
    name,
    role,
    values: pointsOf(book, kpi.row.key, channel, periods).map((point) => point.value),
  });
  const chart = (
    kind: ReportChart['kind'],
    kpi: Kpi,
    title: string,
    list: readonly ReportSeries[],
    scope: string | null,
  ): ReportChart => {
    const found = finding(kpi, scope);
    return {
      id: `${kind}-${kpi.row.key}`,
      kra: kpi.definition.kra,
      title,
      ...(found === null ? {} : { finding: found }),
      kind,
      cadence: periods[0]?.cadence ?? 'month',
      periods: starts,
      labels,
      series: list,
      goals: periods.map((period) => goalOf(book, kpi.row.key, scope, period)),
    };
  };
  const by = language === 'es' ? 'por canal' : 'by channel';
  return {
    combo: (bars, line) => {
      const [a, b] = [mainScope(book, bars), mainScope(book, line)];
      const title = `${bars.definition.name[language]} ${andBefore(line.definition.name[language], language)} ${lowered(line.definition.name[language], language)}`;
      return chart('combo', bars, title, [series(bars, a, 'bar'), series(line, b, 'line')], a);
    },
    column: (kpi) =>
      chart(
        'column',
        kpi,
        kpi.definition.name[language],
        [series(kpi, mainScope(book, kpi), 'bar')],
        mainScope(book, kpi),
      ),
    stacked: (kpi) =>
      chart(
        'stacked',
        kpi,
        `${kpi.definition.name[language]} ${by}`,
        channelsOf(book, kpi.row.key).map((channel) =>
          series(kpi, channel, 'stack', names.get(channel) ?? channel),
        ),
        null,
      ),
    line: (kpi) =>
      chart(
        'line',
        kpi,
        kpi.definition.name[language],
        [series(kpi, mainScope(book, kpi), 'line')],
        mainScope(book, kpi),
      ),
  };
}
