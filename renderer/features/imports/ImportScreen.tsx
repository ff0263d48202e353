/**
 * Files in: drop, look, answer, import. Inside a client the files are that client's; outside of one they may be of
 * several, and the accounts in them say whose each is.
 */
import { useCallback, useRef } from 'react';
import type { Batch } from '../../../shared/contract/imports/batches.ts';
import { callOnce } from '../../api/index.ts';
import { importsHref, navigate, useClient, useHandedOver } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';
import { SessionBook } from './book.tsx';
import { Landing } from './Landing.tsx';
import { Preview } from './Preview.tsx';
import { OpenReturn } from '../returns/index.ts';
import { useImport } from './useImport.ts';

/** Imports of the client at hand. */
export function ImportScreen() {
  const client = useClient();
  return <Imports key={client.id} client={client.id} />;
}

/** One import over several clients. */
export function ImportsOfAll() {
  return <Imports client={null} />;
}

function Imports({ client }: { readonly client: number | null }) {
  const ends = useEnds(client);
  const state = useImport(client, ends);
  useHandedOver(client, state.take);
  const { session } = state;
  if (!session) return <Landing client={client} state={state} />;
  const [only, ...more] = session.files;
  if (only?.returned && more.length === 0)
    return (
      <OpenReturn
        key={only.returned.handle}
        handle={only.returned.handle}
        name={only.name}
        client={client}
        session={session.session}
        onLeave={state.discard}
      />
    );
  return (
    <SessionBook session={session}>
      <Preview session={session} state={state} />
    </SessionBook>
  );
}

/** How an import ends, said with a way back: made, or set aside. */
function useEnds(client: number | null): Parameters<typeof useImport>[1] {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  // What was set aside is kept until the next one is, so that it can come back.
  const aside = useRef<string | null>(null);
  const onMade = useCallback(
    (batches: readonly Batch[], figures: number) => {
      const [only] = batches;
      if (!only) return;
      const count = format.number(figures, 0);
      toast({
        text:
          batches.length === 1
            ? t.imports.committed(only.id, count)
            : t.imports.committedSeveral(batches.length, count),
        undo: () => {
          for (const batch of batches) void callOnce('imports.undo', { batch: batch.id });
        },
      });
    },
    [t, format, toast],
  );
  const onAside = useCallback(
    (session: string) => {
      if (aside.current !== null) void callOnce('imports.discard', { session: aside.current });
      aside.current = session;
      toast({
        text: t.imports.setAside,
        undo: () => {
          aside.current = null;
          navigate(importsHref(client, '', { session }));
        },
      });
    },
    [client, t, toast],
  );
  return { onMade, onAside };
}
