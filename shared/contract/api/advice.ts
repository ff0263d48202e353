/** What the rules advise: a target looked at before it is set, gaps of coverage, proposals that become actions. */
import { z } from 'zod';
import { forecastReasons } from '../../domain/forecastReasons.ts';
import { command, query } from '../define.ts';
import {
  baseSchema,
  dateSchema,
  idSchema,
  judgementSchema,
  kpiFaceSchema,
  channelFaceSchema,
  localisedSchema,
  momentSchema,
  periodSchema,
} from '../values.ts';
import { targetFields } from './kpis.ts';

/** A reason as a code with the figures that go into its words; worded by the window. */
const reasonSchema = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type Reason = z.infer<typeof reasonSchema>;

export const smartLights = ['specific', 'measurable', 'achievable', 'relevant', 'timeBound'] as const;
export const smartSchema = z.object({
  light: z.enum(smartLights),
  state: z.enum(['yes', 'partly', 'no', 'unknown']),
  reasons: z.array(reasonSchema),
});
export type Smart = z.infer<typeof smartSchema>;

const forecastSchema = z.object({
  value: z.number().nullable(),
  low: z.number().exactOptional(),
  high: z.number().exactOptional(),
  /** Figures it stands on; 8 are needed. */
  points: z.number(),
  reason: z.enum(forecastReasons).exactOptional(),
  /** Against the goal, by the whole band where there is one; `open`: the band holds the goal. */
  outlook: z.enum(['reaches', 'misses', 'open']).nullable(),
});

export const targetPreviewSchema = z.object({
  smart: z.array(smartSchema),
  /** Periods of the target's cadence: the client's history, the periods it would hold for, and what each would ask. */
  points: z.array(
    z.object({
      start: dateSchema,
      value: z.number().nullable(),
      state: z.enum(['value', 'missing', 'notApplicable', 'notComputable', 'notExpected']),
      running: z.boolean(),
      goal: z.number().nullable(),
      goalTo: z.number().nullable(),
      floor: z.number().nullable(),
      /** How the period would have been judged. */
      status: judgementSchema.shape.status.nullable(),
    }),
  ),
  /** The running or next period under the target. */
  now: z.object({
    period: periodSchema,
    judgement: judgementSchema,
    value: z.number().nullable(),
    /** What a running period will come to; `null` where it is not running. */
    forecast: forecastSchema.nullable(),
  }),
  /** The way through the running period, unit by unit: what was reached and what the pace asks; empty for a stock without baseline. */
  pace: z.array(z.object({ day: dateSchema, value: z.number().nullable(), goal: z.number().nullable() })),
  /**
   * Growth asked from the newest closed period, as improvement (where less is better, a fall of 20 % is 0.2), over
   * `periods` of the target's cadence; and what the client did over as many before: median and 95th percentile.
   */
  growth: z
    .object({
      asked: z.number(),
      usual: z.number(),
      most: z.number(),
      samples: z.number(),
      periods: z.number(),
    })
    .nullable(),
});
export type TargetPreview = z.infer<typeof targetPreviewSchema>;

/** What a cell of the matrix knows of one KPI. */
const matrixKpi = z.object({
  kpi: idSchema,
  shown: z.boolean(),
  /** `ok`: recorded and with a target; the others name the first thing it lacks. */
  state: z.enum(['ok', 'noTarget', 'stale', 'noFigures', 'hidden']),
});
export const matrixSchema = z.object({
  kpis: z.array(kpiFaceSchema),
  kras: z.array(z.object({ key: z.string(), name: localisedSchema })),
  stages: z.array(z.object({ key: z.string(), name: localisedSchema })),
  cells: z.array(z.object({ kra: z.string(), stage: z.string(), kpis: z.array(matrixKpi) })),
  /** Named gaps: a KRA or a stage that nothing covers, or that nothing measures (no figures) or judges (no target). */
  gaps: z.array(
    z.object({
      kind: z.enum(['empty', 'noFigures', 'noTarget', 'onlyVanity']),
      axis: z.enum(['kra', 'stage']),
      key: z.string(),
      /** Catalogue keys that would fill it, best first. */
      suggestions: z.array(z.object({ key: z.string(), name: localisedSchema })),
    }),
  ),
});
export type Matrix = z.infer<typeof matrixSchema>;

export const actionStates = ['open', 'doing', 'done', 'dropped'] as const;
export const actionStateSchema = z.enum(actionStates);

export const recommendationSchema = z.object({
  /** The same proposal has the same mark: rule, KPI, channel and period. */
  mark: z.string(),
  rule: z.string(),
  kpi: idSchema,
  channel: idSchema.nullable(),
  period: periodSchema,
  urgency: z.enum(['now', 'soon', 'watch']),
  /** The figures that fired it, worded by the window: code plus values (numbers in the unit of the KPI they name). */
  because: z.array(
    z.object({
      code: z.string(),
      kpi: z.string().nullable(),
      values: z.record(z.string(), z.union([z.number(), z.string()])),
    }),
  ),
  /** The action it was turned into. */
  action: idSchema.nullable(),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

/** An action with what came of it. */
export const followedActionSchema = z.object({
  id: idSchema,
  text: z.string(),
  kpi: idSchema.nullable(),
  channel: idSchema.nullable(),
  owner: z.string(),
  due: dateSchema.nullable(),
  state: actionStateSchema,
  rule: z.string().nullable(),
  decided: momentSchema,
  doneAt: momentSchema.nullable(),
  /** Its KPI in the period it was decided in, and in the newest closed period since; `null` until there is one. */
  effect: z
    .object({
      before: z.object({ period: periodSchema, value: z.number().nullable() }),
      after: z.object({ period: periodSchema, value: z.number().nullable() }).nullable(),
      /** True when a signal rule fired since; without one it is within the usual range. */
      signal: z.boolean(),
    })
    .nullable(),
});
export type FollowedAction = z.infer<typeof followedActionSchema>;

export const adviceCalls = {
  'targets.preview': query(z.object({ client: idSchema, target: targetFields }), targetPreviewSchema, [
    'client-not-found',
    'kpi-not-found',
    'channel-not-found',
    'target-invalid',
  ]),
  'coverage.matrix': query(z.object({ client: idSchema, period: periodSchema }), matrixSchema, [
    'client-not-found',
    'period-invalid',
  ]),
  'recommendations.list': query(
    z.object({ client: idSchema, period: periodSchema, base: baseSchema }),
    z.object({
      kpis: z.array(kpiFaceSchema),
      channels: z.array(channelFaceSchema),
      items: z.array(recommendationSchema),
      /** Of those that still hold; `hidden` names them, so that one can be brought back. */
      dismissed: z.number(),
      hidden: z.array(recommendationSchema),
    }),
    ['client-not-found', 'period-invalid'],
  ),
  /** Turns a proposal into an action; the figures that fired it are kept with it. */
  'recommendations.accept': command(
    z.object({
      client: idSchema,
      mark: z.string().max(200),
      period: periodSchema,
      base: baseSchema,
      text: z.string().trim().min(1).max(400),
      owner: z.string().max(80),
      due: dateSchema.nullable(),
    }),
    followedActionSchema,
    ['client-not-found', 'recommendation-gone'],
  ),
  'recommendations.dismiss': command(
    z.object({ client: idSchema, mark: z.string().max(200), dismissed: z.boolean() }),
    z.object({}),
    ['client-not-found'],
  ),
  'actions.list': query(z.object({ client: idSchema }), z.array(followedActionSchema), ['client-not-found']),
  'actions.update': command(
    z.object({
      action: idSchema,
      text: z.string().trim().min(1).max(400).exactOptional(),
      owner: z.string().max(80).exactOptional(),
      due: dateSchema.nullable().exactOptional(),
      state: actionStateSchema.exactOptional(),
    }),
    followedActionSchema,
    ['action-not-found'],
  ),
} as const;
