/** What the screen shows, from the address and the backend: view and span, the lines, and their figures as far as seen. */
import { useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import type { ChannelFace, KpiFace } from '../../../shared/contract/values.ts';
import { coarserOf } from '../../../shared/domain/coarser.ts';
import { parseIso, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Cadence } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { editLogOf } from './editLog.ts';
import { columnsThatFit, widest } from './geometry.ts';
import { groupsOf, linesOf } from './lines.ts';
import type { FigureLine, View } from './lines.ts';
import { createSource } from './source.ts';
import type { CellSource } from './source.ts';
import { isGridCadence, isReach, spanOf, usualCadence } from './span.ts';
import type { GridCadence, GridSpan } from './span.ts';
import { shownText, unitText } from './typed.ts';
import { useRows } from './useRows.ts';

const noLines: readonly FigureLine[] = [];

/** Widths of the widest figures that came so far, in pixels: columns grow with them and never shrink under the reader. */
interface Ruler {
  figure: number;
  total: number;
}

export function useFigures(width: number | null) {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const format = useFormat();
  const { style, local } = format;
  const kpis = useCall('kpis.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const [computed, setComputed] = useState(true);
  const [words, setWords] = useState('');
  const lateWords = useDeferredValue(words);
  const all = place.param('all') === '1';
  const view: View = place.param('view') === 'channels' ? 'channels' : 'periods';
  const listed = useCall('figures.lines', { client: client.id, ...(all && { all }) });
  const { data } = listed;

  const wished = place.param('by');
  const usual = useMemo(
    () => usualCadence((kpis.data ?? []).map((kpi): Cadence => kpi.definition.cadence)),
    [kpis.data],
  );
  const cadence: GridCadence = isGridCadence(wished) ? wished : view === 'channels' ? 'month' : usual;
  const reach = place.param('reach');
  const from = parseIso(place.param('from') ?? '');
  const fits = columnsThatFit(width ?? 0);
  const span = useMemo(
    () =>
      spanOf(
        { view, cadence, from, holds: place.period, fits, reach: isReach(reach) ? reach : 'screen' },
        place.today,
        place.calendar,
      ),
    [view, cadence, from, reach, fits, place.period, place.today, place.calendar],
  );

  const allLines = useMemo(
    () =>
      data
        ? linesOf(
            data,
            {
              local,
              unitText: (unit) => unitText(unit, style),
              allChannels: t.figures.all,
            },
            view,
          )
        : noLines,
    [data, local, style, t, view],
  );
  const kras = catalogue.data?.kras;
  const areas = useMemo(() => {
    const rank = new Map((kras ?? []).map((kra, i) => [kra.key, i]));
    const names = new Map((kras ?? []).map((kra) => [kra.key, local(kra.name)]));
    return {
      name: (kra: string) => names.get(kra) ?? kra,
      rank: (kra: string) => rank.get(kra) ?? rank.size,
    };
  }, [kras, local]);
  const groups = useMemo(
    () => groupsOf(allLines, areas, { computed, words: lateWords }),
    [allLines, areas, computed, lateWords],
  );

  const log = editLogOf(client.id);
  const logState = useSyncExternalStore(log.subscribe, log.get);
  const ready = width !== null && kpis.data !== undefined && data !== undefined;
  const { source, ruler } = useSource(span, ready ? data.kpis : null);
  const channels = useMemo(
    (): readonly ChannelFace[] | null => (view === 'channels' ? (data?.channels ?? []) : null),
    [view, data],
  );
  const rows = useRows({ source, channels, pending: logState.pending, span });

  return {
    kpis: kpis.data,
    data: ready ? data : undefined,
    error: kpis.error ?? listed.error ?? rows.state.error,
    retry: () => {
      if (kpis.error) void kpis.refetch();
      else if (listed.error) void listed.refetch();
      else source?.retry();
    },
    view,
    span,
    channels,
    lines: allLines,
    groups,
    rows,
    source,
    ruler,
    log,
    logState,
    filter: { computed, setComputed, words, setWords, all },
  };

  /** One source for as long as the same periods of the same client are looked at. */
  function useSource(of: GridSpan, kpiFaces: readonly KpiFace[] | null) {
    const key = `${client.id} ${of.cadence} ${of.first.start} ${of.count} ${view}`;
    const asked = kpiFaces !== null;
    return useMemo((): { readonly source: CellSource | null; readonly ruler: Ruler } => {
      const made: Ruler = { figure: 0, total: 0 };
      if (!asked) return { source: null, ruler: made };
      const faces = new Map(kpiFaces.map((kpi) => [kpi.key, kpi]));
      const periods = Array.from({ length: of.count }, (_, i) => shiftPeriod(of.first, i));
      const total = view === 'channels' ? of.first : coarserOf(periods, place.today, place.calendar);
      return {
        ruler: made,
        source: createSource(
          { client: client.id, first: of.first, count: of.count, total: toDto(total) },
          (series, starts, cells, row, askedAt) => {
            const kpi = faces.get(series.kpi);
            if (kpi) {
              const { unit } = kpi;
              const widthOf = (values: readonly (number | null)[]): number =>
                widest(
                  extremes(values, unit.kind === 'duration').map((value) => shownText(value, unit, style)),
                  400,
                );
              made.figure = Math.max(made.figure, widthOf(cells.map((cell) => cell.value)));
              made.total = Math.max(made.total, widthOf([row.total?.value ?? null]) * 1.06);
            }
            if (kpi && series.channel !== null)
              log.settle(
                { kpi: kpi.id, channel: Number(series.channel) },
                of.cadence,
                starts,
                cells,
                askedAt,
              );
          },
        ),
      };
      // The key names all that another source is made for.
      // oxlint-disable-next-line react-hooks/exhaustive-deps
    }, [key, asked, kpiFaces, style, log]);
  }
}

/** The values that can be the widest: durations are wide by what they hold, others by their size. */
function extremes(values: readonly (number | null)[], all: boolean): readonly number[] {
  const numbers = values.filter((value) => value !== null);
  if (all || numbers.length < 3) return numbers;
  return [
    numbers.reduce((a, b) => Math.min(a, b)),
    numbers.reduce((a, b) => Math.max(a, b)),
    // 0.25 is wider than 1.
    numbers.find((value) => !Number.isInteger(value)) ?? 0,
  ];
}
