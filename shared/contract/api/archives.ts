/**
 * One client in one file: made to be handed over, looked at, taken in.
 *
 * An archive is looked at before anything is written: `archives.open` reads it aside and says what is in it; taking it in
 * is one step after that, with a backup before.
 */
import { z } from 'zod';
import { command } from '../define.ts';
import { colorSchema, dateSchema, idSchema, languageSchema, momentSchema } from '../values.ts';
import { clientSchema } from './clients.ts';

const archiveCountsSchema = z.object({
  figures: z.number(),
  channels: z.number(),
  kpis: z.number(),
  targets: z.number(),
  /** Imports, edits and the like: what can be taken back. */
  batches: z.number(),
  content: z.number(),
  cases: z.number(),
  evidence: z.number(),
  annotations: z.number(),
  actions: z.number(),
  texts: z.number(),
  deliverables: z.number(),
});

/** How a client comes in where it is here already. */
export const archiveWays = [
  /** It is not here. */
  'new',
  /** Under another name, next to the one that is here. */
  'beside',
  /** The one that is here goes to the archive, renamed, and gives its accounts up. */
  'instead',
] as const;

const archivePreviewSchema = z.object({
  session: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  client: z.object({
    name: z.string(),
    trade: z.string(),
    color: colorSchema,
    initials: z.string(),
    logo: z.string().nullable(),
    language: languageSchema,
    currency: z.string(),
  }),
  /** Days of the first and the last figure; `null` without figures. */
  span: z.object({ from: dateSchema, to: dateSchema }).nullable(),
  counts: archiveCountsSchema,
  made: z.object({ at: momentSchema, version: z.string(), by: z.string() }),
  /** The same client, here already. */
  here: z
    .object({
      id: idSchema,
      name: z.string(),
      archived: z.boolean(),
      /** Day of its newest figure. */
      until: dateSchema.nullable(),
      figures: z.number(),
    })
    .nullable(),
  /** A name that no client here has. */
  freeName: z.string(),
  /** Accounts by which another client here is known: exports of them keep going there. */
  accounts: z.array(z.object({ account: z.string(), client: z.string() })),
});
export type ArchivePreview = z.infer<typeof archivePreviewSchema>;

const job = z.string();

export const archiveCalls = {
  /** Writes one client into a file. `handle` is for the host's save dialog or download. */
  'archives.make': command(
    z.object({ client: idSchema, job }),
    z.object({ handle: z.string(), name: z.string(), bytes: z.number(), rows: z.number() }),
    ['client-not-found', 'disk-full', 'cancelled'],
  ),
  /** Reads a file aside and says what is in it. */
  'archives.open': command(z.object({ handle: z.string(), job }), archivePreviewSchema, [
    'handle-expired',
    'archive-foreign',
    'archive-newer',
    'archive-damaged',
    'archive-too-large',
    'disk-full',
    'cancelled',
  ]),
  'archives.takeIn': command(
    z.object({
      session: z.string(),
      name: z.string().trim().min(1).max(80),
      way: z.enum(archiveWays),
      job,
    }),
    z.object({ client: clientSchema, figures: z.number() }),
    [
      'session-expired',
      'client-name-taken',
      'archive-client-here',
      'backup-failed',
      'disk-full',
      'cancelled',
    ],
  ),
  'archives.discard': command(z.object({ session: z.string() }), z.object({})),
} as const;
