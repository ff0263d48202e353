/** Schema of the report model (shared/domain/report.ts): what the preview shows and a snapshot keeps; and of its earlier versions. */
import { z } from 'zod';
import { channelAggregations, directions, stageKeys, timeAggregations } from '../domain/kpi.ts';
import { emptyReasons, pagesOf, sectionKinds } from '../domain/report.ts';
import type { ReportModel } from '../domain/report.ts';
import { fromFirst, fromSecond } from '../domain/reportEarlier.ts';
import type { FirstReportModel, SecondReportModel } from '../domain/reportEarlier.ts';
import {
  baseSchema,
  cadenceSchema,
  colorSchema,
  dateSchema,
  groupScoreSchema,
  languageSchema,
  scoreRowSchema,
  spanSchema,
  statusSchema,
  unitSchema,
} from './values.ts';

const gap = z.number().nullable();
const rowSchema = scoreRowSchema.extend({ note: z.string(), why: z.string().exactOptional() });

const paragraphSchema = z.array(
  z.object({ text: z.string(), token: z.number().nullable(), stale: z.boolean() }),
);

const itemSchema = z.object({
  title: z.string(),
  link: z.string().nullable(),
  channel: z.string(),
  published: dateSchema.nullable(),
  value: z.number(),
  provisional: z.boolean(),
  ratio: gap,
});

const firstSchema = z.object({
  schema: z.literal(1),
  language: languageSchema,
  client: z.object({
    name: z.string(),
    initials: z.string(),
    trade: z.string(),
    color: colorSchema,
    logo: z.string().nullable(),
    currency: z.string(),
    numberFormat: z.string(),
    weekStart: z.number(),
    fiscalYearStart: z.number(),
  }),
  preparedBy: z.string(),
  preparedOn: dateSchema,
  period: z.object({ cadence: cadenceSchema, start: dateSchema, label: z.string() }),
  base: z.object({ kind: baseSchema, start: dateSchema.nullable(), label: z.string() }),
  span: spanSchema,
  baseSpan: spanSchema.nullable(),
  running: z.boolean(),
  headline: z.string(),
  summary: z.array(z.string()),
  commentary: z.array(
    z.object({
      section: z.string(),
      kra: z.string().nullable(),
      name: z.string(),
      paragraphs: z.array(paragraphSchema),
      changed: z.number(),
    }),
  ),
  headlines: z.array(rowSchema),
  groups: z.array(
    z.object({ key: z.string(), name: z.string(), score: groupScoreSchema, rows: z.array(rowSchema) }),
  ),
  overall: groupScoreSchema,
  counts: z.partialRecord(statusSchema, z.number()),
  moved: z.array(z.string()),
  actions: z.array(z.object({ text: z.string(), due: dateSchema.nullable(), owner: z.string() })),
  annotations: z.array(z.object({ day: dateSchema, text: z.string() })),
  charts: z.array(
    z.object({
      id: z.string(),
      kra: z.string(),
      title: z.string(),
      finding: z.string().exactOptional(),
      kind: z.enum(['column', 'line', 'combo', 'stacked']),
      cadence: cadenceSchema,
      periods: z.array(dateSchema),
      labels: z.array(z.string()),
      series: z.array(
        z.object({
          kpi: z.string(),
          channel: z.string().nullable(),
          name: z.string(),
          role: z.enum(['bar', 'line', 'stack']),
          values: z.array(gap),
        }),
      ),
      goals: z.array(gap),
    }),
  ),
  figures: z.array(
    z.object({
      kpi: z.string(),
      channel: z.string(),
      cadence: cadenceSchema,
      start: dateSchema,
      value: gap,
      batch: z.number(),
      source: z.string(),
    }),
  ),
  kpis: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      definition: z.string(),
      unit: unitSchema,
      direction: z.enum(directions),
      timeAggregation: z.enum(timeAggregations),
      channelAggregation: z.enum(channelAggregations),
      formula: z.string().nullable(),
      weightBy: z.string().nullable(),
      kra: z.string(),
      stage: z.enum(stageKeys),
      vanity: z.boolean(),
      counter: z.string().nullable(),
      min: gap,
      max: gap,
      step: gap,
    }),
  ),
  channels: z.array(z.object({ id: z.string(), name: z.string(), network: z.string() })),
}) satisfies z.ZodType<FirstReportModel>;

const secondSchema = firstSchema.extend({
  schema: z.literal(2),
  pagesOf: z.enum(pagesOf),
  sections: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(sectionKinds),
      name: z.string(),
      title: z.string(),
      shown: z.boolean(),
      empty: z.enum(emptyReasons).nullable(),
    }),
  ),
  areas: z.array(
    z.object({
      section: z.string(),
      name: z.string(),
      score: groupScoreSchema,
      kpis: z.array(z.string()),
      charts: z.array(z.string()),
    }),
  ),
  content: z
    .object({
      metric: z.string(),
      unit: unitSchema,
      age: z.number(),
      total: z.number(),
      top: z.array(itemSchema),
      bottom: z.array(itemSchema),
    })
    .nullable(),
  breakdowns: z.array(
    z.object({
      dimension: z.string(),
      name: z.string(),
      kpi: z.string(),
      channel: z.string().nullable(),
      unit: unitSchema,
      total: z.number(),
      members: z.array(z.object({ name: z.string(), value: z.number(), share: z.number() })),
      rest: z.object({ count: z.number(), value: z.number(), share: z.number() }).nullable(),
    }),
  ),
}) satisfies z.ZodType<SecondReportModel>;

export const reportModelSchema = secondSchema.extend({
  schema: z.literal(3),
  client: secondSchema.shape.client.extend({ uid: z.string() }),
  summary: z.array(paragraphSchema),
  kpis: z.array(
    secondSchema.shape.kpis.element.extend({
      sources: z.array(z.string()),
      breaks: z.array(z.object({ day: dateSchema, note: z.string() })),
    }),
  ),
  entry: z.array(
    z.object({
      cadence: cadenceSchema,
      periods: z.array(z.object({ start: dateSchema, label: z.string() })),
      rows: z.array(z.object({ kpi: z.string(), channel: z.string(), values: z.array(gap) })),
    }),
  ),
}) satisfies z.ZodType<ReportModel>;

/**
 * A kept report model of any version as the present one; `null`: none that this version can read. One of the present
 * version comes back as it was kept, in the same order, so that the file it became can be made again to the byte.
 */
export function readReportModel(kept: unknown): ReportModel | null {
  if (reportModelSchema.safeParse(kept).success) return kept as ReportModel;
  const second = secondSchema.safeParse(kept);
  if (second.success) return fromSecond(second.data);
  const first = firstSchema.safeParse(kept);
  return first.success ? fromFirst(first.data) : null;
}
