/** What is chosen on the batch screen: stays as it was left, until Pulsebook is closed. */
import { useState } from 'react';
import { sentFormats } from '../../../shared/contract/api/reports.ts';
import type { Language } from '../../../shared/domain/kpi.ts';

export type SentFormat = (typeof sentFormats)[number];

export interface Choices {
  /** Clients that were chosen or left out by hand, for the period at hand. */
  readonly chosen: ReadonlyMap<number, boolean>;
  /** Languages other than the client's own. */
  readonly languages: ReadonlyMap<number, Language>;
  readonly formats: readonly SentFormat[];
}

let kept: (Choices & { readonly of: string }) | null = null;

/** `of`: the period (and what the address asks for); for another one clients are chosen anew. */
export function useChoices(of: string): readonly [Choices, (change: Partial<Choices>) => void] {
  const [, redraw] = useState(0);
  const fresh: Choices = {
    chosen: new Map(),
    languages: kept?.languages ?? new Map(),
    formats: kept?.formats ?? sentFormats,
  };
  const now = kept?.of === of ? kept : fresh;
  return [
    now,
    (change) => {
      kept = { ...now, ...change, of };
      redraw((n) => n + 1);
    },
  ];
}
