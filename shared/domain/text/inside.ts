/**
 * Names in the middle of a sentence: lower case unless they are names of their own, and joined with the right "and".
 *
 * Rule: what a person wrote is never changed but for its first letter, and that only where nothing says that it is a name
 * (`TikTok reach`, `Net Promoter Score`, `KPI` and `«Me gusta»` stay).
 */
import type { Language } from '../kpi.ts';

/** Words that keep their capital; in English also what comes of places, peoples and the calendar. */
const names: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    (
      'Instagram Facebook Meta Threads Pinterest Discord Twitch Reddit Telegram Google Mastodon Bluesky Snapchat Twitter ' +
      'Amazon Spotify Slack Tripadvisor Trustpilot Booking Shopify Mailchimp Brevo Bing Microsoft Apple Android Yelp Etsy ' +
      'English Spanish French German Italian Portuguese European American British Christmas Easter Friday Monday January ' +
      'February March April May June July August September October November December'
    ).split(' '),
  ),
  es: new Set(
    (
      'Instagram Facebook Meta Threads Pinterest Discord Twitch Reddit Telegram Google Mastodon Bluesky Snapchat Twitter ' +
      'Amazon Spotify Slack Tripadvisor Trustpilot Booking Shopify Mailchimp Brevo Bing Microsoft Apple Android Yelp Etsy ' +
      'Navidad'
    ).split(' '),
  ),
};

/** Lower case at the start, unless the word is an abbreviation, quoted, or a name. */
export function lowered(text: string, language: Language): string {
  if (!/^\p{Lu}\p{Ll}/u.test(text)) return text;
  const [first = '', second = ''] = text.split(/[\s,:/–-]+/u, 2);
  const own = /\p{Lu}/u.test(first.slice(1)) || /^\p{Lu}\p{Ll}/u.test(second) || names[language].has(first);
  return own ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** "y" becomes "e" before an i sound: altas e interacciones, but altas y hielo. */
export function andBefore(word: string, language: Language): string {
  if (language === 'en') return 'and';
  return /^[«"“¡¿(]*h?[ií](?![aeo])/i.test(word) ? 'e' : 'y';
}

/** `a, b and c`. Where the parts have commas of their own, semicolons part more than two of them. */
export function listed(parts: readonly string[], language: Language, long = false): string {
  const [only = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length <= 1) return only;
  const head = parts.slice(0, -1);
  const and = andBefore(last, language);
  if (!long) return `${head.join(', ')} ${and} ${last}`;
  return parts.length === 2 ? `${only}, ${and} ${last}` : `${head.join('; ')}; ${and} ${last}`;
}
