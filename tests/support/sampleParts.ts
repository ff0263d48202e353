/**
 * What the largest sample report has beside the figures: posts, breakdowns, a sheet to fill in; and the KPIs, channels and
 * months that make it the largest one: 60 KPIs on six channels over 24 months.
 */
import type { Language } from '../../shared/domain/kpi.ts';
import type { ReportBreakdown, ReportContent, ReportEntry, ReportItem } from '../../shared/domain/report.ts';
import { forum, insta, linked, samples } from './sampleKpis.ts';
import type { Sample } from './sampleKpis.ts';

export const moreChannels = [
  { id: 'c-tiktok', name: 'TikTok', network: 'tiktok' },
  { id: 'c-youtube', name: 'YouTube', network: 'youtube' },
  { id: 'c-news', name: 'Newsletter', network: 'newsletter' },
] as const;

const formats = [
  { key: 'stories', en: 'stories', es: 'historias' },
  { key: 'video', en: 'short video', es: 'vídeo corto' },
  { key: 'mailing', en: 'mailings', es: 'envíos' },
] as const;

/** The sample KPIs, and each recorded one again by format until there are 60. */
export function manySamples(): readonly Sample[] {
  const ids = [insta, linked, forum, ...moreChannels.map(({ id }) => id)];
  const plain = samples.filter((sample) => sample.channels.length > 0 && sample.more?.vanity !== true);
  const more = formats.flatMap((format, round) =>
    plain.map((sample, index): Sample => {
      const { perChannel: _perChannel, ...rest } = sample;
      const own = ids[(index + round) % ids.length] ?? insta;
      const second = ids[(index + round + 3) % ids.length] ?? linked;
      return {
        ...rest,
        key: `${sample.key}_${format.key}`,
        name: { en: `${sample.name.en}, ${format.en}`, es: `${sample.name.es}, ${format.es}` },
        channels: sample.channels.length > 1 ? [own, second] : [own],
        cadence: sample.cadence === 'day' ? 'week' : sample.cadence,
      };
    }),
  );
  // One KPI by the day is enough to try days with; more only take time to check.
  const first = samples.map((sample): Sample =>
    sample.cadence === 'day' && sample.key !== 'interactions' && sample.channels.length > 0
      ? { ...sample, cadence: 'week', from: 7 * sample.from, to: 7 * sample.to }
      : sample,
  );
  return [...first, ...more].slice(0, 60);
}

export function sampleContent(language: Language): ReportContent {
  const es = language === 'es';
  const item = (
    title: string,
    value: number,
    ratio: number | null,
    more: Partial<ReportItem> = {},
  ): ReportItem => ({
    title,
    link: 'https://example.com/p/1?a=1&b=<2>',
    channel: 'Instagram',
    published: '2026-10-12',
    value,
    provisional: false,
    ratio,
    ...more,
  });
  return {
    metric: es ? 'Interacciones' : 'Interactions',
    unit: { kind: 'count' },
    age: 7,
    total: 31,
    top: [
      item(
        es ? 'Cómo tostamos el café de Huila, paso a paso' : 'How we roast Huila, step by step',
        1840,
        3.4,
      ),
      item(
        es
          ? 'Lo que nadie te cuenta del café descafeinado: tres procesos, dos mitos y una cata a ciegas con clientas del barrio, grabada en directo desde la tienda'
          : 'What nobody tells you about decaf: three processes, two myths and a blind tasting with neighbours, recorded live in the shop on a Sunday',
        1212,
        2.1,
        { channel: 'TikTok', provisional: true },
      ),
      item('', 640, 1.2, { published: null, link: null }),
    ],
    bottom: [
      item('=1+1 & <b>"sale"</b>', 12, 0.08, { link: 'javascript:alert(1)' }),
      item('\u{1f389} ¡Sorteo! ערב טוב', 31, null, { channel: 'LinkedIn' }),
    ],
  };
}

export function sampleBreakdowns(language: Language): ReportBreakdown[] {
  const es = language === 'es';
  const made = (
    name: string,
    kpi: string,
    list: readonly (readonly [string, number])[],
    rest: ReportBreakdown['rest'] = null,
    channel: string | null = null,
  ): ReportBreakdown => {
    const total = list.reduce((sum, [, value]) => sum + value, rest?.value ?? 0);
    return {
      dimension: name.toLowerCase(),
      name,
      kpi,
      channel,
      unit: { kind: 'count' },
      total,
      members: list.map(([member, value]) => ({ name: member, value, share: value / total })),
      rest: rest === null ? null : { ...rest, share: rest.value / total },
    };
  };
  const reach = es ? 'Alcance' : 'Reach';
  return [
    made(
      es ? 'País' : 'Country',
      reach,
      [
        [es ? 'España' : 'Spain', 15_400],
        [es ? 'México' : 'Mexico', 6120],
        ['Colombia', 3310],
        ['Argentina', 2400],
        ['Chile', 1290],
        [es ? 'Perú' : 'Peru', 880],
        ['Ecuador', 610],
      ],
      { count: 24, value: 1650, share: 0 },
    ),
    made(
      es ? 'Género' : 'Gender',
      es ? 'Seguidores' : 'Followers',
      [
        [es ? 'Mujeres' : 'Women', 5210],
        [es ? 'Hombres' : 'Men', 3320],
        [es ? 'Sin determinar' : 'Not known', 260],
      ],
      null,
      'LinkedIn',
    ),
    made(
      es ? 'Edad' : 'Age',
      es ? 'Seguidores' : 'Followers',
      [
        ['18-24', 1210],
        ['25-34', 3980],
        ['35-44', 2510],
        ['45-54', 760],
        ['55-64', 250],
        ['65+', 80],
      ],
      null,
      'LinkedIn',
    ),
    made(es ? 'Origen' : 'Source', es ? 'Visitas a la web' : 'Website visits', [
      ['Instagram', 820],
      ['Google', 640],
      [es ? 'Directo' : 'Direct', 310],
      ['Newsletter', 120],
    ]),
  ];
}

/** Only lines of KPIs that the report has. */
export function sampleEntry(language: Language, kpis: readonly { readonly key: string }[]): ReportEntry[] {
  const es = language === 'es';
  const all: ReportEntry[] = [
    {
      cadence: 'week',
      periods: [
        { start: '2026-10-26', label: es ? 'S44 2026' : 'W44 2026' },
        { start: '2026-11-02', label: es ? 'S45 2026' : 'W45 2026' },
      ],
      rows: [{ kpi: 'response_rate', channel: forum, values: [0.91, null] }],
    },
    {
      cadence: 'month',
      periods: [
        { start: '2026-10-01', label: 'oct 2026' },
        { start: '2026-11-01', label: 'nov 2026' },
        { start: '2026-12-01', label: es ? 'dic 2026' : 'Dec 2026' },
      ],
      rows: [
        { kpi: 'revenue', channel: insta, values: [7140.5, null, null] },
        { kpi: 'agreements', channel: forum, values: [null, null, null] },
        { kpi: 'satisfaction', channel: forum, values: [4.1, null, null] },
        { kpi: 'first_response', channel: forum, values: [8160, null, null] },
      ],
    },
  ];
  return all.flatMap((entry) => {
    const rows = entry.rows.filter(({ kpi }) => kpis.some(({ key }) => key === kpi));
    return rows.length === 0 ? [] : [{ ...entry, rows }];
  });
}
