/** The lines and bars of an explorer's chart: the KPI itself, its base, a second KPI. */
import { lineSeries } from './lines.ts';
import type { Values } from './model.ts';
import { haloLine } from './parts.ts';
import type { Stretch } from './slots.ts';
import type { ChartTheme } from './theme.ts';

/** Said of one point; `null`: nothing. */
export type PointMark = { readonly kind: 'provisional' | 'thin'; readonly text: string } | null;

export interface ExplorerLines {
  readonly now: Values;
  readonly then: Values | null;
  readonly second: Values | null;
  readonly shape: 'line' | 'bar';
  readonly marks: readonly PointMark[];
  /** Slots of the period asked about: solid among pale bars. */
  readonly chosen: Stretch | null;
}

export function explorerSeries(
  lines: ExplorerLines,
  dots: boolean,
  theme: ChartTheme,
): Record<string, unknown>[] {
  const { now, then, second, shape } = lines;
  const base = then === null ? [] : [lineSeries(then, theme.then, 1.25, false, theme)];
  const over = second === null ? [] : haloLine(second, theme, 1);
  if (shape === 'bar') return [barSeries(lines, theme), ...base, ...over];
  return [
    ...base,
    lineSeries(now, theme.now, 1.75, dots, theme),
    ...openPoints(now, lines.marks, theme),
    ...over,
  ];
}

/** Points that may still change, or stand on too little, are open; what may change has a dotted edge. */
function openPoints(now: Values, marks: readonly PointMark[], theme: ChartTheme): Record<string, unknown>[] {
  return (['thin', 'provisional'] as const).flatMap((kind) => {
    if (marks.every((mark) => mark?.kind !== kind)) return [];
    return [
      {
        type: 'line',
        name: `${now.name} ${kind}`,
        z: 5,
        connectNulls: false,
        showSymbol: true,
        showAllSymbol: true,
        symbol: 'circle',
        symbolSize: 7,
        data: now.values.map((value, i) => (marks[i]?.kind === kind ? value : null)),
        lineStyle: { width: 0 },
        itemStyle: {
          color: theme.surface,
          borderColor: theme.now,
          borderWidth: 1.5,
          borderType: kind === 'provisional' ? 'dotted' : 'solid',
        },
        emphasis: { disabled: true },
        silent: true,
      },
    ];
  });
}

function barSeries(
  { now, marks, chosen }: Pick<ExplorerLines, 'now' | 'marks' | 'chosen'>,
  theme: ChartTheme,
): Record<string, unknown> {
  const solid = (i: number): boolean => chosen === null || (i >= chosen.from && i < chosen.to);
  return {
    type: 'bar',
    name: now.name,
    z: 2,
    barCategoryGap: now.values.length > 60 ? '12%' : '30%',
    barMaxWidth: 40,
    emphasis: { disabled: true },
    silent: true,
    data: now.values.map((value, i) => {
      const mark = marks[i] ?? null;
      const color = solid(i) ? theme.now : theme.nowPale;
      return {
        value,
        itemStyle:
          mark === null
            ? { color }
            : {
                color: theme.surface,
                borderColor: theme.now,
                borderWidth: 1,
                borderType: mark.kind === 'provisional' ? [2, 2] : 'solid',
              },
      };
    }),
  };
}
