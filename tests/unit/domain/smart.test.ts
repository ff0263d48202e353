/** The SMART check: each light in each of its states, with the figures of its reason. */
import { describe, expect, it } from 'vitest';
import { bookWith, withDraft } from '../../../shared/domain/advice/draft.ts';
import { growthAsked } from '../../../shared/domain/advice/growth.ts';
import { smartCheck } from '../../../shared/domain/advice/smart.ts';
import type { SmartLight } from '../../../shared/domain/advice/smart.ts';
import type { Book } from '../../../shared/domain/book.ts';
import type { Target } from '../../../shared/domain/target.ts';
import { book, day, kpi, run, stock, target } from './support.ts';

const kras = ['engagement'];
/** Twenty-two months to October 2026 that grow by 10 % a month. */
const growing = Array.from({ length: 22 }, (_, i) => 100 * 1.1 ** i);
const shown = (values = growing, more: Parameters<typeof kpi>[1] = {}): Book =>
  book({
    definitions: [kpi('leads', more)],
    series: [run('leads', 'a', 'month', '2025-01-01', values)],
  });

function light(on: Book, name: SmartLight, draft: Partial<Target> = {}): unknown[] {
  const set = target('leads', { from: day('2026-12-01'), to: day('2027-01-01'), ...draft });
  const found = smartCheck(bookWith(on, set), set, kras).find((one) => one.light === name);
  return [found?.state, found?.reasons[0]?.code, found?.reasons[0]?.values];
}

describe('specific', () => {
  it('names the channel, its own or the only one that records the KPI', () => {
    expect(light(shown(), 'specific')).toEqual(['yes', 'namesChannel', { channel: 'a' }]);
    const two = book({
      definitions: [kpi('leads')],
      series: [run('leads', 'a', 'month', '2026-01-01', [1]), run('leads', 'b', 'month', '2026-01-01', [1])],
    });
    expect(light(two, 'specific')).toEqual(['partly', 'allChannels', { channels: 2 }]);
    expect(light(two, 'specific', { channel: 'b' })).toEqual(['yes', 'namesChannel', { channel: 'b' }]);
  });
});

describe('measurable', () => {
  it('asks for figures as fine as the target', () => {
    expect(light(shown(), 'measurable')).toEqual(['yes', 'recorded', { unit: 'month', figures: 12 }]);
    expect(light(shown(), 'measurable', { cadence: 'week' })).toEqual([
      'no',
      'recordedCoarser',
      { unit: 'month', cadence: 'week' },
    ]);
    expect(light(book({ definitions: [kpi('leads')], series: [] }), 'measurable')[1]).toBe('noFigures');
  });
});

describe('achievable', () => {
  // The newest closed month, October, is 100 x 1.1^21 = 740.02; a target for December is two months away: +21 %.
  const october = 100 * 1.1 ** 21;

  it('is the growth asked against the 95th percentile over the same length', () => {
    const [state, code, values] = light(shown(), 'achievable', { goal: october * 1.2 });
    expect([state, code]).toEqual(['yes', 'within']);
    expect(values).toMatchObject({ periods: 2, samples: 20 });
    expect((values as { most: number }).most).toBeCloseTo(0.21, 9);
    expect((values as { asked: number }).asked).toBeCloseTo(0.2, 9);
    expect(light(shown(), 'achievable', { goal: october * 1.3 }).slice(0, 2)).toEqual(['no', 'beyond']);
    expect(light(shown(), 'achievable', { goal: october - 1 }).slice(0, 2)).toEqual(['yes', 'alreadyThere']);
  });

  it('without history is unknown', () => {
    const young = shown([...Array.from({ length: 19 }, () => undefined), 100, 110, 121] as number[]);
    expect(light(young, 'achievable', { goal: 200 }).slice(0, 2)).toEqual(['unknown', 'noHistory']);
    expect(light(shown([]), 'achievable')).toEqual(['unknown', 'noGoal', { reason: 'noValue' }]);
  });

  it('asks growth targets over their own length, and a fall as improvement where less is better', () => {
    const falling = shown(
      growing.map((value) => 1e6 / value),
      { direction: 'down' },
    );
    const set = target('leads', { kind: 'growPrevious', goal: -0.05, from: day('2026-12-01') });
    const growth = growthAsked(bookWith(falling, set), set);
    expect(growth).toMatchObject({ asked: 0.05, periods: 1, samples: 21 });
    expect((growth as { usual: number }).usual).toBeCloseTo(1 - 1 / 1.1, 9);
    const yearly = target('leads', { kind: 'growLastYear', goal: 0.5, from: day('2026-12-01') });
    expect(growthAsked(bookWith(shown(), yearly), yearly)).toMatchObject({
      asked: 0.5,
      periods: 12,
      samples: 10,
    });
  });

  it('gives a stock until the end of its target', () => {
    const followers = book({
      definitions: [stock('leads')],
      series: [run('leads', 'a', 'month', '2025-01-01', growing)],
    });
    const set = target('leads', { goal: 1000, from: day('2026-11-01'), to: day('2027-05-01') });
    expect(growthAsked(bookWith(followers, set), set)).toMatchObject({ periods: 6 });
    const now = target('leads', { goal: 1000, from: day('2026-11-01'), to: day('2027-05-01') });
    expect(growthAsked(bookWith(shown(), now), now)).toMatchObject({ periods: 1 });
  });

  it('does not count growth across a definition break', () => {
    const broken = book({
      definitions: [kpi('leads')],
      series: [run('leads', 'a', 'month', '2025-01-01', growing)],
      breaks: [{ kpi: 'leads', day: day('2026-06-01'), channel: null, factor: null, note: '' }],
    });
    const set = target('leads', { from: day('2026-11-01') });
    expect(growthAsked(bookWith(broken, set), set)).toMatchObject({ samples: 4 });
  });
});

describe('relevant and time-bound', () => {
  it('a KPI has its key result area; vanity needs a counter with a target', () => {
    expect(light(shown(), 'relevant')).toEqual(['yes', 'kra', { kra: 'engagement', stage: 'engagement' }]);
    expect(light(shown(growing, { kra: 'other' }), 'relevant')).toEqual([
      'no',
      'unknownKra',
      { kra: 'other' },
    ]);
    expect(light(shown(growing, { vanity: true, counter: 'sales' }), 'relevant')).toEqual([
      'partly',
      'vanity',
      { counter: 'sales' },
    ]);
  });

  it("an end lies on the cadence's grid", () => {
    expect(light(shown(), 'timeBound')).toEqual([
      'yes',
      'ends',
      { last: '2026-12-31', periods: 1, cadence: 'month' },
    ]);
    expect(light(shown(), 'timeBound', { to: null })).toEqual(['no', 'noEnd', {}]);
    expect(light(shown(), 'timeBound', { to: day('2027-01-16') })).toEqual([
      'partly',
      'offGrid',
      { last: '2027-01-15', earlier: '2026-12-31', later: '2027-01-31', cadence: 'month' },
    ]);
  });
});

describe('a draft', () => {
  it('interrupts what is set, which holds again after it', () => {
    const open = target('leads', { goal: 1 });
    const draft = target('leads', { id: 'draft', goal: 2, from: day('2026-12-01'), to: day('2027-01-01') });
    expect(withDraft([open], draft).map(({ from, to, goal }) => [from, to, goal])).toEqual([
      [open.from, draft.from, 1],
      [draft.from, draft.to, 2],
      [draft.to, null, 1],
    ]);
    expect(withDraft([{ ...open, channel: 'a' }], draft)).toHaveLength(2);
    // A way from a baseline is one straight line: cut, it does not go on.
    const way = target('leads', { kind: 'baseline', baseline: 5, to: day('2027-06-01') });
    expect(withDraft([way], draft).map(({ from, to }) => [from, to])).toEqual([
      [way.from, draft.from],
      [draft.from, draft.to],
    ]);
  });
});
