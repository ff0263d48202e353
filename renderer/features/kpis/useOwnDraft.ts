/**
 * An own KPI while it is written: what stands in the form outlives a reload and a wrong turn, until it is saved or given up.
 * It is kept in this window only.
 */
import { useEffect, useState } from 'react';
import { blank } from './ownKpi.ts';
import type { OwnKpi } from './ownKpi.ts';

const keyOf = (client: number, slot: string): string => `pulsebook.ownKpi.${client}.${slot}`;

function isDraft(value: unknown): value is Partial<OwnKpi> {
  return typeof value === 'object' && value !== null && Object.keys(value).every((field) => field in blank);
}

/** A kept draft, with what a newer form asks for filled in; nothing where it cannot be read. */
function kept(key: string): OwnKpi | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    // Only this form writes there; what is no draft of it has another shape.
    return isDraft(found) ? { ...blank, ...found } : null;
  } catch {
    return null;
  }
}

export interface OwnDraft {
  readonly own: OwnKpi;
  readonly change: (next: Partial<OwnKpi>) => void;
  /** It was kept from before, and is not what the form would begin with. */
  readonly found: boolean;
  /** Back to what the form begins with. */
  readonly discard: () => void;
  /** Nothing is kept any more. */
  readonly forget: () => void;
}

/** `slot`: which form it is. `anew`: what is handed over just now counts, not what was kept. */
export function useOwnDraft(client: number, slot: string, begin: OwnKpi, anew: boolean): OwnDraft {
  const key = keyOf(client, slot);
  const [first] = useState(begin);
  const [own, setOwn] = useState(() => (anew ? null : kept(key)) ?? first);
  const [found, setFound] = useState(() => JSON.stringify(own) !== JSON.stringify(first));
  const touched = JSON.stringify(own) !== JSON.stringify(first);
  useEffect(() => {
    if (touched) sessionStorage.setItem(key, JSON.stringify(own));
    else sessionStorage.removeItem(key);
  }, [key, own, touched]);
  return {
    own,
    change: (next) => setOwn((old) => ({ ...old, ...next })),
    found: found && touched,
    discard: () => {
      setOwn(first);
      setFound(false);
    },
    forget: () => sessionStorage.removeItem(key),
  };
}
