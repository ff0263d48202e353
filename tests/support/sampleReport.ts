/**
 * Realistic report models for tests of the deliverables, made by the domain's own rules from seeded figures, so
 * that their numbers are consistent by construction. Small: 5 KPIs. Full: 60 KPIs, six channels, 24 months, and every
 * section there is. Big: 10 key result areas, 24 KPIs, three channels, monthly, weekly and daily figures, with gaps, a zero base, a figure that does not apply, a vanity
 * KPI whose counter is off, durations, money and shares.
 */
import { makeBook } from '../../shared/domain/book.ts';
import type { ChannelSeries } from '../../shared/domain/book.ts';
import { compare } from '../../shared/domain/comparison.ts';
import { formatValue, periodLabel } from '../../shared/domain/format.ts';
import { count, forum, insta, kras, linked, samples } from './sampleKpis.ts';
import type { Sample } from './sampleKpis.ts';
import { manySamples, moreChannels, sampleBreakdowns, sampleContent, sampleEntry } from './sampleParts.ts';
import type { Style } from '../../shared/domain/format.ts';
import type { KpiDefinition, Language } from '../../shared/domain/kpi.ts';
import type {
  ReportChart,
  ReportFigure,
  ReportGroup,
  ReportModel,
  ReportRow,
  ReportSection,
  ReportText,
  SectionKind,
} from '../../shared/domain/report.ts';
import type { Status } from '../../shared/domain/results.ts';
import { groupScore, scoreRow } from '../../shared/domain/scorecard.ts';
import type { Target } from '../../shared/domain/target.ts';
import { addDays, dayOf, endOf, isoOf, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Calendar, Day, IsoDate, Period } from '../../shared/domain/time.ts';

export interface SampleOptions {
  readonly language?: Language;
  readonly size?: 'small' | 'big' | 'full';
  readonly base?: 'previous' | 'lastYear' | 'none';
  /** The tenth of the following month is "today" unless the period is still running. */
  readonly running?: boolean;
  readonly color?: string;
  readonly logo?: string | null;
  /** Posts, breakdowns, a text of the person's own and a sheet to fill in; the full size always has them. */
  readonly parts?: boolean;
}

const calendar: Calendar = { weekStart: 1, fiscalYearStart: 1 };
const period: Period = { cadence: 'month', start: dayOf(2026, 10, 1) };

/** A small multiplicative generator: the same figures on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const smallKeys = ['interactions', 'reach', 'engagement_rate', 'satisfaction', 'members'];

export function sampleReport(options: SampleOptions = {}): ReportModel {
  const language = options.language ?? 'en';
  const full = options.size === 'full';
  const parts = full || options.parts === true;
  const used =
    options.size === 'small'
      ? samples.filter((sample) => smallKeys.includes(sample.key))
      : full
        ? manySamples()
        : samples;
  const baseKind = options.base ?? 'lastYear';
  const today = options.running ? dayOf(2026, 10, 20) : dayOf(2026, 11, 10);
  const definitions = used.map((sample) => definitionOf(sample));
  const series = used.flatMap((sample, index) => seriesOf(sample, index, today, full ? 24 : 18));
  const channels = [
    { id: insta, name: 'Instagram', network: 'instagram' },
    { id: linked, name: 'LinkedIn', network: 'linkedin' },
    { id: forum, name: language === 'es' ? 'Foro (=comunidad)' : 'Forum (=community)', network: 'discourse' },
    ...(full ? moreChannels : []),
  ];
  const book = makeBook({
    calendar,
    today,
    definitions,
    channels: channels.map(({ id }) => ({ id, activeFrom: null, activeTo: null })),
    series,
    targets: used.flatMap((sample) => targetsOf(sample)),
    weights: { interactions: 2 },
  });
  const style: Style = { language, numberFormat: language === 'es' ? '1.234,5' : '1,234.5', currency: 'EUR' };

  const rowOf = (key: string, channel: string | null): ReportRow => {
    const row = scoreRow(book, key, channel, period, baseKind);
    return {
      ...row,
      note: noteOf(row.judgement.status, row.now.coverage, row.judgement.counter?.kpi, used, language),
    };
  };
  const rowsOf = (sample: Sample): ReportRow[] => {
    if (sample.perChannel) return sample.channels.map((channel) => rowOf(sample.key, channel));
    return [rowOf(sample.key, sample.channels.length === 1 ? (sample.channels[0] ?? null) : null)];
  };
  const groups: ReportGroup[] = Object.entries(kras).flatMap(([key, name]) => {
    const rows = used.filter((sample) => sample.kra === key).flatMap((sample) => rowsOf(sample));
    return rows.length === 0 ? [] : [{ key, name: name[language], score: groupScore(rows), rows }];
  });
  const all = groups.flatMap((group) => group.rows);
  const counts: Partial<Record<Status, number>> = {};
  for (const row of all) counts[row.judgement.status] = (counts[row.judgement.status] ?? 0) + 1;
  const wanted =
    options.size === 'small'
      ? smallKeys
      : ['interactions', 'user_content', 'members', 'satisfaction', 'revenue'];
  const compared = compare(book, 'interactions', null, period, baseKind);
  const basePeriod = baseKind === 'none' ? null : shiftPeriod(period, baseKind === 'lastYear' ? -12 : -1);
  const from = shiftPeriod(period, full ? -23 : -12).start;
  const figures: ReportFigure[] = series
    .flatMap(({ kpi, channel, cadence, figures: list }) =>
      list.map(({ day, value }) => ({
        kpi,
        channel,
        cadence,
        start: isoOf(day),
        value,
        batch: cadence === 'day' ? 38 : 12,
        source: cadence === 'day' ? 'export-octubre.csv' : language === 'es' ? 'a mano' : 'typed',
      })),
    )
    .filter((figure) => figure.start >= isoOf(addDays(from, -6)));
  const interactions = all.find((row) => row.kpi === 'interactions');
  const charts = chartsOf(used, rowOfTrend(book), language, options.size === 'small');
  const now = formatValue(interactions?.now.value ?? 0, count, style);
  return {
    schema: 3,
    language,
    client: {
      uid: 'sample',
      name: language === 'es' ? 'Cafés Doña Inés & Cía.' : 'Northline Labs',
      initials: language === 'es' ? 'DI' : 'NL',
      trade: language === 'es' ? 'tostadores de café' : 'software',
      color: options.color ?? '#4750bd',
      logo: options.logo ?? null,
      currency: 'EUR',
      numberFormat: style.numberFormat,
      weekStart: calendar.weekStart,
      fiscalYearStart: calendar.fiscalYearStart,
    },
    preparedBy: 'Marta Ruiz',
    preparedOn: isoOf(today),
    period: {
      cadence: 'month',
      start: isoOf(period.start),
      label: periodLabel(period, calendar, language, 'long'),
    },
    base: {
      kind: baseKind,
      start: basePeriod === null ? null : isoOf(basePeriod.start),
      label: basePeriod === null ? '' : periodLabel(basePeriod, calendar, language, 'long'),
    },
    span: compared.span,
    baseSpan: compared.baseSpan,
    running: options.running ?? false,
    headline:
      language === 'es'
        ? 'Octubre de 2026: más conversación y respuestas más rápidas'
        : 'October 2026: more conversation, faster answers',
    summary: (language === 'es'
      ? [
          `Los embajadores responden antes y los miembros hablan más: ${now} interacciones. Las impresiones no llegan a su meta, pero siguen en su margen habitual.`,
          'Los seguidores quedan sin confirmar mientras los miembros activos estén fuera.',
        ]
      : [
          `The ambassadors answer faster and members talk more: ${now} interactions. Impressions miss their goal but stay within their usual range.`,
          'Followers are unconfirmed while active members are off.',
        ]
    ).map((text) => [{ text, token: null, stale: false }]),
    commentary: options.size === 'small' && !parts ? [] : commentaryOf(now, language, parts),
    headlines: wanted.flatMap((key) => all.find((row) => row.kpi === key) ?? []),
    groups,
    overall: groupScore(all),
    counts,
    moved:
      language === 'es'
        ? [
            `Interacciones: ${now}, sobre su límite superior.`,
            'Primera respuesta: ocho meses por debajo de su centro.',
            'Tiempo de resolución: se acerca a su límite superior.',
          ]
        : [
            `Interactions: ${now}, above the upper limit.`,
            'First response has been below its centre for eight months.',
            'Resolution time nears its upper limit.',
          ],
    actions: [
      {
        text:
          language === 'es'
            ? 'Dos hilos por semana que pidan publicaciones a los usuarios'
            : 'Two threads a week asking for user posts',
        due: '2026-11-20',
        owner: 'Marta',
      },
      {
        text:
          language === 'es'
            ? 'Acortar el formulario de alta a tres campos'
            : 'Shorten the sign-up form to 3 fields',
        due: '2026-11-27',
        owner: '',
      },
      {
        text: language === 'es' ? 'Segunda persona para moderar el foro' : 'Second moderator for the forum',
        due: null,
        owner: 'Ana',
      },
    ],
    annotations: [
      {
        day: '2026-03-10',
        text: language === 'es' ? 'Dos personas de moderación de baja' : 'Two moderators on leave',
      },
      {
        day: '2026-09-01',
        text: language === 'es' ? 'Empieza la campaña de otoño' : 'Autumn campaign starts',
      },
    ],
    charts,
    figures,
    kpis: definitions.map((definition) => ({
      key: definition.key,
      name: definition.name[language],
      definition: definition.definition[language],
      unit: definition.unit,
      direction: definition.direction,
      timeAggregation: definition.timeAggregation,
      channelAggregation: definition.channelAggregation,
      formula: definition.formula ?? null,
      weightBy: definition.weightBy ?? null,
      kra: definition.kra,
      stage: definition.stage,
      vanity: definition.vanity,
      counter: definition.counter ?? null,
      min: definition.min ?? null,
      max: definition.max ?? null,
      step: definition.step ?? null,
      sources: parts ? [language === 'es' ? 'a mano' : 'typed', 'export-octubre.csv'] : [],
      breaks:
        parts && definition.key === 'reach'
          ? [
              {
                day: '2026-01-01',
                note: language === 'es' ? 'Desde aquí, cuentas únicas' : 'Unique accounts from here',
              },
            ]
          : [],
    })),
    channels,
    ...sectionsOf(groups, charts, language, parts),
    content: parts ? sampleContent(language) : null,
    breakdowns: parts ? sampleBreakdowns(language) : [],
    entry: parts ? sampleEntry(language, definitions) : [],
  };
}

/** Every section shown, the pages in the middle those of key result areas. */
function sectionsOf(
  groups: readonly ReportGroup[],
  charts: readonly ReportChart[],
  language: Language,
  full: boolean,
): Pick<ReportModel, 'pagesOf' | 'sections' | 'areas'> {
  const section = (id: string, kind: SectionKind, name: string): ReportSection => ({
    id,
    kind,
    name,
    title: name,
    shown: true,
    empty: null,
  });
  const es = language === 'es';
  return {
    pagesOf: 'kra',
    areas: groups.map((group) => ({
      section: `kra:${group.key}`,
      name: group.name,
      score: group.score,
      kpis: [...new Set(group.rows.map((row) => row.kpi))],
      charts: charts.filter((chart) => chart.kra === group.key).map((chart) => chart.id),
    })),
    sections: [
      section('cover', 'cover', es ? 'Portada' : 'Cover'),
      section('summary', 'summary', es ? 'Resumen' : 'Summary'),
      section('scorecard', 'scorecard', es ? 'Cuadro de mando' : 'Scorecard'),
      ...groups.map((group) => section(`kra:${group.key}`, 'area', group.name)),
      ...(full
        ? [
            section('content', 'content', es ? 'Contenido' : 'Content'),
            section('breakdowns', 'breakdowns', es ? 'Desgloses' : 'Breakdowns'),
            section('text:method', 'text', es ? 'Cómo trabajamos' : 'How we work'),
          ]
        : []),
      section('actions', 'actions', es ? 'Acciones' : 'Actions'),
      section('definitions', 'definitions', es ? 'Definiciones' : 'Definitions'),
      ...(full ? [section('entry', 'entry', es ? 'Hoja de entrada' : 'Data entry')] : []),
    ],
  };
}

function definitionOf(sample: Sample): KpiDefinition {
  return {
    key: sample.key,
    name: sample.name,
    definition: {
      en: `${sample.name.en}, as the platform reports it for the account. Paid and organic together; deleted items leave the count.`,
      es: `${sample.name.es}, tal como las da la plataforma para la cuenta. De pago y orgánicas juntas; lo borrado deja de contar.`,
    },
    unit: sample.unit,
    direction: 'up',
    timeAggregation: 'sum',
    channelAggregation: 'sum',
    kra: sample.kra,
    stage: 'engagement',
    level: 'operational',
    cadence: 'month',
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: sample.target?.kind ?? 'atLeast' },
    ...sample.more,
  };
}

function targetsOf(sample: Sample): Target[] {
  if (!sample.target) return [];
  const base = {
    id: sample.key,
    kpi: sample.key,
    channel: null,
    cadence: 'month' as const,
    from: dayOf(2024, 1, 1),
    to: null,
  };
  if (!sample.perChannel && sample.channels.length !== 1) return [{ ...base, ...sample.target }];
  return sample.channels.map((channel) => ({
    ...base,
    ...sample.target,
    kind: sample.target?.kind ?? 'atLeast',
    goal: (sample.target?.goal ?? 0) / sample.channels.length,
    id: `${sample.key}-${channel}`,
    channel,
  }));
}

/** So many months up to the report's period; gaps, a zero base and a figure that does not apply in known places. */
function seriesOf(
  sample: Sample,
  index: number,
  today: Day,
  months: number,
): (ChannelSeries & { kpi: string })[] {
  const begin = shiftPeriod(period, 1 - months).start;
  const end = Math.min(endOf(period), today - 1) as Day;
  return sample.channels.map((channel, place) => {
    const next = random(7919 * (index + 1) + 104_729 * (place + 1));
    const figures: { day: Day; value: number | null }[] = [];
    let at = periodAt(sample.cadence, begin, calendar);
    for (; at.start < end; at = shiftPeriod(at, 1)) {
      if (sample.cadence !== 'day' && endOf(at) > end) break;
      const progress = (at.start - begin) / (endOf(period) - begin);
      const level = sample.from + (sample.to - sample.from) * progress;
      const raw = level * (1 + (sample.noise ?? 0.04) * (next() - 0.5) * 2);
      const value = Number(raw.toFixed(sample.decimals ?? 0));
      const month = isoOf(at.start).slice(0, 7);
      if (sample.key === 'reach' && channel === linked && month === '2026-05') continue;
      if (sample.key === 'satisfaction' && (month === '2026-02' || month === '2026-03')) continue;
      if (sample.key === 'response_rate' && month === '2026-10' && figures.length % 2 === 0) {
        figures.push({ day: at.start, value: null });
        continue;
      }
      if (sample.key === 'courses' && month === '2026-10') {
        figures.push({ day: at.start, value: null });
        continue;
      }
      if (sample.key === 'agreements' && month === '2026-10') continue;
      if (sample.key === 'testimonials' && month < '2026-03') {
        figures.push({ day: at.start, value: 0 });
        continue;
      }
      figures.push({ day: at.start, value });
    }
    return { kpi: sample.key, channel, cadence: sample.cadence, figures };
  });
}

type Trend = (key: string, channel: string | null) => { values: (number | null)[]; goals: (number | null)[] };

function rowOfTrend(book: Parameters<typeof scoreRow>[0]): Trend {
  return (key, channel) => {
    const row = scoreRow(book, key, channel, period, 'none');
    const before = scoreRow(book, key, channel, shiftPeriod(period, -1), 'none');
    return {
      values: [before.trend[0] ?? null, ...row.trend],
      goals: [before.goals[0] ?? null, ...row.goals],
    };
  };
}

function chartsOf(used: readonly Sample[], trend: Trend, language: Language, small: boolean): ReportChart[] {
  const starts: IsoDate[] = Array.from({ length: 13 }, (_, index) =>
    isoOf(shiftPeriod(period, index - 12).start),
  );
  const labels = starts.map((start) => {
    const at: Period = {
      cadence: 'month',
      start: dayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 1),
    };
    return periodLabel(at, calendar, language, 'medium');
  });
  const names = new Map(used.map((sample) => [sample.key, sample.name[language]]));
  const channelNames: Readonly<Record<string, string>> = {
    [insta]: 'Instagram',
    [linked]: 'LinkedIn',
    [forum]: language === 'es' ? 'Foro' : 'Forum',
  };
  const chart = (
    id: string,
    kra: string,
    kind: ReportChart['kind'],
    lines: readonly [string, string | null, 'bar' | 'line' | 'stack'][],
  ): ReportChart => {
    const [lead] = lines;
    const goals = lead && kind !== 'stacked' ? trend(lead[0], lead[1]).goals : starts.map(() => null);
    return {
      id,
      kra,
      title:
        [...new Set(lines.map(([key]) => names.get(key) ?? key))].join(language === 'es' ? ' y ' : ' and ') +
        (language === 'es' ? ' por mes' : ' per month'),
      ...(kind !== 'stacked' && {
        finding: language === 'es' ? 'En su margen habitual' : 'Within its usual range',
      }),
      kind,
      cadence: 'month',
      periods: starts,
      labels,
      series: lines.map(([key, channel, role]) => ({
        kpi: key,
        channel,
        name: kind === 'stacked' ? (channelNames[channel ?? ''] ?? '') : (names.get(key) ?? key),
        role,
        values: trend(key, channel).values,
      })),
      goals,
    };
  };
  const lead = [
    chart('interactions', 'engagement', 'combo', [
      ['interactions', null, 'bar'],
      ['engagement_rate', null, 'line'],
    ]),
    chart('members', 'growth', 'line', [['members', null, 'line']]),
    chart('reach', 'content', 'stacked', [
      ['reach', insta, 'stack'],
      ['reach', linked, 'stack'],
    ]),
  ];
  if (small) return lead;
  return [
    ...lead,
    chart('first-response', 'engagement', 'line', [['first_response', forum, 'line']]),
    chart('satisfaction', 'crisis', 'column', [['satisfaction', forum, 'bar']]),
    chart('revenue', 'data', 'combo', [
      ['revenue', null, 'bar'],
      ['return_on_spend', null, 'line'],
    ]),
    chart('user-content', 'insights', 'stacked', [
      ['user_content', insta, 'stack'],
      ['user_content', linked, 'stack'],
      ['user_content', forum, 'stack'],
    ]),
    chart('active', 'growth', 'column', [
      ['followers', linked, 'bar'],
      ['active_members', forum, 'line'],
    ]),
  ];
}

/** What the person wrote: two paragraphs of the summary, one of an area, with a figure that has changed since. */
function commentaryOf(now: string, language: Language, full: boolean): ReportText[] {
  const es = language === 'es';
  const words = (text: string) => ({ text, token: null, stale: false });
  return [
    {
      section: 'summary',
      kra: null,
      name: '',
      paragraphs: [
        [
          words(es ? 'El mes cierra con ' : 'The month closes with '),
          { text: now, token: 1, stale: true },
          words(
            es
              ? ' interacciones <sin contar "el foro"> & más.'
              : ' interactions <without "the forum"> & more.',
          ),
        ],
        [words(es ? '=Todo sigue igual.' : '=All else is as it was.')],
      ],
      changed: 1,
    },
    {
      section: 'kra:engagement',
      kra: 'engagement',
      name: kras['engagement']?.[language] ?? '',
      paragraphs: [[words(es ? 'Los embajadores responden antes.' : 'The ambassadors answer faster.')]],
      changed: 0,
    },
    ...(full
      ? [
          {
            section: 'text:method',
            kra: null,
            name: es ? 'Cómo trabajamos' : 'How we work',
            paragraphs: [
              [
                words(
                  es
                    ? 'Cada lunes se revisan los hilos abiertos.'
                    : 'Open threads are looked at every Monday.',
                ),
              ],
              [
                words(
                  (es
                    ? 'Las respuestas se miden desde que alguien escribe hasta que una persona contesta; lo automático no cuenta. '
                    : 'Replies are measured from when someone writes to when a person answers; automatic ones do not count. '
                  ).repeat(4),
                ),
              ],
            ],
            changed: 0,
          },
        ]
      : []),
  ];
}

function noteOf(
  status: Status,
  coverage: ReportRow['now']['coverage'],
  counter: string | undefined,
  used: readonly Sample[],
  language: Language,
): string {
  const es = language === 'es';
  if (status === 'unconfirmed') {
    const name = used.find((sample) => sample.key === counter)?.name[language] ?? '';
    return es ? `Sin confirmar mientras ${name} esté fuera` : `Unconfirmed while ${name} is off`;
  }
  if (coverage && coverage.recorded < 0.8 * coverage.expected)
    return es ? 'Cobertura por debajo del 80 %' : 'Coverage under 80 %';
  if (status === 'noData')
    return es ? 'La encuesta anual está pedida para el 30 nov' : 'Yearly survey asked for 30 Nov';
  return status === 'off'
    ? es
      ? 'Dos personas de moderación de baja durante buena parte del mes'
      : 'Two moderators on leave for much of the month'
    : '';
}
