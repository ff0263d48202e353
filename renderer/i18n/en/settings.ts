/** Words of the settings. */
export const settings = {
  title: 'Settings',
  rooms: {
    label: 'Rooms of the settings',
    general: 'General',
    backups: 'Backups',
    privacy: 'Privacy and your data',
    about: 'About Pulsebook',
  },
  /** What else the rooms are found by in the search. */
  roomWords: {
    general: 'preferences options',
    backups: 'restore recover undo lost figures save copy disk another machine',
    privacy: 'data folder stored storage telemetry network log delete remove uninstall move',
    about: 'version licences open source',
  },
  look: {
    title: 'Language and look',
    language: 'Language of the app',
    languageHint: 'Reports follow each client’s own language.',
    theme: 'Theme',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
    density: 'Rows',
    compact: 'Compact',
    comfortable: 'Comfortable',
    motion: 'Motion follows the setting of your system: with reduced motion nothing moves.',
  },
  keys: {
    title: 'Keyboard',
    text: 'Ctrl K, or ⌘K on a Mac, always works.',
    single: 'Shortcuts of a single key, such as G then D',
  },
  reports: {
    title: 'Reports',
    preparedBy: 'Prepared by',
    preparedByHint: 'Printed on covers: your name, or that of your studio.',
  },
  archived: {
    title: 'Archived clients',
    none: 'None',
    since: (date: string) => `since ${date}`,
    restore: 'Bring back',
    restored: (name: string) => `${name} is back`,
  },
  saved: 'Saved',
};
