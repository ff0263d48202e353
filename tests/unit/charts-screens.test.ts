/** What the screens work out from a view before they draw it: findings, spans, pages, checks, words of a signal. */
import { describe, expect, test } from 'vitest';
import { breaksOf, notesOf, placeOf, slotsOf, stretchOf } from '../../renderer/charts/slots.ts';
import { signalWords } from '../../renderer/features/dashboard/moved.ts';
import { besideLabel } from '../../renderer/features/dashboard/spans.ts';
import { findingsOf } from '../../renderer/features/explorer/findings.ts';
import { spanOf, withRunning } from '../../renderer/features/explorer/span.ts';
import { checksOf } from '../../renderer/features/reports/checks.ts';
import { makeFormat } from '../../renderer/i18n/format.tsx';
import { messagesOf } from '../../renderer/i18n/index.tsx';
import type { ReportGroup, ReportModel, ReportRow } from '../../shared/domain/report.ts';
import type { Signal } from '../../shared/domain/results.ts';
import { dayOf, defaultCalendar } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';

const en = makeFormat('en', null);
const es = makeFormat('es', null);

describe('findings', () => {
  const starts = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`);
  const mark = (
    at: number,
    rule: 'outside' | 'eightOneSide',
    run: number,
  ): { start: string; signal: Signal } => ({
    start: starts[at] ?? '',
    signal: { rule, side: 'above', run, value: 40, points: 12 },
  });

  test('neighbouring points of one rule are one finding, numbered by time', () => {
    const found = findingsOf(
      [
        mark(2, 'outside', 1),
        mark(9, 'eightOneSide', 8),
        mark(10, 'eightOneSide', 9),
        mark(11, 'outside', 1),
      ],
      starts,
    );
    expect(found.map(({ mark: number, rule, from, to }) => [number, rule, from, to])).toEqual([
      ['1', 'outside', 2, 2],
      ['2', 'eightOneSide', 2, 10],
      ['3', 'outside', 11, 11],
    ]);
  });

  test('three of four near a limit is told with what is stronger on the same points', () => {
    const near = (at: number): { start: string; signal: Signal } => ({
      start: starts[at] ?? '',
      signal: { rule: 'threeOfFour', side: 'above', run: 3, value: 38, points: 12 },
    });
    const found = findingsOf([near(3), mark(4, 'outside', 1), near(10)], starts);
    expect(found.map((one) => [one.mark, one.rule, one.near])).toEqual([
      ['1', 'outside', true],
      ['2', 'threeOfFour', false],
    ]);
  });

  test('the same rule after a pause is another finding', () => {
    expect(findingsOf([mark(2, 'outside', 1), mark(5, 'outside', 1)], starts)).toHaveLength(2);
  });
});

describe('slots', () => {
  test('a year stands where it begins, a month under days', () => {
    expect(
      slotsOf(['2025-11-01', '2025-12-01', '2026-01-01'], 'month', en).map((slot) => [slot.label, slot.sub]),
    ).toEqual([
      ['Nov', '2025'],
      ['Dec', undefined],
      ['Jan', '2026'],
    ]);
    expect(slotsOf(['2026-11-01', '2026-11-02'], 'day', es).map((slot) => [slot.label, slot.sub])).toEqual([
      ['1', 'nov 2026'],
      ['2', undefined],
    ]);
  });

  test('a week belongs to the month of its fourth day', () => {
    expect(
      breaksOf(['2026-09-21', '2026-09-28', '2026-10-05'], 'week', en, null).map((at) => [at.at, at.text]),
    ).toEqual([
      [0, 'Sep'],
      [1, 'Oct'],
    ]);
  });

  test('what is compared covers the slots that lie in it by more than half', () => {
    const months = ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'];
    const days = (from: Day, to: Day) => ({ from, to });
    expect(stretchOf(months, 'month', days(dayOf(2026, 9, 1), dayOf(2026, 11, 1)))).toEqual({
      from: 1,
      to: 3,
    });
    expect(stretchOf(months, 'month', days(dayOf(2026, 10, 2), dayOf(2026, 11, 2)))).toEqual({
      from: 2,
      to: 3,
    });
    expect(stretchOf(months, 'month', days(dayOf(2025, 10, 1), dayOf(2025, 11, 1)))).toBeNull();
  });

  test('an annotation stands within its slot and keeps its number when an older one is off the axis', () => {
    const starts = ['2026-01-01', '2026-02-01'];
    expect(placeOf('2026-01-16', starts, '2026-03-01')).toBeCloseTo(0.48, 1);
    expect(placeOf('2026-03-01', starts, '2026-03-01')).toBeNull();
    const notes = notesOf(
      [
        { day: '2025-05-01', text: 'old' },
        { day: '2026-02-10', text: 'new' },
      ],
      starts,
      '2026-03-01',
      false,
    );
    expect(notes.map((note) => note.mark)).toEqual(['2']);
  });
});

describe('spans', () => {
  test('the base says its year only where it is another one', () => {
    const now = { cadence: 'month', from: '2026-11-01', to: '2026-11-10' } as const;
    const october = { ...now, from: '2026-10-01', to: '2026-10-10' };
    expect(besideLabel(october, now, es)).toBe('1–10 oct');
    expect(besideLabel({ ...now, from: '2025-11-01', to: '2025-11-10' }, now, en)).toBe('1–10 Nov 2025');
  });

  test('the newest closed period is shown with what has begun since, an older one alone', () => {
    const at = { today: dayOf(2026, 11, 10), calendar: defaultCalendar };
    const october = { cadence: 'month', start: dayOf(2026, 10, 1) } as const;
    const span = { from: '2025-11-01', to: '2026-10-31' };
    expect(withRunning(span, october, 'month', at)).toEqual({ from: '2025-11-01', to: '2026-11-30' });
    expect(withRunning(span, october, 'week', at).to).toBe('2026-11-15');
    const july = { cadence: 'month', start: dayOf(2026, 7, 1) } as const;
    expect(withRunning(span, july, 'month', at)).toBe(span);
  });

  test('the explorer looks so many months back from the end of the period, in whole steps', () => {
    const october = { cadence: 'month', start: dayOf(2026, 10, 1) } as const;
    expect(spanOf(october, 'month', 12, defaultCalendar)).toEqual({ from: '2025-11-01', to: '2026-10-31' });
    expect(spanOf(october, 'week', 12, defaultCalendar).from).toBe('2025-10-27');
  });
});

describe('words of a signal', () => {
  const words = (signal: Signal, now: number | null) =>
    signalWords('Interactions', { kind: 'count' }, signal, now, 'month', en, messagesOf('en'));

  test('a rule that fired is named with the figures behind it', () => {
    expect(
      words({ rule: 'outside', side: 'above', upper: 1512, lower: 900, value: 1560, points: 18 }, 1560),
    ).toEqual({
      title: 'Interactions above the upper limit',
      text: '1,560 against 1,512. One point outside.',
    });
  });

  test('without a rule it is within its usual range, or too early to tell', () => {
    expect(words({ upper: 1512, lower: 900, value: 1200, points: 18 }, 1200).title).toBe(
      'Interactions: within its usual range',
    );
    expect(words({ none: 'tooFew', points: 6 }, 1200)).toEqual({
      title: 'Interactions: too early to tell from noise',
      text: 'Too few points for limits: 6 of 8',
    });
  });
});

describe('report', () => {
  const row = (over: Partial<ReportRow> = {}): ReportRow => ({
    kpi: 'reach',
    channel: null,
    weight: 1,
    note: '',
    trend: [],
    goals: [],
    now: { value: 1, state: 'value', kind: 'flow', reasons: [] },
    base: { value: 1, state: 'value', kind: 'flow', reasons: [] },
    change: { kind: 'change', difference: 0, ratio: 0 },
    judgement: { status: 'met' },
    signal: { points: 0 },
    ...over,
  });
  const group = (key: string, rows: number): ReportGroup => ({
    key,
    name: key,
    rows: Array.from({ length: rows }, () => row()),
    score: { score: null, baseScore: null, covered: null, status: 'noTarget' },
  });

  test('what the rules of delivery found comes first, what is well says so, the rest is of this report', () => {
    const client = { logo: null, color: '#4750bd' } as ReportModel['client'];
    const bare = row({ judgement: { status: 'noTarget' } });
    const off = row({ judgement: { status: 'off' } });
    const groups = [{ ...group('a', 0), rows: [bare, off, row()] }];
    const kinds = (attention: Parameters<typeof checksOf>[1]): unknown[] =>
      checksOf({ groups, client }, attention).map((check) =>
        check.kind === 'attention' ? check.one.kind : [check.kind, check.ok, check.count],
      );
    expect(
      kinds([
        { kind: 'staleText', count: 2, section: 'summary' },
        { kind: 'coverage', count: 1, kpis: ['Reach'] },
      ]),
    ).toEqual([
      'staleText',
      'coverage',
      ['notes', true, 1],
      ['noTargets', false, 1],
      ['noLogo', false, 1],
      ['author', true, 1],
    ]);
    expect(kinds([])).toContainEqual(['coverage', true, 3]);
    expect(kinds([{ kind: 'unexplained', count: 1, kpis: ['Reach'] }])).not.toContainEqual([
      'notes',
      true,
      1,
    ]);
  });

  test('while what the rules say is not known, nothing is called well by them', () => {
    const client = { logo: '', color: '#4750bd' } as ReportModel['client'];
    const checks = checksOf({ groups: [group('a', 2)], client }, undefined);
    expect(checks.map((check) => check.kind)).toEqual(['targets', 'logo']);
  });
});
