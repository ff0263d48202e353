/** Posts and videos of a client, each beside the others of its channel at the same age. */
import { useState } from 'react';
import { useCall } from '../../api/index.ts';
import { ImportButton, Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import css from './content.module.css';
import { ContentFilters } from './ContentFilters.tsx';
import { ContentTable } from './ContentTable.tsx';
import { Summaries } from './Summaries.tsx';
import { Tagged } from './Tagged.tsx';
import { askedBy, setView, viewOf } from './view.ts';
import type { ContentView } from './view.ts';

const page = 50;
/** As many as one answer holds. */
const mostRows = 500;

export function ContentScreen() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const asked = viewOf(place);
  const { data: tags } = useCall('tags.list', { client: client.id });
  const tag = tags?.find((one) => one.id === asked.tag);
  // A tag that is gone filters nothing.
  const view = tags && tag === undefined ? { ...asked, tag: null } : asked;
  const [limit, setLimit] = useState(page);
  const { data, error, isPlaceholderData, refetch } = useCall('content.list', {
    client: client.id,
    ...askedBy(view, place),
    offset: 0,
    limit,
  });
  const change = (next: Partial<ContentView>): void => {
    setLimit(page);
    setView(place, next);
  };
  const clear = (): void => change({ channel: null, type: null, tag: null, text: '', inPeriod: false });
  const metric = data?.metrics.find(({ id }) => id === data.metric);
  return (
    <Page title={t.content.title} flush controls={<PlaceControls />} actions={<ImportButton />}>
      <div className={css['view']}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {data?.all === 0 && (
          <div className={css['empty']}>
            <EmptyState
              title={t.content.empty.title}
              centred
              action={
                <LinkButton to={place.href('imports')} kind="primary">
                  {t.content.empty.action}
                </LinkButton>
              }
            >
              {t.content.empty.text}
            </EmptyState>
          </div>
        )}
        {data && metric && (
          <>
            <div className={isPlaceholderData ? css['dimmed'] : undefined}>
              <Summaries data={data} metric={metric} age={view.age} />
            </div>
            <ContentFilters data={data} view={view} tags={tags ?? []} onChange={change} />
            {tag && data.tagged && <Tagged tag={tag} tagged={data.tagged} metric={metric} age={view.age} />}
            <div className={isPlaceholderData ? css['dimmed'] : undefined}>
              {data.total === 0 ? (
                <div className={css['empty']}>
                  <EmptyState
                    title={t.content.noMatch}
                    action={<Button onClick={clear}>{t.content.clear}</Button>}
                  />
                </div>
              ) : (
                <ContentTable data={data} metric={metric} view={view} tags={tags ?? []} onChange={change} />
              )}
              {data.total > data.items.length && (
                <div className={css['more']}>
                  {limit < mostRows ? (
                    <Button onClick={() => setLimit(Math.min(limit + page, mostRows))}>
                      {t.content.more}
                    </Button>
                  ) : (
                    t.content.narrow
                  )}
                </div>
              )}
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
