/**
 * Deleting a client: the one thing that cannot be taken back.
 *
 * Afterwards its name, its figures and its texts are nowhere in the data folder: not in the book, its log, the search
 * index, the files on their way, nor, where the person says so, in any backup.
 */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { dateSchema, idSchema, momentSchema } from '../values.ts';

export const deletionCalls = {
  /** What would go. Reading the backups takes a moment; one that cannot be read counts as holding it. */
  'clients.deletion': query(
    z.object({ client: idSchema }),
    z.object({
      name: z.string(),
      figures: z.number(),
      /** Days of the first and the last figure. */
      span: z.object({ from: dateSchema, to: dateSchema }).nullable(),
      imports: z.number(),
      reports: z.number(),
      /** Annotations, actions, cases, evidence, texts. */
      notes: z.number(),
      content: z.number(),
      /** The backups that hold it, newest first. */
      backups: z.array(z.object({ id: z.string(), at: momentSchema })),
      /** Books that another was put in place of and that were kept beside it: they may hold it. */
      keptBooks: z.number(),
    }),
    ['client-not-found'],
  ),
  /**
   * `name` must be the client's, as typed by the person. `backups`: `keep` makes one more before (`before-delete`), so that
   * the client can still be had from there; `purge` takes it out of every backup as well, and removes a backup that
   * cannot be read, and books kept beside. `busy`: something else is under way.
   *
   * Progress: `reading` while the last backup is made (until then it can be cancelled), `writing` while the client goes,
   * `comparing` with the number of each backup. What of the backups could not be done (`backupsLeft`), and emptying the
   * book's log where `clean` is false, is tried again every minute and at the next start.
   */
  'clients.delete': command(
    z.object({ client: idSchema, name: z.string(), backups: z.enum(['keep', 'purge']), job: z.string() }),
    z.object({
      backupsChanged: z.number(),
      backupsRemoved: z.number(),
      backupsLeft: z.number(),
      /** Nothing of it is left in the book's own files. */
      clean: z.boolean(),
    }),
    ['client-not-found', 'client-name-differs', 'busy', 'disk-full', 'backup-failed', 'cancelled'],
  ),
} as const;
