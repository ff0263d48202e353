/** Small parts of the figures screen: its width, its sheet, the label of the total, the way to what is missing. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { unitsIn } from '../../../shared/domain/period.ts';
import { endOf } from '../../../shared/domain/time.ts';
import type { Day, IsoDate } from '../../../shared/domain/time.ts';
import { monthName } from '../../../shared/domain/format.ts';
import { civilOf } from '../../../shared/domain/time.ts';
import { commandKey } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { toPeriod } from '../../i18n/period.ts';
import type { TotalLabel } from './cellText.tsx';
import type { FigureLine, Line } from './lines.ts';
import type { Sheet } from './plan.ts';
import type { Spot } from './selection.ts';
import { columnHead } from './span.ts';
import type { GridCadence } from './span.ts';

/** Inner width of an element, without its scroll bar; `null` before it is there. */
export function useWidth(): readonly [width: number | null, ref: (element: HTMLElement | null) => void] {
  const [width, setWidth] = useState<number | null>(null);
  const observer = useRef<{ disconnect(): void } | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!element) return;
    setWidth(element.clientWidth);
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    observer.current = watch;
  }, []);
  return [width, ref];
}

/** The grid as the pure rules see it. */
export function useSheet(
  lines: readonly Line[],
  starts: readonly IsoDate[],
  cadence: GridCadence,
  kpis: readonly ClientKpi[] | undefined,
): Sheet {
  const { style } = useFormat();
  return useMemo(() => {
    const places = new Map(lines.map((line, i) => [line.id, i]));
    const bounds = new Map((kpis ?? []).map((kpi) => [kpi.id, kpi.definition]));
    return {
      lines,
      starts,
      cadence,
      style,
      periods: starts.length,
      indexOf: (line) => places.get(line) ?? -1,
      bounds: (line) => bounds.get(line.kpi.id) ?? {},
    };
  }, [lines, starts, cadence, style, kpis]);
}

/** `October` over `W40 to W44`; a year over its name alone. */
export function useTotalLabel(total: PeriodDto | undefined, cadence: GridCadence, today: Day): TotalLabel {
  const { calendar, language, period: periodText } = useFormat();
  const start = total?.start;
  const of = total?.cadence;
  return useMemo(() => {
    if (start === undefined || of === undefined) return { name: '', detail: '', running: false };
    const period = toPeriod({ cadence: of, start });
    const running = endOf(period) > today;
    if (of !== 'month') return { name: periodText(period, 'long'), detail: '', running };
    const { month, year } = civilOf(period.start);
    const long = monthName(month, language, 'long');
    const name = long.charAt(0).toUpperCase() + long.slice(1);
    if (cadence !== 'week') return { name, detail: String(year), running };
    const weeks = unitsIn('week', { from: period.start, to: endOf(period) }, calendar);
    const [first, last] = [weeks[0], weeks.at(-1)];
    if (!first || !last) return { name, detail: '', running };
    const to = language === 'es' ? 'a' : 'to';
    return {
      name,
      detail: `${columnHead(first, calendar, language)[0]} ${to} ${columnHead(last, calendar, language)[0]}`,
      running,
    };
  }, [start, of, cadence, today, calendar, language, periodText]);
}

/** The newest column that is over; the last one where all are, or none is. */
export function newestClosed(starts: readonly IsoDate[], cadence: GridCadence, today: Day): number {
  const closed = starts.findLastIndex((start) => endOf(toPeriod({ cadence, start })) <= today);
  return closed >= 0 ? closed : Math.max(0, starts.length - 1);
}

export function missingIn(rows: readonly FigureLine[]): readonly Spot[] {
  return rows.flatMap((line) =>
    line.cells.flatMap((cell, col) => (cell.state === 'missing' ? [{ line: line.id, col }] : [])),
  );
}

export function kpisIn(rows: readonly FigureLine[]): number {
  return new Set(rows.map((row) => row.kpi.id)).size;
}

/** The missing cell after (before) a spot, row by row; round the end to the first. */
export function nextOf(
  missing: readonly Spot[],
  rows: readonly FigureLine[],
  from: Spot | undefined,
  back: boolean,
): Spot | undefined {
  const order = new Map(rows.map((row, i) => [row.id, i]));
  const rank = (spot: Spot): number => (order.get(spot.line) ?? -1) * 1000 + spot.col;
  const here = from ? rank(from) : -1;
  return back
    ? (missing.findLast((spot) => rank(spot) < here) ?? missing.at(-1))
    : (missing.find((spot) => rank(spot) > here) ?? missing[0]);
}

/** Undo, redo and F8, wherever on the screen the focus is; a text field keeps its own undo. */
export function useScreenKeys(
  travel: (way: 'undo' | 'redo') => Promise<void>,
  goToMissing: (back: boolean) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F8') {
        event.preventDefault();
        goToMissing(event.shiftKey);
        return;
      }
      const { target } = event;
      const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (typing || !commandKey(event)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      void travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [travel, goToMissing]);
}
