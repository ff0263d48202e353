/**
 * A heat map: periods across, anything down (weekdays, years, members, KPIs). The darker, the more; missing is hatched, not
 * applicable says so, zero is a plain 0. Figures stand in the cells where they have room.
 */
import { formatValue } from '../../shared/domain/format.ts';
import type { Unit } from '../../shared/domain/kpi.ts';
import { shortened } from './explorerParts.ts';
import type { AxisBreak } from './explorer.ts';
import { textWidth } from './frame.ts';
import type { ChartSpec, ChartWords, Size, Slot, SlotState } from './model.ts';
import { overlay } from './overlay.ts';
import type { Mark } from './overlay.ts';
import { tableOf } from './parts.ts';
import { readableOn, withAlpha } from './theme.ts';
import type { ChartTheme } from './theme.ts';

export interface HeatRow {
  readonly name: string;
  readonly unit: Unit;
  /** One per column. */
  readonly values: readonly (number | null)[];
  readonly states: readonly SlotState[];
}

export interface HeatInput {
  readonly columns: readonly Slot[];
  /** From the top down. */
  readonly rows: readonly HeatRow[];
  /** `row`: each row has its own lightest and darkest, as rows of different units must. */
  readonly scale: 'all' | 'row';
  /** Words under the columns where something begins; absent: every column has its label. */
  readonly breaks?: readonly AxisBreak[];
  /** Head of the table's first column, where columns are no periods. */
  readonly head?: string;
  readonly words: ChartWords;
}

const TOP = 8;
const BOTTOM = 30;
const LIGHTEST = 0.06;
const DARKEST = 0.92;

/** How dark a value is, 0 to 1. */
export function shadeOf(value: number, range: readonly [number, number]): number {
  const [low, high] = range;
  return high === low ? 0.5 : (value - low) / (high - low);
}

const alphaOf = (shade: number): number => Number((LIGHTEST + (DARKEST - LIGHTEST) * shade).toFixed(3));

/** Lowest and highest of what a row is measured against; counts and shares begin at 0. */
export function rangeOf(rows: readonly HeatRow[]): readonly [number, number] {
  const known = rows.flatMap((row) => row.values).filter((value) => value !== null);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  // A range far from zero would otherwise be one colour.
  return low > 0 && low < high / 2 ? [0, high] : [low, high];
}

export function heatOption(input: HeatInput, theme: ChartTheme, size: Size): ChartSpec {
  const { columns, rows, words } = input;
  const names = rows.map((row) => shortened(row.name, 190));
  const left = Math.ceil(Math.max(24, ...names.map((name) => textWidth(name)))) + 14;
  const cellWidth = (size.width - left - 8) / Math.max(1, columns.length);
  const cellHeight = (size.height - TOP - BOTTOM) / Math.max(1, rows.length);
  const all = rangeOf(rows);
  const gap = cellWidth < 6 ? 0.25 : 1;
  const marks: Mark[] = rows.flatMap((row, r): Mark[] => {
    const [top, bottom] = [rows.length - r, rows.length - r - 1];
    const range = input.scale === 'row' ? rangeOf([row]) : all;
    const trim = (gap / Math.max(1, cellHeight)) * 0.5;
    const place = (c: number) =>
      ({ kind: 'band', from: c, to: c + 1, inset: gap / 2, top: top - trim, bottom: bottom + trim }) as const;
    const cells = row.values.flatMap((value, c): Mark[] => {
      const state = row.states[c] ?? 'missing';
      if (value === null) {
        if (state === 'notApplicable' && cellWidth > 26)
          return [middleText(c, r, rows.length, words.notApplicable, theme.ink3)];
        return state === 'missing' || state === 'notComputable' ? [{ ...place(c), fill: theme.hatch }] : [];
      }
      const shade = shadeOf(value, range);
      const text = formatValue(value, row.unit, words.style);
      const fits = cellWidth > textWidth(text) + 6 && cellHeight > 15;
      return [
        { ...place(c), fill: withAlpha(theme.now, alphaOf(shade)) },
        ...(fits ? [middleText(c, r, rows.length, text, readableOn(theme, alphaOf(shade)))] : []),
      ];
    });
    return [
      {
        kind: 'text',
        x: 0,
        y: bottom + 0.5,
        dx: -8,
        text: names[r] ?? '',
        color: theme.ink2,
        align: 'right',
      },
      ...cells,
    ];
  });
  return {
    slots: columns.length,
    option: heatFrame(
      columns.length,
      rows.length,
      left,
      [overlay(marks, theme, 2), overlay(axisMarks(input, cellWidth, theme), theme, 6)],
      theme,
    ),
    tip: (index) => {
      const column = columns[index];
      if (column === undefined) return null;
      return {
        title: column.title,
        rows: rows.flatMap((row) => {
          const value = row.values[index] ?? null;
          const state = row.states[index] ?? 'missing';
          if (value === null && state === 'notExpected') return [];
          const text =
            value === null
              ? state === 'notApplicable'
                ? words.notApplicable
                : words.noData
              : formatValue(value, row.unit, words.style);
          return [{ name: row.name, value: text, ...(value === null && { muted: true }) }];
        }),
        notes: [],
      };
    },
    table: tableOf(columns, rows, input.head === undefined ? words : { ...words, period: input.head }),
  };
}

function middleText(c: number, r: number, rows: number, text: string, color: string): Mark {
  return { kind: 'text', x: c + 0.5, y: rows - r - 0.5, text, color };
}

function axisMarks(input: HeatInput, cellWidth: number, theme: ChartTheme): Mark[] {
  const words =
    input.breaks ??
    input.columns.map((column, at) => ({
      at,
      text: cellWidth > 48 ? shortened(column.label, cellWidth - 8) : column.label,
      bold: false,
    }));
  const centred = input.breaks === undefined;
  let free = Number.NEGATIVE_INFINITY;
  return words.flatMap((word): Mark[] => {
    const width = textWidth(word.text);
    const x = (word.at + (centred ? 0.5 : 0)) * cellWidth - (centred ? width / 2 : 0);
    if (x < free) return [];
    free = x + width + 8;
    const bold = word.bold ?? false;
    return [
      {
        kind: 'text',
        x: word.at + (centred ? 0.5 : 0),
        y: 'bottom',
        dx: centred ? 0 : 1,
        dy: 13,
        text: word.text,
        color: bold ? theme.ink1 : theme.axis,
        align: centred ? 'center' : 'left',
        bold,
      },
    ];
  });
}

/** Two axes without lines or words; a line that nobody sees lets the pointer find columns. */
function heatFrame(
  columns: number,
  rows: number,
  left: number,
  marks: readonly object[],
  theme: ChartTheme,
): ChartSpec['option'] {
  const hidden = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { show: false },
    splitLine: { show: false },
  };
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, fontSize: 11 },
    grid: { left, right: 8, top: TOP, bottom: BOTTOM, outerBoundsMode: 'none' },
    xAxis: [
      {
        ...hidden,
        type: 'category',
        data: Array.from({ length: columns }, (_, i) => String(i)),
        axisPointer: {
          show: true,
          type: 'shadow',
          shadowStyle: { color: 'transparent' },
          label: { show: false },
        },
      },
      { ...hidden, type: 'value', min: 0, max: columns, position: 'bottom', axisPointer: { show: false } },
    ],
    yAxis: [{ ...hidden, type: 'value', min: 0, max: rows, axisPointer: { show: false } }],
    tooltip: { trigger: 'axis', show: true },
    series: [
      {
        type: 'line',
        data: Array.from({ length: columns }, () => 0),
        lineStyle: { opacity: 0 },
        itemStyle: { opacity: 0 },
        symbolSize: 0.01,
        silent: true,
        emphasis: { disabled: true },
      },
      ...marks,
    ],
  };
}
