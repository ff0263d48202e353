/** Figures as a grid of KPI and channel against periods, where a figure comes from, what is missing, and the way back. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import {
  cadenceSchema,
  channelFaceSchema,
  dateSchema,
  idSchema,
  judgementSchema,
  kpiFaceSchema,
  momentSchema,
  periodSchema,
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
  /** Typed by hand, and far outside of what the KPI usually is: that usual range, in the KPI's unit. */
  usual: z.object({ from: z.number(), to: z.number() }).exactOptional(),
});
export type GridCell = z.infer<typeof cellSchema>;

/** Roll-up of the columns' own span in a coarser period. */
const totalSchema = z.object({ value: z.number().nullable(), recorded: z.number(), expected: z.number() });
export type GridTotal = z.infer<typeof totalSchema>;

export const gridRowSchema = z.object({
  kpi: z.string(),
  /** `null`: all channels, computed. */
  channel: z.string().nullable(),
  /** Cells can be typed at this cadence. */
  editable: z.boolean(),
  cells: z.array(cellSchema),
  total: totalSchema,
});

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

/** Most edits that go in as one action. */
export const MOST_EDITS = 20_000;

const claimSchema = z.object({
  value: z.number().nullable(),
  notApplicable: z.boolean(),
  batch: idSchema,
  kind: z.enum(['import', 'edit', 'demo']),
  label: z.string(),
  at: momentSchema,
  live: z.boolean(),
});

/** One action of typing: what it was called, what it wrote, and whether it stands. */
export const stepSchema = z.object({
  batch: idSchema,
  label: z.string(),
  at: momentSchema,
  live: z.boolean(),
  undoneAt: momentSchema.nullable(),
  figures: z.number(),
  notes: z.number(),
});
export type EditStep = z.infer<typeof stepSchema>;

/** What going back or forward did; `step` `null`: there was nothing to take back or put back. */
const travelledSchema = z.object({
  step: stepSchema.nullable(),
  steps: z.number(),
  cells: z.number(),
  keptLater: z.number(),
});

/** Figures of one KPI on one channel that should be in a closed period and are not. */
export const missingSchema = z.object({
  kpi: z.string(),
  channel: z.string(),
  /** The cadence they are recorded at. */
  cadence: cadenceSchema,
  starts: z.array(dateSchema).readonly(),
  recorded: z.number(),
  expected: z.number(),
});
export type MissingItem = z.infer<typeof missingSchema>;

/** A KPI that is off: why is asked for. */
export const owedNoteSchema = z.object({
  kpi: z.string(),
  channel: z.string().nullable(),
  value: z.number().nullable(),
  judgement: judgementSchema,
  text: z.string().nullable(),
});
export type OwedNote = z.infer<typeof owedNoteSchema>;

/** Most cells of one answer. */
const MOST_CELLS = 40_000;

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
      total: periodSchema,
      rows: z.array(gridRowSchema),
      kpis: z.array(kpiFaceSchema),
      channels: z.array(channelFaceSchema),
      missing: z.number(),
    }),
    ['client-not-found'],
  ),
  /** The lines of the grid, without figures: what of it is on screen asks for those with `figures.cells`. */
  'figures.lines': query(
    z.object({ client: idSchema, all: z.boolean().exactOptional() }),
    z.object({
      /** By KPI, in the client's order. `null` among the channels: all of them together. */
      lines: z.array(
        z.object({ kpi: z.string(), editable: z.boolean(), channels: z.array(z.string().nullable()) }),
      ),
      kpis: z.array(kpiFaceSchema),
      channels: z.array(channelFaceSchema),
    }),
    ['client-not-found'],
  ),
  /** Cells of some lines over some periods, in the order asked. A line of an unknown KPI answers no cells. */
  'figures.cells': query(
    z
      .object({
        client: idSchema,
        cadence: cadenceSchema,
        from: dateSchema,
        periods: z.number().int().min(1).max(400),
        lines: z
          .array(z.object({ kpi: z.string(), channel: z.string().nullable() }))
          .min(1)
          .max(2000),
        /** Rolled up to this period too. */
        total: periodSchema.exactOptional(),
      })
      .refine(({ periods, lines }) => periods * lines.length <= MOST_CELLS, 'too many cells at once'),
    z.object({
      lines: z.array(z.object({ cells: z.array(cellSchema), total: totalSchema.nullable() })),
    }),
    ['client-not-found', 'period-invalid'],
  ),
  /** One action of the person: all edits go in together as one batch that can be taken back. */
  'figures.set': command(
    z.object({
      client: idSchema,
      edits: z.array(figureEditSchema).min(1).max(MOST_EDITS),
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
  /** What was typed, newest first, and what undo and redo would do now. */
  'figures.history': query(
    z.object({ client: idSchema, limit: z.number().int().min(1).max(500) }),
    z.object({
      steps: z.array(stepSchema),
      undo: stepSchema.nullable(),
      redo: stepSchema.nullable(),
      more: z.boolean(),
    }),
    ['client-not-found'],
  ),
  /** Takes back the newest action of typing that stands, whenever it was. */
  'figures.undo': command(z.object({ client: idSchema }), travelledSchema, ['client-not-found']),
  'figures.redo': command(z.object({ client: idSchema }), travelledSchema, ['client-not-found']),
  /** Makes a step the newest one that stands: takes back all later ones, or puts back what led to it. `null`: before the first. */
  'figures.backTo': command(z.object({ client: idSchema, batch: idSchema.nullable() }), travelledSchema, [
    'client-not-found',
    'batch-not-found',
  ]),
  /** What a closed period still needs: figures, and why a KPI is off. Without a period: the last month that is over. */
  'figures.owed': query(
    z.object({ client: idSchema, period: periodSchema.exactOptional() }),
    z.object({
      period: periodSchema,
      missing: z.array(missingSchema),
      /** Figures missing: what the badge beside "Figures" counts. */
      count: z.number(),
      unasked: z.array(z.object({ kpi: z.string(), channel: z.string(), since: dateSchema })),
      notes: z.array(owedNoteSchema),
      kpis: z.array(kpiFaceSchema),
      channels: z.array(channelFaceSchema),
    }),
    ['client-not-found', 'period-invalid'],
  ),
  /** Figures of a KPI on a channel are no longer asked for from a day on; `null`: they are again. */
  'figures.ask': command(
    z.object({ client: idSchema, kpi: idSchema, channel: idSchema, since: dateSchema.nullable() }),
    z.object({ before: dateSchema.nullable() }),
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'],
  ),
} as const;
