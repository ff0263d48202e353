/** What people write beside the numbers: annotations and actions. */
import { z } from 'zod';
import { command } from '../define.ts';
import { dateSchema, idSchema } from '../values.ts';
import { actionSchema, annotationSchema } from './views.ts';

export const journalCalls = {
  'annotations.add': command(
    z.object({
      client: idSchema,
      day: dateSchema,
      text: z.string().trim().min(1).max(400),
      kpi: idSchema.nullable(),
      channel: idSchema.nullable(),
    }),
    annotationSchema,
    ['client-not-found', 'kpi-not-found', 'channel-not-found'],
  ),
  'annotations.remove': command(z.object({ annotation: idSchema }), z.object({}), ['annotation-not-found']),
  'actions.add': command(
    z.object({
      client: idSchema,
      text: z.string().trim().min(1).max(400),
      kpi: idSchema.nullable(),
      owner: z.string().max(80),
      due: dateSchema.nullable(),
    }),
    actionSchema,
    ['client-not-found', 'kpi-not-found'],
  ),
  'actions.setDone': command(z.object({ action: idSchema, done: z.boolean() }), actionSchema, [
    'action-not-found',
  ]),
} as const;
