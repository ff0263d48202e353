/** Search across everything a person wrote, named or brought in, in all clients or in one. */
import { z } from 'zod';
import { query } from '../define.ts';
import {
  baseSchema,
  dateSchema,
  idSchema,
  languageSchema,
  localisedSchema,
  periodSchema,
} from '../values.ts';

/** In the order in which hits are told. */
export const searchHitKinds = [
  'client',
  'kpi',
  'channel',
  'content',
  'annotation',
  'action',
  'figureNote',
  'statusNote',
  'text',
  'evidence',
  'case',
  'tag',
  'view',
  'import',
  'deliverable',
  'recipe',
] as const;
export type SearchHitKind = (typeof searchHitKinds)[number];

export const searchHitSchema = z.object({
  kind: z.enum(searchHitKinds),
  /** Of the thing itself; of a note the place says which, and this only tells hits apart. */
  id: z.number(),
  client: z.object({ id: idSchema, name: z.string(), archived: z.boolean() }),
  /** What was found, cut around the first match; `marks` are the matches in it, as [from, to). */
  text: z.string(),
  marks: z.array(z.tuple([z.number(), z.number()])),
  /** Where it is: what it belongs to, as far as it does. */
  kpi: z.object({ id: idSchema, name: localisedSchema }).nullable(),
  channel: z.object({ id: idSchema, name: z.string() }).nullable(),
  day: dateSchema.nullable(),
  period: periodSchema.nullable(),
  /** Of a commentary. */
  section: z.object({ key: z.string(), base: baseSchema, language: languageSchema }).nullable(),
  /** Of a saved view of the explorer: its address without the period. */
  query: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchCalls = {
  /**
   * Everything that holds all words of `text` (the last one as far as it is typed, whatever case and accents), the newest
   * first within a kind. Archived clients are searched too, and say so. Under two letters nothing is found.
   */
  'search.find': query(
    z.object({
      text: z.string().max(200),
      client: idSchema.nullable(),
      /** Of each kind. */
      limit: z.number().int().min(1).max(50).default(6),
    }),
    z.object({ hits: z.array(searchHitSchema) }),
    ['client-not-found'],
  ),
} as const;
