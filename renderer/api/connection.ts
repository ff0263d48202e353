/**
 * Whether this window can talk to Pulsebook. `no-session` and `unreachable` last until Pulsebook is opened again from
 * where it was started, or, for `unreachable`, until a call gets through after all.
 */
export type ConnectionState = 'connecting' | 'open' | 'no-session' | 'unreachable';

/** In the form `useSyncExternalStore` takes. */
export interface Connection {
  readonly get: () => ConnectionState;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createConnection(first: ConnectionState): {
  readonly connection: Connection;
  readonly set: (state: ConnectionState) => void;
} {
  const listeners = new Set<() => void>();
  let now = first;
  return {
    connection: {
      get: () => now,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    set: (state) => {
      if (state === now) return;
      now = state;
      for (const listener of listeners) listener();
    },
  };
}
