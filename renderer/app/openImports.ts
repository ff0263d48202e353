/**
 * Imports that are looked at and not yet made, one for each place files are dropped on: walking to another screen, or
 * reloading, loses none. The backend holds what is in them; here is only which they are.
 */
import { useSyncExternalStore } from 'react';

const key = (client: number | null): string => `pulsebook.import.${client ?? 'all'}`;
const listeners = new Set<() => void>();

/** The session that is open for a client, or (`null`) for files of several. */
export function openImport(client: number | null): string | null {
  return sessionStorage.getItem(key(client));
}

export function rememberImport(client: number | null, session: string): void {
  if (openImport(client) === session) return;
  sessionStorage.setItem(key(client), session);
  for (const listener of listeners) listener();
}

export function forgetImport(client: number | null): void {
  sessionStorage.removeItem(key(client));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useOpenImport(client: number | null): string | null {
  return useSyncExternalStore(subscribe, () => openImport(client));
}
