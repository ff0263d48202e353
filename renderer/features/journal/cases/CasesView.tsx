/** Cases: what they yield, a line to write the next one, and all of them with filters. */
import { useRef, useState } from 'react';
import { endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { Input } from '../../../../shared/contract/api.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel } from '../../../ui/index.ts';
import { CaseEntry } from './CaseEntry.tsx';
import { CaseFilters, noFilter } from './CaseFilters.tsx';
import type { CaseFilter } from './CaseFilters.tsx';
import { CaseStrip } from './CaseStrip.tsx';
import { CaseTable } from './CaseTable.tsx';
import css from '../journal.module.css';

const page = 50;
/** As many as one answer holds. */
const mostRows = 500;

export function CasesView() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const [filter, setFilter] = useState<CaseFilter>(() => ({
    ...noFilter,
    tag: place.param('tag') ?? noFilter.tag,
  }));
  const [limit, setLimit] = useState(page);
  const entry = useRef<HTMLInputElement>(null);
  const span = { from: isoOf(place.period.start), to: isoOf((endOf(place.period) - 1) as Day) };
  const { data, error, isPlaceholderData, refetch } = useCall('cases.list', {
    client: client.id,
    ...filterInput(filter, span),
    offset: 0,
    limit,
  });
  const channels = useCall('channels.list', { client: client.id }).data;
  const tags = useCall('tags.list', { client: client.id }).data ?? [];
  const causes = useCall('cases.causes', { client: client.id }).data ?? [];
  const faces = channels?.map(({ id, name, network }) => ({ id: String(id), name, network })) ?? [];
  return (
    <div className={css['view']}>
      {data && <CaseStrip figures={data.all > 0} />}
      {channels && <CaseEntry key={client.id} channels={faces} causes={causes} cause={entry} />}
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.all === 0 && (
        <div className={css['empty']}>
          <EmptyState
            title={t.journal.empty.cases}
            centred
            action={<Button onClick={() => entry.current?.focus()}>{t.journal.empty.casesAction}</Button>}
          >
            {t.journal.empty.casesText}
          </EmptyState>
        </div>
      )}
      {data !== undefined && data.all > 0 && (
        <>
          <CaseFilters
            filter={filter}
            onChange={(next) => {
              setFilter(next);
              setLimit(page);
            }}
            channels={faces}
            tags={tags}
            count={
              data.total === data.all
                ? t.journal.list.count(data.all)
                : t.journal.list.of(data.total, data.all)
            }
          />
          <div className={isPlaceholderData ? css['dimmed'] : undefined}>
            {data.total === 0 ? (
              <div className={css['empty']}>
                <EmptyState
                  title={t.journal.list.noMatch}
                  action={<Button onClick={() => setFilter(noFilter)}>{t.journal.list.clear}</Button>}
                />
              </div>
            ) : (
              <CaseTable cases={data.cases} channels={data.channels} causes={causes} tags={tags} />
            )}
            {data.total > data.cases.length && (
              <div className={css['more']}>
                {limit < mostRows ? (
                  <Button onClick={() => setLimit(Math.min(limit + page, mostRows))}>
                    {t.journal.list.more}
                  </Button>
                ) : (
                  t.journal.list.narrow
                )}
              </div>
            )}
          </div>
        </>
      )}
    </div>
  );
}

function filterInput(
  { state, kind, channel, inPeriod, tag, text }: CaseFilter,
  span: { readonly from: string; readonly to: string },
): Partial<Input<'cases.list'>> {
  return {
    ...(state !== 'all' && { state }),
    ...(kind !== 'all' && { kind }),
    ...(channel !== 'all' && { channel: channel === 'none' ? ('none' as const) : Number(channel) }),
    ...(inPeriod && span),
    ...(tag !== 'all' && { tag: Number(tag) }),
    ...(text.trim() !== '' && { text: text.trim() }),
  };
}
