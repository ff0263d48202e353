/** What happened beside the numbers: a line to write the next one, and all of them, found by KPI, time and words. */
import { useRef, useState } from 'react';
import { endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, Combobox, EmptyState, ErrorPanel, Select, SearchLine } from '../../../ui/index.ts';
import css from '../journal.module.css';
import { AnnotationEntry } from './AnnotationEntry.tsx';
import { AnnotationTable } from './AnnotationTable.tsx';

const page = 50;
/** As many as one answer holds. */
const mostRows = 500;
const noFilter = { kpi: 'all', inPeriod: false, text: '' };

export function AnnotationsView() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const [filter, setFilter] = useState(noFilter);
  const [limit, setLimit] = useState(page);
  const line = useRef<HTMLInputElement>(null);
  const words = t.journal.annotations;
  const set = (change: Partial<typeof noFilter>): void => {
    setFilter({ ...filter, ...change });
    setLimit(page);
  };
  const { data, error, isPlaceholderData, refetch } = useCall('annotations.list', {
    client: client.id,
    ...(filter.kpi !== 'all' && { kpi: Number(filter.kpi) }),
    ...(filter.inPeriod && {
      from: isoOf(place.period.start),
      to: isoOf((endOf(place.period) - 1) as Day),
    }),
    ...(filter.text.trim() !== '' && { text: filter.text.trim() }),
    offset: 0,
    limit,
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className={css['view']}>
      <AnnotationEntry key={client.id} faces={data} line={line} />
      {data.all === 0 ? (
        <div className={css['empty']}>
          <EmptyState
            title={words.empty}
            centred
            action={<Button onClick={() => line.current?.focus()}>{words.first}</Button>}
          >
            {words.emptyText}
          </EmptyState>
        </div>
      ) : (
        <>
          <search className={css['filters']} aria-label={words.filters}>
            <Combobox
              label={t.journal.fields.kpi}
              value={filter.kpi}
              onChange={(kpi) => set({ kpi })}
              items={[
                { value: 'all', label: words.anyKpi },
                ...data.kpis.map((kpi) => ({ value: String(kpi.id), label: format.local(kpi.name) })),
              ]}
            />
            <Select
              label={t.journal.fields.day}
              value={filter.inPeriod ? 'period' : 'any'}
              onChange={(when) => set({ inPeriod: when === 'period' })}
              items={[
                { value: 'any', label: t.journal.list.anyTime },
                { value: 'period', label: words.inPeriod(format.period(place.period, 'medium')) },
              ]}
            />
            <SearchLine label={words.search} value={filter.text} onChange={(text) => set({ text })} />
            <span className={css['count']} role="status">
              {data.total === data.all ? words.count(data.all) : words.of(data.total, data.all)}
            </span>
          </search>
          <div className={isPlaceholderData ? css['dimmed'] : undefined}>
            {data.total === 0 ? (
              <div className={css['empty']}>
                <EmptyState
                  title={words.noMatch}
                  action={<Button onClick={() => setFilter(noFilter)}>{t.journal.list.clear}</Button>}
                />
              </div>
            ) : (
              <AnnotationTable annotations={data.annotations} faces={data} />
            )}
            {data.total > data.annotations.length && (
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
