/**
 * What the demo workspace is made of, as JSON below `resources/demo`: one file a client and the patterns they share.
 *
 * Months are counted from the newest whole month: 0 is that one, -12 the same month a year before, 1 the running one.
 * The files ship with the app, so one with another shape is a fault of the build and throws.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { numberFormats } from '../../../../shared/domain/format.ts';
import { caseKinds, languages, targetKinds } from '../../../../shared/domain/kpi.ts';
import { tagKinds } from '../../../../shared/contract/api/tags.ts';
import { colorSchema } from '../../../../shared/contract/values.ts';

/** How many whole months the figures go back, the newest included. */
export const WHOLE_MONTHS = 18;

const month = z
  .number()
  .int()
  .min(1 - WHOLE_MONTHS);

/** Month and value, straight lines between them. A flow meets each of them exactly. */
const curve = z.array(z.tuple([month, z.number()])).min(1);
export type Curve = z.infer<typeof curve>;

/** What befell the figures of some days: stated not applicable, not recorded, nothing happened, or less than usual. */
const event = z.strictObject({
  month,
  day: z.number().int().min(1).max(31),
  days: z.number().int().min(1),
  what: z.union([z.enum(['notApplicable', 'missing', 'zero']), z.number().positive()]),
  note: z.string().exactOptional(),
});
export type DemoEvent = z.infer<typeof event>;

const common = {
  kpi: z.string(),
  channel: z.string(),
  /** First month with figures; the very first one where absent. */
  from: month.exactOptional(),
  /** Standard deviation from the curve, as a fraction. */
  noise: z.number().exactOptional(),
  events: z.array(event).exactOptional(),
  /** The part of the newest whole month after which no daily figures came in any more. */
  stopsAfter: z.number().positive().exactOptional(),
};
const rhythm = { week: z.string().exactOptional(), season: z.string().exactOptional() };

const seriesSchema = z.discriminatedUnion('shape', [
  /** A count (or money) that adds up: the curve gives whole months, split over their days or weeks. */
  z.strictObject({
    shape: z.literal('flow'),
    cadence: z.enum(['day', 'week', 'month']),
    curve,
    money: z.boolean().exactOptional(),
    ...rhythm,
    ...common,
  }),
  /** A standing number at the end of each month; by day, with those who came and went where they are named. */
  z.strictObject({
    shape: z.literal('stock'),
    cadence: z.enum(['day', 'month']),
    curve,
    gained: z.string().exactOptional(),
    lost: z.string().exactOptional(),
    /** Share of the stock lost in a month. */
    churn: z.number().exactOptional(),
    ...rhythm,
    ...common,
  }),
  /** People counted once a period: months from the curve, and days as a share of their month. */
  z.strictObject({
    shape: z.literal('unique'),
    curve,
    daily: z.number().exactOptional(),
    ...rhythm,
    ...common,
  }),
  /** A rating, a duration: the curve itself in each period. */
  z.strictObject({
    shape: z.literal('level'),
    cadence: z.enum(['week', 'month']),
    curve,
    step: z.number().positive(),
    ...common,
  }),
  /** So much of another series of the same channel, period by period. */
  z.strictObject({
    shape: z.literal('share'),
    cadence: z.enum(['day', 'week', 'month']),
    of: z.string(),
    curve,
    money: z.boolean().exactOptional(),
    ...common,
  }),
  /** Rare things, month by month up to the newest whole one; `null`: not applicable. */
  z.strictObject({
    shape: z.literal('months'),
    values: z.array(z.number().nullable()).max(WHOLE_MONTHS),
    ...common,
  }),
]);
export type DemoSeries = z.infer<typeof seriesSchema>;

/** Posts of a channel: month, day, kind, the people it reaches in the end, first line. */
const postsSchema = z.strictObject({
  channel: z.string(),
  /** What its batch is called. */
  label: z.string(),
  /** The address of a post, its number following. */
  link: z.string(),
  /** Kinds that are watched: they have views and keep being found for longer. */
  videos: z.array(z.string()),
  posts: z.array(
    z.tuple([month, z.number().int().min(1).max(28), z.string(), z.number().positive(), z.string()]),
  ),
});
export type DemoPosts = z.infer<typeof postsSchema>;

/** A support case: minutes to the first reply and hours until it was resolved, where it was. */
const demoCase = z.strictObject({
  /** Days before today. */
  ago: z.number().int().min(1),
  time: z.string(),
  kind: z.enum(caseKinds),
  channel: z.string(),
  reply: z.number().positive().nullable(),
  resolved: z.number().positive().nullable(),
  escalated: z.boolean(),
  sentiment: z.enum(['positive', 'neutral', 'negative']).nullable(),
  cause: z.string().nullable(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
});

const point = z.tuple([z.number(), z.number()]);
const mark = z.strictObject({
  /** Stroke width as a fraction of the side. */
  stroke: z.number().positive(),
  lines: z.array(z.array(point).min(2)),
  rings: z.array(z.strictObject({ centre: point, radius: z.number().positive() })),
});
export type Mark = z.infer<typeof mark>;

const clientSchema = z.strictObject({
  client: z.strictObject({
    name: z.string(),
    trade: z.string(),
    color: colorSchema,
    language: z.enum(languages),
    numberFormat: z.enum(numberFormats),
    currency: z.string(),
    weekStart: z.number().int(),
    fiscalYearStart: z.number().int(),
  }),
  mark: mark.nullable(),
  /** What the batch of a channel is called, the channel's name following. */
  batchLabel: z.string(),
  channels: z.array(
    z.strictObject({
      key: z.string(),
      network: z.string(),
      name: z.string(),
      handle: z.string().nullable(),
      /** Days between a day and its figures. */
      lag: z.number().int().min(1).max(3),
    }),
  ),
  kpis: z.array(z.strictObject({ key: z.string(), weight: z.number().exactOptional() })),
  /** KPIs shown on purpose although nothing is recorded yet. */
  unrecorded: z.array(z.string()),
  headlines: z.array(z.string()),
  series: z.array(seriesSchema),
  content: z.array(postsSchema).exactOptional(),
  targets: z.array(
    z.strictObject({
      kpi: z.string(),
      /** `null`: all channels together; absent: as the scorecard shows the KPI, so that its row is the judged one. */
      channel: z.string().nullable().exactOptional(),
      kind: z.enum(targetKinds),
      from: month,
      /** First month it no longer holds. */
      to: z.number().int().exactOptional(),
      goal: z.number(),
      goalTo: z.number().exactOptional(),
      baseline: z.number().exactOptional(),
    }),
  ),
  notes: z.array(z.strictObject({ kpi: z.string(), channel: z.string(), month, text: z.string() })),
  annotations: z.array(
    z.strictObject({
      month: month.max(0),
      day: z.number().int().min(1).max(28),
      text: z.string(),
      kpi: z.string().exactOptional(),
      channel: z.string().exactOptional(),
    }),
  ),
  breakdowns: z
    .array(
      z.strictObject({
        kpi: z.string(),
        channel: z.string(),
        dimension: z.string(),
        /** A standing number is told at the end of each month; another adds up over it. */
        standing: z.boolean(),
        /** Canonical member to its share; what is left to 1 is known of nobody. */
        members: z.record(z.string(), z.number().positive().max(1)),
      }),
    )
    .exactOptional(),
  /** Put on the posts whose title holds one of these words, and named by cases. */
  tags: z.array(z.strictObject({ name: z.string(), kind: z.enum(tagKinds), posts: z.array(z.string()) })),
  cases: z.array(demoCase).exactOptional(),
  evidence: z
    .array(
      z.strictObject({
        kpi: z.string(),
        channel: z.string(),
        /** Days before today. */
        ago: z.number().int().min(0),
        what: z.string(),
        link: z.string().nullable(),
        note: z.string().nullable(),
      }),
    )
    .exactOptional(),
  /** Commentary of the newest whole month, in the client's language, against the year before. */
  texts: z.array(z.strictObject({ section: z.string(), text: z.string() })),
  actions: z.array(
    z.strictObject({
      text: z.string(),
      owner: z.string(),
      /** Days from today. */
      dueIn: z.number().int(),
      kpi: z.string().exactOptional(),
      done: z.boolean().exactOptional(),
    }),
  ),
});
export type DemoClient = z.infer<typeof clientSchema>;

const patternsSchema = z.strictObject({
  /** Seven factors a pattern, Monday first. */
  weeks: z.record(z.string(), z.array(z.number().nonnegative()).length(7)),
  /** Twelve factors a pattern, January first. */
  seasons: z.record(z.string(), z.array(z.number().positive()).length(12)),
});
export type Patterns = z.infer<typeof patternsSchema>;

const names = ['northline', 'almazara', 'larkbed'] as const;

export interface DemoInputs {
  readonly patterns: Patterns;
  readonly clients: readonly DemoClient[];
}

/** Reads the demo's files below a resources folder, in the order the clients are made. */
export function loadInputs(resources: string): DemoInputs {
  const read = <T>(name: string, shape: z.ZodType<T>): T =>
    shape.parse(JSON.parse(readFileSync(path.join(resources, 'demo', `${name}.json`), 'utf8')));
  return {
    patterns: read('patterns', patternsSchema),
    clients: names.map((name) => read(name, clientSchema)),
  };
}
