/** Rules and reasons in words: every code of the rules has a sentence in both languages, with its own figures in it. */
import { describe, expect, test } from 'vitest';
import { becauseTexts } from '../../../renderer/features/advice/because.ts';
import type { Because } from '../../../renderer/features/advice/because.ts';
import { proposal, ruleName } from '../../../renderer/features/advice/ruleWords.ts';
import { growthText, reasonText } from '../../../renderer/features/kpis/target/smartWords.ts';
import { draftOf, flawsOf, givesWay, inputOf } from '../../../renderer/features/kpis/target/draft.ts';
import { makeFormat } from '../../../renderer/i18n/format.tsx';
import { en } from '../../../renderer/i18n/en/index.ts';
import { es } from '../../../renderer/i18n/es/index.ts';
import { makeFaces } from '../../../renderer/ui/faces.ts';
import type { ClientKpi, TargetDto } from '../../../shared/contract/api/kpis.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import type { KpiDefinition, Language } from '../../../shared/domain/kpi.ts';

const both = [
  ['en', en],
  ['es', es],
] as const;
const client = { numberFormat: '1,234.5', currency: 'EUR', weekStart: 1, fiscalYearStart: 1 } as const;
const face = (key: string, name: string, unit: KpiFace['unit']): KpiFace => ({
  id: 1,
  key,
  name: { en: name, es: name },
  unit,
  direction: 'up',
  kra: 'engagement',
  stage: 'engagement',
  level: 'strategic',
  cadence: 'day',
  timeAggregation: 'sum',
  computed: false,
  vanity: false,
});
const view = {
  kpis: [
    face('reach', 'Reach', { kind: 'count', label: { en: 'people', es: 'personas' } }),
    face('sentiment', 'Sentiment', { kind: 'points' }),
  ],
  channels: [{ id: '7', name: 'Forum', network: 'discourse' }],
};
/** No-break spaces are spaces to the eye. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
function say(list: readonly Because[], language: Language = 'en'): string {
  const format = makeFormat(language, client);
  const faces = makeFaces(view, format);
  return plain(becauseTexts(list, { kpi: 'reach', faces, format, t: language === 'en' ? en : es }));
}
const october = { start: '2026-10-01', cadence: 'month' } as const;
const goal = { goal: 1500, sense: 'atLeast' } as const;
const because = (code: string, values: Because['values'], kpi: string | null = null): Because => ({
  code,
  kpi,
  values,
});

const reasons: readonly Because[] = [
  because('missed', { value: 1200, ...goal, status: 'off', ...october }),
  because('missedBefore', { value: 1100, ...goal, status: 'off', start: '2026-09-01', cadence: 'month' }),
  because('met', { value: 1600, ...goal, ...october }),
  ...['outside', 'eightOneSide', 'threeOfFour'].map((rule) =>
    because('signal', {
      rule,
      side: 'below',
      value: 1200,
      centre: 1400,
      lower: 1250,
      upper: 1550,
      run: 9,
      ...october,
    }),
  ),
  because('counter', { status: 'off', value: 14, goal: 30, ...october }, 'sentiment'),
  because('counter', { status: 'noData', ...october }, 'sentiment'),
  because('counterMissing', {}),
  because('forecast', { value: 1300, low: 1250, high: 1350, ...goal, ...october }),
  because('daysLeft', { days: 9, of: 30 }),
  because('trend', { slope: -12, p: 0.004, points: 12, cadence: 'month', direction: 'down' }),
  because('reached', { reached: 0, of: 6, cadence: 'month' }),
  because('usual', { median: 1240, goal: 1500 }),
  because('missing', { recorded: 0, expected: 31, coverage: 'day', ...october }),
  because('coverage', { recorded: 23, expected: 31, unit: 'day', ...october }),
  because('lag', { channel: '7', days: 11, last: '2026-10-20' }),
  because('recorded', { value: 900, ...october }),
  because('break', { day: '2026-01-01', note: '' }),
  because('distance', { value: 1200, ...goal, distance: 0.2, ...october }),
  because('tooEarly', { points: 5, of: 8 }),
];

describe('what fired a rule', () => {
  test.each(both)('has a sentence for every code, in %s', (language, t) => {
    for (const reason of reasons) {
      const text = say([reason], language);
      expect(text, reason.code).not.toBe(t.advice.because.other);
      expect(text, reason.code).toMatch(/\.$/);
      expect(text, reason.code).not.toMatch(/undefined|NaN|null| {2}/);
    }
    expect(say([because('of a later version', {})], language)).toBe(t.advice.because.other);
  });

  test('gives figures with their unit, their period and what they are held against', () => {
    expect(say([because('missed', { value: 1200, ...goal, status: 'off', ...october })])).toBe(
      '1,200 people in October 2026, goal ≥ 1,500: off.',
    );
    expect(say([because('coverage', { recorded: 23, expected: 31, unit: 'day', ...october })])).toBe(
      '23 of 31 days recorded in October 2026.',
    );
    expect(say([because('counter', { status: 'off', value: 14, goal: 30, ...october }, 'sentiment')])).toBe(
      'Its counter Sentiment: +14 points in October 2026, goal +30: off.',
    );
  });

  test('does not say a figure twice', () => {
    const missed = because('missed', { value: 1200, ...goal, status: 'off', ...october });
    const signal = because('signal', {
      rule: 'outside',
      side: 'below',
      value: 1200,
      lower: 1250,
      ...october,
    });
    expect(say([missed, signal])).toBe(
      '1,200 people in October 2026, goal ≥ 1,500: off. Below its lower limit of 1,250.',
    );
    // Of another month it is another figure.
    expect(say([missed, { ...signal, values: { ...signal.values, start: '2026-09-01' } }])).toContain(
      '1,200 people in September 2026, below its lower limit',
    );
  });

  test('a probability is never rounded to nothing', () => {
    expect(say([because('trend', { slope: -12, p: 0.0002, points: 12, cadence: 'month' })])).toContain(
      '(p < 0.001)',
    );
    expect(say([because('trend', { slope: -12, p: 0.004, points: 12, cadence: 'month' })])).toContain(
      'p = 0.004',
    );
  });
});

test('every rule has a name and a text to begin an action with; one of a later version keeps its own', () => {
  for (const [, t] of both)
    for (const rule of Object.keys(t.advice.rules)) {
      expect(ruleName(rule, t)).not.toBe(rule);
      expect(proposal(rule, 'Reach', 'Forum', t)).toMatch(rule === 'channelBehind' ? /Forum/ : /Reach/);
    }
  expect(ruleName('laterRule', en)).toBe('laterRule');
});

const definition: KpiDefinition = {
  key: 'reach',
  name: { en: 'Reach', es: 'Alcance' },
  definition: { en: 'x', es: 'x' },
  unit: { kind: 'count' },
  direction: 'up',
  timeAggregation: 'sum',
  channelAggregation: 'sum',
  kra: 'engagement',
  stage: 'engagement',
  level: 'strategic',
  cadence: 'day',
  vanity: false,
  aliases: { en: [], es: [] },
  target: { kind: 'atLeast' },
};

describe('the SMART check', () => {
  const codes: readonly [code: string, values: Record<string, number | string>][] = [
    ['namesChannel', { channel: '7' }],
    ['allChannels', { channels: 3 }],
    ['noDefinition', {}],
    ['recorded', { unit: 'day', figures: 11 }],
    ['computed', { figures: 11 }],
    ['noFigures', {}],
    ['recordedCoarser', { unit: 'quarter', cadence: 'month' }],
    ['notAdditive', { cadence: 'month' }],
    ['noHistory', { samples: 2, needed: 4 }],
    ...['noBase', 'baseZero', 'lowCoverage', 'noTargetForPeriod', 'noValue'].map(
      (reason): [string, Record<string, string>] => ['noGoal', { reason }],
    ),
    ['alreadyThere', { value: 1600, goal: 1500 }],
    ['within', { asked: 0.05, most: 0.12, usual: 0.03, samples: 12, periods: 3, cadence: 'month' }],
    ['beyond', { asked: 0.3, most: 0.12, usual: 0.03, samples: 12, periods: 3, cadence: 'month' }],
    ['kra', { kra: 'engagement', stage: 'engagement' }],
    ['unknownKra', { kra: 'gone' }],
    ['vanity', { counter: 'sentiment' }],
    ['vanity', {}],
    ['ends', { last: '2026-12-31', periods: 3, cadence: 'month' }],
    ['noEnd', {}],
    ['offGrid', { last: '2026-12-15', earlier: '2026-11-30', later: '2026-12-31' }],
    ['past', { last: '2026-09-30' }],
  ];
  test.each(both)('has a sentence for every reason, in %s', (language, t) => {
    const context = {
      definition,
      cadence: 'month' as const,
      channel: () => 'Forum',
      kpi: () => 'Sentiment',
      catalogue: { kras: [], stages: [] },
      format: makeFormat(language, client),
      t,
    };
    for (const [code, values] of codes) {
      const text = plain(reasonText({ code, values }, context));
      expect(text, code).not.toBe(t.kpis.smart.reasons.other);
      expect(text, code).toMatch(/[^.]\.$/);
      expect(text, code).not.toMatch(/undefined|NaN|null/);
    }
  });

  test('an improvement where less is better reads as the fall it is', () => {
    const format = makeFormat('en', client);
    expect(plain(growthText(0.2, { ...definition, direction: 'down' }, format))).toBe('−20.0 %');
    expect(plain(growthText(0.2, definition, format))).toBe('+20.0 %');
  });
});

describe('a target being written', () => {
  const kpi: ClientKpi = {
    id: 4,
    client: 1,
    definition: definition as ClientKpi['definition'],
    shown: true,
    own: false,
    weight: 1,
    headline: null,
    figures: 0,
    targets: 0,
  };
  const blank = draftOf(kpi, undefined, null, () => '2026-10-01');
  const held: TargetDto = {
    id: 1,
    kpi: 4,
    channel: null,
    kind: 'atLeast',
    cadence: 'month',
    from: '2026-01-01',
    to: null,
    goal: 1200,
  };

  test('begins from the last one of its channel', () => {
    expect(blank).toMatchObject({
      kind: 'atLeast',
      goal: null,
      cadence: 'month',
      from: '2026-10-01',
      to: '',
    });
    expect(
      draftOf(kpi, { ...held, cadence: 'quarter', floor: 1000 }, null, () => '2026-10-01'),
    ).toMatchObject({
      goal: 1200,
      floor: 1000,
      cadence: 'quarter',
    });
  });

  test('is whole only with all that its kind needs', () => {
    expect(flawsOf(blank)).toEqual(['goal']);
    expect(flawsOf({ ...blank, goal: undefined })).toEqual(['number']);
    expect(flawsOf({ ...blank, kind: 'between', goal: 50 })).toEqual(['goalTo']);
    expect(flawsOf({ ...blank, kind: 'between', goal: 50, goalTo: 40 })).toEqual(['order']);
    expect(flawsOf({ ...blank, kind: 'baseline', goal: 50 })).toEqual(['baseline', 'toMissing']);
    expect(flawsOf({ ...blank, goal: 50, to: '2026-09-30' })).toEqual(['toBefore']);
    expect(inputOf(4, blank)).toBeNull();
    // The last day is the person's, the first day after it the contract's; a growth target has no floor of its own.
    expect(inputOf(4, { ...blank, kind: 'growLastYear', goal: 0.1, floor: 9, to: '2026-12-31' })).toEqual({
      kpi: 4,
      channel: null,
      kind: 'growLastYear',
      cadence: 'month',
      from: '2026-10-01',
      to: '2027-01-01',
      goal: 0.1,
    });
  });

  test('knows which targets give way to it', () => {
    const input = inputOf(4, { ...blank, goal: 1500 });
    if (input === null) throw new Error('whole');
    expect(givesWay([held], input)).toEqual([{ target: held, ends: true }]);
    const later = { ...held, from: '2026-11-01' };
    expect(givesWay([later], input)).toEqual([{ target: later, ends: false }]);
    const over = { ...held, to: '2026-10-01' };
    const others = [over, { ...held, channel: 7 }, { ...held, cadence: 'quarter' as const }];
    expect(givesWay(others, input)).toEqual([]);
  });
});
