/** Reading figures, clustered by client, KPI, channel, cadence and day. */
import { cadences } from '../../../shared/domain/time.ts';
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface FigureRow {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
  readonly value: number | null;
  readonly batch: number;
  readonly flags: number;
}

/** Flags of a figure: bit 0 is set while its source may still change it, the bits above say which file of its batch. */
export const figureFlags = {
  provisional: 1,
  /** `position` as in `batch_files`, counted from 0. */
  fromFile: (position: number): number => (position + 1) << 1,
  /** `undefined` for a figure that came from no file. */
  fileOf: (flags: number): number | undefined => (flags >> 1 === 0 ? undefined : (flags >> 1) - 1),
} as const;

/** All figures of one KPI in [from, to), ordered by channel, cadence and day. */
export function figuresOf(
  store: ReadStore,
  client: number,
  kpi: number,
  from: number,
  to: number,
): FigureRow[] {
  return statement<number[], FigureRow>(
    store,
    'SELECT kpi, channel, cadence, day, value, batch, flags FROM figures WHERE client = ? AND kpi = ? AND day >= ? AND day < ?',
  ).all(client, kpi, from, to);
}

export interface SeriesStart {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  /** First day of the first figure. */
  readonly day: number;
}

const firstDay = (cadence: number): string =>
  `(SELECT f.day FROM figures f WHERE f.client = q.client AND f.kpi = q.id AND f.channel = c.id AND f.cadence = ${cadence} ORDER BY f.day LIMIT 1)`;
const firstDays = `SELECT q.id, c.id, ${cadences.map((_, i) => firstDay(i)).join(', ')}
  FROM kpis q CROSS JOIN channels c
  WHERE q.client = @client AND c.client = @client
    AND EXISTS (SELECT 1 FROM figures f WHERE f.client = q.client AND f.kpi = q.id AND f.channel = c.id)`;

/**
 * Where a client's KPIs are recorded: every KPI, channel and cadence with its first day. One statement for all of them: a few
 * seeks for each pair of KPI and channel, however many figures there are.
 */
export function seriesOf(store: ReadStore, client: number): SeriesStart[] {
  const rows = statement<{ client: number }, [number, number, ...(number | null)[]]>(store, firstDays)
    .raw()
    .all({ client });
  return rows.flatMap(([kpi, channel, ...days]) =>
    days.flatMap((day, cadence) => (day === null ? [] : [{ kpi, channel, cadence, day }])),
  );
}

/** One series: a client's KPI on a channel at a cadence. */
export interface SeriesKey {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
}

/** Days and values of a series in [from, to), in order, as pairs. */
export function pairsOf(
  store: ReadStore,
  { client, kpi, channel, cadence }: SeriesKey,
  from: number,
  to: number,
): [day: number, value: number | null][] {
  return statement<number[], [number, number | null]>(
    store,
    'SELECT day, value FROM figures WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day >= ? AND day < ?',
  )
    .raw()
    .all(client, kpi, channel, cadence, from, to);
}

/** The newest figure of a series before a day, or the oldest on or after it, as a pair. */
export function nearestFigure(
  store: ReadStore,
  { client, kpi, channel, cadence }: SeriesKey,
  day: number,
  side: 'before' | 'after',
): [day: number, value: number | null] | undefined {
  const [sign, order] = side === 'before' ? ['<', 'DESC'] : ['>=', 'ASC'];
  return statement<number[], [number, number | null]>(
    store,
    `SELECT day, value FROM figures WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day ${sign} ? ORDER BY day ${order} LIMIT 1`,
  )
    .raw()
    .get(client, kpi, channel, cadence, day);
}

/** The newest figure of a daily series at the end of each month from `from` to `to`, both included, as month, day and value. */
export function closingsOf(
  store: ReadStore,
  { client, kpi, channel }: SeriesKey,
  from: number,
  to: number,
): [until: number, day: number, value: number | null][] {
  return statement<object, [number, number, number | null]>(
    store,
    `SELECT m.until, f.day, f.value FROM months m CROSS JOIN figures f
     WHERE m.i BETWEEN @from AND @to AND f.client = @client AND f.kpi = @kpi AND f.channel = @channel AND f.cadence = 0
       AND f.day = (SELECT g.day FROM figures g WHERE g.client = @client AND g.kpi = @kpi AND g.channel = @channel AND g.cadence = 0
                      AND g.day < m.until ORDER BY g.day DESC LIMIT 1)`,
  )
    .raw()
    .all({ client, kpi, channel, from, to });
}

/** A daily series put together by calendar month, from month `from` up to `to` (both included): months without a figure are left out. */
export function monthsOf(
  store: ReadStore,
  { client, kpi, channel }: SeriesKey,
  from: number,
  to: number,
  extremes: boolean,
): [
  month: number,
  all: number,
  recorded: number,
  sum: number | null,
  min?: number | null,
  max?: number | null,
][] {
  return statement<number[], [number, number, number, number | null, (number | null)?, (number | null)?]>(
    store,
    `SELECT m.i, count(*), count(f.value), sum(f.value)${extremes ? ', min(f.value), max(f.value)' : ''}
     FROM months m CROSS JOIN figures f
     WHERE m.i BETWEEN ? AND ? AND f.client = ? AND f.kpi = ? AND f.channel = ? AND f.cadence = 0
       AND f.day >= m.first AND f.day < m.until
     GROUP BY m.i`,
  )
    .raw()
    .all(from, to, client, kpi, channel);
}

export function seriesFigures(
  store: ReadStore,
  client: number,
  kpi: number,
  channel: number,
  cadence: number,
  from: number,
  to: number,
): FigureRow[] {
  return statement<number[], FigureRow>(
    store,
    'SELECT kpi, channel, cadence, day, value, batch, flags FROM figures WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day BETWEEN ? AND ?',
  ).all(client, kpi, channel, cadence, from, to);
}

export function oneFigure(
  store: ReadStore,
  client: number,
  kpi: number,
  channel: number,
  cadence: number,
  day: number,
): FigureRow | undefined {
  return statement<number[], FigureRow>(
    store,
    'SELECT kpi, channel, cadence, day, value, batch, flags FROM figures WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day = ?',
  ).get(client, kpi, channel, cadence, day);
}

/** Figures of a series in [first, last] that are marked as open to correction by their source. */
export function provisionalDays(
  store: ReadStore,
  series: { client: number; kpi: number; channel: number; cadence: number },
  first: number,
  last: number,
): number[] {
  return statement<unknown[], { day: number }>(
    store,
    `SELECT day FROM figures WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day BETWEEN ? AND ? AND flags & 1 = 1`,
  )
    .all(series.client, series.kpi, series.channel, series.cadence, first, last)
    .map((row) => row.day);
}

/** Figures of a KPI on days [from, to) that their source may still change. */
export function provisionalIn(
  store: ReadStore,
  client: number,
  kpi: number,
  from: number,
  to: number,
): Pick<FigureRow, 'channel' | 'cadence' | 'day'>[] {
  return statement<number[], Pick<FigureRow, 'channel' | 'cadence' | 'day'>>(
    store,
    `SELECT channel, cadence, day FROM figures
     WHERE client = ? AND kpi = ? AND day >= ? AND day < ? AND flags & ${figureFlags.provisional}`,
  ).all(client, kpi, from, to);
}

/** A later export said the same of a provisional figure: it stands. */
export function settleFigure(
  store: WriteStore,
  cell: { client: number; kpi: number; channel: number; cadence: number; day: number },
): void {
  statement<unknown[], never>(
    store,
    'UPDATE figures SET flags = flags & ~1 WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day = ?',
  ).run(cell.client, cell.kpi, cell.channel, cell.cadence, cell.day);
}

/** Whether anything was recorded of a KPI on a channel, at whatever cadence. */
export function hasFigures(
  store: ReadStore,
  series: { client: number; kpi: number; channel: number },
): boolean {
  return (
    statement<number[], { one: number }>(
      store,
      'SELECT 1 AS one FROM figures WHERE client = ? AND kpi = ? AND channel = ? LIMIT 1',
    ).get(series.client, series.kpi, series.channel) !== undefined
  );
}

export interface NoteRow {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
  readonly text: string;
}

/** Days of one series in [first, last] that have a note. */
export function notedDays(store: ReadStore, series: SeriesKey, first: number, last: number): number[] {
  return statement<number[], { day: number }>(
    store,
    'SELECT day FROM figure_notes WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day BETWEEN ? AND ?',
  )
    .all(series.client, series.kpi, series.channel, series.cadence, first, last)
    .map(({ day }) => day);
}

/** Spans of live batches in which an absent figure is a zero, of all KPIs of a client. */
export function silentSpansOf(
  store: ReadStore,
  client: number,
): { kpi: number; channel: number; cadence: number; first: number; last: number }[] {
  return statement<number[], { kpi: number; channel: number; cadence: number; first: number; last: number }>(
    store,
    `SELECT s.kpi, s.channel, s.cadence, s.first, s.last FROM silent_spans s JOIN batches b ON b.id = s.batch AND b.live = 1
     WHERE s.client = ? ORDER BY s.kpi, s.channel, s.cadence, s.first`,
  ).all(client);
}

/** Figures of one KPI per batch in a span of days: where a number comes from. */
export function batchesBehind(
  store: ReadStore,
  client: number,
  kpi: number,
  channel: number | null,
  from: number,
  to: number,
): { channel: number; batch: number; label: string; kind: string; at: string; figures: number }[] {
  return statement<
    Record<string, number | null>,
    { channel: number; batch: number; label: string; kind: string; at: string; figures: number }
  >(
    store,
    `SELECT f.channel, f.batch, b.label, b.kind, b.at, count(*) AS figures FROM figures f JOIN batches b ON b.id = f.batch
     WHERE f.client = @client AND f.kpi = @kpi AND (@channel IS NULL OR f.channel = @channel) AND f.day BETWEEN @from AND @to
     GROUP BY f.channel, f.batch ORDER BY f.channel, f.batch DESC`,
  ).all({ client, kpi, channel, from, to });
}

export function insertSilentSpan(
  store: WriteStore,
  span: {
    client: number;
    kpi: number;
    channel: number;
    cadence: number;
    first: number;
    last: number;
    batch: number;
  },
): void {
  statement<typeof span, never>(
    store,
    `INSERT INTO silent_spans (client, kpi, channel, cadence, first, last, batch)
     VALUES (@client, @kpi, @channel, @cadence, @first, @last, @batch) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
  ).run(span);
}

/** Writes a figure's note; `null` removes it. */
export function saveNote(
  store: WriteStore,
  note: Omit<NoteRow, 'text'> & { client: number; text: string | null; at: string },
): void {
  const { client, kpi, channel, cadence, day, text, at } = note;
  if (text === null || text === '') {
    statement<number[], never>(
      store,
      'DELETE FROM figure_notes WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day = ?',
    ).run(client, kpi, channel, cadence, day);
    return;
  }
  statement<unknown[], never>(
    store,
    `INSERT INTO figure_notes (client, kpi, channel, cadence, day, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, at = excluded.at`,
  ).run(client, kpi, channel, cadence, day, text, at);
}
