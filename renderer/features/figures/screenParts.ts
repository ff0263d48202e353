/** Small parts of the figures screen: its width, its sheet, the label of the total, the way to what is missing. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { allowedOf } from '../../../shared/domain/allowed.ts';
import { unitsIn } from '../../../shared/domain/period.ts';
import { endOf } from '../../../shared/domain/time.ts';
import type { Day, IsoDate } from '../../../shared/domain/time.ts';
import { monthName } from '../../../shared/domain/format.ts';
import { civilOf } from '../../../shared/domain/time.ts';
import { commandKey } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import type { TotalLabel } from './cellText.tsx';
import type { FigureLine, Line } from './lines.ts';
import type { Contents } from './geometry.ts';
import type { Sheet } from './plan.ts';
import { rowsIn } from './selection.ts';
import type { Block } from './selection.ts';
import { MOST_CELLS } from './stats.ts';
import type { useFigures } from './useFigures.ts';
import type { BlockRows } from './useGrid.ts';
import { columnHead } from './span.ts';
import type { GridCadence, GridSpan } from './span.ts';

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
export function useSheet(figures: ReturnType<typeof useFigures>, lines: readonly Line[]): Sheet {
  const { style, calendar } = useFormat();
  const { channels, span, kpis, rows, source } = figures;
  const places = useMemo(() => new Map(lines.map((line, i) => [line.id, i])), [lines]);
  const bounds = useMemo(
    () => new Map((kpis ?? []).map((kpi) => [kpi.id, allowedOf(kpi.definition)])),
    [kpis],
  );
  const starts = useMemo((): readonly IsoDate[] => {
    const own = source?.starts ?? [];
    return channels === null ? own : channels.map(() => own[0] ?? '');
  }, [source, channels]);
  const columns = useMemo(
    () => ({
      channels: channels && channels.map((channel) => Number(channel.id)),
      channelNames: channels && channels.map((channel) => channel.name),
    }),
    [channels],
  );
  return useMemo(
    () => ({
      lines,
      starts,
      ...columns,
      cadence: span.cadence,
      style,
      calendar,
      periods: starts.length,
      indexOf: (line) => places.get(line) ?? -1,
      bounds: (line) => bounds.get(line.kpi.id) ?? {},
      row: rows.row,
    }),
    [lines, starts, columns, span.cadence, style, calendar, places, bounds, rows.row],
  );
}

/** What the grid's columns are measured by: all names, and the figures that came so far. */
export function useContents(figures: ReturnType<typeof useFigures>, sheet: Sheet): Contents {
  const { lines, channels, data, ruler } = figures;
  const { units, names } = useMemo(
    () => ({
      names: [...new Set(lines.map((line) => line.name))],
      units: [...new Set(lines.map((line) => line.unitText))],
    }),
    [lines],
  );
  const channelNames = useMemo(
    () => (channels === null ? [...new Set(lines.map((line) => line.channel))].concat(data ? [''] : []) : []),
    [channels, lines, data],
  );
  // Names stand on two lines: their longest word has to fit.
  const heads = useMemo(
    () => (sheet.channelNames ?? []).flatMap((name) => name.split(/\s+/)),
    [sheet.channelNames],
  );
  // Grows with what came, never shrinks while the same columns are shown.
  const { figure, total } = ruler;
  return useMemo(
    () => ({ names, channels: channelNames, units, heads, figure, total }),
    [names, channelNames, units, heads, figure, total],
  );
}

/** Fetching what a selection holds, for sums and copies. */
export function useBlockRows(figures: ReturnType<typeof useFigures>, sheet: Sheet): BlockRows {
  const { source, rows } = figures;
  const { wanted } = rows;
  return useMemo(() => {
    const of = (block: Block) =>
      wanted(
        rowsIn(sheet, block).map(({ line }) => line),
        block.left,
        Math.min(block.right, sheet.periods - 1),
      );
    const cells = (block: Block): number => (block.bottom - block.top + 1) * (block.right - block.left + 1);
    return {
      isLoaded: (block) => cells(block) <= MOST_CELLS && (source?.isLoaded(of(block)) ?? false),
      load: (block) => {
        if (cells(block) > MOST_CELLS) return false;
        void source?.load(of(block));
        return true;
      },
    };
  }, [source, wanted, sheet]);
}

/** `October` over `W40 to W44`; a year over its name alone; over channels, all of them. */
export function useTotalLabel(total: PeriodDto | null, span: GridSpan, today: Day): TotalLabel {
  const { calendar, language, period: periodText } = useFormat();
  const t = useT();
  const { cadence } = span;
  const ownRunning = endOf(span.first) > today;
  const start = total?.start;
  const of = total?.cadence;
  return useMemo(() => {
    if (start === undefined || of === undefined)
      return { name: t.figures.all, detail: t.figures.channelsWord, running: ownRunning };
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
  }, [start, of, cadence, today, calendar, language, periodText, t, ownRunning]);
}

/** The newest column that is over; the last one where all are, or none is. */
export function newestClosed(starts: readonly IsoDate[], cadence: GridCadence, today: Day): number {
  const closed = starts.findLastIndex((start) => endOf(toPeriod({ cadence, start })) <= today);
  return closed >= 0 ? closed : Math.max(0, starts.length - 1);
}

export function kpisIn(lines: readonly FigureLine[]): number {
  return new Set(lines.map((line) => line.kpi.id)).size;
}

/** Undo, redo, find and F8, wherever on the screen the focus is; a text field keeps its own undo. */
export function useScreenKeys(
  travel: (way: 'undo' | 'redo') => Promise<void>,
  goToMissing: (back: boolean) => void,
  find: () => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F8') {
        event.preventDefault();
        goToMissing(event.shiftKey);
        return;
      }
      if (commandKey(event) && !event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        find();
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
  }, [travel, goToMissing, find]);
}
