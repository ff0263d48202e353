/** What can be done to one tag: a new name, finding its posts, taking it off everything. */
import { useState } from 'react';
import type { Tag } from '../../../shared/contract/api/tags.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, IconButton, TextInput, useToast } from '../../ui/index.ts';
import { Menu } from '../../ui/Menu.tsx';
import { tagName } from './tagName.ts';

export function TagActions({ tag }: { readonly tag: Tag }) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const find = useCommand('tags.find');
  const remove = useCommand('tags.remove');
  const [renaming, setRenaming] = useState(false);
  const takeOff = (items: readonly number[]) => (): void =>
    void callOnce('tags.put', { tag: tag.id, on: false, items: [...items], cases: [] });
  const error = find.error ?? remove.error;
  return (
    <>
      {error && <ErrorPanel error={error} inline />}
      <Menu
        align="end"
        trigger={<IconButton icon="more" label={t.tags.menu(tag.name)} />}
        groups={[
          [
            { id: 'rename', label: t.tags.rename, icon: 'pencil', onSelect: () => setRenaming(true) },
            {
              id: 'find',
              label: t.tags.find,
              icon: 'search',
              onSelect: () =>
                find.mutate(
                  { tag: tag.id },
                  {
                    onSuccess: ({ items }) =>
                      toast({
                        text: t.tags.found(items.length),
                        ...(items.length > 0 && { undo: takeOff(items) }),
                      }),
                  },
                ),
            },
          ],
          [
            {
              id: 'remove',
              label: t.tags.remove,
              icon: 'trash',
              danger: true,
              onSelect: () =>
                remove.mutate(
                  { tag: tag.id },
                  {
                    onSuccess: (bore) =>
                      toast({
                        text: t.tags.removed(tagName(tag)),
                        undo: () => void putBack(client.id, tag, bore),
                      }),
                  },
                ),
            },
          ],
        ]}
      />
      {renaming && <Rename tag={tag} onClose={() => setRenaming(false)} />}
    </>
  );
}

async function putBack(
  client: number,
  tag: Tag,
  bore: { readonly items: readonly number[]; readonly cases: readonly number[] },
): Promise<void> {
  const made = await callOnce('tags.create', { client, name: tag.name, kind: tag.kind });
  await callOnce('tags.put', { tag: made.id, on: true, items: [...bore.items], cases: [...bore.cases] });
}

const formId = 'tag-form';

function Rename({ tag, onClose }: { readonly tag: Tag; readonly onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const update = useCommand('tags.update');
  const [name, setName] = useState(tag.name);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t.tags.rename}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" submit form={formId} disabled={name.trim() === ''} busy={update.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate(
            { tag: tag.id, name },
            {
              onSuccess: () => {
                onClose();
                toast({
                  text: t.tags.renamed(tag.name, name.trim()),
                  undo: () => void callOnce('tags.update', { tag: tag.id, name: tag.name }),
                });
              },
            },
          );
        }}
      >
        {update.error && <ErrorPanel error={update.error} inline />}
        <TextInput label={t.tags.name} value={name} onChange={setName} maxLength={60} />
      </form>
    </Dialog>
  );
}
