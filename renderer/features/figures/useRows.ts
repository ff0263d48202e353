/**
 * The figures of a line as they are shown: what came from the backend with the edits on their way laid over it; over
 * channels, the cells of several series as one row. The same object while nothing in it changed.
 */
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { ChannelFace } from '../../../shared/contract/values.ts';
import { foreseen } from './editLog.ts';
import type { LogState, Pending } from './editLog.ts';
import { seriesKey } from './lines.ts';
import type { FigureLine } from './lines.ts';
import type { CellSource, RowData, Series, SourceState, Wanted } from './source.ts';
import type { GridSpan } from './span.ts';

const empty: RowData = { cells: [], total: undefined };
const nobody = (): (() => void) => () => undefined;
const idle: SourceState = { tick: 0, error: null };

export interface RowsInput {
  readonly source: CellSource | null;
  /** The columns, where they are channels. */
  readonly channels: readonly ChannelFace[] | null;
  readonly pending: LogState['pending'];
  readonly span: GridSpan;
}

export interface Rows {
  readonly state: SourceState;
  readonly row: (line: FigureLine) => RowData;
  /** What has to be fetched for some lines and columns. */
  readonly wanted: (lines: readonly FigureLine[], from: number, to: number) => Wanted;
}

interface Known {
  readonly parts: readonly unknown[];
  readonly data: RowData;
}

export function useRows({ source, channels, pending, span }: RowsInput): Rows {
  const state = useSyncExternalStore(source?.subscribe ?? nobody, source?.get ?? (() => idle));
  const known = useRef(new Map<string, Known>());
  const byLine = useMemo(() => pendingBy(pending, span.cadence), [pending, span.cadence]);
  const { tick } = state;

  const row = useCallback(
    (line: FigureLine): RowData => {
      if (!source) return empty;
      const starts = source.starts;
      if (channels === null) {
        const data = source.row(line.id);
        const stated = byLine.get(`${line.kpi.id}|${line.channelId ?? 0}`);
        if (!data) return empty;
        if (!stated) return data;
        return once(line.id, [data, stated], () => ({
          ...data,
          cells: starts.map((start, col) => withPending(data.cells[col], stated.get(start))),
        }));
      }
      const [start = ''] = starts;
      const cells = channels.map((channel) => {
        const cell = source.row(seriesKey(line.kpi.key, channel.id))?.cells[0];
        return withPending(cell, byLine.get(`${line.kpi.id}|${channel.id}`)?.get(start));
      });
      const total = source.row(seriesKey(line.kpi.key, null))?.total;
      return once(line.id, [...cells, total], () => ({ cells, total }));
    },
    // `tick`: another answer, another function, so that what is drawn from it is drawn anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [source, channels, byLine, tick],
  );

  const wanted = useCallback(
    (lines: readonly FigureLine[], from: number, to: number): Wanted => {
      if (channels === null) return { series: lines.map(seriesOf), from, to };
      const seen = channels.slice(from, to + 1);
      return {
        series: lines.flatMap((line): Series[] => [
          ...seen.map((channel) => ({ kpi: line.kpi.key, channel: channel.id })),
          { kpi: line.kpi.key, channel: null },
        ]),
        from: 0,
        to: 0,
      };
    },
    [channels],
  );
  return { state, row, wanted };

  function once(id: string, parts: readonly unknown[], make: () => RowData): RowData {
    const old = known.current.get(id);
    if (old && old.parts.length === parts.length && old.parts.every((part, i) => part === parts[i]))
      return old.data;
    const data = make();
    if (known.current.size > 4000) known.current.clear();
    known.current.set(id, { parts, data });
    return data;
  }
}

function seriesOf(line: FigureLine): Series {
  return { kpi: line.kpi.key, channel: line.channelId === null ? null : String(line.channelId) };
}

type Stated = ReadonlyMap<string, Pending>;

/** What is on its way, by line and then by first day. */
function pendingBy(pending: LogState['pending'], cadence: string): ReadonlyMap<string, Stated> {
  const found = new Map<string, Map<string, Pending>>();
  for (const [key, one] of pending) {
    const [kpi = '', channel = '', at = '', start = ''] = key.split('|');
    if (at !== cadence) continue;
    const line = `${kpi}|${channel}`;
    const of = found.get(line) ?? new Map<string, Pending>();
    found.set(line, of.set(start, one));
  }
  return found;
}

const drawn = new WeakMap<object, WeakMap<object, GridCell>>();
const notYet: GridCell = { value: null, state: 'notExpected' };

/** The cell as it will be; the same object for the same cell and statement. */
function withPending(cell: GridCell | undefined, stated: Pending | undefined): GridCell | undefined {
  if (!stated) return cell;
  const base = cell ?? notYet;
  let of = drawn.get(stated);
  if (!of) drawn.set(stated, (of = new WeakMap()));
  let made = of.get(base);
  if (!made) of.set(base, (made = foreseen(base, stated.value)));
  return made;
}
