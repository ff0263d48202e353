/** Clients, their channels, and the portfolio over all of them. */
import { z } from 'zod';
import { numberFormats } from '../../domain/format.ts';
import { targetKinds } from '../../domain/kpi.ts';
import { command, query } from '../define.ts';
import { setupParts } from './setups.ts';
import {
  baseSchema,
  cadenceSchema,
  colorSchema,
  coverageSchema,
  dateSchema,
  idSchema,
  judgementSchema,
  languageSchema,
  localisedSchema,
  momentSchema,
  periodSchema,
  signalSchema,
  statusSchema,
  unitSchema,
} from '../values.ts';

const clientFields = z.object({
  name: z.string().trim().min(1).max(80),
  /** What the client does, in a few words; shown grey. */
  trade: z.string().trim().max(80),
  color: colorSchema,
  /** Language of reports. */
  language: languageSchema,
  numberFormat: z.enum(numberFormats),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  weekStart: z.number().int().min(1).max(7),
  fiscalYearStart: z.number().int().min(1).max(12),
});

/** When reports are due: the period they are over, and so many days after its last day. `null`: none are. */
const scheduleFields = {
  reportCadence: z.enum(['week', 'month', 'quarter', 'year']).nullable(),
  reportAfter: z.number().int().min(0).max(90),
};
const optionalSchedule = {
  reportCadence: scheduleFields.reportCadence.exactOptional(),
  reportAfter: scheduleFields.reportAfter.exactOptional(),
};

export const clientSchema = clientFields.extend({
  ...scheduleFields,
  id: idSchema,
  initials: z.string(),
  /** `data:image/...;base64,` or `null`. */
  logo: z.string().nullable(),
  archivedAt: momentSchema.nullable(),
  /** True once weekly figures exist: the week start is then frozen. */
  weekStartFrozen: z.boolean(),
});
export type Client = z.infer<typeof clientSchema>;

export const channelSchema = z.object({
  id: idSchema,
  client: idSchema,
  network: z.string(),
  name: z.string(),
  handle: z.string().nullable(),
  activeFrom: dateSchema.nullable(),
  activeTo: dateSchema.nullable(),
  /** How many figures it holds. */
  figures: z.number(),
});
export type Channel = z.infer<typeof channelSchema>;

export const statusCountsSchema = z.partialRecord(statusSchema, z.number());

/** What a person should do. `waits` KPIs wait for it until `deadline`: the queue goes by those two. */
export const needSchema = z.object({
  kind: z.enum([
    'noKpis',
    'noFigures',
    'late',
    'export',
    'missing',
    'lowCoverage',
    'note',
    'stale',
    'goalEnded',
    'noTargets',
    'action',
  ]),
  /** Figures missing, tokens stale, exports due, goals ended, days late. */
  count: z.number(),
  waits: z.number(),
  deadline: dateSchema.nullable(),
  /** The first of the KPIs it is about, and how many they are. */
  kpi: z.object({ id: idSchema, key: z.string(), name: localisedSchema }).exactOptional(),
  kpis: z.number().exactOptional(),
  channel: z.object({ id: idSchema, name: z.string() }).exactOptional(),
  period: periodSchema.exactOptional(),
  /** The last day covered (`export`), or on which the goal held; the day an action was due. */
  day: dateSchema.exactOptional(),
  coverage: coverageSchema.exactOptional(),
  /** First days of the first and last period without a figure, of that KPI. */
  gap: z.object({ cadence: cadenceSchema, first: dateSchema, last: dateSchema }).exactOptional(),
  /** `note`: where the KPI stands. */
  standing: z.object({ value: z.number(), unit: unitSchema, judgement: judgementSchema }).exactOptional(),
  /** `goalEnded`: the last goal; a fraction for growth. */
  goal: z
    .object({ value: z.number(), unit: unitSchema, kind: z.enum(targetKinds), cadence: cadenceSchema })
    .exactOptional(),
  /** `stale`: which version of the report. */
  text: z.object({ base: baseSchema, language: languageSchema, section: z.string() }).exactOptional(),
  /** `action`: what was to be done. */
  words: z.string().exactOptional(),
  /** `export`: guides of the due list. */
  exports: z.array(z.string()).exactOptional(),
});
export type Need = z.infer<typeof needSchema>;

export const portfolioRowSchema = z.object({
  client: clientSchema,
  score: z.number().nullable(),
  previousScore: z.number().nullable(),
  /** Overall score of the twelve months up to the period. */
  trend: z.array(z.number().nullable()),
  counts: statusCountsSchema,
  /** Of the least covered row: a gap anywhere is what the person must know. */
  coverage: coverageSchema.nullable(),
  moved: z
    .object({
      kpi: z.string(),
      id: idSchema,
      channel: z.string().nullable(),
      name: localisedSchema,
      signal: signalSchema,
    })
    .nullable(),
  needs: z.array(needSchema),
  /** The report that is to be made next; `null` where none are due, or while there are no figures. */
  report: z
    .object({
      period: periodSchema,
      due: dateSchema,
      /** False while the period runs. */
      closed: z.boolean(),
      /** Closed periods without a report. */
      owed: z.number().int(),
      state: z.enum(['waiting', 'stale', 'notStarted', 'ready']),
      /** What `waiting` is for. */
      for: z.enum(['period', 'export', 'coverage', 'figures', 'notes']).nullable(),
      /** Of what it waits for, or tokens that are stale. */
      count: z.number().int(),
    })
    .nullable(),
  /** The report over the newest closed period, where it went out. */
  sent: z.object({ period: periodSchema, at: momentSchema }).nullable(),
});
export type PortfolioRow = z.infer<typeof portfolioRowSchema>;

export const clientCalls = {
  'clients.list': query(z.object({ archived: z.boolean().exactOptional() }), z.array(clientSchema)),
  'clients.portfolio': query(
    z.object({
      /** One row alone; unless told, all of them. */
      client: idSchema.exactOptional(),
      period: periodSchema.exactOptional(),
    }),
    z.object({ period: periodSchema, base: baseSchema, rows: z.array(portfolioRowSchema) }),
  ),
  'clients.get': query(z.object({ client: idSchema }), clientSchema, ['client-not-found']),
  'clients.create': command(
    clientFields.extend({
      ...optionalSchedule,
      /** Catalogue keys to begin with. */
      kpis: z.array(z.string()),
      channels: z.array(z.object({ network: z.string(), name: z.string().trim().min(1).max(60) })),
      /** `data:image/png;base64,...` (PNG, JPEG), at most 2 MB. */
      logo: z.string().max(3_000_000).nullable(),
      /** Of another client: its KPIs, targets and the rest, and what it calls its areas and stages. */
      copy: z.object({ from: idSchema, parts: z.array(z.enum(setupParts)) }).exactOptional(),
    }),
    clientSchema,
    [
      'client-name-taken',
      'client-not-found',
      'channel-name-taken',
      'catalogue-key-unknown',
      'logo-invalid',
      'color-invalid',
    ],
  ),
  'clients.update': command(
    clientFields.partial().extend({
      ...optionalSchedule,
      client: idSchema,
      logo: z.string().max(3_000_000).nullable().exactOptional(),
    }),
    clientSchema,
    ['client-not-found', 'client-name-taken', 'week-start-frozen', 'logo-invalid'],
  ),
  'clients.archive': command(z.object({ client: idSchema, archived: z.boolean() }), clientSchema, [
    'client-not-found',
  ]),
  'channels.list': query(z.object({ client: idSchema }), z.array(channelSchema), ['client-not-found']),
  'channels.create': command(
    z.object({
      client: idSchema,
      network: z.string().max(40),
      name: z.string().trim().min(1).max(60),
      handle: z.string().max(120).nullable(),
    }),
    channelSchema,
    ['client-not-found', 'channel-name-taken'],
  ),
  'channels.update': command(
    z.object({
      channel: idSchema,
      name: z.string().trim().min(1).max(60).exactOptional(),
      handle: z.string().max(120).nullable().exactOptional(),
      activeFrom: dateSchema.nullable().exactOptional(),
      activeTo: dateSchema.nullable().exactOptional(),
    }),
    channelSchema,
    ['channel-not-found', 'channel-name-taken', 'period-invalid'],
  ),
} as const;
