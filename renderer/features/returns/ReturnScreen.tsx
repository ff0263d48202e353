/**
 * A workbook that the client sent back, before anything of it is in the book: who and what, every cell that differs, what
 * taking does, and the one button. Where nobody knows whose it is, that is asked first.
 */
import { useCallback, useEffect, useMemo } from 'react';
import { useSearch } from 'wouter';
import type { Output } from '../../../shared/contract/api.ts';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { callOnce, useCall } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { clientHref, importsHref, navigate, Page, returnedHref, useClient } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { EmptyState, ErrorPanel, LinkButton, useToast } from '../../ui/index.ts';
import { PreviewBody, Split } from '../preview/index.ts';
import { About } from './About.tsx';
import { Consequences, Overwritten, Problems } from './Consequences.tsx';
import { Differences } from './Differences.tsx';
import css from './Return.module.css';
import { ReturnFoot } from './ReturnFoot.tsx';
import { markTaken } from './opened.ts';
import { useLeave } from './useLeave.ts';
import { useReturn } from './useReturn.ts';
import type { ReturnState } from './useReturn.ts';
import { Whose } from './Whose.tsx';
import { tookText } from './words.ts';

/** Of the client at hand. */
export function ReturnScreen({ session }: { readonly session: string }) {
  return <Return key={session} session={session} client={useClient()} />;
}

/** Of a client that is not in this book. */
export function ReturnOfNobody({ session }: { readonly session: string }) {
  return <Return key={session} session={session} client={null} />;
}

/** The drop it came in with others, to go back to; `null`: it came alone. */
function useDrop(): { readonly href: string; readonly search: Readonly<Record<string, string>> } | null {
  const search = useSearch();
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const drop = params.get('drop');
    const of = Number(params.get('of'));
    if (drop === null) return null;
    const client = Number.isSafeInteger(of) && of > 0 ? of : null;
    return {
      href: importsHref(client, '', { session: drop }),
      search: { drop, ...(client !== null && { of: String(client) }) },
    };
  }, [search]);
}

function Return({ session, client }: { readonly session: string; readonly client: Client | null }) {
  const t = useT();
  const drop = useDrop();
  const onTaken = useTaken(session, drop?.href ?? null);
  const search = drop?.search;
  const onMoved = useCallback(
    (moved: Returned) => navigate(returnedHref(moved.client, moved.session, search), { replace: true }),
    [search],
  );
  const state = useReturn(session, { onTaken, onMoved });
  const { returned, lost } = state;
  const at = client?.id ?? null;
  const owner = returned ? returned.client : at;
  // Its address is that of whose it is.
  useEffect(() => {
    if (owner !== at) navigate(returnedHref(owner, session, drop?.search), { replace: true });
  }, [owner, at, session, drop]);
  const back = drop?.href ?? importsHref(at);
  if (lost) return <Lost error={lost} back={back} />;
  if (!returned || owner !== at) {
    return (
      <Page title={t.returns.title} back={back}>
        <p className="visually-hidden" role="status">
          {t.common.loading}
        </p>
      </Page>
    );
  }
  if (client === null) return <Unowned returned={returned} state={state} back={back} />;
  if (returned.cells.length === 0) return <Unchanged returned={returned} client={client} back={back} />;
  return <Chosen returned={returned} client={client} state={state} back={back} drop={drop?.href ?? null} />;
}

/** What was taken, said with a way back: on the page of its batch, or beside the others that came with it. */
function useTaken(session: string, drop: string | null): (taken: Output<'returns.commit'>) => void {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  return useCallback(
    (taken) => {
      const { batch } = taken;
      toast({
        text: t.returns.taken(tookText(t, format, taken)),
        undo: () => void callOnce('imports.undo', { batch: batch.id }),
      });
      markTaken(session, batch.client, batch.id);
      navigate(drop ?? clientHref(batch.client, `imports/${batch.id}`), { replace: true });
    },
    [session, drop, t, format, toast],
  );
}

function Chosen({
  returned,
  client,
  state,
  back,
  drop,
}: {
  readonly returned: Returned;
  readonly client: Client;
  readonly state: ReturnState;
  readonly back: string;
  readonly drop: string | null;
}) {
  const t = useT();
  const leave = useLeave(returned, drop);
  useTakeKey(returned, state);
  return (
    <Page
      title={t.returns.title}
      back={back}
      foot={<ReturnFoot returned={returned} taking={state.taking} onTake={state.commit} onLeave={leave} />}
    >
      <PreviewBody taking={state.taking} busy={state.taking}>
        {state.error && <ErrorPanel error={state.error} inline />}
        <About returned={returned} client={client} />
        <Split>
          <Differences returned={returned} onTake={state.choose} />
          <Consequences returned={returned} />
        </Split>
      </PreviewBody>
    </Page>
  );
}

/** Ctrl or Cmd and Enter takes, as the button says. */
function useTakeKey(returned: Returned, { commit, taking }: ReturnState): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || taking) return;
      if (!returned.cells.some((cell) => cell.taken)) return;
      event.preventDefault();
      commit();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [commit, returned, taking]);
}

function Unchanged({
  returned,
  client,
  back,
}: {
  readonly returned: Returned;
  readonly client: Client;
  readonly back: string;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.returns.nothing;
  const { same, problems, overwrittenTotal } = returned;
  const known = returned.before !== null;
  return (
    <Page title={t.returns.title} back={back}>
      <PreviewBody>
        <About returned={returned} client={client} />
        <EmptyState
          title={known ? words.known : words.title}
          action={
            <LinkButton kind="primary" to={back}>
              {words.leave}
            </LinkButton>
          }
        >
          {known
            ? words.textKnown
            : problems.length === 0
              ? words.text(same, format.number(same, 0))
              : words.textSome}
        </EmptyState>
        {(problems.length > 0 || overwrittenTotal > 0) && (
          <div className={css['beside']}>
            <Problems problems={problems} />
            <Overwritten returned={returned} />
          </div>
        )}
      </PreviewBody>
    </Page>
  );
}

function Unowned({
  returned,
  state,
  back,
}: {
  readonly returned: Returned;
  readonly state: ReturnState;
  readonly back: string;
}) {
  const t = useT();
  const clients = useCall('clients.list', {}).data;
  return (
    <Page title={t.returns.title} back={back}>
      <PreviewBody>
        {state.error && <ErrorPanel error={state.error} inline />}
        <About returned={returned} client={null} />
        {clients && <Whose returned={returned} clients={clients} onChoose={state.assign} />}
      </PreviewBody>
    </Page>
  );
}

function Lost({ error, back }: { readonly error: CallError; readonly back: string }) {
  const t = useT();
  return (
    <Page title={t.returns.title} back={back}>
      <div className={css['lost']}>
        <ErrorPanel error={error} />
        <LinkButton to={back} icon="import">
          {t.returns.toImports}
        </LinkButton>
      </div>
    </Page>
  );
}
