/** A KPI that a person defines, counted by hand; what a test is about is said in `over`. */
import type { Input } from '../../shared/contract/api.ts';

type KpiDefinition = Input<'kpis.define'>['definition'];

export function ownKpi(key: string, over: Partial<KpiDefinition> = {}): KpiDefinition {
  return {
    key,
    name: { en: 'Mine', es: 'Mío' },
    definition: { en: '', es: '' },
    unit: { kind: 'count' },
    direction: 'up',
    timeAggregation: 'sum',
    channelAggregation: 'sum',
    kra: 'community_engagement',
    stage: 'engagement',
    level: 'operational',
    cadence: 'month',
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: 'atLeast' },
    ...over,
  };
}
