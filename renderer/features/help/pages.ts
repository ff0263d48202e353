/** Which help pages there are, in reading order, and which one explains a screen. Pure. */
export const helpPages = [
  'start',
  'import',
  'figures',
  'targets',
  'compare',
  'signals',
  'vanity',
  'reports',
  'deliver',
  'returned',
  'backups',
  'data',
  'keys',
  'glossary',
] as const;
export type HelpPageName = (typeof helpPages)[number];

export function isHelpPage(name: string | null): name is HelpPageName {
  return name !== null && (helpPages as readonly string[]).includes(name);
}

const bySection: Readonly<Record<string, HelpPageName>> = {
  dashboard: 'compare',
  scorecard: 'targets',
  explorer: 'signals',
  content: 'compare',
  advice: 'signals',
  figures: 'figures',
  journal: 'figures',
  kpis: 'targets',
  imports: 'import',
  reports: 'reports',
  returned: 'returned',
  setup: 'start',
};

/** The page for the screen at an address. */
export function pageFor(path: string): HelpPageName {
  const section = /^\/c\/\d+\/([a-z]+)/.exec(path)?.[1];
  if (section !== undefined) return bySection[section] ?? 'start';
  if (path.startsWith('/imports')) return 'import';
  if (path.startsWith('/returned')) return 'returned';
  if (path.startsWith('/deliver')) return 'deliver';
  if (path === '/settings/privacy' || path === '/settings/about') return 'data';
  if (path === '/settings') return 'keys';
  if (path.startsWith('/settings')) return 'backups';
  return 'start';
}
