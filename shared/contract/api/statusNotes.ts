/** Why a KPI stands where it stands in a period, in the person's words: asked for where it is off, printed beside it. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { idSchema, momentSchema, periodSchema } from '../values.ts';

export const statusNoteSchema = z.object({
  kpi: idSchema,
  /** `null`: all channels. */
  channel: idSchema.nullable(),
  text: z.string(),
  at: momentSchema,
});
export type StatusNote = z.infer<typeof statusNoteSchema>;

export const statusNoteCalls = {
  'statusNotes.list': query(z.object({ client: idSchema, period: periodSchema }), z.array(statusNoteSchema), [
    'client-not-found',
    'period-invalid',
  ]),
  /** `null` takes the note away. Answers what stood there before, so that it can be put back. */
  'statusNotes.set': command(
    z.object({
      client: idSchema,
      kpi: idSchema,
      channel: idSchema.nullable(),
      period: periodSchema,
      text: z.string().trim().min(1).max(2000).nullable(),
    }),
    z.object({ before: z.string().nullable() }),
    ['client-not-found', 'kpi-not-found', 'channel-not-found', 'period-invalid'],
  ),
} as const;
