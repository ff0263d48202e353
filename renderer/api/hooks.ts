/** Hooks over the contract: read with `useCall`, write with `useCommand`, watch a job with `useProgress`. */
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { BackendEvent } from '../../shared/contract/reply.ts';
import { clientOf } from './areas.ts';
import type { QueryName } from './areas.ts';
import { callOnce } from './calls.ts';
import type { CallError } from './errors.ts';
import type { ConnectionState } from './connection.ts';
import { getConnection, getTransport } from './transport.ts';

/**
 * The answer to a query, kept up to date. `input` of `null` asks nothing. While a new answer is on its way the last
 * one of the same client stays (`isPlaceholderData`: show it dimmed).
 */
export function useCall<N extends QueryName>(
  name: N,
  input: Input<N> | null,
): UseQueryResult<Output<N>, CallError> {
  return useQuery<Output<N>, CallError, Output<N>, readonly [N, Input<N> | null]>({
    queryKey: [name, input],
    queryFn: () => callOnce(name, input as Input<N>),
    enabled: input !== null,
    placeholderData: (last, query) =>
      query !== undefined && clientOf(query.queryKey[1]) === clientOf(input) ? (last as never) : undefined,
  });
}

/**
 * Several answers of one query, asked for a few at a time and in order, so that they never hold up what a screen asks
 * for meanwhile. One result an input, in its place.
 */
export function useCallsInTurn<N extends QueryName>(
  name: N,
  inputs: readonly Input<N>[],
): readonly UseQueryResult<Output<N>, CallError>[] {
  const queries = useQueryClient();
  const known = (input: Input<N>): boolean => {
    const state = queries.getQueryState([name, input]);
    return state !== undefined && state.status !== 'pending';
  };
  const waiting = inputs.filter((input) => !known(input)).slice(0, atOnce);
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input] as const,
      queryFn: () => callOnce(name, input),
      enabled: known(input) || waiting.includes(input),
    })),
  }) as readonly UseQueryResult<Output<N>, CallError>[];
}

/** One at work, one on its way. */
const atOnce = 2;

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

export type Command<N extends CallName> = Without<
  UseMutationResult<Output<N>, CallError, Input<N>>,
  'mutate'
> & {
  /**
   * Runs it; what follows its success follows even when the part of the screen that asked is gone by then. The
   * backend's event often comes before the reply, and redraws the screen first.
   */
  readonly mutate: (
    input: Input<N>,
    then?: { readonly onSuccess?: (output: Output<N>) => void; readonly onError?: () => void },
  ) => void;
};

/** A command as a mutation. Caches follow the backend's own events; nothing is invalidated by hand. */
export function useCommand<N extends CallName>(name: N): Command<N> {
  const mutation = useMutation<Output<N>, CallError, Input<N>>({
    mutationKey: [name],
    mutationFn: (input) => callOnce(name, input),
  });
  const { mutateAsync } = mutation;
  return {
    ...mutation,
    mutate: (input, then) => {
      // A failure is in `error`, for the screen to show.
      mutateAsync(input).then(then?.onSuccess, () => then?.onError?.());
    },
  };
}

export type Progress = Extract<BackendEvent, { readonly type: 'progress' }>;

/** The newest progress of a job; `null` before the first, and for no job. */
export function useProgress(job: string | null): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (job === null) return undefined;
    return getTransport().subscribe((event) => {
      if (event.type === 'progress' && event.job === job) setProgress(event);
    });
  }, [job]);
  return progress?.job === job ? progress : null;
}

/** A name for a new job, so that its progress can be told from another's. */
export function newJob(): string {
  return crypto.randomUUID();
}

/** How this window stands with the backend. */
export function useConnection(): ConnectionState {
  const { get, subscribe } = getConnection();
  return useSyncExternalStore(subscribe, get);
}
