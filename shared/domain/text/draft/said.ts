/** A row as sentences speak of it: its name with number and article, its tokens, and where it stands to its goal. */
import { formatValue } from '../../format.ts';
import type { Style } from '../../format.ts';
import type { KpiDefinition } from '../../kpi.ts';
import type { ScoreRow, SignalRule } from '../../results.ts';
import { nounOf } from '../nouns.ts';
import type { Noun } from '../nouns.ts';
import type { TokenWhat } from '../tokens.ts';

/** Where a value stands to its goal, as it reads: rounded alike, they are level. */
export type Relation = 'above' | 'level' | 'below' | 'within' | 'outside';

export interface Said extends Noun {
  readonly value: string;
  readonly change: string;
  readonly base: string;
  readonly goal: string;
  readonly move: string;
  readonly coverage: string;
  readonly sense: 'atLeast' | 'atMost' | 'between';
  readonly relation: Relation;
  /** Adds up over a period; what does not stands somewhere. */
  readonly adds: boolean;
  readonly stock: boolean;
  readonly rule: SignalRule | null;
  readonly side: 'above' | 'below';
  /** Whether there is a difference to tell. */
  readonly differs: boolean;
  readonly judged: 'met' | 'missed' | null;
}

export interface Speaker {
  readonly style: Style;
  readonly definition: (kpi: string) => KpiDefinition | undefined;
  /** The token that says `what` of a row. */
  readonly token: (row: ScoreRow, what: TokenWhat) => string;
  /** Name of the channel a row is on, where its KPI has several rows. */
  readonly place: (row: ScoreRow) => string | null;
  /** True where the rule tested the period that is told. */
  readonly tests: (row: ScoreRow) => boolean;
}

const on = { en: 'on', es: 'en' } as const;

/** A name without what a text would take for a token or a new paragraph. */
export function plainName(name: string): string {
  return name.replaceAll(/\s+/g, ' ').replaceAll('{{', '{ {').trim();
}

export function nounOfRow(row: ScoreRow, speaker: Speaker): Noun {
  const { language } = speaker.style;
  const place = speaker.place(row);
  const noun = nounOfKpi(row.kpi, speaker);
  if (place === null) return noun;
  const tail = ` ${on[language]} ${plainName(place)}`;
  return { the: noun.the + tail, bare: noun.bare + tail, plural: noun.plural };
}

export function nounOfKpi(kpi: string, { style, definition }: Speaker): Noun {
  const names = definition(kpi)?.name;
  const named = plainName(names?.[style.language] ?? '') || plainName(names?.en ?? '') || kpi;
  return nounOf(named, style.language);
}

export function saidOf(row: ScoreRow, speaker: Speaker): Said {
  const { judgement, signal, now, change } = row;
  const token = (what: TokenWhat): string => speaker.token(row, what);
  const definition = speaker.definition(row.kpi);
  const { status } = judgement;
  return {
    ...nounOfRow(row, speaker),
    value: token('value'),
    change: token('change'),
    base: token('base'),
    goal: token('goal'),
    move: token('move'),
    coverage: token('coverage'),
    sense: judgement.sense ?? 'atLeast',
    relation: relationOf(row, definition, speaker.style),
    adds: now.kind === 'flow',
    stock: now.kind === 'stock',
    rule: signal.rule ?? null,
    side: signal.side ?? 'above',
    differs: change.kind === 'change' && change.difference !== 0,
    judged: status === 'met' ? 'met' : status === 'off' || status === 'atRisk' ? 'missed' : null,
  };
}

function relationOf(
  { now, judgement }: ScoreRow,
  definition: KpiDefinition | undefined,
  style: Style,
): Relation {
  const { goal, goalTo, sense } = judgement;
  if (now.value === null || goal === undefined) return 'level';
  if (sense === 'between' && goalTo !== undefined)
    return now.value >= goal && now.value <= goalTo ? 'within' : 'outside';
  const unit = definition?.unit ?? { kind: 'number' as const };
  if (formatValue(now.value, unit, style) === formatValue(goal, unit, style)) return 'level';
  return now.value > goal ? 'above' : 'below';
}
