/** An own KPI being written down, and the definition the contract takes of it. Pure. */
import type { Input } from '../../../shared/contract/api.ts';
import type {
  ChannelAggregation,
  Direction,
  KpiDefinition,
  Language,
  Level,
  StageKey,
  TimeAggregation,
  UnitKind,
} from '../../../shared/domain/kpi.ts';
import type { Cadence } from '../../../shared/domain/time.ts';

export type Definition = Input<'kpis.define'>['definition'];

export interface OwnKpi {
  readonly name: Readonly<Record<Language, string>>;
  readonly definition: Readonly<Record<Language, string>>;
  readonly unit: UnitKind;
  readonly label: Readonly<Record<Language, string>>;
  readonly of: number;
  readonly direction: Direction;
  readonly cadence: Cadence;
  readonly computed: boolean;
  /** Counted from the entries of the journal; holds for counts that are not computed (see `countsEvidence`). */
  readonly evidence: boolean;
  readonly overTime: TimeAggregation;
  readonly overChannels: ChannelAggregation;
  readonly weightBy: string | null;
  readonly formula: string;
  readonly kra: string;
  readonly stage: StageKey;
  readonly level: Level;
  readonly vanity: boolean;
  readonly counter: string | null;
  /** The value's own bounds and the smallest step that means something, in the unit. */
  readonly min: number | null;
  readonly max: number | null;
  readonly step: number | null;
  readonly owner: string;
  readonly notes: string;
}

export const blank: OwnKpi = {
  name: { en: '', es: '' },
  definition: { en: '', es: '' },
  unit: 'count',
  label: { en: '', es: '' },
  of: 5,
  direction: 'up',
  cadence: 'month',
  computed: false,
  evidence: false,
  overTime: 'sum',
  overChannels: 'sum',
  weightBy: null,
  formula: '',
  kra: 'community_engagement',
  stage: 'engagement',
  level: 'operational',
  vanity: false,
  counter: null,
  min: null,
  max: null,
  step: null,
  owner: '',
  notes: '',
};

/** The form's values of a KPI that is there. */
export function ownKpiOf({ definition: d }: { readonly definition: KpiDefinition }): OwnKpi {
  return {
    name: d.name,
    definition: d.definition,
    unit: d.unit.kind,
    label: d.unit.label ?? { en: '', es: '' },
    of: d.unit.of ?? 5,
    direction: d.direction,
    cadence: d.cadence,
    computed: d.timeAggregation === 'formula',
    evidence: d.evidence === true,
    overTime: d.timeAggregation === 'formula' ? 'sum' : d.timeAggregation,
    overChannels: d.channelAggregation === 'formula' ? 'sum' : d.channelAggregation,
    weightBy: d.weightBy ?? null,
    formula: d.formula ?? '',
    kra: d.kra,
    stage: d.stage,
    level: d.level,
    vanity: d.vanity,
    counter: d.counter ?? null,
    min: d.min ?? null,
    max: d.max ?? null,
    step: d.step ?? null,
    owner: d.owner ?? '',
    notes: d.notes ?? '',
  };
}

/** `snake_case` of a name, free among the keys in use: how formulas will call it. */
export function keyOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 48);
  const stem = /^[a-z][a-z0-9_]+$/.test(plain) ? plain : `own_${plain || 'kpi'}`;
  if (!taken.has(stem)) return stem;
  let n = 2;
  while (taken.has(`${stem}_${n}`)) n += 1;
  return `${stem}_${n}`;
}

/** One language stands in for the other where that was left empty. */
function both(text: Readonly<Record<Language, string>>): Record<Language, string> {
  const [en, es] = [text.en.trim(), text.es.trim()];
  return { en: en || es, es: es || en };
}

/** True for a count that the entries of the journal make. */
export function countsEvidence(own: OwnKpi): boolean {
  return own.evidence && !own.computed && own.unit === 'count';
}

/**
 * The definition of a draft under a key. What the draft does not ask for is kept from `before`.
 */
export function definitionOf(own: OwnKpi, key: string, before?: KpiDefinition): Definition {
  const evidence = countsEvidence(own);
  const label = both(own.label);
  const weighted =
    !own.computed && !evidence && (own.overTime === 'weightedMean' || own.overChannels === 'weightedMean');
  return {
    key,
    name: both(own.name),
    definition: both(own.definition),
    unit: { kind: own.unit, ...(own.unit === 'rating' && { of: own.of }), ...(label.en !== '' && { label }) },
    direction: own.direction,
    timeAggregation: own.computed ? 'formula' : evidence ? 'sum' : own.overTime,
    channelAggregation: own.computed ? 'formula' : evidence ? 'sum' : own.overChannels,
    ...(weighted && own.weightBy !== null && { weightBy: own.weightBy }),
    ...(own.computed && { formula: own.formula.trim() }),
    kra: own.kra,
    stage: own.stage,
    level: own.level,
    cadence: own.cadence,
    vanity: own.vanity,
    ...(own.vanity && own.counter !== null && { counter: own.counter }),
    aliases: { en: [...(before?.aliases.en ?? [])], es: [...(before?.aliases.es ?? [])] },
    target: before?.target ?? {
      kind: own.direction === 'down' ? 'atMost' : own.direction === 'range' ? 'between' : 'atLeast',
    },
    ...(own.min !== null && { min: own.min }),
    ...(own.max !== null && { max: own.max }),
    ...(own.step !== null && { step: own.step }),
    ...(own.owner.trim() !== '' && { owner: own.owner.trim() }),
    ...(own.notes.trim() !== '' && { notes: own.notes.trim() }),
    ...(evidence && { evidence }),
  };
}

/** True when there is enough of it to be computed: a formula, or a weight where one is needed. Names do not matter. */
export function canPreview(own: OwnKpi): boolean {
  if (own.computed) return own.formula.trim() !== '';
  if (countsEvidence(own)) return true;
  return (own.overTime !== 'weightedMean' && own.overChannels !== 'weightedMean') || own.weightBy !== null;
}

/** Another unit has other bounds. */
export function inUnit(own: OwnKpi, unit: UnitKind): Partial<OwnKpi> {
  return own.unit === unit ? {} : { unit, min: null, max: null, step: null };
}

/** True while the lower bound lies under the upper one, and the step is above 0. */
export function boundsFit({ min, max, step }: OwnKpi): boolean {
  return (min === null || max === null || min < max) && (step === null || step > 0);
}

/** A definition to begin an own KPI from: its words stay with the original, since no word may name two KPIs. */
export function copyFrom(definition: KpiDefinition, name: KpiDefinition['name']): KpiDefinition {
  const { source: _source, ...rest } = definition;
  return { ...rest, name, aliases: { en: [], es: [] } };
}

/** True when nothing that must be there is missing. The formula is checked apart. */
export function isWhole(own: OwnKpi): boolean {
  if (!boundsFit(own)) return false;
  const named = own.name.en.trim() !== '' || own.name.es.trim() !== '';
  return named && (own.computed || canPreview(own)) && (!own.vanity || own.counter !== null);
}
