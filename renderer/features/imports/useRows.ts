/** Rows of the preview, fetched by the page when they come into view. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportRow, ImportSession } from '../../../shared/contract/api/imports.ts';
import { callOnce } from '../../api/index.ts';
import type { Fate } from './rowLayout.ts';

const PAGE = 200;

/** The row at an offset, or `undefined` while its page is on the way. */
export function useRows(
  session: ImportSession,
  fates: readonly Fate[],
  file: number | null,
): (offset: number) => ImportRow | undefined {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly ImportRow[]>>(new Map());
  const asked = useRef(new Set<number>());
  const round = useRef(0);

  // A new answer, route or filter: what was fetched no longer holds.
  useEffect(() => {
    round.current += 1;
    asked.current = new Set();
    setPages(new Map());
  }, [session, fates, file]);

  const fetchPage = useCallback(
    (page: number) => {
      if (asked.current.has(page)) return;
      asked.current.add(page);
      const mine = round.current;
      callOnce('imports.rows', {
        session: session.session,
        fates: [...fates],
        file,
        offset: page * PAGE,
        limit: PAGE,
      }).then(
        ({ rows }) => {
          if (mine === round.current) setPages((known) => new Map(known).set(page, rows));
        },
        // The session is gone: the screen says so itself with its next call.
        () => undefined,
      );
    },
    [session, fates, file],
  );

  return (offset) => {
    const page = Math.floor(offset / PAGE);
    const rows = pages.get(page);
    if (!rows) queueMicrotask(() => fetchPage(page));
    return rows?.[offset % PAGE];
  };
}
