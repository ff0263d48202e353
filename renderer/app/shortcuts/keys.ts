/**
 * Keys as they are written and as they are pressed. Notation: `Mod+Shift+K`, `Alt+ArrowLeft`, `F1`, a single sign, or two
 * pressed one after the other (`G D`). Pure but for the platform.
 */
import { commandKeys } from '../../../shared/domain/commands.ts';
import type { CommandId } from '../../../shared/domain/commands.ts';

const mac = /mac/i.test(navigator.userAgent);

const drawn: Readonly<Record<string, string>> = {
  Mod: mac ? '\u2318' : 'Ctrl',
  Alt: mac ? '\u2325' : 'Alt',
  ArrowLeft: '\u2190',
  ArrowRight: '\u2192',
  ArrowUp: '\u2191',
  ArrowDown: '\u2193',
  ...(mac && { Shift: '\u21e7' }),
};

/** Names of keys as they stand on the keyboards of a language (`t.common.keys`). */
export type KeyNames = Readonly<Record<string, string>>;

/** One chord as a person reads it: `Ctrl K`, `⌘K`. */
export function chordText(chord: string, names: KeyNames = {}): string {
  return chord
    .split('+')
    .map((part) => drawn[part] ?? names[part] ?? part)
    .join(mac ? '' : ' ');
}

/** A shortcut as keys to draw: of a sequence one after the other. */
export function keysOf(shortcut: string, names: KeyNames = {}): readonly string[] {
  return shortcut.split(' ').map((chord) => chordText(chord, names));
}

/** The shortcut of a command that is shown beside it; `undefined`: none that works now. */
export function shownKeys(id: CommandId, singleKeys: boolean): string | undefined {
  const { keys, single } = commandKeys[id];
  const shown = keys?.[0] ?? (singleKeys ? single : undefined);
  return shown === undefined ? undefined : keysOf(shown).join(' ');
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState?(name: string): boolean;
}

/** Whether this is the chord. Signs such as `?` and `[` count as typed, whatever the keyboard needs for them. */
export function isChord(event: PressedKey, chord: string): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  // AltGr reads as Ctrl and Alt together; on a Spanish keyboard that is how a bracket is typed.
  const altGr = event.getModifierState?.('AltGraph') === true;
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  if (parts.length === 1 && altGr) return true;
  const sign = parts.length === 1 && key.length === 1 && !/\p{L}/u.test(key);
  return (
    mod === wants('Mod') &&
    !other &&
    event.altKey === wants('Alt') &&
    (sign || event.shiftKey === wants('Shift'))
  );
}
