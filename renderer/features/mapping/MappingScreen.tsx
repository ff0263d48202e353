/**
 * A sheet nobody knows, or one that was read wrongly, put right by the person who has it. The address names session,
 * file and table; the client is the file's, which may be another than the one whose import it was dropped on.
 */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { ImportSession } from '../../../shared/contract/imports/session.ts';
import { asCallError, callOnce, useCall } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { Page } from '../../app/index.ts';
import { importsHref } from '../../app/hrefs.ts';
import { ClientContext } from '../../app/state.ts';
import { ClientFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import { Mapping } from './Mapping.tsx';

export function MappingScreen() {
  const t = useT();
  const [path] = useLocation();
  const params = new URLSearchParams(useSearch());
  const named = /^\/c\/(\d+)\//.exec(path)?.[1];
  const client = named === undefined ? null : Number(named);
  const id = params.get('session') ?? '';
  const { session, error, keep } = useSession(id);
  const back = importsHref(client, '', { session: id });
  const file = session?.files.find((one) => one.id === Number(params.get('file')));
  const wanted = params.get('table');
  const table =
    file?.tables.find((one) => one.name === wanted) ??
    (wanted === null ? file?.tables.find((one) => one.mappable) : undefined);

  if (error !== null || session === null) {
    return (
      <Page title={t.mapping.title} back={back}>
        {error === null ? null : error.code === 'session-expired' ? (
          <EmptyState
            title={t.mapping.expired.title}
            centred
            action={<LinkButton to={importsHref(client)}>{t.mapping.expired.action}</LinkButton>}
          >
            {t.mapping.expired.text}
          </EmptyState>
        ) : (
          <ErrorPanel error={error} />
        )}
      </Page>
    );
  }
  if (file === undefined || table === undefined) {
    return (
      <Page title={t.mapping.title} back={back}>
        <EmptyState
          title={t.mapping.gone.title}
          centred
          action={<LinkButton to={back}>{t.mapping.back}</LinkButton>}
        >
          {t.mapping.gone.text}
        </EmptyState>
      </Page>
    );
  }
  const owner = file.owner.client ?? session.client;
  return (
    <Owned owner={owner}>
      <Mapping
        key={`${session.session} ${file.id} ${table.name}`}
        session={session}
        file={file}
        table={table.name}
        client={client}
        owner={owner}
        onSession={keep}
      />
    </Owned>
  );
}

function useSession(id: string) {
  const [session, setSession] = useState<ImportSession | null>(null);
  const [error, setError] = useState<CallError | null>(null);
  useEffect(() => {
    let wanted = true;
    callOnce('imports.get', { session: id }).then(
      (found) => wanted && setSession(found),
      (thrown: unknown) => wanted && setError(asCallError(thrown)),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  return { session: session?.session === id ? session : null, error, keep: setSession };
}

/** Figures are written as the file's client writes them; in the reader's own way while nobody knows whose it is. */
function Owned({ owner, children }: { readonly owner: number | null; readonly children: ReactNode }) {
  const client = useCall('clients.get', owner === null ? null : { client: owner });
  if (owner === null) return children;
  if (client.data === undefined) return null;
  return (
    <ClientContext value={client.data}>
      <ClientFormat client={client.data}>{children}</ClientFormat>
    </ClientContext>
  );
}
