/** The case log, evidence of counts, and the days over which either is complete. */
import { z } from 'zod';
import { caseKinds } from '../../domain/kpi.ts';
import { command, query } from '../define.ts';
import {
  channelFaceSchema,
  coverageSchema,
  dateSchema,
  idSchema,
  kpiFaceSchema,
  momentSchema,
  periodSchema,
} from '../values.ts';
import { tagFaceSchema } from './tags.ts';

/** A civil moment, what the clock on the wall says: `YYYY-MM-DDTHH:MM`. */
const civilMomentSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

const sentiments = ['positive', 'neutral', 'negative'] as const;
const caseKindSchema = z.enum(caseKinds);
/** Words a person may leave out; none is `null`, never an empty text. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((text) => (text === '' ? null : text));

const caseFields = z.object({
  kind: caseKindSchema,
  /** `null`: on no channel in particular. */
  channel: idSchema.nullable(),
  opened: civilMomentSchema,
  firstReply: civilMomentSchema.nullable(),
  resolved: civilMomentSchema.nullable(),
  escalated: z.boolean(),
  sentiment: z.enum(sentiments).nullable(),
  cause: words(120),
  link: words(2000),
  note: words(2000),
});

const { shape } = caseFields;
const caseChanges = z.object({
  kind: shape.kind.exactOptional(),
  channel: shape.channel.exactOptional(),
  opened: shape.opened.exactOptional(),
  firstReply: shape.firstReply.exactOptional(),
  resolved: shape.resolved.exactOptional(),
  escalated: shape.escalated.exactOptional(),
  sentiment: shape.sentiment.exactOptional(),
  cause: shape.cause.exactOptional(),
  link: shape.link.exactOptional(),
  note: shape.note.exactOptional(),
});

const caseSchema = z.object({
  id: idSchema,
  kind: caseKindSchema,
  channel: idSchema.nullable(),
  opened: z.string(),
  firstReply: z.string().nullable(),
  resolved: z.string().nullable(),
  escalated: z.boolean(),
  sentiment: z.enum(sentiments).nullable(),
  cause: z.string().nullable(),
  link: z.string().nullable(),
  note: z.string().nullable(),
  tags: z.array(tagFaceSchema),
});
export type CaseDto = z.infer<typeof caseSchema>;

const caseTime = z.object({ mean: z.number().nullable(), median: z.number().nullable(), n: z.number() });

const caseSummarySchema = z.object({
  /** Counts are `null` where nothing was logged and the log is not confirmed. */
  opened: z.number().nullable(),
  answered: z.number().nullable(),
  resolved: z.number().nullable(),
  resolvedUnescalated: z.number().nullable(),
  open: z.number(),
  /** Times in seconds. */
  firstReply: caseTime,
  resolution: caseTime,
  unescalatedShare: z.number().nullable(),
  sentiment: z.object({
    positive: z.number(),
    neutral: z.number(),
    negative: z.number(),
    value: z.number().nullable(),
  }),
  causes: z.array(z.object({ cause: z.string(), cases: z.number() })).readonly(),
  unnamed: z.number(),
  coverage: coverageSchema.nullable(),
});
export type CaseSummaryDto = z.infer<typeof caseSummarySchema>;

const evidenceSchema = z.object({
  id: idSchema,
  kpi: idSchema,
  channel: idSchema.nullable(),
  day: dateSchema,
  what: z.string(),
  link: z.string().nullable(),
  note: z.string().nullable(),
});
export type EvidenceDto = z.infer<typeof evidenceSchema>;

/** Which log: the one of cases, or the evidence of one KPI. */
const logFields = z.object({
  client: idSchema,
  log: z.enum(['cases', 'evidence']),
  kpi: idSchema.nullable(),
});

const confirmedSchema = z.object({
  id: idSchema,
  /** `null`: on every channel. */
  channel: idSchema.nullable(),
  /** First and last day, both included. */
  from: dateSchema,
  to: dateSchema,
  at: momentSchema,
  imported: z.boolean(),
});
export type ConfirmedDto = z.infer<typeof confirmedSchema>;

const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) };

export const logCalls = {
  'cases.list': query(
    z.object({
      client: idSchema,
      kind: caseKindSchema.exactOptional(),
      state: z.enum(['open', 'resolved']).exactOptional(),
      channel: z.union([idSchema, z.literal('none')]).exactOptional(),
      tag: idSchema.exactOptional(),
      /** Days it was opened on, both included. */
      from: dateSchema.exactOptional(),
      to: dateSchema.exactOptional(),
      /** Words of cause, note or link; case and accents do not matter. */
      text: z.string().max(200).exactOptional(),
      ...page,
    }),
    z.object({
      /** Newest first. */
      cases: z.array(caseSchema),
      /** How many match, on all pages. */
      total: z.number(),
      /** How many there are of this client without any filter. */
      all: z.number(),
      channels: z.array(channelFaceSchema),
    }),
    ['client-not-found', 'period-invalid'],
  ),
  'cases.add': command(caseFields.extend({ client: idSchema }), caseSchema, [
    'client-not-found',
    'channel-not-found',
    'case-times',
  ]),
  /** Only what is named changes. */
  'cases.update': command(caseChanges.extend({ case: idSchema }), caseSchema, [
    'case-not-found',
    'channel-not-found',
    'case-times',
  ]),
  'cases.remove': command(z.object({ case: idSchema }), z.object({}), ['case-not-found']),
  /** Puts a removed case back, with everything it had. */
  'cases.restore': command(z.object({ case: idSchema }), caseSchema, ['case-not-found']),
  'cases.summary': query(z.object({ client: idSchema, period: periodSchema }), caseSummarySchema, [
    'client-not-found',
    'period-invalid',
  ]),
  /** Causes written so far, the most frequent first. */
  'cases.causes': query(z.object({ client: idSchema }), z.array(z.string()), ['client-not-found']),
  /** KPIs that are kept with evidence, each with how many entries it has. */
  'evidence.kpis': query(
    z.object({ client: idSchema }),
    z.array(kpiFaceSchema.extend({ entries: z.number() })),
    ['client-not-found'],
  ),
  'evidence.list': query(
    z.object({ client: idSchema, kpi: idSchema, period: periodSchema, ...page }),
    z.object({
      /** Newest first. */
      entries: z.array(evidenceSchema),
      total: z.number(),
      /** Twelve periods up to the one asked for, oldest first. */
      counts: z.array(
        z.object({ start: dateSchema, value: z.number().nullable(), coverage: coverageSchema.nullable() }),
      ),
      channels: z.array(channelFaceSchema),
    }),
    ['client-not-found', 'kpi-not-found', 'kpi-without-evidence', 'period-invalid'],
  ),
  'evidence.add': command(
    z.object({
      client: idSchema,
      kpi: idSchema,
      channel: idSchema.nullable(),
      day: dateSchema,
      what: z.string().trim().min(1).max(400),
      link: words(2000),
      note: words(2000),
    }),
    evidenceSchema,
    [
      'client-not-found',
      'kpi-not-found',
      'kpi-without-evidence',
      'channel-not-found',
      'period-invalid',
      'log-future',
    ],
  ),
  /** Only what is named changes. */
  'evidence.update': command(
    z.object({
      evidence: idSchema,
      channel: idSchema.nullable().exactOptional(),
      day: dateSchema.exactOptional(),
      what: z.string().trim().min(1).max(400).exactOptional(),
      link: words(2000).exactOptional(),
      note: words(2000).exactOptional(),
    }),
    evidenceSchema,
    ['evidence-not-found', 'channel-not-found', 'period-invalid', 'log-future'],
  ),
  'evidence.remove': command(z.object({ evidence: idSchema }), z.object({}), ['evidence-not-found']),
  /** States that a log is complete over some days: from then on, no entry there means zero. */
  'logs.confirm': command(
    logFields.extend({ channel: idSchema.nullable(), from: dateSchema, to: dateSchema }),
    confirmedSchema,
    [
      'client-not-found',
      'kpi-not-found',
      'kpi-without-evidence',
      'channel-not-found',
      'period-invalid',
      'log-future',
    ],
  ),
  'logs.list': query(
    logFields,
    z.object({
      spans: z.array(confirmedSchema),
      /** Day of the first entry; `null` where there is none. */
      first: dateSchema.nullable(),
    }),
    ['client-not-found', 'kpi-not-found', 'kpi-without-evidence'],
  ),
  'logs.remove': command(z.object({ span: idSchema }), z.object({}), ['confirmed-not-found']),
} as const;
