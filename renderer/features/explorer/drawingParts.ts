/** Pieces of what the explorer draws: heat maps by mode, the second line, marks of points, words of the axis. Pure. */
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { Explorer, ExplorerPoint, ExplorerSeries } from '../../../shared/contract/api/explorer.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { addDays, isoOf } from '../../../shared/domain/time.ts';
import type { Calendar } from '../../../shared/domain/time.ts';
import type { HeatInput, LegendItem, Part, PointMark, Values } from '../../charts/index.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { dayOfIso } from '../../i18n/period.ts';
import type { HeatMode } from './choice.ts';
import { kpiHeat, monthHeat, partsHeat, weekdayHeat } from './heatRows.ts';
import type { Range } from './zoom.ts';

export interface HeatQuestion {
  readonly mode: HeatMode;
  readonly data: Explorer;
  readonly parts: readonly Part[];
  readonly slots: HeatInput['columns'];
  readonly breaks: NonNullable<HeatInput['breaks']>;
  readonly beside: ExplorerSeries | undefined;
  readonly channels: readonly Channel[];
  readonly calendar: Calendar;
  /** Head of the column of channels. */
  readonly head: string;
  readonly format: Format;
}

export function heatBody(of: HeatQuestion): Omit<HeatInput, 'words'> {
  const { data, format } = of;
  switch (of.mode) {
    case 'parts':
      return partsHeat(of.parts, of.slots, of.breaks);
    case 'weekday':
      return weekdayHeat(data.points, data.kpi.unit, of.calendar, format);
    case 'month':
      return monthHeat(data.points, data.kpi.unit, format);
    case 'kpis':
      return kpiHeat(
        (of.beside?.series ?? []).flatMap((one) => {
          const [point] = one.points;
          if (point === undefined || one.channel === null) return [];
          const { key, name, unit } = one.kpi;
          return [{ kpi: key, name: format.local(name), unit, channel: one.channel, point }];
        }),
        of.channels.map((one) => ({ id: String(one.id), name: one.name })),
        of.head,
      );
  }
}

/** The course of a second KPI over the slots of the axis; `null` while it is not known. */
export function secondValues(
  beside: ExplorerSeries | undefined,
  kpi: number | undefined,
  starts: readonly string[],
  format: Format,
): Values | null {
  const found = beside?.series.find((one) => one.kpi.id === kpi);
  if (found === undefined) return null;
  const byStart = new Map(found.points.map((point) => [point.start, point]));
  const points = starts.map((start) => byStart.get(start));
  return {
    name: format.local(found.kpi.name),
    unit: found.kpi.unit,
    values: points.map((point) => point?.value ?? null),
    states: points.map((point) => point?.state ?? 'notExpected'),
  };
}

export function gapItems(t: Catalogue, there: boolean): LegendItem[] {
  return there ? [{ swatch: 'gap', text: t.explorer.notRecorded }] : [];
}

export function pointMarks(
  points: readonly ExplorerPoint[],
  words: { readonly provisional: string; readonly thin: string },
): PointMark[] {
  return points.map((point) => {
    if (point.value === null) return null;
    if (point.provisional === true) return { kind: 'provisional', text: words.provisional };
    return point.thin === true ? { kind: 'thin', text: words.thin } : null;
  });
}

export function cutHeat(input: HeatInput, range: Range, breaks: HeatInput['breaks']): HeatInput {
  if (range.from <= 0 && range.to >= input.columns.length) return input;
  return {
    ...input,
    columns: input.columns.slice(range.from, range.to),
    rows: input.rows.map((row) => ({
      ...row,
      values: row.values.slice(range.from, range.to),
      states: row.states.slice(range.from, range.to),
    })),
    ...(breaks !== undefined && { breaks }),
  };
}

function anchorOf(start: string, cadence: Explorer['cadence']): string {
  return cadence === 'week' ? isoOf(addDays(dayOfIso(start), 3)) : start;
}

export function axisNote(starts: readonly string[], cadence: Explorer['cadence'], step: string): string {
  const year = (start: string | undefined): string | undefined =>
    start === undefined ? undefined : anchorOf(start, cadence).slice(0, 4);
  const [first, last] = [year(starts[0]), year(starts.at(-1))];
  if (first === undefined || last === undefined) return step;
  return first === last ? `${first}, ${step}` : `${first}–${last}, ${step}`;
}

/** Amounts stand on zero as bars; a level or a rate is a line. */
export function isAmount(kpi: ClientKpi | null): boolean {
  return kpi?.definition.timeAggregation === 'sum';
}
