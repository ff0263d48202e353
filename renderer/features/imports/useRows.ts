/** Rows of the preview, fetched by the page when they come into view, and how many there are of each fate. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportRow, ImportSession } from '../../../shared/contract/imports/session.ts';
import { callOnce } from '../../api/index.ts';
import { fateOrder, noCounts, sumCounts } from './rowLayout.ts';
import type { Counts, Fate } from './rowLayout.ts';

const PAGE = 200;

/** What rows are asked of, `null` being all of them. */
export interface RowFilter {
  readonly fates: readonly Fate[];
  readonly file: number | null;
  readonly client: number | null;
  readonly kpi: string | null;
}

/** Another answer, route or filter makes another source, and old pages no longer hold. */
interface Source {
  readonly session: ImportSession;
  readonly filter: RowFilter;
}

function ask({ session, filter }: Source, fates: readonly Fate[], offset: number, limit: number) {
  return callOnce('imports.rows', {
    session: session.session,
    fates: [...fates],
    file: filter.file,
    ...(filter.client === null ? {} : { client: filter.client }),
    ...(filter.kpi === null ? {} : { kpi: filter.kpi }),
    offset,
    limit,
  });
}

export interface Rows {
  readonly counts: Counts;
  /** Keys of KPIs among the rows, before the filter by KPI. */
  readonly kpis: readonly string[];
  /** The row at an offset, or `undefined` while its page is on the way. */
  readonly at: (offset: number) => ImportRow | undefined;
}

interface Held {
  readonly pages: ReadonlyMap<number, readonly ImportRow[]>;
  readonly kpis: readonly string[];
}

export function useRows(session: ImportSession, filter: RowFilter): Rows {
  const { fates, file, client, kpi } = filter;
  const source = useMemo<Source>(
    () => ({ session, filter: { fates, file, client, kpi } }),
    [session, fates, file, client, kpi],
  );
  const [held, setHeld] = useState<ReadonlyMap<Source, Held>>(new Map());
  const asked = useRef(new WeakMap<Source, Set<number>>());

  const fetchPage = useCallback(
    (page: number) => {
      const known = asked.current.get(source) ?? new Set();
      if (known.has(page)) return;
      asked.current.set(source, known.add(page));
      ask(source, source.filter.fates, page * PAGE, PAGE).then(
        ({ rows, kpis }) =>
          setHeld((before) => {
            const pages = new Map(before.get(source)?.pages).set(page, rows);
            // Only the pages of what is looked at are of use.
            return new Map([[source, { pages, kpis }]]);
          }),
        // The session is gone: the screen says so itself with its next call.
        () => undefined,
      );
    },
    [source],
  );
  useEffect(() => fetchPage(0), [fetchPage]);

  const now = held.get(source);
  const before = [...held.values()].at(-1);
  return {
    counts: useCounts(source),
    kpis: (now ?? before)?.kpis ?? [],
    at: (offset) => {
      const page = Math.floor(offset / PAGE);
      const rows = now?.pages.get(page);
      if (!rows) queueMicrotask(() => fetchPage(page));
      return rows?.[offset % PAGE];
    },
  };
}

/** Files say their counts themselves; those of one KPI are asked for. */
function useCounts(source: Source): Counts {
  const { session, filter } = source;
  const known = useMemo(
    () =>
      sumCounts(
        session.files
          .filter((one) => filter.file === null || one.id === filter.file)
          .filter((one) => filter.client === null || one.owner.client === filter.client)
          .map((one) => one.counts),
      ),
    [session, filter.file, filter.client],
  );
  const [found, setFound] = useState<{ readonly of: Source; readonly counts: Counts } | null>(null);
  useEffect(() => {
    if (source.filter.kpi === null) return;
    void Promise.all(
      fateOrder.map(async (fate) => [fate, (await ask(source, [fate], 0, 1)).total] as const),
    ).then(
      (totals) => setFound({ of: source, counts: { ...noCounts, ...Object.fromEntries(totals) } }),
      () => undefined,
    );
  }, [source]);
  if (filter.kpi === null) return known;
  return found?.of === source ? found.counts : noCounts;
}
