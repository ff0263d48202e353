/**
 * Backups: which there are, what is in each, one more, one put back, one brought from elsewhere.
 *
 * These calls answer also while the book itself cannot be opened (`book` of `backups.state`): then they are the only ones
 * that do, and every other call fails with that code. None of them needs the store; the writer's threads are ended and
 * started again around `backups.restore`.
 */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { dateSchema, momentSchema } from '../values.ts';

export const backupKinds = [
  'manual',
  'scheduled',
  'before-import',
  'before-migration',
  /** Of the book that was there when another was put back. */
  'before-restore',
  /** Before a client was deleted whose backups stay. */
  'before-delete',
  /** A file a person brought from elsewhere. */
  'brought',
  'other',
] as const;

/** Why the book cannot be opened. */
export const bookTroubles = [
  'store-damaged',
  'store-newer',
  'store-foreign',
  'read-only',
  'disk-full',
] as const;
export type BookTrouble = (typeof bookTroubles)[number];

const bookStateSchema = z.union([z.literal('open'), z.enum(bookTroubles)]);
export type BookState = z.infer<typeof bookStateSchema>;

const backupId = z.string().regex(/^[A-Za-z0-9_.-]{1,120}$/);

export const backupSchema = z.object({
  /** Tells it from the others. */
  id: backupId,
  at: momentSchema,
  kind: z.enum(backupKinds),
  bytes: z.number(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupContentsSchema = z.object({
  id: backupId,
  /** Opened and looked through just now. `damaged`: it cannot be put back; nothing else of it is told. */
  state: z.enum(['whole', 'damaged', 'newer']),
  clients: z.array(
    z.object({
      name: z.string(),
      archived: z.boolean(),
      figures: z.number(),
      /** Day of its newest figure; `null` without one. */
      until: dateSchema.nullable(),
      reports: z.number(),
    }),
  ),
  figures: z.number(),
  /** The last thing that was done in it; `null` in an empty book. */
  lastChange: momentSchema.nullable(),
});
export type BackupContents = z.infer<typeof backupContentsSchema>;

export const backupCalls = {
  /** Whether the book is open, and, where not, why. `damaged`: what was kept of a book that another was put in place of. */
  'backups.state': query(
    z.object({}),
    z.object({
      book: bookStateSchema,
      /** For the eye: where a person finds the backups. */
      folder: z.string(),
      version: z.string(),
    }),
  ),
  /** Newest first. A backup is there only once it was opened, checked whole and counted against the book. */
  'backups.list': query(z.object({}), z.object({ backups: z.array(backupSchema) })),
  /** Opens one, looks it through whole, and says what is in it. */
  'backups.look': query(z.object({ id: backupId }), backupContentsSchema, ['backup-not-found']),
  'backups.make': command(z.object({}), backupSchema, ['backup-failed', 'disk-full']),
  /**
   * Puts a backup in the place of the book. The book that is there is backed up first (`before-restore`); one that cannot
   * be opened is kept beside it, byte for byte (`kept`: its file's name). Everything is asked for anew afterwards.
   */
  'backups.restore': command(z.object({ id: backupId }), z.object({ kept: z.string() }), [
    'backup-not-found',
    'backup-damaged',
    'backup-newer',
    'restore-failed',
    'disk-full',
    'busy',
  ]),
  /** A copy for the host's save dialog or download. */
  'backups.save': command(
    z.object({ id: backupId }),
    z.object({ handle: z.string(), name: z.string(), bytes: z.number() }),
    ['backup-not-found', 'disk-full'],
  ),
  /** Takes a book file from elsewhere among the backups, looked through whole; nothing is put back by it. */
  'backups.bring': command(z.object({ handle: z.string() }), backupSchema, [
    'handle-expired',
    'store-foreign',
    'backup-damaged',
    'backup-newer',
    'disk-full',
  ]),
  /** Tries to open a book that could not be opened; says how it stands then. Does nothing to one that is open. */
  'backups.tryAgain': command(z.object({}), z.object({ book: bookStateSchema })),
  'backups.remove': command(z.object({ id: backupId }), z.object({}), ['backup-not-found']),
  /** Empties a book that cannot be opened, when there is no backup: it is kept beside, and a new one begins. */
  'backups.beginNew': command(z.object({}), z.object({ kept: z.string() }), ['busy', 'restore-failed']),
} as const;
