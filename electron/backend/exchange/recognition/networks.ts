/**
 * Networks: the places that figures belong to, and the words files use for them.
 */
import { fold } from './fold.ts';

export const networks = [
  'instagram',
  'facebook',
  'meta',
  'tiktok',
  'youtube',
  'linkedin',
  'x',
  'pinterest',
  'threads',
  'reddit',
  'discord',
  'slack',
  'discourse',
  'telegram',
  'whatsapp',
  'twitch',
  'web',
  'google-search',
  'google-business',
  'google-ads',
  'meta-ads',
  'linkedin-ads',
  'tiktok-ads',
  'pinterest-ads',
  'facebook-group',
  'mail',
  'shop',
  'support',
  'survey',
  'reviews',
  'events',
  'other',
] as const;
export type Network = (typeof networks)[number];

/** How each network is called in a sentence. */
export const networkNames: Readonly<Record<Network, string>> = {
  instagram: 'Instagram',
  facebook: 'Facebook',
  meta: 'Meta (Facebook and Instagram)',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  linkedin: 'LinkedIn',
  x: 'X',
  pinterest: 'Pinterest',
  threads: 'Threads',
  reddit: 'Reddit',
  discord: 'Discord',
  slack: 'Slack',
  discourse: 'Discourse',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  twitch: 'Twitch',
  web: 'Website',
  'google-search': 'Google Search',
  'google-business': 'Google Business Profile',
  'google-ads': 'Google Ads',
  'meta-ads': 'Meta Ads',
  'linkedin-ads': 'LinkedIn Ads',
  'tiktok-ads': 'TikTok Ads',
  'pinterest-ads': 'Pinterest Ads',
  'facebook-group': 'Facebook group',
  mail: 'E-mail',
  shop: 'Shop',
  support: 'Support',
  survey: 'Survey',
  reviews: 'Reviews',
  events: 'Events',
  other: 'Other',
};

/** Longer phrases first, so that "google ads" is not read as "google". */
const words: readonly (readonly [string, Network])[] = (
  [
    ['google business profile', 'google-business'],
    ['google business', 'google-business'],
    ['google my business', 'google-business'],
    ['google search console', 'google-search'],
    ['search console', 'google-search'],
    ['google search', 'google-search'],
    ['google ads', 'google-ads'],
    ['adwords', 'google-ads'],
    ['meta ads', 'meta-ads'],
    ['facebook ads', 'meta-ads'],
    ['ads manager', 'meta-ads'],
    ['linkedin ads', 'linkedin-ads'],
    ['tiktok ads', 'tiktok-ads'],
    ['pinterest ads', 'pinterest-ads'],
    ['google analytics', 'web'],
    ['instagram', 'instagram'],
    ['insta', 'instagram'],
    ['ig', 'instagram'],
    ['facebook', 'facebook'],
    ['fb', 'facebook'],
    ['meta', 'meta'],
    ['tiktok', 'tiktok'],
    ['tik tok', 'tiktok'],
    ['youtube', 'youtube'],
    ['yt', 'youtube'],
    ['linkedin', 'linkedin'],
    ['twitter', 'x'],
    ['x', 'x'],
    ['pinterest', 'pinterest'],
    ['threads', 'threads'],
    ['reddit', 'reddit'],
    ['discord', 'discord'],
    ['slack', 'slack'],
    ['discourse', 'discourse'],
    ['telegram', 'telegram'],
    ['whatsapp', 'whatsapp'],
    ['twitch', 'twitch'],
    ['website', 'web'],
    ['sitio web', 'web'],
    ['pagina web', 'web'],
    ['web', 'web'],
    ['blog', 'web'],
    ['ga4', 'web'],
    ['newsletter', 'mail'],
    ['mailchimp', 'mail'],
    ['klaviyo', 'mail'],
    ['email', 'mail'],
    ['e mail', 'mail'],
    ['zendesk', 'support'],
    ['intercom', 'support'],
    ['soporte', 'support'],
    ['support', 'support'],
    ['trustpilot', 'reviews'],
    ['shopify', 'shop'],
    ['woocommerce', 'shop'],
    ['tienda', 'shop'],
  ] as const
).map(([word, network]) => [fold(word), network] as const);

/** The networks that a text names, in the order of the table; "x" only when it is the whole text. */
export function networksIn(text: string): Network[] {
  const folded = fold(text);
  if (folded === '') return [];
  const padded = ` ${folded} `;
  const found: Network[] = [];
  for (const [word, network] of words) {
    if (word === 'x' ? folded === 'x' : padded.includes(` ${word} `)) {
      if (
        !found.includes(network) &&
        !found.some((n) => n === `${network}-ads` || (n.startsWith('google') && network.startsWith('google')))
      )
        found.push(network);
    }
  }
  return found.length > 1 && found.includes('meta') ? found.filter((n) => n !== 'meta') : found;
}

/** The one network that a text names, if it names exactly one. */
export function networkIn(text: string): Network | undefined {
  const found = networksIn(text);
  return found.length === 1 ? found[0] : undefined;
}

function isNetwork(text: string): text is Network {
  return (networks as readonly string[]).includes(text);
}

export function networkName(network: string): string {
  return isNetwork(network) ? networkNames[network] : network;
}

/** Whether a channel's name says more than its network: "Instagram ES", "Tienda Centro", but not "Instagram". */
export function namesMore(text: string): boolean {
  const padded = ` ${fold(text)} `;
  let rest = padded;
  for (const [word] of words) rest = rest.replaceAll(` ${word} `, '  ');
  return rest.replaceAll(/ (?:page|busines|company|profile|pagina|empresa|perfil) /g, ' ').trim() !== '';
}
