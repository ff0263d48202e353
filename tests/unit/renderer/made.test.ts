/** How a making is told: lines of the table and formulas in names. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../../shared/contract/api/numbers.ts';
import type { StepOver } from '../../../shared/domain/steps.ts';
import { rowsOf } from '../../../renderer/features/made/rows.ts';
import { readable } from '../../../renderer/features/made/stepWords.ts';
import { makeFormat } from '../../../renderer/i18n/format.tsx';
import { makeFaces } from '../../../renderer/ui/faces.ts';

const plus: StepOver = { kind: 'operation', operator: '+' };
const over: StepOver = { kind: 'operation', operator: '/' };

function step(depth: number, kind: Step['kind'], name: string, how: StepOver | null = null): Step {
  return {
    depth,
    kind,
    text: kind === 'operand' ? '' : name,
    kpi: kind === 'operand' ? name : null,
    channel: null,
    channels: null,
    span: { cadence: 'month', from: '2026-10-01', to: '2026-10-31' },
    measured: { value: 1, state: 'value', kind: 'flow', reasons: [] },
    used: 1,
    over: how,
    paired: null,
    sources: [],
  };
}

describe('the lines of a making', () => {
  it('tell a sum of sums as one, name a number in full once, and leave constants to the formula', () => {
    const rows = rowsOf({
      steps: [
        step(0, 'number', '100 * a / (a + b + c)', over),
        step(1, 'part', '100 * a', { kind: 'operation', operator: '*' }),
        step(2, 'constant', '100'),
        step(2, 'operand', 'a'),
        step(1, 'part', 'a + b + c', plus),
        step(2, 'part', 'a + b', plus),
        step(3, 'operand', 'a'),
        step(3, 'operand', 'b'),
        step(2, 'operand', 'c'),
      ],
    });
    expect(rows.map((row) => [row.step.kpi ?? row.step.text, row.depth, row.again])).toEqual([
      ['100 * a', 0, false],
      ['a', 1, false],
      ['a + b + c', 0, false],
      ['a', 1, true],
      ['b', 1, false],
      ['c', 1, false],
    ]);
  });

  it('are the number itself where it has no parts', () => {
    expect(rowsOf({ steps: [step(0, 'number', '')] })).toHaveLength(1);
  });
});

describe('a formula in names', () => {
  it('has names for keys, the signs of a calculation, and numbers as the reader writes them', () => {
    const face = {
      id: 1,
      key: 'link_clicks',
      name: { en: 'Link clicks', es: 'Clics en enlaces' },
      unit: { kind: 'count' as const },
      direction: 'up' as const,
      kra: 'conversion',
      stage: 'conversion' as const,
      level: 'operational' as const,
      cadence: 'day' as const,
      timeAggregation: 'sum' as const,
      computed: false,
      vanity: false,
    };
    const format = makeFormat('es', null);
    const faces = makeFaces({ kpis: [face], channels: [] }, format);
    expect(readable('1000 * link_clicks / max(link_clicks, 2.5) - other', faces, format)).toBe(
      '1.000 × Clics en enlaces ÷ max(Clics en enlaces, 2,50) − other',
    );
  });
});
