/** The first channel of a client, made where its absence is in the way. */
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { networkKeys, networkName } from '../../i18n/networks.ts';
import { Button, EmptyState, ErrorPanel, Field, Select, TextInput } from '../../ui/index.ts';
import css from './cards.module.css';

const [usual = 'instagram'] = networkKeys;

export function NewChannel() {
  const t = useT();
  const client = useClient();
  const create = useCommand('channels.create');
  const [network, setNetwork] = useState<string>(usual);
  const [name, setName] = useState<string | null>(null);
  const words = t.figures.empty.channels;
  const shown = name ?? networkName(t, network);
  return (
    <EmptyState
      title={words.title}
      centred
      action={
        <form
          className={css['newChannel']}
          onSubmit={(event) => {
            event.preventDefault();
            if (shown.trim() !== '')
              create.mutate({ client: client.id, network, name: shown.trim(), handle: null });
          }}
        >
          <Field label={words.network}>
            {({ id, labelId }) => (
              <Select
                id={id}
                labelledBy={labelId}
                look="form"
                value={network}
                onChange={setNetwork}
                items={networkKeys.map((value) => ({ value: value as string, label: networkName(t, value) }))}
              />
            )}
          </Field>
          <TextInput label={words.name} value={shown} onChange={setName} maxLength={60} />
          {create.error && <ErrorPanel error={create.error} inline />}
          <div>
            <Button kind="primary" submit busy={create.isPending} disabled={shown.trim() === ''}>
              {words.make}
            </Button>
          </div>
        </form>
      }
    >
      {words.text}
    </EmptyState>
  );
}
