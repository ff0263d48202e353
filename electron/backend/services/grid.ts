/** The figures grid: KPI and channel against periods, with what each cell is. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { GridCell, GridRow } from '../../../shared/contract/api/figures.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { seriesOf } from '../../../shared/domain/series.ts';
import type { SeriesPoint } from '../../../shared/domain/series.ts';
import { cadences, endOf, isoOf, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Cadence, Period } from '../../../shared/domain/time.ts';
import { changedCells } from '../../store/queries/claims.ts';
import { figureFlags, notesOf, seriesFigures } from '../../store/queries/figures.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { cadenceCode } from '../../store/rows.ts';
import type { ReadContext } from '../context.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace } from './channels.ts';
import { faceOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';
import { dayOfIso } from './periods.ts';
import { channelsOf } from './scopes.ts';

interface Marks {
  readonly notes: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

export function figuresGrid(ctx: ReadContext, input: Parsed<'figures.grid'>): Output<'figures.grid'> {
  const book = bookOf(ctx, input.client);
  const first = periodAt(input.cadence, dayOfIso(input.from), book.calendar);
  const periods = Array.from({ length: input.periods }, (_, i) => shiftPeriod(first, i));
  const total = totalPeriod(book, periods);
  const marks = marksOf(ctx, input.client, periods);
  const order = new Map(book.kpis.map((kpi, i) => [kpi.row.id, i]));
  const kpis = book.kpis
    .filter((kpi) => kpi.row.shown === 1 || channelsOf(book, kpi.row.key).length > 0)
    .toSorted((a, b) => (order.get(a.row.id) ?? 0) - (order.get(b.row.id) ?? 0));
  const rows = kpis.flatMap((kpi) => rowsOf(ctx, book, kpi, periods, total, marks, input.all ?? false));
  return {
    periods: periods.map((period) => isoOf(period.start)),
    total: { cadence: total.cadence, start: isoOf(total.start) },
    rows,
    kpis: kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
    missing: rows.reduce((n, row) => n + row.cells.filter((cell) => cell.state === 'missing').length, 0),
  };
}

const totals: Readonly<Record<Cadence, Cadence>> = {
  day: 'month',
  week: 'month',
  month: 'year',
  quarter: 'year',
  year: 'year',
};

/** The coarser period of the newest column that is over; of the newest column when none is. */
function totalPeriod(book: ClientBook, periods: readonly Period[]): Period {
  const closed = periods.filter((period) => endOf(period) <= book.today);
  const anchor = closed.at(-1) ?? periods.at(-1) ?? { cadence: 'month' as const, start: book.today };
  const middle =
    anchor.cadence === 'week' ? shiftPeriod({ cadence: 'day', start: anchor.start }, 3).start : anchor.start;
  return periodAt(totals[anchor.cadence], middle, book.calendar);
}

function marksOf(ctx: ReadContext, client: number, periods: readonly Period[]): Marks {
  const [first] = periods;
  const last = periods.at(-1) ?? first;
  const key = (cell: { kpi: number; channel: number; cadence: number; day: number }): string =>
    `${cell.kpi}|${cell.channel}|${cell.cadence}|${cell.day}`;
  return {
    notes: new Set(notesOf(ctx.store, client).map(key)),
    changed: new Set(
      first && last
        ? changedCells(ctx.store, client, cadenceCode(first.cadence), first.start, last.start).map(key)
        : [],
    ),
  };
}

function rowsOf(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  periods: readonly Period[],
  total: Period,
  marks: Marks,
  all: boolean,
): GridRow[] {
  const { key } = kpi.row;
  const computed = kpi.definition.timeAggregation === 'formula';
  const recorded = channelsOf(book, key);
  const [firstChannel] = book.channels;
  const channels =
    all && !computed
      ? book.channels.map((channel) => channel.id)
      : recorded.length > 0
        ? recorded
        : firstChannel && !computed
          ? [firstChannel.id]
          : [];
  const rows = channels.map((channel) => gridRow(ctx, book, kpi, channel, periods, total, marks));
  const together = computed
    ? recorded.length !== 1
    : recorded.length > 1 && kpi.definition.channelAggregation !== 'none';
  return together ? [...rows, gridRow(ctx, book, kpi, null, periods, total, marks)] : rows;
}

function gridRow(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: string | null,
  periods: readonly Period[],
  total: Period,
  marks: Marks,
): GridRow {
  const { key } = kpi.row;
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) throw new RangeError('a grid has at least one period');
  const computed = kpi.definition.timeAggregation === 'formula' || channel === null;
  const points = seriesOf(book, key, channel, first.cadence, middleOf(first), middleOf(last));
  const exact = computed
    ? new Map<number, FigureRow>()
    : exactFigures(ctx, book, kpi, Number(channel), first, last);
  const expected = expectedSpan(book, key, channel);
  const sum = measure(book, key, channel, total);
  return {
    kpi: key,
    channel,
    editable: !computed,
    cells: points.map((point) => cellOf(kpi, channel, point, exact, expected, computed, marks)),
    total: { value: sum.value, recorded: sum.coverage?.recorded ?? 0, expected: sum.coverage?.expected ?? 0 },
  };
}

/** Weeks belong by their fourth day. */
function middleOf(period: Period): Period['start'] {
  return period.cadence === 'week'
    ? shiftPeriod({ cadence: 'day', start: period.start }, 3).start
    : period.start;
}

function exactFigures(
  ctx: ReadContext,
  book: ClientBook,
  kpi: Kpi,
  channel: number,
  first: Period,
  last: Period,
): Map<number, FigureRow> {
  const rows = seriesFigures(
    ctx.store,
    book.client.id,
    kpi.row.id,
    channel,
    cadenceCode(first.cadence),
    first.start,
    last.start,
  );
  return new Map(rows.map((row) => [row.day, row]));
}

interface Expected {
  readonly from: number;
  readonly to: number;
  /** True for cadences at which a figure is owed: its own, and what those add up to. */
  readonly owes: (cadence: Cadence) => boolean;
}

/** From the first figure to the last closed day, or to the channel's end. */
function expectedSpan(book: ClientBook, kpi: string, channel: string | null): Expected | null {
  const tracks = book.tracks(kpi).filter((one) => channel === null || one.channel === channel);
  if (tracks.length === 0) return null;
  const recorded = new Set(tracks.map((one) => one.track.cadence));
  const finest = Math.min(...[...recorded].map((cadence) => cadences.indexOf(cadence)));
  // What cannot be added up (reach) is owed only at the cadences someone records it at.
  const additive = book.definition(kpi)?.timeAggregation !== 'none';
  const ends = book.channels
    .filter((one) => channel === null || one.id === channel)
    .map((one) => one.activeTo ?? book.today);
  return {
    from: Math.min(...tracks.map((one) => one.track.first)),
    to: Math.min(book.today, Math.max(...ends)),
    owes: (cadence) => (additive ? cadences.indexOf(cadence) >= finest : recorded.has(cadence)),
  };
}

function cellOf(
  kpi: Kpi,
  channel: string | null,
  point: SeriesPoint,
  exact: ReadonlyMap<number, FigureRow>,
  expected: Expected | null,
  computed: boolean,
  marks: Marks,
): GridCell {
  const { period } = point;
  const row = exact.get(period.start);
  const key = `${kpi.row.id}|${channel}|${cadenceCode(period.cadence)}|${period.start}`;
  const flags = {
    ...(marks.notes.has(key) ? { note: true } : {}),
    ...(marks.changed.has(key) ? { changed: true } : {}),
    ...(row && (row.flags & figureFlags.provisional) > 0 ? { provisional: true } : {}),
  };
  if (row) return { value: row.value, state: row.value === null ? 'notApplicable' : 'recorded', ...flags };
  if (point.state === 'value')
    return { value: point.value, state: computed ? 'computed' : 'rolled', ...flags };
  if (point.state === 'notComputable') {
    const [reason] = point.reasons;
    return { value: null, state: 'notComputable', ...(reason ? { reason } : {}), ...flags };
  }
  if (point.state === 'notApplicable') return { value: null, state: 'notApplicable', ...flags };
  const due =
    expected !== null &&
    endOf(period) <= expected.to &&
    endOf(period) > expected.from &&
    expected.owes(period.cadence);
  return { value: null, state: due && !computed ? 'missing' : 'notExpected', ...flags };
}
