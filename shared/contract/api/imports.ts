/**
 * Files in: a session holds the dropped files while a person looks at them; nothing is stored until `imports.commit`,
 * and every batch can be taken back on any later day.
 */
import { z } from 'zod';
import { caseKinds, channelAggregations, directions, timeAggregations } from '../../domain/kpi.ts';
import { command, query } from '../define.ts';
import { columnReasonCodes, importQuestionCodes } from '../importCodes.ts';
import { tableMappingSchema } from '../mapping.ts';
import { cadenceSchema, dateSchema, idSchema, localisedSchema, momentSchema, unitSchema } from '../values.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const questionSchema = z.object({
  id: z.string(),
  code: z.enum(importQuestionCodes),
  text: z.string(),
  params,
  /** Typed instead of chosen: a number with a point, or `cadence:YYYY-MM-DD`. */
  input: z.enum(['number', 'period']).nullable(),
  choices: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      hint: z.string().exactOptional(),
      params: params.exactOptional(),
    }),
  ),
  /** In force, and open to be changed; `null`: the file waits for it. */
  answer: z.string().nullable(),
});
export type ImportQuestion = z.infer<typeof questionSchema>;

export const importProblemSchema = z.object({
  code: z.string(),
  message: z.string(),
  where: z.string(),
  detail: params.exactOptional(),
});

export const importColumnSchema = z.object({
  index: z.number().int(),
  header: z.string(),
  role: z.string(),
  kpi: z.string().nullable(),
  unit: z.string().nullable(),
  dimension: z.string().nullable(),
  /** Why it is read so, the strongest reason first. */
  reasons: z.array(z.object({ code: z.enum(columnReasonCodes), params: params.exactOptional() })),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

/** Whose a file is, and how that is known. */
export const ownerSchema = z.object({
  client: idSchema.nullable(),
  /** `account`: an account in it. `sibling`: files that came with it. `person`: chosen. `here`: where it was dropped. */
  why: z.enum(['account', 'sibling', 'person', 'here', 'unknown']),
  account: z.string().nullable(),
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
  owner: ownerSchema,
  status: z.enum(['recognised', 'mapped', 'needs-answers', 'refused']),
  included: z.boolean(),
  platform: z.string().nullable(),
  report: z.string().nullable(),
  language: z.string().nullable(),
  rows: z.number(),
  figures: z.number(),
  items: z.number(),
  cases: z.number(),
  firstDate: dateSchema.nullable(),
  lastDate: dateSchema.nullable(),
  asOf: z.string().nullable(),
  tables: z.array(
    z.object({
      name: z.string(),
      shape: z.string(),
      rows: z.number(),
      columns: z.array(importColumnSchema),
      /** A person may say otherwise how it is read. */
      mappable: z.boolean(),
    }),
  ),
  /** A person mapped it, or a recipe did. */
  mappedBy: z.enum(['person', 'recipe']).nullable(),
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

/** What an import does for one client. */
const importPartSchema = z.object({
  client: idSchema,
  name: z.string(),
  counts: countsSchema,
  /** KPIs (by key) and channels this import would make. */
  newKpis: z.array(z.string()),
  newChannels: z.array(z.string()),
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
});

/** A KPI that a person makes while mapping; it is stored with the import, and goes with it. */
export const draftKpiSchema = z.object({
  name: localisedSchema,
  unit: unitSchema,
  direction: z.enum(directions),
  timeAggregation: z.enum(timeAggregations).exclude(['formula', 'weightedMean']),
  channelAggregation: z.enum(channelAggregations).exclude(['formula', 'weightedMean']),
  kra: z.string(),
});
export type DraftKpi = z.infer<typeof draftKpiSchema>;

export const importSessionSchema = z.object({
  session: z.string(),
  /** Where the files were dropped; `null`: on the portfolio, for several clients. */
  client: idSchema.nullable(),
  at: momentSchema,
  files: z.array(importFileSchema),
  counts: countsSchema,
  /** One for each client with files that are ready. */
  parts: z.array(importPartSchema),
  drafts: z.array(draftKpiSchema.extend({ key: z.string(), client: idSchema })),
  checks: z.array(
    z.object({
      file: z.number().int(),
      kpi: z.string(),
      stated: z.number(),
      summed: z.number(),
      agrees: z.boolean(),
      where: z.string(),
    }),
  ),
  ready: z.boolean(),
});
export type ImportSession = z.infer<typeof importSessionSchema>;

export const fates = ['added', 'changed', 'kept', 'refused', 'unchanged'] as const;
const caseFieldNames = [
  'channel',
  'kind',
  'opened',
  'firstReply',
  'resolved',
  'escalated',
  'sentiment',
  'cause',
  'link',
] as const;
export const importRowSchema = z.object({
  /** Names the row within its session; empty for refused rows. */
  id: z.string(),
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
  /**
   * A support case: `kpi` is empty, `before` and `after` are `null`, `detail` is its number at the help desk, `start` the
   * day it was opened. `changes`: what the file says otherwise, as codes and civil moments (`escalated`: yes or no; a
   * channel by its name); empty for one that is added or unchanged.
   */
  case: z
    .object({
      kind: z.enum(caseKinds),
      opened: z.string(),
      firstReply: z.string().nullable(),
      resolved: z.string().nullable(),
      changes: z.array(
        z.object({
          field: z.enum(caseFieldNames),
          before: z.string().nullable(),
          after: z.string().nullable(),
        }),
      ),
    })
    .exactOptional(),
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
      asOf: z.string().nullable(),
      /** Rates typed for its currencies: one unit in the client's currency. */
      rates: z.record(z.string(), z.number()),
    }),
  ),
});
export type Batch = z.infer<typeof batchSchema>;

/** A cell that a batch wrote and something later changed: kept when the batch is taken back. */
const laterCellSchema = z.object({
  kpi: z.string(),
  channel: z.string(),
  cadence: cadenceSchema,
  start: dateSchema,
  /** What the batch said; `null`: no figure. */
  value: z.number().nullable(),
  shown: z.number().nullable(),
  by: z.enum(['import', 'edit', 'demo']),
  byBatch: idSchema,
});

export const batchDetailSchema = z.object({
  batch: batchSchema,
  /** Figures by KPI and channel: how many, from when to when, how many of them are shown now. */
  figures: z.array(
    z.object({
      kpi: z.string(),
      channel: z.string(),
      cadence: cadenceSchema,
      first: dateSchema,
      last: dateSchema,
      cells: z.number(),
      shown: z.number(),
    }),
  ),
  /** Figures it found in the book as it says them. */
  confirmed: z.number(),
  breakdowns: z.number(),
  items: z.number(),
  cases: z.number(),
  /** KPIs and channels it made that are still here. */
  kpis: z.array(z.string()),
  channels: z.array(z.string()),
  /** Up to 200. */
  later: z.array(laterCellSchema),
  laterTotal: z.number(),
});
export type BatchDetail = z.infer<typeof batchDetailSchema>;

const settledSchema = z.object({
  batch: batchSchema,
  cells: z.number(),
  keptLater: z.number(),
  /** KPIs and channels that went (undo) or came back (redo) with it. */
  kpis: z.array(z.string()),
  channels: z.array(z.string()),
});

/** One table of a file, for the mapping screen. */
export const tableViewSchema = z.object({
  file: z.number().int(),
  table: z.string(),
  sheet: z.string(),
  mapping: tableMappingSchema,
  /** Words over the columns as they stand in the sheet, and rows below them as text. */
  sample: z.array(
    z.object({ line: z.number().int(), cells: z.array(z.string()), role: z.enum(['above', 'header', 'data', 'total']) }),
  ),
  columns: z.array(importColumnSchema.extend({ samples: z.array(z.string()), filled: z.number(), distinct: z.number() })),
  /** `wide` and `long`: labels of the rows, how often, and what each is taken for; labels that look like totals in any. */
  labels: z.array(z.object({ label: z.string(), rows: z.number(), kpi: z.string().nullable(), total: z.boolean() })),
  /** The dates by both readings; `null` where there is nothing to choose. */
  dates: z
    .object({
      order: z.enum(['dmy', 'mdy']).nullable(),
      examples: z.array(z.object({ text: z.string(), dmy: dateSchema.nullable(), mdy: dateSchema.nullable() })),
    })
    .nullable(),
  /** A number as written, and by both decimal signs. */
  numbers: z
    .object({
      decimal: z.enum(['.', ',']),
      examples: z.array(z.object({ text: z.string(), point: z.number().nullable(), comma: z.number().nullable() })),
    })
    .nullable(),
  /** What the mapping makes of it: the first figures, and how many there are. */
  preview: z.array(
    z.object({
      kpi: z.string(),
      network: z.string(),
      account: z.string().nullable(),
      cadence: cadenceSchema,
      start: dateSchema,
      detail: z.string().nullable(),
      value: z.number(),
      line: z.number().int(),
    }),
  ),
  figures: z.number(),
  refused: z.array(z.object({ where: z.string(), text: z.string(), code: z.string() })),
  refusedTotal: z.number(),
  problems: z.array(importProblemSchema),
  /** The file is long: all of this, figures and refusals included, is of its first rows. */
  headOnly: z.literal(true).exactOptional(),
});
export type TableView = z.infer<typeof tableViewSchema>;

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
    [...sessionErrors, 'session-open-questions', 'session-whose', 'session-nothing', 'other-client', 'disk-full'],
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
  'imports.undo': command(
    z.object({ batch: idSchema }),
    settledSchema,
    ['batch-not-found', 'batch-state'],
  ),
  'imports.redo': command(
    z.object({ batch: idSchema }),
    settledSchema,
    ['batch-not-found', 'batch-state'],
  ),
  'jobs.cancel': command(z.object({ job: z.string() }), z.object({ cancelled: z.boolean() })),
} as const;
