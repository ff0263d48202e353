/** Backups brought from elsewhere: picked or dropped, handed over one after the other, each checked by the backend. */
import { useCallback, useState } from 'react';
import type { Backup } from '../../../shared/contract/api/backups.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { pickFiles } from '../../app/index.ts';
import { uploaded } from './uploaded.ts';

export interface Bring {
  /** The file on its way in. */
  readonly working: string | null;
  readonly failed: { readonly name: string; readonly error: CallError } | null;
  /** The newest that came in. */
  readonly brought: Backup | null;
  readonly take: (files: readonly File[]) => void;
  readonly pick: () => void;
}

export function useBring(): Bring {
  const [state, setState] = useState<Pick<Bring, 'working' | 'failed' | 'brought'>>({
    working: null,
    failed: null,
    brought: null,
  });
  const take = useCallback((files: readonly File[]) => {
    const run = async (): Promise<void> => {
      for (const file of files) {
        setState({ working: file.name, failed: null, brought: null });
        try {
          const brought = await callOnce('backups.bring', { handle: await uploaded(file) });
          setState({ working: null, failed: null, brought });
        } catch (error) {
          setState({
            working: null,
            failed: { name: file.name, error: asCallError(error) },
            brought: null,
          });
          return;
        }
      }
    };
    void run();
  }, []);
  return { ...state, take, pick: () => pickFiles(take, '.db') };
}
