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
  periodSchema,
  scoreRowSchema,
  signalSchema,
  spanSchema,
} from '../values.ts';
import { statusCountsSchema } from './clients.ts';

const viewInput = z.object({ client: idSchema, period: periodSchema, base: baseSchema });

export const faces = { kpis: z.array(kpiFaceSchema), channels: z.array(channelFaceSchema) };
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

export const groupBySchema = z.enum(['kra', 'stage', 'level', 'channel']);
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

export const pointSchema = z.object({
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

/** `until`: the last day of what a running period's headline is over; each KPI is known as far as its channels are. */
const headlineSchema = scoreRowSchema.extend({ until: dateSchema });
export type Headline = z.infer<typeof headlineSchema>;

/** What the running period of a chart will come to. */
const chartForecastSchema = z.object({
  kpi: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  points: z.number(),
  reason: z.enum(forecastReasons).nullable(),
});

export const dashboardSchema = z.object({
  ...faces,
  ...spans,
  /** Whole base period, shown but never mixed in, while the period is running. */
  wholeBase: z.object({ kpi: z.string(), value: z.number().nullable() }).nullable(),
  headlines: z.array(headlineSchema),
  charts: z.array(chartSchema),
  /** Of the pace chart's KPI; `null` without such a chart. */
  forecast: chartForecastSchema.nullable(),
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
  /** The first of the missing figures: sub-periods recorded and expected, of a KPI on a channel. */
  gaps: z.array(
    z.object({ kpi: z.string(), channel: z.string(), recorded: z.number(), expected: z.number() }),
  ),
});
export type Dashboard = z.infer<typeof dashboardSchema>;

/** A pinned KPI: its figure as in the headlines, and its chart where one was asked for and there is one. */
export const dashboardCardDataSchema = z.object({
  ...faces,
  row: headlineSchema,
  running: z.boolean(),
  /** Last day of what a running period is compared over; a figure that ends earlier says so. */
  until: dateSchema,
  chart: chartSchema.nullable(),
});

export const viewCalls = {
  'scorecard.get': query(viewInput.extend({ groupBy: groupBySchema }), scorecardSchema, [
    'client-not-found',
    'period-invalid',
  ]),
  'dashboard.get': query(viewInput, dashboardSchema, ['client-not-found', 'period-invalid']),
  'dashboard.card': query(
    viewInput.extend({
      kpi: idSchema,
      channel: idSchema.nullable(),
      /** `null`: the figure alone. */
      chart: z.enum(['trend', 'channels']).nullable(),
    }),
    dashboardCardDataSchema,
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'],
  ),
} as const;
