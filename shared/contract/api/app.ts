/** The app itself: settings, the first start, where one was. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { dateSchema, idSchema, languageSchema, momentSchema } from '../values.ts';

export const settingsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** Who prepares the reports; printed on covers. */
  preparedBy: z.string().max(120),
  /** Height of rows in tables, lists and the grid. */
  density: z.enum(['compact', 'comfortable']),
  /** Shortcuts of a single key (`G` then `D`, `[`, `?`); those with Ctrl or Cmd always work. */
  singleKeys: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** An address within the window, as it stands behind the `#`. */
export const addressSchema = z
  .string()
  .max(600)
  .regex(/^\/[^\s#]*$/);

export const placesSchema = z.object({
  /** Where the window was when it was last looked at; `null`: nowhere yet. */
  last: addressSchema.nullable(),
  /** The last screen of each client. */
  clients: z.array(z.object({ client: idSchema, at: addressSchema })),
  /** The newest first, each screen once. */
  recent: z.array(addressSchema),
});
export type Places = z.infer<typeof placesSchema>;

export const appStateSchema = z.object({
  version: z.string(),
  settings: settingsSchema,
  today: dateSchema,
  clients: z.number(),
  /** False until the person has chosen between the demo workspace and an empty one. */
  started: z.boolean(),
  lastBackup: momentSchema.nullable(),
  /** As it was when asked: nobody is told of a change. */
  places: placesSchema,
});
export type AppState = z.infer<typeof appStateSchema>;

export const appCalls = {
  'app.state': query(z.object({}), appStateSchema),
  'app.setSettings': command(settingsSchema.partial(), appStateSchema),
  /** First start: fills the empty store with the demo workspace, or leaves it empty. */
  'app.begin': command(z.object({ with: z.enum(['demo', 'empty']) }), appStateSchema, ['busy']),
  /** Remembers where the window is. Says nothing to anybody and leaves no trace in the ledger. */
  'app.setPlace': command(z.object({ at: addressSchema }), z.object({})),
} as const;
