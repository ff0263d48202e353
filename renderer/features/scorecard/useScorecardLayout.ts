/** How this client's scorecard is arranged: kept by the backend, at once on screen. */
import { useState } from 'react';
import { scorecardColumns } from '../../../shared/contract/layouts/scorecard.ts';
import type { ScorecardLayout } from '../../../shared/contract/layouts/scorecard.ts';
import { callOnce, useCall } from '../../api/index.ts';

/** What a client has that nobody arranged: all but the weight and the long words of the notes. */
export const usualLayout: ScorecardLayout = {
  screen: 'scorecard',
  columns: scorecardColumns.filter((column) => column !== 'weight' && column !== 'note'),
  groupBy: 'kra',
  sort: null,
  folded: [],
};

export interface LayoutHandle {
  readonly layout: ScorecardLayout;
  /** False until the stored one is known. */
  readonly ready: boolean;
  readonly change: (next: Partial<Omit<ScorecardLayout, 'screen'>>) => void;
}

export function useScorecardLayout(client: number): LayoutHandle {
  const { data, error } = useCall('layouts.list', { client });
  const [own, setOwn] = useState<{ readonly client: number; readonly layout: ScorecardLayout } | null>(null);
  const stored = data?.find((one) => one.screen === 'scorecard');
  const layout = (own?.client === client ? own.layout : stored) ?? usualLayout;
  return {
    layout,
    ready: data !== undefined || error !== null,
    change: (next) => {
      const changed = { ...layout, ...next };
      setOwn({ client, layout: changed });
      // Not kept is no harm to what is on screen; it is asked for again at the next start.
      callOnce('layouts.set', { client, layout: changed }).catch(() => undefined);
    },
  };
}
