/** What people write beside the numbers: annotations and actions. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { channelFaceSchema, dateSchema, idSchema, kpiFaceSchema } from '../values.ts';
import { actionSchema, annotationSchema } from './views.ts';

const line = z.string().trim().min(1).max(400);

export const journalCalls = {
  'annotations.list': query(
    z.object({
      client: idSchema,
      /** Days, both included. */
      from: dateSchema.exactOptional(),
      to: dateSchema.exactOptional(),
      kpi: idSchema.exactOptional(),
      channel: idSchema.exactOptional(),
      /** Words of the text; case and accents do not matter. */
      text: z.string().max(200).exactOptional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.object({
      /** Newest first. */
      annotations: z.array(annotationSchema),
      /** How many match, on all pages. */
      total: z.number(),
      /** How many there are of this client without any filter. */
      all: z.number(),
      kpis: z.array(kpiFaceSchema),
      channels: z.array(channelFaceSchema),
    }),
    ['client-not-found', 'kpi-not-found', 'channel-not-found'],
  ),
  'annotations.add': command(
    z.object({
      client: idSchema,
      day: dateSchema,
      text: line,
      kpi: idSchema.nullable(),
      channel: idSchema.nullable(),
    }),
    annotationSchema,
    ['client-not-found', 'kpi-not-found', 'channel-not-found'],
  ),
  /** Only what is named changes. */
  'annotations.update': command(
    z.object({
      annotation: idSchema,
      day: dateSchema.exactOptional(),
      text: line.exactOptional(),
      kpi: idSchema.nullable().exactOptional(),
      channel: idSchema.nullable().exactOptional(),
    }),
    annotationSchema,
    ['annotation-not-found', 'kpi-not-found', 'channel-not-found'],
  ),
  'annotations.remove': command(z.object({ annotation: idSchema }), z.object({}), ['annotation-not-found']),
  'actions.add': command(
    z.object({
      client: idSchema,
      text: line,
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
  /** Takes an action out as if it had never been written; one that was given up is `dropped` instead. */
  'actions.remove': command(z.object({ action: idSchema }), z.object({}), ['action-not-found']),
} as const;
