/** What lies on this machine because of Pulsebook: every kind of file there is in the data folder, and how much of it. */
import { z } from 'zod';
import { query } from '../define.ts';
import { backupContentsSchema } from './backups.ts';

export const storageKinds = [
  /** The figures and everything that is kept with them. */
  'book',
  'backups',
  /** Books that another was put in place of, byte for byte. */
  'kept',
  /** Files on their way in or out; gone two hours after their last use. */
  'transfer',
  'logs',
  /** Where the window stood, and what the browser engine of the desktop keeps for itself. */
  'window',
  /** Who has the folder open now. */
  'lock',
  /** Nothing Pulsebook knows of. */
  'other',
] as const;
export type StorageKind = (typeof storageKinds)[number];

export const storagePartSchema = z.object({
  kind: z.enum(storageKinds),
  bytes: z.number(),
  files: z.number(),
  /** Names in the folder, a folder's with `/` at its end, by name. Empty when there is none of the kind now. */
  names: z.array(z.string()),
});
export type StoragePart = z.infer<typeof storagePartSchema>;

export const storageCalls = {
  /** One part a kind, in the order of `storageKinds`. `folder` is for the eye. Links are counted, never followed. */
  'app.storage': query(z.object({}), z.object({ folder: z.string(), parts: z.array(storagePartSchema) })),
  /** What the open book holds, in the figures a backup is told by: to be held beside `backups.look`. */
  'app.book': query(z.object({}), backupContentsSchema.omit({ id: true, state: true })),
} as const;
