/**
 * All clients at a glance, row by row: names at once, figures as they come, each row asked for anew only when something
 * of its own client changed.
 */
import type { Output } from '../../shared/contract/api.ts';
import type { Client, PortfolioRow } from '../../shared/contract/api/clients.ts';
import { useCall, useCallsInTurn } from '../api/index.ts';
import type { CallError } from '../api/index.ts';

export interface Portfolio {
  /** `null` until the first row is there. */
  readonly head: Pick<Output<'clients.portfolio'>, 'period' | 'base'> | null;
  /** In the order of the clients. */
  readonly rows: readonly PortfolioRow[];
  /** Clients whose row is still to come. */
  readonly waiting: readonly Client[];
  /** `null` until it is known who they are. */
  readonly clients: readonly Client[] | null;
  readonly error: CallError | null;
  readonly refetch: () => void;
}

export function usePortfolio(): Portfolio {
  const list = useCall('clients.list', {});
  const clients = list.data ?? [];
  const answers = useCallsInTurn(
    'clients.portfolio',
    clients.map(({ id }) => ({ client: id })),
  );
  const head = answers.find((answer) => answer.data)?.data ?? null;
  return {
    head: head && { period: head.period, base: head.base },
    rows: answers.flatMap((answer) => answer.data?.rows ?? []),
    waiting: clients.filter((_, i) => answers[i]?.data === undefined),
    clients: list.data ?? null,
    error: list.error ?? answers.find((answer) => answer.error)?.error ?? null,
    refetch: () => {
      void list.refetch();
      for (const answer of answers) void answer.refetch();
    },
  };
}
