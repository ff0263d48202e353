/**
 * What can be done on the screen at hand: screens say it with `useCommands`, the palette lists it first and the keys named
 * here work while the screen is there.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { IconName } from '../../ui/Icon.tsx';

export interface ScreenCommand {
  /** Tells it from the others of its screen. */
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Other words it is found by. */
  readonly words?: string;
  /** `Mod+Z`, or a single key: see shared/domain/commands.ts for the notation. */
  readonly keys?: string;
  readonly run: () => void;
}

let commands: readonly ScreenCommand[] = [];
const listeners = new Set<() => void>();

function put(next: readonly ScreenCommand[]): void {
  commands = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Offers commands while the component is there. `list` may be made anew at each drawing; it is told on when what can be
 * read of it changes, and the newest `run` is the one that runs.
 */
export function useCommands(list: readonly ScreenCommand[]): void {
  const newest = useRef(list);
  useEffect(() => {
    newest.current = list;
  });
  const read = JSON.stringify(list.map(({ id, label, icon, words, keys }) => [id, label, icon, words, keys]));
  useEffect(() => {
    // What can be read of the list, and with it the list, is another one.
    if (read === '[]') return undefined;
    const mine = newest.current.map((command) => ({
      ...command,
      run: () => newest.current.find(({ id }) => id === command.id)?.run(),
    }));
    put([...commands, ...mine]);
    return () => put(commands.filter((command) => !mine.includes(command)));
  }, [read]);
}

/** Those of everything on screen. */
export function useScreenCommands(): readonly ScreenCommand[] {
  return useSyncExternalStore(subscribe, () => commands);
}
