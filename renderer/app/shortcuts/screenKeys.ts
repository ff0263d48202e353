/**
 * Keys that screens understand themselves, for the help sheet. A screen that learns a key adds a line here, and its words
 * to `app.shortcuts.keys`. Alternatives are in the notation of shared/domain/commands.ts.
 */
import type { Catalogue } from '../../i18n/en/index.ts';

type Words = Catalogue['app']['shortcuts'];

export interface ScreenKeys {
  readonly screen: keyof Words['screens'];
  readonly keys: readonly (readonly [label: keyof Words['keys'], ...shortcuts: string[]])[];
}

export const screenKeys: readonly ScreenKeys[] = [
  {
    screen: 'grid',
    keys: [
      ['move', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
      ['edge', 'Mod+ArrowRight'],
      ['row', 'Home', 'End'],
      ['corner', 'Mod+Home', 'Mod+End'],
      ['page', 'PageUp', 'PageDown'],
      ['select', 'Shift+ArrowRight'],
      ['all', 'Mod+A'],
      ['edit', 'Enter', 'F2'],
      ['type', '0…9'],
      ['confirm', 'Enter', 'Tab'],
      ['cancel', 'Escape'],
      ['clear', 'Delete'],
      ['na', 'N'],
      ['note', 'Shift+F2'],
      ['origin', 'Alt+ArrowDown'],
      ['fillDown', 'Mod+D', 'Mod+R'],
      ['copy', 'Mod+C', 'Mod+V'],
      ['undo', 'Mod+Z', 'Mod+Shift+Z'],
    ],
  },
  {
    screen: 'tables',
    keys: [
      ['made', 'Enter'],
      ['neighbour', 'ArrowLeft', 'ArrowRight'],
    ],
  },
  {
    screen: 'forms',
    keys: [
      ['next', 'Tab', 'Shift+Tab'],
      ['submit', 'Enter'],
      ['save', 'Mod+Enter'],
      ['close', 'Escape'],
    ],
  },
];
