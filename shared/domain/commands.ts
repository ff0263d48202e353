/**
 * What can be done from anywhere, and with which keys. The one list behind key handlers, hints, the help sheet and the
 * desktop's menu, so that none of them can say something else.
 *
 * `Mod` is Ctrl, or Cmd on a Mac. `keys` always work; `single` are keys without Ctrl (one, or one after the other), which
 * can be switched off and never work while something is typed (WCAG 2.1.4). `desktop` works in the desktop window alone,
 * where no browser has a use for it.
 */
export interface CommandKeys {
  readonly keys?: readonly string[];
  readonly single?: string;
  readonly desktop?: string;
}

export const commandIds = [
  'search',
  'help',
  'shortcuts',
  'import',
  'previousPeriod',
  'nextPeriod',
  'previousClient',
  'nextClient',
  'back',
  'forward',
  'toasts',
  'settings',
  'backup',
  'newClient',
  'goPortfolio',
  'goDue',
  'goDeliver',
  'goDashboard',
  'goScorecard',
  'goExplorer',
  'goContent',
  'goAdvice',
  'goFigures',
  'goJournal',
  'goKpis',
  'goImports',
  'goReports',
  'goSetup',
] as const;
export type CommandId = (typeof commandIds)[number];

export const commandKeys: Readonly<Record<CommandId, CommandKeys>> = {
  search: { keys: ['Mod+K'] },
  help: { keys: ['F1'] },
  shortcuts: { single: '?' },
  import: { keys: ['Mod+I'] },
  previousPeriod: { single: '[' },
  nextPeriod: { single: ']' },
  previousClient: { single: 'G [' },
  nextClient: { single: 'G ]' },
  back: { keys: ['Alt+ArrowLeft'] },
  forward: { keys: ['Alt+ArrowRight'] },
  toasts: { keys: ['F6'] },
  settings: { single: 'G ,', desktop: 'Mod+,' },
  backup: {},
  newClient: { single: 'G N' },
  goPortfolio: { single: 'G P' },
  goDue: { single: 'G T' },
  goDeliver: { single: 'G L' },
  goDashboard: { single: 'G D', desktop: 'Mod+1' },
  goScorecard: { single: 'G S', desktop: 'Mod+2' },
  goExplorer: { single: 'G E', desktop: 'Mod+3' },
  goContent: { single: 'G C', desktop: 'Mod+4' },
  goAdvice: { single: 'G A', desktop: 'Mod+5' },
  goFigures: { single: 'G F', desktop: 'Mod+6' },
  goJournal: { single: 'G J', desktop: 'Mod+7' },
  goKpis: { single: 'G K', desktop: 'Mod+8' },
  goImports: { single: 'G I', desktop: 'Mod+9' },
  goReports: { single: 'G R' },
  goSetup: { single: 'G U' },
};

export function isCommandId(id: string): id is CommandId {
  return (commandIds as readonly string[]).includes(id);
}
