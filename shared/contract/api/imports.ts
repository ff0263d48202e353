/**
 * Files in: a session holds the dropped files while a person looks at them; nothing is stored until `imports.commit`,
 * and every batch can be taken back on any later day.
 */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { cadenceSchema, dateSchema, idSchema, momentSchema } from '../values.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const questionSchema = z.object({
  id: z.string(),
  code: z.string(),
  text: z.string(),
  params,
  choices: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      hint: z.string().exactOptional(),
      params: params.exactOptional(),
    }),
  ),
  answer: z.string().nullable(),
});

export const importProblemSchema = z.object({
  code: z.string(),
  message: z.string(),
  where: z.string(),
  detail: params.exactOptional(),
});

export const importColumnSchema = z.object({
  header: z.string(),
  role: z.string(),
  kpi: z.string().nullable(),
  unit: z.string().nullable(),
});

/** Where the figures of one network (and account) of a file go. */
export const routeSchema = z.object({
  network: z.string(),
  account: z.string().nullable(),
  /** `null`: a new channel called `name` is made. */
  channel: idSchema.nullable(),
  name: z.string(),
});

export const countsSchema = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** Your own edits, which the file would change: kept. */
  kept: z.number(),
  refused: z.number(),
});

export const importFileSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  status: z.enum(['recognised', 'mapped', 'needs-answers', 'refused']),
  included: z.boolean(),
  platform: z.string().nullable(),
  report: z.string().nullable(),
  language: z.string().nullable(),
  rows: z.number(),
  figures: z.number(),
  items: z.number(),
  firstDate: dateSchema.nullable(),
  lastDate: dateSchema.nullable(),
  asOf: z.string().nullable(),
  tables: z.array(z.object({ name: z.string(), rows: z.number(), columns: z.array(importColumnSchema) })),
  questions: z.array(questionSchema),
  errors: z.array(importProblemSchema),
  notes: z.array(
    z.object({ code: z.string(), where: z.string().exactOptional(), detail: z.string().exactOptional() }),
  ),
  routes: z.array(routeSchema),
  counts: countsSchema,
  /** The same bytes came in before, with this batch. */
  sameAs: z.object({ batch: idSchema, at: momentSchema, live: z.boolean() }).nullable(),
  /** The account belongs to another client: blocks this file. */
  otherClient: z.object({ client: idSchema, name: z.string(), account: z.string() }).nullable(),
});
export type ImportFile = z.infer<typeof importFileSchema>;

export const importSessionSchema = z.object({
  session: z.string(),
  client: idSchema,
  at: momentSchema,
  files: z.array(importFileSchema),
  counts: countsSchema,
  /** KPIs (by catalogue key) and channels this import would make. */
  newKpis: z.array(z.string()),
  newChannels: z.array(z.string()),
  checks: z.array(
    z.object({
      kpi: z.string(),
      stated: z.number(),
      summed: z.number(),
      agrees: z.boolean(),
      where: z.string(),
    }),
  ),
  /** What it does to the newest closed period: coverage and headline values before and after. */
  effect: z
    .object({
      period: z.object({ cadence: cadenceSchema, start: dateSchema }),
      coverage: z.object({ before: z.string(), after: z.string() }),
      rows: z.array(
        z.object({ kpi: z.string(), before: z.number().nullable(), after: z.number().nullable() }),
      ),
    })
    .nullable(),
  ready: z.boolean(),
});
export type ImportSession = z.infer<typeof importSessionSchema>;

export const fates = ['added', 'changed', 'kept', 'refused', 'unchanged'] as const;
export const importRowSchema = z.object({
  fate: z.enum(fates),
  file: z.number().int(),
  kpi: z.string(),
  /** Channel name as it will be. */
  channel: z.string(),
  cadence: cadenceSchema.nullable(),
  start: dateSchema.nullable(),
  /** Breakdown member or content title, where it is one. */
  detail: z.string().nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  /** Text as found, for refused rows. */
  text: z.string().nullable(),
  where: z.string(),
  reason: z.string().nullable(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const batchSchema = z.object({
  id: idSchema,
  client: idSchema,
  kind: z.enum(['import', 'edit', 'demo']),
  label: z.string(),
  at: momentSchema,
  live: z.boolean(),
  counts: countsSchema,
  files: z.array(
    z.object({
      name: z.string(),
      platform: z.string().nullable(),
      report: z.string().nullable(),
      status: z.string(),
    }),
  ),
});
export type Batch = z.infer<typeof batchSchema>;

export const fileHandleSchema = z.object({ handle: z.string(), name: z.string().max(400) });

const sessionErrors = ['session-expired'] as const;
export const importCalls = {
  'imports.open': command(
    z.object({ client: idSchema, files: z.array(fileHandleSchema).min(1).max(200), job: z.string() }),
    importSessionSchema,
    ['client-not-found', 'handle-expired', 'cancelled'],
  ),
  'imports.add': command(
    z.object({ session: z.string(), files: z.array(fileHandleSchema).min(1).max(200), job: z.string() }),
    importSessionSchema,
    [...sessionErrors, 'handle-expired', 'cancelled'],
  ),
  'imports.get': command(z.object({ session: z.string() }), importSessionSchema, sessionErrors),
  'imports.answer': command(
    z.object({ session: z.string(), file: z.number().int(), answers: z.record(z.string(), z.string()) }),
    importSessionSchema,
    [...sessionErrors, 'cancelled'],
  ),
  'imports.route': command(
    z.object({
      session: z.string(),
      file: z.number().int(),
      network: z.string(),
      account: z.string().nullable(),
      channel: idSchema.nullable(),
      name: z.string().trim().min(1).max(60),
    }),
    importSessionSchema,
    [...sessionErrors, 'channel-not-found'],
  ),
  'imports.include': command(
    z.object({ session: z.string(), file: z.number().int(), included: z.boolean() }),
    importSessionSchema,
    sessionErrors,
  ),
  'imports.rows': command(
    z.object({
      session: z.string(),
      fates: z.array(z.enum(fates)),
      file: z.number().int().nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
    }),
    z.object({ rows: z.array(importRowSchema), total: z.number() }),
    sessionErrors,
  ),
  'imports.commit': command(
    z.object({ session: z.string(), label: z.string().max(120).exactOptional() }),
    batchSchema,
    [...sessionErrors, 'session-open-questions', 'session-nothing', 'other-client', 'disk-full'],
  ),
  'imports.discard': command(z.object({ session: z.string() }), z.object({})),
  'imports.list': query(
    z.object({ client: idSchema, kinds: z.array(z.enum(['import', 'edit', 'demo'])).exactOptional() }),
    z.array(batchSchema),
    ['client-not-found'],
  ),
  /** Takes a batch back. Later edits of the same cells stay; how many, is answered. */
  'imports.undo': command(
    z.object({ batch: idSchema }),
    z.object({ batch: batchSchema, cells: z.number(), keptLater: z.number() }),
    ['batch-not-found', 'batch-state'],
  ),
  'imports.redo': command(
    z.object({ batch: idSchema }),
    z.object({ batch: batchSchema, cells: z.number(), keptLater: z.number() }),
    ['batch-not-found', 'batch-state'],
  ),
  'jobs.cancel': command(z.object({ job: z.string() }), z.object({ cancelled: z.boolean() })),
} as const;
