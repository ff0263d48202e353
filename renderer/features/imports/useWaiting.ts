/** The session that was left open, while the backend still has it. */
import { useEffect, useState } from 'react';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { callOnce } from '../../api/index.ts';
import { forgetImport } from '../../app/index.ts';

export function useWaiting(client: number | null, open: string | null): ImportSession | null {
  const [found, setFound] = useState<ImportSession | null>(null);
  useEffect(() => {
    if (open === null) return undefined;
    let here = true;
    callOnce('imports.get', { session: open }).then(
      (session) => {
        if (here) setFound(session);
      },
      () => forgetImport(client),
    );
    return () => {
      here = false;
    };
  }, [client, open]);
  return found?.session === open ? found : null;
}
