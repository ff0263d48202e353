/** The newest backup that is whole, found by looking into one after the other, the newest first. */
import { useState } from 'react';
import type { Backup, BackupContents } from '../../../shared/contract/api/backups.ts';
import { useCallsInTurn } from '../../api/index.ts';

export interface NewestWhole {
  readonly looking: boolean;
  readonly found: { readonly backup: Backup; readonly contents: BackupContents } | null;
}

export function useNewestWhole(backups: readonly Backup[]): NewestWhole {
  const [tries, setTries] = useState(1);
  const tried = backups.slice(0, tries);
  const looks = useCallsInTurn(
    'backups.look',
    tried.map(({ id }) => ({ id })),
  );
  for (const [i, backup] of tried.entries()) {
    const look = looks[i];
    if (look?.data?.state === 'whole') return { looking: false, found: { backup, contents: look.data } };
    if (look === undefined || look.isPending) return { looking: true, found: null };
  }
  const more = tries < backups.length;
  if (more) setTries(tries + 1);
  return { looking: more, found: null };
}
