/** Opening the command palette from anywhere, and how shortcuts are written on this machine. */
import { createContext } from 'react';

/** Shows every key there is. */
export const ShortcutsContext = createContext<() => void>(() => undefined);

export const PaletteContext = createContext<(open: boolean) => void>(() => undefined);

const mac = /mac/i.test(navigator.userAgent);

/** `Ctrl K`, or the Mac's own signs. */
export function shortcut(key: string, modifiers: 'ctrl' | 'ctrlShift' = 'ctrl'): string {
  if (mac) return modifiers === 'ctrl' ? `\u2318${key}` : `\u21e7\u2318${key}`;
  return modifiers === 'ctrl' ? `Ctrl ${key}` : `Ctrl Shift ${key}`;
}

/** True for the platform's command modifier. */
export function commandKey(event: { readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean {
  return mac ? event.metaKey : event.ctrlKey;
}
