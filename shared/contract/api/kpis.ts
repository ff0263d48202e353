/** The catalogue, a client's KPIs and their targets. */
import { z } from 'zod';
import { targetKinds } from '../../domain/kpi.ts';
import { command, query } from '../define.ts';
import { cadenceSchema, dateSchema, idSchema, kpiDefinitionSchema, localisedSchema } from '../values.ts';

export const kraSchema = z.object({ key: z.string(), name: localisedSchema, description: localisedSchema });
export const stageSchema = z.object({ key: z.string(), name: localisedSchema, description: localisedSchema });
export const templateSchema = z.object({
  key: z.string(),
  name: localisedSchema,
  description: localisedSchema,
  kpis: z.array(z.string()),
});
export const catalogueSchema = z.object({
  kras: z.array(kraSchema),
  stages: z.array(stageSchema),
  kpis: z.array(kpiDefinitionSchema),
  templates: z.array(templateSchema),
});
export type CatalogueDto = z.infer<typeof catalogueSchema>;

/** A KPI as a client has it. */
export const clientKpiSchema = z.object({
  id: idSchema,
  client: idSchema,
  definition: kpiDefinitionSchema,
  /** On scorecard and dashboard. An import may record KPIs nobody picked: kept, not shown. */
  shown: z.boolean(),
  /** Own KPI, not from the catalogue. */
  own: z.boolean(),
  weight: z.number(),
  /** A headline of the dashboard, in this order; `null`: not one. */
  headline: z.number().nullable(),
  figures: z.number(),
  targets: z.number(),
});
export type ClientKpi = z.infer<typeof clientKpiSchema>;

export const targetFields = z.object({
  kpi: idSchema,
  channel: idSchema.nullable(),
  kind: z.enum(targetKinds),
  cadence: cadenceSchema,
  from: dateSchema,
  /** First day it no longer holds. */
  to: dateSchema.nullable(),
  /** In the KPI's unit; growth as a fraction; `between`: the lower edge. */
  goal: z.number(),
  goalTo: z.number().exactOptional(),
  floor: z.number().exactOptional(),
  baseline: z.number().exactOptional(),
});
export const targetSchema = targetFields.extend({ id: idSchema });
export type TargetDto = z.infer<typeof targetSchema>;

const formulaCheck = z.object({
  ok: z.boolean(),
  /** Position in the text, zero-based, with what is wrong and a suggestion. */
  problems: z.array(
    z.object({
      code: z.string(),
      at: z.number(),
      length: z.number(),
      text: z.string(),
      message: z.string(),
      suggestion: z.string().exactOptional(),
    }),
  ),
  kpis: z.array(z.string()),
});

export const kpiCalls = {
  'catalogue.get': query(z.object({}), catalogueSchema),
  'kpis.list': query(z.object({ client: idSchema }), z.array(clientKpiSchema), ['client-not-found']),
  /** Picks from the catalogue; what a formula needs comes along, not shown. */
  'kpis.add': command(
    z.object({ client: idSchema, keys: z.array(z.string()).min(1).max(500) }),
    z.array(clientKpiSchema),
    ['client-not-found', 'catalogue-key-unknown'],
  ),
  'kpis.define': command(z.object({ client: idSchema, definition: kpiDefinitionSchema }), clientKpiSchema, [
    'client-not-found',
    'kpi-key-taken',
    'formula-invalid',
  ]),
  'kpis.update': command(
    z.object({
      kpi: idSchema,
      shown: z.boolean().exactOptional(),
      weight: z.number().min(0).max(100).exactOptional(),
      headline: z.number().int().nullable().exactOptional(),
      definition: kpiDefinitionSchema.exactOptional(),
    }),
    clientKpiSchema,
    ['kpi-not-found', 'formula-invalid', 'kpi-in-use'],
  ),
  'kpis.checkFormula': query(
    z.object({ client: idSchema, key: z.string(), formula: z.string().max(2000) }),
    formulaCheck,
    ['client-not-found'],
  ),
  'targets.list': query(z.object({ client: idSchema }), z.array(targetSchema), ['client-not-found']),
  /** Sets a target; another of the same KPI, channel and cadence ends where it begins, and holds again where it ends. */
  'targets.set': command(targetFields, targetSchema, [
    'kpi-not-found',
    'channel-not-found',
    'target-invalid',
  ]),
  'targets.remove': command(z.object({ target: idSchema }), z.object({}), ['target-not-found']),
} as const;
