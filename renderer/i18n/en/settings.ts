/** Words of the settings. */
export const settings = {
  title: 'Settings',
  look: {
    title: 'Language and theme',
    language: 'Language of the app',
    languageHint: 'Reports follow each client’s own language.',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  reports: {
    title: 'Reports',
    preparedBy: 'Prepared by',
    preparedByHint: 'Printed on covers: your name, or that of your studio.',
  },
  backup: {
    title: 'Backup',
    text: 'A copy of everything is kept beside your figures, each day that something changed.',
    last: (when: string) => `Last one: ${when}`,
    never: 'None yet',
    now: 'Back up now',
    done: (size: string) => `Backed up, ${size}`,
  },
  archived: {
    title: 'Archived clients',
    none: 'None',
    since: (date: string) => `since ${date}`,
    restore: 'Restore',
    restored: (name: string) => `${name} is back`,
  },
  saved: 'Saved',
  version: (v: string) => `Pulsebook ${v}`,
};
