/** Chart builders: what is drawn, in which role, and that nothing is drawn where nothing is known. */
import { describe, expect, test } from 'vitest';
import { comboOption } from '../../renderer/charts/combo.ts';
import { explorerOption } from '../../renderer/charts/explorer.ts';
import { lineOption } from '../../renderer/charts/lines.ts';
import type { ChartSpec, ChartWords, Slot, Values } from '../../renderer/charts/model.ts';
import { movingRangeOption, movingRanges } from '../../renderer/charts/movingRange.ts';
import { paceOption } from '../../renderer/charts/pace.ts';
import { joinSmall, stackedOption } from '../../renderer/charts/stacked.ts';
import type { ChartTheme } from '../../renderer/charts/theme.ts';

const theme: ChartTheme = {
  font: 'sans-serif',
  ink1: 'ink1',
  ink2: 'ink2',
  ink3: 'ink3',
  surface: 'surface',
  line1: 'line1',
  line2: 'line2',
  line3: 'line3',
  now: 'now',
  nowText: 'nowText',
  nowPale: 'pale',
  then: 'then',
  goal: 'goal',
  limit: 'limit',
  natural: 'natural',
  grid: 'grid',
  axis: 'axis',
  categories: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'],
  hatch: 'hatch',
  met: 'met',
  risk: 'risk',
  off: 'off',
};
const words: ChartWords = {
  style: { language: 'en', numberFormat: '1,234.5', currency: 'EUR' },
  noData: 'no data',
  notApplicable: 'n/a',
  goal: 'Goal',
  period: 'Period',
  others: 'Other channels',
};
const size = { width: 720, height: 260 };
const slotsOf = (n: number): Slot[] =>
  Array.from({ length: n }, (_, i) => ({ label: `P${i}`, title: `Period ${i}` }));
const count = (name: string, values: readonly (number | null)[]): Values => ({
  name,
  unit: { kind: 'count' },
  values,
});

interface Series {
  readonly type: string;
  readonly name?: string;
  readonly stack?: string;
  readonly connectNulls?: boolean;
  readonly smooth?: unknown;
  readonly data: readonly unknown[];
  readonly renderItem?: (params: unknown, api: unknown) => { children: readonly Shape[] };
}
interface Shape {
  readonly type: string;
  readonly style: Readonly<Record<string, unknown>>;
  readonly shape?: Readonly<Record<string, unknown>>;
}
const seriesOf = (spec: ChartSpec): readonly Series[] => spec.option['series'] as readonly Series[];
const ofType = (spec: ChartSpec, type: string): readonly Series[] =>
  seriesOf(spec).filter((series) => series.type === type);

/** Everything the overlays draw, on a plot of 100 x 100 px at the origin where data and pixels are the same. */
function drawn(spec: ChartSpec): Shape[] {
  return ofType(spec, 'custom').flatMap((series) =>
    series.data.flatMap((_, dataIndex) => {
      const params = { dataIndex, coordSys: { x: 0, y: 0, width: 100, height: 100 } };
      return series.renderItem?.(params, { coord: ([x, y]: [number, number]) => [x, y] }).children ?? [];
    }),
  );
}
const texts = (spec: ChartSpec): string[] =>
  drawn(spec).flatMap((shape) => (shape.type === 'text' ? [String(shape.style['text'])] : []));
const text = (spec: ChartSpec, wanted: string): Shape | undefined =>
  drawn(spec).find((shape) => shape.style['text'] === wanted);

describe('combo', () => {
  const spec = comboOption(
    {
      slots: slotsOf(6),
      bars: count('Interactions', [1000, 1200, null, 1100, 1300, 1560]),
      line: {
        name: 'Engagement rate',
        unit: { kind: 'percent' },
        values: [0.04, 0.041, null, 0.043, 0.044, 0.048],
      },
      now: { from: 5, to: 6 },
      base: { from: 1, to: 2 },
      goals: [1400, 1400, 1400, 1400, 1500, 1500],
      goalLabel: (goal) => `goal ${goal}`,
      notes: [{ at: 3.5, mark: '1', text: 'Forum moved' }],
      words,
    },
    theme,
    size,
  );

  test('the present period is the accent, the base grey, the others pale', () => {
    const [bars] = ofType(spec, 'bar');
    const colors = bars?.data.map((item) => (item as { itemStyle: { color: string } }).itemStyle.color);
    expect(colors).toEqual(['pale', 'then', 'pale', 'pale', 'pale', 'now']);
  });

  test('several periods together stand out as such, without the values of single ones', () => {
    const several = comboOption(
      {
        slots: slotsOf(6),
        bars: count('Interactions', [1000, 1200, 1250, 1100, 1300, 1560]),
        now: { from: 3, to: 6 },
        base: { from: 0, to: 3 },
        goals: [],
        goalLabel: String,
        notes: [],
        words,
      },
      theme,
      size,
    );
    const [bars] = ofType(several, 'bar');
    const colors = bars?.data.map((item) => (item as { itemStyle: { color: string } }).itemStyle.color);
    expect(colors).toEqual(['then', 'then', 'then', 'now', 'now', 'now']);
    expect(texts(several)).not.toContain('1,560');
  });

  test('bars stand on zero and share at most five intervals with the second axis', () => {
    const axes = spec.option['yAxis'] as readonly { min: number; max: number; interval: number }[];
    const counts = axes.map((axis) => Math.round((axis.max - axis.min) / axis.interval));
    expect(axes.map((axis) => axis.min)).toEqual([0, 0]);
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(5);
  });

  test('a gap is a hatched band with words, and no line crosses it', () => {
    expect(drawn(spec).filter((shape) => shape.style['fill'] === 'hatch')).toHaveLength(1);
    expect(texts(spec)).toContain('no data');
    for (const line of ofType(spec, 'line')) {
      expect(line.connectNulls).toBe(false);
      expect(line.data[2]).toBeNull();
    }
  });

  test('the second axis has its line twice: a halo in the surface colour under the ink', () => {
    const colors = ofType(spec, 'line').map(
      (line) => (line as unknown as { lineStyle: { color: string } }).lineStyle.color,
    );
    expect(colors).toEqual(['surface', 'ink1']);
  });

  test('the goal steps where it changes and is named once per height', () => {
    expect(texts(spec).filter((t) => t.startsWith('goal '))).toEqual(['goal 1,400', 'goal 1,500']);
    const steps = drawn(spec).filter(
      (shape) => shape.type === 'polyline' && shape.style['stroke'] === 'goal',
    );
    expect(steps.map((shape) => shape.shape?.['points'])).toEqual([
      [
        [0, 1400],
        [4, 1400],
      ],
      [
        [4, 1400],
        [4, 1500],
        [6, 1500],
      ],
    ]);
    expect(steps[0]?.style['lineDash']).toEqual([4, 3]);
  });

  test('compared periods are bold with their values under the axis', () => {
    expect(text(spec, 'P5')?.style['fontWeight']).toBe(600);
    expect(text(spec, 'P1')?.style['fontWeight']).toBe(600);
    expect(text(spec, 'P0')?.style['fontWeight']).toBe(400);
    expect(text(spec, '1,560')?.style['fill']).toBe('nowText');
    expect(text(spec, '1,200')).toBeDefined();
  });

  test('nothing is animated or smoothed', () => {
    expect(spec.option['animation']).toBe(false);
    expect(seriesOf(spec).every((series) => series.smooth === undefined)).toBe(true);
  });

  test('the pointer and the table say the same, a gap in words or empty, never 0', () => {
    expect(spec.tip(5)?.rows.map((row) => row.value)).toEqual(['1,560', '4.8\u202f%', '1,500']);
    expect(spec.tip(2)?.rows[0]?.value).toBe('no data');
    expect(spec.tip(3)?.notes).toEqual(['1  Forum moved']);
    expect(spec.table.rows[2]).toEqual(['Period 2', '', '', '1,400']);
    expect(spec.table.rows[5]).toEqual(['Period 5', '1,560', '4.8\u202f%', '1,500']);
  });
});

describe('stacked', () => {
  const parts = [count('Instagram', [10, 20, 30]), count('TikTok', [5, null, 15])];
  const spec = stackedOption({ slots: slotsOf(3), parts, now: 2, words }, theme, size);

  test('channels stack in category colours and are named beside the last bar', () => {
    const bars = ofType(spec, 'bar');
    expect(bars.map((bar) => bar.stack)).toEqual(['all', 'all']);
    expect(texts(spec)).toEqual(expect.arrayContaining(['Instagram', 'TikTok']));
    const swatches = drawn(spec).filter(
      (shape) => shape.type === 'rect' && ['c1', 'c2'].includes(String(shape.style['fill'])),
    );
    expect(swatches).toHaveLength(2);
  });

  test('a bar that lacks a channel carries a hatched cap', () => {
    expect(drawn(spec).filter((shape) => shape.style['fill'] === 'hatch')).toHaveLength(1);
  });

  test('more than six channels: five stay, the small ones are added up, gaps stay gaps', () => {
    const many = [8, 7, 6, 5, 4, 3, 2].map((n) => count(`C${n}`, [n, null]));
    const joined = joinSmall(many, 'Other channels');
    expect(joined.map((part) => part.name)).toEqual(['C8', 'C7', 'C6', 'C5', 'C4', 'Other channels']);
    expect(joined.at(-1)?.values).toEqual([5, null]);
  });
});

test('lines: now in the accent, the year before in grey, both named at their ends', () => {
  const spec = lineOption(
    {
      slots: slotsOf(4),
      now: count('2026', [5, 6, null, 8]),
      then: count('2025', [4, 4, 5, 5]),
      goals: [],
      goalLabel: String,
      at: 3,
      words,
    },
    theme,
    size,
  );
  const colors = ofType(spec, 'line').map((line) => [
    line.name,
    (line as unknown as { lineStyle: { color: string } }).lineStyle.color,
  ]);
  expect(colors).toEqual([
    ['2025', 'then'],
    ['2026', 'now'],
  ]);
  expect(texts(spec)).toEqual(expect.arrayContaining(['2025', '2026']));
  expect(drawn(spec).filter((shape) => shape.style['fill'] === 'hatch')).toHaveLength(1);
});

describe('explorer', () => {
  const values = [10, 11, 9, 30, null, 14, 15, 15];
  const spec = explorerOption(
    {
      slots: slotsOf(8),
      now: count('2026', values),
      then: count('2025', [8, 8, 8, 8, 8, 8, 8, 8]),
      goals: [12, 12, 12, 12, 13, 13, 13, 13],
      goalLabel: (goal, from) => (from === 0 ? `goal ${goal}` : `goal ${goal} from P${from}`),
      limits: {
        centre: 11,
        lower: 6,
        upper: 16,
        from: 1,
        to: 8,
        upperLabel: 'upper limit 16',
        lowerLabel: 'lower limit 6',
      },
      signals: [
        { at: 3, mark: '1', text: 'outside', run: 1, side: 'above', outside: true, runLabel: '' },
        { at: 7, mark: '2', text: 'run', run: 3, side: 'above', outside: false, runLabel: '3 above centre' },
      ],
      notes: [{ at: 2, mark: 'A', text: 'Campaign' }],
      definitions: [{ at: 1, label: 'definition changed', text: 'Replies count' }],
      trend: { from: 1, to: 7, first: 9, last: 15, label: 'trend +1 a week' },
      forecast: null,
      breaks: [
        { at: 0, text: 'Jan' },
        { at: 4, text: 'Feb', bold: true },
      ],
      axisNote: '2026, by week',
      chosen: { from: 4, to: 8 },
      base: { from: 0, to: 4 },
      words,
    },
    theme,
    size,
  );

  test('limits are dashed over a pale band', () => {
    expect(drawn(spec).some((shape) => shape.style['fill'] === 'natural')).toBe(true);
    const dashed = drawn(spec).filter(
      (shape) => shape.style['stroke'] === 'limit' && Array.isArray(shape.style['lineDash']),
    );
    expect(dashed.map((shape) => shape.style['lineDash'])).toEqual([
      [5, 3],
      [5, 3],
    ]);
    expect(texts(spec)).toEqual(expect.arrayContaining(['upper limit 16', 'lower limit 6']));
  });

  test('a point outside is ringed and numbered, a run is bracketed and named', () => {
    const rings = drawn(spec).filter((shape) => shape.type === 'circle' && shape.style['stroke'] === 'ink1');
    expect(rings).toHaveLength(1);
    expect(rings[0]?.shape).toMatchObject({ cx: 3.5, cy: 30 });
    expect(texts(spec)).toEqual(expect.arrayContaining(['1', '2', '3 above centre', 'A', 'goal 13 from P4']));
  });

  test('the chosen period is a thick stroke on the axis, its base one in grey, its word bold', () => {
    const strokes = drawn(spec).filter(
      (shape) => shape.type === 'polyline' && shape.style['lineWidth'] === 3,
    );
    expect(strokes.map((shape) => shape.style['stroke'])).toEqual(['then', 'ink1']);
    expect(text(spec, 'Feb')?.style['fontWeight']).toBe(600);
  });

  test('a changed definition is a solid line with its words, the trend a line with its slope', () => {
    expect(texts(spec)).toEqual(expect.arrayContaining(['definition changed', 'trend +1 a week']));
    const solid = drawn(spec).find(
      (shape) => shape.type === 'line' && (shape.style['lineDash'] as unknown[]).length === 0,
    );
    expect(solid?.shape?.['x1']).toBe(1.5);
  });

  test('a forecast is dotted from the last whole point, its band opens from there', () => {
    const ahead = explorerOption(
      {
        slots: slotsOf(4),
        now: count('2026', [10, 12, 11, null]),
        then: null,
        goals: [],
        goalLabel: String,
        limits: null,
        signals: [],
        notes: [],
        definitions: [],
        trend: null,
        forecast: { at: 3, value: 14, band: { low: 12, high: 17 }, label: 'forecast 14, 12 to 17' },
        breaks: [],
        axisNote: '',
        chosen: null,
        base: null,
        words,
      },
      theme,
      size,
    );
    const dotted = drawn(ahead).find((shape) => String(shape.style['lineDash']) === '1.75,3');
    expect(dotted?.shape?.['points']).toEqual([
      [2.5, 11],
      [3.5, 14],
    ]);
    const band = drawn(ahead).find((shape) => shape.type === 'polygon');
    expect(band?.shape?.['points']).toEqual([
      [2.5, 11],
      [3.5, 17],
      [3.5, 12],
      [2.5, 11],
    ]);
    expect(text(ahead, 'forecast 14, 12 to 17')).toBeDefined();
    expect(ahead.tip(3)?.notes).toEqual(['forecast 14, 12 to 17']);
  });

  test('numbers of findings that would lie on each other are moved apart', () => {
    const close = explorerOption(
      {
        slots: slotsOf(8),
        now: count('2026', [10, 10, 10, 10, 10, 30, 31, 10]),
        then: null,
        goals: [],
        goalLabel: String,
        limits: null,
        signals: [
          { at: 5, mark: '1', text: '', run: 1, side: 'above', outside: true, runLabel: '' },
          { at: 6, mark: '2', text: '', run: 4, side: 'above', outside: false, runLabel: '' },
          { at: 6, mark: '3', text: '', run: 1, side: 'above', outside: true, runLabel: '' },
        ],
        notes: [],
        definitions: [],
        trend: null,
        forecast: null,
        breaks: [],
        axisNote: '',
        chosen: null,
        base: null,
        words,
      },
      theme,
      { width: 140, height: 400 },
    );
    const badges = drawn(close).filter((shape) => shape.type === 'circle' && shape.style['fill'] === 'ink1');
    const heights = badges.map((badge) => Number(badge.shape?.['cy']));
    expect(badges).toHaveLength(3);
    expect(new Set(heights).size).toBe(3);
  });

  test('a point between two gaps keeps its dot', () => {
    const lonely = explorerOption(
      {
        slots: slotsOf(200),
        now: count(
          'x',
          Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? i : null)),
        ),
        then: null,
        goals: [],
        goalLabel: String,
        limits: null,
        signals: [],
        notes: [],
        definitions: [],
        trend: null,
        forecast: null,
        breaks: [],
        axisNote: '',
        chosen: null,
        base: null,
        words,
      },
      theme,
      size,
    );
    const [line] = ofType(lonely, 'line');
    expect(line?.data[2]).toMatchObject({ symbolSize: 5 });
  });
});

describe('moving range', () => {
  test('a range never crosses a gap', () => {
    expect(movingRanges([3, 5, null, 9, 4])).toEqual([null, 2, null, null, 5]);
  });

  test('ranges over the limit are ringed', () => {
    const spec = movingRangeOption(
      {
        slots: slotsOf(4),
        values: [3, 5, 30, 29],
        unit: { kind: 'count' },
        name: 'Moving range',
        limit: { value: 10, from: 0, to: 4, label: 'limit 10' },
        words,
      },
      theme,
      size,
    );
    expect(drawn(spec).filter((shape) => shape.style['stroke'] === 'ink1')).toHaveLength(1);
    expect(texts(spec)).toContain('limit 10');
  });
});

describe('pace', () => {
  const days = slotsOf(30);
  const now = days.map((_, i) => (i < 10 ? 100 : null));
  const spec = paceOption(
    {
      slots: days,
      now: count('November', now),
      base: count(
        'October',
        days.map(() => 80),
      ),
      cumulative: count(
        'So far',
        days.map((_, i) => (i < 10 ? 100 * (i + 1) : null)),
      ),
      pace: count(
        'Pace',
        days.map((_, i) => 90 * (i + 1)),
      ),
      done: 10,
      todayLabel: 'today, 10 Nov',
      axisNote: 'November 2026',
      goalLabel: (goal) => `goal ${goal}`,
      soFarLabel: (sum) => `${sum} so far`,
      paceLabel: (sum) => `expected ${sum}`,
      forecast: { value: 3000, low: 2790, high: 3210 },
      forecastName: 'Forecast',
      forecastLabel: (low, high) => (high === null ? `forecast ${low}` : `forecast ${low}–${high}`),
      notes: [],
      words,
    },
    theme,
    size,
  );

  test('the base is compared only as far as the present goes', () => {
    const base = ofType(spec, 'bar').find((bar) => bar.name === 'October');
    const shown = base?.data.map((item) => (item as { value: number | null }).value) ?? [];
    expect(shown.filter((v) => v !== null)).toHaveLength(10);
  });

  test('today, the sum so far and the pace by now are said', () => {
    expect(texts(spec)).toEqual(
      expect.arrayContaining([
        'today, 10 Nov',
        '1,000 so far',
        'expected 900',
        'goal 2,700',
        'November 2026',
      ]),
    );
  });

  test('the forecast is dotted from the newest day over its band, and said with it', () => {
    expect(texts(spec)).toContain('forecast 2,790–3,210');
    expect(spec.tip(29)?.rows.at(-1)).toMatchObject({ name: 'Forecast', value: 'forecast 2,790–3,210' });
    expect(spec.tip(28)?.rows.map((row) => row.name)).not.toContain('Forecast');
    // Of the days to come nothing is a gap.
    expect(spec.table.rows[20]?.slice(1, 4)).toEqual(['–', '–', '–']);
    expect(spec.table.rows[29]?.slice(-3)).toEqual(['3,000', '2,790', '3,210']);
  });
});
