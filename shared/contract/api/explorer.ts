/**
 * What the explorer looks at: the course of one KPI with its limits, courses beside it, figures split by a dimension, and
 * limits started anew by hand. All numbers are made by shared/domain; only the starts are stored.
 */
import { z } from 'zod';
import { forecastReasons } from '../../domain/forecastReasons.ts';
import { valueKinds } from '../../domain/results.ts';
import { command, query } from '../define.ts';
import {
  baseSchema,
  cadenceSchema,
  changeSchema,
  dateSchema,
  idSchema,
  kpiFaceSchema,
  measuredSchema,
  periodSchema,
  signalSchema,
  spanSchema,
} from '../values.ts';
import { annotationSchema, faces, pointSchema } from './views.ts';

/** A point with what is to be said of it on the chart. */
export const explorerPointSchema = pointSchema.extend({
  /** Stands on less than 0.8 of what was due. */
  thin: z.boolean().exactOptional(),
  /** Figures behind it may still change at their source. */
  provisional: z.boolean().exactOptional(),
});
export type ExplorerPoint = z.infer<typeof explorerPointSchema>;

const limitsSchema = z.object({
  centre: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** First days of the first and the last point they were drawn from. */
  from: dateSchema,
  to: dateSchema,
  meanRange: z.number(),
  /** Largest step from one point to the next that is still routine. */
  rangeLimit: z.number(),
});

/** The limits of a KPI's course on one channel (`null`: all together) begin anew on a day. */
export const limitStartSchema = z.object({
  id: idSchema,
  kpi: idSchema,
  channel: idSchema.nullable(),
  day: dateSchema,
});
export type LimitStartDto = z.infer<typeof limitStartSchema>;

export const explorerSchema = z.object({
  ...faces,
  kpi: kpiFaceSchema,
  cadence: cadenceSchema,
  /** A running flow is no point beside whole periods: its forecast is. */
  points: z.array(explorerPointSchema),
  /** What stands beside each point; `null` where nothing does. Empty without a base. */
  basePoints: z.array(pointSchema.nullable()),
  /** What the base points are of; `null` where each is the same period a year earlier, or there are none. */
  baseSpan: spanSchema.nullable(),
  goals: z.array(z.number().nullable()),
  /** What the rules looked at: the points, weeks for a daily series, net changes for a stock. */
  tested: z.object({
    cadence: cadenceSchema,
    starts: z.array(dateSchema),
    /** `null`: a gap, a period that is not over or thinly recorded, or one of an older definition. */
    values: z.array(z.number().nullable()),
    net: z.boolean(),
    points: z.number(),
    /** Older values were turned into the new definition by the person's factor. */
    rebased: z.boolean(),
    /** First day of the definition that the points begin with. */
    since: dateSchema.nullable(),
    /** Not the definition changed on that day: a person started the limits anew. */
    restarted: z.boolean(),
  }),
  limits: limitsSchema.nullable(),
  /** Limits that held before a person started them anew, oldest first. */
  earlierLimits: z.array(limitsSchema),
  /** Where limits of this course were started anew, oldest first. */
  limitStarts: z.array(limitStartSchema),
  /** Why there are no limits. */
  noLimits: signalSchema.shape.none.unwrap().nullable(),
  /** By the first day of the tested period. */
  marks: z.array(z.object({ start: dateSchema, signal: signalSchema })),
  /** Theil-Sen over the tested periods since the newest definition, in the KPI's unit per period; `null`: too few. */
  trend: z
    .object({
      slope: z.number(),
      p: z.number(),
      points: z.number(),
      /** Set only where it is more than chance; then the line is drawn. */
      direction: z.enum(['up', 'down']).nullable(),
      from: z.object({ start: dateSchema, value: z.number() }),
      to: z.object({ start: dateSchema, value: z.number() }),
    })
    .nullable(),
  /** The running period of the step, where it is on the axis. */
  forecast: z
    .object({
      start: dateSchema,
      value: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      points: z.number(),
      reason: z.enum(forecastReasons).nullable(),
    })
    .nullable(),
  /** Definition breaks of the KPI and of what it is made from, oldest first. */
  breaks: z.array(
    z.object({
      id: idSchema,
      kpi: z.string(),
      channel: z.string().nullable(),
      day: dateSchema,
      note: z.string(),
      factor: z.number().nullable(),
      /** False for a break of an input. */
      own: z.boolean(),
    }),
  ),
  annotations: z.array(annotationSchema),
  byChannel: z.array(
    z.object({
      channel: z.string(),
      now: measuredSchema,
      change: changeSchema,
      points: z.array(pointSchema),
    }),
  ),
});
export type Explorer = z.infer<typeof explorerSchema>;

/** Courses of several KPIs and channels over the same days. */
export const seriesSchema = z.object({
  series: z.array(
    z.object({
      kpi: kpiFaceSchema,
      channel: z.string().nullable(),
      cadence: cadenceSchema,
      kind: z.enum(valueKinds),
      points: z.array(explorerPointSchema),
    }),
  ),
});
export type ExplorerSeries = z.infer<typeof seriesSchema>;

/** How members' figures of finer periods become one: see `electron/backend/services/views/explorerBreakdown.ts`. */
export const breakdownWays = ['sum', 'newest', 'mean', 'least', 'most', 'exact'] as const;

/** Why members are not parts of one whole. */
export const breakdownReasons = ['rate', 'people', 'overlap'] as const;

export const breakdownSchema = z.object({
  /** What this KPI is split by in the client's data, most members first within the newest. */
  dimensions: z.array(
    z.object({
      key: z.string(),
      members: z.number(),
      channels: z.array(z.string()),
      cadences: z.array(cadenceSchema),
      first: dateSchema,
      last: dateSchema,
    }),
  ),
  /** The split answered; `null` where none was asked for or there is none by that name. */
  split: z
    .object({
      dimension: z.string(),
      cadence: cadenceSchema,
      starts: z.array(dateSchema),
      way: z.enum(breakdownWays),
      /** Channels of the scope that the split is recorded on. */
      channels: z.array(z.string()),
      /** Channels whose members cannot be put together; one of them has to be chosen. */
      apart: z.boolean(),
      /** `null`: the members are parts of one whole. */
      notParts: z.enum(breakdownReasons).nullable(),
      /** The KPI itself over the same channels; `null` where it is not known. */
      whole: z.array(z.number().nullable()),
      /** Biggest first. `total`: over all of the span, of levels the newest. `share`: of the whole, else of all members. */
      members: z.array(
        z.object({
          code: z.string(),
          values: z.array(z.number().nullable()),
          total: z.number().nullable(),
          share: z.number().nullable(),
        }),
      ),
      /** Members beyond those named, together; only where they add up. */
      other: z
        .object({
          members: z.number(),
          values: z.array(z.number().nullable()),
          total: z.number().nullable(),
          share: z.number().nullable(),
        })
        .nullable(),
      /** What of the whole no member holds; only where they add up and the whole is known. */
      rest: z
        .object({
          values: z.array(z.number().nullable()),
          total: z.number().nullable(),
          share: z.number().nullable(),
        })
        .nullable(),
      /** What shares are of. */
      shareOf: z.enum(['whole', 'members']).nullable(),
      /** Members there are in the span, named or not. */
      count: z.number(),
      /** Of levels: the day each point is of. */
      asOf: z.array(dateSchema.nullable()),
    })
    .nullable(),
});
export type Breakdown = z.infer<typeof breakdownSchema>;
export type BreakdownSplit = NonNullable<Breakdown['split']>;

const errors = ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'] as const;
const spanInput = { cadence: cadenceSchema, from: dateSchema, to: dateSchema };

export const explorerCalls = {
  'explorer.get': query(
    z.object({
      client: idSchema,
      kpi: idSchema,
      channel: idSchema.nullable(),
      ...spanInput,
      /** The period that channels are compared in. */
      period: periodSchema,
      base: baseSchema,
      /** Begin no earlier than the first figure there is. */
      trim: z.boolean().exactOptional(),
    }),
    explorerSchema,
    errors,
  ),
  'explorer.series': query(
    z.object({
      client: idSchema,
      ...spanInput,
      series: z.array(z.object({ kpi: idSchema, channel: idSchema.nullable() })).max(80),
      /** A KPI that is recorded more coarsely is shown as it is recorded. */
      own: z.boolean().exactOptional(),
    }),
    seriesSchema,
    errors,
  ),
  'explorer.breakdown': query(
    z.object({
      client: idSchema,
      kpi: idSchema,
      channel: idSchema.nullable(),
      ...spanInput,
      /** `null`: only what there is to split by. */
      dimension: z.string().nullable(),
      /** Members named; the others come as one. */
      most: z.number().int().min(1).max(60),
    }),
    breakdownSchema,
    errors,
  ),
  /** Saying it twice is saying it once. */
  'limits.start': command(limitStartSchema.omit({ id: true }), limitStartSchema, [
    'kpi-not-found',
    'channel-not-found',
    'period-invalid',
  ]),
  'limits.unstart': command(z.object({ start: idSchema }), z.object({}), ['limit-start-not-found']),
} as const;
