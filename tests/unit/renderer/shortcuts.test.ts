/** Keys: what is written is what is pressed, no two mean the same, and none takes a key that is needed for typing. */
import { expect, test } from 'vitest';
import { commandIds, commandKeys } from '../../../shared/domain/commands.ts';
import { isChord, keysOf, shownKeys } from '../../../renderer/app/shortcuts/keys.ts';
import type { PressedKey } from '../../../renderer/app/shortcuts/keys.ts';
import { es } from '../../../renderer/i18n/es/index.ts';

const press = (key: string, ...held: readonly ('ctrl' | 'shift' | 'alt' | 'AltGraph')[]): PressedKey => ({
  key,
  ctrlKey: held.includes('ctrl') || held.includes('AltGraph'),
  altKey: held.includes('alt') || held.includes('AltGraph'),
  shiftKey: held.includes('shift'),
  metaKey: false,
  getModifierState: (name) => name === 'AltGraph' && held.includes('AltGraph'),
});

test('no two commands have the same keys', () => {
  const all = commandIds.flatMap((id) => {
    const { keys = [], single, desktop } = commandKeys[id];
    return [...keys, ...(single === undefined ? [] : [single]), ...(desktop === undefined ? [] : [desktop])];
  });
  expect(new Set(all).size).toBe(all.length);
  // One sign alone never begins a sequence.
  const first = new Set(all.filter((keys) => keys.includes(' ')).map((keys) => keys.split(' ')[0]));
  expect(all.filter((keys) => first.has(keys))).toEqual([]);
});

test('a chord is its key with exactly its modifiers', () => {
  expect(isChord(press('k', 'ctrl'), 'Mod+K')).toBe(true);
  expect(isChord(press('K', 'ctrl', 'shift'), 'Mod+K')).toBe(false);
  expect(isChord(press('k'), 'Mod+K')).toBe(false);
  expect(isChord(press('ArrowLeft', 'alt'), 'Alt+ArrowLeft')).toBe(true);
  expect(isChord(press('ArrowLeft'), 'Alt+ArrowLeft')).toBe(false);
  expect(isChord(press('g', 'ctrl'), 'G')).toBe(false);
});

test('signs count as typed: with Shift on one keyboard, with AltGr on another', () => {
  expect(isChord(press('?', 'shift'), '?')).toBe(true);
  expect(isChord(press('['), '[')).toBe(true);
  expect(isChord(press('[', 'AltGraph'), '[')).toBe(true);
  expect(isChord(press('[', 'ctrl'), '[')).toBe(false);
});

test('keys are drawn as they stand on the keyboard of the language', () => {
  expect(keysOf('G D')).toEqual(['G', 'D']);
  expect(keysOf('Mod+Home', es.common.keys)).toEqual(['Ctrl Inicio']);
  expect(keysOf('Shift+F2', es.common.keys)).toEqual(['Mayús F2']);
});

test('a single key is not shown while such keys are switched off', () => {
  expect(shownKeys('goScorecard', true)).toBe('G S');
  expect(shownKeys('goScorecard', false)).toBeUndefined();
  expect(shownKeys('search', false)).toBe('Ctrl K');
});
