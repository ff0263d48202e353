/**
 * Compares what a file says with what the book holds, figure by figure: added, changed, unchanged or kept.
 *
 * Kept is what a person typed (a file never overwrites a hand edit by itself) and what a newer export said. Files of one
 * session are compared in their order: a later file sees what an earlier one will have written.
 */
import { cadenceCode } from '../../../store/rows.ts';
import { filesOf, getBatch } from '../../../store/queries/batches.ts';
import { breakdownValue } from '../../../store/queries/content.ts';
import { emptiedDays } from '../../../store/queries/claims.ts';
import { figureFlags, seriesFigures } from '../../../store/queries/figures.ts';
import type { FigureRow } from '../../../store/queries/figures.ts';
import type { WriteContext } from '../../context.ts';
import type { FigureColumn } from '../../exchange/model.ts';
import { allKpis } from '../../../store/queries/kpis.ts';
import { stageCases } from './cases.ts';
import type { CaseOverlay } from './cases.ts';
import { contentDay, stageItem } from './stageContent.ts';
import { ownerElsewhere } from './owners.ts';
import { foldName } from './routes.ts';
import { rowId } from './rowId.ts';
import { fate, isReady, isTaken, routeKey } from './session.ts';
import type { ImportSession, Route, SessionFile, StagedColumn, Taken } from './session.ts';

/** What earlier files of the session said, by cell. */
type Overlay = Map<string, { readonly value: number; readonly asOf: string | undefined }>;

export function stageSession(ctx: WriteContext, session: ImportSession): void {
  const overlay: Overlay = new Map();
  const cases: CaseOverlay = new Map();
  const shared = sharedSeries(session);
  const origin = batchOrigin(ctx);
  const known = new Map<number, ReadonlyMap<string, number>>();
  const kpisOf = (client: number): ReadonlyMap<string, number> => {
    let kpis = known.get(client);
    if (!kpis)
      known.set(client, (kpis = new Map(allKpis(ctx.store, client).map((row) => [row.key, row.id]))));
    return kpis;
  };
  for (const file of session.files) {
    file.columns = [];
    file.metrics = [];
    file.cases = [];
    if (!isReady(file)) continue;
    const { client } = file.owner;
    const kpis = kpisOf(client);
    // A file that another client's account keeps out is shown, and changes nothing for the others.
    const apart = ownerElsewhere(ctx, client, file) !== null;
    const said: Overlay = apart ? new Map() : overlay;
    file.cases = stageCases(ctx, client, session, file, apart ? new Map() : cases);
    const day = contentDay(ctx, file);
    for (const table of file.inspection.tables) {
      for (const column of table.figures) {
        const route = routeOf(file, column.network, column.account);
        file.columns.push(
          stageColumn(
            ctx,
            kpis,
            origin,
            said,
            shared,
            session.taken,
            { client, file, table: table.name },
            column,
            route,
          ),
        );
      }
      for (const item of table.content) {
        const route = routeOf(file, item.network, item.account);
        file.metrics.push(...stageItem(ctx, kpis, table.name, route, item, day));
      }
    }
  }
}

function routeOf(file: SessionFile, network: string, account: string | undefined): Route {
  const route = file.routes.get(routeKey(network, account));
  if (!route) throw new Error(`no route for ${network}`);
  return route;
}

function seriesKey(client: number, column: FigureColumn, route: Route): string {
  return `${client}|${column.kpi}|${route.channel ?? foldName(route.name)}|${column.cadence}|${column.dimension ?? ''}`;
}

/** Series that more than one column of the session writes: only those need the overlay. */
function sharedSeries(session: ImportSession): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const file of session.files.filter(isReady)) {
    for (const column of file.inspection.tables.flatMap((table) => table.figures)) {
      const key = seriesKey(file.owner.client, column, routeOf(file, column.network, column.account));
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  }
  return shared;
}

/** Who wrote a figure of the book: a person, or an export of some moment. */
interface Origin {
  readonly edit: boolean;
  readonly asOf: string | null;
}
type OriginOf = (held: Held, platform: string | null) => Origin;

function batchOrigin(ctx: WriteContext): OriginOf {
  const known = new Map<string, Origin>();
  return ({ batch: id, flags }, platform) => {
    const position = figureFlags.fileOf(flags);
    const key = `${id}|${position ?? platform}`;
    let origin = known.get(key);
    if (!origin) {
      const batch = getBatch(ctx.store, id);
      // Files of other platforms in the same batch say nothing about this one's age.
      const asOf = filesOf(ctx.store, id)
        .filter((file) =>
          position === undefined
            ? file.status !== 'refused' && file.platform === platform
            : file.position === position,
        )
        .map((file) => file.as_of ?? '')
        .toSorted()
        .at(-1);
      known.set(key, (origin = { edit: batch?.kind === 'edit', asOf: asOf || null }));
    }
    return origin;
  };
}

function stageColumn(
  ctx: WriteContext,
  kpis: ReadonlyMap<string, number>,
  origin: OriginOf,
  overlay: Overlay,
  shared: ReadonlySet<string>,
  taken: Taken,
  { client, file, table }: { readonly client: number; readonly file: SessionFile; readonly table: string },
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
    under: new Map<number, number>(),
  };
  const kpi = kpis.get(column.kpi);
  const held =
    kpi !== undefined && route.channel !== null
      ? bookValues(ctx, client, kpi, route.channel, column)
      : undefined;
  const key = seriesKey(client, column, route);
  const overlaid = shared.has(key);
  const { asOf, platform } = file.inspection;
  for (let i = 0; i < n; i += 1) {
    const value = column.values[i] ?? Number.NaN;
    const cell = overlaid ? `${key}|${column.days[i]}|${column.members?.[i] ?? ''}` : '';
    const earlier = overlaid ? overlay.get(cell) : undefined;
    const row = earlier === undefined ? held?.(i) : undefined;
    const before = earlier?.value ?? row?.value;
    if (before !== undefined && before !== null) staged.before[i] = before;
    const differs = !same(before, value);
    const why = !differs
      ? 0
      : earlier
        ? whyKept({ edit: false, asOf: earlier.asOf ?? null }, asOf)
        : row
          ? whyKept(origin(row, platform), asOf)
          : 0;
    staged.why[i] = why;
    staged.fates[i] =
      row === undefined && earlier === undefined
        ? fate.added
        : !differs
          ? fate.unchanged
          : why > 0 && !isTaken(taken, rowId(file, column, i))
            ? fate.kept
            : fate.changed;
    if (row && staged.fates[i] === fate.kept) staged.under.set(i, row.batch);
    if (overlaid && (why === 0 || staged.fates[i] === fate.changed)) overlay.set(cell, { value, asOf });
  }
  return staged;
}

/** `value` undefined: a person emptied the cell. */
type Held = Pick<FigureRow, 'batch' | 'flags'> & { readonly value: number | null | undefined };

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
      const shown = breakdownValue(ctx.store, {
        client,
        kpi,
        channel,
        cadence,
        day: column.days[i] ?? 0,
        dimension,
        member: column.members?.[i] ?? '',
      });
      return shown && { ...shown, flags: 0 };
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
  const byDay = new Map<number, Held>(rows.map((row) => [row.day, row]));
  const series = { client, kpi, channel, cadence };
  for (const { day, batch } of column.days.length === 0 ? [] : emptiedDays(ctx.store, series, first, last))
    byDay.set(day, { value: undefined, batch, flags: 0 });
  return (i) => byDay.get(column.days[i] ?? 0);
}

function same(before: number | null | undefined, value: number): boolean {
  return typeof before === 'number' && Math.abs(before - value) <= 1e-9 * Math.max(1, Math.abs(before));
}

function whyKept(origin: Origin, asOf: string | undefined): 0 | 1 | 2 {
  if (origin.edit) return 1;
  if (asOf === undefined || origin.asOf === null) return 0;
  // Some exports tell the day alone: on the same day none is older.
  const told = Math.min(asOf.length, origin.asOf.length);
  return asOf.slice(0, told) < origin.asOf.slice(0, told) ? 2 : 0;
}
