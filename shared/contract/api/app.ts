/** The app itself: settings, the first start, backups. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { dateSchema, languageSchema, momentSchema } from '../values.ts';

export const settingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** Who prepares the reports; printed on covers. */
  preparedBy: z.string().max(120),
});
export type Settings = z.infer<typeof settingsSchema>;

export const appStateSchema = z.object({
  version: z.string(),
  settings: settingsSchema,
  today: dateSchema,
  clients: z.number(),
  /** False until the person has chosen between the demo workspace and an empty one. */
  started: z.boolean(),
  lastBackup: momentSchema.nullable(),
});
export type AppState = z.infer<typeof appStateSchema>;

export const appCalls = {
  'app.state': query(z.object({}), appStateSchema),
  'app.setSettings': command(settingsSchema.partial(), appStateSchema),
  /** First start: fills the empty store with the demo workspace, or leaves it empty. */
  'app.begin': command(z.object({ with: z.enum(['demo', 'empty']) }), appStateSchema, ['busy']),
  'app.backup': command(z.object({}), z.object({ at: momentSchema, bytes: z.number() }), [
    'backup-failed',
    'disk-full',
  ]),
} as const;
