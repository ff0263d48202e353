/**
 * The way back: a workbook that Pulsebook made, returned by the client.
 *
 * It is opened aside and compared cell by cell, three ways: what it said when it went out (carried in the file), what it
 * says now, what the book says today. Nothing is written before `returns.commit`. Read back are figures, the sheet to
 * fill in, notes and commentary, each by its row key; a computed cell that was overwritten is listed, never taken.
 * The file is untrusted whatever it says of itself.
 */
import { z } from 'zod';
import { command } from '../define.ts';
import { cadenceSchema, dateSchema, idSchema, languageSchema, momentSchema, unitSchema } from '../values.ts';
import { batchSchema } from '../imports/batches.ts';

export const returnedKinds = ['figure', 'entry', 'note', 'text'] as const;

/** Why a difference is not taken by itself, or cannot be. */
export const returnReasons = [
  /** The book has changed the same cell since the workbook went out: `here` is neither of the two. */
  'changedHere',
  /** The value is not one this KPI can have: text, out of its bounds, off its steps. */
  'notAValue',
  'unknownKpi',
  'unknownChannel',
  /** The KPI is computed here: it takes no figures. */
  'computed',
  /** Formulas are not read, only what they showed; this one showed an error. */
  'error',
  /** Two rows of one key say different things. */
  'twice',
  /** In another book only figures are taken. */
  'otherBook',
  /** After today. */
  'future',
] as const;

const said = z.union([z.number(), z.string()]).nullable();

export const returnedCellSchema = z.object({
  id: z.string(),
  kind: z.enum(returnedKinds),
  sheet: z.string(),
  /** `E14`, as it lies in the returned file. */
  cell: z.string(),
  /** Keys of KPI and channel as this book has them; names beside for what it does not know. `null`: not of one. */
  kpi: z.string().nullable(),
  kpiName: z.string(),
  /** `null`: all channels, or not of one. */
  channel: z.string().nullable(),
  channelName: z.string().nullable(),
  unit: unitSchema.nullable(),
  /** Of figures and entries. */
  period: z.object({ cadence: cadenceSchema, start: dateSchema }).nullable(),
  /** Of a text: its section. */
  section: z.string().nullable(),
  /** As it went out; numbers in the KPI's unit, text as text, `null` empty. */
  was: said,
  /** As it came back. */
  came: said,
  /** As the book has it today. */
  here: said,
  /** `null`: nothing stands in the way. */
  reason: z.enum(returnReasons).nullable(),
  /** Whether a person can choose to take it. */
  takeable: z.boolean(),
  taken: z.boolean(),
});
export type ReturnedCell = z.infer<typeof returnedCellSchema>;

/** What is wrong with the file as a whole; it is read as far as it goes. */
export const returnProblems = [
  /** The part that says what went out is damaged: what is in the file is held against the book of today instead. */
  'manifestDamaged',
  /** A sheet, table or column that is read back is gone. */
  'sheetMissing',
  'columnMissing',
  /** Rows that have lost their key: nobody can say which figures they are. */
  'rowsWithoutKey',
] as const;

export const returnSchema = z.object({
  session: z.string(),
  fileName: z.string(),
  /** What it says of itself. */
  workbook: z.object({
    client: z.string(),
    language: languageSchema,
    period: z.object({ cadence: cadenceSchema, start: dateSchema }),
    periodLabel: z.string(),
    madeAt: momentSchema.nullable(),
  }),
  /** Whose it is here; `null`: its client is not in this book, and somebody must say whose figures they are. */
  client: idSchema.nullable(),
  /** False: another book made it; only figures are taken. */
  own: z.boolean(),
  cells: z.array(returnedCellSchema),
  /** Cells that are read back and say what they said. */
  same: z.number(),
  /** Formulas that were overwritten. */
  overwritten: z.array(z.object({ sheet: z.string(), cell: z.string(), was: said, came: said })),
  overwrittenTotal: z.number(),
  problems: z.array(
    z.object({ code: z.enum(returnProblems), where: z.string(), count: z.number().exactOptional() }),
  ),
  /** In it already, by this very file. */
  before: z.object({ batch: idSchema, at: momentSchema }).nullable(),
});
export type Returned = z.infer<typeof returnSchema>;

const session = z.string();

export const returnCalls = {
  'returns.open': command(z.object({ handle: z.string(), job: z.string() }), returnSchema, [
    'handle-expired',
    'return-foreign',
    'return-newer',
    'return-damaged',
    'cancelled',
  ]),
  'returns.get': command(z.object({ session }), returnSchema, ['session-expired']),
  /** Whose figures they are, where the file's client is not in this book. */
  'returns.assign': command(z.object({ session, client: idSchema }), returnSchema, [
    'session-expired',
    'client-not-found',
  ]),
  /** `ids` `null`: all that can be taken. */
  'returns.take': command(
    z.object({ session, ids: z.array(z.string()).nullable(), take: z.boolean() }),
    returnSchema,
    ['session-expired'],
  ),
  /** Stores what is taken as one batch that can be taken back whole, notes and texts with it. */
  'returns.commit': command(
    z.object({ session }),
    z.object({ batch: batchSchema, figures: z.number(), notes: z.number(), texts: z.number() }),
    ['session-expired', 'session-whose', 'return-nothing', 'client-not-found', 'disk-full'],
  ),
  'returns.discard': command(z.object({ session }), z.object({})),
} as const;
