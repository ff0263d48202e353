/** How a report is laid on pages: heads and lines kept together, tables that go on, paragraphs parted between lines. */
import { describe, expect, test } from 'vitest';
import { paginate, sliceOf } from '../../renderer/features/reports/paper/flow.ts';
import type { Block, Flow, FlowTable, Measures } from '../../renderer/features/reports/paper/flow.ts';
import { chartShape } from '../../renderer/features/reports/paper/chartShape.ts';
import type { ReportChart } from '../../shared/domain/report.ts';

const table: FlowTable = { id: 't', className: '', columns: null, head: null };
const row = (id: string, more: Partial<Block> = {}): Block =>
  ({ kind: 'row', id, table, row: null, ...more }) as Block;
const node = (id: string, keep = false): Block => ({ kind: 'node', id, node: null, keep });
const flow = (blocks: Block[], section = 's'): Flow => ({ section, title: null, again: null, blocks });

function measures(heights: Record<string, number>, page = 100): Measures {
  return { page: page + 1, heights: new Map(Object.entries(heights)), lines: new Map() };
}

const ids = (pages: ReturnType<typeof paginate>): string[] =>
  pages.map((page) => page.pieces.map((piece) => piece.block.id).join(' '));

describe('pages', () => {
  test('begin anew with each section, and hold no more than fits', () => {
    const blocks = ['a', 'b', 'c'].map((id) => node(id));
    const of = measures({ a: 40, b: 40, c: 40, 'title:s': 20, 'title:z': 20, 'again:s': 10 });
    expect(ids(paginate([flow(blocks), flow([node('a')], 'z')], of))).toEqual(['a b', 'c', 'a']);
  });

  test('never end with a head: it goes on with what it heads', () => {
    const blocks = [node('a'), node('head', true), node('b')];
    expect(ids(paginate([flow(blocks)], measures({ a: 60, head: 20, b: 30 })))).toEqual(['a', 'head b']);
  });

  test('repeat the head of a table, and of the group that goes on', () => {
    const lead = { lead: 'g' };
    const blocks = [row('g', { keep: true }), ...['1', '2', '3', '4'].map((id) => row(id, lead))];
    const heights = { g: 20, '1': 20, '2': 20, '3': 20, '4': 20, 'head:t': 20 };
    expect(ids(paginate([flow(blocks)], measures(heights)))).toEqual(['g 1 2 3', 'g 4']);
    // With the heads counted, a second page holds no more than the first.
    const many = [row('g', { keep: true }), ...Array.from({ length: 9 }, (_, i) => row(`r${i}`, lead))];
    const tall = Object.fromEntries(many.map((block) => [block.id, 20]));
    expect(ids(paginate([flow(many)], measures({ ...tall, 'head:t': 20 })))).toEqual([
      'g r0 r1 r2',
      'g r3 r4 r5',
      'g r6 r7 r8',
    ]);
  });

  test('part a paragraph between lines, two at least on either page', () => {
    const text = 'x'.repeat(100);
    const block: Block = {
      kind: 'text',
      id: 'p',
      section: 's',
      at: 0,
      paragraph: [{ text, token: null, stale: false }],
    };
    const of = (first: number): Measures => ({
      page: 101,
      heights: new Map([
        ['a', first],
        ['p', 100],
        ['line:p', 10],
      ]),
      lines: new Map([['p', Array.from({ length: 10 }, (_, i) => i * 10)]]),
    });
    const parted = (first: number): string[] =>
      paginate([flow([node('a'), block])], of(first)).map((page) =>
        page.pieces
          .map(({ block: { id }, from, to }) => (id === 'p' ? `${from}-${to ?? 100}` : id))
          .join(' '),
      );
    expect(parted(50)).toEqual(['a 0-50', '50-100']);
    expect(parted(10)).toEqual(['a 0-80', '80-100']);
    expect(parted(85)).toEqual(['a', '0-100']);
  });

  test('hold the lower form of a block only where that saves a page', () => {
    const chart: Block = { kind: 'node', id: 'chart', node: 'high', lower: { node: 'low', by: 30 } };
    const drawn = (heights: Record<string, number>): string[] =>
      paginate([flow([node('a'), chart, node('b')])], measures(heights)).map((page) =>
        page.pieces
          .map(({ block }) =>
            block.kind === 'node' && typeof block.node === 'string' ? block.node : block.id,
          )
          .join(' '),
      );
    expect(drawn({ a: 20, chart: 60, b: 20 })).toEqual(['a high b']);
    expect(drawn({ a: 20, chart: 60, b: 50 })).toEqual(['a low b']);
    expect(drawn({ a: 20, chart: 60, b: 60 })).toEqual(['a high', 'b']);
  });

  test('let what is higher than a page stand alone on one', () => {
    const blocks = ['a', 'b', 'c'].map((id) => node(id));
    expect(ids(paginate([flow(blocks)], measures({ a: 50, b: 300, c: 50 })))).toEqual(['a', 'b', 'c']);
  });
});

test('a part of a paragraph keeps its figures as they are', () => {
  const paragraph = [
    { text: 'We had ', token: null, stale: false },
    { text: '1,240', token: 1, stale: true },
    { text: ' orders.', token: null, stale: false },
  ];
  expect(sliceOf(paragraph, 3, 9)).toEqual([
    { text: 'had ', token: null, stale: false },
    { text: '1,', token: 1, stale: true },
  ]);
  expect(sliceOf(paragraph, 0, null)).toEqual(paragraph);
});

describe('a printed chart', () => {
  const chart: ReportChart = {
    id: 'column-a',
    kra: 'a',
    title: 'A',
    kind: 'column',
    cadence: 'month',
    periods: ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'],
    labels: ['', '', '', ''],
    series: [{ kpi: 'a', channel: null, name: 'A', role: 'bar', values: [10, null, 0, 40] }],
    goals: [20, 20, 30, null],
  };
  const shape = chartShape({
    chart,
    unit: { kind: 'count' },
    lineUnit: null,
    now: { from: 3, to: 4 },
    base: { from: 0, to: 1 },
    width: 400,
    height: 200,
  });

  test('draws bars from zero, marks the two periods, and leaves a gap a gap', () => {
    expect(shape.bars.map((bar) => bar.role)).toEqual(['base', 'now']);
    expect(shape.bars.every((bar) => Math.abs(bar.y + bar.height - shape.zero) < 0.1)).toBe(true);
    expect(shape.gaps).toHaveLength(1);
    expect(shape.scale.min).toBe(0);
  });

  test('steps its goal where it changes and ends it where there is none', () => {
    expect(shape.goals.map((goal) => goal.value)).toEqual([20, 30]);
    const end = (shape.goals[1]?.x ?? 0) + (shape.goals[1]?.width ?? 0);
    expect(end).toBeLessThan(shape.plot.right - 1);
  });

  test('breaks its line at gaps', () => {
    const line = chartShape({
      chart: {
        ...chart,
        kind: 'line',
        series: [{ kpi: 'a', channel: null, name: 'A', role: 'line', values: [10, 20, null, 40] }],
      },
      unit: { kind: 'count' },
      lineUnit: null,
      now: null,
      base: null,
      width: 400,
      height: 200,
    });
    expect(line.line?.paths).toHaveLength(2);
    expect(line.line?.points).toHaveLength(3);
  });
});
