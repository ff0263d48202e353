/** Tags on posts and cases: made, renamed, put on and taken off. They sort; they never change what a number is. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { Tag, TagFace, TagKind } from '../../../shared/contract/api/tags.ts';
import { bare, tidy } from '../../../shared/domain/cells/text.ts';
import { record } from '../../store/queries/ledger.ts';
import {
  bearersOf,
  clientOfBearer,
  deleteTag,
  findTag,
  getTag,
  insertTag,
  listTags,
  putTag,
  tagsBorne,
  textsOfItems,
  updateTag,
} from '../../store/queries/tags.ts';
import type { TagRow } from '../../store/queries/tags.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireClient } from './clients.ts';

export function tagsList(ctx: ReadContext, client: number): Tag[] {
  requireClient(ctx, client);
  return listTags(ctx.store, client).map((row) => ({ ...faceOf(row), items: row.items, cases: row.cases }));
}

function faceOf(row: TagRow): TagFace {
  return { id: row.id, name: row.name, kind: row.kind as TagKind };
}

/** The tags that posts or cases of a client bear, by the id of what bears them. */
export function tagsOn(ctx: ReadContext, client: number, of: 'item' | 'case'): Map<number, TagFace[]> {
  return new Map(
    [...tagsBorne(ctx.store, client, of)].map(([id, rows]) => [id, rows.map((row) => faceOf(row))]),
  );
}

function tagDto(ctx: ReadContext, client: number, id: number): Tag {
  return found(
    tagsList(ctx, client).find((tag) => tag.id === id),
    'tag-not-found',
    `there is no tag ${id}`,
  );
}

function requireTag(ctx: ReadContext, id: number): TagRow {
  return found(getTag(ctx.store, id), 'tag-not-found', `there is no tag ${id}`);
}

/** `#Harvest` and `Harvest` are one tag. */
function nameOf(written: string): string {
  const name = tidy(written).replace(/^#+\s*/u, '');
  if (name === '') throw new CallError('invalid-input', 'a tag has a name');
  return name;
}

function refuseTaken(ctx: ReadContext, client: number, name: string, except?: number): void {
  const taken = findTag(ctx.store, client, name);
  if (taken && taken.id !== except)
    throw new CallError('tag-name-taken', `there is a tag called ${name} already`, { name });
}

export function createTag(ctx: WriteContext, input: Parsed<'tags.create'>): Tag {
  requireClient(ctx, input.client);
  const made = { client: input.client, name: nameOf(input.name), kind: input.kind };
  const id = transact(ctx.store, () => {
    refuseTaken(ctx, made.client, made.name);
    const tag = insertTag(ctx.store, made);
    note(ctx, made.client, tag, 'create', undefined, made);
    return tag;
  });
  changed(ctx, made.client, 'tags');
  return tagDto(ctx, made.client, id);
}

export function changeTag(ctx: WriteContext, input: Parsed<'tags.update'>): Tag {
  const before = requireTag(ctx, input.tag);
  const after: TagRow = {
    ...before,
    name: input.name === undefined ? before.name : nameOf(input.name),
    kind: input.kind ?? before.kind,
  };
  transact(ctx.store, () => {
    refuseTaken(ctx, before.client, after.name, before.id);
    updateTag(ctx.store, after);
    note(ctx, before.client, before.id, 'update', before, after);
  });
  changed(ctx, before.client, 'tags');
  return tagDto(ctx, before.client, before.id);
}

export function removeTag(ctx: WriteContext, id: number): Output<'tags.remove'> {
  const row = requireTag(ctx, id);
  const bore = bearersOf(ctx.store, id);
  transact(ctx.store, () => {
    deleteTag(ctx.store, id);
    note(ctx, row.client, id, 'remove', { ...row, ...bore });
  });
  changed(ctx, row.client, 'tags');
  return bore;
}

export function putTags(ctx: WriteContext, input: Parsed<'tags.put'>): Output<'tags.put'> {
  const tag = requireTag(ctx, input.tag);
  for (const item of input.items)
    if (clientOfBearer(ctx.store, 'item', item) !== tag.client)
      throw new CallError('item-not-found', `there is no post ${item}`);
  for (const one of input.cases)
    if (clientOfBearer(ctx.store, 'case', one) !== tag.client)
      throw new CallError('case-not-found', `there is no case ${one}`);
  const done = transact(ctx.store, () => {
    const items = input.items.filter((id) => putTag(ctx.store, tag.id, 'item', id, input.on));
    const cases = input.cases.filter((id) => putTag(ctx.store, tag.id, 'case', id, input.on));
    const which = { items, cases };
    if (items.length + cases.length > 0)
      note(ctx, tag.client, tag.id, 'update', input.on ? {} : which, input.on ? which : {});
    return items.length + cases.length;
  });
  if (done > 0) changed(ctx, tag.client, 'tags');
  return { changed: done };
}

export function findTagged(ctx: WriteContext, id: number): Output<'tags.find'> {
  const tag = requireTag(ctx, id);
  const wanted = `#${bare(tag.name).replaceAll(/\s+/gu, '')}`;
  const items = textsOfItems(ctx.store, tag.client)
    .filter(({ title }) => hashtagsOf(title).has(wanted))
    .map((item) => item.id);
  const fresh = transact(ctx.store, () => {
    const put = items.filter((item) => putTag(ctx.store, id, 'item', item, true));
    if (put.length > 0) note(ctx, tag.client, id, 'update', {}, { items: put });
    return put;
  });
  if (fresh.length > 0) changed(ctx, tag.client, 'tags');
  return { items: fresh };
}

function hashtagsOf(text: string): ReadonlySet<string> {
  return new Set([...bare(tidy(text)).matchAll(/#[\p{L}\p{N}_]+/gu)].map(([hashtag]) => hashtag));
}

function note(
  ctx: WriteContext,
  client: number,
  entityId: number,
  change: 'create' | 'update' | 'remove',
  before: unknown,
  after?: unknown,
): void {
  record(ctx.store, { at: momentOf(ctx), client, entity: 'tag', entityId, change, before, after });
}
