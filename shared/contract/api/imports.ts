/** The calls of an import: from dropped files to stored batches and back, and the recipes it leaves. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { idSchema, momentSchema } from '../values.ts';
import { tableMappingSchema } from '../imports/mapping.ts';
import { draftKpiSchema, importSessionSchema, fates, importRowSchema } from '../imports/session.ts';
import { batchDetailSchema, batchSchema, settledSchema } from '../imports/batches.ts';
import { tableViewSchema } from '../imports/table.ts';

export const fileHandleSchema = z.object({ handle: z.string(), name: z.string().max(400) });

const sessionErrors = ['session-expired', 'handle-expired'] as const;
export const importCalls = {
  'imports.open': command(
    z.object({
      /** `null`: files of several clients, each routed by its account. */
      client: idSchema.nullable(),
      files: z.array(fileHandleSchema).min(1).max(200),
      job: z.string(),
    }),
    importSessionSchema,
    ['client-not-found', 'handle-expired', 'cancelled'],
  ),
  'imports.add': command(
    z.object({ session: z.string(), files: z.array(fileHandleSchema).min(1).max(200), job: z.string() }),
    importSessionSchema,
    [...sessionErrors, 'cancelled'],
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
  /** Whose the file is. */
  'imports.assign': command(
    z.object({ session: z.string(), files: z.array(z.number().int()).min(1), client: idSchema }),
    importSessionSchema,
    [...sessionErrors, 'client-not-found', 'cancelled'],
  ),
  /** A table as it is read; with `mapping`, as it would be read so. Changes nothing. */
  'imports.table': command(
    z.object({
      session: z.string(),
      file: z.number().int(),
      table: z.string(),
      mapping: tableMappingSchema.nullable(),
    }),
    tableViewSchema,
    [...sessionErrors, 'table-not-found', 'cancelled'],
  ),
  /** Reads a table so from now on; `null`: as it was guessed. Kept as a recipe when the file goes in. */
  'imports.map': command(
    z.object({
      session: z.string(),
      file: z.number().int(),
      table: z.string(),
      mapping: tableMappingSchema.nullable(),
    }),
    importSessionSchema,
    [...sessionErrors, 'table-not-found', 'cancelled'],
  ),
  /** A KPI that the client lacks, for mapping; it comes into being with the import. */
  'imports.draftKpi': command(
    z.object({ session: z.string(), client: idSchema, kpi: draftKpiSchema }),
    z.object({ key: z.string(), session: importSessionSchema }),
    [...sessionErrors, 'client-not-found', 'kpi-key-taken'],
  ),
  /** What becomes of figures that differ from your own edits or a newer export: yours stay, or the file's are taken. */
  'imports.take': command(
    z.object({
      session: z.string(),
      /** Row ids of fate `kept` (or taken before); `null`: all of them. */
      rows: z.array(z.string()).nullable(),
      take: z.boolean(),
    }),
    importSessionSchema,
    sessionErrors,
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
      client: idSchema.exactOptional(),
      kpi: z.string().exactOptional(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
    }),
    z.object({
      rows: z.array(importRowSchema),
      total: z.number(),
      /** KPIs among the rows of these fates, file and client: what one may filter by. */
      kpis: z.array(z.string()),
    }),
    sessionErrors,
  ),
  'imports.commit': command(
    z.object({ session: z.string(), label: z.string().max(120).exactOptional() }),
    /** One batch a client. */
    z.object({ batches: z.array(batchSchema) }),
    [
      ...sessionErrors,
      'session-open-questions',
      'session-whose',
      'session-nothing',
      'other-client',
      'disk-full',
    ],
  ),
  'imports.discard': command(z.object({ session: z.string() }), z.object({})),
  'imports.list': query(
    z.object({ client: idSchema, kinds: z.array(z.enum(['import', 'edit', 'demo'])).exactOptional() }),
    z.array(batchSchema),
    ['client-not-found'],
  ),
  'imports.batch': query(z.object({ batch: idSchema }), batchDetailSchema, ['batch-not-found']),
  /** Recipes: how files of one shape were read, by themselves since. */
  'recipes.list': query(
    z.object({ client: idSchema }),
    z.array(
      z.object({
        id: idSchema,
        name: z.string(),
        platform: z.string().nullable(),
        at: momentSchema,
        used: z.number(),
        lastUsed: momentSchema.nullable(),
        answers: z.array(z.object({ id: z.string(), answer: z.string() })),
        mappings: z.array(z.object({ table: z.string(), mapping: tableMappingSchema })),
      }),
    ),
    ['client-not-found'],
  ),
  'recipes.forget': command(z.object({ recipe: idSchema }), z.object({}), ['recipe-not-found']),
  /** Takes a batch back. Later edits of the same cells stay; how many, is answered. */
  'imports.undo': command(z.object({ batch: idSchema }), settledSchema, ['batch-not-found', 'batch-state']),
  'imports.redo': command(z.object({ batch: idSchema }), settledSchema, ['batch-not-found', 'batch-state']),
  'jobs.cancel': command(z.object({ job: z.string() }), z.object({ cancelled: z.boolean() })),
} as const;
