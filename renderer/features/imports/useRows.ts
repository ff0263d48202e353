/** Rows of the preview, fetched by the page when they come into view. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ImportRow, ImportSession } from '../../../shared/contract/api/imports.ts';
import { callOnce } from '../../api/index.ts';
import type { Fate } from './rowLayout.ts';

const PAGE = 200;

/** What rows are asked of: another answer, route or filter makes another source, and old pages no longer hold. */
interface Source {
  readonly session: ImportSession;
  readonly fates: readonly Fate[];
  readonly file: number | null;
}

type Pages = ReadonlyMap<number, readonly ImportRow[]>;

/** The row at an offset, or `undefined` while its page is on the way. */
export function useRows(
  session: ImportSession,
  fates: readonly Fate[],
  file: number | null,
): (offset: number) => ImportRow | undefined {
  const source = useMemo<Source>(() => ({ session, fates, file }), [session, fates, file]);
  const [held, setHeld] = useState<ReadonlyMap<Source, Pages>>(new Map());
  const asked = useRef(new WeakMap<Source, Set<number>>());

  const fetchPage = useCallback(
    (page: number) => {
      const known = asked.current.get(source) ?? new Set();
      if (known.has(page)) return;
      asked.current.set(source, known.add(page));
      callOnce('imports.rows', {
        session: source.session.session,
        fates: [...source.fates],
        file: source.file,
        offset: page * PAGE,
        limit: PAGE,
      }).then(
        ({ rows }) =>
          setHeld((before) => new Map(before).set(source, new Map(before.get(source)).set(page, rows))),
        // The session is gone: the screen says so itself with its next call.
        () => undefined,
      );
    },
    [source],
  );

  return (offset) => {
    const page = Math.floor(offset / PAGE);
    const rows = held.get(source)?.get(page);
    if (!rows) queueMicrotask(() => fetchPage(page));
    return rows?.[offset % PAGE];
  };
}
