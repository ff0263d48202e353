/** What the app is made of: everything that ships with it, with the licence it came under. */
import { z } from 'zod';
import { query } from '../define.ts';

/**
 * `bundled`: its code is part of the app's own files. `module`: it lies in the package as it came. `runtime`: the program
 * that runs the app, and what that is made of.
 */
export const licencePlaces = ['bundled', 'module', 'runtime'] as const;

export const licencePartSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX id, as the part names it: `MIT`, `Apache-2.0`, `blessing` (SQLite). */
  licence: z.string(),
  place: z.enum(licencePlaces),
  /** Where it comes from; an address to read, never one the app opens by itself. */
  from: z.string(),
  /** The full text, as it came. */
  text: z.string(),
});
export type LicencePart = z.infer<typeof licencePartSchema>;

export const licenceCalls = {
  /** By name. The same list lies beside the installed app as LICENCES.txt. */
  'app.licences': query(z.object({}), z.object({ parts: z.array(licencePartSchema) })),
} as const;
