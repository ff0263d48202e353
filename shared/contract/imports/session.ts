/**
 * Files in: a session holds the dropped files while a person looks at them; nothing is stored until `imports.commit`.
 */
import { z } from 'zod';
import { caseKinds, channelAggregations, directions, timeAggregations } from '../../domain/kpi.ts';
import { cadenceSchema, dateSchema, idSchema, localisedSchema, momentSchema, unitSchema } from '../values.ts';
import { columnReasonCodes, importQuestionCodes } from './codes.ts';

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
  /** Present for a workbook that Pulsebook made: what `returns.open` is given to open it as one that came back. */
  returned: z.object({ handle: z.string() }).exactOptional(),
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
      /** This platform's totals count more than its list shows: a difference is no fault. */
      wider: z.boolean(),
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
