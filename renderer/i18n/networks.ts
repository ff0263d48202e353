/** Names of networks and places. A key nobody knows is shown as it is. */
import type { Catalogue } from './en/index.ts';

export type NetworkKey = keyof Catalogue['common']['networks'];

/** In the order a list offers them. */
export const networkKeys: readonly NetworkKey[] = [
  'instagram',
  'facebook',
  'facebook-group',
  'tiktok',
  'youtube',
  'linkedin',
  'x',
  'threads',
  'pinterest',
  'reddit',
  'twitch',
  'discord',
  'slack',
  'discourse',
  'telegram',
  'whatsapp',
  'web',
  'google-search',
  'google-business',
  'google-ads',
  'meta-ads',
  'linkedin-ads',
  'tiktok-ads',
  'pinterest-ads',
  'shop',
  'mail',
  'survey',
  'reviews',
  'support',
  'events',
  'meta',
  'other',
];

export function networkName(t: Catalogue, key: string): string {
  const names: Readonly<Record<string, string>> = t.common.networks;
  return names[key] ?? key;
}
