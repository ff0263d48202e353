/** Channels of a client that is not there yet: chips, and a line to add one. */
import { useState } from 'react';
import { useT } from '../../i18n/index.tsx';
import { networkKeys, networkName } from '../../i18n/networks.ts';
import { Button, Combobox, IconButton } from '../../ui/index.ts';
import css from './Channels.module.css';
import { InPlace } from './InPlace.tsx';

export interface ChannelDraft {
  readonly network: string;
  readonly name: string;
}

/** A name no other channel has: `Instagram`, `Instagram 2`. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let n = 2;
  while (taken.includes(`${name} ${n}`)) n += 1;
  return `${name} ${n}`;
}

export function ChannelDrafts({
  channels,
  usual,
  onChange,
}: {
  readonly channels: readonly ChannelDraft[];
  /** Networks such a client is usually on: offered one click away. */
  readonly usual: readonly string[];
  readonly onChange: (channels: readonly ChannelDraft[]) => void;
}) {
  const t = useT();
  // Picking adds at once and leaves the list ready for the next one.
  const [round, setRound] = useState(0);
  const add = (network: string): void => {
    const name = freeName(
      networkName(t, network),
      channels.map((c) => c.name),
    );
    onChange([...channels, { network, name }]);
  };
  return (
    <div className={css['drafts']}>
      {channels.length > 0 && (
        <ul className={css['lines']}>
          {channels.map((channel, i) => (
            <li key={`${channel.network} ${channel.name}`} className={css['line']}>
              <span className={css['network']}>{networkName(t, channel.network)}</span>
              <InPlace
                label={t.clients.channelName}
                value={channel.name}
                onChange={(name) =>
                  onChange(
                    channels.map((one, at) =>
                      at === i
                        ? {
                            ...one,
                            name: freeName(
                              name,
                              channels.filter((_, other) => other !== i).map((c) => c.name),
                            ),
                          }
                        : one,
                    ),
                  )
                }
              />
              <IconButton
                icon="close"
                label={t.clients.removeChannel(channel.name)}
                onClick={() => onChange(channels.filter((_, at) => at !== i))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={css['offers']}>
        {usual
          .filter((network) => !channels.some((channel) => channel.network === network))
          .map((network) => (
            <Button key={network} size="small" icon="plus" onClick={() => add(network)}>
              {networkName(t, network)}
            </Button>
          ))}
        <Combobox
          key={round}
          label={t.clients.addChannel}
          placeholder={t.clients.addChannel}
          value={null}
          onChange={(network) => {
            add(network);
            setRound(round + 1);
          }}
          items={networkKeys.map((value) => ({ value, label: networkName(t, value) }))}
        />
      </div>
    </div>
  );
}
