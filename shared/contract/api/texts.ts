/** Commentary with live numbers: what a person writes in a report, what each number in it rests on, what has changed since. */
import { z } from 'zod';
import { textErrorCodes, tokenWhats } from '../../domain/text/tokens.ts';
import { command, query } from '../define.ts';
import {
  baseSchema,
  changeSchema,
  idSchema,
  judgementSchema,
  languageSchema,
  localisedSchema,
  measuredSchema,
  momentSchema,
  periodSchema,
  signalSchema,
  spanSchema,
  unitSchema,
} from '../values.ts';

/** A section by its fixed name, or `kra:`, `stage:`, `text:` and the key of one. */
export const textSectionSchema = z
  .string()
  .regex(/^(?:summary|content|breakdowns|actions|(?:kra|stage|text):[a-z][a-z0-9_]{0,62})$/);
/** Far more than a page holds. */
export const longestText = 6000;

const report = z.object({
  client: idSchema,
  period: periodSchema,
  base: baseSchema,
  language: languageSchema,
});

const place = { at: z.number().int(), length: z.number().int() };

export const textProblemSchema = z.object({
  ...place,
  code: z.enum(textErrorCodes),
  text: z.string(),
  suggestion: z.string().exactOptional(),
});
export type TextProblem = z.infer<typeof textProblemSchema>;

const toldSchema = z.object({
  token: z.string(),
  kpi: z.string(),
  name: localisedSchema,
  channel: z.string().nullable(),
  channelName: z.string().nullable(),
  what: z.enum(tokenWhats),
  period: periodSchema,
  unit: unitSchema,
  said: z.string(),
  value: z.number().nullable(),
  now: measuredSchema,
  base: measuredSchema,
  change: changeSchema,
  span: spanSchema,
  baseSpan: spanSchema.nullable(),
  /** Names of the channels that are too far behind to be counted. */
  left: z.array(z.string()),
  judgement: judgementSchema,
  signal: signalSchema,
  /** Imports and edits behind the figures it rests on, newest first. */
  sources: z.array(
    z.object({
      batch: idSchema,
      label: z.string(),
      kind: z.enum(['import', 'edit', 'demo']),
      at: momentSchema,
      figures: z.number(),
    }),
  ),
});
export type TextTold = z.infer<typeof toldSchema>;

const piece = { ...place, source: z.string(), text: z.string() };
export const textPieceSchema = z.discriminatedUnion('kind', [
  z.object({ ...piece, kind: z.literal('text') }),
  z.object({ ...piece, kind: z.literal('token'), told: toldSchema }),
  z.object({ ...piece, kind: z.literal('problem'), problem: textProblemSchema }),
]);
export type TextPieceDto = z.infer<typeof textPieceSchema>;

const stalenessSchema = z.object({
  token: z.string(),
  state: z.enum(['same', 'changed', 'gone']),
  /** What it said when the text was approved, and what it says now. */
  then: z.string(),
  now: z.string().nullable(),
  valueThen: z.number().nullable(),
  valueNow: z.number().nullable(),
  /** When it was approved; `null`: with the text, before that was written down. */
  at: momentSchema.nullable(),
});

export const textSchema = z.object({
  section: z.string(),
  body: z.string(),
  pieces: z.array(textPieceSchema),
  problems: z.array(textProblemSchema),
  stale: z.array(stalenessSchema),
  /** Figures that no longer say what was approved. */
  changed: z.number().int(),
  /** When it was approved; `null` for a section without a text. */
  at: momentSchema.nullable(),
});
export type ReportTextDto = z.infer<typeof textSchema>;

const errors = ['client-not-found', 'period-invalid'] as const;

export const textCalls = {
  'texts.list': query(report, z.array(textSchema), errors),
  'texts.get': query(report.extend({ section: textSectionSchema }), textSchema, errors),
  /** What the section's own figures say by themselves, as an empty section may begin; empty where they say nothing. Kept nowhere. */
  'texts.draft': query(report.extend({ section: textSectionSchema }), textSchema, errors),
  /** A text that is not saved: what it would say, and what is wrong with it. */
  'texts.preview': query(
    report.extend({ body: z.string().max(longestText) }),
    textSchema.pick({ pieces: true, problems: true }),
    errors,
  ),
  /** Keeps the text and approves what its numbers say now. An empty body removes it. */
  'texts.set': command(
    report.extend({
      section: textSectionSchema,
      body: z.string().max(longestText),
      /** `new`: while it is written, only what is new in it is approved; what had changed stays marked. */
      approve: z.enum(['all', 'new']).default('all'),
    }),
    textSchema,
    [...errors, 'text-problem'],
  ),
  /** One figure that no longer says what was approved: it says what it is now, or stays as it was with its date. */
  'texts.settle': command(
    report.extend({ section: textSectionSchema, token: z.string(), how: z.enum(['update', 'keep']) }),
    textSchema,
    [...errors, 'text-problem'],
  ),
  /** Puts back what stood in a section before it was last changed. */
  'texts.revert': command(report.extend({ section: textSectionSchema }), textSchema, errors),
} as const;
