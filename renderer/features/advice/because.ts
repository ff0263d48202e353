/** What fired a rule, as sentences: the codes and figures of the rules in the reader's words and the client's format. */
import type { Recommendation } from '../../../shared/contract/api/advice.ts';
import { cadenceWord, coverageUnits } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { statuses } from '../../../shared/domain/results.ts';
import type { Judgement, Status } from '../../../shared/domain/results.ts';
import { cadences } from '../../../shared/domain/time.ts';
import type { Cadence } from '../../../shared/domain/time.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import type { Faces } from '../../ui/faces.ts';
import { sentence } from '../../ui/sentence.ts';

export type Because = Recommendation['because'][number];

export interface BecauseContext {
  /** Key of the KPI the recommendation is about. */
  readonly kpi: string;
  readonly faces: Faces;
  readonly format: Format;
  readonly t: Catalogue;
}

const isCadence = (text: string): text is Cadence => (cadences as readonly string[]).includes(text);
const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text);
const senses = ['atLeast', 'atMost', 'between'] as const;

/** The values of one reason, read by name and kind. */
function reader(because: Because, context: BecauseContext) {
  const { faces, format, t } = context;
  const { values } = because;
  const key = because.kpi ?? context.kpi;
  const unit: Unit = faces.unit(key);
  const has = (name: string): boolean => values[name] !== undefined;
  const number = (name: string): number => Number(values[name] ?? 0);
  const text = (name: string): string => String(values[name] ?? '');
  const cadence = (name: string): Cadence => {
    const word = text(name);
    return isCadence(word) ? word : 'month';
  };
  return {
    key,
    unit,
    has,
    number,
    text,
    cadence,
    value: (name: string, sign = false): string => format.value(number(name), unit, { sign }),
    /** With the words of its unit, unless the KPI's name says them already. */
    full: (name: string): string => {
      const words = format.words(unit);
      const said = faces.name(key).toLowerCase().includes(words.toLowerCase());
      return `${format.value(number(name), unit)}${words === '' || said ? '' : ` ${words}`}`;
    },
    period: (): string => format.period({ cadence: cadence('cadence'), start: text('start') }, 'long'),
    goal: (): string => {
      const sense = senses.find((one) => one === text('sense'));
      const judgement: Judgement = {
        status: 'noTarget',
        ...(has('goal') && { goal: number('goal') }),
        ...(has('goalTo') && { goalTo: number('goalTo') }),
        ...(sense !== undefined && { sense }),
      };
      return has('goal') ? format.goal(judgement, unit) : '';
    },
    status: (): string => {
      const status = text('status');
      return isStatus(status) ? t.status.words[status].toLowerCase() : status;
    },
    count: (name: string, word: string): string =>
      `${format.number(number(name))} ${cadenceWord(cadence(word), number(name), format.language)}`,
  };
}

/** Reasons one after the other; what one has said, the next does not repeat. */
export function becauseTexts(list: readonly Because[], context: BecauseContext): string {
  return list
    .map((because, i) => {
      const said = list.slice(0, i).filter((earlier) => earlier.kpi === because.kpi);
      const same = (...names: readonly string[]): boolean =>
        said.some((earlier) => names.every((name) => earlier.values[name] === because.values[name]));
      return becauseText(because, context, {
        figure: same('start', 'cadence', 'value'),
        goal: same('goal', 'goalTo', 'sense'),
      });
    })
    .join(' ');
}

/** What the sentences before have said already. */
interface Said {
  readonly figure: boolean;
  readonly goal: boolean;
}

/** One sentence for one reason. */
export function becauseText(
  because: Because,
  context: BecauseContext,
  said: Said = { figure: false, goal: false },
): string {
  const { format, faces, t } = context;
  const words = t.advice.because;
  const read = reader(because, context);
  const above = read.text('side') === 'above';
  switch (because.code) {
    case 'missedBefore':
      if (said.goal)
        return words.missedBeforeShort(sentence(read.period()), read.full('value'), read.status());
      return words.missedBefore(read.full('value'), read.period(), read.goal(), read.status());
    case 'missed':
      return words.missed(read.full('value'), read.period(), read.goal(), read.status());
    case 'met':
      if (said.figure) return words.metShort(read.goal());
      return words.met(read.full('value'), read.period(), read.goal());
    case 'signal':
      return `${read.number('net') === 1 ? `${words.net} ` : ''}${signalText(read, above, said.figure, t)}`;
    case 'counter': {
      const name = faces.name(read.key);
      return read.has('value')
        ? words.counterValue(
            name,
            read.full('value'),
            read.period(),
            read.has('goal') ? read.value('goal') : '',
            read.status(),
          )
        : words.counter(name, read.status());
    }
    case 'counterMissing':
      return words.counterMissing;
    case 'forecast':
      return sentence(
        words.forecast(
          read.full('value'),
          read.has('low') && read.has('high') ? words.band(read.value('low'), read.value('high')) : '',
          read.period(),
          read.goal(),
        ),
      );
    case 'daysLeft':
      return words.daysLeft(read.number('days'), read.number('of'));
    case 'trend':
      return words.trend(
        read.value('slope', true),
        t.common.perCadence[read.cadence('cadence')],
        read.count('points', 'cadence'),
        chance(read.number('p'), format),
      );
    case 'reached':
      return words.reached(read.number('reached'), read.count('of', 'cadence'));
    case 'usual':
      return read.has('goal')
        ? words.usualGoal(read.full('median'), read.value('goal'))
        : words.usual(read.full('median'));
    case 'missing':
    case 'coverage':
      return recordedText(because, read, context);
    case 'lag': {
      const channel = faces.channel(read.text('channel')) ?? '';
      const days = `${read.number('days')} ${cadenceWord('day', read.number('days'), format.language)}`;
      return read.has('last')
        ? words.lagLast(channel, days, format.date(read.text('last'), 'medium'))
        : words.lag(channel, days);
    }
    case 'recorded':
      return words.recorded(read.full('value'), read.period());
    case 'break': {
      const day = format.date(read.text('day'), 'medium');
      return read.text('note') === '' ? words.break(day) : words.breakNote(day, read.text('note'));
    }
    case 'distance':
      return read.has('distance')
        ? words.distanceBy(
            read.full('value'),
            read.period(),
            read.goal(),
            format.value(Math.abs(read.number('distance')), { kind: 'percent' }),
          )
        : words.distance(read.full('value'), read.period(), read.goal());
    case 'tooEarly':
      return words.tooEarly(read.number('points'), read.number('of'));
    default:
      return words.other;
  }
}

type Reader = ReturnType<typeof reader>;

function signalText(read: Reader, above: boolean, brief: boolean, t: Catalogue): string {
  const words = t.advice.because;
  const limit = read.value(above ? 'upper' : 'lower');
  switch (read.text('rule')) {
    case 'eightOneSide':
      return words.run(String(read.number('run')), read.value('centre'), read.period(), above);
    case 'threeOfFour':
      return words.near(limit, read.period(), above);
    default:
      if (brief) return words.outsideShort(limit, above);
      return words.outside(read.full('value'), read.period(), limit, above);
  }
}

function recordedText(because: Because, read: Reader, { format, t }: BecauseContext): string {
  const [recorded, expected] = [read.number('recorded'), read.number('expected')];
  if (recorded === 0) return t.advice.because.nothing(read.period());
  const cadence = read.cadence(because.code === 'missing' ? 'coverage' : 'unit');
  const word = coverageUnits({ recorded, expected, cadence }, format.language);
  return t.advice.because.recordedOf(t.status.coverage(recorded, expected, word), read.period());
}

/** A probability with as many digits as mean something: `p = 0.02`, never `p = 0.00`. */
function chance(p: number, format: Format): string {
  return p < 0.001 ? `p < ${format.number(0.001, 3)}` : `p = ${format.number(p, p < 0.01 ? 3 : 2)}`;
}

/** The channel a lagging one is named by, for the text of the action. */
export function laggingChannel(because: readonly Because[], faces: Faces): string {
  const lag = because.find((one) => one.code === 'lag');
  return lag === undefined ? '' : (faces.channel(String(lag.values['channel'] ?? '')) ?? '');
}
