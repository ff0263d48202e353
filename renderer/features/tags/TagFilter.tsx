/** Shows only what bears a tag; absent while there is no tag. */
import type { Tag } from '../../../shared/contract/api/tags.ts';
import { useT } from '../../i18n/index.tsx';
import { Combobox } from '../../ui/index.ts';
import { tagName } from './tagName.ts';

export function TagFilter({
  tags,
  value,
  onChange,
}: {
  readonly tags: readonly Tag[];
  /** A tag's id, or `all`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useT();
  if (tags.length === 0) return null;
  return (
    <Combobox
      label={t.tags.tag}
      value={value}
      onChange={onChange}
      items={[
        { value: 'all', label: t.tags.any },
        ...tags.map((tag) => ({ value: String(tag.id), label: tagName(tag), hint: t.tags.kinds[tag.kind] })),
      ]}
    />
  );
}
