/** Laws that hold for any figures, checked on random ones; and the cost of a whole dashboard. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../shared/domain/formula/parse.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { subPeriods } from '../../../shared/domain/period.ts';
import { scoreRow } from '../../../shared/domain/scorecard.ts';
import { seriesOf } from '../../../shared/domain/series.ts';
import { addDays, dayOf, defaultCalendar, isoOf } from '../../../shared/domain/time.ts';
import type { Cadence } from '../../../shared/domain/time.ts';
import { book, day, formula, kpi, period, run, stock, target } from './support.ts';

const year = period('year', '2024-01-01');
const daysOfYear = fc.array(fc.option(fc.integer({ min: -50, max: 5000 }), { nil: undefined }), {
  minLength: 366,
  maxLength: 366,
});

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e6));

describe('laws', () => {
  it('rolling up in steps equals one step, for sum, min and max', () => {
    fc.assert(
      fc.property(daysOfYear, fc.constantFrom('sum', 'min', 'max'), (values, timeAggregation) => {
        const definition = kpi('x', { timeAggregation });
        const direct = book({
          definitions: [definition],
          series: [run('x', 'a', 'day', '2024-01-01', values)],
        });
        let finer: (number | undefined)[] = [...values];
        for (const [cadence, from] of [
          ['month', direct],
          ['quarter', null],
          ['year', null],
        ] as const) {
          const at: Cadence = cadence;
          const below = ({ month: 'day', quarter: 'month', year: 'quarter' } as const)[cadence];
          const source =
            from ?? book({ definitions: [definition], series: [run('x', 'a', below, '2024-01-01', finer)] });
          finer = subPeriods(year, at, defaultCalendar).map(
            (p) => measure(source, 'x', 'a', p).value ?? undefined,
          );
        }
        const oneStep = measure(direct, 'x', 'a', year).value;
        const stepped = finer[0] ?? null;
        expect(rounded(stepped)).toBe(rounded(oneStep));
      }),
      { numRuns: 40 },
    );
  });

  it('the order of recording never matters', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            channel: fc.constantFrom('a', 'b', 'c'),
            cadence: fc.constantFrom<Cadence>('day', 'week', 'month'),
            offset: fc.nat(80),
            value: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
          }),
          { selector: (f) => `${f.channel}${f.cadence}${f.offset}`, maxLength: 60 },
        ),
        fc.infiniteStream(fc.nat()),
        (figures, random) => {
          const keyed = figures.map((figure) => ({ figure, order: Number(random.next().value) }));
          const shuffled = keyed.toSorted((x, y) => x.order - y.order).map((k) => k.figure);
          const make = (list: typeof figures) =>
            book({
              definitions: [kpi('x'), stock('y'), formula('z', 'x / y')],
              series: ['x', 'y'].flatMap((of) =>
                list.map((f) => {
                  const start =
                    f.cadence === 'month'
                      ? dayOf(2024 + Math.floor(f.offset / 12), 1 + (f.offset % 12), 1)
                      : addDays(day('2026-07-06'), f.cadence === 'day' ? f.offset : 7 * f.offset);
                  return run(of, f.channel, f.cadence, isoOf(start), [f.value]);
                }),
              ),
              targets: [target('x')],
            });
          for (const cadence of ['week', 'month', 'quarter'] as const) {
            for (const key of ['x', 'y', 'z']) {
              const at = period(cadence, '2026-09-01');
              const once = scoreRow(make(figures), key, null, at, 'previous');
              expect(scoreRow(make(shuffled), key, null, at, 'previous')).toEqual(once);
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('a missing input never becomes 0', () => {
    const expressions = fc.constantFrom(
      'x + gap',
      'x * gap',
      'gap / x',
      'x / gap',
      '-gap',
      'sum(x, gap)',
      'mean(gap)',
      'min(x, gap)',
      'round(gap)',
      'if(gap, 1, 2)',
      'if(x, gap, 1)',
      'prev(gap)',
      'change(gap)',
      'coalesce(gap, gap)',
    );
    fc.assert(
      fc.property(
        daysOfYear,
        expressions,
        fc.constantFrom<Cadence>('day', 'month', 'year'),
        (values, text, cadence) => {
          const b = book({
            definitions: [kpi('x'), kpi('gap'), stock('level'), formula('f', text)],
            series: [
              run(
                'x',
                'a',
                'day',
                '2024-01-01',
                values.map((v) => (v === undefined || v === 0 ? 1 : Math.abs(v))),
              ),
              run('level', 'a', 'day', '2024-01-01', values),
            ],
          });
          const at = period(cadence, '2024-01-01');
          for (const key of ['f', 'gap']) {
            expect(measure(b, key, null, at)).toMatchObject({ value: null });
            expect(measure(b, key, 'a', at)).toMatchObject({ value: null });
          }
          for (const point of seriesOf(b, 'level', 'a', 'day', day('2024-01-01'), day('2024-12-31'))) {
            expect(point.value === null).toBe(values[point.period.start - day('2024-01-01')] === undefined);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the formula parser never throws or hangs', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      ',',
      ';',
      '1',
      '.5',
      'clicks',
      'if',
      'sum(',
      ' ',
      '<',
      '=',
      '__proto__',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 400 }).map((list) => list.join('')),
        (text) => {
          const parsed = parseFormula(text);
          const at = parsed.ok ? 0 : parsed.error.at;
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
