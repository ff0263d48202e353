import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import {
  addSurveyCounts,
  answersIn,
  noSurveyCounts,
  readAnswer,
  surveyKpis,
  surveyPoints,
  surveyResult,
  surveyScales,
  tallySurvey,
} from '../../../shared/domain/survey.ts';
import type { SurveyScale } from '../../../shared/domain/survey.ts';

const groups = (answers: readonly string[], scale: SurveyScale) =>
  answers.map((text) => {
    const answer = readAnswer(text, scale);
    return answer.is === 'read' ? answer.group : answer.is === 'blank' ? 'blank' : answer.why;
  });
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe('the lines of each scale', () => {
  it('0 to 10 by Reichheld: detractors to 6, passives 7 and 8, promoters 9 and 10', () => {
    expect(groups(numbers(0, 10), 'nps')).toEqual([
      ...times(7, 'bottom'),
      ...times(2, 'middle'),
      ...times(2, 'top'),
    ]);
  });
  it('1 to 5, 1 to 7 and 1 to 10', () => {
    expect(groups(numbers(1, 5), 'five')).toEqual(['bottom', 'bottom', 'middle', 'top', 'top']);
    expect(groups(numbers(1, 7), 'seven')).toEqual([
      ...times(3, 'bottom'),
      ...times(2, 'middle'),
      ...times(2, 'top'),
    ]);
    expect(groups(numbers(1, 10), 'ten')).toEqual([
      ...times(4, 'bottom'),
      ...times(2, 'middle'),
      ...times(4, 'top'),
    ]);
  });
  it('the same number is another answer on another scale: nothing is told from the data', () => {
    expect(readAnswer('5', 'nps')).toEqual({ is: 'read', group: 'bottom' });
    expect(readAnswer('5', 'five')).toEqual({ is: 'read', group: 'top' });
    expect(readAnswer('5', 'words')).toEqual({ is: 'unreadable', why: 'unknown' });
  });
});

describe('what an answer may look like', () => {
  it.each([
    ['9', 'nps', 'top'],
    [' 9,0 ', 'nps', 'top'],
    ['9/10', 'nps', 'top'],
    ['9 de 10', 'nps', 'top'],
    ['10 = Extremely likely', 'nps', 'top'],
    ['0 - Not at all likely', 'nps', 'bottom'],
    ['Promotor', 'nps', 'top'],
    ['passives', 'nps', 'middle'],
    ['4 stars', 'five', 'top'],
    ['5 estrellas', 'five', 'top'],
    ['"5 - Muy satisfecho"', 'five', 'top'],
    ['Very satisfied (5)', 'five', 'top'],
    ['Neither satisfied nor dissatisfied', 'words', 'middle'],
    ['Ni satisfecho ni insatisfecho', 'words', 'middle'],
    ['MUY SATISFECHA', 'words', 'top'],
    ['insatisfecho', 'words', 'bottom'],
    ['Nada satisfecho', 'words', 'bottom'],
    ['Unhappy', 'words', 'bottom'],
    ['Somewhat satisfied', 'five', 'top'],
    ['Somewhat satisfied', 'seven', 'middle'],
    ['Somewhat dissatisfied', 'seven', 'bottom'],
  ] as const)('%j on %s is %s', (text, scale, group) => {
    expect(readAnswer(text, scale)).toEqual({ is: 'read', group });
  });
  it.each(['', '  ', 'n/a', '-', "Don't know", 'NS/NC', 'No contesta'])('%j is no answer', (text) => {
    for (const scale of surveyScales) expect(readAnswer(text, scale)).toEqual({ is: 'blank' });
  });
  it.each([
    ['11', 'nps', 'outside'],
    ['-1', 'nps', 'outside'],
    ['0', 'five', 'outside'],
    ['8.5', 'nps', 'between'],
    ['8,5', 'nps', 'between'],
    ['9/10', 'five', 'otherScale'],
    ['4/5', 'nps', 'otherScale'],
    ['1 - Very satisfied', 'five', 'contradiction'],
    ['3 - no contesta', 'five', 'contradiction'],
    ['7-8', 'nps', 'unknown'],
    ['90 %', 'nps', 'unknown'],
    ['good', 'words', 'unknown'],
    ['satisfied', 'nps', 'unknown'],
    ['promoter', 'five', 'unknown'],
    ['Would you recommend us?', 'nps', 'unknown'],
    ['constructor', 'words', 'unknown'],
    ['١٠', 'nps', 'unknown'],
  ] as const)('%j on %s is not read: %s', (text, scale, why) => {
    expect(readAnswer(text, scale)).toEqual({ is: 'unreadable', why });
  });
  it('what was not read is listed with its place and counted nowhere', () => {
    expect(tallySurvey(['Score', '9', '', '8,5', '3'], 'nps')).toEqual({
      counts: { top: 1, middle: 0, bottom: 1 },
      n: 2,
      blank: 1,
      unread: [
        { place: 1, text: 'Score', why: 'unknown' },
        { place: 4, text: '8,5', why: 'between' },
      ],
    });
  });
});

describe('what comes of the counts', () => {
  it('NPS in points and CSAT as a fraction; nothing of no answers', () => {
    expect(surveyResult({ top: 5, middle: 3, bottom: 2 }, 'recommend')).toBe(30);
    expect(surveyResult({ top: 0, middle: 0, bottom: 4 }, 'recommend')).toBe(-100);
    expect(surveyResult({ top: 4, middle: 1, bottom: 5 }, 'satisfaction')).toBe(0.4);
    expect(surveyResult(noSurveyCounts, 'recommend')).toBeNull();
    expect(surveyResult(noSurveyCounts, 'satisfaction')).toBeNull();
  });
  it('is recorded under KPIs of the catalogue whose result is computed from just these three', () => {
    const folder = new URL('../../../resources/catalogue/kpis/', import.meta.url);
    const catalogue = new Map(
      readdirSync(folder)
        .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as KpiDefinition[])
        .map((kpi) => [kpi.key, kpi]),
    );
    for (const { top, middle, bottom, result } of Object.values(surveyKpis)) {
      for (const key of [top, middle, bottom])
        expect(catalogue.get(key)).toMatchObject({
          timeAggregation: 'sum',
          channelAggregation: 'sum',
          min: 0,
        });
      for (const key of [top, middle, bottom]) expect(catalogue.get(result)?.formula).toContain(key);
    }
  });
});

describe('laws', () => {
  const scale = fc.constantFrom(...surveyScales);
  const answer = fc.oneof(
    fc.integer({ min: -2, max: 12 }).map(String),
    fc.constantFrom(
      '',
      'n/a',
      'promoter',
      'Satisfecho',
      'dissatisfied',
      'neutral',
      '8,5',
      '9/10',
      '5 - good',
    ),
    fc.string(),
  );
  const answers = fc.array(answer, { maxLength: 40 });

  it('order never matters', () => {
    const shuffled = answers.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, scale, ([list, other], on) => {
        const [a, b] = [tallySurvey(list, on), tallySurvey(other, on)];
        expect(b.counts).toEqual(a.counts);
        expect(b.unread.map((one) => one.text).toSorted()).toEqual(
          a.unread.map((one) => one.text).toSorted(),
        );
      }),
    );
  });
  it('every answer is counted, empty or listed, and the counts add up to n', () => {
    fc.assert(
      fc.property(answers, scale, (list, on) => {
        const { counts, n, blank, unread } = tallySurvey(list, on);
        expect(answersIn(counts)).toBe(n);
        expect(n + blank + unread.length).toBe(list.length);
      }),
    );
  });
  it('a list in two parts, added, is the list', () => {
    fc.assert(
      fc.property(answers, answers, scale, (a, b, on) => {
        const whole = tallySurvey([...a, ...b], on);
        const parts = [tallySurvey(a, on), tallySurvey(b, on)] as const;
        expect(addSurveyCounts(parts[0].counts, parts[1].counts)).toEqual(whole.counts);
        expect(parts[0].n + parts[1].n).toBe(whole.n);
      }),
    );
  });
  it('a better answer is never in a worse group, and results stay within their bounds', () => {
    const rank = { bottom: 0, middle: 1, top: 2 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), scale, (a, b, on) => {
        const points = surveyPoints[on];
        fc.pre(points !== null && Math.min(a, b) >= points.low && Math.max(a, b) <= points.high);
        const [low, high] = [readAnswer(String(Math.min(a, b)), on), readAnswer(String(Math.max(a, b)), on)];
        if (low.is !== 'read' || high.is !== 'read') throw new Error('a point of the scale was not read');
        expect(rank[low.group]).toBeLessThanOrEqual(rank[high.group]);
      }),
    );
    const count = fc.nat({ max: 100_000 });
    fc.assert(
      fc.property(count, count, count, (top, middle, bottom) => {
        fc.pre(top + middle + bottom > 0);
        const counts = { top, middle, bottom };
        expect(Math.abs(surveyResult(counts, 'recommend') ?? Number.NaN)).toBeLessThanOrEqual(100);
        const share = surveyResult(counts, 'satisfaction') ?? Number.NaN;
        expect(share >= 0 && share <= 1).toBe(true);
      }),
    );
  });
});
