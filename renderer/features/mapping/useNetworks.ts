/** Networks and places a sheet's figures may be of, those the client has a channel on first. */
import { useCall } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { networkKeys, networkName } from '../../i18n/networks.ts';
import type { ComboboxItem } from '../../ui/Combobox.tsx';

export function useNetworks(owner: number | null): readonly ComboboxItem[] {
  const t = useT();
  const channels = useCall('channels.list', owner === null ? null : { client: owner }).data ?? [];
  const own = [...new Set(channels.map((channel) => channel.network))];
  const others = networkKeys.filter((key) => !own.includes(key));
  return [
    ...own.map((key) => ({
      value: key,
      label: networkName(t, key),
      hint: t.mapping.column.yourChannel,
      words: channels
        .filter((channel) => channel.network === key)
        .map((channel) => channel.name)
        .join(' '),
    })),
    ...others.map((key) => ({ value: key, label: networkName(t, key) })),
  ];
}
