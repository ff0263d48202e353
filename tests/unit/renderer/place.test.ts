import { describe, expect, test } from 'vitest';
import { dependsOn, isStale } from '../../../renderer/api/areas.ts';
import { clientHref } from '../../../renderer/app/hrefs.ts';
import {
  atCadence,
  lastClosed,
  parsePeriod,
  periodParam,
  toDto,
  toPeriod,
} from '../../../renderer/i18n/period.ts';
import { sparkShape } from '../../../renderer/ui/sparkline.ts';
import { api } from '../../../shared/contract/api.ts';
import { dayOf, defaultCalendar } from '../../../shared/domain/time.ts';

const today = dayOf(2026, 11, 10);

describe('a period in the address', () => {
  test('is read back as it was written', () => {
    const period = { cadence: 'month', start: dayOf(2026, 10, 1) } as const;
    expect(periodParam(period)).toBe('month:2026-10-01');
    expect(parsePeriod('month:2026-10-01', defaultCalendar)).toEqual(period);
    expect(toPeriod(toDto(period))).toEqual(period);
  });

  test('lands on the client’s own calendar', () => {
    expect(parsePeriod('week:2026-10-07', { weekStart: 7, fiscalYearStart: 1 })?.start).toBe(
      dayOf(2026, 10, 4),
    );
    expect(parsePeriod('year:2026-02-01', { weekStart: 1, fiscalYearStart: 4 })?.start).toBe(
      dayOf(2025, 4, 1),
    );
  });

  test('nonsense is no period', () => {
    for (const text of [null, '', 'month', 'month:2026-13-01', 'moon:2026-10-01', 'month:', ':2026-10-01']) {
      expect(parsePeriod(text, defaultCalendar)).toBeUndefined();
    }
  });

  test('the newest closed month is the one before today’s', () => {
    expect(lastClosed('month', today, defaultCalendar).start).toBe(dayOf(2026, 10, 1));
  });

  test('a finer cadence shows the end of the coarser period, never the future', () => {
    const year = { cadence: 'year', start: dayOf(2026, 1, 1) } as const;
    expect(atCadence(year, 'month', today, defaultCalendar).start).toBe(dayOf(2026, 11, 1));
    const quarter = { cadence: 'quarter', start: dayOf(2026, 7, 1) } as const;
    expect(atCadence(quarter, 'month', today, defaultCalendar).start).toBe(dayOf(2026, 9, 1));
  });

  test('addresses carry what is set, readably', () => {
    expect(clientHref(3, 'explorer', { period: 'month:2026-10-01', base: undefined, kpi: '12' })).toBe(
      '/c/3/explorer?period=month:2026-10-01&kpi=12',
    );
    expect(clientHref(3, 'figures')).toBe('/c/3/figures');
  });
});

describe('what a change makes old', () => {
  test('the same client’s answers that look at the area, and those over all clients', () => {
    const change = { client: 2, areas: ['figures'] } as const;
    expect(isStale('scorecard.get', { client: 2 }, change)).toBe(true);
    expect(isStale('scorecard.get', { client: 3 }, change)).toBe(false);
    expect(isStale('clients.portfolio', {}, change)).toBe(true);
    expect(isStale('app.state', {}, change)).toBe(false);
    expect(isStale('scorecard.get', { client: 3 }, { client: null, areas: ['figures'] })).toBe(true);
  });

  test('every query of the contract has its areas', () => {
    const queries = Object.entries(api).flatMap(([name, spec]) => (spec.kind === 'query' ? [name] : []));
    expect(Object.keys(dependsOn).toSorted()).toEqual(queries.toSorted());
  });
});

describe('a sparkline', () => {
  test('breaks at a gap instead of joining over it', () => {
    const { line } = sparkShape([1, 2, null, 4, 5], [], 84, 24);
    expect(line.match(/M/g)).toHaveLength(2);
    expect(line.match(/L/g)).toHaveLength(2);
  });

  test('a value between two gaps is a dot, and a missing last one has none', () => {
    const shape = sparkShape([null, 3, null, 4, null], [], 84, 24);
    expect(shape.lone).toHaveLength(2);
    expect(shape.line).toBe('');
    expect(shape.last).toBeNull();
  });

  test('goals step where they change and stop where there is none', () => {
    const { goal } = sparkShape([1, 2, 3, 4], [2, 2, 3, null], 84, 24);
    expect(goal.match(/M/g)).toHaveLength(1);
    expect(goal).toContain('V');
  });

  test('flat and empty series stay inside the box', () => {
    expect(sparkShape([5, 5, 5], [], 84, 24).line).toMatch(/^M3 12L42 12L81 12$/);
    expect(sparkShape([null, null], [], 84, 24)).toEqual({ line: '', lone: [], goal: '', last: null });
  });
});
