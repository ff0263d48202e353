/** What a call answers, and what the backend says unasked. Nothing ever rejects: a failure is a reply with a code. */
import { z } from 'zod';
import { errorCodes } from './codes.ts';

export const problemSchema = z.object({
  code: z.enum(errorCodes),
  /** English, for logs and the command line; the renderer words the code in the person's language. */
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** `internal` only: the entry in the log file. */
  logId: z.string().exactOptional(),
});
export type Problem = z.infer<typeof problemSchema>;

export type Reply<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: Problem };

export const areas = [
  'app',
  'clients',
  'channels',
  'kpis',
  'targets',
  'figures',
  'content',
  'imports',
  'journal',
  'logs',
  'reports',
  'texts',
  'layouts',
  'tags',
] as const;
export type Area = (typeof areas)[number];

/** Events carry no data, only what to ask for again. `progress` is the exception: it is only of use at once. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), client: z.number().nullable(), areas: z.array(z.enum(areas)) }),
  z.object({
    type: z.literal('progress'),
    job: z.string(),
    phase: z.enum(['reading', 'recognising', 'comparing', 'writing', 'done']),
    /** File or sheet being worked on. */
    item: z.string().exactOptional(),
    done: z.number(),
    total: z.number().exactOptional(),
  }),
]);
export type BackendEvent = z.infer<typeof eventSchema>;
