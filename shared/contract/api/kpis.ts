/** The catalogue, a client's KPIs and their targets. */
import { z } from 'zod';
import { formulaErrorCodes, formulaWarningCodes } from '../../domain/formula/ast.ts';
import type { UnitSide } from '../../domain/formula/ast.ts';
import { levels, targetKinds, unitKinds } from '../../domain/kpi.ts';
import { valueKinds } from '../../domain/results.ts';
import { command, query } from '../define.ts';
import {
  cadenceSchema,
  channelFaceSchema,
  dateSchema,
  idSchema,
  kpiDefinitionSchema,
  localisedSchema,
  measuredSchema,
  unitSchema,
} from '../values.ts';

export const kraSchema = z.object({ key: z.string(), name: localisedSchema, description: localisedSchema });
export const stageSchema = z.object({ key: z.string(), name: localisedSchema, description: localisedSchema });
export const templateSchema = z.object({
  key: z.string(),
  name: localisedSchema,
  description: localisedSchema,
  /** Networks such a client is usually on, to be offered. */
  channels: z.array(z.string()),
  /** The first of `kpis`, shown large, each with why it counts here. */
  headlines: z.array(z.object({ kpi: z.string(), why: localisedSchema })),
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

/** What a part of a formula is: a unit, or what units make together. */
const unitSideSchema = z.object({
  kind: z.enum([...unitKinds, 'ratio', 'moneyPerItem', 'durationPerItem', 'rate']),
  label: localisedSchema.exactOptional(),
  of: z.number().exactOptional(),
}) satisfies z.ZodType<UnitSide>;

/** Position in the text, zero-based, with what is to be said of it. */
const formulaRemark = z.object({
  code: z.enum([...formulaErrorCodes, ...formulaWarningCodes]),
  at: z.number(),
  length: z.number(),
  text: z.string(),
  /** English. */
  message: z.string(),
  /** Put in the place of the stretch, it mends it. */
  suggestion: z.string().exactOptional(),
  sides: z.tuple([unitSideSchema, unitSideSchema]).exactOptional(),
  /** Units that the formula's result has: declaring one settles the matter. */
  units: z.array(unitSchema).exactOptional(),
});
export type FormulaRemark = z.infer<typeof formulaRemark>;

const formulaCheck = z.object({
  /** It may be saved; warnings do not stand against that. */
  ok: z.boolean(),
  problems: z.array(formulaRemark),
  warnings: z.array(formulaRemark),
  /** Keys it names. */
  kpis: z.array(z.string()),
  /** `null` while it is not ok. */
  kind: z.enum(valueKinds).nullable(),
  unit: unitSchema.nullable(),
});
export type FormulaCheckDto = z.infer<typeof formulaCheck>;

const previewPoint = z.object({
  start: dateSchema,
  measured: measuredSchema,
  /** Not over yet: the value is of what is there so far. */
  running: z.boolean(),
});

/** What an unsaved definition gives on the client's figures. */
export const kpiPreviewSchema = z.object({
  /** `null` for a KPI that is not computed. */
  check: formulaCheck.nullable(),
  kind: z.enum(valueKinds),
  cadence: cadenceSchema,
  channels: z.array(channelFaceSchema),
  /** Thirteen periods, oldest first, up to the newest one with figures; none while the formula cannot be computed. */
  points: z.array(previewPoint),
  byChannel: z.array(z.object({ channel: z.string(), points: z.array(previewPoint) })),
  /** The newest whole period with a value, else the running one, else the newest looked at; `null` without figures. */
  newest: dateSchema.nullable(),
  /** Channels that have every operand of a ratio, where not all have: only they count. */
  sharedBy: z.array(z.string()).nullable(),
  /** Each KPI the formula names, in the newest period and on those channels; `recorded`: it has figures at all. */
  operands: z.array(z.object({ kpi: z.string(), recorded: z.boolean(), measured: measuredSchema })),
});
export type KpiPreview = z.infer<typeof kpiPreviewSchema>;

/** What a list of KPIs changes in place. What is not named stays; `counter: null` takes the counter away. */
const kpiChange = z.object({
  kpi: idSchema,
  shown: z.boolean().exactOptional(),
  weight: z.number().min(0).max(100).exactOptional(),
  headline: z.number().int().nullable().exactOptional(),
  cadence: cadenceSchema.exactOptional(),
  level: z.enum(levels).exactOptional(),
  counter: z.string().nullable().exactOptional(),
  owner: z.string().trim().max(120).exactOptional(),
  notes: z.string().trim().max(2000).exactOptional(),
});
export type KpiChange = z.infer<typeof kpiChange>;

/** Exports that bring a KPI of the catalogue; `platform` and `report` as signatures name them. */
export const catalogueSourceSchema = z.object({
  kpi: z.string(),
  platform: z.string(),
  reports: z.array(z.string()),
  /** Networks whose figures they hold. */
  networks: z.array(z.string()),
});
export type CatalogueSource = z.infer<typeof catalogueSourceSchema>;

export const kpiCalls = {
  'catalogue.get': query(z.object({}), catalogueSchema),
  'catalogue.sources': query(z.object({}), z.array(catalogueSourceSchema)),
  'kpis.list': query(z.object({ client: idSchema }), z.array(clientKpiSchema), ['client-not-found']),
  /** Picks from the catalogue; what a formula needs comes along, not shown. */
  'kpis.add': command(
    z.object({ client: idSchema, keys: z.array(z.string()).min(1).max(500) }),
    z.array(clientKpiSchema),
    ['client-not-found', 'catalogue-key-unknown'],
  ),
  /** A key of the catalogue is refused: imports would record it with another meaning. */
  'kpis.define': command(z.object({ client: idSchema, definition: kpiDefinitionSchema }), clientKpiSchema, [
    'client-not-found',
    'kpi-key-taken',
    'formula-invalid',
    'counter-invalid',
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
    ['kpi-not-found', 'formula-invalid', 'kpi-in-use', 'kpi-is-counter', 'counter-invalid'],
  ),
  /** One step over several KPIs: all of it or nothing. Answers what stood there before, to be put back the same way. */
  'kpis.updateMany': command(
    z.object({ client: idSchema, changes: z.array(kpiChange).min(1).max(500) }),
    z.object({ before: z.array(kpiChange) }),
    ['client-not-found', 'kpi-not-found', 'kpi-is-counter', 'counter-invalid'],
  ),
  'kpis.checkFormula': query(
    z.object({
      client: idSchema,
      key: z.string(),
      formula: z.string().max(2000),
      /** As declared; without it the formula's own unit stands. */
      unit: unitSchema.exactOptional(),
    }),
    formulaCheck,
    ['client-not-found'],
  ),
  /** Stores nothing. */
  'kpis.preview': query(z.object({ client: idSchema, definition: kpiDefinitionSchema }), kpiPreviewSchema, [
    'client-not-found',
  ]),
  'targets.list': query(z.object({ client: idSchema }), z.array(targetSchema), ['client-not-found']),
  /** Sets a target; another of the same KPI, channel and cadence ends where it begins, and holds again where it ends. */
  'targets.set': command(targetFields, targetSchema, [
    'kpi-not-found',
    'channel-not-found',
    'target-invalid',
  ]),
  'targets.remove': command(z.object({ target: idSchema }), z.object({}), ['target-not-found']),
} as const;
