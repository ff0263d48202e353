/** The way to what is missing: from figure to figure (F8), or to one of the list, whatever columns that needs. */
import { useCallback, useEffect, useRef } from 'react';
import { isoOf, parseIso, periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import { usePlace } from '../../app/index.ts';
import type { GroupLine } from './lines.ts';
import { seriesKey } from './lines.ts';
import type { Sheet } from './plan.ts';
import { at } from './selection.ts';
import { gridCadences, isGridCadence } from './span.ts';
import type { GridSpan } from './span.ts';
import type { GridControl } from './useGrid.ts';
import { spotsOf } from './useOwed.ts';
import type { MissingSpot, Owed } from './useOwed.ts';

export interface MissingInput {
  readonly owed: Owed | undefined;
  readonly sheet: Sheet;
  readonly groups: readonly GroupLine[];
  readonly folded: ReadonlySet<string>;
  readonly fold: (group: string) => void;
  readonly control: GridControl;
  readonly span: GridSpan;
}

export function useMissing(input: MissingInput) {
  const place = usePlace();
  const now = useRef({ ...input, place });
  useEffect(() => {
    now.current = { ...input, place };
  });
  /** A figure to stand on as soon as its column is there. */
  const waiting = useRef<MissingSpot | null>(null);

  const reveal = useCallback((line: string) => {
    const { groups, folded, fold } = now.current;
    const group = groups.find((one) => one.rows.some((row) => row.id === line));
    if (group && folded.has(group.id)) fold(group.id);
  }, []);

  /** Stands on it where its column is shown; false where it is not. */
  const stand = useCallback(
    (spot: MissingSpot): boolean => {
      const { sheet, control, groups } = now.current;
      const { kpi, channel, cadence } = spot.item;
      if (sheet.cadence !== cadence) return false;
      const byChannel = sheet.channels !== null;
      const line = byChannel ? `${kpi}|*` : seriesKey(kpi, channel);
      const col = byChannel
        ? sheet.starts[0] === spot.start
          ? (sheet.channels?.indexOf(Number(channel)) ?? -1)
          : -1
        : sheet.starts.indexOf(spot.start);
      if (col < 0 || !groups.some((group) => group.rows.some((row) => row.id === line))) return false;
      reveal(line);
      control.select(at({ line, col }));
      return true;
    },
    [reveal],
  );

  const go = useCallback(
    (spot: MissingSpot) => {
      if (stand(spot)) return;
      const { place: here, sheet } = now.current;
      const { cadence } = spot.item;
      // The grid has no column of a year: its quarters are the nearest.
      const by = isGridCadence(cadence) ? cadence : gridCadences[gridCadences.length - 1];
      const day = parseIso(spot.start);
      if (day === undefined || by === undefined) return;
      waiting.current = spot;
      const first = sheet.channels === null ? firstColumn() : spot.start;
      here.set({ by, from: first, reach: undefined });

      function firstColumn(): string {
        if (by === 'day') return isoOf(periodAt('month', day ?? here.today, here.calendar).start);
        // Some columns before it, so that one sees what it comes after.
        const shown = now.current.span.cadence === by ? now.current.span.count : 8;
        const holds = periodAt(by ?? 'week', day ?? here.today, here.calendar);
        return isoOf(shiftPeriod(holds, -Math.max(1, Math.floor(shown / 2))).start);
      }
    },
    [stand],
  );
  // The column one waits for comes with the next answer.
  const { sheet: shown } = input;
  useEffect(() => {
    if (waiting.current && shown.periods > 0 && stand(waiting.current)) waiting.current = null;
  }, [shown, stand]);

  const next = useCallback(
    (backwards: boolean) => {
      const { owed, sheet, control } = now.current;
      const spots = spotsOf(owed, sheet.cadence);
      if (spots.length === 0) return;
      const order = new Map(sheet.lines.map((line, i) => [line.id, i]));
      const lineOf = (spot: MissingSpot): string =>
        sheet.channels === null ? seriesKey(spot.item.kpi, spot.item.channel) : `${spot.item.kpi}|*`;
      const own = spots.filter((spot) => spot.item.cadence === sheet.cadence);
      const sorted = [
        ...own.toSorted(
          (a, b) =>
            (order.get(lineOf(a)) ?? Infinity) - (order.get(lineOf(b)) ?? Infinity) ||
            a.start.localeCompare(b.start),
        ),
        ...spots.filter((spot) => spot.item.cadence !== sheet.cadence),
      ];
      const from = control.selection?.active;
      const here = from ? (order.get(from.line) ?? -1) : -1;
      const start = from ? (sheet.starts[from.col] ?? '') : '';
      const after = (spot: MissingSpot): boolean => {
        if (spot.item.cadence !== sheet.cadence) return true;
        const row = order.get(lineOf(spot)) ?? Infinity;
        return row > here || (row === here && spot.start > start);
      };
      const before = (spot: MissingSpot): boolean => {
        if (spot.item.cadence !== sheet.cadence) return false;
        const row = order.get(lineOf(spot)) ?? Infinity;
        return row < here || (row === here && spot.start < start);
      };
      const to = backwards ? (sorted.findLast(before) ?? sorted.at(-1)) : (sorted.find(after) ?? sorted[0]);
      if (to) go(to);
    },
    [go],
  );
  return { next, go, reveal };
}
