/**
 * A way to count a quality, as KPIs: the one that tells of the quality, and the counts it is computed from. Pure.
 *
 * Invariants: every part is a number with a unit, a source and a cadence; ratios and means rest on counts that are
 * recorded themselves, so that channels and periods add up; different people are never added up over time.
 */
import type { KpiDefinition, Localised, StageKey, Unit } from '../kpi.ts';
import type { Cadence } from '../time.ts';
import type { NamedWay } from './qualities.ts';

/** What the person chose. Survey answers have KPIs in the catalogue and need no plan (see `survey.ts`). */
export interface CountWish {
  readonly way: NamedWay;
  /** What is counted or timed ("Invitations to speak"); for comments: what they are on. */
  readonly name: Localised;
  readonly cadence: Cadence;
  readonly kra: string;
  readonly stage: StageKey;
  /** `deeds`: how often at least. */
  readonly times: number;
  /** `share`: the total it is a part of; a KPI, or the name of a count to be made. */
  readonly total: KpiDefinition | Localised;
}

export interface CountPlan {
  /** The KPI that tells of the quality. */
  readonly kpi: KpiDefinition;
  /** Counts it needs, to be defined before it. */
  readonly counts: readonly KpiDefinition[];
}

/** `keyOf` gives a free key for a name; it is asked once for each KPI of the plan and must not give one twice. */
export function planCount(wish: CountWish, keyOf: (name: Localised) => string): CountPlan {
  const { way, name, cadence, kra, stage } = wish;
  const make = (part: Made): KpiDefinition => ({
    key: keyOf(part.name),
    direction: 'up',
    timeAggregation: 'sum',
    channelAggregation: 'sum',
    kra,
    stage,
    level: 'operational',
    cadence,
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: part.direction === 'down' ? 'atMost' : 'atLeast' },
    min: 0,
    ...part,
  });
  switch (way) {
    case 'evidence':
      return {
        kpi: make({ name, definition: texts.evidence, unit: units.events, evidence: true }),
        counts: [],
      };
    case 'deeds':
      return {
        kpi: make({
          name: wish.times > 1 ? spoken(name, texts.times(wish.times)) : name,
          definition: texts.deeds(wish.times),
          unit: units.people,
          // The same person counts in January and in February, and once in the year.
          timeAggregation: 'none',
        }),
        counts: [],
      };
    case 'until': {
      const cases = make({
        name: spoken(name, texts.cases),
        definition: texts.casesMeant,
        unit: units.cases,
      });
      const kpi = make({
        name,
        definition: texts.until,
        unit: { kind: 'duration' },
        direction: 'down',
        timeAggregation: 'weightedMean',
        channelAggregation: 'weightedMean',
        weightBy: cases.key,
      });
      return { kpi, counts: [cases] };
    }
    case 'share': {
      const made =
        'key' in wish.total ? null : make({ name: wish.total, definition: texts.total, unit: units.all });
      const total = made ?? (wish.total as KpiDefinition);
      const part = make({
        name,
        definition: texts.part,
        unit: total.unit,
        // A part is added up as its total is: a level as a level, different people as different people.
        timeAggregation: total.timeAggregation,
        channelAggregation: total.channelAggregation,
      });
      const kpi = make({
        name: spoken(name, texts.share),
        definition: texts.shareMeant,
        unit: { kind: 'percent' },
        timeAggregation: 'formula',
        channelAggregation: 'formula',
        formula: `${part.key} / ${total.key}`,
        max: 1,
        step: 0.01,
      });
      return { kpi, counts: made ? [made, part] : [part] };
    }
    case 'comments': {
      const [good, neutral, bad] = texts.feelings.map(({ word, meant, direction }) =>
        make({ name: spoken(name, word), definition: meant, unit: units.comments, direction }),
      ) as [KpiDefinition, KpiDefinition, KpiDefinition];
      const kpi = make({
        name: spoken(name, texts.sentiment),
        definition: texts.sentimentMeant,
        unit: { kind: 'points' },
        timeAggregation: 'formula',
        channelAggregation: 'formula',
        formula: `100 * (${good.key} - ${bad.key}) / (${good.key} + ${neutral.key} + ${bad.key})`,
        min: -100,
        max: 100,
        step: 1,
      });
      return { kpi, counts: [good, neutral, bad] };
    }
  }
}

type Made = Pick<KpiDefinition, 'name' | 'definition' | 'unit'> & Partial<KpiDefinition>;

/** Counts that can be the total of a share: recorded themselves, so that the part can be added up as they are. */
export function canBeTotal(kpi: KpiDefinition): boolean {
  return kpi.unit.kind === 'count' && kpi.timeAggregation !== 'formula' && kpi.weightBy === undefined;
}

function spoken(name: Localised, more: Localised): Localised {
  return { en: `${name.en}: ${more.en}`, es: `${name.es}: ${more.es}` };
}

const count = (en: string, es: string): Unit => ({ kind: 'count', label: { en, es } });
const units = {
  events: count('events', 'hechos'),
  people: count('people', 'personas'),
  cases: count('cases', 'casos'),
  all: count('in total', 'en total'),
  comments: count('comments', 'comentarios'),
};

const texts = {
  evidence: {
    en: 'Noted one by one with date, what happened and a link. What was not noted does not count.',
    es: 'Se anota cada vez, con fecha, qué pasó y un enlace. Lo que no se anotó no cuenta.',
  },
  times: (n: number): Localised => ({ en: `${n} times or more`, es: `${n} veces o más` }),
  deeds: (n: number): Localised =>
    n > 1
      ? {
          en: `Different people who did it at least ${n} times in the period, each counted once.`,
          es: `Personas distintas que lo hicieron al menos ${n} veces en el periodo; cada una cuenta una vez.`,
        }
      : {
          en: 'Different people who did it in the period, each counted once.',
          es: 'Personas distintas que lo hicieron en el periodo; cada una cuenta una vez.',
        },
  cases: { en: 'cases measured', es: 'casos medidos' },
  casesMeant: {
    en: 'Cases that the mean time was measured on.',
    es: 'Casos en los que se midió el tiempo medio.',
  },
  until: {
    en: 'Mean time of the cases that ended in the period, weighted by their number.',
    es: 'Tiempo medio de los casos que terminaron en el periodo, ponderado por su número.',
  },
  total: {
    en: 'All that was looked at, whether it qualifies or not.',
    es: 'Todo lo que se miró, cumpla o no.',
  },
  part: {
    en: 'Those of the total that qualify. Write here what qualifies them.',
    es: 'Los del total que cumplen. Escribe aquí qué deben cumplir.',
  },
  share: { en: 'share', es: 'porcentaje' },
  shareMeant: { en: 'Part of the total that qualifies.', es: 'Parte del total que cumple.' },
  feelings: [
    {
      word: { en: 'positive comments', es: 'comentarios positivos' },
      meant: {
        en: 'Comments on it that a reader marked as favourable.',
        es: 'Comentarios sobre ello que un lector marcó como favorables.',
      },
      direction: 'up',
    },
    {
      word: { en: 'neutral comments', es: 'comentarios neutros' },
      meant: {
        en: 'Comments on it that a reader marked as neither.',
        es: 'Comentarios sobre ello que un lector marcó como ni una cosa ni otra.',
      },
      direction: 'range',
    },
    {
      word: { en: 'negative comments', es: 'comentarios negativos' },
      meant: {
        en: 'Comments on it that a reader marked as unfavourable.',
        es: 'Comentarios sobre ello que un lector marcó como desfavorables.',
      },
      direction: 'down',
    },
  ],
  sentiment: { en: 'sentiment', es: 'sentimiento' },
  sentimentMeant: {
    en: 'Positive less negative comments on it, per hundred read: -100 to +100.',
    es: 'Comentarios positivos menos negativos sobre ello por cada cien leídos: de -100 a +100.',
  },
} as const;
