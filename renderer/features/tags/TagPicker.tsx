/** The tags of one post or case, and a list to put on others; a name that is none yet becomes one. */
import { useState } from 'react';
import type { Tag, TagFace } from '../../../shared/contract/api/tags.ts';
import { useCommand } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, IconButton, Popover, searchable } from '../../ui/index.ts';
import { tagName } from './tagName.ts';
import css from './tags.module.css';

export interface TagPickerProps {
  /** All the client's. */
  readonly all: readonly Tag[];
  readonly borne: readonly TagFace[];
  readonly of: { readonly items?: readonly number[]; readonly cases?: readonly number[] };
  /** Names what bears them, for whoever listens. */
  readonly name: string;
}

export function TagPicker({ all, borne, of, name }: TagPickerProps) {
  const t = useT();
  return (
    <span className={css['borne']}>
      {borne.map((tag) => (
        <span key={tag.id} className={css['tag']}>
          {tagName(tag)}
        </span>
      ))}
      <Popover
        label={t.tags.of(name)}
        trigger={<IconButton className={css['put']} icon="tag" label={t.tags.of(name)} />}
      >
        <Picking all={all} borne={borne} of={of} />
      </Popover>
    </span>
  );
}

function Picking({ all, borne, of }: Omit<TagPickerProps, 'name'>) {
  const t = useT();
  const client = useClient();
  const create = useCommand('tags.create');
  const put = useCommand('tags.put');
  const [text, setText] = useState('');
  const on = new Set(borne.map((tag) => tag.id));
  const sought = searchable(text.trim().replace(/^#+/u, ''));
  const found = all.filter((tag) => searchable(tag.name).includes(sought));
  const isNew = sought !== '' && !all.some((tag) => searchable(tag.name) === sought);
  const set = (tag: number, next: boolean): void =>
    put.mutate({ tag, on: next, items: [...(of.items ?? [])], cases: [...(of.cases ?? [])] });
  const error = create.error ?? put.error;
  const submit = (): void => {
    const [only] = found;
    if (isNew)
      create.mutate(
        { client: client.id, name: text, kind: text.trim().startsWith('#') ? 'hashtag' : 'topic' },
        {
          onSuccess: ({ id }) => {
            setText('');
            set(id, true);
          },
        },
      );
    else if (only !== undefined && sought !== '') {
      setText('');
      set(only.id, true);
    }
  };
  return (
    <form
      className={css['picking']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label className={css['find']}>
        <Icon name="tag" />
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t.tags.findOrMake}
          aria-label={t.tags.findOrMake}
          maxLength={60}
        />
      </label>
      <div className={css['choices']}>
        {found.map((tag) => (
          <label key={tag.id} className={css['choice']}>
            <input
              type="checkbox"
              checked={on.has(tag.id)}
              onChange={(event) => set(tag.id, event.target.checked)}
            />
            {tagName(tag)}
          </label>
        ))}
        {found.length === 0 && !isNew && <p className={css['none']}>{t.tags.none}</p>}
      </div>
      {isNew && (
        <Button submit size="small" icon="plus" busy={create.isPending}>
          {t.tags.make(text.trim())}
        </Button>
      )}
      {error && <ErrorPanel error={error} inline />}
    </form>
  );
}
