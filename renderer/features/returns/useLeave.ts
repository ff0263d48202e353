/** Leaving a workbook as it is: said with a way back. What was left is kept by the backend until another is left. */
import { useCallback } from 'react';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { callOnce } from '../../api/index.ts';
import { importsHref, navigate, returnedHref } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

let left: string | null = null;

/** `drop`: the others that came with it, where it can be looked at again. */
export function useLeave(
  { session, client }: Pick<Returned, 'session' | 'client'>,
  drop: string | null,
): () => void {
  const t = useT();
  const toast = useToast();
  return useCallback(() => {
    if (drop !== null) {
      navigate(drop);
      return;
    }
    if (left !== null && left !== session)
      callOnce('returns.discard', { session: left }).catch(() => undefined);
    left = session;
    navigate(importsHref(client));
    toast({
      text: t.returns.left,
      undo: () => {
        left = null;
        navigate(returnedHref(client, session));
      },
    });
  }, [session, client, drop, t, toast]);
}
