/** What the screen shows, from the address and the backend: the span, the rows as the edits on their way make them. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import { parseIso } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { editLogOf, foreseen } from './editLog.ts';
import type { LogState } from './editLog.ts';
import { columnsThatFit } from './geometry.ts';
import { cellKey, groupsOf } from './lines.ts';
import type { FigureLine, GroupLine } from './lines.ts';
import { isGridCadence, spanOf, usualCadence } from './span.ts';
import type { GridCadence } from './span.ts';
import { unitText } from './typed.ts';

export function useFigures(width: number | null) {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const format = useFormat();
  const kpis = useCall('kpis.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const [computed, setComputed] = useState(true);
  const [words, setWords] = useState('');
  const all = place.param('all') === '1';
  const wished = place.param('by');
  const cadence: GridCadence = isGridCadence(wished)
    ? wished
    : usualCadence((kpis.data ?? []).map((kpi) => kpi.definition.cadence));
  const span = useMemo(
    () =>
      spanOf(
        {
          cadence,
          from: parseIso(place.param('from') ?? ''),
          holds: place.period,
          fits: columnsThatFit(width ?? 0),
        },
        place.today,
        place.calendar,
      ),
    [cadence, place, width],
  );
  const grid = useCall(
    'figures.grid',
    width === null || kpis.data === undefined
      ? null
      : {
          client: client.id,
          cadence,
          from: toDto(span.first).start,
          periods: span.count,
          ...(all && { all }),
        },
  );

  const log = editLogOf(client.id);
  const logState = useSyncExternalStore(log.subscribe, log.get);
  const { data } = grid;
  // The columns of the answer at hand: while the next one is on its way, the last one stays as it was asked.
  const shown = useShownCadence(data, cadence, grid.isPlaceholderData);
  const kras = catalogue.data?.kras;
  const asAnswered = useMemo(() => {
    if (!data) return [];
    const rank = new Map((kras ?? []).map((kra, i) => [kra.key, i]));
    const names = new Map((kras ?? []).map((kra) => [kra.key, format.local(kra.name)]));
    return groupsOf(
      data,
      {
        local: format.local,
        unitText: (unit) => unitText(unit, format.style),
        allChannels: t.figures.all,
        area: (kra) => names.get(kra) ?? kra,
        rank: (kra) => rank.get(kra) ?? rank.size,
      },
      { computed, words },
    );
  }, [data, kras, format, t, computed, words]);
  const groups = useMemo(
    () => withPending(asAnswered, logState.pending, shown, data?.periods ?? []),
    [asAnswered, logState.pending, shown, data],
  );

  useEffect(() => {
    if (!data || logState.pending.size === 0) return;
    const cells = new Map<string, GridCell>();
    for (const { line, key, at } of cellsOf(asAnswered, shown, data.periods)) {
      const cell = line.cells[at];
      if (cell && logState.pending.has(key)) cells.set(key, cell);
    }
    log.settle((key) => cells.get(key), grid.dataUpdatedAt);
  }, [data, asAnswered, shown, grid.dataUpdatedAt, log, logState.pending]);

  return {
    kpis: kpis.data,
    error: kpis.error ?? grid.error,
    retry: () => void (kpis.error ? kpis : grid).refetch(),
    data,
    dimmed: grid.isPlaceholderData,
    span,
    shown,
    groups,
    log,
    logState,
    filter: { computed, setComputed, words, setWords, all },
  };
}

/** The cadence of the answer on screen, which lags behind the one asked for while a new answer is on its way. */
function useShownCadence(data: object | undefined, cadence: GridCadence, stale: boolean): GridCadence {
  const [shown, setShown] = useState(cadence);
  if (!stale && data && shown !== cadence) setShown(cadence);
  return stale ? shown : cadence;
}

function* cellsOf(groups: readonly GroupLine[], cadence: GridCadence, starts: readonly string[]) {
  for (const group of groups)
    for (const line of group.rows) {
      if (line.channelId === null) continue;
      for (const [at, start] of starts.entries())
        yield { line, at, key: cellKey({ kpi: line.kpi.id, channel: line.channelId, cadence, start }) };
    }
}

/** Groups with what is on its way put in place. Lines without any stay the same objects. */
function withPending(
  groups: readonly GroupLine[],
  pending: LogState['pending'],
  cadence: GridCadence,
  starts: readonly string[],
): readonly GroupLine[] {
  if (pending.size === 0) return groups;
  const changed = new Map<FigureLine, GridCell[]>();
  for (const { line, at, key } of cellsOf(groups, cadence, starts)) {
    const stated = pending.get(key);
    const cell = line.cells[at];
    if (!stated || !cell) continue;
    const cells = changed.get(line) ?? [...line.cells];
    cells[at] = foreseen(cell, stated.value);
    changed.set(line, cells);
  }
  if (changed.size === 0) return groups;
  return groups.map((group) =>
    group.rows.some((line) => changed.has(line))
      ? { ...group, rows: group.rows.map((line) => replaced(line, changed.get(line))) }
      : group,
  );
}

function replaced(line: FigureLine, cells: readonly GridCell[] | undefined): FigureLine {
  return cells ? { ...line, cells } : line;
}
