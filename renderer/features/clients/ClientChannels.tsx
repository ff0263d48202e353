/** The channels a client has: renamed in place, ended by a date, added from the list of networks. */
import { useState } from 'react';
import type { Channel } from '../../../shared/contract/api/clients.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { networkKeys, networkName } from '../../i18n/networks.ts';
import { Combobox, cx, DateInput, ErrorPanel, IconButton, Popover, TextInput } from '../../ui/index.ts';
import { Accounts } from './Accounts.tsx';
import { freeName } from './ChannelDrafts.tsx';
import css from './Channels.module.css';
import { InPlace } from './InPlace.tsx';

export function ClientChannels({ client }: { readonly client: number }) {
  const t = useT();
  const channels = useCall('channels.list', { client });
  const create = useCommand('channels.create');
  const [round, setRound] = useState(0);
  const list = channels.data ?? [];
  const error = channels.error ?? create.error;
  return (
    <div className={css['drafts']}>
      {error && <ErrorPanel error={error} inline />}
      {channels.data && list.length === 0 && <p className={css['none']}>{t.clients.noChannels}</p>}
      {list.length > 0 && (
        <ul className={css['lines']}>
          {list.map((channel) => (
            <ChannelLine key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      <div>
        <Combobox
          key={round}
          label={t.clients.addChannel}
          placeholder={t.clients.addChannel}
          value={null}
          onChange={(network) => {
            const name = freeName(
              networkName(t, network),
              list.map((c) => c.name),
            );
            create.mutate({ client, network, name, handle: null });
            setRound(round + 1);
          }}
          items={networkKeys.map((value) => ({ value, label: networkName(t, value) }))}
        />
      </div>
    </div>
  );
}

function ChannelLine({ channel }: { readonly channel: Channel }) {
  const t = useT();
  const format = useFormat();
  const update = useCommand('channels.update');
  return (
    <li>
      <div className={cx(css['line'], channel.activeTo !== null && css['ended'])}>
        <span className={css['network']}>{networkName(t, channel.network)}</span>
        <InPlace
          label={t.clients.channelName}
          value={channel.name}
          onChange={(name) => update.mutate({ channel: channel.id, name })}
        />
        {channel.handle !== null && <span className={css['handleText']}>{channel.handle}</span>}
        {channel.activeTo !== null && (
          <span className={css['endedText']}>{t.clients.over(format.date(channel.activeTo, 'medium'))}</span>
        )}
        <span className={css['count']}>
          {t.clients.figures(format.number(channel.figures), channel.figures)}
        </span>
        <Popover
          label={channel.name}
          align="end"
          trigger={<IconButton icon="more" label={t.clients.channelDetails(channel.name)} />}
        >
          <ChannelDetails
            channel={channel}
            onSave={(change) => update.mutate({ channel: channel.id, ...change })}
          />
        </Popover>
      </div>
      {update.error && <ErrorPanel error={update.error} inline />}
    </li>
  );
}

interface Details {
  readonly handle?: string | null;
  readonly activeFrom?: string | null;
  readonly activeTo?: string | null;
}

function ChannelDetails({
  channel,
  onSave,
}: {
  readonly channel: Channel;
  readonly onSave: (change: Details) => void;
}) {
  const t = useT();
  const [handle, setHandle] = useState(channel.handle ?? '');
  return (
    <div className={css['dates']}>
      <TextInput
        label={t.clients.handle}
        value={handle}
        maxLength={120}
        onChange={setHandle}
        onBlur={() => handle.trim() !== (channel.handle ?? '') && onSave({ handle: handle.trim() || null })}
      />
      <DateInput
        label={t.clients.activeFrom}
        value={channel.activeFrom ?? ''}
        onChange={(day) => onSave({ activeFrom: day || null })}
      />
      <DateInput
        label={t.clients.activeTo}
        value={channel.activeTo ?? ''}
        onChange={(day) => onSave({ activeTo: day || null })}
      />
      <Accounts client={channel.client} channel={channel.id} />
    </div>
  );
}
