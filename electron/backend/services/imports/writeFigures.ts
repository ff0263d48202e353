/** One column of figures or of a breakdown into the book, on behalf of a batch. */
import { addFigures, claimFigure, claimUnder, noteSpan } from '../../../store/queries/claims.ts';
import { insertBreakdown } from '../../../store/queries/content.ts';
import { claimSame } from '../../../store/queries/sameClaims.ts';
import {
  figureFlags,
  insertSilentSpan,
  provisionalDays,
  settleFigure,
} from '../../../store/queries/figures.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { WriteContext } from '../../context.ts';
import { provisionalFrom } from './provisional.ts';
import { fate } from './session.ts';
import type { StagedColumn } from './session.ts';

export function idOf(kpis: ReadonlyMap<string, number>, key: string): number {
  const id = kpis.get(key);
  if (id === undefined) throw new Error(`KPI ${key} was not made`);
  return id;
}

/** Call inside the transaction of the batch, with the route's channel made. `position`: the file's, in the batch. */
export function writeColumn(
  ctx: WriteContext,
  client: number,
  batch: number,
  kpis: ReadonlyMap<string, number>,
  staged: StagedColumn,
  position: number,
): void {
  const { column } = staged;
  const channel = staged.route.channel;
  if (channel === null || column.days.length === 0) return;
  const kpi = idOf(kpis, column.kpi);
  const cadence = cadenceCode(column.cadence);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  const open = provisionalFrom(column);
  const source = figureFlags.fromFile(position);
  const added = {
    client,
    kpi,
    channel,
    cadence,
    days: [] as number[],
    values: [] as number[],
    flags: [] as number[],
  };
  const same = { days: [] as number[], values: [] as number[] };
  for (let i = 0; i < column.days.length; i += 1) {
    const day = column.days[i] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
    const code = staged.fates[i];
    const value = column.values[i] ?? Number.NaN;
    if (code === fate.kept) {
      const under = staged.under.get(i);
      if (under !== undefined && column.dimension === undefined)
        claimUnder(ctx.store, batch, { client, kpi, channel, cadence, day }, value, source, under);
      continue;
    }
    if (column.dimension !== undefined) {
      insertBreakdown(ctx.store, {
        client,
        kpi,
        channel,
        cadence,
        day,
        dimension: column.dimension,
        member: column.members?.[i] ?? '',
        value,
        batch,
      });
      continue;
    }
    if (code === fate.unchanged) {
      same.days.push(day);
      same.values.push(value);
      continue;
    }
    const flags = source | (day >= open ? figureFlags.provisional : 0);
    if (code === fate.added) {
      added.days.push(day);
      added.values.push(value);
      added.flags.push(flags);
    } else claimFigure(ctx.store, batch, { client, kpi, channel, cadence, day }, value, flags);
  }
  if (column.dimension !== undefined) return;
  addFigures(ctx.store, batch, added);
  claimSame(ctx.store, batch, { client, kpi, channel, cadence }, same, source);
  settleConfirmed(ctx, staged, { client, kpi, channel, cadence }, first, Math.min(last, open - 1));
  noteSpan(ctx.store, batch, kpi, channel, cadence, first, last);
  if (column.absentMeansZero)
    insertSilentSpan(ctx.store, { client, kpi, channel, cadence, first, last, batch });
}

/** Figures that were provisional and that this file, exported later, leaves as they are. */
function settleConfirmed(
  ctx: WriteContext,
  { column, fates }: StagedColumn,
  series: { client: number; kpi: number; channel: number; cadence: number },
  first: number,
  last: number,
): void {
  const waiting = new Set(provisionalDays(ctx.store, series, first, last));
  if (waiting.size === 0) return;
  for (const [i, day] of column.days.entries())
    if (fates[i] === fate.unchanged && waiting.has(day)) settleFigure(ctx.store, { ...series, day });
}
