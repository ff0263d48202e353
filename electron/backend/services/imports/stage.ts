/**
 * Compares what a file says with what the book holds, figure by figure: added, changed, unchanged or kept.
 *
 * Kept is what a person typed (a file never overwrites a hand edit by itself) and what a newer export said. Files of one
 * session are compared in their order: a later file sees what an earlier one will have written.
 */
import { cadenceCode } from '../../../store/rows.ts';
import { filesOf, getBatch } from '../../../store/queries/batches.ts';
import { breakdownValue, metricOf } from '../../../store/queries/content.ts';
import { seriesFigures } from '../../../store/queries/figures.ts';
import type { FigureRow } from '../../../store/queries/figures.ts';
import type { WriteContext } from '../../context.ts';
import type { FigureColumn } from '../../exchange/model.ts';
import { allKpis } from '../../../store/queries/kpis.ts';
import { fate, isReady, routeKey } from './session.ts';
import type { FateCode, ImportSession, Route, SessionFile, StagedColumn, StagedMetric } from './session.ts';

/** Values of earlier files of the session, by cell. */
type Overlay = Map<string, number>;

export function stageSession(ctx: WriteContext, session: ImportSession): void {
  const kpis = new Map(allKpis(ctx.store, session.client).map((row) => [row.key, row.id]));
  const overlay: Overlay = new Map();
  const shared = sharedSeries(session);
  const origin = batchOrigin(ctx);
  for (const file of session.files) {
    file.columns = [];
    file.metrics = [];
    if (!isReady(file)) continue;
    for (const table of file.inspection.tables) {
      for (const column of table.figures) {
        const route = routeOf(file, column.network, column.account);
        file.columns.push(
          stageColumn(ctx, session.client, kpis, origin, overlay, shared, file, table.name, column, route),
        );
      }
      for (const item of table.content) {
        const route = routeOf(file, item.network, item.account);
        for (const [kpi, value] of Object.entries(item.metrics))
          file.metrics.push(stageMetric(ctx, kpis, table.name, route, kpi, item, value));
      }
    }
  }
}

function routeOf(file: SessionFile, network: string, account: string | undefined): Route {
  const route = file.routes.get(routeKey(network, account));
  if (!route) throw new Error(`no route for ${network}`);
  return route;
}

function seriesKey(column: FigureColumn, route: Route): string {
  return `${column.kpi}|${route.channel ?? route.name}|${column.cadence}|${column.dimension ?? ''}`;
}

/** Series that more than one column of the session writes: only those need the overlay. */
function sharedSeries(session: ImportSession): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const file of session.files.filter(isReady)) {
    for (const column of file.inspection.tables.flatMap((table) => table.figures)) {
      const key = seriesKey(column, routeOf(file, column.network, column.account));
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  }
  return shared;
}

type Origin = (batch: number) => { edit: boolean; asOf: string | null };

function batchOrigin(ctx: WriteContext): Origin {
  const known = new Map<number, { edit: boolean; asOf: string | null }>();
  return (id) => {
    let origin = known.get(id);
    if (!origin) {
      const batch = getBatch(ctx.store, id);
      const asOf = filesOf(ctx.store, id)
        .map((file) => file.as_of ?? '')
        .toSorted()
        .at(-1);
      known.set(id, (origin = { edit: batch?.kind === 'edit', asOf: asOf || null }));
    }
    return origin;
  };
}

function stageColumn(
  ctx: WriteContext,
  client: number,
  kpis: ReadonlyMap<string, number>,
  origin: Origin,
  overlay: Overlay,
  shared: ReadonlySet<string>,
  file: SessionFile,
  table: string,
  column: FigureColumn,
  route: Route,
): StagedColumn {
  const n = column.days.length;
  const staged = {
    table,
    column,
    route,
    cadence: column.cadence,
    fates: new Uint8Array(n),
    before: new Float64Array(n).fill(Number.NaN),
    why: new Uint8Array(n),
  };
  const kpi = kpis.get(column.kpi);
  const held =
    kpi !== undefined && route.channel !== null
      ? bookValues(ctx, client, kpi, route.channel, column)
      : undefined;
  const key = seriesKey(column, route);
  const overlaid = shared.has(key);
  for (let i = 0; i < n; i += 1) {
    const value = column.values[i] ?? Number.NaN;
    const cell = overlaid ? `${key}|${column.days[i]}|${column.members?.[i] ?? ''}` : '';
    const earlier = overlaid ? overlay.get(cell) : undefined;
    const row = earlier === undefined ? held?.(i) : undefined;
    const before = earlier ?? row?.value;
    if (before !== undefined && before !== null) staged.before[i] = before;
    const why =
      row && before !== null && !same(before, value) ? whyKept(origin(row.batch), file.inspection.asOf) : 0;
    staged.why[i] = why;
    staged.fates[i] =
      row === undefined && earlier === undefined
        ? fate.added
        : same(before, value)
          ? fate.unchanged
          : why > 0
            ? fate.kept
            : fate.changed;
    if (overlaid && why === 0) overlay.set(cell, value);
  }
  return staged;
}

type Held = Pick<FigureRow, 'value' | 'batch'>;

/** What the book holds for the i-th figure of a column. */
function bookValues(
  ctx: WriteContext,
  client: number,
  kpi: number,
  channel: number,
  column: FigureColumn,
): (i: number) => Held | undefined {
  const cadence = cadenceCode(column.cadence);
  if (column.dimension !== undefined) {
    const { dimension } = column;
    return (i) => {
      const value = breakdownValue(ctx.store, {
        client,
        kpi,
        channel,
        cadence,
        day: column.days[i] ?? 0,
        dimension,
        member: column.members?.[i] ?? '',
      });
      return value === undefined ? undefined : { value, batch: 0 };
    };
  }
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of column.days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const rows =
    column.days.length === 0 ? [] : seriesFigures(ctx.store, client, kpi, channel, cadence, first, last);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  return (i) => byDay.get(column.days[i] ?? 0);
}

function same(before: number | null | undefined, value: number): boolean {
  return typeof before === 'number' && Math.abs(before - value) <= 1e-9 * Math.max(1, Math.abs(before));
}

function whyKept(origin: { edit: boolean; asOf: string | null }, asOf: string | undefined): 0 | 1 | 2 {
  if (origin.edit) return 1;
  return asOf !== undefined && origin.asOf !== null && asOf < origin.asOf ? 2 : 0;
}

function stageMetric(
  ctx: WriteContext,
  kpis: ReadonlyMap<string, number>,
  table: string,
  route: Route,
  kpi: string,
  item: StagedMetric['item'],
  value: number,
): StagedMetric {
  const id = kpis.get(kpi);
  const held =
    id !== undefined && route.channel !== null
      ? metricOf(ctx.store, route.channel, item.externalId, id)
      : undefined;
  const code: FateCode =
    held === undefined ? fate.added : same(held.value, value) ? fate.unchanged : fate.changed;
  return { table, route, kpi, item, fate: code, before: held?.value ?? null, value };
}
