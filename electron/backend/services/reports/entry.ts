/**
 * What a client is asked to fill in: figures that no export brings, such as revenue, orders or answers to a survey.
 *
 * Rules: a line is asked for where a person typed it and no import has reached it in its last three units, and where a KPI
 * on the scorecard, or what one is computed from, has no figure at all; never what is computed, kept in a log, recorded by
 * the day, not asked for any more, or on a channel that ended. Asked are the units of the report's period that lack a
 * figure on some line, and those that come next; what is recorded of them is shown, so that it can be put right.
 */
import { dependenciesOf } from '../../../../shared/domain/dependencies.ts';
import { periodLabel } from '../../../../shared/domain/format.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { parentOf, rankOf, subPeriods } from '../../../../shared/domain/period.ts';
import type { ReportEntry } from '../../../../shared/domain/report.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { cadences, endOf, isoOf, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../../../shared/domain/time.ts';
import type { ChannelRow } from '../../../store/queries/channels.ts';
import { reachesOf } from '../../../store/queries/due.ts';
import type { Reach } from '../../../store/queries/due.ts';
import { oneFigure } from '../../../store/queries/figures.ts';
import { cadenceCode, cadenceOf } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { usualGuides } from '../due/guides/index.ts';
import type { Kpi } from '../kpis.ts';

interface Line {
  readonly kpi: Kpi;
  readonly channel: ChannelRow;
  readonly cadence: Cadence;
}

/** Units without an import after which a line counts as typed. */
const SILENT = 3;
/** Periods that are asked for ahead: enough for a quarter, so that one sheet serves it. */
const AHEAD: Readonly<Record<Cadence, number>> = { day: 0, week: 5, month: 3, quarter: 1, year: 1 };
const MOST_PERIODS = 12;
const MOST_LINES = 200;

export function reportEntry(
  ctx: ReadContext,
  book: ClientBook,
  rows: readonly ScoreRow[],
  period: Period,
  language: Language,
): ReportEntry[] {
  const lines = linesOf(ctx, book, rows, period).slice(0, MOST_LINES);
  return cadences.flatMap((cadence): ReportEntry[] => {
    const own = lines.filter((line) => line.cadence === cadence);
    if (own.length === 0) return [];
    const value = (line: Line, at: Period): number | null | undefined =>
      oneFigure(ctx.store, book.client.id, line.kpi.row.id, line.channel.id, cadenceCode(cadence), at.start)
        ?.value;
    // A figure that does not apply is there: `null`, not `undefined`.
    const lacking = unitsOf(book, period, cadence).filter((unit) =>
      own.some((line) => value(line, unit) === undefined),
    );
    const after = nextAfter(period, cadence, book);
    const ahead = Array.from({ length: AHEAD[cadence] }, (_, i) => shiftPeriod(after, i));
    const periods = [...lacking, ...ahead].slice(0, MOST_PERIODS);
    return [
      {
        cadence,
        periods: periods.map((at) => ({
          start: isoOf(at.start),
          label: periodLabel(at, book.calendar, language, 'medium'),
        })),
        rows: own.map((line) => ({
          kpi: line.kpi.row.key,
          channel: String(line.channel.id),
          values: periods.map((at) => value(line, at) ?? null),
        })),
      },
    ];
  });
}

/** The units of a cadence in the report's period; of a longer one, the one that holds it. */
function unitsOf(book: ClientBook, period: Period, cadence: Cadence): readonly Period[] {
  if (rankOf(cadence) > rankOf(period.cadence)) return [parentOf(period, cadence, book.calendar)];
  return cadence === period.cadence ? [period] : subPeriods(period, cadence, book.calendar);
}

function nextAfter(period: Period, cadence: Cadence, book: ClientBook): Period {
  const last = unitsOf(book, period, cadence).at(-1) ?? period;
  return shiftPeriod(last, 1);
}

function linesOf(ctx: ReadContext, book: ClientBook, rows: readonly ScoreRow[], period: Period): Line[] {
  const needed = new Set(
    rows.flatMap(({ kpi }) => {
      const definition = book.definition(kpi);
      return definition === undefined
        ? []
        : [kpi, ...dependenciesOf(definition, (key) => book.definition(key))];
    }),
  );
  const reaches = Map.groupBy(reachesOf(ctx.store, book.client.id), (one) => one.kpi);
  return book.kpis
    .filter((kpi) => needed.has(kpi.row.key) && isTyped(kpi))
    .flatMap((kpi): Line[] => {
      const own = reaches.get(kpi.row.id) ?? [];
      return own.length === 0 ? unrecorded(book, kpi) : typedLines(book, kpi, own);
    })
    .filter(({ kpi, channel }) => isAsked(book, kpi, channel, period));
}

function isTyped({ definition }: Kpi): boolean {
  return (
    definition.timeAggregation !== 'formula' &&
    definition.source === undefined &&
    definition.evidence !== true
  );
}

function isAsked(book: ClientBook, { row }: Kpi, channel: ChannelRow, period: Period): boolean {
  const unasked = book.unasked(row.key, String(channel.id));
  const ended = channel.active_to !== null && channel.active_to < period.start;
  return !ended && (unasked === null || unasked > endOf(period));
}

/** The channels of a KPI that only edits reached lately, at the longest cadence typed. */
function typedLines(book: ClientBook, kpi: Kpi, reaches: readonly Reach[]): Line[] {
  return book.channelRows.flatMap((channel): Line[] => {
    const own = reaches.filter((one) => one.channel === channel.id && one.cadence !== cadenceCode('day'));
    // Demo figures of a channel that no platform exports stand for typed ones.
    const exported = usualGuides(channel.network).length > 0;
    const byHand = (one: Reach): boolean => one.kind === 'edit' || (one.kind === 'demo' && !exported);
    const edits = own.filter(byHand);
    const [code] = edits.map((one) => one.cadence).toSorted((a, b) => b - a);
    if (code === undefined) return [];
    const cadence = cadenceOf(code);
    const last = Math.max(...edits.filter((one) => one.cadence === code).map((one) => one.last)) as Day;
    const since = shiftPeriod({ cadence, start: last }, -SILENT).start;
    const imported = reaches.some((one) => one.channel === channel.id && !byHand(one) && one.last > since);
    return imported ? [] : [{ kpi, channel, cadence }];
  });
}

/** A KPI without any figure: on the channel its goal names, else on the only one, else on one that no platform exports. */
function unrecorded(book: ClientBook, kpi: Kpi): Line[] {
  const open = book.channelRows.filter((channel) => channel.active_to === null);
  const named = open.filter((channel) =>
    book.targets(kpi.row.key).some((target) => target.channel === String(channel.id)),
  );
  const own = open.filter((channel) => usualGuides(channel.network).length === 0);
  const channels = named.length > 0 ? named : open.length === 1 ? open : own.slice(0, 1);
  const { cadence } = kpi.definition;
  // Nobody is asked for days.
  return channels.map((channel) => ({ kpi, channel, cadence: cadence === 'day' ? 'month' : cadence }));
}
