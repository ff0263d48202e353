/** Tags on posts and cases: partners, advocates, hashtags and topics that a person sorts them by. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { idSchema } from '../values.ts';

export const tagKinds = ['topic', 'hashtag', 'partner', 'advocate'] as const;
export type TagKind = (typeof tagKinds)[number];

/** As written, without an opening `#`. Unique per client; capitals do not tell two apart. */
const tagName = z.string().trim().min(1).max(60);

export const tagSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(tagKinds),
  /** Posts and cases that bear it. */
  items: z.number(),
  cases: z.number(),
});
export type Tag = z.infer<typeof tagSchema>;

/** How a row of another list bears its tags. */
export const tagFaceSchema = z.object({ id: idSchema, name: z.string(), kind: z.enum(tagKinds) });
export type TagFace = z.infer<typeof tagFaceSchema>;

export const tagCalls = {
  'tags.list': query(z.object({ client: idSchema }), z.array(tagSchema), ['client-not-found']),
  'tags.create': command(z.object({ client: idSchema, name: tagName, kind: z.enum(tagKinds) }), tagSchema, [
    'client-not-found',
    'tag-name-taken',
  ]),
  'tags.update': command(
    z.object({ tag: idSchema, name: tagName.exactOptional(), kind: z.enum(tagKinds).exactOptional() }),
    tagSchema,
    ['tag-not-found', 'tag-name-taken'],
  ),
  /** Takes it off everything. Answers what bore it, so that it can be put back. */
  'tags.remove': command(
    z.object({ tag: idSchema }),
    z.object({ items: z.array(idSchema), cases: z.array(idSchema) }),
    ['tag-not-found'],
  ),
  /** Puts a tag on posts and cases, or takes it off them. Answers how many it changed. */
  'tags.put': command(
    z.object({
      tag: idSchema,
      on: z.boolean(),
      items: z.array(idSchema).max(20_000),
      cases: z.array(idSchema).max(20_000),
    }),
    z.object({ changed: z.number() }),
    ['tag-not-found', 'item-not-found', 'case-not-found'],
  ),
  /** Tags the posts whose title or link holds the tag's name as a hashtag. Answers the posts it newly tagged. */
  'tags.find': command(z.object({ tag: idSchema }), z.object({ items: z.array(idSchema) }), [
    'tag-not-found',
  ]),
} as const;
