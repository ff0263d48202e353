/** Where files are dropped, what waits, what came in, and what is remembered of how files are read. */
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Batch } from '../../../shared/contract/imports/batches.ts';
import { callOnce, useCall } from '../../api/index.ts';
import {
  clientHref,
  forgetImport,
  importsHref,
  momentText,
  Page,
  pickFiles,
  useOpenImport,
} from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, EmptyState, ErrorPanel, Icon, LinkButton, Panel } from '../../ui/index.ts';
import { DueLists } from '../due/index.ts';
import { BatchLog } from './BatchLog.tsx';
import css from './Landing.module.css';
import { Reading } from './Reading.tsx';
import { Recipes } from './Recipes.tsx';
import type { ImportState } from './useImport.ts';
import { useWaiting } from './useWaiting.ts';

export function Landing({ client, state }: { readonly client: number | null; readonly state: ImportState }) {
  const t = useT();
  const { take } = state;
  const add = useCallback(() => pickFiles(take), [take]);
  const clients = useCall('clients.list', {}).data;
  const nobody = client === null && clients?.length === 0;
  return (
    <Page title={t.imports.title} {...(client === null && { back: '/' })}>
      <div className={css['landing']}>
        {state.error && <ErrorPanel error={state.error} inline />}
        {nobody ? (
          <EmptyState
            title={t.imports.drop.noClient}
            action={
              <LinkButton to="/new" kind="primary" icon="plus">
                {t.app.nav.newClient}
              </LinkButton>
            }
          >
            {t.imports.drop.noClientText}
          </EmptyState>
        ) : state.job === null ? (
          <>
            <Waiting client={client} />
            <EmptyState
              title={t.imports.drop.title}
              action={
                <Button kind="primary" icon="import" onClick={add}>
                  {t.imports.drop.choose}
                </Button>
              }
            >
              {t.imports.drop.text} {client === null && t.imports.drop.several}
            </EmptyState>
          </>
        ) : (
          <Reading state={state} />
        )}
        {state.job === null && !nobody && <DueLists client={client} beside />}
        {client === null ? <Made batches={state.made} /> : <BatchLog />}
        {client !== null && <Recipes client={client} />}
      </div>
    </Page>
  );
}

/** A preview that was left, with the way back to it. */
function Waiting({ client }: { readonly client: number | null }) {
  const t = useT();
  const language = useLanguage();
  const open = useOpenImport(client);
  const waiting = useWaiting(client, open);
  if (!waiting) return null;
  return (
    <div className={css['waiting']} role="status">
      <Icon name="import" />
      <span>{t.imports.waiting.text(waiting.files.length, momentText(waiting.at, language))}</span>
      <LinkButton size="small" to={importsHref(client, '', { session: waiting.session })}>
        {t.imports.waiting.go}
      </LinkButton>
      <Button
        kind="ghost"
        size="small"
        onClick={() => {
          void callOnce('imports.discard', { session: waiting.session });
          forgetImport(client);
        }}
      >
        {t.imports.waiting.drop}
      </Button>
    </div>
  );
}

/** What an import over several clients made: one batch a client. */
function Made({ batches }: { readonly batches: readonly Batch[] }) {
  const t = useT();
  const format = useFormat();
  const clients = useCall('clients.list', {}).data ?? [];
  if (batches.length === 0) return null;
  return (
    <Panel title={t.imports.done.title} flush>
      <ul>
        {batches.map((batch) => {
          const client = clients.find((one) => one.id === batch.client);
          return (
            <li key={batch.id} className={css['made']}>
              {client && <ClientBadge client={client} size={26} />}
              <span className={css['name']}>{client?.name}</span>
              <span className={css['quiet']}>
                {t.imports.done.text(format.number(batch.counts.added + batch.counts.changed, 0))}
              </span>
              <Link className={css['link']} href={clientHref(batch.client, `imports/${batch.id}`)}>
                {t.imports.batch.title(batch.id)}
              </Link>
              <LinkButton size="small" to={clientHref(batch.client, 'dashboard')}>
                {t.imports.done.look(client?.name ?? '')}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
