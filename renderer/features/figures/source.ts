/**
 * The figures of one view of the grid, fetched as far as they are on screen: lines by lines, columns by pages of
 * columns. What changed in the backend makes all of it old; what is on screen is asked for again, the rest when it
 * comes into view. A line whose figures did not change stays the same object, so that it is not drawn again.
 */
import type { Input, Output } from '../../../shared/contract/api.ts';
import type { GridCell, GridTotal } from '../../../shared/contract/api/figures.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { isoOf, shiftPeriod } from '../../../shared/domain/time.ts';
import type { IsoDate, Period } from '../../../shared/domain/time.ts';
import { isStale } from '../../api/areas.ts';
import { asCallError, callOnce, getTransport } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { seriesKey } from './lines.ts';

/** A KPI on a channel; `null`: all of them. */
export interface Series {
  readonly kpi: string;
  readonly channel: string | null;
}

export interface RowData {
  /** By period; `undefined` where it was not fetched yet. */
  readonly cells: readonly (GridCell | undefined)[];
  readonly total: GridTotal | null | undefined;
}

export interface SourceSpec {
  readonly client: number;
  readonly first: Period;
  readonly count: number;
  /** Each line is rolled up to it, too. */
  readonly total: PeriodDto | null;
}

export interface SourceState {
  /** Raised with every answer. */
  readonly tick: number;
  readonly error: CallError | null;
}

export interface Wanted {
  readonly series: readonly Series[];
  /** Periods, both ends included. */
  readonly from: number;
  readonly to: number;
}

/** Told of each answer: which cells came, and when they were asked for (milliseconds of the clock). */
export type Arrived = (
  series: Series,
  starts: readonly IsoDate[],
  cells: readonly GridCell[],
  row: RowData,
  askedAt: number,
) => void;

export interface CellSource {
  readonly starts: readonly IsoDate[];
  readonly get: () => SourceState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly row: (id: string) => RowData | undefined;
  /** What is on screen, and what lies around it: the first comes first. */
  readonly want: (seen: Wanted, around: readonly Series[]) => void;
  /** Resolves when all of it is there. */
  readonly load: (wanted: Wanted) => Promise<void>;
  readonly isLoaded: (wanted: Wanted) => boolean;
  readonly retry: () => void;
}

/** Columns of one page. */
const PAGE = 40;
/** Cells and lines of one question. */
const CELLS = 4000;
const LINES = 200;
/** Lines kept; those seen longest ago go first. */
const KEPT = 6000;

interface Entry {
  readonly series: Series;
  data: RowData;
  /** The state of the backend (`age`) each page was fetched in; 0: never. */
  readonly ages: Uint32Array;
  totalAge: number;
}

export function createSource(spec: SourceSpec, arrived: Arrived): CellSource {
  const starts = Array.from({ length: spec.count }, (_, i) => isoOf(shiftPeriod(spec.first, i).start));
  const pages = Math.ceil(spec.count / PAGE);
  const entries = new Map<string, Entry>();
  const listeners = new Set<() => void>();
  const loads = new Set<{ readonly wanted: Wanted; readonly done: () => void }>();
  let age = 1;
  let seen: Wanted = { series: [], from: 0, to: 0 };
  let around: readonly Series[] = [];
  let asking = false;
  let unsubscribe: (() => void) | null = null;
  let state: SourceState = { tick: 0, error: null };

  function tell(change: Partial<SourceState>): void {
    state = { ...state, ...change, tick: state.tick + 1 };
    for (const listener of listeners) listener();
  }
  function entryOf(series: Series): Entry {
    const id = seriesKey(series.kpi, series.channel);
    let entry = entries.get(id);
    if (!entry) {
      entry = {
        series,
        data: { cells: Array.from<undefined>({ length: spec.count }), total: undefined },
        ages: new Uint32Array(pages),
        totalAge: 0,
      };
      entries.set(id, entry);
    }
    return entry;
  }
  const lacks = (series: Series, from: number, to: number): boolean => {
    const entry = entries.get(seriesKey(series.kpi, series.channel));
    if (!entry || (spec.total !== null && entry.totalAge !== age)) return true;
    for (let page = from; page <= to; page += 1) if (entry.ages[page] !== age) return true;
    return false;
  };
  const pagesOf = ({ from, to }: Wanted): readonly [number, number] => [
    Math.max(0, Math.floor(from / PAGE)),
    Math.min(pages - 1, Math.floor(Math.max(from, to) / PAGE)),
  ];

  /** The next question: what is seen, then what is waited for, then what lies around. */
  function next(): { readonly series: readonly Series[]; readonly from: number; readonly to: number } | null {
    for (const wanted of [seen, ...[...loads].map((load) => load.wanted), { ...seen, series: around }]) {
      const [first, last] = pagesOf(wanted);
      const found: Series[] = [];
      // Never more columns than one answer holds: the rest is the next question.
      const until = Math.min(last, first + Math.floor(400 / PAGE) - 1);
      let from = first;
      const lacking = wanted.series.find((series) => lacks(series, first, last));
      if (!lacking) continue;
      while (from < last && !wanted.series.some((series) => lacks(series, from, from))) from += 1;
      const to = Math.min(last, Math.max(until, from));
      const most = Math.min(LINES, Math.max(1, Math.floor(CELLS / ((to - from + 1) * PAGE))));
      for (const series of wanted.series) {
        if (found.length >= most) break;
        if (lacks(series, from, to)) found.push(series);
      }
      if (found.length > 0) return { series: found, from, to };
    }
    return null;
  }

  async function pump(): Promise<void> {
    if (asking) return;
    asking = true;
    try {
      for (let ask = next(); ask !== null && listeners.size > 0; ask = next()) {
        const askedAge = age;
        const askedAt = Date.now();
        const from = ask.from * PAGE;
        const count = Math.min(spec.count, (ask.to + 1) * PAGE) - from;
        const answer = await callOnce('figures.cells', {
          client: spec.client,
          cadence: spec.first.cadence,
          from: starts[from] ?? '',
          periods: count,
          lines: ask.series.map(({ kpi, channel }) => ({ kpi, channel })),
          ...(spec.total !== null && { total: spec.total }),
        } satisfies Input<'figures.cells'>);
        take(ask, answer, from, askedAge, askedAt);
      }
    } catch (error) {
      tell({ error: asCallError(error) });
    } finally {
      asking = false;
    }
  }

  function take(
    ask: { readonly series: readonly Series[]; readonly from: number; readonly to: number },
    answer: Output<'figures.cells'>,
    from: number,
    askedAge: number,
    askedAt: number,
  ): void {
    for (const [i, series] of ask.series.entries()) {
      const line = answer.lines[i];
      if (!line) continue;
      const entry = entryOf(series);
      entry.data = merged(entry.data, line.cells, from, line.total);
      for (let page = ask.from; page <= ask.to; page += 1) entry.ages[page] = askedAge;
      entry.totalAge = askedAge;
      arrived(series, starts.slice(from, from + line.cells.length), line.cells, entry.data, askedAt);
    }
    forgetOldest();
    tell({ error: null });
    for (const load of loads)
      if (isLoaded(load.wanted)) {
        loads.delete(load);
        load.done();
      }
  }

  function forgetOldest(): void {
    if (entries.size <= KEPT) return;
    const used = new Set([...seen.series, ...around].map(({ kpi, channel }) => seriesKey(kpi, channel)));
    for (const load of loads)
      for (const { kpi, channel } of load.wanted.series) used.add(seriesKey(kpi, channel));
    for (const id of entries.keys()) {
      if (entries.size <= KEPT * 0.8) break;
      if (!used.has(id)) entries.delete(id);
    }
  }

  /** Fetched at all, be it before a change that is being asked about now. */
  function isLoaded(wanted: Wanted): boolean {
    const [first, last] = pagesOf(wanted);
    return wanted.series.every((series) => {
      const entry = entries.get(seriesKey(series.kpi, series.channel));
      if (!entry) return false;
      for (let page = first; page <= last; page += 1) if (entry.ages[page] === 0) return false;
      return true;
    });
  }

  return {
    starts,
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      if (unsubscribe === null) {
        // What happened while nobody looked is not known.
        age += 1;
        unsubscribe = getTransport().subscribe((event) => {
          if (event.type !== 'changed' || !isStale('figures.cells', { client: spec.client }, event)) return;
          age += 1;
          void pump();
        });
        void pump();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe?.();
        unsubscribe = null;
      };
    },
    row: (id) => entries.get(id)?.data,
    want: (nextSeen, nextAround) => {
      seen = nextSeen;
      around = nextAround;
      if (state.error === null) void pump();
    },
    load: (wanted) =>
      isLoaded(wanted)
        ? Promise.resolve()
        : new Promise((done) => {
            loads.add({ wanted, done });
            void pump();
          }),
    isLoaded,
    retry: () => {
      tell({ error: null });
      void pump();
    },
  };
}

/** The same object where nothing changed. */
function merged(old: RowData, cells: readonly GridCell[], from: number, total: GridTotal | null): RowData {
  let copy: (GridCell | undefined)[] | null = null;
  for (const [i, cell] of cells.entries()) {
    if (sameCell(old.cells[from + i], cell)) continue;
    copy ??= [...old.cells];
    copy[from + i] = cell;
  }
  const kept = total === null ? (old.total ?? null) : total;
  const sameTotal =
    old.total === kept ||
    (old.total && kept
      ? old.total.value === kept.value &&
        old.total.recorded === kept.recorded &&
        old.total.expected === kept.expected
      : false);
  if (copy === null && sameTotal) return old;
  return { cells: copy ?? old.cells, total: sameTotal ? old.total : kept };
}

function sameCell(a: GridCell | undefined, b: GridCell): boolean {
  return (
    a !== undefined &&
    a.value === b.value &&
    a.state === b.state &&
    a.note === b.note &&
    a.changed === b.changed &&
    a.provisional === b.provisional &&
    a.reason === b.reason &&
    a.usual?.from === b.usual?.from &&
    a.usual?.to === b.usual?.to
  );
}
