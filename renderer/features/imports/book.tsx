/**
 * What an import is written with: names and units of the KPIs of each client in it (own, of the catalogue, or made
 * while mapping), and each client's number format. One session may hold files of several clients.
 */
import { useQueries } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { callOnce, useCall } from '../../api/index.ts';
import { makeFormat } from '../../i18n/format.tsx';
import type { Format } from '../../i18n/format.tsx';
import { useLanguage } from '../../i18n/index.tsx';

type Face = Pick<KpiDefinition, 'name' | 'unit'>;

export interface ImportBook {
  readonly clients: readonly Client[];
  readonly client: (id: number | null) => Client | undefined;
  readonly format: (client: number | null) => Format;
  /** Name of a KPI by key; the key itself where nobody knows it. */
  readonly kpiName: (client: number | null, key: string) => string;
  /** A figure in its KPI's unit, in its client's format. */
  readonly value: (client: number | null, key: string, value: number, sign?: boolean) => string;
}

const none: readonly never[] = [];
const BookContext = createContext<ImportBook | null>(null);

/** `ids`: the clients whose KPIs are named. */
export function useImportBook(
  ids: readonly number[],
  drafts: readonly ImportSession['drafts'][number][] = none,
): ImportBook {
  const language = useLanguage();
  const clients = useCall('clients.list', {}).data ?? none;
  const catalogue = useCall('catalogue.get', {}).data?.kpis ?? none;
  const lists = useQueries({
    queries: ids.map((client) => ({
      queryKey: ['kpis.list', { client }] as const,
      queryFn: () => callOnce('kpis.list', { client }),
    })),
    combine: (results) => results.map((result) => result.data ?? none),
  });
  return useMemo(() => {
    const shared = new Map<string, Face>(catalogue.map((kpi) => [kpi.key, kpi]));
    const own = new Map(
      ids.map((id, i) => [
        id,
        new Map<string, Face>([
          ...drafts.filter((one) => one.client === id).map((one) => [one.key, one] as const),
          ...(lists[i] ?? none).map(({ definition }) => [definition.key, definition] as const),
        ]),
      ]),
    );
    const plain = makeFormat(language, null);
    const formats = new Map(clients.map((one) => [one.id, makeFormat(language, one)]));
    const format = (id: number | null): Format => (id === null ? plain : (formats.get(id) ?? plain));
    const face = (id: number | null, key: string): Face | undefined =>
      (id === null ? undefined : own.get(id)?.get(key)) ?? shared.get(key);
    return {
      clients,
      client: (id) => clients.find((one) => one.id === id),
      format,
      kpiName: (id, key) => face(id, key)?.name[language] ?? key,
      value: (id, key, value, sign = false) => {
        const unit = face(id, key)?.unit;
        return unit ? format(id).value(value, unit, { sign }) : format(id).number(value, 2, sign);
      },
    };
  }, [ids, drafts, catalogue, clients, lists, language]);
}

/** The book of a session, for everything of its preview. */
export function SessionBook({
  session,
  children,
}: {
  readonly session: ImportSession;
  readonly children: ReactNode;
}) {
  const ids = useMemo(
    () =>
      [
        ...new Set([
          session.client,
          ...session.files.flatMap((file) => [file.owner.client, file.otherClient?.client ?? null]),
        ]),
      ].filter((id) => id !== null),
    [session],
  );
  return <BookContext value={useImportBook(ids, session.drafts)}>{children}</BookContext>;
}

export function useBook(): ImportBook {
  const book = useContext(BookContext);
  if (book === null) throw new Error('an import is shown without its book');
  return book;
}
