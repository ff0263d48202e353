/** Schemas of values that many calls share. Domain types are the source; `satisfies` keeps both equal. */
import { z } from 'zod';
import {
  caseKinds,
  caseMeasures,
  channelAggregations,
  contentKinds,
  contentMeasures,
  directions,
  languages,
  levels,
  stageKeys,
  targetKinds,
  timeAggregations,
  unitKinds,
} from '../domain/kpi.ts';
import type { KpiDefinition } from '../domain/kpi.ts';
import {
  changeKinds,
  signalRules,
  statuses,
  valueKinds,
  valueReasons,
  valueStates,
} from '../domain/results.ts';
import type { GroupScore, ScoreRow, Span } from '../domain/results.ts';
import { isBase } from '../domain/base.ts';
import type { BaseKind } from '../domain/base.ts';
import { cadences } from '../domain/time.ts';

export const idSchema = z.number().int().positive();
export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A moment, UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export const momentSchema = z.string();
export const languageSchema = z.enum(languages);
export const cadenceSchema = z.enum(cadences);
export const localisedSchema = z.object({ en: z.string(), es: z.string() });
export const colorSchema = z.string().regex(/^#[0-9a-f]{6}$/i);
/** What a period is compared with, in the notation of `shared/domain/base.ts`. */
export const baseSchema = z.custom<BaseKind>(
  (value) => typeof value === 'string' && isBase(value),
  'not a base',
);
export const statusSchema = z.enum(statuses);
export const periodSchema = z.object({ cadence: cadenceSchema, start: dateSchema });
export type PeriodDto = z.infer<typeof periodSchema>;

export const unitSchema = z.object({
  kind: z.enum(unitKinds),
  label: localisedSchema.exactOptional(),
  of: z.number().exactOptional(),
});

export const kpiDefinitionSchema = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{1,62}$/),
  name: localisedSchema,
  definition: localisedSchema,
  unit: unitSchema,
  direction: z.enum(directions),
  timeAggregation: z.enum(timeAggregations),
  channelAggregation: z.enum(channelAggregations),
  weightBy: z.string().exactOptional(),
  formula: z.string().max(2000).exactOptional(),
  kra: z.string(),
  stage: z.enum(stageKeys),
  level: z.enum(levels),
  cadence: cadenceSchema,
  vanity: z.boolean(),
  counter: z.string().exactOptional(),
  aliases: z.object({ en: z.array(z.string()), es: z.array(z.string()) }),
  target: z.object({ kind: z.enum(targetKinds), goal: z.number().exactOptional() }),
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  step: z.number().exactOptional(),
  evidence: z.boolean().exactOptional(),
  source: z
    .discriminatedUnion('log', [
      z.object({
        log: z.literal('cases'),
        measure: z.enum(caseMeasures),
        kinds: z.array(z.enum(caseKinds)),
      }),
      z.object({
        log: z.literal('content'),
        measure: z.enum(contentMeasures),
        kinds: z.array(z.enum(contentKinds)),
      }),
    ])
    .exactOptional(),
  owner: z.string().trim().max(120).exactOptional(),
  notes: z.string().trim().max(2000).exactOptional(),
}) satisfies z.ZodType<KpiDefinition>;

export const coverageSchema = z.object({
  recorded: z.number(),
  expected: z.number(),
  cadence: cadenceSchema,
  channels: z.number().exactOptional(),
});

export const measuredSchema = z.object({
  value: z.number().nullable(),
  state: z.enum(valueStates),
  kind: z.enum(valueKinds),
  reasons: z.array(z.enum(valueReasons)).readonly(),
  coverage: coverageSchema.exactOptional(),
  asOf: dateSchema.exactOptional(),
});

export const changeSchema = z.object({
  kind: z.enum(changeKinds),
  difference: z.number().exactOptional(),
  ratio: z.number().exactOptional(),
  warning: z.boolean().exactOptional(),
  since: dateSchema.exactOptional(),
  perWeek: z.object({ now: z.number(), base: z.number() }).exactOptional(),
});

export const spanSchema = z.object({
  cadence: cadenceSchema,
  from: dateSchema,
  to: dateSchema,
  units: z.object({ done: z.number(), of: z.number(), cadence: cadenceSchema }).exactOptional(),
}) satisfies z.ZodType<Span>;

export const judgementSchema = z.object({
  status: statusSchema,
  goal: z.number().exactOptional(),
  floor: z.number().exactOptional(),
  goalTo: z.number().exactOptional(),
  sense: z.enum(['atLeast', 'atMost', 'between']).exactOptional(),
  pace: z.object({ goal: z.number(), goalTo: z.number().exactOptional(), share: z.number() }).exactOptional(),
  p: z.number().exactOptional(),
  score: z.number().exactOptional(),
  reason: z
    .enum(['noBase', 'baseZero', 'lowCoverage', 'definitionChanged', 'noTargetForPeriod', 'finerThanTarget'])
    .exactOptional(),
  counter: z
    .object({
      kpi: z.string(),
      status: statusSchema,
      value: z.number().nullable(),
      goal: z.number().exactOptional(),
    })
    .exactOptional(),
});

export const signalSchema = z.object({
  rule: z.enum(signalRules).exactOptional(),
  side: z.enum(['above', 'below']).exactOptional(),
  centre: z.number().exactOptional(),
  lower: z.number().exactOptional(),
  upper: z.number().exactOptional(),
  value: z.number().exactOptional(),
  run: z.number().exactOptional(),
  none: z.enum(['tooFew', 'flat', 'counts', 'noValue']).exactOptional(),
  points: z.number(),
  baseline: z.object({ from: dateSchema, to: dateSchema }).exactOptional(),
  since: dateSchema.exactOptional(),
  rebased: z.boolean().exactOptional(),
  restarted: z.boolean().exactOptional(),
  cadence: cadenceSchema.exactOptional(),
});

export const scoreRowSchema = z.object({
  kpi: z.string(),
  channel: z.string().nullable(),
  now: measuredSchema,
  base: measuredSchema,
  change: changeSchema,
  judgement: judgementSchema,
  signal: signalSchema,
  trend: z.array(z.number().nullable()).readonly(),
  goals: z.array(z.number().nullable()).readonly(),
  weight: z.number(),
}) satisfies z.ZodType<ScoreRow>;

export const groupScoreSchema = z.object({
  score: z.number().nullable(),
  baseScore: z.number().nullable(),
  covered: z.number().nullable(),
  status: statusSchema,
}) satisfies z.ZodType<GroupScore>;

/** What a KPI needs to be shown beside its numbers; sent once with each screen. */
export const kpiFaceSchema = z.object({
  id: idSchema,
  key: z.string(),
  name: localisedSchema,
  unit: unitSchema,
  direction: z.enum(directions),
  kra: z.string(),
  stage: z.enum(stageKeys),
  level: z.enum(levels),
  cadence: cadenceSchema,
  timeAggregation: z.enum(timeAggregations),
  computed: z.boolean(),
  vanity: z.boolean(),
  counter: z.string().exactOptional(),
});
export type KpiFace = z.infer<typeof kpiFaceSchema>;

export const channelFaceSchema = z.object({
  /** As a string, the way rows name it. */
  id: z.string(),
  name: z.string(),
  network: z.string(),
});
export type ChannelFace = z.infer<typeof channelFaceSchema>;

export const valueReasonSchema = z.enum(valueReasons);
