/** Targets of many KPIs over many periods at once: what the bulk editor shows, and what it writes as one step. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { cadenceSchema, dateSchema, idSchema } from '../values.ts';
import { smartSchema } from './advice.ts';
import { targetFields, targetSchema } from './kpis.ts';

/** Where targets follow one another without overlap: one KPI, one channel or all of them, one cadence. */
export const laneSchema = z.object({ kpi: idSchema, channel: idSchema.nullable(), cadence: cadenceSchema });

/** Lanes as they stand whole: what is not among the targets is not there. */
const lanesSchema = z.object({ lanes: z.array(laneSchema), targets: z.array(targetFields) });
export type LanesAsTheyStood = z.infer<typeof lanesSchema>;

const gridRow = laneSchema.omit({ cadence: true }).extend({
  /** A target can be judged at the cadence asked: it is not finer than the KPI is recorded. */
  fits: z.boolean(),
  kind: z.enum(['flow', 'stock', 'ratio']),
  /** One for each period asked. */
  cells: z.array(
    z.object({
      /** The target that holds on the period's first day, of this lane and cadence. */
      target: targetSchema.nullable(),
      /** Of the same period a year earlier; a period that has not closed has none. */
      lastYear: z.number().nullable(),
      /** The period's own value, once it is closed. */
      value: z.number().nullable(),
    }),
  ),
  /** Between which the middle eight of ten of the last closed periods lie; `null` under four of them. */
  usual: z.object({ low: z.number(), high: z.number(), periods: z.number() }).nullable(),
});
export type TargetGridRow = z.infer<typeof gridRow>;

export const targetGridSchema = z.object({
  periods: z.array(z.object({ start: dateSchema, end: dateSchema, closed: z.boolean() })),
  rows: z.array(gridRow),
});
export type TargetGrid = z.infer<typeof targetGridSchema>;

const many = 2000;

export const targetSetCalls = {
  /** Shown KPIs with their targets in `count` periods from the one that holds `from`. */
  'targets.grid': query(
    z.object({
      client: idSchema,
      cadence: cadenceSchema,
      from: dateSchema,
      count: z.number().int().min(1).max(36),
    }),
    targetGridSchema,
    ['client-not-found'],
  ),
  /** The SMART check of every target that is not over. */
  'targets.smart': query(
    z.object({ client: idSchema }),
    z.array(z.object({ target: idSchema, smart: z.array(smartSchema) })),
    ['client-not-found'],
  ),
  /**
   * First clears the spans named, then sets the targets, as one step: all of it or nothing. What held around them holds on;
   * alike ones that follow one another become one. Answers the touched lanes as they stood before.
   */
  'targets.setMany': command(
    z.object({
      client: idSchema,
      targets: z.array(targetFields).max(many),
      clear: z
        .array(laneSchema.extend({ from: dateSchema, to: dateSchema.nullable() }))
        .max(many)
        .default([]),
    }),
    lanesSchema,
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'target-invalid'],
  ),
  /** Puts lanes back as they stood; answers how they stood before, so that this can be taken back, too. */
  'targets.putBack': command(lanesSchema.extend({ client: idSchema }), lanesSchema, [
    'client-not-found',
    'kpi-not-found',
    'channel-not-found',
    'target-invalid',
  ]),
} as const;
