/**
 * The cards of a client's dashboard as the person arranged them. A change is on screen at once and stored behind it, one
 * after the other; when storing fails, what is stored comes back.
 */
import { useCallback, useRef, useState } from 'react';
import { standardDashboard } from '../../../../shared/contract/layouts/dashboard.ts';
import type { DashboardCard } from '../../../../shared/contract/layouts/dashboard.ts';
import { asCallError, useCall, useCommand } from '../../../api/index.ts';
import type { CallError } from '../../../api/index.ts';

export interface Arranged {
  /** `null` until it is known. */
  readonly cards: readonly DashboardCard[] | null;
  /** True when it is not what every client has. */
  readonly own: boolean;
  readonly problem: CallError | null;
  readonly arrange: (cards: readonly DashboardCard[]) => void;
  readonly reset: () => void;
}

export function useArranged(client: number): Arranged {
  const { data, error } = useCall('layouts.list', { client });
  const [draft, setDraft] = useState<{
    readonly client: number;
    readonly cards: readonly DashboardCard[] | null;
  } | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const { mutateAsync: set } = useCommand('layouts.set');
  const { mutateAsync: putBack } = useCommand('layouts.reset');
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const layout = data?.find((one) => one.screen === 'dashboard');
  const stored = layout?.screen === 'dashboard' ? layout.cards : null;
  const pending = draft?.client === client ? draft : null;

  // What is stored has caught up with what is on screen: from here on it is what counts.
  const caughtUp =
    pending !== null && data !== undefined && JSON.stringify(pending.cards) === JSON.stringify(stored);
  if (caughtUp) setDraft(null);

  const change = useCallback(
    (cards: readonly DashboardCard[] | null) => {
      setDraft({ client, cards });
      setProblem(null);
      turn.current = turn.current
        .then(async () => {
          if (cards === null) await putBack({ client, screen: 'dashboard' });
          else await set({ client, layout: { screen: 'dashboard', cards: [...cards] } });
        })
        .catch((failed: unknown) => {
          setDraft(null);
          setProblem(asCallError(failed));
        });
    },
    [client, putBack, set],
  );

  const own = pending === null ? stored : pending.cards;
  return {
    cards: data === undefined && error === null && pending === null ? null : (own ?? standardDashboard.cards),
    own: own !== null,
    problem,
    arrange: useCallback((cards) => change(cards), [change]),
    reset: useCallback(() => change(null), [change]),
  };
}
