/** A course laid out as a heat map: weekdays by week, months by year, parts by period, KPIs by channel. Pure. */
import type { Part } from '../../charts/explorerParts.ts';
import type { HeatInput, HeatRow } from '../../charts/heat.ts';
import type { SlotState } from '../../charts/model.ts';
import { breaksOf } from '../../charts/slots.ts';
import type { Format } from '../../i18n/format.tsx';
import { dayOfIso } from '../../i18n/period.ts';
import { monthName } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { addDays, civilOf, isoOf, periodAt, weekdayOf } from '../../../shared/domain/time.ts';
import type { Calendar } from '../../../shared/domain/time.ts';

export interface Point {
  readonly start: string;
  readonly value: number | null;
  readonly state: SlotState;
}

type Body = Omit<HeatInput, 'words'>;

/** A Monday: days of the week are named from it. */
const MONDAY = dayOfIso('2024-01-01');

/** Days as rows from the client's first day of the week on, weeks as columns. */
export function weekdayHeat(points: readonly Point[], unit: Unit, calendar: Calendar, format: Format): Body {
  const [first] = points;
  const last = points.at(-1);
  const weeks: string[] = [];
  if (first !== undefined && last !== undefined) {
    let at = periodAt('week', dayOfIso(first.start), calendar).start;
    for (; at <= dayOfIso(last.start); at = addDays(at, 7)) weeks.push(isoOf(at));
  }
  const byDay = new Map(points.map((point) => [point.start, point]));
  const rows = Array.from({ length: 7 }, (_, i): HeatRow => {
    const cells = weeks.map((week) => byDay.get(isoOf(addDays(dayOfIso(week), i))));
    const day = addDays(weeks[0] === undefined ? MONDAY : dayOfIso(weeks[0]), i);
    return {
      name: weekdayName(weekdayOf(day), format.language),
      unit,
      values: cells.map((cell) => cell?.value ?? null),
      states: cells.map((cell) => cell?.state ?? 'notExpected'),
    };
  });
  return {
    columns: weeks.map((start) => ({
      label: format.period({ cadence: 'week', start }, 'axis'),
      title: format.period({ cadence: 'week', start }, 'long'),
    })),
    rows,
    scale: 'all',
    breaks: breaksOf(weeks, 'week', format, null),
  };
}

/** Years as rows, newest last; months as columns. */
export function monthHeat(points: readonly Point[], unit: Unit, format: Format): Body {
  const years = [...new Set(points.map((point) => point.start.slice(0, 4)))];
  const byMonth = new Map(points.map((point) => [point.start.slice(0, 7), point]));
  const months = Array.from({ length: 12 }, (_, i) => i + 1);
  return {
    columns: months.map((month) => ({
      label: monthName(month, format.language, 'short'),
      title: capital(monthName(month, format.language, 'long')),
    })),
    rows: years.map((year): HeatRow => {
      const cells = months.map((month) => byMonth.get(`${year}-${String(month).padStart(2, '0')}`));
      return {
        name: year,
        unit,
        values: cells.map((cell) => cell?.value ?? null),
        states: cells.map((cell) => cell?.state ?? 'notExpected'),
      };
    }),
    scale: 'all',
  };
}

/** Parts as rows over the periods of the axis. */
export function partsHeat(
  parts: readonly Part[],
  columns: HeatInput['columns'],
  breaks: NonNullable<HeatInput['breaks']>,
): Body {
  return {
    columns,
    rows: parts
      .filter((part) => part.role !== 'rest')
      .map((part) => ({
        name: part.name,
        unit: part.unit,
        values: part.values,
        states: part.states ?? part.values.map((value) => (value === null ? 'missing' : 'value')),
      })),
    scale: 'all',
    ...(columns.length > 14 && { breaks }),
  };
}

export interface KpiCell {
  readonly kpi: string;
  readonly name: string;
  readonly unit: Unit;
  readonly channel: string;
  readonly point: Point;
}

/** KPIs as rows, channels as columns, in one period; a row of nothing is left out. */
export function kpiHeat(
  cells: readonly KpiCell[],
  channels: readonly { readonly id: string; readonly name: string }[],
  head: string,
): Body {
  const filled = new Set(cells.filter((cell) => cell.point.value !== null).map((cell) => cell.channel));
  const columns = channels.filter((channel) => filled.has(channel.id));
  const rows = [...Map.groupBy(cells, (cell) => cell.kpi).values()].flatMap((own): HeatRow[] => {
    const [first] = own;
    const found = columns.map((channel) => own.find((cell) => cell.channel === channel.id));
    if (first === undefined || found.every((cell) => (cell?.point.value ?? null) === null)) return [];
    return [
      {
        name: first.name,
        unit: first.unit,
        values: found.map((cell) => cell?.point.value ?? null),
        states: found.map((cell) => cell?.point.state ?? 'notExpected'),
      },
    ];
  });
  return {
    columns: columns.map((channel) => ({ label: channel.name, title: channel.name })),
    rows,
    scale: 'row',
    head,
  };
}

function weekdayName(weekday: number, language: string): string {
  const day = addDays(MONDAY, weekday - 1);
  const { year, month, day: date } = civilOf(day);
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, date)),
  );
  return capital(name);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
