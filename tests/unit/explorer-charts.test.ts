/** What the explorer draws and offers: kinds with reasons, zoom, parts and their gaps, heat maps, a second axis. */
import { describe, expect, test } from 'vitest';
import { cutExplorer, explorerOption } from '../../renderer/charts/explorer.ts';
import type { ExplorerInput } from '../../renderer/charts/explorer.ts';
import { asShares, partsOption, shortened } from '../../renderer/charts/explorerParts.ts';
import type { Part } from '../../renderer/charts/explorerParts.ts';
import { heatOption, rangeOf as heatRange } from '../../renderer/charts/heat.ts';
import { cutMovingRange, movingRanges } from '../../renderer/charts/movingRange.ts';
import { readableOn } from '../../renderer/charts/theme.ts';
import type { ChartTheme } from '../../renderer/charts/theme.ts';
import { chartQuery, choiceOf, paramsOf } from '../../renderer/features/explorer/choice.ts';
import { kpiHeat, monthHeat, weekdayHeat } from '../../renderer/features/explorer/heatRows.ts';
import { heatModesFor, kindOf, kindsFor } from '../../renderer/features/explorer/kinds.ts';
import type { Facts } from '../../renderer/features/explorer/kinds.ts';
import { folded } from '../../renderer/features/explorer/parts.ts';
import { daysOf, spanChoice } from '../../renderer/features/explorer/span.ts';
import { around, held, panned, rangeOf, zoomParam } from '../../renderer/features/explorer/zoom.ts';
import { makeFormat } from '../../renderer/i18n/format.tsx';
import { memberCode, memberName } from '../../shared/domain/members.ts';
import { dayOf, defaultCalendar, periodAt } from '../../shared/domain/time.ts';

const theme: ChartTheme = {
  font: 'sans-serif',
  ink1: '#111111',
  ink2: '#222222',
  ink3: '#333333',
  surface: '#ffffff',
  line1: '#eeeeee',
  line2: '#dddddd',
  line3: '#999999',
  now: '#4750bd',
  nowText: '#3c45a8',
  nowPale: '#ccccff',
  then: '#a3abb3',
  goal: '#111111',
  limit: '#888888',
  natural: '#f2f4f5',
  grid: '#edeff1',
  axis: '#656e77',
  categories: ['#100000', '#200000', '#300000', '#400000', '#500000', '#600000'],
  hatch: 'HATCH',
  met: '#00aa00',
  risk: '#aaaa00',
  off: '#aa0000',
};
const size = { width: 720, height: 320 };
const words = {
  style: { language: 'en', numberFormat: '1,234.5', currency: 'EUR' },
  noData: 'no data',
  notApplicable: 'n/a',
  goal: 'Goal',
  period: 'Period',
  others: 'Others',
} as const;
const count = { kind: 'count' } as const;
const en = makeFormat('en', null);
const slots = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ label: `W${i + 1}`, title: `Week ${i + 1}` }));

type Drawn = readonly Record<string, unknown>[];

/** What an overlay draws, over a plane where a slot is 10 px wide and a unit 1 px high. */
function drawn(option: Record<string, unknown>, z: number): Drawn {
  const series = option['series'] as readonly Record<string, unknown>[];
  const layer = series.find((one) => one['type'] === 'custom' && one['z'] === z);
  const render = layer?.['renderItem'] as (params: unknown, api: unknown) => { children: Drawn } | null;
  const data = layer?.['data'] as readonly unknown[];
  return data.flatMap(
    (_, dataIndex) =>
      render(
        { dataIndex, coordSys: { x: 0, y: 0, width: 700, height: 300 } },
        { coord: ([x, y]: [number, number]) => [x * 10, 300 - y] },
      )?.children ?? [],
  );
}
const textsIn = (marks: Drawn): unknown[] =>
  marks.flatMap((mark) => (mark['type'] === 'text' ? [(mark['style'] as { text: string }).text] : []));
const fillsIn = (marks: Drawn): unknown[] =>
  marks.flatMap((mark) => (mark['type'] === 'rect' ? [(mark['style'] as { fill: string }).fill] : []));

const base: ExplorerInput = {
  slots: slots(8),
  now: { name: 'Interactions', unit: count, values: [10, 12, null, 14, 13, 15, 16, 17] },
  then: null,
  goals: [12, 12, 12, 12, 14, 14, 14, 14],
  goalLabel: (goal, from) => `goal ${goal} at ${from}`,
  limits: { centre: 13, lower: 8, upper: 18, from: 1, to: 7, upperLabel: 'upper', lowerLabel: 'lower' },
  signals: [{ at: 6, mark: '1', text: 'above', run: 1, side: 'above', outside: true, runLabel: '' }],
  notes: [{ at: 2.5, mark: 'A', text: 'Launch' }],
  definitions: [],
  trend: { from: 0, to: 7, first: 10, last: 17, label: 'trend' },
  forecast: null,
  breaks: [],
  axisNote: '',
  chosen: { from: 4, to: 6 },
  base: null,
  words,
};

describe('zoom', () => {
  test('goes closer around a place, never closer than four slots or past the ends', () => {
    expect(around({ from: 0, to: 50 }, 50, 25, 0.5)).toEqual({ from: 13, to: 38 });
    expect(around({ from: 0, to: 50 }, 50, 0, 0.5)).toEqual({ from: 0, to: 25 });
    expect(around({ from: 10, to: 14 }, 50, 12, 0.5)).toEqual({ from: 11, to: 15 });
    expect(around({ from: 0, to: 50 }, 50, 20, 2)).toEqual({ from: 0, to: 50 });
    expect(held({ from: -5, to: 1 }, 50)).toEqual({ from: 0, to: 6 });
    expect(held({ from: 0, to: 9 }, 3)).toEqual({ from: 0, to: 3 });
  });

  test('moves along by a share of what is shown and stops at the ends', () => {
    expect(panned({ from: 10, to: 20 }, 50, 0.25)).toEqual({ from: 13, to: 23 });
    expect(panned({ from: 2, to: 12 }, 50, -0.5)).toEqual({ from: 0, to: 10 });
    expect(panned({ from: 44, to: 50 }, 50, 0.5)).toEqual({ from: 44, to: 50 });
  });

  test('stands in the address by the days it shows; days off the axis are none', () => {
    const starts = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02', '2026-02-09'];
    const range = { from: 1, to: 5 };
    expect(zoomParam(range, starts)).toBe('2026-01-12..2026-02-02');
    expect(rangeOf({ from: '2026-01-12', to: '2026-02-02' }, starts)).toEqual(range);
    expect(rangeOf({ from: '2024-01-12', to: '2024-02-02' }, starts)).toBeNull();
    expect(zoomParam({ from: 0, to: 6 }, starts)).toBeUndefined();
  });

  test('cuts everything on the chart, and limits keep their values', () => {
    const cut = cutExplorer(base, 2, 6);
    expect(cut.slots.map((slot) => slot.title)).toEqual(['Week 3', 'Week 4', 'Week 5', 'Week 6']);
    expect(cut.now.values).toEqual([null, 14, 13, 15]);
    expect(cut.limits).toMatchObject({ from: 0, to: 4, lower: 8, upper: 18 });
    expect(cut.notes).toMatchObject([{ at: 0.5 }]);
    expect(cut.signals).toEqual([]);
    expect(cut.chosen).toEqual({ from: 2, to: 4 });
    expect(cut.trend).toMatchObject({ from: 0, to: 3, first: 12, last: 15 });
    expect(cut.goalLabel('14', 2)).toBe('goal 14 at 4');
  });

  test('the first moving range on screen is the step that led to it', () => {
    const cut = cutMovingRange(
      { slots: slots(4), values: [1, 4, 9, 16], unit: count, name: 'MR', limit: null, words },
      2,
      4,
    );
    expect(movingRanges(cut.values, cut.before ?? null)).toEqual([5, 7]);
  });
});

describe('two KPIs', () => {
  test('have an axis each, in their own units, and both in the table', () => {
    const spec = explorerOption(
      {
        ...base,
        second: {
          name: 'Engagement rate',
          unit: { kind: 'percent' },
          values: [0.01, 0.02, 0.02, null, 0.03, 0.03, 0.02, 0.01],
        },
      },
      theme,
      size,
    );
    const axes = spec.option['yAxis'] as readonly { axisLabel: { formatter: (value: number) => string } }[];
    expect(axes).toHaveLength(2);
    expect(axes[0]?.axisLabel.formatter(12)).toBe('12');
    expect(axes[1]?.axisLabel.formatter(0.02)).toMatch(/^2(?:\.0)?\s%$/);
    const series = spec.option['series'] as readonly Record<string, unknown>[];
    expect(series.filter((one) => one['yAxisIndex'] === 1).map((one) => one['connectNulls'])).toEqual([
      false,
      false,
    ]);
    expect(spec.table.head).toEqual(['Period', 'Interactions', 'Engagement rate', 'Goal']);
    expect(spec.table.rows[3]).toEqual(['Week 4', '14', '', '12']);
    expect(spec.tip(3)?.rows.map((row) => row.value)).toEqual(['14', 'no data', '12']);
  });
});

describe('points', () => {
  test('that may still change or stand on too little are open, and say so', () => {
    const spec = explorerOption(
      {
        ...base,
        marks: base.now.values.map((_, i) => (i === 7 ? { kind: 'provisional', text: 'Provisional' } : null)),
      },
      theme,
      size,
    );
    const open = (spec.option['series'] as readonly Record<string, unknown>[]).find(
      (one) => one['name'] === 'Interactions provisional',
    );
    expect(open?.['data']).toEqual([null, null, null, null, null, null, null, 17]);
    expect(open?.['itemStyle']).toMatchObject({ color: theme.surface, borderColor: theme.now });
    expect(spec.tip(7)?.notes).toContain('Provisional');
  });

  test('that are missing are hatched at the ends, too', () => {
    const states = ['missing', 'value', 'notExpected'] as const;
    const spec = explorerOption(
      {
        ...base,
        slots: slots(3),
        now: { ...base.now, values: [null, 5, null], states },
        goals: [null, null, null],
        limits: null,
        signals: [],
        trend: null,
      },
      theme,
      size,
    );
    const hatched = drawn(spec.option, 1).filter(
      (mark) => (mark['style'] as { fill?: string }).fill === 'HATCH',
    );
    expect(hatched.map((mark) => mark['shape'])).toMatchObject([{ x: 0, width: 10 }]);
  });

  test('as bars stand on zero, the period asked about solid', () => {
    const spec = explorerOption({ ...base, shape: 'bar' }, theme, size);
    const bars = (spec.option['series'] as readonly Record<string, unknown>[]).find(
      (one) => one['type'] === 'bar',
    );
    const data = bars?.['data'] as readonly { itemStyle: { color: string } }[];
    expect(data.map((one) => one.itemStyle.color === theme.now)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect((spec.option['yAxis'] as readonly { min: number }[])[0]?.min).toBe(0);
  });
});

describe('parts', () => {
  const part = (name: string, values: (number | null)[], role: Part['role'] = 'member'): Part => ({
    role,
    name,
    unit: count,
    values,
  });
  const input = {
    slots: slots(3),
    parts: [
      part('Spain', [4, null, 5]),
      part('France', [2, null, null]),
      part('not broken down', [1, null, 2], 'rest'),
    ],
    shape: 'stacked' as const,
    whole: { name: 'whole', unit: count, values: [7, 9, 7] },
    notes: [],
    definitions: [],
    breaks: [],
    axisNote: '',
    chosen: null,
    base: null,
    words,
  };

  test('a slot without any part is hatched; what no member holds is hatched in its bar', () => {
    const spec = partsOption(input, theme, size);
    expect(fillsIn(drawn(spec.option, 1))).toEqual(['HATCH']);
    const rest = (spec.option['series'] as readonly Record<string, unknown>[]).find(
      (one) => one['name'] === 'not broken down',
    );
    expect(rest?.['itemStyle']).toMatchObject({ color: 'HATCH' });
    expect(spec.table.head).toEqual(['Period', 'Spain', 'France', 'not broken down', 'whole']);
    expect(spec.table.rows[1]).toEqual(['Week 2', '', '', '', '9']);
  });

  test('as shares they come to all of it, and a gap stays one', () => {
    const shares = asShares(input.parts);
    expect(shares.map((one) => one.values[0])).toEqual([4 / 7, 2 / 7, 1 / 7]);
    expect(shares.map((one) => one.values[1])).toEqual([null, null, null]);
    expect(shares[0]?.unit).toEqual({ kind: 'percent' });
  });

  test('more than there are colours for become one where they add up, and are counted where they do not', () => {
    const many = Array.from({ length: 9 }, (_, i) => part(`M${i}`, [9 - i]));
    const others = (n: number): string => `${n} others`;
    const adding = folded(many, true, others, 3);
    expect(adding.parts.map((one) => one.name)).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', '7 others']);
    expect(adding.parts.at(-1)?.values).toEqual([4 + 3 + 2 + 1]);
    expect(folded(many, false, others, 3)).toMatchObject({ left: 6 });
  });

  test('long names keep both ends', () => {
    const short = shortened('/en/blog/2026/10/how-to-grow-an-olive-tree-at-home', 120);
    expect(short).toMatch(/^\/en.*….*home$/);
    expect(shortened('Spain', 120)).toBe('Spain');
  });
});

describe('heat maps', () => {
  test('are darker for more, hatched where a figure is missing, empty where none is due', () => {
    const spec = heatOption(
      {
        columns: slots(4),
        rows: [
          {
            name: 'Mon',
            unit: count,
            values: [0, 10, null, null],
            states: ['value', 'value', 'missing', 'notExpected'],
          },
        ],
        scale: 'all',
        words,
      },
      theme,
      size,
    );
    const marks = drawn(spec.option, 2);
    expect(fillsIn(marks)).toEqual(['rgba(71, 80, 189, 0.06)', 'rgba(71, 80, 189, 0.92)', 'HATCH']);
    expect(textsIn(marks)).toEqual(['Mon', '0', '10']);
    expect(spec.tip(2)?.rows).toMatchObject([{ name: 'Mon', value: 'no data' }]);
    expect(spec.tip(3)?.rows).toEqual([]);
    expect(spec.table.rows).toEqual([
      ['Week 1', '0'],
      ['Week 2', '10'],
      ['Week 3', ''],
      ['Week 4', '–'],
    ]);
  });

  test('of rows in different units measure each row by itself', () => {
    const rows = [
      { name: 'A', unit: count, values: [1, 2], states: ['value', 'value'] as const },
      { name: 'B', unit: count, values: [1000, 3000], states: ['value', 'value'] as const },
    ];
    expect(heatRange(rows)).toEqual([0, 3000]);
    const dark = drawn(heatOption({ columns: slots(2), rows, scale: 'row', words }, theme, size).option, 2);
    expect(fillsIn(dark).filter((fill) => fill === 'rgba(71, 80, 189, 0.92)')).toHaveLength(2);
  });

  test('words on a cell are told from its ground', () => {
    expect(readableOn(theme, 0.1)).toBe(theme.ink1);
    expect(readableOn(theme, 0.9)).toBe(theme.surface);
    expect(readableOn({ ...theme, surface: '#fff' }, 0.9)).toBe('#fff');
  });

  test('weekdays begin where the client’s week begins', () => {
    const points = Array.from({ length: 10 }, (_, i) => ({
      start: `2026-10-${String(i + 1).padStart(2, '0')}`,
      value: i,
      state: 'value' as const,
    }));
    const monday = weekdayHeat(points, count, defaultCalendar, en);
    expect(monday.rows.map((row) => row.name)).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    // 1 October 2026 is a Thursday.
    expect(monday.rows[3]?.values).toEqual([0, 7]);
    expect(monday.rows[0]?.states).toEqual(['notExpected', 'value']);
    const sunday = weekdayHeat(points, count, { weekStart: 7, fiscalYearStart: 1 }, en);
    expect(sunday.rows[0]?.name).toBe('Sun');
    expect(sunday.rows[4]?.values).toEqual([0, 7]);
  });

  test('months stand under each other by year; KPIs without a figure and channels without one are left out', () => {
    const heat = monthHeat(
      [
        { start: '2025-12-01', value: 1, state: 'value' },
        { start: '2026-01-01', value: 2, state: 'value' },
      ],
      count,
      en,
    );
    expect(heat.rows.map((row) => [row.name, row.values[0], row.values[11]])).toEqual([
      ['2025', null, 1],
      ['2026', 2, null],
    ]);
    const cell = (kpi: string, channel: string, value: number | null) => ({
      kpi,
      name: kpi,
      unit: count,
      channel,
      point: {
        start: '2026-10-01',
        value,
        state: value === null ? ('notExpected' as const) : ('value' as const),
      },
    });
    const kpis = kpiHeat(
      [cell('a', '1', 5), cell('a', '2', null), cell('b', '1', null), cell('b', '2', null)],
      [
        { id: '1', name: 'Instagram' },
        { id: '2', name: 'TikTok' },
      ],
      'Channel',
    );
    expect(kpis.columns.map((column) => column.label)).toEqual(['Instagram']);
    expect(kpis.rows.map((row) => row.name)).toEqual(['a']);
  });
});

describe('kinds', () => {
  const facts: Facts = {
    split: null,
    notParts: null,
    apart: false,
    channels: 3,
    others: 5,
    area: 4,
    daily: true,
  };
  const why = (of: Partial<Facts>): Record<string, string | null> =>
    Object.fromEntries(kindsFor({ ...facts, ...of }).map((one) => [one.kind, one.why]));

  test('that make no sense say why', () => {
    expect(why({})).toMatchObject({ xmr: null, stacked: 'partsOnly', combined: null });
    expect(why({ split: 'channel' })).toMatchObject({
      xmr: 'oneCourse',
      stacked: null,
      combined: 'splitAndSecond',
    });
    expect(why({ split: 'dim', notParts: 'people' })).toMatchObject({ stacked: 'people', line: null });
    expect(why({ others: 0, channels: 0, area: 1 })).toMatchObject({
      combined: 'noSecond',
      multiples: 'nothingBeside',
    });
  });

  test('an address that asks for one of those gets what fits', () => {
    expect(kindOf('stacked', false, facts)).toBe('xmr');
    expect(kindOf('stacked', false, { ...facts, split: 'dim', notParts: 'rate' })).toBe('line');
    expect(kindOf('xmr', false, { ...facts, split: 'channel' })).toBe('stacked');
    expect(kindOf('bar', true, facts)).toBe('combined');
    expect(heatModesFor({ ...facts, daily: false })).toEqual(['month', 'parts', 'kpis']);
  });
});

describe('the address', () => {
  test('tells a chart, and nonsense in it is as good as nothing', () => {
    const params = new Map(
      Object.entries({
        kpi: '4',
        by: 'dim:country',
        kind: 'stacked',
        share: '1',
        zoom: 'x',
        with: '-2',
        period: 'p',
      }),
    );
    const choice = choiceOf((name) => params.get(name));
    expect(choice).toMatchObject({
      kind: 'stacked',
      split: { by: 'dim', dimension: 'country' },
      share: true,
      zoom: null,
      second: null,
    });
    const query = chartQuery((name) => params.get(name));
    expect(query).toBe('kpi=4&with=-2&by=dim:country&kind=stacked&share=1');
    expect(paramsOf(query)).toMatchObject({ kpi: '4', by: 'dim:country', channel: undefined });
  });

  test('a span is a preset or days in the right order', () => {
    const october = periodAt('month', dayOf(2026, 10, 1), defaultCalendar);
    const now = { today: dayOf(2026, 11, 22), calendar: defaultCalendar };
    expect(spanChoice('2026-02-01..2026-01-01', 'week')).toEqual({ preset: '1y' });
    expect(daysOf(spanChoice('2026-01-01..2026-02-01', 'week'), october, 'week', now)).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
    });
    // 13 weeks back from the end of October, and what of November has begun.
    expect(daysOf(spanChoice('13w', 'week'), october, 'week', now)).toEqual({
      from: '2026-07-27',
      to: '2026-11-22',
    });
  });
});

describe('members', () => {
  test('have one code however files spell them, and a name in both languages', () => {
    expect(['Spain', 'España', 'Espanha', 'es'].map((text) => memberCode('country', text))).toEqual([
      'ES',
      'ES',
      'ES',
      'ES',
    ]);
    expect(['United States', 'Estados Unidos', 'USA'].map((text) => memberCode('country', text))).toEqual([
      'US',
      'US',
      'US',
    ]);
    expect(memberName('country', 'ES', 'es')).toBe('España');
    expect(memberCode('gender', 'Mujeres')).toBe('female');
    expect(memberName('gender', 'female', 'es')).toBe('Mujeres');
    expect(memberName('age_gender', '18-24 female', 'en')).toBe('18–24, women');
    expect(memberCode('page', 'Spain')).toBe('Spain');
    expect(memberName('city', 'other', 'en')).toBe('other');
  });
});
