/** Addresses of the screens of a client. Pure. */
export const screens = [
  'dashboard',
  'scorecard',
  'explorer',
  'content',
  'advice',
  'figures',
  'journal',
  'kpis',
  'imports',
  'reports',
  'setup',
] as const;
export type ScreenName = (typeof screens)[number];

type Search = Readonly<Record<string, string | undefined>>;

/** The address of a screen of a client. Empty values are left out. */
export function clientHref(
  client: number,
  screen: ScreenName | `${ScreenName}/${string}`,
  search: Search = {},
): string {
  return `/c/${client}/${screen}${question(search)}`;
}

/** Imports of a client, or (`null`) of several at once; `part` is the screen below it. */
export function importsHref(client: number | null, part: '' | 'map' = '', search: Search = {}): string {
  const path = part === '' ? 'imports' : `imports/${part}`;
  return `${client === null ? '' : `/c/${client}`}/${path}${question(search)}`;
}

/** How one table of a dropped file is read, to be changed. */
export function mappingHref(client: number | null, session: string, file: number, table: string): string {
  return importsHref(client, 'map', { session, file: String(file), table });
}

/** A workbook that came back, or (`client` `null`) one of which nobody knows whose it is. */
export function returnedHref(client: number | null, session: string, search: Search = {}): string {
  return `${client === null ? '' : `/c/${client}`}/returned/${encodeURIComponent(session)}${question(search)}`;
}

function question(search: Search): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== '') params.set(key, value);
  const text = params.toString().replaceAll('%3A', ':');
  return text && `?${text}`;
}
