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

/** The address of a screen of a client. Empty values are left out. */
export function clientHref(
  client: number,
  screen: ScreenName | `${ScreenName}/${string}`,
  search: Readonly<Record<string, string | undefined>> = {},
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== '') params.set(key, value);
  const text = params.toString().replaceAll('%3A', ':');
  return `/c/${client}/${screen}${text && `?${text}`}`;
}
