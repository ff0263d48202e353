/**
 * Reports of several clients for one period in one go: what stands in the way of each, the making, what went out, and
 * the message that goes with it.
 *
 * Invariants: a client that fails or needs attention never keeps another from going out; what was made before a
 * cancel stays made and is told.
 */
import { z } from 'zod';
import type { Attention } from '../../domain/attention.ts';
import { errorCodes } from '../codes.ts';
import { command, query } from '../define.ts';
import { baseSchema, cadenceSchema, colorSchema, dateSchema, idSchema, languageSchema } from '../values.ts';
import { deliverableSchema, reportFormats } from './reports.ts';

/** What a person should look at before a report goes out. None of it keeps it from going out. */
export const attentionSchema = z.discriminatedUnion('kind', [
  /** Figures in texts that no longer say what was approved. */
  z.object({ kind: z.literal('staleText'), count: z.number(), section: z.string() }),
  /** Printed sections whose text is written in the other language only. */
  z.object({ kind: z.literal('untranslatedText'), sections: z.array(z.string()).readonly() }),
  /** Names and units that are written in the other language only. */
  z.object({ kind: z.literal('untranslatedNames'), names: z.array(z.string()).readonly() }),
  /** Notes, actions and events of the report that read as the other language, as they are written. */
  z.object({ kind: z.literal('otherLanguage'), notes: z.array(z.string()).readonly() }),
  /** Values that rest on less than 80 % of their figures; names of KPIs. */
  z.object({ kind: z.literal('coverage'), count: z.number(), kpis: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('missing'), count: z.number(), kpis: z.array(z.string()).readonly() }),
  /** Off, and nobody said why. */
  z.object({ kind: z.literal('unexplained'), count: z.number(), kpis: z.array(z.string()).readonly() }),
  /** The period is not over. */
  z.object({ kind: z.literal('running') }),
  z.object({ kind: z.literal('noAuthor') }),
]) satisfies z.ZodType<Attention>;
export type { Attention };

/** A period of no client in particular: each client's own calendar decides where it begins and ends. */
const anyPeriod = z.object({ cadence: cadenceSchema, start: dateSchema });

const delivered = deliverableSchema.pick({
  id: true,
  format: true,
  language: true,
  at: true,
  fileName: true,
});

export const plannedSchema = z.object({
  client: z.object({
    id: idSchema,
    name: z.string(),
    initials: z.string(),
    color: colorSchema,
    language: languageSchema,
  }),
  /** Nothing to report: no KPI on the scorecard, or no figure in the period. */
  empty: z.enum(['noKpis', 'noFigures']).nullable(),
  /** KPIs on its scorecard, and how many of them have a value. */
  kpis: z.number(),
  valued: z.number(),
  attention: z.array(attentionSchema),
  /** What went out for this period already, newest first. */
  out: z.array(delivered),
});
export type Planned = z.infer<typeof plannedSchema>;

export const deliveryCalls = {
  /** Every client that is not archived, in the portfolio's order; `client`: one of them. `language`: its own where absent. */
  'deliveries.plan': query(
    z.object({
      period: anyPeriod,
      base: baseSchema,
      client: idSchema.exactOptional(),
      language: languageSchema.exactOptional(),
    }),
    z.array(plannedSchema),
    ['client-not-found', 'period-invalid'],
  ),
  /** Progress: `done` of `total` files, `item` the client's name. Cancelling answers with what was made until then. */
  'deliveries.make': command(
    z.object({
      period: anyPeriod,
      base: baseSchema,
      items: z
        .array(
          z.object({
            client: idSchema,
            language: languageSchema,
            formats: z.array(z.enum(reportFormats)).min(1).max(reportFormats.length),
          }),
        )
        .min(1)
        .max(500),
      job: z.string(),
    }),
    z.object({
      made: z.array(z.object({ deliverable: deliverableSchema, client: z.string(), handle: z.string() })),
      failed: z.array(
        z.object({
          client: idSchema,
          name: z.string(),
          format: z.enum(reportFormats),
          code: z.enum(errorCodes),
          message: z.string(),
        }),
      ),
      cancelled: z.boolean(),
    }),
    ['period-invalid'],
  ),
  /**
   * Several made files as one .zip, for hosts that hand over one file at a time. A name may begin with a folder
   * (`Client/report.xlsx`); one that is there twice gets a number.
   */
  'deliveries.pack': command(
    z.object({
      files: z
        .array(z.object({ handle: z.string(), name: z.string().min(1).max(400) }))
        .min(1)
        .max(2000),
      name: z.string().min(1).max(200),
      job: z.string(),
    }),
    z.object({ handle: z.string(), name: z.string(), bytes: z.number() }),
    ['handle-expired', 'file-too-large', 'disk-full', 'cancelled'],
  ),
  /** What to write in the mail: plain text in the report's language, every number from the report model. */
  'deliveries.message': query(
    z.object({
      client: idSchema,
      period: anyPeriod,
      base: baseSchema,
      language: languageSchema,
      formats: z.array(z.enum(reportFormats)),
    }),
    z.object({ subject: z.string(), body: z.string() }),
    ['client-not-found', 'period-invalid'],
  ),
} as const;
