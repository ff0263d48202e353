/**
 * The cells of the figures grid: KPI and channel against periods, with what each cell is. A whole grid for a few periods
 * (`figures.grid`), or the lines and periods that are on screen (`figures.cells`).
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { GridCell, GridTotal } from '../../../shared/contract/api/figures.ts';
import { coarserOf } from '../../../shared/domain/coarser.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { seriesOf } from '../../../shared/domain/series.ts';
import type { SeriesPoint } from '../../../shared/domain/series.ts';
import { addDays, endOf, isoOf, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';
import { getBatch } from '../../store/queries/batches.ts';
import { changedDays } from '../../store/queries/claims.ts';
import { figureFlags, notedDays, seriesFigures } from '../../store/queries/figures.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { cadenceCode } from '../../store/rows.ts';
import type { ReadContext } from '../context.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace } from './channels.ts';
import { expectedOf, isOwed } from './expected.ts';
import type { Expected } from './expected.ts';
import { linesOf } from './gridLines.ts';
import { faceOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';
import { dayOfIso, periodDto, periodOf } from './periods.ts';
import { farOutside } from './usual.ts';
import type { UsualRange } from './usual.ts';

interface Asked {
  readonly ctx: ReadContext;
  readonly book: ClientBook;
  readonly periods: readonly Period[];
  readonly first: Period;
  readonly last: Period;
  readonly isEdit: (batch: number) => boolean;
}

export function figuresGrid(ctx: ReadContext, input: Parsed<'figures.grid'>): Output<'figures.grid'> {
  const asked = askedOf(ctx, input);
  const { book, periods } = asked;
  const total = coarserOf(periods, book.today, book.calendar);
  const lines = linesOf(ctx, book, input.all ?? false);
  const rows = lines.flatMap(({ kpi, editable, channels }) =>
    channels.map((channel) => ({
      kpi: kpi.row.key,
      channel,
      editable: editable && channel !== null,
      cells: cellsOf(asked, kpi, channel),
      total: totalOf(book, kpi, channel, total),
    })),
  );
  return {
    periods: periods.map((period) => isoOf(period.start)),
    total: periodDto(total),
    rows,
    kpis: lines.map(({ kpi }) => faceOf(kpi)),
    channels: book.channelRows.map(channelFace),
    missing: rows.reduce((n, row) => n + row.cells.filter((cell) => cell.state === 'missing').length, 0),
  };
}

export function figureCells(ctx: ReadContext, input: Parsed<'figures.cells'>): Output<'figures.cells'> {
  const asked = askedOf(ctx, input);
  const { book } = asked;
  const total = input.total === undefined ? null : periodOf(input.total, book.calendar);
  return {
    lines: input.lines.map(({ kpi: key, channel }) => {
      const kpi = book.kpiOf(key);
      if (kpi === undefined) return { cells: [], total: null };
      return {
        cells: cellsOf(asked, kpi, channel),
        total: total && totalOf(book, kpi, channel, total),
      };
    }),
  };
}

function askedOf(
  ctx: ReadContext,
  input: Pick<Parsed<'figures.cells'>, 'client' | 'cadence' | 'from' | 'periods'>,
): Asked {
  const book = bookOf(ctx, input.client);
  const first = periodAt(input.cadence, dayOfIso(input.from), book.calendar);
  const periods = Array.from({ length: input.periods }, (_, i) => shiftPeriod(first, i));
  const last = periods.at(-1) ?? first;
  book.expect(first.start, addDays(endOf(last), -1));
  const kinds = new Map<number, boolean>();
  return {
    ctx,
    book,
    periods,
    first,
    last,
    isEdit: (batch) => {
      let edit = kinds.get(batch);
      if (edit === undefined) kinds.set(batch, (edit = getBatch(ctx.store, batch)?.kind === 'edit'));
      return edit;
    },
  };
}

function totalOf(book: ClientBook, kpi: Kpi, channel: string | null, period: Period): GridTotal {
  const { value, coverage } = measure(book, kpi.row.key, channel, period);
  return { value, recorded: coverage?.recorded ?? 0, expected: coverage?.expected ?? 0 };
}

/** What is stored for exactly the periods asked about. */
interface Stored {
  readonly rows: ReadonlyMap<number, FigureRow>;
  readonly noted: ReadonlySet<number>;
  readonly changed: ReadonlySet<number>;
  readonly far: ReadonlyMap<number, UsualRange>;
}

const nothing: Stored = { rows: new Map(), noted: new Set(), changed: new Set(), far: new Map() };

function cellsOf(asked: Asked, kpi: Kpi, channel: string | null): GridCell[] {
  const { book, first, last } = asked;
  const { key } = kpi.row;
  const computed = kpi.definition.timeAggregation === 'formula' || channel === null;
  const points = seriesOf(book, key, channel, first.cadence, middleOf(first), middleOf(last));
  const stored = channel === null ? nothing : storedOf(asked, kpi, channel, computed);
  const expected = computed ? null : expectedOf(book, key, channel);
  return points.map((point) => cellOf(point, stored, expected, computed));
}

function storedOf(asked: Asked, kpi: Kpi, channel: string, computed: boolean): Stored {
  const { ctx, book, periods, first, last } = asked;
  const series = {
    client: book.client.id,
    kpi: kpi.row.id,
    channel: Number(channel),
    cadence: cadenceCode(first.cadence),
  };
  const rows = computed
    ? []
    : seriesFigures(
        ctx.store,
        series.client,
        series.kpi,
        series.channel,
        series.cadence,
        first.start,
        last.start,
      );
  const typed = rows.filter((row) => row.value !== null && asked.isEdit(row.batch)).map((row) => row.day);
  return {
    rows: new Map(rows.map((row) => [row.day, row])),
    noted: new Set(notedDays(ctx.store, series, first.start, last.start)),
    changed: new Set(changedDays(ctx.store, series, first.start, last.start)),
    far: typed.length === 0 ? nothing.far : farOutside(book, kpi.row.key, channel, periods, typed),
  };
}

/** Weeks belong by their fourth day. */
function middleOf(period: Period): Day {
  return period.cadence === 'week' ? addDays(period.start, 3) : period.start;
}

function cellOf(point: SeriesPoint, stored: Stored, expected: Expected | null, computed: boolean): GridCell {
  const { period } = point;
  const row = stored.rows.get(period.start);
  const usual = stored.far.get(period.start);
  const flags = {
    ...(stored.noted.has(period.start) ? { note: true } : {}),
    ...(stored.changed.has(period.start) ? { changed: true } : {}),
    ...(row && (row.flags & figureFlags.provisional) > 0 ? { provisional: true } : {}),
    ...(usual ? { usual } : {}),
  };
  if (row) return { value: row.value, state: row.value === null ? 'notApplicable' : 'recorded', ...flags };
  if (point.state === 'value')
    return { value: point.value, state: computed ? 'computed' : 'rolled', ...flags };
  if (point.state === 'notComputable') {
    const [reason] = point.reasons;
    return { value: null, state: 'notComputable', ...(reason ? { reason } : {}), ...flags };
  }
  if (point.state === 'notApplicable') return { value: null, state: 'notApplicable', ...flags };
  return { value: null, state: isOwed(expected, period) ? 'missing' : 'notExpected', ...flags };
}
