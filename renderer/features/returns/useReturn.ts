/**
 * One workbook that came back: looked at, chosen from, taken or left. Calls run one after another; what is chosen shows at
 * once and is corrected by the last answer. Nothing is written before `commit`.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { openAgain } from './opened.ts';
import { withTaken } from './rows.ts';

export interface ReturnState {
  readonly returned: Returned | null;
  /** The session cannot be opened at all. */
  readonly lost: CallError | null;
  /** The last call failed. */
  readonly error: CallError | null;
  /** It is being stored. */
  readonly taking: boolean;
  /** `ids` `null`: all that can be taken. */
  readonly choose: (ids: readonly string[] | null, take: boolean) => void;
  readonly assign: (client: number) => void;
  readonly commit: () => void;
}

/** The backend keeps few of them open, and not for ever: one that was let go is opened again while its file is at hand. */
async function look(session: string): Promise<Returned> {
  try {
    return await callOnce('returns.get', { session });
  } catch (thrown) {
    const again = asCallError(thrown).code === 'session-expired' ? await openAgain(session) : null;
    if (again === null) throw thrown;
    return again;
  }
}

interface Ends {
  readonly onTaken: (taken: Output<'returns.commit'>) => void;
  /** It was opened again, as another session. */
  readonly onMoved: (returned: Returned) => void;
}

export function useReturn(session: string, { onTaken, onMoved }: Ends): ReturnState {
  const [held, setHeld] = useState<Returned | null>(null);
  const [lost, setLost] = useState<CallError | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  const [taking, setTaking] = useState(false);
  const returned = held?.session === session ? held : null;

  useEffect(() => {
    let here = true;
    look(session).then(
      (found) => {
        if (!here) return;
        setHeld(found);
        if (found.session !== session) onMoved(found);
      },
      (thrown: unknown) => {
        if (here) setLost(asCallError(thrown));
      },
    );
    return () => {
      here = false;
    };
  }, [session, onMoved]);

  const queue = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const run = useCallback((call: () => Promise<Returned>) => {
    waiting.current += 1;
    queue.current = queue.current.then(async () => {
      setError(null);
      try {
        const answer = await call();
        // An answer to an earlier press would undo a later one for a moment.
        if (waiting.current === 1) setHeld(answer);
      } catch (thrown) {
        setError(asCallError(thrown));
      } finally {
        waiting.current -= 1;
      }
    });
  }, []);

  return {
    returned,
    lost,
    error,
    taking,
    choose: (ids, take) => {
      setHeld((now) => now && withTaken(now, ids, take));
      run(() => callOnce('returns.take', { session, ids: ids && [...ids], take }));
    },
    assign: (client) => run(() => callOnce('returns.assign', { session, client })),
    commit: () => {
      if (taking) return;
      setTaking(true);
      queue.current = queue.current.then(async () => {
        setError(null);
        try {
          onTaken(await callOnce('returns.commit', { session }));
        } catch (thrown) {
          setError(asCallError(thrown));
        } finally {
          setTaking(false);
        }
      });
    },
  };
}
