/** Posts and videos: their totals since publication, compared at equal age. */
import { z } from 'zod';
import { noAgeReasons, standingPlaces } from '../../domain/content.ts';
import type { AgeSummary, AtAge, Standing } from '../../domain/content.ts';
import { query } from '../define.ts';
import {
  baseSchema,
  changeSchema,
  channelFaceSchema,
  dateSchema,
  idSchema,
  kpiFaceSchema,
  periodSchema,
  spanSchema,
} from '../values.ts';
import { tagFaceSchema } from './tags.ts';

const atAgeSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('settled'),
    value: z.number(),
    between: z.tuple([z.number(), z.number()]).readonly().exactOptional(),
  }),
  z.object({ state: z.literal('provisional'), value: z.number(), age: z.number() }),
  z.object({ state: z.literal('none'), reason: z.enum(noAgeReasons), age: z.number().exactOptional() }),
]) satisfies z.ZodType<AtAge>;

const standingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('compared'),
    n: z.number(),
    median: z.number(),
    lowerQuartile: z.number(),
    upperQuartile: z.number(),
    rank: z.number(),
    ratio: z.number().nullable(),
    place: z.enum(standingPlaces),
  }),
  z.object({ kind: z.literal('tooFew'), n: z.number() }),
  z.object({ kind: z.literal('unsettled') }),
]) satisfies z.ZodType<Standing>;

const ageSummarySchema = z.object({
  n: z.number(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  provisional: z.number(),
  without: z.number(),
}) satisfies z.ZodType<AgeSummary>;

const itemSchema = z.object({
  id: idSchema,
  channel: z.string(),
  type: z.string().nullable(),
  /** As the export has it; may be empty. */
  title: z.string(),
  link: z.string().nullable(),
  published: dateSchema.nullable(),
  at: atAgeSchema,
  standing: standingSchema,
  tags: z.array(tagFaceSchema).readonly(),
  /** The other metrics, each as it was read last. */
  others: z.array(z.object({ kpi: idSchema, value: z.number(), asOf: dateSchema })).readonly(),
});
export type ContentItemDto = z.infer<typeof itemSchema>;

const channelSummarySchema = z.object({
  channel: z.string(),
  now: ageSummarySchema,
  /** `null`: there is no base period. */
  base: ageSummarySchema.nullable(),
  /** Of the median item. `null`: under five settled items on a side. */
  change: changeSchema.nullable(),
});
export type ContentSummaryDto = z.infer<typeof channelSummarySchema>;

export const contentSorts = ['published', 'value', 'ratio'] as const;

export const contentCalls = {
  /**
   * A client's items with one metric at an age. Items are compared with all settled ones of their channel, and of their
   * type where one is asked for; never across a change of the metric's definition.
   */
  'content.list': query(
    z.object({
      client: idSchema,
      /** `null`: any. */
      channel: idSchema.nullable(),
      type: z.string().max(200).nullable(),
      tag: idSchema.nullable().exactOptional(),
      /** Words of the title or link; case and accents do not matter. */
      text: z.string().max(200).exactOptional(),
      /** `null`: the metric that most items have. */
      metric: idSchema.nullable(),
      /** Days after publication. */
      age: z.number().int().min(1).max(3650),
      /** Days of publication, both included; `null`: open. */
      from: dateSchema.nullable(),
      to: dateSchema.nullable(),
      /** What the summary is of, and what it is held against. */
      period: periodSchema,
      base: baseSchema,
      sort: z.enum(contentSorts),
      order: z.enum(['down', 'up']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({
      /** Metrics that items have, and rates whose counts they have; the one that most items have first. */
      metrics: z.array(kpiFaceSchema),
      /** `null`: there are no items. */
      metric: idSchema.nullable(),
      /** Channels that items are on. */
      channels: z.array(channelFaceSchema),
      /** Types of the items of the channel asked for. */
      types: z.array(z.string()),
      items: z.array(itemSchema),
      /** How many match, on all pages. */
      total: z.number(),
      /** How many there are of this client without any filter. */
      all: z.number(),
      span: spanSchema,
      baseSpan: spanSchema.nullable(),
      /** Items of the tag asked for beside all others they may be compared with; `null`: none was asked for. */
      tagged: z.object({ with: ageSummarySchema, without: ageSummarySchema }).nullable(),
      /** One a channel that published in either period. */
      summaries: z.array(channelSummarySchema),
    }),
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'],
  ),
} as const;
