/** What is drawn for a kind of chart: its build over the zoomed slots, its legend, its words. */
import { useMemo } from 'react';
import { usePlace } from '../../app/index.ts';
import {
  asShares,
  breaksOf,
  cutExplorer,
  cutParts,
  explorerOption,
  heatOption,
  notesOf,
  partsOption,
  slotsOf,
  stretchOf,
  useChartWords,
} from '../../charts/index.ts';
import type { Build, ExplorerInput, HeatInput, LegendItem, Part, PartsInput } from '../../charts/index.ts';
import { sidesOf } from '../../../shared/domain/bases.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { Faces } from '../../ui/faces.ts';
import {
  besideValues,
  definitionMarksOf,
  earlierBands,
  forecastMarkOf,
  isTestedAsDrawn,
  limitsBand,
  signalMarksOf,
  startMarksOf,
  trendLineOf,
} from './chartParts.ts';
import type { Finding } from './findings.ts';
import { axisNote, cutHeat, gapItems, heatBody, isAmount, pointMarks, secondValues } from './drawingParts.ts';
import { channelParts, folded, memberParts } from './parts.ts';
import type { ExplorerState } from './useExplorer.ts';
import { rangeOf, whole } from './zoom.ts';
import type { Range } from './zoom.ts';

export interface Drawing {
  readonly build: Build;
  readonly starts: readonly string[];
  /** Slots that are shown of all there are. */
  readonly range: Range;
  readonly legend: readonly LegendItem[];
  /** Nothing to draw. */
  readonly empty: boolean;
  /** Slots of the axis are the periods of the data: points can be opened, the axis zoomed. */
  readonly timed: boolean;
  /** Smaller parts that are not drawn. */
  readonly left: number;
  /** Lightest and darkest of a heat map, as one row is told from another. */
  readonly heat: HeatInput | null;
  readonly limitsDrawn: boolean;
}

export function useDrawing(
  state: ExplorerState,
  data: Explorer,
  faces: Faces,
  findings: readonly Finding[],
): Drawing {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = useChartWords();
  const { kind, choice, breakdown, beside, second, heat, channels } = state;
  const { unit } = data.kpi;
  const name = format.local(data.kpi.name);

  const axis = useMemo(() => {
    const starts = data.points.map((point) => point.start);
    const last = starts.at(-1);
    const end = last === undefined ? '' : isoOf(endOf(toPeriod({ cadence: data.cadence, start: last })));
    const sides = sidesOf(place.period, place.base, place.calendar);
    const chosen = stretchOf(starts, data.cadence, sides.now);
    return {
      starts,
      end,
      slots: slotsOf(starts, data.cadence, format),
      chosen,
      // A base that the axis cuts would be marked as less than it is.
      base:
        sides.base === null || isoOf(addDays(sides.base.from, 3)) < (starts[0] ?? '')
          ? null
          : stretchOf(starts, data.cadence, sides.base),
      /** Words under the slots that are shown. */
      words: (range: Range) => {
        const shown = starts.slice(range.from, range.to);
        const bold = chosen === null ? null : { from: chosen.from - range.from, to: chosen.to - range.from };
        return {
          breaks: breaksOf(shown, data.cadence, format, bold),
          axisNote: axisNote(shown, data.cadence, t.explorer.byStep[data.cadence]),
        };
      },
      notes: notesOf(data.annotations, starts, end, true),
      definitions: [
        ...definitionMarksOf(data, starts, end, format, t),
        ...(kind === 'xmr' ? startMarksOf(data, starts, end, format, t) : []),
      ],
    };
  }, [data, place.period, place.base, place.calendar, format, t, kind]);
  const { starts } = axis;

  const split = breakdown?.split ?? null;
  const dimension = choice.split?.by === 'dim' ? choice.split.dimension : null;
  const parts = useMemo((): readonly Part[] => {
    if (dimension !== null)
      return split === null || split.dimension !== dimension
        ? []
        : memberParts(split, data.points, unit, format.language, t.explorer.parts);
    return channelParts(data, (id) => faces.channel(id) ?? id);
  }, [dimension, split, unit, format.language, t, data, faces]);

  const range = useMemo(() => rangeOf(choice.zoom, starts) ?? whole(starts.length), [choice.zoom, starts]);
  const drawnAsTested = isTestedAsDrawn(data);

  return useMemo((): Drawing => {
    const shared = {
      starts,
      range,
      left: 0,
      heat: null,
      timed: true,
      limitsDrawn: false,
      empty: data.points.every((point) => point.value === null),
    };
    if (kind === 'heat') {
      const input = {
        ...heatBody({
          mode: choice.split === null ? heat : 'parts',
          data,
          parts,
          slots: axis.slots,
          breaks: axis.words(whole(starts.length)).breaks,
          beside,
          channels,
          calendar: place.calendar,
          head: t.explorer.heat.kpi,
          format,
        }),
        words,
      };
      const timed = heat === 'parts' || choice.split !== null;
      return {
        ...shared,
        timed,
        heat: input,
        empty: input.rows.every((row) => row.values.every((value) => value === null)),
        build: (theme, size) =>
          heatOption(
            timed
              ? cutHeat(input, range, input.breaks === undefined ? undefined : axis.words(range).breaks)
              : input,
            theme,
            size,
          ),
        legend: gapItems(
          t,
          input.rows.some((row) => row.states.includes('missing')),
        ),
      };
    }
    if (choice.split !== null && (kind === 'line' || kind === 'stacked')) {
      const adds = state.offers.find((offer) => offer.kind === 'stacked')?.why === null;
      const { parts: named, left } = folded(
        parts,
        adds && kind === 'stacked',
        t.explorer.parts.other,
        Math.max(0, (split?.count ?? 0) - (split?.members.length ?? 0)) * (dimension === null ? 0 : 1),
      );
      const shown = choice.share && kind === 'stacked' ? asShares(named) : named;
      const input: PartsInput = {
        slots: axis.slots,
        parts: kind === 'line' ? shown.filter((part) => part.role !== 'rest') : shown,
        shape: kind === 'stacked' ? 'stacked' : 'line',
        whole:
          adds && !choice.share
            ? { name: t.explorer.parts.whole, unit, values: data.points.map((point) => point.value) }
            : null,
        notes: axis.notes,
        definitions: axis.definitions,
        breaks: [],
        axisNote: '',
        chosen: axis.chosen,
        base: axis.base,
        words,
      };
      const gaps = data.points.some(
        (point, i) =>
          point.state !== 'notExpected' && shown.every((part) => (part.values[i] ?? null) === null),
      );
      return {
        ...shared,
        left,
        empty: shown.every((part) => part.values.every((value) => value === null)),
        build: (theme, size) =>
          partsOption({ ...cutParts(input, range.from, range.to), ...axis.words(range) }, theme, size),
        legend: gapItems(t, gaps),
      };
    }
    const limits = kind === 'xmr' && drawnAsTested ? limitsBand(data, format, t) : null;
    const other = kind === 'combined' ? secondValues(beside, second?.id, starts, format) : null;
    const marks = pointMarks(data.points, t.explorer.point);
    const signals = limits === null ? [] : signalMarksOf(findings, data, format, t);
    const flow = data.forecast !== null;
    const input: ExplorerInput = {
      slots: axis.slots,
      now: {
        name,
        unit,
        values: data.points.map((point) => point.value),
        states: data.points.map((point) => point.state),
      },
      then: kind === 'combined' ? null : besideValues(data, format, t),
      shape: kind === 'bar' || (kind === 'combined' && isAmount(state.kpi)) ? 'bar' : 'line',
      second: other,
      marks,
      earlier: limits === null ? [] : earlierBands(data, format, t),
      goals: data.goals,
      goalLabel: (goal, from) => {
        const start = starts[from];
        return from === 0 || start === undefined
          ? t.charts.goalLine(goal)
          : t.explorer.goalFrom(goal, format.date(start, 'short'));
      },
      limits,
      signals,
      notes: axis.notes,
      definitions: axis.definitions,
      trend: kind === 'xmr' || kind === 'line' ? trendLineOf(data, format, t) : null,
      forecast: flow ? forecastMarkOf(data, format, t) : null,
      breaks: [],
      axisNote: '',
      chosen: axis.chosen,
      base: axis.base,
      words,
    };
    const named = (start: string): string => format.period({ cadence: data.cadence, start }, 'medium');
    const now: LegendItem = { swatch: input.shape === 'bar' ? 'now' : 'nowLine', text: name };
    return {
      ...shared,
      limitsDrawn: limits !== null,
      build: (theme, size) =>
        explorerOption({ ...cutExplorer(input, range.from, range.to), ...axis.words(range) }, theme, size),
      legend: [
        now,
        ...(other === null
          ? []
          : [{ swatch: 'line' as const, text: `${other.name}, ${t.explorer.second.axis}` }]),
        ...(limits === null || data.limits === null
          ? []
          : [
              {
                swatch: 'band' as const,
                text: t.explorer.usualRange(named(data.limits.from), named(data.limits.to)),
              },
            ]),
        ...(signals.some((signal) => signal.outside)
          ? [{ swatch: 'ring' as const, text: t.explorer.outside }]
          : []),
        ...(marks.some((mark) => mark !== null)
          ? [{ swatch: 'open' as const, text: t.explorer.point.openPoint }]
          : []),
        ...gapItems(
          t,
          data.points.some((point) => point.state === 'missing'),
        ),
      ],
    };
  }, [
    kind,
    data,
    axis,
    starts,
    range,
    parts,
    split,
    dimension,
    choice,
    heat,
    beside,
    second,
    channels,
    findings,
    drawnAsTested,
    name,
    unit,
    words,
    format,
    t,
    place.calendar,
    state,
  ]);
}
