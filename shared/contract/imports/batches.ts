/** What came in: batches, what each wrote, and what taking one back does. Every batch can be taken back on any later day. */
import { z } from 'zod';
import { cadenceSchema, dateSchema, idSchema, languageSchema, momentSchema } from '../values.ts';
import { countsSchema } from './session.ts';

export const batchSchema = z.object({
  id: idSchema,
  client: idSchema,
  kind: z.enum(['import', 'edit', 'demo']),
  label: z.string(),
  at: momentSchema,
  live: z.boolean(),
  counts: countsSchema,
  files: z.array(
    z.object({
      name: z.string(),
      platform: z.string().nullable(),
      report: z.string().nullable(),
      status: z.string(),
      asOf: z.string().nullable(),
      /** Rates typed for its currencies: one unit in the client's currency. */
      rates: z.record(z.string(), z.number()),
    }),
  ),
});
export type Batch = z.infer<typeof batchSchema>;

/** A cell that a batch wrote and something later changed: kept when the batch is taken back. */
const laterCellSchema = z.object({
  kpi: z.string(),
  channel: z.string(),
  cadence: cadenceSchema,
  start: dateSchema,
  /** What the batch said; `null`: no figure. */
  value: z.number().nullable(),
  shown: z.number().nullable(),
  by: z.enum(['import', 'edit', 'demo']),
  byBatch: idSchema,
});

/** Why a KPI stands where it stands, as a batch wrote it (a workbook that came back brings such notes); `null`: no note. */
const batchNoteSchema = z.object({
  kpi: z.string(),
  /** Name; `null`: all channels. */
  channel: z.string().nullable(),
  cadence: cadenceSchema,
  start: dateSchema,
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** It is what stands there now. */
  shown: z.boolean(),
});

/** A text of a report that a batch wrote. */
const batchTextSchema = z.object({
  section: z.string(),
  cadence: cadenceSchema,
  start: dateSchema,
  language: languageSchema,
  shown: z.boolean(),
});

export const batchDetailSchema = z.object({
  batch: batchSchema,
  /** Figures by KPI and channel: how many, from when to when, how many of them are shown now. */
  figures: z.array(
    z.object({
      kpi: z.string(),
      channel: z.string(),
      cadence: cadenceSchema,
      first: dateSchema,
      last: dateSchema,
      cells: z.number(),
      shown: z.number(),
    }),
  ),
  /** Figures it found in the book as it says them. */
  confirmed: z.number(),
  breakdowns: z.number(),
  items: z.number(),
  cases: z.number(),
  notes: z.array(batchNoteSchema),
  texts: z.array(batchTextSchema),
  /** KPIs and channels it made that are still here. */
  kpis: z.array(z.string()),
  channels: z.array(z.string()),
  /** Up to 200. */
  later: z.array(laterCellSchema),
  laterTotal: z.number(),
});
export type BatchDetail = z.infer<typeof batchDetailSchema>;

export const settledSchema = z.object({
  batch: batchSchema,
  cells: z.number(),
  keptLater: z.number(),
  /** KPIs and channels that went (undo) or came back (redo) with it. */
  kpis: z.array(z.string()),
  channels: z.array(z.string()),
});
