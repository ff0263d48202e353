/** One batch of the ledger: what came with it, what it wrote and made, and what was changed since. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { BatchDetail } from '../../../shared/contract/imports/batches.ts';
import { useCall } from '../../api/index.ts';
import { importsHref, momentText, Page, useClient } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { EmptyState, ErrorPanel, LinkButton, Panel } from '../../ui/index.ts';
import { BatchFigures, BatchFiles, LaterCells } from './BatchTables.tsx';
import css from './BatchScreen.module.css';
import { BatchWords } from './BatchWords.tsx';
import { useImportBook } from './book.tsx';
import { Settle } from './Settle.tsx';
import { batchLabel } from './words.ts';

export function BatchScreen({ batch: id }: { readonly batch: number }) {
  const t = useT();
  const language = useLanguage();
  const client = useClient();
  const { data, error } = useCall('imports.batch', { batch: id });
  const back = importsHref(client.id);
  if (error?.code === 'batch-not-found' || (data && data.batch.client !== client.id)) {
    return (
      <Page title={t.imports.batch.title(id)} back={back}>
        <EmptyState
          title={t.errors.codes['batch-not-found'].what}
          centred
          action={<LinkButton to={back}>{t.imports.title}</LinkButton>}
        />
      </Page>
    );
  }
  if (!data) {
    return (
      <Page title={t.imports.batch.title(id)} back={back}>
        {error && <ErrorPanel error={error} />}
      </Page>
    );
  }
  const { batch } = data;
  return (
    <Page
      title={batch.kind === 'edit' ? t.imports.batch.editTitle(id) : t.imports.batch.title(id)}
      detail={[
        batchLabel(t, batch),
        momentText(batch.at, language),
        batch.live ? t.imports.log.inBook : t.imports.log.takenBack,
      ].join(' · ')}
      back={back}
      actions={<Settle batch={batch} look="button" />}
    >
      <BatchBody detail={data} />
    </Page>
  );
}

function BatchBody({ detail }: { readonly detail: BatchDetail }) {
  const t = useT();
  const format = useFormat();
  const ids = useMemo(() => [detail.batch.client], [detail.batch.client]);
  const book = useImportBook(ids);
  const { batch, figures, items, cases, breakdowns, kpis, channels } = detail;
  const written = figures.reduce((n, one) => n + one.cells, 0);
  const count = (n: number): string => format.number(n, 0);
  // Of a workbook that came back, cells are counted, whatever is in them.
  const did = detail.notes.length + detail.texts.length > 0 ? t.returns.batch : t.imports.does;
  const also = [
    breakdowns > 0 && t.imports.batch.breakdowns(breakdowns, count(breakdowns)),
    items > 0 && t.imports.batch.items(items, count(items)),
    cases > 0 && t.imports.batch.cases(cases, count(cases)),
  ].filter((text) => text !== false);
  return (
    <div className={css['page']}>
      <div className={css['main']}>
        {batch.files.length > 0 && <BatchFiles batch={batch} />}
        <Panel
          title={t.imports.batch.figures}
          {...(written > 0 && { detail: t.imports.batch.figuresDetail(count(written)) })}
          flush
        >
          {figures.length === 0 ? (
            <p className={css['empty']}>{t.imports.batch.noFigures}</p>
          ) : (
            <BatchFigures detail={detail} book={book} />
          )}
        </Panel>
        <BatchWords detail={detail} book={book} />
        <LaterCells detail={detail} book={book} />
      </div>
      <div className={css['side']}>
        <Panel title={t.imports.batch.did}>
          <dl className={css['facts']}>
            <Fact term={did.added}>{count(batch.counts.added)}</Fact>
            <Fact term={did.changed}>{count(batch.counts.changed)}</Fact>
            {batch.counts.kept > 0 && <Fact term={did.kept}>{count(batch.counts.kept)}</Fact>}
            {batch.counts.refused > 0 && <Fact term={did.refused}>{count(batch.counts.refused)}</Fact>}
            {detail.confirmed > 0 && <Fact term={t.imports.batch.confirmed}>{count(detail.confirmed)}</Fact>}
          </dl>
        </Panel>
        {also.length > 0 && (
          <Panel title={t.imports.batch.also}>
            <ul className={css['list']}>
              {also.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Panel>
        )}
        {kpis.length + channels.length > 0 && (
          <Panel title={t.imports.batch.made}>
            <dl className={css['made']}>
              {kpis.length > 0 && (
                <Fact term={t.imports.batch.madeKpis}>
                  {kpis.map((key) => book.kpiName(batch.client, key)).join(', ')}
                </Fact>
              )}
              {channels.length > 0 && <Fact term={t.imports.batch.madeChannels}>{channels.join(', ')}</Fact>}
            </dl>
          </Panel>
        )}
      </div>
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
