/** The table as it would be read with the reading at hand: asked for again whenever that has come to rest. */
import { useCallback, useEffect, useState } from 'react';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import type { TableMapping } from '../../../shared/contract/imports/mapping.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { useSettled } from '../../ui/useSettled.ts';
import type { Reading } from './history.ts';
import type { Table } from './useDraft.ts';

export interface ReadTable {
  /** The last answer; it may lag behind the reading while `pending`. */
  readonly view: TableView | null;
  readonly error: CallError | null;
  readonly pending: boolean;
  /** Asks again: the session reads it otherwise now. */
  readonly again: () => void;
}

interface Answer {
  readonly of: string;
  readonly round: number;
  readonly view: TableView | null;
  readonly error: CallError | null;
}

export function useTable({ session, file, table }: Table, reading: Reading): ReadTable {
  const text = reading === null ? '' : JSON.stringify(reading);
  const settled = useSettled(text);
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer>({ of: '', round: -1, view: null, error: null });
  useEffect(() => {
    let wanted = true;
    const mapping = settled === '' ? null : (JSON.parse(settled) as TableMapping);
    callOnce('imports.table', { session, file, table, mapping }).then(
      (view) => wanted && setAnswer({ of: settled, round, view, error: null }),
      (thrown: unknown) =>
        wanted && setAnswer((last) => ({ of: settled, round, view: last.view, error: asCallError(thrown) })),
    );
    return () => {
      wanted = false;
    };
  }, [session, file, table, settled, round]);
  return {
    view: answer.view,
    error: answer.error,
    pending: answer.of !== text || answer.round !== round,
    again: useCallback(() => setRound((n) => n + 1), []),
  };
}
