/** How a number was made: formula, inputs, coverage, periods, and the imports behind it. */
import { z } from 'zod';
import { formulaFunctions } from '../../domain/formula/ast.ts';
import { channelAggregations, targetKinds, timeAggregations } from '../../domain/kpi.ts';
import { stepKinds } from '../../domain/steps.ts';
import type { ExplainedStep } from '../../domain/steps.ts';
import { query } from '../define.ts';
import {
  baseSchema,
  cadenceSchema,
  changeSchema,
  channelFaceSchema,
  dateSchema,
  idSchema,
  judgementSchema,
  kpiFaceSchema,
  measuredSchema,
  momentSchema,
  periodSchema,
  signalSchema,
  spanSchema,
} from '../values.ts';

/** Figures of one batch that a step stands on; `zeros`: units that a file of the batch left out because they are zero. */
const sourceSchema = z.object({
  batch: idSchema,
  label: z.string(),
  kind: z.enum(['import', 'edit', 'demo']),
  at: momentSchema,
  figures: z.number(),
  zeros: z.number(),
});
export type Source = z.infer<typeof sourceSchema>;

/** See `StepOver` in the domain. */
const overSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('time'),
    how: z.enum(timeAggregations),
    cadence: cadenceSchema.nullable(),
    figures: z.number(),
    at: dateSchema.nullable(),
  }),
  z.object({ kind: z.literal('exact') }),
  z.object({ kind: z.literal('channels'), how: z.enum(channelAggregations), channels: z.number() }),
  z.object({ kind: z.literal('peak'), how: z.enum(['min', 'max']), cadence: cadenceSchema }),
  z.object({
    kind: z.literal('log'),
    log: z.enum(['cases', 'evidence', 'content']),
    entries: z.number(),
    age: z.number().exactOptional(),
    left: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('formula') }),
  z.object({
    kind: z.literal('operation'),
    operator: z.enum(['+', '-', '*', '/', '<', '<=', '>', '>=', '=', '!=', 'negate']),
  }),
  z.object({ kind: z.literal('function'), name: z.enum(formulaFunctions), taken: z.number().nullable() }),
  z.object({ kind: z.literal('rebased'), factor: z.number() }),
]);

/** One step of the making; steps follow each other as in an outline, `depth` 0 being the number asked for. */
export const stepSchema = z.object({
  depth: z.number().int(),
  kind: z.enum(stepKinds),
  text: z.string(),
  kpi: z.string().nullable(),
  channel: z.string().nullable(),
  channels: z.array(z.string()).readonly().nullable(),
  span: spanSchema,
  measured: measuredSchema,
  used: z.number().nullable(),
  over: overSchema.nullable(),
  paired: z.object({ units: z.number(), cadence: cadenceSchema, whole: z.number().nullable() }).nullable(),
  sources: z.array(sourceSchema),
}) satisfies z.ZodType<Omit<ExplainedStep, 'figures'> & { readonly sources: readonly Source[] }>;
export type Step = z.infer<typeof stepSchema>;

/** Exactly these days over exactly these channels: how a step is asked about by itself. */
const atSchema = z.object({
  span: spanSchema.omit({ units: true }),
  /** `null`: all channels. */
  channels: z.array(idSchema).min(1).max(200).nullable(),
});

export const madeSchema = z.object({
  kpis: z.array(kpiFaceSchema),
  channels: z.array(channelFaceSchema),
  kpi: kpiFaceSchema,
  channel: z.string().nullable(),
  period: periodSchema,
  running: z.boolean(),
  /** In keys, as it is kept. */
  formula: z.string().nullable(),
  /** The value asked about: the period's, its base's, or that of the days named. */
  measured: measuredSchema,
  span: spanSchema,
  steps: z.array(stepSchema),
  /** Against the base; `null` where the base itself or free days are asked about. */
  comparison: z
    .object({
      span: spanSchema,
      baseSpan: spanSchema.nullable(),
      now: measuredSchema,
      base: measuredSchema,
      /** The whole base period, where the base is only its first units. */
      wholeBase: measuredSchema.nullable(),
      change: changeSchema,
    })
    .nullable(),
  /** Channels too far behind to be compared, on neither side. */
  left: z.array(z.string()).readonly(),
  judgement: judgementSchema.nullable(),
  /** The target that set the goal. */
  target: z
    .object({
      kind: z.enum(targetKinds),
      goal: z.number(),
      goalTo: z.number().nullable(),
      baseline: z.number().nullable(),
      channel: z.string().nullable(),
      cadence: cadenceSchema,
      from: dateSchema,
      to: dateSchema.nullable(),
    })
    .nullable(),
  signal: signalSchema.nullable(),
  /** Definition breaks of the KPI and of what it rests on, from the base's first day to the last one asked about. */
  breaks: z.array(z.object({ day: dateSchema, note: z.string(), factor: z.number().nullable() })),
});
export type Made = z.infer<typeof madeSchema>;

export const numberCalls = {
  'numbers.made': query(
    z.object({
      client: idSchema,
      kpi: idSchema,
      channel: idSchema.nullable(),
      period: periodSchema,
      base: baseSchema,
      /** `base`: what the period is compared with, over the days it is compared over. */
      side: z.enum(['now', 'base']).exactOptional(),
      at: atSchema.exactOptional(),
    }),
    madeSchema,
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'],
  ),
} as const;
