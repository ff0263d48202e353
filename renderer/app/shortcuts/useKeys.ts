/**
 * The one listener for keys that work everywhere. Sequences (`G` then `D`) wait a second for their second key. What a
 * screen has understood itself (`defaultPrevented`) is left alone.
 */
import { useEffect, useRef } from 'react';
import { isChord } from './keys.ts';

export interface Binding {
  readonly shortcut: string;
  /** Only where letters are not taken by what has the focus, and only while such keys are switched on. */
  readonly single: boolean;
  readonly run: () => void;
}

const WAIT = 1000;

export function useKeys(bindings: readonly Binding[], singleKeys: boolean): void {
  const now = useRef({ bindings, singleKeys });
  useEffect(() => {
    now.current = { bindings, singleKeys };
  });
  useEffect(() => {
    let first: { readonly key: string; readonly until: number } | null = null;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const { bindings: all, singleKeys: on } = now.current;
      const free = on && !takesLetters(event.target);
      const started = first !== null && event.timeStamp < first.until ? first.key : null;
      // A modifier on its own way to a sign neither completes nor breaks a sequence.
      if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return;
      first = null;
      const found = all.find(({ shortcut, single }) => {
        if (single && !free) return false;
        const [one = '', two] = shortcut.split(' ');
        if (two === undefined) return started === null && isChord(event, one);
        return started !== null && started.toLowerCase() === one.toLowerCase() && isChord(event, two);
      });
      if (found !== undefined) {
        event.preventDefault();
        found.run();
        return;
      }
      const begins = all.some(
        ({ shortcut, single }) =>
          single && shortcut.includes(' ') && isChord(event, shortcut.split(' ')[0] ?? ''),
      );
      if (free && begins) first = { key: event.key, until: event.timeStamp + WAIT };
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Where keys without Ctrl belong to what has the focus: a text being typed, a grid, a list that finds by letter. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable=true], [role=grid], [role=treegrid], [role=menu], [role=listbox], [role=combobox], [aria-modal=true], [role=dialog]',
    ) !== null
  );
}
