/** Definition breaks: from a day on, a KPI counts something else. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { dateSchema, idSchema } from '../values.ts';

const breakFields = z.object({
  kpi: idSchema,
  /** `null`: on all channels. */
  channel: idSchema.nullable(),
  /** First day of the new definition. */
  day: dateSchema,
  note: z.string().trim().min(1).max(400),
  /** What an older value is multiplied by to read as one of the new definition; `null`: nobody knows. */
  factor: z.number().positive().finite().nullable(),
});

export const breakSchema = breakFields.extend({ id: idSchema });
export type BreakDto = z.infer<typeof breakSchema>;

export const breakCalls = {
  /** Oldest first. */
  'breaks.list': query(z.object({ client: idSchema }), z.array(breakSchema), ['client-not-found']),
  'breaks.add': command(breakFields, breakSchema, ['kpi-not-found', 'channel-not-found', 'break-exists']),
  /** What is not named stays. */
  'breaks.update': command(
    breakFields.omit({ kpi: true }).partial().extend({ break: idSchema }),
    breakSchema,
    ['break-not-found', 'channel-not-found', 'break-exists'],
  ),
  'breaks.remove': command(z.object({ break: idSchema }), z.object({}), ['break-not-found']),
} as const;
