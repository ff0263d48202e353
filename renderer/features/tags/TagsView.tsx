/** All tags of a client: made, renamed, told apart by kind, and the way to what bears them. */
import { useState } from 'react';
import { Link } from 'wouter';
import { tagKinds } from '../../../shared/contract/api/tags.ts';
import type { Tag, TagKind } from '../../../shared/contract/api/tags.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, Field, Select, TextInput } from '../../ui/index.ts';
import { TagActions } from './TagActions.tsx';
import { tagName } from './tagName.ts';
import css from './tags.module.css';

export function TagsView() {
  const t = useT();
  const client = useClient();
  const { data, error, refetch } = useCall('tags.list', { client: client.id });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className={css['view']}>
      <NewTag />
      {data.length === 0 ? (
        <div className={css['empty']}>
          <EmptyState title={t.tags.empty.title} centred>
            {t.tags.empty.text}
          </EmptyState>
        </div>
      ) : (
        <table className={css['table']} aria-label={t.tags.label}>
          <thead>
            <tr>
              <th scope="col">{t.tags.tag}</th>
              <th scope="col">{t.tags.kind}</th>
              <th scope="col" className={css['number']}>
                {t.tags.posts}
              </th>
              <th scope="col" className={css['number']}>
                {t.tags.cases}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t.journal.evidence.columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((tag) => (
              <Row key={tag.id} tag={tag} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function KindSelect({
  value,
  onChange,
  ...place
}: {
  readonly value: TagKind;
  readonly onChange: (kind: TagKind) => void;
} & (
  | { readonly label: string }
  | { readonly id: string; readonly labelledBy: string; readonly look: 'form' }
)) {
  const t = useT();
  return (
    <Select
      {...place}
      value={value}
      onChange={onChange}
      items={tagKinds.map((kind) => ({ value: kind, label: t.tags.kinds[kind] }))}
    />
  );
}

function NewTag() {
  const t = useT();
  const client = useClient();
  const create = useCommand('tags.create');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<TagKind>('topic');
  return (
    <form
      className={css['entry']}
      aria-label={t.tags.new}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '')
          create.mutate({ client: client.id, name, kind }, { onSuccess: () => setName('') });
      }}
    >
      <TextInput label={t.tags.name} value={name} onChange={setName} maxLength={60} />
      <Field label={t.tags.kind}>
        {({ id, labelId }) => (
          <KindSelect id={id} labelledBy={labelId} look="form" value={kind} onChange={setKind} />
        )}
      </Field>
      <Button kind="primary" size="large" submit busy={create.isPending} disabled={name.trim() === ''}>
        {t.common.add}
      </Button>
      {create.error && (
        <div className={css['entryError']}>
          <ErrorPanel error={create.error} inline />
        </div>
      )}
    </form>
  );
}

function Row({ tag }: { readonly tag: Tag }) {
  const t = useT();
  const place = usePlace();
  const update = useCommand('tags.update');
  const id = String(tag.id);
  const none = 0;
  return (
    <tr className={css['row']}>
      <th scope="row">{tagName(tag)}</th>
      <td>
        <KindSelect
          label={t.tags.kindOf(tag.name)}
          value={tag.kind}
          onChange={(kind) => update.mutate({ tag: tag.id, kind })}
        />
        {update.error && <ErrorPanel error={update.error} inline />}
      </td>
      <td className={css['number']}>
        {tag.items === 0 ? (
          <span className={css['grey']}>{none}</span>
        ) : (
          <Link href={place.href('content', { tag: id })} aria-label={t.tags.postsOf(tag.items, tag.name)}>
            {tag.items}
          </Link>
        )}
      </td>
      <td className={css['number']}>
        {tag.cases === 0 ? (
          <span className={css['grey']}>{none}</span>
        ) : (
          <Link href={place.href('journal', { tag: id })} aria-label={t.tags.casesOf(tag.cases, tag.name)}>
            {tag.cases}
          </Link>
        )}
      </td>
      <td className={css['end']}>
        <TagActions tag={tag} />
      </td>
    </tr>
  );
}
