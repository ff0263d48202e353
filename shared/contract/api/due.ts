/** The due list: which export of which client is due, since when, what the last one covered, and where to click for it. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { cadenceSchema, dateSchema, idSchema, localisedSchema } from '../values.ts';

/** Where to click for an export. */
export const exportGuideSchema = z.object({
  id: z.string(),
  /** Where one signs in: a proper name. Exports of one place are done in one go. */
  place: z.string(),
  name: localisedSchema,
  address: z.string(),
  steps: z.object({ en: z.array(z.string()).readonly(), es: z.array(z.string()).readonly() }),
  note: localisedSchema.nullable(),
});
export type ExportGuideDto = z.infer<typeof exportGuideSchema>;

const place = {
  client: idSchema,
  /** `null`: of no one channel. */
  channel: idSchema.nullable(),
  channelName: z.string().nullable(),
  /** A guide's id; `own`: a sheet of the client's own; `typed`: figures typed by hand. */
  export: z.string(),
};

export const dueItemSchema = z.object({
  ...place,
  /** First day on which it is due; later than today: not yet. */
  since: dateSchema,
  /** Last day that the newest import told of. */
  covered: dateSchema,
  cadence: cadenceSchema,
  /** What the rhythm was read from. */
  from: z.enum(['imports', 'kpis']),
  /** Name of the last file, of a sheet of the client's own. */
  file: z.string().nullable(),
  /** `typed`: the KPIs to type. */
  kpis: z.array(z.object({ id: idSchema, name: localisedSchema })),
  /** KPIs recorded on the channel: how many wait for it. */
  waits: z.number().int(),
});
export type DueItem = z.infer<typeof dueItemSchema>;

export const stoppedExportSchema = z.object(place);
export type StoppedExport = z.infer<typeof stoppedExportSchema>;

const stopping = z.object({
  client: idSchema,
  channel: idSchema.nullable(),
  export: z.string().min(1).max(60),
});

export const dueCalls = {
  'due.list': query(
    /** `client` `null`: of all clients that are not archived. */
    z.object({ client: idSchema.nullable() }),
    z.object({
      /** Those that the items name. */
      guides: z.array(exportGuideSchema),
      /** The day the steps were last gone over. */
      written: dateSchema,
      /** Due and not yet due, the longest due first. */
      items: z.array(dueItemSchema),
      stopped: z.array(stoppedExportSchema),
    }),
    ['client-not-found'],
  ),
  /** The client has none of it, or not any more: it is asked for no longer. */
  'due.stop': command(stopping, z.object({}), ['client-not-found', 'channel-not-found']),
  'due.resume': command(stopping, z.object({}), ['client-not-found']),
} as const;
