/** How a tag is written: hashtags with their mark. */
import type { TagFace } from '../../../shared/contract/api/tags.ts';

export function tagName(tag: Pick<TagFace, 'name' | 'kind'>): string {
  return tag.kind === 'hashtag' ? `#${tag.name}` : tag.name;
}
