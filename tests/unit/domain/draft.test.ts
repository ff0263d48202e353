/** Drafted texts as they read, whole paragraphs in both languages: one situation each. */
import { describe, expect, it } from 'vitest';
import { definitions, months, summary, wave } from './drafting.ts';
import type { Drafting } from './drafting.ts';
import { book, day, kpi, period, run, target, times } from './support.ts';

interface Situation extends Drafting {
  readonly title: string;
  readonly en: readonly string[];
  readonly es: readonly string[];
}

const situations: readonly Situation[] = [
  {
    title: 'what met its goal and what did not; a difference that is no change; the action due first',
    book: book({
      definitions,
      series: [
        months('orders', [...wave(23, 2000, 2200), 2480]),
        months('reach', [...wave(23, 50000, 52000), 51000]),
      ],
      targets: [target('orders', { goal: 2400 }), target('reach', { goal: 55000 })],
    }),
    rows: ['orders', 'reach'],
    headlines: 2,
    actions: [
      { text: 'Answer the reviews.', due: '2026-11-20', owner: 'Marta' },
      { text: 'Later', due: '2026-12-01', owner: '' },
    ],
    en: [
      'In October 2026 the goal was met for orders from social, at 2,480 against 2,400. Reach, at 51,000 against a goal of 55,000, ended at risk.',
      'No KPI left its usual range. Orders from social may look like a change, with +12.7\u202f% (October 2025: 2,200), but stayed within their usual range.',
      'Next comes “Answer the reviews”, due 20 November 2026, by Marta.',
    ],
    es: [
      'En octubre de 2026 se cumple la meta en pedidos desde redes, con 2.480 frente a 2.400. El alcance, con 51.000 frente a una meta de 55.000, queda en riesgo.',
      'Ningún KPI sale de su margen habitual. En pedidos desde redes la diferencia parece un cambio, con +12,7\u202f% (octubre de 2025: 2.200), pero queda en su margen habitual.',
      'Lo siguiente es «Answer the reviews», con fecha del 20 de noviembre de 2026, a cargo de Marta.',
    ],
  },
  {
    title: 'values without goals, over too few periods to call anything a change',
    book: book({
      definitions,
      series: [
        run('orders', '1', 'month', '2026-09-01', [90, 100]),
        run('followers', '1', 'month', '2026-09-01', [5000, 5100]),
      ],
    }),
    rows: ['orders', 'followers'],
    headlines: 2,
    base: 'previous',
    en: [
      'October 2026 closed with orders from social at 100 and followers at 5,100, without a goal yet.',
      'It is too early to tell a change from noise.',
    ],
    es: [
      'Octubre de 2026 cierra con 100 en pedidos desde redes y 5.100 en seguidores, aún sin meta.',
      'Aún es pronto para distinguir un cambio del ruido.',
    ],
  },
  {
    title: 'a client too young for signals gets the largest distances from target',
    book: book({
      definitions,
      series: [
        run('orders', '1', 'month', '2026-08-01', [80, 90, 100]),
        run('reach', '1', 'month', '2026-08-01', [800, 900, 700]),
      ],
      targets: [target('orders', { goal: 300 }), target('reach', { goal: 720 })],
    }),
    rows: ['orders', 'reach'],
    headlines: 2,
    base: 'previous',
    en: [
      'In October 2026, reach, at 700 against a goal of 720, ended at risk. By contrast, orders from social came to 100, below the goal of 300.',
      'It is too early to tell a change from noise; the largest distances from goal are in orders from social and reach.',
    ],
    es: [
      'En octubre de 2026, el alcance, con 700 frente a una meta de 720, queda en riesgo. En cambio, los pedidos desde redes llegan a 100, por debajo de la meta de 300.',
      'Aún es pronto para distinguir un cambio del ruido; las mayores distancias con la meta están en pedidos desde redes y alcance.',
    ],
  },
  {
    title: 'a flow under 80 % of its days is not judged',
    book: book({
      definitions,
      series: [
        run('orders', '1', 'day', '2025-10-01', [...times(365, 10), ...times(23, 12)]),
        months('reach', wave(24, 50000, 52000)),
      ],
      targets: [target('orders', { goal: 300 }), target('reach', { goal: 50000 })],
    }),
    rows: ['orders', 'reach'],
    headlines: 2,
    en: [
      'In October 2026 the goal was met for reach, at 52,000 against 50,000.',
      'No KPI left its usual range.',
      'No conclusion is drawn from orders from social, with only 23/31 days recorded.',
    ],
    es: [
      'En octubre de 2026 se cumple la meta en alcance, con 52.000 frente a 50.000.',
      'Ningún KPI sale de su margen habitual.',
      'Los pedidos desde redes, con dato en solo 23/31 días, quedan sin valorar.',
    ],
  },
  {
    title: 'a vanity KPI is not met against its counter',
    book: book({
      definitions,
      series: [months('likes', [...wave(23, 100, 110), 140]), months('sentiment', [...wave(23, 30, 34), 14])],
      targets: [target('likes', { goal: 120 }), target('sentiment', { goal: 30 })],
    }),
    rows: ['likes', 'sentiment'],
    headlines: 2,
    en: [
      'In October 2026, sentiment stood at +14, below the goal of +30.',
      'Likes left their usual range: 140, above their upper limit, a difference of +27.3\u202f% (October 2025: 110). A change also shows in sentiment, below its lower limit.',
      'Likes came to 140, above the goal of 120, but sentiment does not confirm it, at +14 against a goal of +30.',
    ],
    es: [
      'En octubre de 2026, el sentimiento se sitúa en +14, por debajo de la meta de +30.',
      'Los «Me gusta» salen de su margen habitual: 140, sobre su límite superior, con una diferencia de +27,3\u202f% (octubre de 2025: 110). También hay cambio en el sentimiento, bajo su límite inferior.',
      'Los «Me gusta» llegan a 140, por encima de la meta de 120, pero el sentimiento no lo confirma, con +14 frente a una meta de +30.',
    ],
  },
  {
    title: 'growth across a definition break is withheld, with the day',
    book: book({
      definitions,
      series: [months('orders', wave(24, 2000, 2200))],
      targets: [target('orders', { goal: 2000 })],
      breaks: [{ kpi: 'orders', day: day('2026-01-01'), channel: null, factor: null, note: 'New counting' }],
    }),
    rows: ['orders'],
    headlines: 1,
    en: [
      'In October 2026 the goal was met for orders from social, at 2,200 against 2,000.',
      'No KPI left its usual range.',
      'Orders from social cannot be compared with the base: the definition changed on 1 January 2026.',
    ],
    es: [
      'En octubre de 2026 se cumple la meta en pedidos desde redes, con 2.200 frente a 2.000.',
      'Ningún KPI sale de su margen habitual.',
      'Los pedidos desde redes no admiten comparación con la base: la definición cambió el 1 de enero de 2026.',
    ],
  },
  {
    title: 'a level that shifted, and a stock that grew more than usual',
    book: book({
      definitions,
      series: [
        months('orders', [...wave(16, 100, 104), ...times(8, 112).map((v, i) => v + (i % 2))]),
        months('followers', [...Array.from({ length: 23 }, (_, i) => 1000 + 10 * i + (i % 2)), 1400]),
      ],
      targets: [target('orders', { goal: 110 })],
    }),
    rows: ['orders', 'followers'],
    headlines: 1,
    en: [
      'In October 2026 the goal was met for orders from social, at 113 against 110.',
      'Followers grew more than usual, to 1,400: above their upper limit, a difference of +26.0\u202f% (October 2025: 1,111). A change also shows in orders from social, 8 months in a row above the centre.',
    ],
    es: [
      'En octubre de 2026 se cumple la meta en pedidos desde redes, con 113 frente a 110.',
      'Los seguidores crecen más de lo habitual, hasta 1.400: sobre su límite superior, con una diferencia de +26,0\u202f% (octubre de 2025: 1.111). También hay cambio en los pedidos desde redes, 8 meses seguidos sobre el centro.',
    ],
  },
  {
    title: 'ceilings and ranges',
    book: book({
      definitions,
      series: [
        months('reply', [...wave(23, 9000, 10800), 14400]),
        months('posts', [...wave(23, 20, 22), 22]),
      ],
      targets: [
        target('reply', { kind: 'atMost', goal: 10800 }),
        target('posts', { kind: 'between', goal: 18, goalTo: 24 }),
      ],
    }),
    rows: ['posts', 'reply'],
    headlines: 2,
    en: [
      'In October 2026 the goal was met for posts published, at 22 against a range of 18 to 24. By contrast, first response time stood at 4 h, above the ceiling of 3 h.',
      'No KPI left its usual range. First response time may look like a change, with +33.3\u202f% (October 2025: 3 h), but stayed within its usual range.',
    ],
    es: [
      'En octubre de 2026 se cumple la meta en publicaciones, con 22 frente a un margen de 18 a 24. En cambio, el tiempo de primera respuesta se sitúa en 4 h, por encima del máximo de 3 h.',
      'Ningún KPI sale de su margen habitual. En tiempo de primera respuesta la diferencia parece un cambio, con +33,3\u202f% (octubre de 2025: 3 h), pero queda en su margen habitual.',
    ],
  },
  {
    title: 'a running period on pace, and the days of its figures said once',
    book: book({
      on: '2026-11-10',
      definitions,
      series: [
        run('orders', '1', 'day', '2026-09-01', [...times(30, 70), ...times(31, 80), ...times(7, 100)]),
        run('reach', '1', 'day', '2026-09-01', [...times(30, 70), ...times(31, 80), ...times(7, 20)]),
      ],
      targets: [target('orders', { goal: 3000 }), target('reach', { goal: 3000 })],
    }),
    rows: ['orders', 'reach'],
    headlines: 2,
    period: period('month', '2026-11-01'),
    base: 'previous',
    en: [
      'November 2026 is still running, so these figures are of its first part. Orders from social, with 700 (1–7 November 2026) against a goal of 3,000, are on pace. Well behind is reach, with 140 against a goal of 3,000.',
      'It is too early to tell a change from noise; the largest distance from goal is in reach.',
    ],
    es: [
      'Noviembre de 2026 sigue en curso: las cifras son de su primera parte. Los pedidos desde redes, con 700 (1–7 de noviembre de 2026) frente a una meta de 3.000, van en ritmo. Muy por detrás va el alcance, con 140 frente a una meta de 3.000.',
      'Aún es pronto para distinguir un cambio del ruido; la mayor distancia con la meta está en alcance.',
    ],
  },
  {
    title: 'no base, a base not recorded and a base of zero are three sentences',
    book: book({
      definitions,
      series: [
        run('orders', '1', 'month', '2025-10-01', [0, ...times(12, 50)]),
        run('reach', '1', 'month', '2024-10-01', [100, ...times(11, 100), undefined, ...times(12, 120)]),
        run('followers', '1', 'month', '2026-03-01', times(8, 500)),
      ],
      targets: [],
    }),
    rows: ['orders', 'reach', 'followers', 'rate'],
    headlines: 2,
    en: [
      'October 2026 closed with orders from social at 50 and reach at 120, without a goal yet.',
      'Orders from social settled at another level, at 50: 12 months in a row above the centre.',
      'The base of reach was not recorded in October 2025. There is no base for followers. The base of orders from social is zero, so there is no percentage. Nothing was recorded in October 2026 for engagement rate.',
    ],
    es: [
      'Octubre de 2026 cierra con 50 en pedidos desde redes y 120 en alcance, aún sin meta.',
      'Los pedidos desde redes se mueven en otro nivel, con 50: 12 meses seguidos sobre el centro.',
      'La base del alcance no está anotada en octubre de 2025. No hay base para los seguidores. La base de los pedidos desde redes es cero y no hay porcentaje. Falta el dato de tasa de interacción en octubre de 2026.',
    ],
  },
  {
    title: 'a difference of half is no change within the usual range',
    book: book({
      definitions,
      series: [
        months(
          'orders',
          [...wave(22, 60, 140), 140, 118].map((v, i) => (i === 11 ? 80 : v)),
        ),
        months('rate', wave(24, 0.04, 0.05)),
      ],
      targets: [target('orders', { goal: 100 }), target('rate', { goal: 0.06 })],
    }),
    rows: ['orders', 'rate'],
    headlines: 2,
    en: [
      'In October 2026 the goal was met for orders from social, at 118 against 100. By contrast, engagement rate stood at 5.0\u202f%, below the goal of 6.0\u202f%.',
      'No KPI left its usual range. Orders from social may look like a change, with +47.5\u202f% (October 2025: 80), but stayed within their usual range.',
    ],
    es: [
      'En octubre de 2026 se cumple la meta en pedidos desde redes, con 118 frente a 100. En cambio, la tasa de interacción se sitúa en 5,0\u202f%, por debajo de la meta de 6,0\u202f%.',
      'Ningún KPI sale de su margen habitual. En pedidos desde redes la diferencia parece un cambio, con +47,5\u202f% (octubre de 2025: 80), pero queda en su margen habitual.',
    ],
  },
  {
    title: 'a quarter by its own name',
    book: book({
      definitions,
      series: [run('orders', '1', 'month', '2023-01-01', wave(45, 100, 110))],
      targets: [target('orders', { goal: 300, cadence: 'quarter' })],
    }),
    rows: ['orders'],
    headlines: 1,
    period: period('quarter', '2026-07-01'),
    base: 'previous',
    en: [
      'In the third quarter of 2026 the goal was met for orders from social, at 310 against 300.',
      'No KPI left its usual range.',
    ],
    es: [
      'En el tercer trimestre de 2026 se cumple la meta en pedidos desde redes, con 310 frente a 300.',
      'Ningún KPI sale de su margen habitual.',
    ],
  },
  {
    title: 'two channels of one KPI',
    book: book({
      definitions: [
        kpi('reach', {
          name: { en: 'Reach', es: 'Alcance' },
          timeAggregation: 'none',
          channelAggregation: 'none',
        }),
      ],
      series: [months('reach', wave(24, 100, 104)), months('reach', [...wave(23, 50, 54), 90], '2')],
      targets: [target('reach', { goal: 101 }), target('reach', { channel: '2', goal: 80 })],
    }),
    rows: [
      ['reach', '1'],
      ['reach', '2'],
    ],
    headlines: 1,
    en: [
      'October 2026 closed with reach on Instagram at 104, without a goal yet.',
      'Reach on TikTok left its usual range: 90, above its upper limit, a difference of +66.7\u202f% (October 2025: 54); its goal of 80 was met.',
    ],
    es: [
      'Octubre de 2026 cierra con 104 en alcance en Instagram, aún sin meta.',
      'El alcance en TikTok sale de su margen habitual: 90, sobre su límite superior, con una diferencia de +66,7\u202f% (octubre de 2025: 54); cumple su meta de 80.',
    ],
  },
];

describe.each(situations)('$title', ({ title: _title, en, es, ...of }) => {
  it('in English', () => {
    expect(summary(of, 'en').text.split('\n\n')).toEqual(en);
  });
  it('in Spanish', () => {
    expect(summary(of, 'es').text.split('\n\n')).toEqual(es);
  });
});
