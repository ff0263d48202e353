/** What is looked at: scorecard, dashboard, explorer. All numbers are made by shared/domain; nothing here is stored. */
import { z } from 'zod';
import { forecastReasons } from '../../domain/forecastReasons.ts';
import { query } from '../define.ts';
import {
  baseSchema,
  cadenceSchema,
  channelFaceSchema,
  dateSchema,
  groupScoreSchema,
  idSchema,
  kpiFaceSchema,
  localisedSchema,
  measuredSchema,
  changeSchema,
  periodSchema,
  scoreRowSchema,
  signalSchema,
  spanSchema,
} from '../values.ts';
import { statusCountsSchema } from './clients.ts';

const viewInput = z.object({ client: idSchema, period: periodSchema, base: baseSchema });

const faces = { kpis: z.array(kpiFaceSchema), channels: z.array(channelFaceSchema) };
const spans = {
  span: spanSchema,
  baseSpan: spanSchema.nullable(),
  /** True while the period is not over. */
  running: z.boolean(),
};

export const annotationSchema = z.object({
  id: idSchema,
  day: dateSchema,
  text: z.string(),
  kpi: z.string().nullable(),
  channel: z.string().nullable(),
});
export type Annotation = z.infer<typeof annotationSchema>;

export const actionSchema = z.object({
  id: idSchema,
  text: z.string(),
  kpi: z.string().nullable(),
  owner: z.string(),
  due: dateSchema.nullable(),
  done: z.boolean(),
});
export type Action = z.infer<typeof actionSchema>;

export const groupBySchema = z.enum(['kra', 'stage', 'channel']);
export const scorecardSchema = z.object({
  ...faces,
  ...spans,
  groups: z.array(
    z.object({
      key: z.string(),
      name: localisedSchema,
      score: groupScoreSchema,
      rows: z.array(scoreRowSchema),
    }),
  ),
  overall: groupScoreSchema,
  counts: statusCountsSchema,
});
export type Scorecard = z.infer<typeof scorecardSchema>;

const pointSchema = z.object({
  start: dateSchema,
  value: z.number().nullable(),
  state: z.enum(['value', 'missing', 'notApplicable', 'notComputable', 'notExpected']),
});
export type SeriesPoint = z.infer<typeof pointSchema>;

export const chartSchema = z.object({
  id: z.string(),
  /**
   * `combo`: bars of one KPI and a line of a second on its own axis; `stacked`: one KPI by channel; `line`: lines of one
   * KPI, now and last year; `pace`: a running period day by day, with its sum against the pace of the goal.
   */
  kind: z.enum(['combo', 'stacked', 'line', 'pace']),
  cadence: cadenceSchema,
  series: z.array(
    z.object({
      kpi: z.string(),
      channel: z.string().nullable(),
      role: z.enum(['bar', 'line', 'stack', 'base', 'cumulative', 'pace']),
      points: z.array(pointSchema),
    }),
  ),
  goals: z.array(z.number().nullable()),
  /** What the series of role `base` are of, point by point; `null` where there is none. */
  baseSpan: spanSchema.nullable(),
});
export type ChartData = z.infer<typeof chartSchema>;

export const dashboardSchema = z.object({
  ...faces,
  ...spans,
  /** Whole base period, shown but never mixed in, while the period is running. */
  wholeBase: z.object({ kpi: z.string(), value: z.number().nullable() }).nullable(),
  /** `until`: the last day of what a running period's headline is over; each KPI is known as far as its channels are. */
  headlines: z.array(scoreRowSchema.extend({ until: dateSchema })),
  charts: z.array(chartSchema),
  moved: z.array(
    z.object({
      kpi: z.string(),
      channel: z.string().nullable(),
      signal: signalSchema,
      trend: z.array(z.number().nullable()),
    }),
  ),
  /** KPIs looked at for `moved`. */
  considered: z.number(),
  kras: z.array(z.object({ key: z.string(), name: localisedSchema, score: groupScoreSchema })),
  overall: groupScoreSchema,
  /** Sentiment-adjusted growth, where the client records sales and the causes of dissatisfaction. */
  satisfied: z
    .object({
      kpi: z.string(),
      total: z.number(),
      least: z.number(),
      most: z.number(),
      causes: z.array(z.object({ kpi: z.string(), share: z.number() })),
      /** The same, for the base; `null`: not computable. */
      base: z.object({ total: z.number(), least: z.number(), most: z.number() }).nullable(),
    })
    .nullable(),
  annotations: z.array(annotationSchema),
  actions: z.array(actionSchema),
  missing: z.number(),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

export const explorerSchema = z.object({
  ...faces,
  kpi: kpiFaceSchema,
  cadence: cadenceSchema,
  /** A running flow is no point beside whole periods: its forecast is. */
  points: z.array(pointSchema),
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
  }),
  limits: z
    .object({
      centre: z.number(),
      lower: z.number(),
      upper: z.number(),
      /** First days of the first and the last point they were drawn from. */
      from: dateSchema,
      to: dateSchema,
      meanRange: z.number(),
      /** Largest step from one point to the next that is still routine. */
      rangeLimit: z.number(),
    })
    .nullable(),
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

export const viewCalls = {
  'scorecard.get': query(viewInput.extend({ groupBy: groupBySchema }), scorecardSchema, [
    'client-not-found',
    'period-invalid',
  ]),
  'dashboard.get': query(viewInput, dashboardSchema, ['client-not-found', 'period-invalid']),
  'explorer.get': query(
    z.object({
      client: idSchema,
      kpi: idSchema,
      channel: idSchema.nullable(),
      cadence: cadenceSchema,
      from: dateSchema,
      to: dateSchema,
      /** The period that channels are compared in. */
      period: periodSchema,
      base: baseSchema,
    }),
    explorerSchema,
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'],
  ),
} as const;
