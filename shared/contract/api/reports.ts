/** What goes out: the report model on screen, the workbook, and what was delivered before. */
import { z } from 'zod';
import { reportModelSchema } from '../report.ts';
import { command, query } from '../define.ts';
import { baseSchema, idSchema, languageSchema, momentSchema, periodSchema } from '../values.ts';

const reportInput = z.object({
  client: idSchema,
  period: periodSchema,
  base: baseSchema,
  language: languageSchema,
});

export const reportFormats = ['xlsx', 'csv'] as const;

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

export const reportCalls = {
  'reports.model': query(reportInput, reportModelSchema, ['client-not-found', 'period-invalid']),
  /** Writes the file in a worker that ends with it. `handle` is for the host's save dialog or download. */
  'reports.make': command(
    reportInput.extend({ format: z.enum(reportFormats), job: z.string() }),
    z.object({ deliverable: deliverableSchema, handle: z.string() }),
    ['client-not-found', 'period-invalid', 'report-empty', 'disk-full', 'cancelled'],
  ),
  'reports.list': query(z.object({ client: idSchema }), z.array(deliverableSchema), ['client-not-found']),
} as const;
