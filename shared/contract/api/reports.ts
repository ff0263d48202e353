/** What goes out: the report model on screen, the workbook, and what was delivered before. */
import { z } from 'zod';
import { reportModelSchema } from '../report.ts';
import { command, query } from '../define.ts';
import {
  baseSchema,
  idSchema,
  languageSchema,
  momentSchema,
  periodSchema,
  statusSchema,
  unitSchema,
} from '../values.ts';

const reportInput = z.object({
  client: idSchema,
  period: periodSchema,
  base: baseSchema,
  language: languageSchema,
});

/** Workbook, PDF, slides, and the bare figures. */
export const reportFormats = ['xlsx', 'pdf', 'pptx', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];
/** What a client is sent. */
export const sentFormats = ['xlsx', 'pdf', 'pptx'] as const satisfies readonly ReportFormat[];

export const deliverableSchema = z.object({
  id: idSchema,
  client: idSchema,
  period: periodSchema,
  base: baseSchema,
  language: languageSchema,
  format: z.enum(reportFormats),
  fileName: z.string(),
  at: momentSchema,
  bytes: z.number(),
  sha256: z.string(),
});
export type Deliverable = z.infer<typeof deliverableSchema>;

/** Why a figure that went out is another one today. */
const becauseSchema = z.discriminatedUnion('kind', [
  /** Figures of an import or edit came, changed or (`gone`) went. */
  z.object({
    kind: z.literal('figures'),
    batch: idSchema,
    label: z.string(),
    by: z.enum(['import', 'edit', 'demo']),
    at: momentSchema.nullable(),
    figures: z.number(),
    gone: z.boolean(),
  }),
  z.object({ kind: z.enum(['target', 'definition', 'scorecard', 'other']) }),
]);
export type Because = z.infer<typeof becauseSchema>;

export const differenceSchema = z.object({
  kpi: z.string(),
  name: z.string(),
  /** `null`: all channels. */
  channel: z.string().nullable(),
  unit: unitSchema,
  /** `row`: it was not on the scorecard then, or is not now. */
  what: z.enum(['value', 'base', 'goal', 'row']),
  then: z.number().nullable(),
  now: z.number().nullable(),
  statusThen: statusSchema.nullable(),
  statusNow: statusSchema.nullable(),
  because: z.array(becauseSchema),
});
export type Difference = z.infer<typeof differenceSchema>;

export const reportCalls = {
  'reports.model': query(reportInput, reportModelSchema, ['client-not-found', 'period-invalid']),
  /** Writes the file in a worker that ends with it. `handle` is for the host's save dialog or download. */
  'reports.make': command(
    reportInput.extend({ format: z.enum(reportFormats), job: z.string() }),
    z.object({ deliverable: deliverableSchema, handle: z.string() }),
    [
      'client-not-found',
      'period-invalid',
      'report-empty',
      'print-unavailable',
      'print-failed',
      'disk-full',
      'cancelled',
    ],
  ),
  /** What went out, as it was. Snapshots of every version open. */
  'reports.snapshot': query(
    z.object({ deliverable: idSchema }),
    z.object({ deliverable: deliverableSchema, model: reportModelSchema }),
    ['report-not-found', 'snapshot-unreadable'],
  ),
  /** Every number of the scorecard that is another one today, in the report's order. */
  'reports.compare': query(
    z.object({ deliverable: idSchema }),
    z.object({ differences: z.array(differenceSchema), same: z.number() }),
    ['report-not-found', 'snapshot-unreadable'],
  ),
  /**
   * The file of a deliverable once more, written from its snapshot. Files are not kept: a workbook, slides or figures are
   * handed over only when they are the same to the byte, else `file-differs`. A PDF is drawn by the program's page
   * engine, so another version of it draws other bytes of the same report: `same` says whether it did.
   */
  'reports.again': command(
    z.object({ deliverable: idSchema, job: z.string() }),
    z.object({ deliverable: deliverableSchema, handle: z.string(), same: z.boolean() }),
    [
      'report-not-found',
      'snapshot-unreadable',
      'file-differs',
      'print-unavailable',
      'print-failed',
      'disk-full',
      'cancelled',
    ],
  ),
  'reports.list': query(z.object({ client: idSchema }), z.array(deliverableSchema), ['client-not-found']),
} as const;
