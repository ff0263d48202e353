/**
 * The cache. Data is local: an answer is fresh until the backend says that something changed, a failure is a
 * failure (no retries), and the network's state means nothing.
 */
import { QueryClient } from '@tanstack/react-query';
import type { BackendEvent } from '../../shared/contract/reply.ts';
import { dependsOn, isStale } from './areas.ts';
import type { QueryName } from './areas.ts';

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60 * 1000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

function isQueryName(name: unknown): name is QueryName {
  return typeof name === 'string' && Object.hasOwn(dependsOn, name);
}

/** Asks again for whatever an event has made old. */
export function applyEvent(queries: QueryClient, event: BackendEvent): void {
  if (event.type !== 'changed') return;
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name, input] }) => isQueryName(name) && isStale(name, input, event),
  });
}
