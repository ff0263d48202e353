/** The chart of a target being tried: bands, shapes, and nothing made up about periods to come. */
import { describe, expect, test } from 'vitest';
import type { ChartSpec, ChartWords } from '../../renderer/charts/model.ts';
import { targetOption } from '../../renderer/charts/target.ts';
import type { TargetInput } from '../../renderer/charts/target.ts';
import type { ChartTheme } from '../../renderer/charts/theme.ts';
import { wayOption } from '../../renderer/charts/way.ts';

const theme = new Proxy({} as ChartTheme, { get: (_, name) => String(name) });
const words: ChartWords = {
  style: { language: 'en', numberFormat: '1,234.5', currency: 'EUR' },
  noData: 'no data',
  notApplicable: 'n/a',
  goal: 'Goal',
  period: 'Period',
  others: 'Others',
};
const size = { width: 640, height: 240 };
const months = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function input(over: Partial<TargetInput> = {}): TargetInput {
  return {
    slots: months.map((label) => ({ label, title: `${label} 2026` })),
    values: { name: 'Interactions', unit: { kind: 'count' }, values: [1300, null, 1400, 1560, 420, null] },
    bars: true,
    running: 4,
    coming: 5,
    goals: [1500, 1500, 1500, 1500, 1500, 1500],
    goalTos: [null, null, null, null, null, null],
    floors: [1350, 1350, 1350, 1350, 1350, 1350],
    statuses: ['off', 'noData', 'atRisk', 'met', 'behind', null],
    forecast: null,
    goalLabel: (goal) => `goal ${goal}`,
    floorLabel: (floor) => `floor ${floor}`,
    runningLabel: 'running',
    heads: { floor: 'Floor', status: 'Would have been', forecast: 'Forecast' },
    statusWord: (status) => status,
    words,
    ...over,
  };
}

interface Shape {
  readonly type: string;
  readonly style: Readonly<Record<string, unknown>>;
  readonly shape?: Readonly<Record<string, number>>;
}
/** Everything drawn as marks, on a plot where data and pixels are the same. */
function drawn(spec: ChartSpec): Shape[] {
  const series = spec.option['series'] as readonly {
    readonly type: string;
    readonly data: readonly unknown[];
    readonly renderItem?: (params: unknown, api: unknown) => { children: readonly Shape[] };
  }[];
  return series
    .filter((one) => one.type === 'custom')
    .flatMap((one) =>
      one.data.flatMap((_, dataIndex) => {
        const params = { dataIndex, coordSys: { x: 0, y: 0, width: 100, height: 100 } };
        return one.renderItem?.(params, { coord: ([x, y]: [number, number]) => [x, y] }).children ?? [];
      }),
    );
}
const said = (spec: ChartSpec): unknown[] =>
  drawn(spec).flatMap((shape) => (shape.type === 'text' ? [shape.style['text']] : []));

describe('a target tried on the figures', () => {
  test('names goal and floor once, and fills between them in one piece', () => {
    const spec = targetOption(input(), theme, size);
    expect(said(spec).filter((text) => text === 'goal 1,500')).toHaveLength(1);
    expect(said(spec).filter((text) => text === 'floor 1,350')).toHaveLength(1);
    const bands = drawn(spec).filter((shape) => shape.type === 'rect' && shape.style['fill'] === 'line1');
    expect(bands).toHaveLength(1);
    expect(bands[0]?.shape).toMatchObject({ x: 0, width: 6 });
  });

  test('a range has its band outside each edge', () => {
    const spec = targetOption(
      input({ goalTos: months.map(() => 1700), floors: months.map(() => 1480) }),
      theme,
      size,
    );
    const bands = drawn(spec).filter((shape) => shape.type === 'rect' && shape.style['fill'] === 'line1');
    expect(bands.map((band) => band.shape?.['y'])).toEqual([1500, 1720]);
  });

  test('a shape for each judged period, solid when closed, outlined while running', () => {
    const shapes = drawn(targetOption(input(), theme, size));
    const fills = shapes.map((shape) => shape.style['fill']);
    expect(fills.filter((fill) => fill === 'met')).toHaveLength(1);
    expect(fills.filter((fill) => fill === 'risk')).toHaveLength(1);
    expect(fills.filter((fill) => fill === 'off')).toHaveLength(1);
    // The running one: a triangle in outline. A gap and a period to come have none.
    expect(
      shapes.filter((shape) => shape.type === 'polygon' && shape.style['stroke'] === 'risk'),
    ).toHaveLength(1);
    expect(shapes.filter((shape) => ['circle', 'polygon'].includes(shape.type))).toHaveLength(4);
  });

  test('a gap is hatched and stays a gap in the table', () => {
    const spec = targetOption(input(), theme, size);
    expect(drawn(spec).filter((shape) => shape.style['fill'] === 'hatch')).toHaveLength(1);
    expect(spec.table.rows[1]).toEqual(['Aug 2026', '', '1,500', '1,350', 'noData']);
    expect(spec.table.rows[5]).toEqual(['Dec 2026', '', '1,500', '1,350', '']);
  });

  test('without a goal only the figures are drawn', () => {
    const none = months.map(() => null);
    const spec = targetOption(input({ goals: none, floors: none, statuses: none }), theme, size);
    expect(said(spec).filter((text) => String(text).startsWith('goal'))).toEqual([]);
    expect(drawn(spec).filter((shape) => ['circle', 'polygon'].includes(shape.type))).toEqual([]);
  });

  test('the forecast is dotted over its band, on the running period alone', () => {
    const spec = targetOption(input({ forecast: { value: 1540, low: 1480, high: 1600 } }), theme, size);
    const band = drawn(spec).find((shape) => shape.type === 'rect' && shape.style['fill'] === 'nowPale');
    expect(band?.shape).toMatchObject({ x: 4.14, y: 1600, height: -120 });
    expect(spec.tip(4)?.rows.find((row) => row.name === 'Forecast')?.value).toBe('1,540');
    expect(spec.tip(3)?.rows.some((row) => row.name === 'Forecast')).toBe(false);
  });
});

test('the way through a period ends where the figures end; the pace goes on', () => {
  const spec = wayOption(
    {
      slots: ['1', '2', '3', '4'].map((label) => ({ label, title: `${label} Nov` })),
      reached: { name: 'Reached', unit: { kind: 'count' }, values: [40, 95, null, null] },
      pace: { name: 'Pace', unit: { kind: 'count' }, values: [50, 100, 150, 200] },
      fromZero: true,
      words,
    },
    theme,
    size,
  );
  expect(said(spec)).toContain('95');
  expect(spec.tip(3)?.rows).toEqual([{ name: 'Pace', value: '200', color: 'goal' }]);
  expect(spec.table.rows[2]).toEqual(['3 Nov', '–', '150']);
});
