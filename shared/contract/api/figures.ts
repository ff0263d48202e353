/** Figures as a grid of KPI and channel against periods, and where a single figure comes from. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import {
  cadenceSchema,
  channelFaceSchema,
  dateSchema,
  idSchema,
  kpiFaceSchema,
  momentSchema,
  valueReasonSchema,
} from '../values.ts';

/** One cell. `recorded` and `notApplicable` are kept; `rolled` comes from finer figures; `computed` from a formula. */
export const cellSchema = z.object({
  value: z.number().nullable(),
  state: z.enum([
    'recorded',
    'notApplicable',
    'rolled',
    'computed',
    'missing',
    'notExpected',
    'notComputable',
  ]),
  note: z.boolean().exactOptional(),
  /** Holds an older value too: it was changed since it was first recorded. */
  changed: z.boolean().exactOptional(),
  provisional: z.boolean().exactOptional(),
  reason: valueReasonSchema.exactOptional(),
});
export type GridCell = z.infer<typeof cellSchema>;

export const gridRowSchema = z.object({
  kpi: z.string(),
  /** `null`: all channels, computed. */
  channel: z.string().nullable(),
  /** Cells can be typed at this cadence. */
  editable: z.boolean(),
  cells: z.array(cellSchema),
  /** Roll-up of the columns' own span in the coarser period that `totalLabelPeriod` names. */
  total: z.object({ value: z.number().nullable(), recorded: z.number(), expected: z.number() }),
});
export type GridRow = z.infer<typeof gridRowSchema>;

export const figureEditSchema = z.object({
  kpi: idSchema,
  channel: idSchema,
  cadence: cadenceSchema,
  start: dateSchema,
  /** A number; `null` clears the cell (missing); `'na'` states not applicable. */
  value: z.union([z.number(), z.null(), z.literal('na')]).exactOptional(),
  note: z.string().max(2000).nullable().exactOptional(),
});
export type FigureEdit = z.infer<typeof figureEditSchema>;

const claimSchema = z.object({
  value: z.number().nullable(),
  notApplicable: z.boolean(),
  batch: idSchema,
  kind: z.enum(['import', 'edit', 'demo']),
  label: z.string(),
  at: momentSchema,
  live: z.boolean(),
});

export const figureCalls = {
  'figures.grid': query(
    z.object({
      client: idSchema,
      cadence: cadenceSchema,
      from: dateSchema,
      periods: z.number().int().min(1).max(400),
      all: z.boolean().exactOptional(),
    }),
    z.object({
      periods: z.array(dateSchema),
      /** The coarser period of the total column: the one that holds the last column but for a running one. */
      total: z.object({ cadence: cadenceSchema, start: dateSchema }),
      rows: z.array(gridRowSchema),
      kpis: z.array(kpiFaceSchema),
      channels: z.array(channelFaceSchema),
      missing: z.number(),
    }),
    ['client-not-found'],
  ),
  /** One action of the person: all edits go in together as one batch that can be taken back. */
  'figures.set': command(
    z.object({
      client: idSchema,
      edits: z.array(figureEditSchema).min(1).max(20_000),
      label: z.string().max(120).exactOptional(),
    }),
    z.object({ batch: idSchema.nullable(), changed: z.number() }),
    [
      'client-not-found',
      'kpi-not-found',
      'channel-not-found',
      'figure-computed',
      'figure-cadence',
      'figure-value',
      'period-invalid',
    ],
  ),
  'figures.origin': query(
    z.object({ kpi: idSchema, channel: idSchema, cadence: cadenceSchema, start: dateSchema }),
    z.object({
      claims: z.array(claimSchema),
      note: z.string().nullable(),
      finer: z.object({ recorded: z.number(), expected: z.number(), cadence: cadenceSchema }).nullable(),
    }),
    ['kpi-not-found'],
  ),
} as const;
