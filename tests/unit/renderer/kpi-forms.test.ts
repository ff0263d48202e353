import { describe, expect, test } from 'vitest';
import { blank, definitionOf, isWhole, keyOf } from '../../../renderer/features/kpis/ownKpi.ts';
import { judged, targetOn, targetText } from '../../../renderer/features/kpis/targets.ts';
import { en } from '../../../renderer/i18n/en/index.ts';
import { es } from '../../../renderer/i18n/es/index.ts';
import {
  formatChange,
  formatCoverage,
  formatDate,
  formatGoal,
  formatNumber,
  formatValue,
  periodLabel,
  unitWords,
} from '../../../shared/domain/format.ts';
import type { Style } from '../../../shared/domain/format.ts';
import { kpiDefinitionSchema } from '../../../shared/contract/values.ts';
import type { TargetDto } from '../../../shared/contract/api/kpis.ts';
import type { Format } from '../../../renderer/i18n/format.tsx';
import { spanLabel } from '../../../shared/domain/spanWords.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';

function formatOf(style: Style): Format {
  return {
    language: style.language,
    style,
    calendar: defaultCalendar,
    value: (value, unit, options) => formatValue(value, unit, style, options),
    number: (value, digits = 0, sign = false) => formatNumber(value, style, digits, sign),
    words: (unit) => unitWords(unit, style.language),
    change: (change, unit) => formatChange(change, unit, style),
    goal: (judgement, unit) => formatGoal(judgement, unit, style),
    coverage: (coverage) => formatCoverage(coverage, style.language),
    date: (date, length) => formatDate(date, style.language, length),
    period: (period, length) =>
      periodLabel(period as Parameters<typeof periodLabel>[0], defaultCalendar, style.language, length),
    span: (span, length) => spanLabel(span, defaultCalendar, style.language, length),
    local: (text) => text[style.language],
  };
}
const english = formatOf({ language: 'en', numberFormat: '1,234.5', currency: 'EUR' });
const spanish = formatOf({ language: 'es', numberFormat: '1.234,5', currency: 'EUR' });

describe('an own KPI', () => {
  const whole = {
    ...blank,
    name: { en: 'Trends reported', es: '' },
    definition: { en: 'Trends written up.', es: '' },
  };

  test('becomes a definition the contract takes, one language standing in for the other', () => {
    const definition = definitionOf(whole, 'trends_reported');
    expect(kpiDefinitionSchema.safeParse(definition).success).toBe(true);
    expect(definition.name.es).toBe('Trends reported');
  });

  test('a computed one carries its formula, a typed one none', () => {
    const computed = definitionOf(
      { ...whole, computed: true, formula: ' likes / reach ', overTime: 'sum' },
      'rate',
    );
    expect(computed).toMatchObject({
      timeAggregation: 'formula',
      channelAggregation: 'formula',
      formula: 'likes / reach',
    });
    expect(definitionOf({ ...whole, formula: 'left over' }, 'rate')).not.toHaveProperty('formula');
  });

  test('is whole only with a name, and a vanity one only with its counter', () => {
    expect(isWhole(whole)).toBe(true);
    expect(isWhole(blank)).toBe(false);
    expect(isWhole({ ...whole, vanity: true })).toBe(false);
    expect(isWhole({ ...whole, vanity: true, counter: 'engagement_rate' })).toBe(true);
    expect(isWhole({ ...whole, overTime: 'weightedMean' })).toBe(false);
  });

  test('gets a key that formulas can call and nobody else has', () => {
    expect(keyOf('Interacción útil (%)', new Set())).toBe('interaccion_util');
    expect(keyOf('Reach', new Set(['reach', 'reach_2']))).toBe('reach_3');
    expect(keyOf('123', new Set())).toBe('own_123');
    expect(keyOf('', new Set())).toBe('own_kpi');
    expect(kpiDefinitionSchema.shape.key.safeParse(keyOf('日本', new Set())).success).toBe(true);
  });
});

describe('a target', () => {
  const kpi = definitionOf({ ...blank, name: { en: 'Interactions', es: 'Interacciones' } }, 'interactions');
  const target = (part: Partial<TargetDto>): TargetDto => ({
    id: 1,
    kpi: 7,
    channel: null,
    kind: 'atLeast',
    cadence: 'month',
    from: '2026-01-01',
    to: null,
    goal: 1500,
    ...part,
  });

  test('reads as one line', () => {
    expect(targetText(target({}), kpi, english, en)).toBe('≥\u202f1,500 a month');
    expect(targetText(target({ kind: 'atMost', goal: 10 }), kpi, spanish, es)).toBe('≤\u202f10 al mes');
    expect(targetText(target({ kind: 'growLastYear', goal: 0.1 }), kpi, spanish, es)).toBe(
      '+10,0\u202f% sobre el año anterior',
    );
    expect(
      targetText(
        target({ kind: 'baseline', baseline: 4000, goal: 4600, to: '2027-01-01' }),
        kpi,
        english,
        en,
      ),
    ).toBe('4,000 to 4,600 by 31 Dec');
  });

  test('shows the floor that the rule gives, or the person’s own', () => {
    const draft = { kind: 'atLeast', goal: 1500, goalTo: null, floor: null } as const;
    expect(judged(draft, kpi, english, en)).toMatchObject({
      met: '1,500 or more',
      risk: 'from 1,350, under 1,500',
      off: 'under 1,350',
    });
    expect(judged({ ...draft, floor: 1200 }, kpi, english, en)?.off).toBe('under 1,200');
    expect(judged({ ...draft, kind: 'between', goal: 40, goalTo: 50 }, kpi, english, en)?.risk).toBe(
      'outside, but within 39 to 51',
    );
    expect(judged({ ...draft, kind: 'between', goal: 50, goalTo: 40 }, kpi, english, en)).toBeNull();
    expect(judged({ ...draft, goal: null }, kpi, english, en)).toBeNull();
  });

  test('of today is the newest that holds, for all channels before one', () => {
    const list = [
      target({ id: 1, to: '2026-07-01' }),
      target({ id: 2, from: '2026-07-01' }),
      target({ id: 3, from: '2026-08-01', channel: 4 }),
      target({ id: 4, from: '2027-01-01' }),
    ];
    expect(targetOn(list, 7, '2026-11-10')?.id).toBe(2);
    expect(targetOn(list, 7, '2026-06-30')?.id).toBe(1);
    expect(targetOn(list, 8, '2026-11-10')).toBeUndefined();
  });
});
