/** Channels of a client that is not there yet: chips, and a line to add one. */
import { useState } from 'react';
import { useT } from '../../i18n/index.tsx';
import { networkKeys, networkName } from '../../i18n/networks.ts';
import { Combobox, IconButton } from '../../ui/index.ts';
import css from './Channels.module.css';

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
  onChange,
}: {
  readonly channels: readonly ChannelDraft[];
  readonly onChange: (channels: readonly ChannelDraft[]) => void;
}) {
  const t = useT();
  // Picking adds at once and leaves the list ready for the next one.
  const [round, setRound] = useState(0);
  return (
    <div className={css['drafts']}>
      {channels.length > 0 && (
        <ul className={css['lines']}>
          {channels.map((channel, i) => (
            <li key={`${channel.network} ${channel.name}`} className={css['line']}>
              <span className={css['network']}>{networkName(t, channel.network)}</span>
              <ChannelName
                name={channel.name}
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
      <div>
        <Combobox
          key={round}
          label={t.clients.addChannel}
          placeholder={t.clients.addChannel}
          value={null}
          onChange={(network) => {
            const name = freeName(
              networkName(t, network),
              channels.map((c) => c.name),
            );
            onChange([...channels, { network, name }]);
            setRound(round + 1);
          }}
          items={networkKeys.map((value) => ({ value, label: networkName(t, value) }))}
        />
      </div>
    </div>
  );
}

/** Renamed when the box is left, or Enter is pressed; an empty name is no name. */
export function ChannelName({
  name,
  onChange,
}: {
  readonly name: string;
  readonly onChange: (name: string) => void;
}) {
  const t = useT();
  const [text, setText] = useState(name);
  const [seen, setSeen] = useState(name);
  if (seen !== name) {
    setSeen(name);
    setText(name);
  }
  const save = (): void => {
    const next = text.trim();
    if (next === '') setText(name);
    else if (next !== name) onChange(next);
  };
  return (
    <input
      className={css['name']}
      aria-label={t.clients.channelName}
      value={text}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        save();
      }}
    />
  );
}
